package extract

// standsBare is how often the article has a word without an article or adjective before it: as a name stands, and hardly a noun; 0 where it also
// has one before it.
func (d *document) standsBare(low string) int {
	if d.bare == nil {
		d.bare = map[string]int{}
		for _, s := range d.sents {
			for i := range s.toks {
				w := s.toks[i].low
				if i > 0 && (d.p.is("det", s.toks[i-1].low) || adjectival(s.toks[i-1].low) && !s.toks[i-1].capital && !d.p.is("func", s.toks[i-1].low)) {
					d.bare[w] = -1
				} else if d.bare[w] >= 0 {
					d.bare[w]++
				}
			}
		}
	}
	return max(0, d.bare[low])
}

// placeAround is the organization at which the clause of a match has somebody whose role alone the match names: "Sie steht als Prokuristin in Diensten
// von O", "als Leiter für den Konzern O tätig".
func (d *document) placeAround(s *sentence, b binding) orgArg {
	if b.end == 0 || b.end > len(s.nodes) {
		return orgArg{}
	}
	lo, hi := s.clauseAround(b.end - 1)
	for j := lo + 1; j < hi; j++ {
		o := s.orgAt(j)
		if o == nil || s.nodes[j].kind == kindRole || s.claimed[j] {
			continue
		}
		k := j - 1
		for k > lo && s.nodes[k].kind == kindWord && d.p.is("det", s.nodes[k].low) && !d.p.is("prep.sure", s.nodes[k].low) {
			k--
		}
		if s.nodes[k].kind == kindWord && (d.p.is("prep.sure", s.nodes[k].low) || d.p.is("service", s.nodes[k].low)) {
			return orgArg{org: o}
		}
	}
	return orgArg{}
}
