package extract

import (
	"sync"

	"talentgraph/ingest/extract/rank"
)

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

// EndScores are what the model's words say of every end of the article: as the decision weighs them, and from all words of each end by themselves, as
// they are learnt.
func EndScores(e *Extractor, a Article) (weighed, learnt [][2]float32, err error) {
	s, err := e.Study(a, nil)
	if err != nil || s.st == nil {
		return nil, nil, err
	}
	st := s.st
	if st.model, err = embeddedModel(); err != nil {
		return nil, nil, err
	}
	for _, p := range st.persons {
		for _, o := range st.orgs {
			if st.isName(o, p) {
				continue
			}
			x := st.endOf(p, o)
			weighed = append(weighed, [2]float32{x.from, x.to})
			h := hasher{lang: st.d.p.lang}
			st.endWords(p, o, st.contexts(p, o), st.implied(p, o), &h)
			learnt = append(learnt, st.model.Words[rank.HeadEnd].Score(&h.Mentions))
		}
	}
	return weighed, learnt, nil
}
