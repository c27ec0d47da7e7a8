package extract

// quotedTitle reads a name that stands in quote marks, as Romance papers write the names of papers, broadcasts and imprints whose
// words are words of the language too: "du « Matin Dimanche »", "« 20 Minutes »". The token at i is the first behind the mark.
// It gives how many articles stand before the name and how many tokens the name takes; 0 where there is none.
func (d *document) quotedTitle(s *sentence, i int) (articles, n int) {
	p, t := d.p, s.toks
	if i == 0 || t[i-1].low != "\"" || !p.is("option", "quoted-titles") || !opensQuote(t, i-1) {
		return 0, 0
	}
	end := i
	for end < len(t) && end-i <= 5 && t[end].low != "\"" {
		end++
	}
	if end >= len(t) || end-i > 5 || end-i < 2 {
		return 0, 0
	}
	for i+articles < end-1 && p.is("det", t[i+articles].low) {
		articles++
	}
	first := t[i+articles]
	if !first.capital && !first.digit {
		return 0, 0
	}
	capital := false
	for k := i + articles; k < end; k++ {
		w := t[k]
		switch {
		case w.punct && w.low != "-":
			return 0, 0
		case w.capital:
			capital = true
		case w.digit || w.punct:
		case p.is("instof", w.low) || p.is("det", w.low) || p.is("particle", w.low) || p.is("and", w.low):
		case k == end-1 && k == i+articles+1 && first.digit && !p.is("unit", w.low) && !p.is("spanword", w.low): // "« 24 heures »"
			capital = true
		case k == end-1 && end-i > 1 && i > 1 && p.is("cue.at", t[i-2].low) && !p.verb[w.low] && !p.is("func", w.low):
		default:
			return 0, 0
		}
	}
	name := t[i+articles : end]
	if !capital || len(name) > 1 && d.flags(name[0].low)&isGiven != 0 && !p.common[name[0].low] {
		return 0, 0
	}
	if w, k := p.dateAt(t, i); k == end-i && (w.month > 0 || w.year > 0) {
		return 0, 0
	}
	return articles, len(name)
}

// opensQuote reports whether the quote mark at token i opens a quotation: by its form, else by how many stand before it.
func opensQuote(t []token, i int) bool {
	switch t[i].text {
	case "«", "“", "„", "‹":
		return true
	case "»", "”", "›":
		return false
	}
	n := 0
	for k := range i {
		if t[k].low == "\"" {
			n++
		}
	}
	return n%2 == 0
}

// placeRubric reads the name of a town in capitals that opens a paragraph and stands alone before a full stop or dash: "MOUGINS. Treize
// ans au Mas …". It gives the number of its tokens.
func (d *document) placeRubric(s *sentence, i int) int {
	t := s.toks
	if i != 0 || s.block.kind == heading || !d.p.is("option", "quoted-titles") || s.block.sentences[0] != s || len(s.block.sentences) < 2 {
		return 0
	}
	n := 0
	for n < len(t) && t[n].upper && len(t[n].text) > 3 {
		n++
	}
	if n == 0 || n > 2 || n != len(t)-1 || t[n].low != "." || d.names.orgs[t[0].low] || !d.placed(t[:n]) {
		return 0
	}
	return n
}

// placed reports whether the article or the tables know the words as those of a place.
func (d *document) placed(t []token) bool {
	name := t[0].low
	for _, w := range t[1:] {
		name += " " + w.low
	}
	return d.p.placeName(t) || d.names.towns()[name]
}
