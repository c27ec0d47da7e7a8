package extract

// nicknames makes one name of a person of three parts, the middle one in quote marks: "Joichi “Joi” Ito".
func (d *document) nicknames(s *sentence) {
	if !d.p.is("option", "org-before-role") {
		return
	}
	for i := 0; i+4 < len(s.nodes); i++ {
		a, nick, b := &s.nodes[i], &s.nodes[i+2], &s.nodes[i+4]
		if a.kind != kindName || b.kind != kindName || s.nodes[i+1].low != "\"" || s.nodes[i+3].low != "\"" || a.b-a.a > 2 || b.b-b.a > 2 || nick.b-nick.a != 1 || !s.toks[nick.a].capital {
			continue
		}
		nd := node{kind: kindName, low: a.low, titled: true, name: spanText(s.src, s.toks[a.a:b.b])}
		s.splice(i, i+5, nd)
	}
}

// partnersName reports whether a role that is one capitalised word begins the name of a firm of partners: "Bishop & Sewell".
func (d *document) partnersName(t []token, i, j int) bool {
	if j != i+1 || !t[i].capital || j+1 >= len(t) || t[j].low != "&" || !t[j+1].capital || t[j+1].upper || !d.p.is("option", "org-before-role") {
		return false
	}
	k, _ := d.roleCore(t, j+1)
	return k == 0 && !d.p.is("domain", t[j+1].low) && !d.p.is("rolemod", t[j+1].low)
}
