package extract

import "strings"

// masthead notes the organizations that only publish the article: in its byline, in lines of capitals above it, behind words like
// "subscribe to", or with a verb of reporting at each other mention. They are never what a sentence without a name speaks of.
func (d *document) masthead() {
	for _, o := range d.reg.orgs {
		if d.p.is("newsagency", fold(o.name)) && o.count < 3 {
			if d.publishers == nil {
				d.publishers = map[*organization]bool{}
			}
			d.publishers[o] = true
		}
	}
	if !d.p.is("option", "org-before-role") {
		return
	}
	telling := map[*organization]int{}
	seen := map[*organization]int{}
	for _, s := range d.sents {
		by := d.byline(s)
		caps := s.block.kind == heading && allCapitals(s.toks)
		for i := range s.nodes {
			o := s.orgAt(i)
			if o == nil || s.nodes[i].kind == kindRole {
				continue
			}
			seen[o]++
			next, prev := s.at(i+1), s.at(i-1)
			if by || caps || next != nil && d.p.is("reportverb", next.low) || prev != nil && (d.p.is("source", prev.low) || d.p.is("subscribeto", prev.low)) {
				telling[o]++
			}
		}
	}
	for o, n := range telling {
		if n == seen[o] || n > 1 && n*2 >= seen[o] {
			if d.publishers == nil {
				d.publishers = map[*organization]bool{}
			}
			d.publishers[o] = true
		}
	}
}

// allCapitals reports whether a line of two words or more is all in capitals.
func allCapitals(t []token) bool {
	words := 0
	for i := range t {
		if t[i].punct || t[i].digit {
			continue
		}
		if strings.ToUpper(t[i].text) != t[i].text {
			return false
		}
		words++
	}
	return words > 1
}

// dominant is the organization that the article names far oftener than any other, where the one in focus was named once and not just
// now; else nil.
func (d *document) dominant(s *sentence) *organization {
	if d.focus == nil || d.focus.count > 1 || d.focus.first >= s.index || !d.p.is("option", "org-before-role") {
		return nil
	}
	var best *organization
	second := 0
	for _, o := range d.reg.orgs {
		switch {
		case d.publishers[o], o == d.leftHouse, d.comesFrom(o):
		case best == nil || o.count > best.count:
			if best != nil {
				second = best.count
			}
			best = o
		case o.count > second:
			second = o.count
		}
	}
	if best == nil || best.count < 3 || best.count*2 < second*3 || best.first > s.index {
		return nil
	}
	return best
}

// matchReport reports whether the article tells how a game went, in which people leave, join and follow without changing employers.
func (d *document) matchReport() bool {
	c := d.p.named("matchword")
	if c == nil {
		return false
	}
	seen := map[string]bool{}
	for _, s := range d.sents {
		for i := range s.toks {
			if w := s.toks[i].low; c.single[w] && !seen[w] {
				if seen[w] = true; len(seen) > 4 {
					return true
				}
			}
		}
	}
	return false
}
