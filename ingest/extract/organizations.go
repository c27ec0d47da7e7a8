package extract

import (
	"strings"
)

// acronyms joins "Jones Lang LaSalle (JLL)".
func (d *document) acronyms(s *sentence) {
	for i := 0; i+4 < len(s.nodes); i++ { // "Clariane (ex-Korian)"
		if isName(&s.nodes[i]) && s.nodes[i+1].low == "(" && s.nodes[i+2].kind == kindWord && d.p.is("former", s.nodes[i+2].low) && isName(&s.nodes[i+3]) && s.nodes[i+4].low == ")" && d.p.is("option", "adjective-behind") {
			d.sameOrganization(s.nodes[i].org, s.nodes[i+3].org)
			s.splice(i, i+5, s.nodes[i])
		}
	}
	for i := 0; i+3 < len(s.nodes); i++ {
		if d.p.compounds && s.nodes[i].kind == kindName && isName(&s.nodes[i+2]) && !strings.EqualFold(s.nodes[i].name[:1], s.nodes[i+2].name[:1]) {
			continue // "Alexander von Erdély (CBRE)"
		}
		if isName(&s.nodes[i]) && s.nodes[i+1].low == "(" && s.nodes[i+3].low == ")" && (isName(&s.nodes[i+2]) || s.nodes[i+2].kind == kindRole && s.nodes[i+2].b-s.nodes[i+2].a == 1 && s.toks[s.nodes[i+2].a].upper) {
			d.sameOrganization(s.nodes[i].org, s.nodes[i+2].org)
			s.splice(i, i+4, s.nodes[i])
		}
	}
}

// withArticle takes the article at token a into the name of an organization that the text writes with a capital inside a sentence:
// "chez La Redoute".
func (d *document) withArticle(s *sentence, a int, n *node) {
	if !d.p.is("option", "home") || a == 0 || s.titleCase || n.org == nil || n.ref != refName || !s.toks[a].capital || s.toks[a].upper && len(s.toks[a].text) > 2 || !d.p.is("det.def", s.toks[a].low) {
		return
	}
	if t := s.toks[a-1]; t.punct || t.digit || t.capital || fold(n.name) != fold(n.org.name) {
		return
	}
	n.org.name = spanText(s.src, s.toks[a:n.b])
}

