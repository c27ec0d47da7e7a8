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

// inPair reports whether the house at node i stands beside another in no order: "ha lavorato per A e per B" (classes "pairnot": words of order; "pairprep": what stands before each).
func (d *document) inPair(s *sentence, i int) bool {
	if i < 0 || d.p.named("pairnot") == nil || !isName(&s.nodes[i]) || s.nodes[i].ref != refName {
		return false
	}
	for j := max(0, i-8); j < len(s.nodes) && j < i+8; j++ {
		if n := &s.nodes[j]; n.kind == kindWord && d.p.is("pairnot", n.low) {
			return false
		}
	}
	beside := func(step int) bool {
		and := false
		for j, n := i+step, 0; j >= 0 && j < len(s.nodes) && n < 4; j, n = j+step, n+1 {
			x := &s.nodes[j]
			switch {
			case isName(x):
				return and && x.ref == refName && x.org != s.nodes[i].org
			case x.kind == kindWord && d.p.is("and", x.low):
				and = true
			case x.kind == kindPlace || x.kind == kindWord && d.p.is("cue.at", x.low) || d.p.is("pairprep", x.low):
			default:
				return false
			}
		}
		return false
	}
	return beside(-1) || beside(1)
}
