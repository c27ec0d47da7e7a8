package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted joins `Ferrari (the "Registrant")`.
func (d *document) quoted(s *sentence, i int) {
	for j := i + 2; j < len(s.nodes) && j < i+6; j++ {
		b := &s.nodes[j]
		if b.kind == kindName && b.b-b.a == 1 && s.nodes[j-1].low == "\"" && j+1 < len(s.nodes) && s.nodes[j+1].low == "\"" {
			o := d.addOrg(s.nodes[i].name, s.index)
			d.reg.byKey[strings.Join(d.orgWords(b.name), " ")] = o
		}
		if b.low == ")" {
			return
		}
	}
}

// aliases joins "Royal National Institute of Blind People (RNIB)": the short name in brackets means the long one.
func (d *document) aliases() {
	for _, s := range d.sents {
		for i := 0; i+3 < len(s.nodes); i++ {
			a, b := &s.nodes[i], &s.nodes[i+2]
			if a.kind == kindName && s.nodes[i+1].low == "(" {
				d.quoted(s, i)
			}
			if a.kind == kindName && s.nodes[i+1].low == "(" && b.kind == kindName && s.nodes[i+3].low == ")" && b.b-b.a == 1 && a.b-a.a > 1 && strings.EqualFold(a.name[:1], b.name[:1]) && (s.toks[b.a].upper || strings.Contains(fold(a.name), fold(b.name))) {
				o := d.addOrg(a.name, s.index)
				d.reg.byKey[strings.Join(d.orgWords(b.name), " ")] = o
			}
		}
	}
}

func (r *registry) shortOrg(w string) *organization {
	f := fold(w)
	for _, o := range r.orgs {
		if len(o.words) > 1 && o.words[0] == f && len(f) > 3 {
			return o
		}
	}
	return nil
}

func (d *document) orgWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(fold(name), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '-' && d.p.compounds || r == '.' && false
	}) {
		w = strings.Trim(w, ".,")
		if w == "" || d.p.is("orgsuffix", w) {
			continue
		}
		if long := d.p.longForms[w]; long != "" {
			out = append(out, strings.Fields(long)...)
			continue
		}
		out = append(out, strings.TrimSuffix(w, "'s"))
	}
	if len(out) > 1 && d.p.is("det", out[0]) {
		out = out[1:]
	}
	if len(out) == 0 {
		return []string{fold(name)}
	}
	return out
}

// bareNamed reports whether a name of the article is just this, or begins with it.
func (d *document) bareNamed(bare string) bool {
	for _, s := range d.sents {
		for i := range s.nodes {
			if n := &s.nodes[i]; isName(n) {
				if k := strings.Join(d.orgWords(n.name), " "); k == bare || strings.HasPrefix(k, bare+" ") {
					return true
				}
			}
		}
	}
	return false
}

