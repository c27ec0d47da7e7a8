package sqlite

import (
	"maps"
	"sync"
)

// The kinds of terms.
const (
	languageTerm = iota
	countryTerm
	sectorTerm
	publisherTerm
	wordTerm // statuses, role families and seniorities that the lists do not have
)

// term is a text by its kind.
type term struct {
	kind int
	text string
}

// terms remembers the numbers of terms, which never change.
type terms struct {
	sync.RWMutex
	known map[term]uint64
}

// maxTerms bounds how many are remembered.
const maxTerms = 1 << 15

func (t *terms) of(x term) (uint64, bool) {
	t.RLock()
	defer t.RUnlock()
	n, ok := t.known[x]
	return n, ok
}

func (t *terms) learn(met map[term]uint64) {
	if len(met) == 0 {
		return
	}
	t.Lock()
	defer t.Unlock()
	if t.known == nil || len(t.known)+len(met) > maxTerms {
		t.known = make(map[term]uint64, len(met))
	}
	maps.Copy(t.known, met)
}

const (
	termSQL  = "SELECT n FROM term WHERE kind = ? AND text = ?"
	termsSQL = "SELECT n, text FROM term WHERE kind = ?"
)

// termOf is the number of a text, 0 for the empty one; false where the database has never met it.
func (s session) termOf(kind int, text string) (uint64, bool, error) {
	if text == "" {
		return 0, true, nil
	}
	if n, ok := s.store.terms.of(term{kind, text}); ok {
		return n, true, nil
	}
	r := s.short(termSQL, kind, text)
	defer r.close()
	n, ok := uint64(0), r.next()
	if ok {
		n = uint64(r.int(0))
	}
	return n, ok, r.close()
}

// term is the number of a text, a new one where there is none yet.
func (w *commit) term(kind int, text string) (uint64, error) {
	x := term{kind, text}
	if n, ok := w.terms[x]; ok {
		return n, nil
	}
	n, ok, err := w.termOf(kind, text)
	if err == nil && !ok {
		var last int64
		if last, err = w.highest("SELECT max(n) FROM term WHERE kind = " + string(rune('0'+kind))); err != nil {
			return 0, err
		}
		n = uint64(last + 1)
		err = w.exec("INSERT INTO term (kind, n, text) VALUES (?, ?, ?)", kind, int64(n), text)
	}
	if err == nil && text != "" {
		w.terms[x] = n
	}
	return n, err
}

// textsOf is the texts of a kind by their numbers, the empty one first.
func (s session) textsOf(kind int) ([]string, error) {
	list := []string{""}
	r := s.long(termsSQL, kind)
	defer r.close()
	for r.next() {
		for int64(len(list)) <= r.int(0) {
			list = append(list, "")
		}
		list[r.int(0)] = r.text(1)
	}
	return list, r.close()
}
