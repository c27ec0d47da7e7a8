package extract

// respective gives the organizations of a list that starts at node i, one for each of n persons, where the sentence says so:
// "A and B join T from X and Y, respectively". It gives nil where the numbers do not fit or nothing says so.
func (d *document) respective(s *sentence, i, n int) []*node {
	if n < 2 || i < 0 {
		return nil
	}
	said := false
	for k := range s.nodes {
		said = said || s.nodes[k].kind == kindWord && d.p.is("respectively", s.nodes[k].low)
	}
	if !said {
		return nil
	}
	list := []*node{&s.nodes[i]}
	joined := false
	for k := i + 1; k < len(s.nodes) && k < i+6*n && len(list) < n; k++ {
		x := &s.nodes[k]
		switch {
		case isName(x) && x.ref == refName:
			list = append(list, x)
		case x.low == "," || x.kind == kindWord && (d.p.is("and", x.low) || d.p.is("det", x.low)):
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
