package extract

import (
	"strconv"

	"talentgraph/graph"
)

// when is a date as the text says it: absolute, or relative to the article's date.
type when struct {
	year, month, day int // 0 unknown
	since            bool
	starts           bool // "effective", "from": what is spoken of begins then
	near             bool // the year is the one that brings it nearest to the article, before or behind
	rel              bool // year and month are offsets that relUnit tells
	unit             byte // 'd', 'm', 'y'
	n                int
}

func (p *pack) monthOf(w string) int {
	for m, name := range monthClasses {
		if p.is(name, w) {
			return m + 1
		}
	}
	return 0
}

var monthClasses = [12]string{"month1", "month2", "month3", "month4", "month5", "month6", "month7", "month8", "month9", "month10", "month11", "month12"}

var relClasses = []struct {
	class string
	unit  byte
	n     int
}{
	{"day-1", 'd', -1}, {"day0", 'd', 0}, {"day+1", 'd', 1},
	{"week-1", 'w', -1}, {"week+1", 'w', 1}, {"week0", 'w', 0},
	{"month-1", 'm', -1}, {"month0", 'm', 0}, {"month+1", 'm', 1},
	{"year-1", 'y', -1}, {"year0", 'y', 0}, {"year+1", 'y', 1},
	{"spring-1", 's', 4}, {"summer-1", 's', 7}, {"autumn-1", 's', 10}, {"winter-1", 's', 1}, {"season0", 'y', 0},
	{"year-2", 'y', -2}, {"year-3", 'y', -3}, {"year-4", 'y', -4}, {"year-5", 'y', -5}, {"year-6", 'y', -6}, {"year-7", 'y', -7},
	{"year-8", 'y', -8}, {"year-9", 'y', -9}, {"year-10", 'y', -10},
	{"yearend", 'e', 0}, {"datephrase", 'x', 0},
}

// dateAt reads a date at token i; it gives the number of tokens, 0 where there is none.
func (p *pack) dateAt(t []token, i int) (when, int) {
	if !p.dateFirst[t[i].low] && !t[i].digit && !p.dateAny || p.is("dateinside", t[i].low) {
		return when{}, 0
	}
	j := i
	since := false
	if p.is("since", t[j].low) {
		since = true
		j++
	}
	for k := 0; k < 3 && j < len(t) && (p.is("dateprep", t[j].low)); k++ {
		j++
	}
	if j >= len(t) {
		return when{}, 0
	}
	w, n := p.bareDate(t, j, j > i)
	if n == 0 {
		if j > i { // the preposition may itself open the phrase ("in early 2024" vs "in two weeks")
			if w, n = p.bareDate(t, i, false); n > 0 {
				return w, n
			}
		}
		return when{}, 0
	}
	w.since = since && !(w.day > 0 && p.is("option", "since-from")) // Italian "dal 1° luglio": from that day on
	for k := i; k < j; k++ {
		w.starts = w.starts || p.is("datestart", t[k].low)
	}
	return w, j - i + n
}

func (p *pack) bareDate(t []token, i int, prep bool) (when, int) {
	if !p.dateFirst[t[i].low] && !t[i].digit && !p.dateAny || p.is("dateinside", t[i].low) {
		return when{}, 0
	}
	if p.relFirst[t[i].low] || p.dateAny {
		for _, r := range relClasses {
			if n := p.tokensMatch(r.class, t, i); n > 0 {
				if last := t[i+n-1]; n > 1 && r.unit == 'x' && last.capital && !last.upper && i+n+1 < len(t) && p.is("orghead", last.low) && p.is("orgof", t[i+n].low) && t[i+n+1].capital {
					continue // "na Quinta do Vale": a name
				}
				if i+n < len(t) && yearOf(t[i+n]) > 0 && p.is("option", "home") { // "au début de l'année 2023"
					return when{year: yearOf(t[i+n])}, n + 1
				}
				return when{rel: true, unit: r.unit, n: r.n}, n
			}
		}
	}
	if p.is("weekday", t[i].low) {
		n := 1
		if i+1 < len(t) && p.is("datemod", t[i+1].low) {
			n++
		}
		// "Monday, July 7"
		if i+n+1 < len(t) {
			k := i + n
			if t[k].low == "," {
				k++
			}
			if w, m := p.calendar(t, k); m > 0 && w.day > 0 {
				return w, k + m - i
			}
		}
		if k := i + n; k+2 < len(t) && t[k].low == "(" && t[k+2].low == ")" && dayOf(t[k+1]) > 0 { // "nesta quarta-feira (19)"
			return when{rel: true, unit: 'D', n: dayOf(t[k+1])}, n + 3
		}
		return when{rel: true, unit: 'k'}, n
	}
	if w, n := p.calendar(t, i); n > 0 {
		return w, n
	}
	if y := yearOf(t[i]); y > 0 && (prep || p.compounds && !(i+1 < len(t) && (t[i+1].capital && !t[i+1].punct && p.common[t[i+1].low] || p.is("unit", t[i+1].low))) || i > 0 && (t[i-1].low == "(" || t[i-1].low == ",")) {
		return when{year: y}, 1
	}
	return when{}, 0
}