// organizations takes determiners and describing nouns into the node of a name, and makes nodes of "the company".
func (d *document) organizations(s *sentence) {
	p := d.p
	for i := 1; i < len(s.nodes); i++ { // "two analysts from Orrick Bell": no person
		if n := &s.nodes[i]; n.kind == kindName && n.ref == refName && n.org != nil && p.is("orgbehind", s.nodes[i-1].low) {
			n.kind = kindOrg
		}
	}
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if isName(n) && n.b-n.a == 1 && n.ref == refName && i > 0 && p.is("orggeneric", n.low) && p.is("det.def", s.nodes[i-1].low) && p.is("option", "adjective-behind") { // "la Société"
			nd := node{kind: kindOrg, low: s.nodes[i-1].low, ref: refDescribed, head: n.low}
			if p.is("fused", s.nodes[i-1].low) {
				s.splice(i, i+1, nd)
			} else {
				s.splice(i-1, i+1, nd)
				i--
			}
			continue
		}
		if isName(n) && n.b-n.a == 1 && n.ref == refName && i > 1 && p.is("orggeneric", n.low) && s.toks[n.a-1].punct && strings.ContainsAny(s.toks[n.a-1].text, "«“\"") && p.is("det.def", s.nodes[i-2].low) && p.is("option", "adjective-behind") { // "(ci-après le « Groupe »)"
			s.splice(i, i+1, node{kind: kindOrg, low: s.nodes[i-2].low, ref: refDescribed, head: n.low})
			continue
		}
		if isName(n) && n.ref == refName && i+1 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("relnoun", s.nodes[i+1].low) && !s.toks[s.nodes[i+1].a].capital && !(i > 0 && p.is("det.poss", s.nodes[i-1].low)) {
			j, k := i, i+2 // "Boeing supplier Hesper", "leaves Boeing supplier"
			for j > 0 && s.nodes[j-1].kind == kindWord && (p.is("det", s.nodes[j-1].low) || p.is("orgadj", s.nodes[j-1].low)) {
				j--
			}
			if k < len(s.nodes) && isName(&s.nodes[k]) && s.nodes[k].ref == refName {
				s.splice(j, k+1, s.nodes[k])
			} else {
				s.splice(j, k, node{kind: kindOrg, low: s.toks[s.nodes[j].a].low, ref: refDescribed, head: s.nodes[i+1].low})
			}
			i = j
			continue
		}
		if isName(n) {
			if n.ref == refName && n.org != nil && n.b-n.a > 1 && fold(n.org.name) == fold(spanText(s.src, s.toks[n.a+1:n.b])) { // "recrutée par La Poste", where the text opens with "La Poste"
				rest := *n
				rest.a++
				rest.name = n.org.name
				d.withArticle(s, n.a, &rest)
			}
			// "(Nasdaq: NVBK)" and the like are skipped when matching
			if i > 1 && s.nodes[i-1].kind == kindWord && p.is("det.def", s.nodes[i-1].low) && s.toks[s.nodes[i-1].a].capital && s.nodes[i-2].kind == kindWord && (p.is("orgnoun", s.nodes[i-2].low) || p.is("orgadj", s.nodes[i-2].low)) {
				s.splice(i-1, i+1, *n) // "rival The Miami Herald"
				i--
				n = &s.nodes[i]
			}
			if p.is("option", "org-before-role") && n.ref == refName && i+1 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("orgnoun", s.nodes[i+1].low) && !p.is("unitnoun", s.nodes[i+1].low) && !p.is("relnoun", s.nodes[i+1].low) && !s.toks[s.nodes[i+1].a].capital && d.nounEnds(s, i+2) { // "the North Pennine Hospitals trust"
				if i > 0 && p.is("det.def", s.nodes[i-1].low) && (p.is("place", n.low) || p.is("region", n.low)) && n.b-n.a == 1 { // "the Arkansas company"
					s.splice(i-1, i+2, node{kind: kindOrg, low: s.nodes[i-1].low, ref: refDescribed, head: s.nodes[i+1].low})
					i--
					continue
				}
				if n.org != nil {
					d.describe(n.org, s.nodes[i+1].low)
				}
				s.splice(i, i+2, *n)
				n = &s.nodes[i]
			}
			if i > 0 && p.is("option", "org-before-role") && n.ref == refName {
				if r := &s.nodes[i-1]; r.kind == kindRole && p.is("orgnoun", r.head) && r.roleOrg == nil { // "aluminium producer Arcanum"
					r.kind, r.low = kindWord, r.head
				}
			}
			j := i
			for j > 0 && j > i-5 && s.nodes[j-1].kind == kindWord && (p.is("orgnoun", s.nodes[j-1].low) || p.is("orgadj", s.nodes[j-1].low)) {
				if p.is("orgnoun", s.nodes[j-1].low) && n.org != nil {
					d.describe(n.org, s.nodes[j-1].low)
				}
				j--
			}
			if j == i && d.apposed(s, i) {
				j--
			}
			if k := d.describedBefore(s, i); j == i && k < i {
				j = k
				if n.org != nil {
					d.describe(n.org, s.nodes[j].low)
				}
			}
			if j == i && n.ref == refName && p.is("option", "org-before-role") { // "Munich-based Rolla", "Panama's Copa"
				switch {
				case i > 0 && s.nodes[i-1].kind == kindWord && strings.HasSuffix(s.nodes[i-1].low, "-based"):
					j = i - 1
				case i > 1 && s.nodes[i-1].low == "'s" && s.nodes[i-2].kind == kindPlace && s.nodes[i-2].b-s.nodes[i-2].a < 4:
					s.splice(i-2, i+1, *n)
					i -= 2
					j, n = i, &s.nodes[i]
				}
			}
			if j == i && n.ref == refName && !s.titleCase { // "the youth campaign Step Up"
				k := i
				for k > 0 && k > i-5 && s.nodes[k-1].kind == kindWord && d.descriptive(s, k-1) && !p.is("unit", s.nodes[k-1].low) {
					k--
				}
				if k < i && k > 0 && p.is("det.def", s.nodes[k-1].low) && !(p.is("option", "org-before-role") && s.nodes[k-1].low != "the") { // not "this time relieving X"
					j = k
				}
			}
			if j < i { // adjectives and noun compounds before the noun
				for j > 0 && j > i-8 && s.nodes[j-1].kind == kindWord && d.descriptive(s, j-1) {
					j--
				}
				if j > 0 && p.is("option", "org-before-role") && isName(&s.nodes[j-1]) && s.nodes[j-1].b-s.nodes[j-1].a == 1 && s.nodes[j-1].org != nil && s.nodes[j-1].org.count == 1 && !s.toks[s.nodes[j].a].capital && !p.is("relnoun", s.nodes[i-1].low) && !p.is("unitnoun", s.nodes[i-1].low) {
					j-- // "Viennese scooter company Rolla"
				}
				if j > 0 && p.is("option", "org-before-role") && s.nodes[j-1].kind == kindPlace && !s.toks[s.nodes[j].a].capital {
					j-- // "London law firm Freshfields"
				}
			}
			if j < i && j > 1 && p.is("option", "org-before-role") && n.ref == refName && s.nodes[j-1].low == "'s" && isName(&s.nodes[j-2]) && s.nodes[j-2].ref == refName && p.is("relnoun", s.nodes[i-1].low) {
				j -= 2 // "Sinebrychoff's smaller competitor Olvila"
			}
			if p.compounds && j > 0 && i+1 < len(s.nodes) && s.nodes[j-1].low == "\"" && s.nodes[i+1].low == "\"" { // „Spiegel“
				c := *n
				s.splice(j-1, i+2, c)
				i = j - 1
				j, n = i, &s.nodes[i]
			}
			if j > 0 && s.nodes[j-1].kind == kindWord && (p.is("det", s.nodes[j-1].low)) && !(p.compounds && p.is("rel.det", s.nodes[j-1].low) && d.relativeAt(s, j-1)) {
				j--
				if j == i-1 {
					d.withArticle(s, s.nodes[j].a, n)
				}
			}
			if j < i {
				c := *n
				s.splice(j, i+1, c)
				i = j
			}
			if i+2 < len(s.nodes) && s.nodes[i+1].low == "'s" { // "Albertson's, based in …", "Albertson's hired"
				if t := &s.nodes[i+2]; t.kind == kindWord && (s.toks[t.a].punct && t.low != "\"" || p.verb[t.low] || p.is("aux", t.low)) {
					c := s.nodes[i]
					s.splice(i, i+2, c)
				}
			}
			if i+2 < len(s.nodes) && s.nodes[i].kind != kindPlace && p.is("campus", s.nodes[i+1].low) && strings.Contains(strings.ToLower(s.nodes[i].name), "universit") && isName(&s.nodes[i+2]) && s.nodes[i+2].ref == refName && !strings.Contains(strings.ToLower(s.nodes[i+2].name), "universit") {
				c := s.nodes[i] // "University of Maryland at College Park"
				s.splice(i, i+3, c)
			}
			// "School of Public Policy at the University of Maryland": the whole counts, not the part
			if i+2 < len(s.nodes) && s.nodes[i].ref == refName && p.is("unitof", s.nodes[i+1].low) && d.unitName(&s.nodes[i]) {
				k := i + 2
				if s.nodes[k].kind == kindWord && p.is("det", s.nodes[k].low) && k+1 < len(s.nodes) {
					k++
				}
				if isName(&s.nodes[k]) {
					c := s.nodes[k]
					s.splice(i, k+1, c)
				}
			}
			d.unitAround(s, &i)
			d.unitOf(s, &i)
			d.describedBehind(s, i)
			d.unitDescribed(s, &i)
			continue
		}
		office := n.kind == kindWord && i > 1 && p.is("unitnoun", n.low) && p.is("option", "org-before-role") && i+1 < len(s.nodes) && (p.is("v.hire", s.nodes[i+1].low) || p.phraseAt("v.hire", s, i+1) > 0)                                                                                               // "Its Dallas office took on"
		if n.kind != kindWord || !p.is("orgnoun", n.low) && !office || i == 0 || p.compounds && !s.toks[n.a].capital || p.is("bodyadj", s.nodes[i-1].low) || p.is("adjnoun", n.low) && !d.nounEnds(s, i+1) || i+1 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("sectorword", s.nodes[i+1].low) { // not "its advisory council"
			continue
		}
		if p.is("employer", n.low) && p.is("stop.prev", s.nodes[i-1].low) && i+1 < len(s.nodes) && p.is("aux", s.nodes[i+1].low) {
			continue // "her previous employer was A"
		}
		j := i
		for j > 0 && j > i-6 && (d.descriptive(s, j-1) || s.nodes[j-1].kind == kindPlace || s.nodes[j-1].kind == kindWord && p.is("orgnoun", s.nodes[j-1].low)) {
			j--
		}
		if j == 0 || s.nodes[j-1].kind != kindWord {
			continue
		}
		det := s.nodes[j-1].low
		ref := refDescribed
		switch {
		case p.is("det.indef", det):
			ref = refUnknown
		case p.is("det.def", det) || p.is("det.poss", det):
		default:
			continue
		}
		k := i + 1
		for k < len(s.nodes) && k < i+3 && s.nodes[k].kind == kindWord && (p.is("orgadj", s.nodes[k].low) || p.endsIn("placeadj", s.nodes[k].low)) {
			k++
		}
		if k < len(s.nodes) && isName(&s.nodes[k]) && !(s.nodes[k].kind == kindName && s.nodes[k].b-s.nodes[k].a > 1 && s.nodes[k].org == nil) {
			continue // "le groupe Inseec": the name takes it in
		}
		if d.describesName(s, i) || p.is("option", "home") && p.tokensMatch("noorg", s.toks, n.a) > 1 || k+1 < len(s.nodes) && p.is("option", "home") && p.is("instof", s.nodes[k].low) && s.toks[s.nodes[k+1].a].digit { // "le journal de 13 heures"
			continue
		}
		if p.is("option", "adjective-behind") { // "le groupe de cosmétiques"
			for k+1 < len(s.nodes) && k < i+6 && s.nodes[k].kind == kindWord && p.is("instdesc", s.nodes[k].low) && s.nodes[k+1].kind == kindWord && d.plainNoun(s, k+1) && !(k+2 < len(s.nodes) && isName(&s.nodes[k+2])) {
				k += 2
				for k < len(s.nodes) && k < i+6 && s.nodes[k].kind == kindWord && p.is("orgadj", s.nodes[k].low) {
					k++
				}
			}
		}
		nd := node{kind: kindOrg, low: det, ref: ref, head: n.low, possess: p.is("det.poss", det)}
		if p.is("employer", n.low) {
			nd.head = "@employer"
		}
		if k+1 < len(s.nodes) && s.nodes[k].low == "," && isName(&s.nodes[k+1]) && (ref == refUnknown || nd.possess || i > j && p.is("option", "org-before-role")) && s.clauseEnd(k+2) && s.nodes[k+1].org != nil && !d.knownBefore(s, s.nodes[k+1].org) {
			nd = s.nodes[k+1] // "a production company, Lantern Hill Pictures"
			d.describe(nd.org, n.low)
			k += 2
		}
		if k+1 < len(s.nodes) && ref == refDescribed && s.nodes[k].kind == kindWord && p.is("wholeof", s.nodes[k].low) && isName(&s.nodes[k+1]) && s.nodes[k+1].ref == refName {
			nd = s.nodes[k+1] // "the faculty of Stanford"
			k += 2
		}
		if k < len(s.nodes) && k == i+1 && ref == refDescribed && s.nodes[k].kind == kindPlace && p.is("option", "org-before-role") && !s.titleCase && !p.is("orggeneric", n.low) && s.toks[s.nodes[k].a].capital {
			pl := &s.nodes[k] // "the drug wholesaler Phoenix"
			name := spanText(s.src, s.toks[pl.a:pl.b])
			nd = node{kind: kindOrg, low: pl.low, name: name, org: d.addOrg(name, s.index)}
			d.describe(nd.org, n.low)
			k++
		}
		first := j - 1
		if p.is("fused", det) { // "del grupo": the preposition in it stays a word
			first = j
		}
		s.splice(first, k, nd)
		i = first
	}
}

