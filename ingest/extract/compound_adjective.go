package extract

import "strings"

// Adjectives and participles with a capital: as part of a name, as a description, at the start of a sentence.

// fragmentWord reports whether a lone capitalised word that opens a sentence is a participle or adjective of the language: "Nachgerückt ist
// …", "Abgestiegen: …", "Denkbar wäre …".
func (d *document) fragmentWord(t []token, i int) bool {
	w := t[i]
	if i > 0 && !t[i-1].punct || w.upper || capitalAt(t, i+1) != "" || d.names.orgs[w.low] || d.inside[w.low] || d.flags(w.low)&(isGiven|isSurname) != 0 {
		return false
	}
	for _, e := range []string{"bar", "lich", "haft", "sam"} {
		if strings.HasSuffix(w.low, e) && len(w.low) > len(e)+3 {
			return true
		}
	}
	if !strings.HasSuffix(w.low, "t") && !strings.HasSuffix(w.low, "en") || len(w.low) < 6 {
		return false
	}
	if strings.HasPrefix(w.low, "ge") {
		return true
	}
	for k := 2; k <= 7 && k+5 <= len(w.low); k++ {
		if d.p.is("separated", w.low[:k]) && strings.HasPrefix(w.low[k:], "ge") {
			return true
		}
	}
	return false
}

// demonym reports whether the word at i behind an article says from which town the maker or doer behind it is: "den Esslinger Automatisierer".
func (d *document) demonym(t []token, i int, next string) bool {
	p := d.p
	stem, ok := strings.CutSuffix(t[i].low, "er")
	if !ok || i == 0 || next == "" || !p.is("det", t[i-1].low) && !p.is("fused", t[i-1].low) || !strings.HasSuffix(next, "er") || p.is("orgword", next) || p.is("orgnoun", next) || p.orgHead(next) || d.names.orgs[next] || d.flags(next)&isSurname != 0 {
		return false
	}
	return p.is("place", stem) || p.is("place", stem+"en") || p.is("nationality", t[i].low)
}

// properAdjective reports whether the word at i is an adjective in "-isch" that has its capital only as part of a name: "das
// Südostbayerische Städtetheater".
func (d *document) properAdjective(t []token, i int, next string) bool {
	w := t[i]
	if i == 0 || t[i-1].punct || w.upper || next == "" {
		return false
	}
	stem := strings.TrimRight(w.low, "enrsm")
	return strings.HasSuffix(stem, "isch") && len(stem) > 6 && (d.p.orgHead(next) || d.p.is("orgword", next) || d.p.is("orgnoun", next))
}