func (d *document) addOrg(name string, sent int) *organization {
	words := d.orgWords(name)
	key := strings.Join(words, " ")
	if o := d.reg.byKey[key]; o != nil {
		if d.p.compounds && strings.Count(name, "-") < strings.Count(o.name, "-") && len(name) == len(o.name) {
			o.name = name // "Deutsche-Bank-Chef"
		}
		return o
	}
	if noun, rest, ok := strings.Cut(name, " "); ok && len(words) > 1 && d.p.is("tradenoun", strings.ToLower(noun)) && len(rest) > 2 && !d.p.is("place", strings.ToLower(rest)) { // "Raketenhersteller Ariane Group"
		o := d.addOrg(rest, sent)
		d.describe(o, strings.ToLower(noun))
		d.reg.byKey[key] = o
		return o
	}
	if len(words) > 2 && d.p.is("bodyhead", words[0]) && d.p.is("orgof", words[1]) { // "Conselho da Malhas Itajaí", where the article names "Malhas Itajaí"
		if bare := strings.Join(words[2:], " "); d.bareNamed(bare) {
			fields := strings.Fields(name)
			o := d.addOrg(strings.Join(fields[max(0, len(fields)-len(words)+2):], " "), sent)
			d.reg.byKey[key] = o
			return o
		}
	}
	if len(words) > 1 && d.p.is("option", "pro-drop") && d.p.is("place", words[0]) { // "hanno fondato a Imola Semina Bio", where the title has "Semina Bio"
		if o := d.reg.byKey[strings.Join(words[1:], " ")]; o != nil && len(o.words) > 1 {
			d.reg.byKey[key] = o
			return o
		}
	}
	lone := len(words) == 1 // as acronyms are
	// a prefix of a longer name, an acronym
	for _, o := range d.reg.orgs {
		if one := len(o.words) == 1; samePrefix(words, o.words) || d.sameGroup(name, o.name) || lone && acronymOf(key, o.words) || one && acronymOf(o.words[0], words) || (lone || one) && d.p.is("option", "org-before-role") && (lone && acronymOf(key, strings.Fields(fold(o.name))) || one && acronymOf(o.words[0], strings.Fields(fold(name)))) {
			d.reg.byKey[key] = o
			switch {
			case d.knownAlone(o.name, words): // "Opel", "Opel Adam"
			case d.knownAlone(name, o.words):
				o.words, o.name = words, name
			case len(words) > len(o.words) && d.withoutPlace(name) != fold(o.name): // not "Microsoft", "Microsoft Italie"
				o.words, o.name = words, name
			case len(words) < len(o.words) && d.withoutPlace(o.name) == fold(name): // "Scania Perú", "Scania"
				o.words, o.name = words, name
			case d.p.is("option", "pro-drop") && d.withoutPlace(name) != "" && d.withoutPlace(o.name) != "": // "McCann Bogotá", "McCann Colombia": as first named
			case len(words) == len(o.words) && len(name) > len(o.name) && !(d.p.compounds && strings.Contains(name, "-")):
				o.name = name
			}
			return o
		}
	}
	if len(words) == 1 && !d.p.compounds && len(key) > 4 && !genericHead[key] && !d.p.is("orggeneric", key) && !d.p.is("orgsuffix", key) && !d.names.orgs[key] {
		for _, o := range d.reg.orgs { // "Rovers" of Ashcombe Rovers, "the Courier"
			if n := len(o.words); n > 1 && o.words[n-1] == key && d.p.common[key] {
				d.reg.byKey[key] = o
				return o
			}
		}
	}
	for _, o := range d.reg.orgs { // "la Menéndez Pelayo" of "Universidad Internacional Menéndez Pelayo"
		if n := len(o.words) - len(words); d.p.is("option", "pro-drop") && n > 0 && len(words) > 1 && d.p.is("orghead", strings.ToLower(strings.Fields(o.name)[0])) && slices.Equal(o.words[n:], words) {
			d.reg.byKey[key] = o
			return o
		}
	}
	if o := d.sameTail(name, words); o != nil {
		d.reg.byKey[key] = o
		if len(words) > len(o.words) {
			o.words, o.name = words, name
		}
		return o
	}
	o := &organization{name: name, words: words, first: sent}
	d.reg.orgs = append(d.reg.orgs, o)
	d.reg.byKey[key] = o
	return o
}

// sameTail is the organization of which words are the name without the noun that opens it, or with it: "Neptune", "Croisières Neptune".
func (d *document) sameTail(name string, words []string) *organization {
	if !d.p.is("option", "home") {
		return nil
	}
	for _, o := range d.reg.orgs {
		a, b := words, o.words
		if len(a) > len(b) {
			a, b = b, a
		}
		long := o.name
		if len(words) > len(o.words) {
			long = name
		}
		noun, _, _ := strings.Cut(strings.ToLower(long), " ")
		if len(a) == 1 && (len(b) == 2 || len(b) == 3 && d.p.is("orgof", b[1])) && a[0] == b[len(b)-1] && len(a[0]) > 3 && (d.p.common[noun] || d.p.is("orgword", noun) || d.p.is("orghead", noun)) && len(a[0]) > 4 && !d.p.is("orgword", a[0]) {
			return o
		}
	}
	return nil
}

// sameGroup reports whether two names differ only by a place behind them: "Volkswagen Brasil", "Volkswagen Argentina".
func (d *document) sameGroup(a, b string) bool {
	a, b = d.withoutPlace(a), d.withoutPlace(b)
	if d.p.compounds && a != "" && b != "" && a != b {
		return samePrefix(strings.Fields(a), strings.Fields(b)) // "Helvetia Deutschland", "Helvetia Versicherungen Deutschland"
	}
	return a != "" && a == b
}

func samePrefix(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	if len(b) > len(a)+1 && b[len(a)] == "am" {
		return false // "Bild", "Bild am Sonntag"
	}
	// "University of X" is no short form of "University of X Y" where only common heads are shared
	return !(len(a) == 1 && genericHead[a[0]])
}

