package extract

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// explainFew is how many features an explanation names.
const explainFew = 4

// reasons names the features that moved the model most for a choice or against it.
func (st *study) reasons(c *choice) []string {
	x, forest := c.x, &st.model.Forest
	if c.again != nil {
		x, forest = c.again, &st.model.Again
	}
	shares := forest.Shares(x)
	names := slices.Concat(featureNames(), againNames)
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(math.Abs(float64(shares[b])), math.Abs(float64(shares[a])))
	})
	out := []string{fmt.Sprintf("statistics %.2f", c.p)}
	for _, i := range order[:min(explainFew, len(order))] {
		if math.Abs(float64(shares[i])) < 0.05 {
			break
		}
		out = append(out, fmt.Sprintf("[%s = %.3g: %+.1f]", names[i], x[i], shares[i]))
	}
	return out
}
