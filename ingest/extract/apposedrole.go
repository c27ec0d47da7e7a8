package extract

import "talentgraph/graph"

// apposedRoles states what an apposition says of whom a definite role means: "La metteuse en scène, actuellement codirectrice de O, a été
// choisie".
func (d *document) apposedRoles(s *sentence) []*fact {
	if !d.p.is("option", "home") {
		return nil
	}
	out := d.openingRole(s)
	for i := 0; i+2 < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindRole || !n.definite || n.possess || n.roleOrg != nil {
			continue
		}
		j := i + 1
		for j < len(s.nodes) && s.nodes[j].kind == kindDate { // "de 39 ans"
			j++
		}
		if j >= len(s.nodes) || s.nodes[j].low != "," {
			continue
		}
		j++
		tn := present
		for j < len(s.nodes) && j < i+8 && s.nodes[j].kind == kindWord && (d.p.is("former", s.nodes[j].low) || d.p.is("current", s.nodes[j].low) || d.p.is("skip", s.nodes[j].low)) {
			if d.p.is("former", s.nodes[j].low) {
				tn = past
			}
			j++
		}
		if j >= len(s.nodes) || s.nodes[j].kind != kindRole {
			continue
		}
		r := &s.nodes[j]
		k := j + 1
		for k < len(s.nodes) && s.nodes[k].kind == kindDate {
			k++
		}
		if !s.clauseEnd(k) {
			continue
		}
		q := d.describedPerson(s, i)
		if q == nil {
			continue
		}
		if r.tense == past {
			tn = past
		}
		f := &fact{kind: "is", who: q, role: r.role, tense: tn, sent: s, node: i, rule: "phrase", phrase: true, focus: d.focus, status: graph.Completed}
		if tn == past {
			f.kind = "was"
		}
		if r.roleOrg != nil {
			f.org = d.resolveOrg(s, d.nodeAt(s, r.roleOrg.a), r.roleOrg, q)
		} else {
			f.bare = true
			f.org = orgArg{org: d.localFocus(s, i), implied: true}
		}
		out = append(out, f)
	}
	return out
}

// openingRole states what a role that opens the sentence says of whom stands behind its comma: "Actuellement responsable de la recherche de O, la
// Lausannoise prendra …", "Présidente de A et ancienne directrice de B, P a …".
func (d *document) openingRole(s *sentence) []*fact {
	if len(s.nodes) < 4 || s.nodes[0].kind != kindRole || s.nodes[0].definite || s.nodes[0].possess {
		return nil
	}
	roles := []*node{&s.nodes[0]}
	j := 1
	for ; j < len(s.nodes)-1; j++ {
		n := &s.nodes[j]
		switch {
		case n.kind == kindDate:
		case d.p.is("and", n.low) && s.nodes[j+1].kind == kindRole:
			j++
			roles = append(roles, &s.nodes[j])
		default:
			goto behind
		}
	}
behind:
	if s.nodes[j].low != "," || j+1 >= len(s.nodes) {
		return nil
	}
	n := &s.nodes[j+1]
	if !(n.kind == kindPerson && n.ref != refRelative && !n.plural || n.kind == kindRole && n.definite && n.roleOrg == nil) {
		return nil
	}
	var out []*fact
	for _, q := range d.resolvePersons(s, j+1) {
		for _, r := range roles {
			if r.roleOrg == nil || r.tense == coming {
				continue
			}
			f := &fact{kind: "is", who: q, role: r.role, tense: r.tense, sent: s, rule: "phrase", phrase: true, focus: d.focus, status: graph.Completed}
			if r.tense == past {
				f.kind = "was"
			}
			f.org = d.resolveOrg(s, 0, r.roleOrg, q)
			out = append(out, f)
		}
	}
	return out
}