// nounEnds reports whether what stands at node i cannot go on with a noun phrase.
func (d *document) nounEnds(s *sentence, i int) bool {
	if i >= len(s.nodes) {
		return true
	}
	n := &s.nodes[i]
	p := d.p
	return n.kind == kindDate || n.kind == kindWord && (s.toks[n.a].punct || n.low == "'s" || p.verb[n.low] || p.is("aux", n.low) || p.is("stop", n.low) || p.is("says", n.low) || p.is("func", n.low))
}

// knownBefore reports whether an earlier sentence named the organization.
func (d *document) knownBefore(s *sentence, o *organization) bool {
	return o.first < s.index && !d.sents[o.first].block.title
}

// unitAround takes a part of an organization and its place into the node at *i: "Colliers's Boston office", "the Dallas office of
// Thompson & Knight", "Wild Oats Markets of Boulder".
func (d *document) unitAround(s *sentence, i *int) {
	p := d.p
	if n := &s.nodes[*i]; n.ref != refName {
		return
	}
	if k := *i + 1; k+1 < len(s.nodes) && s.nodes[k].low == "'s" {
		k++
		for k < len(s.nodes) && k < *i+5 && (s.nodes[k].kind == kindPlace || s.nodes[k].kind == kindWord && !p.is("unitnoun", s.nodes[k].low) && d.descriptive(s, k)) {
			k++
		}
		if k < len(s.nodes) && s.nodes[k].kind == kindWord && p.is("unitnoun", s.nodes[k].low) {
			s.splice(*i, k+1, s.nodes[*i])
		}
	}
	if k := *i + 1; k+1 < len(s.nodes) && s.nodes[k].kind == kindWord && p.is("orgplace", s.nodes[k].low) && s.nodes[k+1].kind == kindPlace {
		k += 2
		for k+1 < len(s.nodes) && s.nodes[k].low == "," && s.nodes[k+1].kind == kindPlace {
			k += 2
		}
		if k+1 < len(s.nodes) && s.nodes[k].low == "," && k >= *i+3 && (p.verb[s.nodes[k+1].low] || p.is("aux", s.nodes[k+1].low)) {
			k++
		}
		s.splice(*i, k, s.nodes[*i])
	}
	if j := *i - 2; j >= 0 && s.nodes[j+1].low == "'s" && s.nodes[j].kind == kindOrg && s.nodes[j].ref == refName && *i+1 < len(s.nodes) && !d.names.orgs[strings.ToLower(s.nodes[*i].name)] && s.nodes[*i].kind == kindOrg {
		if x := &s.nodes[*i+1]; x.kind == kindWord && (p.is("aux", x.low) || p.is("v.hire", x.low)) { // "Deloitte's Wealth Management has hired"
			s.splice(j, *i+1, s.nodes[j])
			*i = j
			return
		}
	}
	if j := *i - 2; j >= 0 && s.nodes[j+1].low == "'s" && s.nodes[j].kind == kindPerson { // "Helen Rossi's Halcyon"
		s.splice(j, *i+1, s.nodes[*i])
		*i = j
		return
	}
	if j := *i - 2; j >= 0 && p.is("personof", s.nodes[j+1].low) && s.nodes[j].kind == kindOrg && s.nodes[j].ref == refDescribed && p.is("unitnoun", s.nodes[j].head) && p.is("option", "adjective-behind") { // "la filial mexicana de X"
		s.splice(j, *i+1, s.nodes[*i])
		*i = j
		return
	}
	if j := *i - 2; j > 0 && (p.is("personof", s.nodes[j+1].low) || p.is("unitof", s.nodes[j+1].low)) && s.nodes[j].kind == kindWord && p.is("unitnoun", s.nodes[j].low) {
		k := j
		for k > 0 && k > j-4 && (s.nodes[k-1].kind == kindPlace || isName(&s.nodes[k-1]) || d.descriptive(s, k-1)) {
			k--
		}
		if k > 0 && p.is("det", s.nodes[k-1].low) {
			s.splice(k-1, *i+1, s.nodes[*i])
			*i = k - 1
		} else if k < j {
			s.splice(k, *i+1, s.nodes[*i])
			*i = k
		}
	}
}

