package extract

import (
	"strings"

	"talentgraph/graph"
)

// compoundRoles puts the roles of a move into the form in which the person holds them: nominative, of the person's gender, the
// holder in place of the office; a role that the text announces before it names the person is that of the move.
func (d *document) compoundRoles(c *candidate, m *Move) {
	if c.main && !c.past && c.to != nil && c.status != graph.Denied {
		role, s := d.announcedRole(c)
		if m.RoleTo == "" {
			m.RoleTo = role
		}
		if w, ok := s.onlyDate(); ok && role != "" && m.RoleTo == role && !c.hasDate { // "bekommt zum 1. September eine neue Finanzchefin"
			m.Date = w.resolve(d.published(), true)
			if c.status == graph.Completed && after(m.Date, d.published()) {
				m.Status = graph.Announced
			}
		}
	}
	m.RoleFrom, m.RoleTo = d.heldBy(m.RoleFrom, c.who.gender), d.heldBy(m.RoleTo, c.who.gender)
}

// announcedRole is the new role that the sentences up to the move speak of without a name: "bekommt eine neue Finanzchefin".
func (d *document) announcedRole(c *candidate) (string, *sentence) {
	for k := c.fact.sent.index; k >= 0 && k > c.fact.sent.index-4; k-- {
		s := d.sents[k]
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind == kindRole && n.role != "" && (n.tense == coming || n.indef && k == c.fact.sent.index-1 && s.block == c.fact.sent.block) && (n.roleOrg == nil || n.roleOrg.org == nil || n.roleOrg.org == c.to) && !d.p.is("nopost", strings.ToLower(n.head)) && d.fitsGender(n.role, c.who.gender) {
				return n.role, s
			}
		}
		if k < c.fact.sent.index && s.namesPerson(0) && k != c.fact.sent.index-1 {
			break
		}
	}
	return "", nil
}

// onlyDate is the calendar date that a sentence holds, where it holds just one.
func (s *sentence) onlyDate() (when, bool) {
	var w when
	n := 0
	if s != nil {
		for i := range s.nodes {
			if d := &s.nodes[i]; d.kind == kindDate && d.date.month > 0 {
				w = d.date
				n++
			}
		}
	}
	return w, n == 1
}

// fitsGender reports whether a role may be held by a person of the gender, as far as its ending tells.
func (d *document) fitsGender(role string, gender byte) bool {
	w := d.roleWord(role)
	female := strings.HasSuffix(w, "in") && len(w) > 4 && d.p.compoundRole(w[:len(w)-2])
	return gender == 0 || female == (gender == 'f') || !female && !d.p.compoundRole(w+"in")
}

// roleWord is the word of a role that says what the holder is, in lower case.
func (d *document) roleWord(role string) string {
	for _, w := range strings.Fields(strings.ToLower(role)) {
		if d.p.compoundRole(w) {
			return w
		}
	}
	return ""
}

