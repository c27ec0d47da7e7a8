package extract

// appositions takes ", chief executive of BP," into the person before it.
func (d *document) appositions(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName {
			continue
		}
		j := i + 1
		// age: ", 55,"
		if j+1 < len(s.nodes) && s.nodes[j].low == "," && s.ageAt(j+1) {
			j += 2
			for j < len(s.nodes) && s.nodes[j].kind == kindWord && p.is("unit", s.nodes[j].low) {
				j++
			}
		}
		if j < len(s.nodes) && s.nodes[j].low == "(" {
			if k := s.closing(j, 6); k > 0 {
				j = k
			}
		}
		ageEnd := j
		if j >= len(s.nodes) || s.nodes[j].low != "," && s.nodes[j].low != "–" {
			continue
		}
		comma := s.nodes[j].low
		j++
		tn := present
		lead := j
		for j < len(s.nodes) && j < lead+5 {
			x := &s.nodes[j]
			if m := p.phraseAt("former", s, j); m > 1 {
				tn = past
				j += m
				continue
			}
			if x.kind == kindWord && p.is("untilword", x.low) && j+1 < len(s.nodes) && s.nodes[j+1].kind == kindDate {
				tn = past
				j += 2
				continue
			}
			if x.kind == kindDate && p.is("untilword", x.low) {
				tn = past
				j++
				continue
			}
			if x.kind != kindWord || !p.is("former", x.low) && !p.is("current", x.low) && !p.is("skip", x.low) && !p.is("bothword", x.low) {
				break
			}
			if p.is("former", x.low) {
				tn = past
			}
			j++
		}
		for p.compounds && j+1 < len(s.nodes) && s.nodes[j].kind == kindDate && (s.nodes[j+1].kind == kindDate || s.nodes[j+1].kind == kindRole) { // ", seit 2015 Leiter", ", von 2007 bis 2012 Vorstand"
			if s.nodes[j+1].kind == kindDate {
				tn = past
			}
			j++
		}
		if j < len(s.nodes) && s.nodes[j].kind == kindDate && !s.nodes[j].date.since {
			j++
		}
		if tn == past && j > lead && j < len(s.nodes) && isName(&s.nodes[j]) && s.nodes[j].ref == refName && s.nodes[j].kind != kindPlace && (j+1 == len(s.nodes) || s.clauseEnd(j+1)) && p.is("option", "org-before-role") { // ", ex-Fjordbank,"
			o, c := s.nodes[j], *n
			s.state(c, affiliation{org: &o, tense: past})
			k := j + 1
			if k < len(s.nodes) && s.nodes[k].low == comma {
				k++
			}
			s.splice(i, k, c)
			continue
		}
		// ", of Spotify,", ", formerly with Ford,"
		if j+1 < len(s.nodes) && s.nodes[j].kind == kindWord && (p.is("cue.at", s.nodes[j].low) || p.is("bracketfrom", s.nodes[j].low)) && isName(&s.nodes[j+1]) && s.nodes[j+1].ref == refName && (tn == past || s.nodes[j].low != "in" && s.nodes[j].low != "for") {
			k := j + 2
			if k < len(s.nodes) && s.nodes[k].kind == kindDate {
				k++
			}
			if s.clauseEnd(k) {
				o := s.nodes[j+1]
				c := *n
				if p.is("bracketfrom", s.nodes[j].low) {
					tn = past
				}
				s.state(c, affiliation{org: &o, role: "", tense: tn, indef: false})
				if k < len(s.nodes) && s.nodes[k].low == comma {
					k++
				}
				s.splice(i, k, c)
				continue
			}
		}
		if comma == "," && j+2 < len(s.nodes) && isName(&s.nodes[j]) && s.nodes[j].ref == refName && s.nodes[j].kind == kindOrg && s.nodes[j+1].low == "," && (p.verb[s.nodes[j+2].low] || p.is("aux", s.nodes[j+2].low)) && s.nodes[j].org != nil {
			o := s.nodes[j] // "Anthony Bolton, Fidelity, will retire"
			s.state(*n, affiliation{org: &o, role: "", tense: tn, indef: false})
			s.splice(i, j+2, s.nodes[i])
			continue
		}
		if k := d.veteran(s, j); k > 0 { // ", one of the best-known dealmakers at Credit Suisse,"
			o := s.nodes[k]
			if o.kind == kindRole {
				o = *o.roleOrg
			}
			c := *n
			t := tn
			for m := j; m < k; m++ {
				if p.is("cue.past", s.nodes[m].low) {
					t = past
				}
			}
			s.state(c, affiliation{org: &o, role: "", tense: t, indef: true})
			k++
			if k < len(s.nodes) && s.nodes[k].low == comma {
				k++
			}
			s.splice(i, k, c)
			continue
		}
		if j >= len(s.nodes) || s.nodes[j].kind != kindRole {
			if ageEnd > i+1 && ageEnd < len(s.nodes) && s.nodes[ageEnd].low == "," { // "Price, 59, has"
				c := *n
				s.splice(i, ageEnd+1, c)
			}
			continue
		}
		var affs []affiliation
		k := j
		for k < len(s.nodes) {
			r := &s.nodes[k]
			if r.kind != kindRole {
				break
			}
			t := tn
			if r.tense != present {
				t = r.tense
			}
			affs = append(affs, affiliation{org: r.roleOrg, role: r.role, tense: t, indef: r.indef})
			k++
			if k+1 < len(s.nodes) && p.is("and", s.nodes[k].low) && s.nodes[k+1].kind == kindRole {
				k++
				continue
			}
			break
		}
		if m := len(affs); m > 0 && affs[m-1].org == nil && k+1 < len(s.nodes) && s.nodes[k].low == "," && (len(s.nodes) < 14 || !d.hasVerb(s)) && p.is("option", "org-before-role") {
			if o := &s.nodes[k+1]; isName(o) && o.ref == refName && (k+2 == len(s.nodes) || s.clauseEnd(k+2)) && (s.block.kind != paragraph || k+2 == len(s.nodes) || s.nodes[k+2].low == "." || s.nodes[k+2].low == ";") { // "– X, general counsel, O."
				c := *o
				affs[m-1].org = &c
			}
		}
		if m := len(affs); m > 0 && affs[m-1].org == nil && p.is("option", "pro-drop") {
			d.roleOrgBehind(s, k, &affs[m-1])
		}
		k = d.nowAt(s, k, &affs)
		// up to the closing comma
		end := 0
		for m := k; m < len(s.nodes) && m < k+14; m++ {
			x := &s.nodes[m]
			if x.low == comma {
				end = m + 1
				break
			}
			if s.clauseEnd(m) {
				end = m
				break
			}
			if x.kind == kindPerson || x.kind == kindRole || x.kind == kindWord && (p.verb[x.low] || p.is("aux", x.low)) {
				break
			}
			if p.is("and", x.low) && m+1 < len(s.nodes) && s.nodes[m+1].kind == kindPerson {
				end = m
				break
			}
		}
		if end == 0 && k == len(s.nodes) {
			end = k
		}
		c := *n
		if p.is("option", "pro-drop") { // ", new head of strategy (before at B)"
			for m := k; m+1 < len(s.nodes) && m < k+8 && m < end; m++ {
				if s.nodes[m].low == "(" || s.nodes[k].low == "(" && m > k {
					if o := &s.nodes[m+1]; isName(o) && o.ref == refName && o.org != nil && m+1 < end && (d.behindFrom(s, m+1) || d.behindPast(s, m+1) || s.nodes[m].kind == kindWord && p.is("cue.from1", s.nodes[m].low)) {
						past1 := *o
						s.state(c, affiliation{org: &past1, role: "", tense: past, indef: false})
					}
				}
			}
		}
		for _, a := range affs {
			s.state(c, a)
			if pluralRole(a.role) { // "A and B, partners of C,"
				for m := i - 1; m > 0 && m > i-8; m-- {
					if x := &s.nodes[m]; x.kind == kindPerson && x.ref == refName {
						s.state(*x, a)
					} else if x.low != "," && !p.is("and", x.low) {
						break
					}
				}
			}
		}
		if end == 0 {
			continue
		}
		if end < len(s.nodes) && s.nodes[end].low == "(" { // `, counsel of Orbis, Inc. (the "Company"), notified`
			if k := s.closing(end, 12); k > 0 {
				if o := s.at(end + 2); o != nil && isName(o) && o.ref == refName && p.is("option", "org-before-role") && (p.is("bracketfrom", s.nodes[end+1].low) || p.is("former", s.nodes[end+1].low)) { // ", head of research (from O)"
					from := *o
					s.state(c, affiliation{org: &from, tense: past, bracket: true, arrives: true})
				}
				end = k
				if end < len(s.nodes) && s.nodes[end].low == "," {
					end++
				}
			}
		}
		// keep the comma where a list goes on
		if end < len(s.nodes) && s.nodes[end-1].low == "," && (s.nodes[end].kind == kindPerson && s.nodes[end].ref == refName || p.is("and", s.nodes[end].low) && end+1 < len(s.nodes) && s.nodes[end+1].kind == kindPerson) {
			end--
		}
		s.splice(i, end, c)
	}
}

