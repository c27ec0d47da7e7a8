package extract

import (
	"slices"

	"talentgraph/graph"
)

// hints notes who arrives, by a word of arriving close to the name, where no frame has stated a move of that person in the sentence:
// "À ses côtés travaille désormais P", "P reprendra le secteur". It counts only where the text also says where P was before.
func (d *document) hints(s *sentence) []*fact {
	if d.p.named("hint.behind") == nil || s.block.kind == heading {
		return nil
	}
	item := d.label != nil && d.labelled == s.block && !d.hasVerb(s) // "• O : P, directrice (ex-A)"
	moved := map[*person]bool{}
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		switch f := d.facts[k]; f.kind {
		case "join", "leave", "stay", "internal":
			if !f.loose && !(f.kind == "join" && f.to.org == nil && f.from.org != nil) && !(f.kind == "leave" && f.to.org == nil && f.from.org != nil && f.from.org != f.focus) {
				moved[f.who] = true
			}
		}
	}
	if d.p.is("option", "org-before-role") { // whose move the text has told already needs no hint
		for _, f := range d.facts {
			if (f.kind == "join" || f.kind == "leave") && !f.loose && f.who != nil {
				moved[f.who] = true
			}
		}
	}
	var out []*fact
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref == refRelative || n.kind == kindPerson && n.ref != refName && d.p.is("hint.object", n.low) || d.speaker(s, i) || !item && !d.hinted(s, i) {
			continue
		}
		for _, q := range d.resolvePersons(s, i) {
			if !moved[q] {
				out = append(out, &fact{kind: "join", who: q, sent: s, node: i, rule: "hint", focus: d.localFocus(s, i), status: graph.Completed, weak: true})
			}
		}
	}
	return out
}

// withoutHints leaves out the hints of a person's facts where a frame tells of a move as well, or of who took the person's place.
func withoutHints(fs []*fact) []*fact {
	if !slices.ContainsFunc(fs, func(f *fact) bool {
		return f.rule != "hint" && !f.loose && (f.kind == "join" || f.kind == "leave" || f.kind == "internal" || f.kind == "stay")
	}) {
		return fs
	}
	return slices.DeleteFunc(slices.Clone(fs), func(f *fact) bool { return f.rule == "hint" })
}

// onlyHinted reports whether nothing but hints tell of the arrival.
func (c *candidate) onlyHinted() bool {
	return !slices.ContainsFunc(c.explain, func(rule string) bool { return rule != "hint" })
}

// hinted looks for a word of arriving before or behind the person at node i.
func (d *document) hinted(s *sentence, i int) bool {
	p := d.p
	near := func(class string, k int) bool {
		c := p.classes[class]
		return c != nil && (c.has(s.nodes[k].low) || s.phrase(c, k) > 0)
	}
	stop := func(k int) bool {
		n := &s.nodes[k]
		return n.kind == kindPerson && n.ref == refName || n.low == ";" || n.low == "." || n.low == "\"" || p.is("hint.stop", n.low)
	}
	found := false
	for k := i + 1; k < len(s.nodes) && k < i+16 && !stop(k); k++ {
		if (s.nodes[k].kind == kindWord || s.nodes[k].kind == kindRole && s.nodes[k].roleOrg == nil) && near("hint.behind", k) && !(p.is("hint.passive", s.nodes[k].low) && p.is("hint.active", s.nodes[k-1].low)) {
			found = true
			break
		}
	}
	for k := i - 1; k >= 0 && k > i-7 && !stop(k) && !found; k-- {
		if s.nodes[k].kind == kindWord && near("hint.before", k) {
			found = true
		}
	}
	if found {
		return true
	}
	// "Deux recrues ont signé : P, … et P, …"
	for k := i - 1; k > 0; k-- {
		if s.nodes[k].low != ":" {
			continue
		}
		for j := k - 1; j >= 0 && j > k-8; j-- {
			if s.nodes[j].kind == kindWord && near("hint.before", j) {
				return true
			}
		}
		return false
	}
	return false
}
