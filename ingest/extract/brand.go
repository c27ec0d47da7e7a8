package extract

import "strings"

// bracketed unites "Centre hospitalier universitaire (CHU) de Toulouse" with "CHU de Toulouse".
func (d *document) bracketed() {
	for k := 0; k < len(d.reg.orgs); k++ {
		o := d.reg.orgs[k]
		a, b := strings.IndexByte(o.name, '('), strings.IndexByte(o.name, ')')
		if a <= 0 || b < a || b+1 >= len(o.name) {
			continue
		}
		short := o.name[a+1:b] + o.name[b+1:]
		if x := d.reg.byKey[strings.Join(d.orgWords(short), " ")]; x != nil && x != o {
			d.sameOrganization(o, x)
			k = -1
		}
	}
}

// findBrands notes names that are written small, from slots where no plain word can stand: "rejoindre emlyon", "chez inwi".
func (d *document) findBrands() {
	p := d.p
	if p.classes["brandslot"] == nil {
		return
	}
	for _, s := range d.sents {
		t := s.toks
		for i := 1; i < len(t); i++ {
			w := t[i]
			if !p.is("brandslot", t[i-1].low) || w.punct || w.digit || w.capital || len(w.low) < 4 || p.common[w.low] || p.verb[w.low] {
				continue
			}
			if p.is("func", w.low) || p.is("stop", w.low) || p.is("skip", w.low) || p.is("det", w.low) || p.is("rolehead", w.low) || p.is("orgnoun", w.low) || p.is("aux", w.low) || p.is("orgadj", w.low) || p.is("clitic", w.low) || p.is("former", w.low) || p.is("new", w.low) || p.monthOf(w.low) > 0 || p.endsIn("adverbend", w.low) {
				continue
			}
			if d.brands == nil {
				d.brands = map[string]bool{}
			}
			d.brands[w.low] = true
		}
	}
}

// placeAlone reports whether a place stands at token k and no name that begins with it: "Qatar" but not "Qatar Airways".
func (p *pack) placeAlone(t []token, k int) bool {
	n := p.tokensMatch("place", t, k)
	if n == 0 || !p.is("option", "adjective-behind") {
		return p.is("place", t[k].low)
	}
	return k+n >= len(t) || !t[k+n].capital || t[k+n].punct
}
