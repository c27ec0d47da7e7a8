package extract

import (
	"slices"

	"talentgraph/graph"
)

// announced is the date that stands beside a verb of saying: "the company said on Wednesday". A day of the week is only as
// precise as the month.
func (d *document) announced(s *sentence) graph.Date {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind != kindWord || !d.p.is("says", n.low) {
			continue
		}
		for j := max(0, i-2); j <= i+2 && j < len(s.nodes); j++ {
			n := &s.nodes[j]
			if n.kind != kindDate || n.date.since || n.date.starts {
				continue
			}
			if n.date.rel && n.date.unit == 'k' {
				p := d.published()
				return graph.Date{Year: p.Year, Month: p.Month}
			}
			if dt := n.date.resolve(d.published(), false); !after(dt, d.published()) {
				return dt
			}
		}
	}
	return graph.Date{}
}

// after reports whether a lies wholly behind b.
func after(a, b graph.Date) bool {
	return !a.IsZero() && !b.IsZero() && !a.Contains(b) && !b.Contains(a) && a.Time().After(b.Time())
}

// quotable is the sentence of the text that says it. For what only the title or a heading says it is the first sentence of a
// paragraph that names the person and one of the ends, else the first that names the person.
func (d *document) quotable(c *candidate) *sentence {
	if k := c.fact.sent.block; !k.title && k.kind != heading {
		return c.fact.sent
	}
	var first, named *sentence
	for _, s := range d.sents {
		if s.block.title || s.block.kind == heading && !c.fact.sent.block.title {
			continue
		}
		if first == nil {
			first = s
		}
		who, end := false, false
		for i := range s.nodes {
			who = who || slices.Contains(s.nodes[i].persons, c.who)
			o := s.orgAt(i)
			end = end || o != nil && (o == c.from || o == c.to)
		}
		for _, st := range s.affs {
			end = end || st.aff.org != nil && st.aff.org.org != nil && (st.aff.org.org == c.from || st.aff.org.org == c.to)
		}
		switch {
		case who && end:
			return s
		case who && named == nil:
			named = s
		}
	}
	switch {
	case !c.fact.sent.block.title:
		return c.fact.sent
	case named != nil:
		return named
	}
	return first
}

func runeCount(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}