// calendar reads day, month and year in the orders of the six languages.
func (p *pack) calendar(t []token, i int) (when, int) {
	if i >= len(t) {
		return when{}, 0
	}
	var w when
	j := i
	if d := dayOf(t[j]); d > 0 && j+1 < len(t) {
		k := j + 1
		for k < len(t) && k < j+3 && (p.is("datefill", t[k].low) || t[k].low == ".") {
			k++
		}
		if k < len(t) {
			if m := p.monthOf(t[k].low); m > 0 {
				w.day, w.month = d, m
				j = k + 1
			}
		}
	}
	if w.month == 0 {
		m := p.monthOf(t[j].low)
		if m == 0 || !t[j].capital && p.is("option", "months-capitalised") || t[j].capital && !t[j].upper && i > 0 && !p.is("option", "months-capitalised") && !(p.is("option", "months-either") && p.is("dateprep", t[i-1].low)) {
			return when{}, 0
		}
		if !t[j].capital && p.is("num", t[j].low) { // "sept ans"
			return when{}, 0
		}
		w.month = m
		j++
		if j < len(t) && p.is("option", "month-first") {
			k := j
			if d := dayOf(t[k]); d > 0 {
				w.day = d
				j = k + 1
			}
		}
	}
	k := j
	for k < len(t) && k < j+2 && (t[k].low == "," || p.is("datefill", t[k].low)) {
		k++
	}
	if k < len(t) {
		if y := yearOf(t[k]); y > 0 {
			w.year = y
			j = k + 1
		} else if k == j && p.is("datemod", t[k].low) {
			j = k + 1
		}
	}
	return w, j - i
}

func dayOf(t token) int {
	if !t.digit {
		return 0
	}
	s := t.low
	for _, suf := range []string{"st", "nd", "rd", "th", "er", "º", "°"} {
		if len(s) > len(suf) && s[len(s)-len(suf):] == suf {
			s = s[:len(s)-len(suf)]
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

func yearOf(t token) int {
	if !t.digit || len(t.text) != 4 {
		return 0
	}
	n, err := strconv.Atoi(t.text)
	if err != nil || n < 1940 || n > 2060 {
		return 0
	}
	return n
}

// tokensMatch gives how many tokens a word or phrase of the class takes at i; behind the last one there are none.
func (p *pack) tokensMatch(class string, t []token, i int) int {
	c := p.named(class)
	if c == nil || i >= len(t) {
		return 0
	}
next:
	for _, f := range c.beginning(t[i].low) {
		if i+len(f) > len(t) {
			continue
		}
		for k := 1; k < len(f); k++ {
			if t[i+k].low != f[k] {
				continue next
			}
		}
		return len(f)
	}
	if c.has(t[i].low) {
		return 1
	}
	return 0
}

// soon reports whether a month without a year is one of the next three rather than one of last year's: the clause has no verb in a
// past form ("preterite", by ending): "assume em julho" in an article of June.
func (d *document) soon(c *candidate) bool {
	pm := int(d.published().Month)
	if w := c.date; d.p.named("preterite") == nil || w.rel || w.year > 0 || w.month == 0 || pm == 0 || (w.month-pm+12)%12 > 3 || w.month == pm {
		return false
	}
	f := c.fact
	for i := max(0, f.node-2); i < len(f.sent.nodes) && i < f.node+14; i++ {
		if n := &f.sent.nodes[i]; n.kind == kindWord && (d.p.verb[n.low] || d.p.is("aux", n.low)) && d.p.endsIn("preterite", n.low) {
			return false
		}
	}
	return true
}

// resolve turns a date of the text into a calendar date. future says that the event lies ahead of the article.
func (w when) resolve(pub graph.Date, future bool) graph.Date {
	mk := func(y, m, d int) graph.Date {
		out := graph.Date{Year: int16(y), Month: int8(m), Day: int8(d)}
		if parsed, err := graph.ParseDate(out.String()); err == nil {
			return parsed
		}
		if d > 0 {
			return graph.Date{Year: int16(y), Month: int8(m)}
		}
		return graph.Date{}
	}
	if !w.rel {
		if w.year > 0 {
			return mk(w.year, w.month, w.day)
		}
		if pub.IsZero() || w.month == 0 {
			return graph.Date{}
		}
		y := int(pub.Year)
		pm := int(pub.Month)
		if pm == 0 {
			return mk(y, w.month, w.day)
		}
		if w.near {
			switch {
			case pm-w.month > 6:
				y++
			case w.month-pm > 6:
				y--
			}
			return mk(y, w.month, w.day)
		}
		if future && w.month < pm {
			y++
		} else if !future && w.month > pm {
			y--
		}
		return mk(y, w.month, w.day)
	}
	if pub.IsZero() {
		return graph.Date{}
	}
	switch w.unit {
	case 'D': // a day of this month, or of the one before where it lies behind the article's
		if pub.Month == 0 {
			return pub
		}
		y, m := int(pub.Year), int(pub.Month)
		if !future && pub.Day > 0 && w.n > int(pub.Day) {
			if m--; m == 0 {
				y, m = y-1, 12
			}
		}
		return mk(y, m, w.n)
	case 'd':
		if pub.Precision() == graph.PrecisionDay {
			return graph.DateOf(pub.Time().AddDate(0, 0, w.n))
		}
		return pub
	case 'm':
		if pub.Month == 0 {
			return pub
		}
		t := graph.Date{Year: pub.Year, Month: pub.Month}.Time().AddDate(0, w.n, 0)
		return mk(t.Year(), int(t.Month()), 0)
	case 'y':
		return mk(int(pub.Year)+w.n, 0, 0)
	case 's': // "last summer": the year in which it fell
		if w.n < int(pub.Month) {
			return mk(int(pub.Year), 0, 0)
		}
		return mk(int(pub.Year)-1, 0, 0)
	case 'e':
		return mk(int(pub.Year), 12, 0)
	case 'w':
		if pub.Month == 0 {
			return pub
		}
		if w.n < 0 && pub.Day > 0 {
			t := pub.Time().AddDate(0, 0, -7)
			return mk(t.Year(), int(t.Month()), 0)
		}
		return mk(int(pub.Year), int(pub.Month), 0)
	}
	return graph.Date{}
}
