package extract

import "talentgraph/graph"

// shortlisted states rumoured arrivals of those whom a sentence names as candidates (class "shortlist") and has at other houses, at the house whose
// post is open: "Tra i papabili il ragioniere capo dell'Iit, Giulio Canepa, e Manuela Keita, che amministra l'Epfl".
func (d *document) shortlisted(s *sentence) {
	if !d.p.is("option", "pro-drop") || s.block.title || !d.saysItself(s, "shortlist") || d.saysItself(s, "shortlist.not") || d.saysItself(s, "denyhead") {
		return
	}
	house := d.lastLeft(s)
	if house == nil {
		house = d.opening
	}
	if house == nil {
		return
	}
	var out []*fact
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName || d.speaker(s, i) {
			continue
		}
		for _, q := range n.persons {
			var at *fact
			for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
				f := d.facts[k]
				if f.who != q {
					continue
				}
				if (f.kind == "join" || f.kind == "leave") && !f.loose || f.kind == "internal" || f.kind == "stay" {
					at = nil
					break
				}
				if (f.kind == "is" || f.kind == "was" && f.phrase && !f.formerly) && f.org.org != nil && !f.org.implied && f.org.org != house && f.tense != coming && !(f.loose && f.kind == "was") {
					at = f
				}
			}
			if at != nil {
				out = append(out, &fact{kind: "join", who: q, from: at.org, to: orgArg{org: house}, roleFrom: at.role, sent: s, node: i, rule: "shortlist", focus: d.focus, status: graph.Rumored})
			}
		}
	}
	d.facts = append(d.facts, out...)
}
