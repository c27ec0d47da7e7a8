package extract

import "strings"

// relativeAt reports whether the article-like word at node i begins a relative clause: behind a comma (and a preposition), with
// the verb at the clause's end.
func (d *document) relativeAt(s *sentence, i int) bool {
	p := d.p
	k := i - 1
	if k >= 0 && s.nodes[k].kind == kindWord && p.is("relprep", s.nodes[k].low) {
		k--
	}
	if k < 1 || s.nodes[k].low != "," {
		return false
	}
	last := -1
	for j := i + 1; j < len(s.nodes); j++ {
		n := &s.nodes[j]
		if s.toks[n.a].punct && n.low != "(" && n.low != ")" && n.low != "\"" && n.low != "-" && n.low != "&" {
			break
		}
		if n.low == "und" && j > i+1 && d.verbal(&s.nodes[j-1]) {
			break
		}
		last = j
	}
	if last < 0 {
		return false
	}
	if l := &s.nodes[last]; last > i+1 && l.kind == kindWord && !s.toks[l.a].capital && !s.toks[l.a].digit && !s.toks[l.a].punct && !p.is("func", l.low) && !p.is("skip", l.low) {
		x := &s.nodes[i+1]
		if !(x.kind == kindRole || x.kind == kindWord && s.toks[x.a].capital || x.kind == kindWord && adjectival(x.low) && !p.is("relnext", x.low) && !p.is("det", x.low)) {
			return true // a verb, most likely
		}
	}
	if d.verbal(&s.nodes[last]) && last > i {
		// ", der Chef von X wird": a noun right behind may still be its subject or object
		return true
	}
	n := &s.nodes[i+1]
	return n.kind == kindDate || n.kind == kindPerson || n.kind == kindWord && p.is("relnext", n.low)
}

// verbal reports whether a node is a verb form.
func (d *document) verbal(n *node) bool {
	return n.kind == kindWord && (d.p.verb[n.low] || d.p.is("aux", n.low) || d.p.is("was", n.low) || d.p.is("is", n.low) || d.p.is("worked", n.low) || d.p.is("says", n.low) || d.p.is("finite", n.low))
}

// genitiveOrg reports whether the organization at node i stands in the genitive by its article: "der Bank", "des Spiegels".
func (d *document) genitiveOrg(s *sentence, i int) bool {
	if i >= len(s.nodes) {
		return false
	}
	n := &s.nodes[i]
	return isName(n) && n.ref != refRelative && d.p.is("det.gen", s.toks[n.a].low)
}

// movesAs reports whether the role at node i stands in "wechselt als Partner von X": X is where the person comes from.
func (d *document) movesAs(s *sentence, i, j int) bool {
	p := d.p
	if p.compounds && (s.nodes[j].low == "an" || s.nodes[j].low == "ans") { // "verliert den Chefredakteur an O"
		for k := range i {
			if p.is("loses", s.nodes[k].low) {
				return true
			}
		}
	}
	if p.compounds && p.is("focusprep", s.nodes[j].low) { // "nun unterschreibt der Stürmer bei O"
		for k := max(0, i-2); k < i; k++ {
			if p.is("joinsat", s.nodes[k].low) {
				return true
			}
		}
	}
	if !p.compounds || i == 0 || s.nodes[i-1].low != "als" || !p.is("orgprep2", s.nodes[j].low) {
		return false
	}
	for k := range s.nodes {
		if n := &s.nodes[k]; n.kind == kindWord && (p.is("v.wechsel", n.low) || p.is("v.komm", n.low) || p.is("v.wpart", n.low)) {
			return true
		}
	}
	return false
}

// unitOf takes "die Sparte X von Y", "das Team X der Y" together to Y.
func (d *document) unitOf(s *sentence, i *int) {
	p := d.p
	j := *i
	if !p.compounds || j == 0 || s.nodes[j].ref != refName || s.nodes[j-1].kind != kindWord || !p.is("unitnoun", s.nodes[j-1].low) {
		return
	}
	k := j + 1
	if k < len(s.nodes) && s.nodes[k].kind == kindWord && (p.is("orgprep2", s.nodes[k].low) || p.is("focusprep", s.nodes[k].low) || p.is("det.gen", s.nodes[k].low)) {
		k++
	}
	if k >= len(s.nodes) || !isName(&s.nodes[k]) {
		return
	}
	if k == j+1 {
		return
	}
	c := s.nodes[k]
	a := j - 1
	if a > 0 && p.is("det", s.nodes[a-1].low) {
		a--
	}
	s.splice(a, k+1, c)
	*i = a
}

// unitDescribed takes "das KI-Labor von O", "die Redaktion der O" to O, at which node *i stands.
func (d *document) unitDescribed(s *sentence, i *int) {
	p := d.p
	j := *i
	if !p.compounds || j < 2 || s.nodes[j].ref != refName {
		return
	}
	k := j - 1
	if s.nodes[k].kind == kindWord && p.is("orgprep2", s.nodes[k].low) {
		k--
	} else if !d.genitiveOrg(s, j) {
		return
	}
	if x := &s.nodes[k]; k > 0 && isName(x) && x.ref == refDescribed && p.is("parthead", x.head) {
		c := s.nodes[j]
		s.splice(k, j+1, c)
		*i = k
	}
}

// apposed absorbs a plain noun that stands before a name and says what it is: "vom Energieversorger EnBW".
func (d *document) apposed(s *sentence, i int) bool {
	p := d.p
	if !p.compounds || i < 2 || s.nodes[i].ref != refName || s.nodes[i].kind != kindOrg {
		return false
	}
	n := &s.nodes[i-1]
	if n.kind != kindWord || n.b-n.a != 1 || !s.toks[n.a].capital || s.toks[n.a].punct || p.is("func", n.low) || p.verb[n.low] || p.is("skip", n.low) || p.is("aux", n.low) || len(n.low) < 5 {
		return false
	}
	b := &s.nodes[i-2]
	return b.kind == kindWord && (p.is("det", b.low) || p.is("fused", b.low) || p.is("orgadj", b.low))
}

// nowAt takes "und heute bei O", "und jetzt R bei O" behind the roles of an apposition, which ends at node k; it gives where it ends then.
func (d *document) nowAt(s *sentence, k int, affs *[]affiliation) int {
	p := d.p
	if !p.compounds || k+2 >= len(s.nodes) || !p.is("and", s.nodes[k].low) && s.nodes[k].low != "," || s.nodes[k+1].kind != kindWord || !p.is("bracketto", s.nodes[k+1].low) || p.is("cue.at", s.nodes[k+1].low) {
		return k
	}
	for j := k + 2; j < len(s.nodes) && j < k+6; j++ {
		n := &s.nodes[j]
		switch {
		case isName(n) && n.ref == refName:
			o := *n
			*affs = append(*affs, affiliation{org: &o, tense: coming})
			return j + 1
		case n.kind == kindRole && n.roleOrg != nil:
			*affs = append(*affs, affiliation{org: n.roleOrg, role: n.role, tense: coming})
			return j + 1
		case n.kind != kindWord || s.toks[n.a].punct || d.verbal(n):
			return k
		}
	}
	return k
}

// noPost reports whether the role at n only says what a person is, so that "bei O" behind it belongs to the verb: "die gebürtige
// Bremerin", "der Jurist".
func (d *document) noPost(s *sentence, n *node) bool {
	if !d.p.compounds {
		return false
	}
	return d.p.is("nopost", n.head) || n.a > 0 && strings.HasPrefix(s.toks[n.a-1].low, "gebürtig")
}
