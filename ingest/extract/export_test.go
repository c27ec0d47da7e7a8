package extract

import "sync"

var packsOnce = sync.OnceValues(lazyPacks)

// SentenceCount cuts text as the extractor does, for tests of quotes.
func SentenceCount(lang, text string) int {
	packs, err := packsOnce()
	if err != nil || packs[lang] == nil {
		return 0
	}
	p, err := packs[lang]()
	if err != nil {
		return 0
	}
	n := 0
	for _, b := range p.blocks(text) {
		p.sentences(text, b)
		n += len(b.sentences)
	}
	return n
}

// EmbeddedModel is the model in the binary.
var EmbeddedModel = embeddedModel

// EndNames are the names of the features of an End, in order.
var EndNames = func() []string {
	st, p, o := emptyStudy()
	v := vector{named: true}
	st.weighing(p, o, &v)
	return v.names
}()
