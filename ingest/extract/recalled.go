package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// recalledOrg is the employer that a description behind a preposition takes up again where the text tells a career: "Foi para a Iberdrola. Na
// elétrica espanhola ficou até 2012." It is the one told of last, if the description says more than "the company" and does not fit the
// organization in focus better; nil where it is not.
func (d *document) recalledOrg(s *sentence, i int, n *node, who *person) *organization {
	if !d.p.is("option", "pro-drop") || who == nil || s.block.title || n.possess || i == 0 || i >= len(s.nodes) {
		return nil
	}
	prep := &s.nodes[i-1]
	if prep.kind != kindWord || !d.p.is("cue.at", prep.low) && !d.p.is("loose.prep", prep.low) {
		return nil
	}
	for j := 0; j < i; j++ {
		if s.orgAt(j) != nil {
			return nil
		}
	}
	o := d.lastReached(s, who)
	if o == nil || o == d.home || d.school(o) {
		return nil
	}
	fits := func(x *organization) bool {
		return x != nil && (x.heads[n.head] || strings.Contains(fold(strings.ToLower(x.name)), fold(n.head)))
	}
	switch {
	case fits(o):
		return o
	case fits(d.focus) || fits(d.home) || fits(d.opening) || slices.ContainsFunc(d.reg.orgs, func(x *organization) bool { return x.heads[n.head] && x.first <= s.index }):
		return nil
	case d.p.is("orggeneric", n.head) && !d.qualified(s, i, n):
		return nil
	}
	return o
}

// qualified reports whether a description says more than its noun: "concorrente finlandesa", "operadora ferroviária", "fornecedora de CRM".
func (d *document) qualified(s *sentence, i int, n *node) bool {
	words := 0
	for _, t := range s.toks[n.a:n.b] {
		if !d.p.is("det", t.low) && !d.p.is("det.def", t.low) {
			words++
		}
	}
	return words > 1
}

// lastReached is the employer that the two sentences before, in the same paragraph, have had the person at or go to last, by name.
func (d *document) lastReached(s *sentence, q *person) *organization {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- {
		f := d.facts[k]
		if f.who != q || f.sent == s || f.sent.block != s.block || f.phrase || f.status == graph.Denied {
			continue
		}
		switch {
		case f.to.org != nil && !f.to.implied && f.kind != "prior":
			return f.to.org
		case f.org.org != nil && !f.org.implied:
			return f.org.org
		case f.from.org != nil && !f.from.implied:
			return f.from.org
		}
	}
	return nil
}

// heldStill is the employer that the text has given somebody who may go elsewhere, for a fact that tells of the house where he has been for
// years: "P, presidente de A, deve assumir B. P comanda a empresa desde 2014": hardly B.
func (d *document) heldStill(q *person, f *fact) *organization {
	if f.kind != "is" || !f.org.implied || f.org.org == nil || f.sinceYear == 0 && !f.ongoing || !d.p.is("option", "pro-drop") {
		return nil
	}
	var now *organization
	ahead := false
	for _, g := range d.facts {
		if g.who != q {
			continue
		}
		if now == nil && g.phrase && g.kind == "is" && g.tense == present && !g.org.implied && g.org.org != f.org.org {
			now = g.org.org
		}
		ahead = ahead || g.kind == "join" && g.to.org == f.org.org && (g.status == graph.Announced || g.status == graph.Rumored || g.status == graph.Denied)
	}
	if !ahead {
		return nil
	}
	return now
}

// stepsOn takes an arrival for an earlier step of a career where its clause goes on from what the text has just told of the person's past:
// "trabalhou na A, até ser contratada pela B", "Em 2008 foi para a A. Quatro anos mais tarde, mudou-se para a B".
func (d *document) stepsOn(s *sentence) {
	if !d.p.is("option", "pro-drop") || s.block.title {
		return
	}
	later := d.opensLater(s)
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		f := d.facts[k]
		if f.kind != "join" && f.kind != "leave" || f.phrase || f.before || f.status != graph.Completed || f.to.org == nil || f.to.implied || f.to.org == d.home {
			continue
		}
		until := false
		for i := max(0, f.node-3); i < f.node+2 && i < len(s.nodes); i++ {
			until = until || s.nodes[i].kind == kindWord && d.p.is("untilword", s.nodes[i].low)
		}
		for j := k - 1; j >= 0 && d.facts[j].sent.index >= s.index-2 && (until || later); j-- {
			g := d.facts[j]
			if g.who != f.who || g.phrase || g.sent.block != s.block {
				continue
			}
			if until && g.sent == s && g.node < f.node && (g.kind == "was" || g.kind == "is" || g.kind == "begin") || later && g.sent != s && (d.earlier(g) && g.kind != "is" || g.kind == "begin") {
				f.before = true
				break
			}
		}
	}
}