var genericHead = map[string]bool{"university": true, "universite": true, "universidad": true, "universidade": true, "universitat": true, "universita": true, "bank": true, "banque": true, "banco": true, "banca": true, "institut": true, "institute": true, "ministere": true, "ministerio": true, "ministero": true, "ecole": true, "first": true, "national": true, "general": true, "american": true, "royal": true, "groupe": true, "grupo": true, "gruppo": true, "college": true, "new": true, "san": true, "department": true, "us": true, "u.s": true, "french": true, "stadtwerke": true, "deutsche": true, "international": true, "saint": true, "st": true, "united": true, "air": true, "credit": true, "agence": true, "centre": true, "center": true, "chambre": true, "conseil": true, "school": true, "museum": true, "musee": true, "consejo": true, "conselho": true, "gobierno": true, "governo": true, "camara": true, "tribunal": true, "fc": true, "sc": true, "sv": true, "vfl": true, "vfb": true, "tsg": true, "verband": true, "stiftung": true, "sparkasse": true, "volksbank": true, "klinikum": true, "krankenhaus": true, "verlag": true, "theater": true, "staatstheater": true, "hochschule": true, "bundesverband": true, "technische": true, "kloster": true, "hospital": true, "instituto": true, "fundacion": true, "fundacao": true, "sociedad": true, "sociedade": true, "asociacion": true, "associacao": true, "agencia": true, "centro": true, "museo": true, "museu": true, "colegio": true, "caja": true, "caixa": true, "escuela": true, "escola": true, "nueva": true, "nuevo": true, "nova": true, "novo": true, "santa": true, "sao": true, "comision": true, "comissao": true, "federacion": true, "federacao": true, "comite": true, "partido": true, "club": true, "clube": true, "real": true, "radio": true}

func acronymOf(a string, words []string) bool {
	a = strings.ReplaceAll(a, ".", "")
	if len(a) < 2 || len(a) > 6 || strings.Contains(a, " ") || len(words) < 2 {
		return false
	}
	if last := words[len(words)-1]; strings.HasPrefix(last, "rundfunk") && len(a) == 3 && a[0] == words[0][0] && a[2] == 'r' && strings.IndexByte(words[0], a[1]) > 0 {
		return true // "Westdeutscher Rundfunk": WDR
	}
	full, caps := a, a // what is left to be found of it
	for _, w := range words {
		if w == "&" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		full = behindRune(full, r)
		if len(w) > 3 || w != "of" && w != "and" && w != "the" && w != "de" && w != "la" && w != "du" && w != "des" && w != "for" && w != "et" {
			caps = behindRune(caps, r)
		}
	}
	return full == "" || caps == ""
}

// behindRune is what of s follows r, with which it begins; where it does not, something that nothing follows.
func behindRune(s string, r rune) string {
	if x, n := utf8.DecodeRuneInString(s); x == r && n > 0 && s != " " {
		return s[n:]
	}
	return " "
}

// describedAhead reports whether at node i an apposition says that what stands before it is an organization: "the advisory firm he
// joined", not "the firm's founder".
func (d *document) describedAhead(s *sentence, i int) bool {
	if !d.p.is("det", s.nodes[i].low) || d.p.is("det.poss", s.nodes[i].low) {
		return false
	}
	for j := i + 1; j < len(s.nodes) && j < i+6; j++ {
		n := &s.nodes[j]
		if n.kind != kindWord || s.toks[n.a].punct || d.p.verb[n.low] {
			return false
		}
		if !d.p.is("orgnoun", n.low) {
			continue
		}
		next := s.at(j + 1)
		return next == nil || next.low != "'s" && next.low != "'" && next.kind != kindRole && next.kind != kindName && !d.p.is("orgnoun", next.low) && !d.p.is("rolehead", next.low) && !d.p.is("rolemod", next.low)
	}
	return false
}

// knownAlone reports whether a name of one word is of a well-known organization and the longer name, of these words, is not and has no mark
// of a house of its own, in a language that capitalises its nouns: what stands behind it there is hardly part of the name.
func (d *document) knownAlone(name string, longer []string) bool {
	p := d.p
	if !p.compounds || len(longer) < 2 || strings.Contains(name, " ") || strings.Contains(name, "-") || !d.names.orgs[fold(name)] && !d.names.orgs[strings.ToLower(name)] || d.names.orgs[strings.Join(longer, " ")] {
		return false
	}
	for _, w := range longer[1:] {
		if p.is("orgword", w) || p.is("orgsuffix", w) || p.is("place", w) && len(longer) == 2 && p.is("club", longer[0]) {
			return false
		}
	}
	return true
}
