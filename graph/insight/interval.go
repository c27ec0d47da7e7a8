package insight

import "math"

// FewMoves is the number of moves below which a share says little: figures on fewer carry a flag.
const FewMoves = 10

// Interval is a 95 % interval.
type Interval struct{ Low, High float64 }

// IntervalMethod names how intervals are made: the Wilson score interval of a share, with the total taken as given
// (E. B. Wilson, 1927).
const IntervalMethod = "Wilson score interval of the share, 95 %, given the total"

// wilson is the interval of the share k of n; the whole of 0 to 1 where n is 0.
func wilson(k, n int) Interval {
	if n == 0 {
		return Interval{0, 1}
	}
	const z = 1.959963984540054 // the normal distribution's 97.5 % quantile
	p, m := float64(k)/float64(n), float64(n)
	middle := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return Interval{max(0, middle-half), min(1, middle+half)}
}
