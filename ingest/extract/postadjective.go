package extract

// postAdjective reports whether the word at j is an adjective behind the head of a role that no class holds, known by its ending (class
// "rolepostend") and by what follows: "gerente assistencial do Hospital", "engenheiro florestal P".
func (d *document) postAdjective(t []token, j int) bool {
	p := d.p
	if j+1 >= len(t) || t[j].punct || t[j].capital || t[j].digit || len(t[j].low) < 5 || !p.endsIn("rolepostend", t[j].low) {
		return false
	}
	if w := t[j].low; p.is("func", w) || p.verb[w] || p.is("aux", w) || p.is("stop", w) || p.is("skip", w) || p.is("says", w) || p.is("nationality", w) || p.is("formerbehind", w) || p.is("former", w) || p.is("orgnoun", w) {
		return false
	}
	x := t[j+1]
	return x.capital && !x.punct || x.low == "," || p.is("roleat", x.low) && j+2 < len(t)
}
