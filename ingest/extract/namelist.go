package extract

// Persons named one after the other.

// lists joins "A, B and C".
func (d *document) lists(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		if s.nodes[i].kind != kindPerson || s.nodes[i].ref != refName {
			continue
		}
		// "P and eleven colleagues"
		if k := i + 1; k+1 < len(s.nodes) && p.is("and", s.nodes[k].low) {
			for m := k + 1; m < len(s.nodes) && m < k+5 && (s.nodes[m].kind == kindWord || s.nodes[m].kind == kindRole); m++ {
				if p.is("othersword", s.nodes[m].low) || s.nodes[m].kind == kindRole && s.nodes[m].roleOrg == nil && m > k+1 && !s.nodes[m].definite {
					s.splice(i, m+1, s.nodes[i])
					break
				}
				if p.is("det.def", s.nodes[m].low) || p.verb[s.nodes[m].low] || p.is("aux", s.nodes[m].low) {
					break
				}
			}
		}
		for {
			j := i + 1
			if (d.p.compounds || d.p.is("option", "home")) && j < len(s.nodes) && s.nodes[j].low == "(" { // "P (41) und Q (38)"
				if k := s.closing(j, 4); k > 0 {
					j = k
				}
			}
			comma := d.p.compounds && s.toks[s.nodes[i].b-1].low == "," // taken in with an age: "P (41), Q und R"
			if j < len(s.nodes) && s.nodes[j].low == "," {
				j++
			}
			and := j < len(s.nodes) && (p.is("and", s.nodes[j].low) || s.nodes[j].low == "&")
			if and {
				j++
				if j+1 < len(s.nodes) && s.nodes[j].kind == kindWord && p.is("listprep", s.nodes[j].low) && i > 0 && s.nodes[i-1].low == s.nodes[j].low {
					j++ // "a P y a P"
				}
			}
			if j == i+1 && !comma || j >= len(s.nodes) {
				break
			}
			if x := &s.nodes[j]; x.kind == kindName && x.b-x.a > 1 && x.org != nil && x.org.count < 3 && !p.is("orgword", s.toks[x.b-1].low) && (and || d.listAhead(s, j)) && !(d.p.is("option", "home") && x.a > 0 && d.p.is("det", s.toks[x.a].low)) {
				x.kind, x.persons, x.org = kindPerson, []*person{d.addPerson(x.name, s.index)}, nil
			}
			if k := d.companion(s, j); and && k > 0 {
				s.splice(j, k+1, s.nodes[k])
			}
			if s.nodes[j].kind != kindPerson || s.nodes[j].ref != refName {
				break
			}
			if !and && !d.listAhead(s, j) {
				break
			}
			if and { // "A and B of Unilever"
				for _, st := range s.affs {
					if st.who.a == s.nodes[j].a && st.aff.role == "" && st.aff.org != nil && !st.aff.indef && !s.placed(s.nodes[i].persons) {
						st.who.persons = s.nodes[i].persons
						s.affs = append(s.affs, st)
						break
					}
				}
			}
			c := s.nodes[i]
			for _, st := range s.affs { // "A and B, partners at O,"
				if st.who.a == s.nodes[j].a && len(st.who.persons) == 1 && d.pluralRole(st.aff.role) {
					s.state(s.nodes[i], st.aff)
				}
			}
			for _, st := range s.affs { // "Two of Nimbus's co-founders, A and B"
				if st.who.a == s.nodes[i].a && len(st.who.persons) == 1 && len(s.nodes[i].persons) == 1 && st.aff.org != nil && pluralRole(st.aff.role) && d.p.is("option", "org-before-role") && !s.placed(s.nodes[j].persons) {
					s.state(s.nodes[j], st.aff)
					break
				}
			}
			c.persons = append(append([]*person(nil), c.persons...), s.nodes[j].persons...)
			c.plural = true
			s.splice(i, j+1, c)
			if and {
				d.bothOf(s, i)
				if p.is("option", "pro-drop") && i+2 < len(s.nodes) && p.is("and", s.nodes[i+1].low) && s.nodes[i+2].kind == kindPerson && s.nodes[i+2].ref == refName { // "il counsel A e le associate B e C"
					continue
				}
				break
			}
		}
	}
}

// bothOf reads ", both of Nvidia," behind a list of persons.
func (d *document) bothOf(s *sentence, i int) {
	p := d.p
	if i+5 < len(s.nodes) && s.nodes[i+1].low == "," && p.is("bothword", s.nodes[i+2].low) && (p.is("cue.at", s.nodes[i+3].low) || p.is("personat", s.nodes[i+3].low)) && isName(&s.nodes[i+4]) && s.clauseEnd(i+5) {
		o := s.nodes[i+4]
		s.state(s.nodes[i], affiliation{org: &o, role: "", tense: present, indef: false})
		end := i + 5
		if s.nodes[end].low == "," {
			end++
		}
		s.splice(i, end, s.nodes[i])
	}
}

// listAhead reports whether the comma list that goes on at j reaches an "and" with a person.
func (d *document) listAhead(s *sentence, j int) bool {
	for j+1 < len(s.nodes) {
		j++
		if d.p.compounds && s.nodes[j].low == "(" {
			if k := s.closing(j, 4); k > 0 && k < len(s.nodes) {
				j = k
			}
		}
		if s.nodes[j].low == "," {
			j++
		}
		if j < len(s.nodes) && (d.p.is("and", s.nodes[j].low) || s.nodes[j].low == "&") {
			return j+1 < len(s.nodes) && (s.nodes[j+1].kind == kindPerson || s.nodes[j+1].kind == kindName && s.nodes[j+1].b-s.nodes[j+1].a > 1)
		}
		if j >= len(s.nodes) || s.nodes[j].kind != kindPerson && !(s.nodes[j].kind == kindName && s.nodes[j].b-s.nodes[j].a > 1) {
			return false
		}
	}
	return false
}
