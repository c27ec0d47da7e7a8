package extract

import "strings"

// written are the names of organizations called by one word where the text writes more than the frames take for the name: the number that is
// behind it at every mention, "Canal 8", "Children 1st"; the name of another house and "of" before it, "Mercados do Tejo", where the text calls that one
// "Mercados" too. The frames do without, as either may belong to what stands beside it.
func (d *document) written() map[*organization]string {
	type beside struct{ ahead, behind string }
	at := map[*organization]beside{}
	for _, s := range d.sents {
		for i := range s.nodes {
			for _, n := range []*node{&s.nodes[i], s.nodes[i].roleOrg} {
				if n == nil || n.org == nil || n.ref != refName || n.a >= n.b || n.b > len(s.toks) || strings.Contains(n.org.name, " ") {
					continue
				}
				x := beside{d.nameAhead(s, n), d.numberOf(s, n)}
				if was, known := at[n.org]; known {
					if x.ahead != was.ahead {
						x.ahead = ""
					}
					if x.behind != was.behind {
						x.behind = ""
					}
				}
				at[n.org] = x
			}
		}
	}
	out := map[*organization]string{}
	for o, x := range at {
		out[o] = x.ahead + o.name + x.behind
	}
	return out
}

// numberOf is the number in a name, with the space before it; empty for a year and where something is counted or measured by it. Behind a plain word
// it hardly is.
func (d *document) numberOf(s *sentence, n *node) string {
	if n.b == len(s.toks) {
		return ""
	}
	t := s.toks[n.b]
	if !t.digit || t.punct || len(t.text) > 3 {
		return ""
	}
	if n.b+1 < len(s.toks) {
		next := s.toks[n.b+1]
		counted := !d.p.is("func", next.low) && !d.p.verb[next.low] && (!d.p.common[s.toks[n.b-1].low] || d.p.is("unit", next.low) || d.p.monthOf(next.low) > 0)
		if next.punct && next.text == "%" || !next.punct && counted {
			return ""
		}
	}
	return " " + t.text
}

// nameAhead is what stands before a name of one word: "Mercados do ", where the article has an organization "Mercados".
func (d *document) nameAhead(s *sentence, n *node) string {
	k := n.b - 3
	if k < 0 || !d.p.is("instof", s.toks[k+1].low) || !s.toks[k].capital {
		return ""
	}
	if x := d.reg.byKey[fold(s.toks[k].text)]; x == nil || x == n.org || x.name != s.toks[k].text {
		return ""
	}
	return s.toks[k].text + " " + s.toks[k+1].text + " "
}
