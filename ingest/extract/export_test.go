package extract

// SentenceCount cuts text as the extractor does, for tests of quotes.
func SentenceCount(lang, text string) int {
	x, err := New()
	if err != nil || x.packs[lang] == nil {
		return 0
	}
	n := 0
	for _, b := range x.packs[lang].blocks(text) {
		x.packs[lang].sentences(text, b)
		n += len(b.sentences)
	}
	return n
}