// heldBy is a role in the nominative of the person's gender: "Vorsitzenden der Geschäftsführung" of a man is "Vorsitzender …".
func (d *document) heldBy(role string, gender byte) string {
	if role == "" {
		return role
	}
	f := strings.Fields(role)
	for i, w := range f {
		low := strings.ToLower(w)
		adjective := !d.p.compoundRole(low) && i+1 < len(f) && adjectival(low) && low == w
		switch {
		case low == "leitung" || strings.HasSuffix(low, "leitung") && d.p.compoundRole(low):
			f[i] = w[:len(w)-3] + "er"
			if gender == 'f' {
				f[i] += "in"
			}
			return strings.Join(f, " ")
		case d.p.is("adjectivalrole", strings.TrimSuffix(strings.TrimSuffix(low, "n"), "r")):
			stem := strings.TrimSuffix(strings.TrimSuffix(w, "n"), "r")
			if gender == 'm' {
				stem += "r"
			}
			f[i] = stem
			return strings.Join(f, " ")
		case d.p.compoundRole(low):
			if gender == 'm' && strings.HasSuffix(low, "in") && d.p.compoundRole(low[:len(low)-2]) {
				f[i] = w[:len(w)-2]
			} else if gender == 'f' && len(f) == 1 && !strings.HasSuffix(low, "in") && d.p.exactly("rolehead", low+"in") {
				f[i] = w + "in"
			} else if stem, ok := strings.CutSuffix(w, "en"); ok && d.p.is("rolehead", strings.ToLower(stem)) && gender != 0 {
				f[i] = stem // "Präsidenten"
			} else if stem, ok := strings.CutSuffix(w, "s"); ok && d.p.is("rolehead", strings.ToLower(stem)) && !d.p.nouns[low] {
				f[i] = stem // "des Leiters"
			}
			return strings.Join(f, " ")
		case adjective && gender == 'm' && strings.HasSuffix(w, "en"):
			f[i] = w[:len(w)-1] + "r" // "stellvertretenden Leiter"
		case adjective && gender == 'm' && strings.HasSuffix(w, "e"):
			f[i] = w + "r"
		case adjective && gender == 'f' && strings.HasSuffix(w, "en"):
			f[i] = w[:len(w)-1]
		}
	}
	return strings.Join(f, " ")
}

// fieldBehind reads the field of work right behind a role, as titles have it, from token j on: "Leiterin Verkauf und Service". The
// role began at i. It gives where the field ends.
func (d *document) fieldBehind(t []token, i, j int, head string) int {
	p := d.p
	if !p.compounds || !p.is("fieldhead", head) {
		return j
	}
	field := func(k int) bool {
		w := t[k]
		return w.capital && !w.punct && !w.upper && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && p.tokensMatch("place", t, k) == 0 && p.monthOf(w.low) == 0 && !p.is("weekday", w.low) &&
			d.flags(w.low)&isGiven == 0 && (p.is("domain", w.low) || p.noun(w.low) || p.compoundNoun(w.low)) && !d.names.orgs[w.low] && !p.is("notname", w.low)
	}
	k := j
	for k < len(t) && k < j+6 {
		switch {
		case field(k) && !(k+1 < len(t) && t[k+1].capital && !t[k+1].punct && !field(k+1)):
			k++
		case k > j && (p.is("and", t[k].low) || t[k].low == "&") && k+1 < len(t) && field(k+1):
			k += 2
		case k > j && t[k].low == "," && k+2 < len(t) && field(k+1) && (p.is("and", t[k+2].low) || t[k+2].low == "&"):
			k += 2
		default:
			return k
		}
	}
	return k
}

// unitBehind finds the organization of "Redakteur im Parlamentsbüro der Zeitung", "Referentin in der Pressestelle von O" behind the role at
// node i: its node, 0 where there is none.
func (d *document) unitBehind(s *sentence, i int) int {
	p := d.p
	if !p.compounds || s.nodes[i].roleOrg != nil {
		return 0
	}
	j := i + 1
	if j+3 >= len(s.nodes) || s.nodes[j].kind != kindWord || !p.is("unitprep", s.nodes[j].low) {
		return 0
	}
	j++
	for j < len(s.nodes) && s.nodes[j].kind == kindWord && (p.is("det", s.nodes[j].low) || !s.toks[s.nodes[j].a].capital && adjectival(s.nodes[j].low)) {
		j++
	}
	if j+1 >= len(s.nodes) || s.nodes[j].kind != kindWord || !s.toks[s.nodes[j].a].capital || !p.is("unitnoun", s.nodes[j].low) {
		return 0
	}
	j++
	if s.nodes[j].kind == kindWord && (p.is("orgprep2", s.nodes[j].low) || p.is("focusprep", s.nodes[j].low)) {
		j++
	}
	if j < len(s.nodes) && isName(&s.nodes[j]) && s.nodes[j].ref == refName && (j > 0 && s.nodes[j-1].kind == kindWord && !p.is("unitnoun", s.nodes[j-1].low) || d.genitiveOrg(s, j)) {
		return j
	}
	return 0
}
