package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// moveRoles completes the roles of a move: what a founder is, what the predecessor held, and one person's role in the singular.
func (d *document) moveRoles(c *candidate, m *Move) {
	if m.RoleTo == "" && c.fact.founder && c.to != nil && c.to == c.fact.to.org {
		m.RoleTo = d.p.only("founder")
	}
	if m.RoleFrom == "" {
		m.RoleFrom = d.roleBeside(c.who, c.from)
	}
	if m.RoleTo == "" && c.status != graph.Denied {
		m.RoleTo = d.roleCued(c)
	}
	d.officeRoles(c, m)
	d.samePost(c, m)
	if c.main && !c.past {
		if m.RoleFrom == "" && c.from != nil {
			m.RoleFrom = d.roleOfSuccessor(c.who, c.from)
		}
		if m.RoleTo == "" && c.to != nil {
			m.RoleTo = d.roleOfPredecessor(c.who, c.to)
		}
	}
	if d.p.is("option", "org-before-role") {
		if r := d.statedRole(c, c.from, true); r != "" && d.vagueRole(m.RoleFrom) {
			m.RoleFrom = r
		}
		if r := d.statedRole(c, c.to, false); r != "" && d.vagueRole(m.RoleTo) {
			m.RoleTo = r
		}
	}
	m.RoleFrom, m.RoleTo = d.singular(m.RoleFrom), d.singular(m.RoleTo)
	if d.p.compounds {
		d.compoundRoles(c, m)
	}
}

// roleBeside is the role that a clause without an organization gives q in a sentence that also says that q was at o: "…, where she
// was head of research".
func (d *document) roleBeside(q *person, o *organization) string {
	if o == nil {
		return ""
	}
	for _, a := range d.facts {
		if a.who != q || a.role == "" || a.phrase || a.org.org != nil && !a.org.implied || a.kind != "was" && a.kind != "is" && a.kind != "prior" {
			continue
		}
		for _, b := range d.facts {
			if b.who == q && b.sent == a.sent && (b.org.org == o && !b.org.implied || b.from.org == o) {
				return a.role
			}
		}
	}
	return ""
}

// roleCued is a role behind one of the words that announce it ("rolecue": as, becomes) in the sentence of the arrival, or in a heading that
// names the person.
func (d *document) roleCued(c *candidate) string {
	if d.p.named("rolecue") == nil || c.to == nil {
		return ""
	}
	for _, s := range d.sents {
		if s != c.fact.sent && !(c.main && s.block.kind == heading) {
			continue
		}
		named := s == c.fact.sent
		others := false
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
				in := slices.Contains(n.persons, c.who)
				named, others = named || in, others || !in
			}
		}
		if !named || others {
			continue
		}
		for i := 1; i < len(s.nodes); i++ {
			n := &s.nodes[i]
			if n.kind != kindRole || n.role == "" || n.tense == past || n.roleOrg != nil && n.roleOrg.org != c.to && n.roleOrg.ref == refName {
				continue
			}
			k := i - 1
			if k > 0 && d.p.is("roleat", s.nodes[k].low) {
				k--
			}
			if s.nodes[k].kind == kindWord && d.p.is("rolecue", s.nodes[k].low) || s.nodes[i-1].kind == kindWord && d.p.is("rolecue", s.nodes[i-1].low) {
				return n.role
			}
		}
	}
	return ""
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

// vagueRole reports whether a role says little: none, or "executive".
func (d *document) vagueRole(role string) bool {
	return role == "" || len(role) < 5 && strings.ToUpper(role) == role || d.p.is("vaguerole", strings.ToLower(role)) // "CEO" of a headline
}

// statedRole is the role that the text gives the person at o: the one it left, or the one it took. What plain sentences say goes before
// a headline, what says more before what says little.
func (d *document) statedRole(c *candidate, o *organization, left bool) string {
	if o == nil {
		return ""
	}
	best, rank := "", 0
	consider := func(f *fact, role string) {
		if role == "" {
			return
		}
		r := 3
		if f.sent.block.title || f.sent.block.kind == heading {
			r--
		}
		if d.vagueRole(role) {
			r -= 2
		}
		if r > rank {
			best, rank = role, r
		}
	}
	for _, f := range d.facts {
		if f.who != c.who {
			continue
		}
		switch f.kind {
		case "is", "was", "prior", "begin", "after":
			if f.org.org == o && (left || f.tense != past) && !(left && f.tense == coming) {
				consider(f, f.role)
			}
		case "join":
			if f.to.org == o || !left && f.to.org == nil && f.focus == o {
				consider(f, f.roleTo)
			}
			if left && f.from.org == o {
				consider(f, f.roleFrom)
			}
		case "leave":
			if left && (f.from.org == o || f.from.org == nil && f.focus == o) {
				consider(f, f.roleFrom)
			}
			if !left && f.to.org == o {
				consider(f, f.roleTo)
			}
		}
	}
	return best
}

// roleOf is the role that the text gives the person at an organization, or without one in a bare apposition.
func roleOf(fs []*fact, o *organization, index int) string {
	bare := ""
	for _, f := range fs {
		role := f.role
		if role == "" || f.kind != "is" && f.kind != "was" && f.kind != "prior" {
			continue
		}
		if f.org.org == o && o != nil {
			return role
		}
		if f.bare && bare == "" && f.sent.index <= index+1 {
			bare = role
		}
	}
	return bare
}

// lastWord is the last word of a phrase, in lower case.
func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

// stopgap reports whether a role is held only for a time (class "stopgap": "acting treasurer"): mostly by somebody of the house, so that
// who takes it comes from elsewhere only where the text says so.
func (d *document) stopgap(role string) bool {
	first, _, _ := strings.Cut(strings.ToLower(role), " ")
	return d.p.is("stopgap", first)
}