// opensLater reports whether a sentence opens by going on in time: "Três anos depois, …", "Mais tarde, …".
func (d *document) opensLater(s *sentence) bool {
	for i := 0; i < len(s.nodes) && i < 3; i++ {
		n := &s.nodes[i]
		if n.kind == kindDate || n.kind == kindWord {
			for _, t := range s.toks[n.a:n.b] {
				if d.p.is("thereafter", t.low) {
					return true
				}
			}
		}
	}
	return false
}

// promotedHere reports whether the text tells of a promotion before it has anybody of these facts arrive anywhere: what it tells of arrivals
// then is how the person came to be there.
func promotedHere(fs []*fact, arrivals []*candidate) bool {
	for _, f := range fs {
		if f.kind != "internal" || f.status == graph.Denied {
			continue
		}
		for _, c := range arrivals {
			if c.fact.sent.index <= f.sent.index {
				return false
			}
		}
		return true
	}
	return false
}

// onlyCareer reports whether all the arrivals of a person, of which frames have stated several, lie before the news.
func onlyCareer(arrivals []*candidate, news *candidate) bool {
	if news == nil || !news.past || news.status != graph.Completed {
		return false
	}
	n := 0
	for _, c := range arrivals {
		if !c.loose {
			n++
		}
	}
	return n > 1
}

// recall sets right by what the text has told of the person before when and where somebody is or was.
func (d *document) recall(s *sentence, b binding, f *fact) {
	if d.heldUntil(s, b, f) {
		f.kind = "prior"
		if o := d.toldBefore(s, f.who, f.org.org); o != nil {
			f.to = orgArg{org: o, implied: true}
		}
	}
	if o := d.heldStill(f.who, f); o != nil {
		f.org.org = o
	}
}

// heldUntil reports whether the clause of a fact opens with a date until when, behind a sentence that has told how the person came to be
// somewhere: "P chegou à B em março, depois de seis anos na A. Até 2013, trabalhava na C": before A.
func (d *document) heldUntil(s *sentence, b binding, f *fact) bool {
	if f.kind != "is" && f.kind != "was" || f.org.org == nil || f.org.implied || !d.p.is("option", "pro-drop") {
		return false
	}
	opens := false
	for i := max(0, b.start-2); i <= b.start && i < len(s.nodes); i++ {
		if n := &s.nodes[i]; n.kind == kindDate && (i == 0 || s.toks[s.nodes[i-1].a].punct) && d.p.is("untilword", s.toks[n.a].low) {
			opens = true
		}
	}
	if !opens {
		return false
	}
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- {
		g := d.facts[k]
		if g.who != f.who || g.phrase || g.status == graph.Denied || g.sent == s && g.node >= b.start {
			continue
		}
		if g.kind == "begin" || g.kind == "prior" || g.kind == "join" && (g.from.org != nil || d.earlier(g)) {
			return true
		}
	}
	return false
}

// placeSince is where a clause says that the person has been for long, for an arrival in it that says only from where: "P está na B desde 2008,
// vinda da A".
func (d *document) placeSince(f *fact) *organization {
	if f.kind != "join" && f.kind != "leave" || f.from.org == nil || !d.p.is("option", "pro-drop") {
		return nil
	}
	for _, g := range d.factsIn(f.sent.index, f.sent.index) {
		if g.who == f.who && g.kind == "is" && !g.phrase && g.node <= f.node && (g.sinceYear > 0 || g.ongoing) && g.org.org != nil && g.org.org != f.from.org {
			return g.org.org
		}
	}
	return nil
}

// leftFor gives a departure the place where its clause says that the person has been since: "está na B desde 2016, ano em que trocou A pelo retalho".
func (d *document) leftFor(f *fact) {
	if o := d.placeSince(f); o != nil && f.to.org == nil && !f.to.unknown && f.status == graph.Completed {
		f.to = orgArg{org: o}
	}
}

// newsAmong is the arrival that the article is about; nil where it tells of a promotion and of a career before it.
func (d *document) newsAmong(fs []*fact, arrivals []*candidate) *candidate {
	news := newsOf(arrivals)
	if d.p.is("option", "pro-drop") && (promotedHere(fs, arrivals) || onlyCareer(arrivals, news)) {
		return nil
	}
	return news
}
