package extract

// complete fills the other end of a move from the same sentence where no frame ties it: an employer left behind "from",
// "leaving", or "after nine years at"; one gone to behind "to run" or "as partner at".
func (d *document) complete(s *sentence, b binding, f *fact) {
	if f.kind == "join" && f.to.org == nil && !f.to.unknown && f.from.org != nil {
		// "Pinecone's general counsel, Claire Whitfield, was hired from Siemens"
		for _, g := range d.facts {
			if g.sent == s && g.phrase && g.who == f.who && g.kind == "is" && g.org.org != nil && g.org.org != f.from.org && !g.org.implied {
				f.to = g.org
				return
			}
		}
		for _, g := range d.facts { // "is out as CEO of Zipp only ten months after he came over from Lime"
			if g.sent == s && g.who == f.who && g.kind == "leave" && g.from.org != nil && !g.from.implied && g.from.org != f.from.org && g.node < b.start && d.p.is("option", "org-before-role") {
				f.to = g.from
				return
			}
		}
		for j := b.end; j < len(s.nodes) && j < b.end+20; j++ {
			if s.nodes[j].ref == refRelative && isName(&s.nodes[j]) && d.p.is("option", "org-before-role") {
				break // "from A, which he had run since its sale to B"
			}
			if o := s.orgAt(j); o != nil && o != f.from.org && !s.claimed[j] && !d.crosses(s, b, j) && d.behindGo(s, j, b.end) && !d.behindPast(s, j) && !(j > 1 && d.p.is("and", s.nodes[j-2].low) && d.p.is("personwith", s.nodes[j-1].low)) {
				f.to = orgArg{org: o}
				return
			}
		}
		if o := d.subjectOrg(s, b.start); o != nil && o != f.from.org {
			f.to = orgArg{org: o}
			return
		}
		// the only other organization: "Hired away from iRobot, she has already hired 40 people at Hensoldt"
		only := -1
		for j := range s.nodes {
			if o := s.orgAt(j); o != nil && o != f.from.org {
				if only >= 0 {
					return
				}
				only = j
			}
		}
		if only > 0 && !d.p.is("option", "pro-drop") && !s.claimed[only] && d.p.is("cue.at", s.nodes[only-1].low) && !d.behindPast(s, only) && !d.crosses(s, b, only) {
			f.to = orgArg{org: s.orgAt(only)}
		}
		return
	}
	if f.kind == "leave" && f.to.org != nil && f.from.org == nil && !f.from.unknown {
		// "The departure of its editor for Barclays leaves a hole at Goldman Sachs"
		for j := range s.nodes {
			if o := s.orgAt(j); o != nil && o != f.to.org && !s.claimed[j] && j > 0 && s.nodes[j].kind != kindRole && d.p.is("cue.at", s.nodes[j-1].low) && !d.crosses(s, b, j) {
				f.from = orgArg{org: o}
				return
			}
		}
		return
	}
	switch {
	case (f.kind == "is" || f.kind == "was") && f.org.org == nil && !f.org.unknown && d.p.compounds:
		f.org = d.placeAround(s, b)
	case f.kind == "join" && f.from.org == nil && !f.from.unknown:
		to := f.to.org
		for j := range s.nodes {
			o := s.orgAt(j)
			if o == nil || o == to || s.claimed[j] || d.crosses(s, b, j) || f.whom != nil && j >= b.start && j < b.end { // "succeeds Y, who becomes head of O"
				continue
			}
			if d.behindFrom(s, j) && f.status != "DENIED" || d.behindPast(s, j) || f.status == "DENIED" && d.behindStay(s, j) {
				if g := d.heldBetween(s, f.who, j, b.start); g != nil && g.org.org != to {
					f.from = g.org
					return
				}
				for d.p.is("option", "org-before-role") && j+2 < b.start && (d.p.is("and", s.nodes[j+1].low) || s.nodes[j+1].low == ",") && isName(&s.nodes[j+2]) && s.nodes[j+2].ref == refName && s.nodes[j+2].org != to {
					j += 2 // "stints at A and B before landing at C"
					o = s.nodes[j].org
				}
				f.from = orgArg{org: o}
				if n := &s.nodes[j]; n.kind == kindRole && f.roleFrom == "" {
					f.roleFrom = n.role
				}
				return
			}
		}
	case f.kind == "leave" && f.to.org == nil && !f.to.unknown && (f.from.org != nil || !f.from.unknown && d.p.is("option", "org-before-role")) && f.status != "DENIED" && (f.status != "RUMORED" || d.p.is("option", "org-before-role")):
		for j := b.end; j < len(s.nodes) && j < b.end+26; j++ {
			n := &s.nodes[j]
			if n.kind == kindPerson && n.ref == refName || n.low == ";" {
				return
			}
			o := s.orgAt(j)
			if o == nil || o == f.from.org || s.claimed[j] || d.publishers[o] {
				continue
			}
			if d.behindGo(s, j, b.end) && !d.behindPast(s, j) {
				f.to = orgArg{org: o}
				if n.kind == kindRole && f.roleTo == "" {
					f.roleTo = n.role
				}
				return
			}
		}
	}
}

