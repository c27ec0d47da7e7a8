package extract

import (
	"cmp"
	"slices"
	"strconv"

	"talentgraph/graph"
)

// endYear is the last year of the period that the nodes from a up to b tell of, "de 2010 à 2019", "jusqu'en 2019"; 0 where they tell
// of none that has ended.
func (d *document) endYear(s *sentence, a, b int) int {
	a, b = max(0, a), min(b, len(s.nodes))
	if a >= b {
		return 0
	}
	t := s.toks[s.nodes[a].a:s.nodes[b-1].b]
	for i := range t {
		y := fullYear(t[i])
		if y == 0 || i == 0 {
			continue
		}
		for k := i - 1; k >= 0 && k > i-4; k-- {
			if d.p.is("untilword", t[k].low) {
				return y
			}
			if z := fullYear(t[k]); z > 0 && z <= y && k < i-1 {
				return y
			}
		}
	}
	return 0
}

func fullYear(t token) int {
	if !t.digit || len(t.text) != 4 {
		return 0
	}
	if y, err := strconv.Atoi(t.text); err == nil && y > 1940 && y < 2100 {
		return y
	}
	return 0
}

// ended reports whether the fact tells of a time that was over more than a year before the article.
func (d *document) ended(f *fact) bool {
	pub := int(d.published().Year)
	return f.endYear > 0 && pub > 0 && f.endYear < pub-1
}

// periods puts the stations whose end the text tells, and that no other rule has placed, in order of time before the employer that
// the news leaves.
func (d *document) periods(q *person, fs []*fact, news *candidate, known []*candidate) []*candidate {
	if news == nil || news.from == nil || news.status == graph.Denied || d.p.named("untilword") == nil {
		return nil
	}
	placed := map[*organization]bool{news.from: true, news.to: true}
	for _, c := range known {
		if c.conf > 0 {
			placed[c.to], placed[c.from] = true, true
		}
	}
	var old []*fact
	for _, f := range fs {
		if f.endYear > 0 && f.endYear <= int(d.published().Year) && (f.kind == "was" || f.kind == "prior") && f.org.org != nil && !f.org.implied && !placed[f.org.org] {
			placed[f.org.org] = true
			old = append(old, f)
		}
	}
	slices.SortStableFunc(old, func(a, b *fact) int { return cmp.Compare(b.endYear, a.endYear) })
	var out []*candidate
	next := news.from
	for _, f := range old {
		out = append(out, &candidate{who: q, from: f.org.org, to: next, fact: f, status: graph.Completed, roleFrom: f.role, conf: confCareer, explain: []string{"period: " + f.rule}})
		next = f.org.org
	}
	return out
}
