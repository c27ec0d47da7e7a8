package extract

import (
	"slices"
	"strings"
)

// nounsOff makes one organization of "LegalTech-Unternehmen Paragrafix" and "Paragrafix", of "Banco Santander" and "Santander": where the article has a name
// with and without a noun that says what the house is, it is the same house. It keeps the name without the noun, but where such nouns are
// part of official names.
func (d *document) nounsOff() {
	for _, long := range slices.Clone(d.reg.orgs) {
		short, official := d.withoutNoun(long)
		switch {
		case short == nil || !slices.Contains(d.reg.orgs, long): // it may have become one with another
		case official:
			d.sameOrganization(long, short)
		default:
			d.sameOrganization(short, long)
		}
	}
}

// mostNounsOff is how many words may stand before a name.
const mostNounsOff = 3

// withoutNoun is the organization whose name is what stands behind the noun in that of o, if the article names one, and whether names
// of its kind begin with the noun.
func (d *document) withoutNoun(o *organization) (short *organization, official bool) {
	p := d.p
	fields := strings.Fields(strings.ToLower(o.name))
	for n := 1; n <= mostNounsOff && n < len(fields) && n < len(o.words); n++ {
		noun := fields[n-1]
		what := p.is("orgnoun", noun) || p.is("relnoun", noun) || strings.HasSuffix(noun, "-based")
		head := p.exactly("orghead", noun) || p.exactly("orgword", noun) || !what && (p.orgHead(noun) || p.is("orghead", noun) || p.is("orgword", noun))
		if !what && !head || len(fields)-n > len(o.words) {
			continue
		}
		rest := o.words[len(o.words)-len(fields)+n:]
		if len(rest) == 1 && (len(rest[0]) < 3 || genericHead[rest[0]] || p.is("place", rest[0]) || p.is("orgnoun", rest[0]) || p.is("orgword", rest[0]) || p.is("nationality", rest[0]) || p.common[rest[0]]) {
			continue
		}
		if x := d.reg.byKey[strings.Join(rest, " ")]; x != nil && x != o && slices.Equal(x.words, rest) {
			return x, head
		}
	}
	return nil, false
}