// heldBetween is what the sentence has said between two nodes that the person was at: "after years at A she led B, before C hired her".
func (d *document) heldBetween(s *sentence, who *person, from, to int) *fact {
	for k := len(d.facts) - 1; k >= 0; k-- {
		if g := d.facts[k]; g.sent == s && g.who == who && g.kind == "was" && !g.phrase && g.org.org != nil && g.node > from && g.node < to {
			return g
		}
	}
	return nil
}

// orgAt is the organization that node j names, itself or as that of a role.
func (s *sentence) orgAt(j int) *organization {
	n := &s.nodes[j]
	if isName(n) && n.ref == refName {
		return n.org
	}
	if n.kind == kindRole && n.roleOrg != nil && n.roleOrg.ref == refName {
		return n.roleOrg.org
	}
	return nil
}

// crosses reports whether another named person stands between the match and node j.
func (d *document) crosses(s *sentence, b binding, j int) bool {
	lo, hi := b.end, j
	if j < b.start {
		lo, hi = j+1, b.start
	}
	for k := lo; k < hi; k++ {
		if n := &s.nodes[k]; n.kind == kindPerson && n.ref == refName || n.low == ";" {
			if j < b.start && d.p.is("and", n.low) {
				continue
			}
			return true
		}
		if n := &s.nodes[k]; n.kind == kindWord && d.p.is("cue.stop", n.low) { // "créé B avec l'ancien de A …"
			return true
		}
	}
	return false
}

func (d *document) behindFrom(s *sentence, j int) bool {
	k := j - 1
	if k < 0 || s.nodes[j].kind == kindRole {
		return false
	}
	if k > 0 && d.p.is("cue.not", s.nodes[k-1].low) {
		return false
	}
	if d.p.is("cue.from", s.nodes[k].low) {
		return true
	}
	for n := 2; n <= 4 && k-n+1 >= 0; n++ {
		if s.phrase(d.p.named("cue.from"), k-n+1) == n {
			return true
		}
	}
	return false
}

// behindPast looks for "years", "formerly", "stint" a little before node j, with a preposition right before it.
func (d *document) behindPast(s *sentence, j int) bool {
	k := j - 1
	if s.nodes[j].kind != kindRole {
		if k < 0 || !d.p.is("cue.at", s.nodes[k].low) {
			return false
		}
		k--
	}
	for n := 0; k >= 0 && n < 7; n++ {
		x := &s.nodes[k]
		if x.kind == kindPerson && x.ref == refName || isName(x) || x.low == ";" || x.low == ":" || x.low == "," && d.p.compounds {
			return false
		}
		if x.kind == kindWord && d.p.is("cue.past", x.low) || x.kind == kindRole && x.tense == past {
			return true
		}
		if x.kind == kindWord && d.p.is("cue.go", x.low) {
			return false
		}
		k--
	}
	return false
}

// behindStay looks for "remain with", "happy at" before node j.
func (d *document) behindStay(s *sentence, j int) bool {
	if j < 2 || s.nodes[j].kind == kindRole || !d.p.is("cue.at", s.nodes[j-1].low) && !d.p.is("cue.go", s.nodes[j-1].low) {
		return false
	}
	for k := j - 2; k >= 0 && k > j-6; k-- {
		if x := &s.nodes[k]; x.kind == kindWord && d.p.is("cue.stay", x.low) {
			return true
		}
	}
	return false
}

// behindGo looks for "to", "and will", "becomes" between the match and node j.
func (d *document) behindGo(s *sentence, j, from int) bool {
	if s.nodes[j].kind != kindRole && (j == 0 || !d.p.is("cue.at", s.nodes[j-1].low) && !d.p.is("cue.go", s.nodes[j-1].low) && !d.p.verb[s.nodes[j-1].low]) {
		return false
	}
	if j > 0 && d.p.is("and", s.nodes[j-1].low) {
		return false
	}
	for k := j - 1; k >= from && k > j-9; k-- {
		x := &s.nodes[k]
		if x.kind == kindWord && d.p.is("cue.go", x.low) {
			return true
		}
		if isName(x) {
			return false
		}
	}
	return false
}