// roleOrgBehind finds the organization of a role in an apposition behind a date, a place or a few words: "jefa de prensa hasta febrero de O".
func (d *document) roleOrgBehind(s *sentence, k int, a *affiliation) {
	p := d.p
	for ; k+1 < len(s.nodes) && s.nodes[k].low != ","; k++ {
		x, o := &s.nodes[k], &s.nodes[k+1]
		switch {
		case x.kind == kindDate:
			if d.until(s, k) {
				a.tense = past
			}
		case x.kind == kindPlace:
		case x.kind != kindWord || s.toks[x.a].punct || p.verb[x.low] || p.is("aux", x.low) || p.is("and", x.low):
			return
		case p.is("roleat", x.low) && isName(o) && o.ref == refName:
			c := *o
			a.org = &c
			return
		}
	}
}

// introduced takes a role without article and the commas into the persons behind it: "Two partners, X and Y, retired".
func (d *document) introduced(s *sentence) {
	p := d.p
	if p.classes["roleowner"] == nil && !p.compounds {
		return
	}
	for i := 2; i+2 < len(s.nodes); i++ {
		n, r := &s.nodes[i], &s.nodes[i-2]
		if n.kind != kindPerson || n.ref != refName || s.nodes[i-1].low != "," || s.nodes[i+1].low != "," || r.kind != kindRole || r.definite {
			continue
		}
		if x := &s.nodes[i+2]; x.kind != kindWord || !p.verb[x.low] && !p.is("aux", x.low) {
			continue
		}
		a := i - 2
		for a > 0 && s.nodes[a-1].kind == kindWord && (p.is("num", s.nodes[a-1].low) || p.is("bothword", s.nodes[a-1].low)) {
			a--
		}
		if a > 0 && !s.clauseStart(a) {
			continue
		}
		c := *n
		s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: false})
		s.splice(a, i+2, c)
		i = max(a, 1)
	}
}

