package extract

import (
	"slices"
	"strings"
)

// office is a noun or verb that names a post by what its holder does: "presidencia", "presidir" (who does is "presidente").
type office struct{ male, female string }

// loadOffices reads the classes "office.MALE" and "office.MALE.FEMALE", whose words name the office of that role.
func (p *pack) loadOffices() {
	for name, c := range p.classes {
		rest, ok := strings.CutPrefix(name, "office.")
		if !ok {
			continue
		}
		male, female, ok := strings.Cut(rest, ".")
		if !ok {
			female = male
		}
		if p.offices == nil {
			p.offices = map[string]office{}
		}
		for w := range c.single {
			p.offices[w] = office{male, female}
		}
	}
}

// officeRole is the role of q at o that the sentence says by the name of the office: "asume la presidencia de O", "presidirá O". The
// words between the office and the organization stay in it: "vice-presidência de inovação da Bulla".
func (d *document) officeRole(s *sentence, q *person, o *organization) string {
	if d.p.offices == nil || o == nil {
		return ""
	}
	for i := range s.nodes {
		of, ok := d.p.offices[s.nodes[i].low]
		if !ok || s.nodes[i].kind != kindWord {
			continue
		}
		j := i + 1
		for j < len(s.nodes) && j < i+9 && s.orgAt(j) == nil && s.nodes[j].kind == kindWord && !s.toks[s.nodes[j].a].punct {
			j++
		}
		if j >= len(s.nodes) || s.orgAt(j) != o || s.nodes[j].kind == kindRole {
			continue
		}
		end := j
		for end > i+1 && (d.p.is("roleat", s.nodes[end-1].low) || d.p.is("det", s.nodes[end-1].low) || d.p.is("cue.at", s.nodes[end-1].low) || d.p.is("loose.prep", s.nodes[end-1].low)) {
			end--
		}
		role, male := of.male, q.gender != 'f'
		if !male {
			role = of.female
		}
		for k := i + 1; k < end; k++ {
			w := s.toks[s.nodes[k].a].text
			if male && k == i+1 && strings.HasSuffix(w, "a") && d.p.is("rolepost", strings.ToLower(w[:len(w)-1]+"o")) {
				w = w[:len(w)-1] + "o" // "dirección financiera": "director financiero"
			}
			role += " " + w
		}
		return role
	}
	return ""
}

// officeRoles completes the roles of a move from the names of offices in the sentences that tell of it.
func (d *document) officeRoles(c *candidate, m *Move) {
	if d.p.offices == nil {
		return
	}
	var sents []*sentence
	for _, f := range d.facts {
		if f.who == c.who && !f.phrase && !slices.Contains(sents, f.sent) {
			sents = append(sents, f.sent)
		}
	}
	for _, s := range sents {
		if m.RoleFrom == "" {
			m.RoleFrom = d.officeRole(s, c.who, c.from)
		}
		if m.RoleTo == "" {
			m.RoleTo = d.officeRole(s, c.who, c.to)
		}
	}
}
