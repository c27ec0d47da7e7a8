package extract

// samePost completes one role of a move from the other where the text says that they are alike ("dans les mêmes fonctions", "au même
// poste"), and the former role from a clause that only says "there": "Elle arrive de Renault. Elle y était directrice du marketing."
func (d *document) samePost(c *candidate, m *Move) {
	if !d.p.is("option", "home") || c.from == nil {
		return
	}
	if m.RoleFrom == "" {
		m.RoleFrom = d.roleThere(c.who, c.from)
	}
	if m.RoleFrom == "" {
		m.RoleFrom = d.roleDescribed(c.who, c.from)
	}
	if (m.RoleFrom == "") == (m.RoleTo == "") || c.to == nil {
		return
	}
	for _, f := range d.facts {
		if f.who != c.who || f.phrase {
			continue
		}
		for i := range f.sent.nodes {
			if f.sent.nodes[i].kind == kindWord && d.inClass("samepost", f.sent, i) {
				if m.RoleTo == "" {
					m.RoleTo = m.RoleFrom
				} else {
					m.RoleFrom = m.RoleTo
				}
				return
			}
		}
	}
}

// roleThere is the role that the sentence behind one about q at o gives q without naming an organization.
func (d *document) roleThere(q *person, o *organization) string {
	for _, a := range d.facts {
		if a.who != q || a.role == "" || a.phrase || a.kind != "was" || a.org.org != nil && !a.org.implied {
			continue
		}
		for _, b := range d.facts {
			if b.who == q && b.sent.index == a.sent.index-1 && b.sent.block == a.sent.block && !b.org.implied && (b.org.org == o || b.from.org == o) {
				return a.role
			}
		}
	}
	return ""
}

// roleDescribed is the role at o by which a clause about q calls q: "Le directeur général de O avait fait savoir qu'il …".
func (d *document) roleDescribed(q *person, o *organization) string {
	for _, f := range d.facts {
		if f.who != q || f.phrase {
			continue
		}
		for i := range f.sent.nodes {
			n := &f.sent.nodes[i]
			if n.kind == kindPerson && n.ref == refName {
				break
			}
			if n.kind == kindRole && n.definite && !n.possess && n.tense != coming && n.roleOrg != nil && n.roleOrg.org == o {
				return n.role
			}
		}
	}
	return ""
}
