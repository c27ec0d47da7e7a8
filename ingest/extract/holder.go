package extract

import "talentgraph/graph"

// holder reads a move from what two phrases state of a person of whom no clause tells a move: "X, chief executive of B, … the former
// A executive" was at A before.
func (d *document) holder(q *person, fs []*fact) *candidate {
	one := d.p.is("option", "pro-drop") || d.p.compounds // "X, ex direttore di A, lavora da due anni in B": only in one sentence
	if !one && !d.p.is("option", "holders") {
		return nil
	}
	var is, was *fact
	for _, f := range fs {
		switch f.kind {
		case "join", "leave", "internal", "stay", "succeed":
			if !f.loose {
				return nil
			}
		case "is":
			if is == nil && f.tense == present && f.org.org != nil && (!f.org.implied || f.bare) && !d.boardRole(f.role) {
				is = f
			}
			if is == nil && !one && f.tense == present && f.org.org == nil && !f.org.unknown && !f.phrase && f.focus != nil && f.focus == d.opening && !f.loose && f.sent.index > 1 {
				g := *f // "X, formerly with A, is in charge of sales": at the house that the text is about
				g.org = orgArg{org: f.focus, implied: true}
				is = &g
			}
		case "was", "prior":
			if was == nil && f.org.org != nil && !f.org.implied && !f.weak && !d.school(f.org.org) {
				was = f
			}
		}
	}
	if is == nil || was == nil || is.org.org == was.org.org || max(is.sent.index-was.sent.index, was.sent.index-is.sent.index) > 2 || one && (is.sent != was.sent || !was.phrase || is.phrase) {
		return nil
	}
	return &candidate{who: q, from: was.org.org, to: is.org.org, roleFrom: was.role, roleTo: is.role, fact: was, status: graph.Completed, conf: confGuessed, explain: []string{"holder: " + is.rule + ", " + was.rule}}
}
