package extract

import "strings"

// moveRoles completes the roles of a move: what a founder is, what the predecessor held, and one person's role in the singular.
func (d *document) moveRoles(c *candidate, m *Move) {
	if m.RoleTo == "" && c.fact.founder && c.to != nil && c.to == c.fact.to.org {
		m.RoleTo = d.p.only("founder")
	}
	if c.main && !c.past {
		if m.RoleFrom == "" && c.from != nil {
			m.RoleFrom = d.roleOfSuccessor(c.who, c.from)
		}
		if m.RoleTo == "" && c.to != nil {
			m.RoleTo = d.roleOfPredecessor(c.who, c.to)
		}
	}
	m.RoleFrom, m.RoleTo = d.singular(m.RoleFrom), d.singular(m.RoleTo)
}

// roleOfSuccessor is what the one who takes over from q becomes at o (nil: anywhere).
func (d *document) roleOfSuccessor(q *person, o *organization) string {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" && j.roleTo != "" && (o == nil || j.to.org == o || j.to.org == nil) {
				return j.roleTo
			}
		}
	}
	return ""
}

// roleOfPredecessor is what the one whom q succeeds was at o.
func (d *document) roleOfPredecessor(q *person, o *organization) string {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.who != q || x.whom == nil {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.whom && (j.kind == "is" || j.kind == "was") && j.role != "" && j.org.org == o {
				return j.role
			}
			if j.who == x.whom && j.kind == "leave" && j.roleFrom != "" && (j.from.org == o || j.from.org == nil) {
				return j.roleFrom
			}
		}
	}
	return ""
}

// singular is a role as one person holds it: "partners" is "partner".
func (d *document) singular(role string) string {
	if !d.pluralRole(role) {
		return role
	}
	w, rest, _ := strings.Cut(role, " ")
	one := strings.TrimSuffix(w, "s")
	if !d.p.is("rolehead", strings.ToLower(one)) {
		one = strings.TrimSuffix(w, "es")
	}
	return strings.TrimSpace(one + " " + rest)
}

// only is the word of a class that has one.
func (p *pack) only(class string) string {
	if c := p.classes[class]; c != nil && len(c.single) == 1 {
		for w := range c.single {
			return w
		}
	}
	return ""
}