// veteran finds the organization of an apposition without a role that starts at j: "a 15-year veteran of Google", "the
// Microsoft star"; 0 where there is none.
func (d *document) veteran(s *sentence, j int) int {
	p := d.p
	if j >= len(s.nodes) || s.nodes[j].kind != kindWord || !p.is("det", s.nodes[j].low) || p.is("det.poss", s.nodes[j].low) {
		return 0
	}
	for k := j + 1; k < len(s.nodes) && k < j+9; k++ {
		x := &s.nodes[k]
		if isName(x) && x.ref == refName && x.org != nil {
			if p.is("personat", s.nodes[k-1].low) && s.clauseEnd(k+1) {
				return k
			}
			return 0
		}
		if x.kind == kindRole && x.roleOrg != nil && x.roleOrg.ref == refName && x.roleOrg.org != nil && k > j+1 && x.tense == present && p.is("option", "pro-drop") && s.clauseEnd(k+1) { // "una delle principali banker di O"
			return k
		}
		if x.kind == kindPerson || x.kind == kindRole && x.roleOrg != nil || x.kind == kindWord && (p.verb[x.low] || s.toks[x.a].punct || p.is("rel.who", x.low)) || isName(x) {
			return 0
		}
	}
	return 0
}

func (s *sentence) ageAt(i int) bool {
	t := s.toks[s.nodes[i].a]
	return t.digit && len(t.text) == 2
}
