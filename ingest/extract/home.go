package extract

// findHome is the organization that the article is about: named in the title or lead, and clearly more often than any other. It is nil
// in columns that tell of many.
func (d *document) findHome() *organization {
	if !d.p.is("option", "home") && !d.p.is("option", "pro-drop") {
		return nil
	}
	weight := map[*organization]int{}
	lead := 0
	for _, s := range d.sents {
		seen := map[*organization]bool{}
		note := func(o *organization) {
			if o == nil || seen[o] {
				return
			}
			seen[o] = true
			weight[o] += 2
			if s.block.title || s.index == 0 {
				weight[o]++
			}
			if !s.block.title && lead == 0 {
				weight[o] += 2
			}
		}
		for i := range s.nodes {
			if i > 0 && d.p.is("source", s.nodes[i-1].low) || i > 1 && d.p.phraseAt("source", s, i-2) == 2 || d.leftBehind(s, i) {
				continue
			}
			note(s.orgAt(i))
			if i == 0 && s.block.title && len(s.nodes) > 1 && s.nodes[1].low == ":" && s.orgAt(i) != nil { // "O : …"
				weight[s.orgAt(i)] += 3
			}
		}
		for _, st := range s.affs {
			if st.aff.org != nil && st.aff.org.ref == refName && st.aff.tense != past {
				note(st.aff.org.org)
			}
		}
		if !s.block.title && len(seen) > 0 {
			lead++
		}
	}
	var best *organization
	second := 0
	for _, o := range d.reg.orgs {
		switch w := weight[o]; {
		case best == nil || w > weight[best]:
			if best != nil {
				second = weight[best]
			}
			best = o
		case w > second:
			second = w
		}
	}
	clear := weight[best]*2 >= second*3 || d.p.is("option", "home") && weight[best]*4 >= second*5
	if best == nil || weight[best] < 5 || !clear {
		return nil
	}
	if d.p.is("option", "pro-drop") && best != d.opening {
		return nil
	}
	return best
}

// leftBehind reports whether the organization at node i is only where somebody comes from: "un ancien de O", "venu de O".
func (d *document) leftBehind(s *sentence, i int) bool {
	if n := &s.nodes[i]; n.kind == kindRole {
		return n.tense == past
	}
	if d.p.is("option", "pro-drop") && i > 1 && d.p.is("roleat", s.nodes[i-1].low) && (d.p.is("formernoun", s.nodes[i-2].low) || i > 2 && d.p.is("former", s.nodes[i-3].low)) { // "dos exempleados de O", "dos antiguos directivos de O"
		return true
	}
	return d.behindFrom(s, i) && !d.p.verb[s.nodes[i-1].low] || i > 1 && s.nodes[i-2].kind == kindWord && d.p.is("former", s.nodes[i-2].low) && d.p.is("roleat", s.nodes[i-1].low)
}