// unitName reports whether a name is that of a part of an organization: a school, an institute.
func (d *document) unitName(n *node) bool {
	for _, w := range strings.Fields(strings.ToLower(n.name)) {
		if d.p.is("unitword", w) {
			return true
		}
	}
	return false
}

// descriptive reports whether the node is a plain lower-case word that may describe a noun behind it.
func (d *document) descriptive(s *sentence, i int) bool {
	n := &s.nodes[i]
	if n.kind == kindRole || n.kind == kindPlace {
		return n.kind == kindPlace
	}
	if n.kind != kindWord || s.toks[n.a].punct {
		return false
	}
	p := d.p
	if p.is("orgadj", n.low) || s.toks[n.a].upper && p.is("notname", n.low) {
		return true
	}
	if p.is("was", n.low) || p.is("worked", n.low) || p.is("aux", n.low) || p.is("skip", n.low) {
		return false
	}
	if p.is("stop", n.low) || p.is("func", n.low) || p.verb[n.low] || p.is("det", n.low) {
		return false
	}
	t := s.toks[n.a]
	if p.compounds {
		return !t.capital && adjectival(n.low)
	}
	return !p.is("option", "adjective-behind") && !p.compounds && (!t.capital || t.upper && p.is("notname", n.low) || strings.HasSuffix(n.low, "-based") || p.is("adjsuffix", n.low[strings.LastIndexByte(n.low, '-')+1:]) && strings.Contains(n.low, "-"))
}

func (d *document) describe(o *organization, noun string) {
	if o.heads == nil {
		o.heads = map[string]bool{}
	}
	o.heads[noun] = true
}
