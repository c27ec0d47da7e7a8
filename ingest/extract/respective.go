package extract

// respective gives the organizations of a list that starts at node i, one for each of n persons, where the sentence says so:
// "A and B join T from X and Y, respectively". It gives nil where the numbers do not fit or nothing says so.
func (d *document) respective(s *sentence, i, n int) []*node {
	if n < 2 || i < 2 {
		return nil
	}
	said := false
	for k := range s.nodes {
		said = said || s.nodes[k].kind == kindWord && d.p.is("respectively", s.nodes[k].low)
	}
	if !said {
		return nil
	}
	for k := i - 1; k > 0 && k > i-6*n && d.p.is("respectively", s.nodes[i-2].low); k-- { // "von A beziehungsweise von B" matched at B
		if x := &s.nodes[k]; isName(x) && x.ref == refName {
			i = k
			break
		} else if x.kind != kindWord || d.p.verb[x.low] {
			break
		}
	}
	list := []*node{&s.nodes[i]}
	joined := false
	for k := i + 1; k < len(s.nodes) && k < i+6*n && len(list) < n; k++ {
		x := &s.nodes[k]
		switch {
		case isName(x) && x.ref == refName:
			list = append(list, x)
		case x.low == "," || x.kind == kindWord && (d.p.is("and", x.low) || d.p.is("det", x.low) || d.p.is("respectively", x.low)):
			joined = true
		case joined && x.kind == kindWord && (d.p.is("cue.at", x.low) || d.p.is("orgprep2", x.low)):
		default:
			return nil
		}
	}
	if len(list) != n {
		return nil
	}
	return list
}

// latter is whom "the latter" (class "latterword") means: the one named last before the sentence.
func (d *document) latter(s *sentence, n *node) *person {
	if !d.p.is("latterword", s.toks[n.b-1].low) {
		return nil
	}
	for k := s.index - 1; k >= 0 && k >= s.index-2; k-- {
		for i := len(d.sents[k].nodes) - 1; i >= 0; i-- {
			if x := &d.sents[k].nodes[i]; x.kind == kindPerson && x.ref == refName && len(x.persons) > 0 {
				return x.persons[len(x.persons)-1]
			}
		}
	}
	return nil
}

// behindColon are the persons whom the end of a sentence names after a colon, where its relative at node i has no other antecedent: "C'est un
// Bordelais qui dirigera l'ensemble : X."
func (d *document) behindColon(s *sentence, i int) []*person {
	if !d.p.is("option", "home") || i == 0 || s.nodes[i-1].low == "," {
		return nil
	}
	for j := i + 1; j+1 < len(s.nodes); j++ {
		if s.nodes[j].low == ":" {
			if n := &s.nodes[j+1]; n.kind == kindPerson && n.ref == refName {
				return n.persons
			}
			return nil
		}
		if s.nodes[j].kind == kindPerson && s.nodes[j].ref == refName {
			return nil
		}
	}
	return nil
}
