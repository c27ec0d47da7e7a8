package extract

import (
	"slices"

	"talentgraph/graph"
)

// homeEnds gives moves of which the text names one end only the house that the article is about as the other, where the article is one of those who
// leave it, or who come to it: "Ubisoft, l'esodo", and further down "il prossimo livello lo giocherà in CD Projekt".
func (d *document) homeEnds(all []*candidate, by map[*person][]*fact) {
	h := d.opening
	if h == nil || !d.p.is("option", "pro-drop") {
		return
	}
	others := 0 // moves between other houses: notices of many
	left, came := map[*person]bool{}, map[*person]bool{}
	for _, c := range all {
		if c.conf < confImplied || c.status == graph.Denied {
			continue
		}
		if c.from == h {
			left[c.who] = true
		}
		if c.to == h && c.from != nil {
			came[c.who] = true
		}
	}
	for _, c := range all {
		if c.conf >= confImplied && c.from != h && c.to != nil && c.to != h && !left[c.who] && !came[c.who] {
			others++
		}
	}
	exodus := d.titleHas("exodus")
	for _, c := range all {
		if c.conf < confImplied || c.from == h || c.to == h || d.homeKnown(c, by[c.who]) {
			continue
		}
		switch {
		case c.from == nil && c.to != nil && !c.implied && !c.fact.from.unknown && (exodus || len(left) > 0 && len(came) == 0) && !d.succeeds(c.who):
			if slices.ContainsFunc(all, func(x *candidate) bool { return x.who == c.who && x != c && x.conf >= confImplied }) {
				continue
			}
			c.from, c.conf = h, max(c.conf, confGuessed)
			c.explain = append(c.explain, "from: home")
		case c.to == nil && c.from != nil && !c.fact.to.unknown && !c.fact.retired && c.fact.from.org != nil && !c.fact.from.implied && !exodus && len(came) > others+len(left) && !(d.mentioned(c.who) >= 0 && d.sents[d.mentioned(c.who)].block.title):
			if slices.ContainsFunc(all, func(x *candidate) bool { return x.who == c.who && x != c && x.conf >= confImplied }) {
				continue
			}
			c.to, c.conf = h, max(c.conf, confGuessed)
			c.explain = append(c.explain, "to: home")
		}
	}
}

// homeKnown reports whether the text says that the mover is or was elsewhere than the move and the house allow.
func (d *document) homeKnown(c *candidate, fs []*fact) bool {
	return slices.ContainsFunc(fs, func(f *fact) bool {
		return (f.kind == "is" || f.kind == "was" || f.kind == "prior") && f.org.org != nil && !f.org.implied && f.org.org != d.opening && f.org.org != c.to && f.org.org != c.from && f.tense != coming && !f.loose
	})
}

// succeeds reports whether the text has q take over from somebody.
func (d *document) succeeds(q *person) bool {
	return slices.ContainsFunc(d.facts, func(f *fact) bool { return f.kind == "succeed" && f.who == q })
}

// titleHas reports whether the title holds a word of the class.
func (d *document) titleHas(class string) bool {
	for _, s := range d.sents[:min(len(d.sents), 2)] {
		if s.block.title && d.inSentence(s, class) {
			return true
		}
	}
	return false
}

// inPair reports whether the house at node i stands beside another in no order: "ha lavorato per A e per B" (class "pairnot": words of order).
func (d *document) inPair(s *sentence, i int) bool {
	if i < 0 || d.p.named("pairnot") == nil || !isName(&s.nodes[i]) || s.nodes[i].ref != refName {
		return false
	}
	for j := max(0, i-8); j < len(s.nodes) && j < i+8; j++ {
		if n := &s.nodes[j]; n.kind == kindWord && d.p.is("pairnot", n.low) {
			return false
		}
	}
	beside := func(step int) bool {
		and := false
		for j, n := i+step, 0; j >= 0 && j < len(s.nodes) && n < 4; j, n = j+step, n+1 {
			x := &s.nodes[j]
			switch {
			case isName(x):
				return and && x.ref == refName && x.org != s.nodes[i].org
			case x.kind == kindWord && d.p.is("and", x.low):
				and = true
			case x.kind == kindPlace || x.kind == kindWord && d.p.is("cue.at", x.low) || x.low == "per":
			default:
				return false
			}
		}
		return false
	}
	return beside(-1) || beside(1)
}

// hasHeir reports whether the text has somebody take over from q.
func (d *document) hasHeir(q *person) bool {
	return slices.ContainsFunc(d.facts, func(f *fact) bool { return f.kind == "succeed" && f.whom == q || f.who == q && f.rule == "predecessor" })
}

// likeMain states of others the move of the one whom the article is about, where the text says far below that they went the same way.
func (d *document) likeMain(s *sentence, who []*person, from, to *organization, rule string) []*fact {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	var lead *person
	for _, f := range d.facts {
		if (f.kind != "join" && f.kind != "leave") || f.phrase || f.loose || f.status == graph.Denied || lead != nil && f.who != lead {
			continue
		}
		lead = f.who
		if from == nil && f.from.org != nil && f.from.org != to {
			from = f.from.org
		}
		if to == nil && f.to.org != nil && f.to.org != from {
			to = f.to.org
		}
	}
	if lead == nil || from == nil || to == nil || from == to {
		return nil
	}
	var out []*fact
	for _, q := range who {
		if q != lead {
			out = append(out, &fact{kind: "join", who: q, from: orgArg{org: from}, to: orgArg{org: to}, sent: s, rule: rule, focus: d.focus, status: graph.Completed})
		}
	}
	return out
}
