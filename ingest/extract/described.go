package extract

// Names that stand beside what they are, "la banque X", and two names of one organization.

// describedBefore finds where a description in front of the name at node i begins: "groupe de services pétroliers TechnipFMC",
// "cabinet d'avocats Gide". It gives the node, i where there is none.
func (d *document) describedBefore(s *sentence, i int) int {
	p := d.p
	if !p.is("option", "adjective-behind") {
		return i
	}
	for j := i - 1; j >= 0 && j > i-8; j-- {
		n := &s.nodes[j]
		single := n.kind == kindWord || n.kind == kindRole && n.b-n.a == 1 && n.roleOrg == nil
		if single && j < i-1 && p.is("orgnoun", n.low) && !s.toks[n.a].capital { // "firma de inversión X", though "firma" is a verb as well
			return j
		}
		if !single || s.toks[n.a].punct || s.toks[n.a].capital || s.toks[n.a].digit || p.verb[n.low] || p.is("says", n.low) {
			return i
		}
		if p.is("orgnoun", n.low) {
			return j
		}
		if p.is("instof", n.low) || p.is("and", n.low) || p.is("orgadj", n.low) || p.is("instprep", n.low) {
			if j == i-1 && (p.is("instof", n.low) || p.is("instprep", n.low)) {
				return i // "filiale de X": another organization
			}
			continue
		}
		if p.is("stop", n.low) || p.is("func", n.low) || p.is("skip", n.low) {
			return i
		}
	}
	return i
}

// plainNoun reports whether node j may be the noun of "groupe de cosmétiques".
func (d *document) plainNoun(s *sentence, j int) bool {
	w := s.toks[s.nodes[j].a]
	p := d.p
	return !w.punct && !w.capital && !w.digit && !p.is("stop", w.low) && !p.is("func", w.low) && !p.verb[w.low] && !p.is("skip", w.low) && !p.is("det", w.low) && !p.is("orgnoun", w.low)
}

// sameOrganization makes one organization of two that the text says are the same: "Autorité de régulation (ARTP)".
func (d *document) sameOrganization(o, alias *organization) {
	if o == nil || alias == nil || o == alias {
		return
	}
	for key, x := range d.reg.byKey {
		if x == alias {
			d.reg.byKey[key] = o
		}
	}
	o.count += alias.count
	for noun := range alias.heads {
		d.describe(o, noun)
	}
	for k, x := range d.reg.orgs {
		if x == alias {
			d.reg.orgs = append(d.reg.orgs[:k], d.reg.orgs[k+1:]...)
			break
		}
	}
	for _, s := range d.sents {
		for i := range s.nodes {
			if s.nodes[i].org == alias {
				s.nodes[i].org = o
			}
		}
	}
}

// describesName reports whether the noun at node i begins a description of a name a little later: "le groupe de services
// pétroliers TechnipFMC".
func (d *document) describesName(s *sentence, i int) bool {
	if !d.p.is("option", "adjective-behind") {
		return false
	}
	for j := i + 1; j < len(s.nodes) && j < i+8; j++ {
		if isName(&s.nodes[j]) {
			return s.nodes[j].ref == refName && d.describedBefore(s, j) == i
		}
	}
	return false
}

// describedBehind notes what an apposition calls an organization: "Calder Re, a reinsurance broker,".
func (d *document) describedBehind(s *sentence, i int) {
	o := s.nodes[i].org
	if o == nil || i+2 >= len(s.nodes) || s.nodes[i+1].low != "," {
		return
	}
	for j := i + 2; j < len(s.nodes) && j < i+12; j++ {
		n := &s.nodes[j]
		if n.low == "," || n.kind == kindPerson || n.kind == kindRole || d.p.verb[n.low] {
			return
		}
		if n.kind == kindWord && d.p.is("orgnoun", n.low) {
			if k := j + 1; k < len(s.nodes) && (d.p.verb[s.nodes[k].low] || d.p.is("aux", s.nodes[k].low) || d.p.is("option", "adjective-behind") && !s.clauseEnd(k) && !d.describes(s.nodes[k].low)) {
				return // "In a note to the regulator, the bank calls …"
			}
			d.describe(o, n.low)
			return
		}
	}
}
