package extract

// companion gives the person named behind "son collègue" at node j, where the verb behind shows that the two are one subject: "X et
// son collègue Y ont démissionné"; 0 where there is none.
func (d *document) companion(s *sentence, j int) int {
	p := d.p
	if !p.is("option", "home") || s.nodes[j].kind != kindWord || !p.is("det.poss", s.nodes[j].low) {
		return 0
	}
	for k := j + 1; k < len(s.nodes) && k < j+4; k++ {
		n := &s.nodes[k]
		if n.kind == kindPerson && n.ref == refName {
			if k+1 < len(s.nodes) && p.is("verb.plural", s.nodes[k+1].low) {
				return k
			}
			return 0
		}
		if n.kind != kindWord && n.kind != kindRole || s.toks[n.a].punct {
			return 0
		}
	}
	return 0
}
