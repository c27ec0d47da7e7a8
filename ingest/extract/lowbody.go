package extract

// lowBodyAt reads the name of a public body whose noun has no capital, from its proper adjective or its place on, "Dutch cycling union",
// "Aragon regional government", or from its noun to the place or field behind "of": "port of Calais", "ministry of transport". It gives
// the number of tokens; only languages with class "lowbody" have such names.
func (d *document) lowBodyAt(s *sentence, i int) int {
	p, t := d.p, s.toks
	if p.named("lowbody") == nil || s.titleCase || t[i].punct {
		return 0
	}
	if !t[i].capital {
		return d.lowBodyOf(s, i)
	}
	k, wide, named := i, false, false
	the := i > 0 && p.is("det.def", t[i-1].low)
	if n := p.tokensMatch("place", t, i); n > 0 {
		k += n
	} else if p.is("nationality", t[i].low) || p.is("demonym", t[i].low) {
		k, wide = i+1, true
	} else if i > 0 && !p.common[t[i].low] && !t[i].upper && !t[i-1].capital && d.nameWord(s, i, true) && d.flags(t[i].low)&isGiven == 0 && !p.is("det.indef", t[i-1].low) {
		k, named = i+1, true
	} else {
		return 0
	}
	for m := k; m < len(t) && m < k+3 && d.smallWord(t[m]); m++ {
		if !named && (m == k && !p.is("lowbodyown", t[m].low) || !the && m > k || !the && wide) { // "a German research institute", "the Bristol orchestra" say what it is
			continue
		}
		if (p.is("lowbody", t[m].low) || wide && m > k && p.is("lowbodywide", t[m].low)) && !(m+1 < len(t) && (p.is("lowbody", t[m+1].low) || p.is("lowbodystop", t[m+1].low) || t[m+1].capital && !t[m+1].punct)) {
			return m + 1 - i
		}
	}
	return 0
}

// lowBodyOf reads "city of Graz", "ministry of transport" at a word in lower case.
func (d *document) lowBodyOf(s *sentence, i int) int {
	p, t := d.p, s.toks
	if !p.is("lowbodyof", t[i].low) || i+2 >= len(t) || t[i].capital || t[i+1].low != "of" {
		return 0
	}
	m := i + 2
	if n := p.tokensMatch("lowfield", t, m); n > 0 && !t[m].capital {
		return m + n - i
	}
	if p.is("unitword", t[i].low) { // "the German department of Goldman"
		return 0
	}
	if n := p.tokensMatch("place", t, m); n > 0 && t[m].capital && !(m+n < len(t) && t[m+n].capital && !t[m+n].punct) {
		return m + n - i
	}
	if t[m].capital && !t[m].punct && !p.common[t[m].low] && d.nameWord(s, m, true) && (m+1 >= len(t) || !t[m+1].capital) {
		return m + 1 - i
	}
	return 0
}

// smallWord reports whether a token is a plain word without a capital that may stand inside such a name.
func (d *document) smallWord(w token) bool {
	p := d.p
	return !w.punct && !w.capital && !w.digit && !p.is("func", w.low) && !p.is("stop", w.low) && !p.verb[w.low] && !p.is("skip", w.low) && !p.is("rolehead", w.low) && !p.is("det", w.low)
}

// craftName reports whether a craft with a capital opens a name in the middle of a sentence: "with Baker Tilly", "Farmers Weekly".
func (d *document) craftName(s *sentence, i int) bool {
	p, t := d.p, s.toks
	return i > 0 && p.is("craftname", t[i].low) && !s.titleCase && t[i].capital && !t[i].upper && !t[i-1].punct && !t[i-1].capital && i+1 < len(t) && t[i+1].capital && !t[i+1].punct && d.flags(t[i+1].low)&isGiven == 0
}
