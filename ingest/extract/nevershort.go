package extract

import "strings"

// neverShort reports whether the article never calls by the last word alone what it also calls by the full name, which has several words: as it
// would a person, but not a firm that is called after two families.
func (d *document) neverShort(name string) bool {
	if d.calls == nil {
		d.calls = map[string]int{}
		for _, s := range d.sents {
			for i, t := range s.toks {
				if !t.capital || t.punct {
					continue
				}
				d.calls[t.low]++
				if i > 0 && s.toks[i-1].capital {
					d.calls[s.toks[i-1].low+" "+t.low]++
				}
			}
		}
	}
	w := strings.Fields(strings.ToLower(name))
	return len(w) > 1 && d.calls[w[len(w)-1]] == d.calls[strings.Join(w[len(w)-2:], " ")]
}
