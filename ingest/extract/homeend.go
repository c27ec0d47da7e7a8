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

// titleHas reports whether the title holds a word of the class.
func (d *document) titleHas(class string) bool {
	for _, s := range d.sents[:min(len(d.sents), 2)] {
		if s.block.title && d.saysItself(s, class) {
			return true
		}
	}
	return false
}
