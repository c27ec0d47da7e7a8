package extract

import (
	"slices"

	"talentgraph/graph"
)

// step is a station of a career where a paragraph tells it.
type step struct {
	org  *organization
	f    *fact
	year int
}

// steps are the stations that the paragraphs about q tell forwards, over two sentences or more, one run for each paragraph: "Engagée en 1992 par A,
// elle y a … B l'a ensuite débauchée. Depuis 2010, elle était chez C."
func (d *document) steps(q *person, fs []*fact, news *candidate) [][]step {
	if !d.p.is("option", "home") && !d.p.is("option", "org-before-role") {
		return nil
	}
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b *fact) int {
		if a.sent != b.sent {
			return a.sent.index - b.sent.index
		}
		return a.node - b.node
	})
	var out [][]step
	for i := 0; i < len(fs); {
		n := i + 1
		for n < len(fs) && fs[n].sent.block == fs[i].sent.block {
			n++
		}
		if fs[i].sent.block.kind == paragraph {
			if run := d.run(q, fs[i:n], news); d.forwards(run) {
				out = append(out, run)
			}
		}
		i = n
	}
	return out
}

// run are the stations that one paragraph tells of q in the order of its words; none where a fact says that it goes back.
func (d *document) run(q *person, fs []*fact, news *candidate) []step {
	var out []step
	for _, f := range fs {
		o := f.org
		switch f.kind {
		case "prior":
			return nil
		case "begin", "after":
			if f.loose && f.kind == "begin" && d.p.is("option", "org-before-role") {
				continue
			}
		case "is", "was":
			if f.phrase || f.bare || f.kind == "is" && f.sinceYear == 0 && !f.ongoing {
				continue
			}
		case "join", "leave":
			if o = f.to; f.status != graph.Completed {
				continue
			}
			if f.from.org != nil && !f.from.implied && (o.org == nil || len(out) > 0 && out[len(out)-1].org != f.from.org) {
				if o.org == nil || len(out) == 0 {
					continue
				}
				return nil // it says itself from where
			}
		default:
			continue
		}
		if o.org == nil || o.implied || f.tense == coming || f.weak && f.kind == "join" && len(out) == 0 || o.org.names(q) || d.school(o.org) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].org == o.org {
			if f.year() > 0 && out[n-1].year == 0 {
				out[n-1].year = f.year()
			}
			continue
		}
		if slices.ContainsFunc(out, func(x step) bool { return x.org == o.org }) {
			return nil
		}
		if news != nil && o.org == news.to && !d.earlier(f) && !news.past {
			continue
		}
		out = append(out, step{o.org, f, f.year()})
	}
	return out
}

// year is the year that a fact gives for its beginning; 0 where it gives none.
func (f *fact) year() int {
	if f.sinceYear > 0 {
		return f.sinceYear
	}
	if f.hasDate && !f.date.rel {
		return f.date.year
	}
	return 0
}

// forwards reports whether stations are told in order of time: years rise, a later one goes on with "then", or the first one says that it was the first
// (class "outset").
func (d *document) forwards(run []step) bool {
	if len(run) < 2 || run[0].f.sent == run[len(run)-1].f.sent {
		return false
	}
	ordered, year := false, 0
	for k, x := range run {
		if x.year > 0 && x.year < year {
			return false
		}
		ordered = ordered || x.year > year && year > 0 || x.f.kind == "begin" && k == 0 || x.f.kind == "after"
		year = max(year, x.year)
		if k > 0 && x.f.before && !run[k-1].f.before && x.year == 0 {
			return false
		}
		s := x.f.sent
		for i := range s.nodes {
			if s.nodes[i].kind != kindWord {
				continue
			}
			if s != run[0].f.sent && (d.inClass("chain.prior", s, i) || d.inClass("backward", s, i) || d.inClass("chain.back", s, i) && i > 0) || s != run[0].f.sent && i == 0 && d.inClass("chain.before", s, i) {
				return false
			}
			ordered = ordered || k > 0 && s != run[k-1].f.sent && d.inClass("chain.next", s, i) && i < x.f.node+4 || k == 0 && d.inClass("outset", s, i)
		}
	}
	return ordered
}

// inOrder gives the arrivals of a career told forwards the station before them, and the news the last one, unless the text says elsewhere where the person
// is.
func (d *document) inOrder(runs [][]step, arrivals []*candidate, news *candidate, affs, leaves []*fact, used map[*organization]bool) {
	for _, run := range runs {
		for k := 1; k < len(run); k++ {
			for _, c := range arrivals {
				if c.to == run[k].org && c.from == nil && c.status != graph.Denied && (c != news || c.past) && run[k-1].org != c.to {
					c.from, c.conf = run[k-1].org, max(c.conf, confCareer)
					used[c.from] = true
					d.inTurn(c.fact, c.from)
					c.explain = append(c.explain, "from: in order")
				}
			}
		}
		if news == nil || news.from != nil || news.past || news.status == graph.Denied || len(arrivals) > 0 && run[0].f.sent.index < news.fact.sent.index && !news.fact.sent.block.title {
			continue
		}
		told := func(o *organization) bool {
			return o == nil || o == news.to || slices.ContainsFunc(run, func(x step) bool { return x.org == o })
		}
		if slices.ContainsFunc(affs, func(a *fact) bool {
			return a.kind == "is" && a.tense != coming && !a.bare && !a.org.implied && !told(a.org.org)
		}) || slices.ContainsFunc(leaves, func(l *fact) bool {
			return l.status != graph.Denied && l.from.org != nil && l.from.org != news.to && (!told(l.from.org) || !l.from.implied && l.from.org != run[len(run)-1].org)
		}) {
			continue
		}
		if o := run[len(run)-1].org; o != news.to {
			news.from, news.conf = o, max(news.conf, confInferred)
			news.explain = append(news.explain, "from: last in order")
			used[o] = true
		}
	}
}

// between are the moves between stations told forwards that nothing else states.
func (d *document) between(q *person, runs [][]step, known []*candidate) []*candidate {
	var out []*candidate
	for _, run := range runs {
		for k := 1; k < len(run); k++ {
			a, b := run[k-1].org, run[k].org
			if slices.ContainsFunc(known, func(c *candidate) bool {
				return c.conf > 0 && c.status != graph.Denied && (c.to == b && c.from != nil || c.from == a && c.to != nil || c.from == b && c.to == a)
			}) {
				continue
			}
			if i := slices.IndexFunc(known, func(c *candidate) bool { return c.conf > 0 && c.to == b && c.status != graph.Denied }); i >= 0 {
				known[i].from, known[i].conf = a, max(known[i].conf, confCareer)
				continue
			}
			out = append(out, &candidate{who: q, from: a, to: b, fact: run[k].f, status: graph.Completed, roleTo: run[k].f.role, conf: confCareer, explain: []string{"in order: " + run[k].f.rule}})
		}
	}
	return out
}
