package extract

import (
	"fmt"
	"slices"
	"strings"
)

// wordClass is a set of words and phrases, and of word beginnings.
type wordClass struct {
	single   map[string]bool
	phrases  map[string][][]string // by first word, longest first
	prefixes []string              // "nomm*"
	suffixes []string              // "*chef", longer words only
	cost     int                   // plus one, to which compiling frames comes; 0: not asked yet
	// Once the class is complete, look-ups go by these; most end at a filter.
	filter  wordFilter // of the words and first words of phrases
	openers wordFilter // of the first words of phrases
	words   wordTable  // the words
}

// wordFilter has a bit for each word put into it, and so many more that most other words find theirs unset.
type wordFilter struct {
	bits []uint64 // nil: nothing is known
	mask uint64
}

// spread is a number in which most different words differ.
func spread(w string) uint64 {
	n := len(w)
	if n == 0 {
		return 0
	}
	h := uint64(n)<<32 | uint64(w[0])<<24 | uint64(w[n-1])<<16 | uint64(w[n/2])<<8 | uint64(w[(n-1)/3])
	return h * 0x9e3779b97f4a7c15 >> 40 // 2^64 through the golden ratio
}

// may reports whether a word with this spread can be among those put in.
func (f *wordFilter) may(spread uint64) bool {
	h := spread & f.mask
	return f.bits == nil || f.bits[h/64]&(1<<(h%64)) != 0
}

func (f *wordFilter) put(w string) {
	h := spread(w) & f.mask
	f.bits[h/64] |= 1 << (h % 64)
}

func newWordFilter(n int) wordFilter {
	size := 1
	for size*64 < 8*n {
		size *= 2
	}
	return wordFilter{make([]uint64, size), uint64(size)*64 - 1}
}

// wordTable is a set of words to look up and no longer to change: a word lies at its spread or behind it.
type wordTable struct {
	words []string // empty: free
	mask  uint64
}

func newWordTable(n int) wordTable {
	size := 4
	for size < 2*n {
		size *= 2
	}
	return wordTable{make([]string, size), uint64(size) - 1}
}

// at is where w lies or could be put.
func (t *wordTable) at(w string, spread uint64) uint64 {
	h := spread & t.mask
	for t.words[h] != "" && t.words[h] != w {
		h = (h + 1) & t.mask
	}
	return h
}

// seal makes the filters and the table of a class that no longer changes.
func (c *wordClass) seal() {
	c.filter, c.openers, c.words = newWordFilter(len(c.single)+len(c.phrases)), newWordFilter(len(c.phrases)), newWordTable(len(c.single))
	for w := range c.single {
		c.filter.put(w)
		c.words.words[c.words.at(w, spread(w))] = w
	}
	for w := range c.phrases {
		c.filter.put(w)
		c.openers.put(w)
	}
}

// beginning lists the phrases of the class that begin with w.
func (c *wordClass) beginning(w string) [][]string {
	if !c.openers.may(spread(w)) {
		return nil
	}
	return c.phrases[w]
}

// holds reports whether w is a word of the class, by more than its beginning or end.
func (c *wordClass) holds(w string) bool {
	if c.filter.bits == nil {
		return c.single[w]
	}
	h := spread(w)
	return c.filter.may(h) && w != "" && c.words.words[c.words.at(w, h)] != ""
}

// none reports whether a word with this spread surely is no entry and begins none.
func (c *wordClass) none(spread uint64) bool {
	return len(c.prefixes) == 0 && len(c.suffixes) == 0 && !c.filter.may(spread)
}

// hasPhrase reports whether the words together are an entry.
func (c *wordClass) hasPhrase(words []string) bool {
	if c == nil || len(words) < 2 {
		return false
	}
	for _, f := range c.beginning(words[0]) {
		if len(f) == len(words) && strings.Join(f, " ") == strings.Join(words, " ") {
			return true
		}
	}
	return false
}

func (c *wordClass) has(word string) bool {
	if c == nil {
		return false
	}
	if c.holds(word) {
		return true
	}
	for _, p := range c.prefixes {
		if strings.HasPrefix(word, p) {
			return true
		}
	}
	for _, p := range c.suffixes {
		if strings.HasSuffix(word, p) {
			return true
		}
	}
	return false
}

func (p *pack) class(name string) *wordClass {
	c := p.classes[name]
	if c == nil {
		c = &wordClass{single: map[string]bool{}, phrases: map[string][][]string{}}
		p.classes[name] = c
	}
	return c
}

func (c *wordClass) add(e string) {
	c.filter, c.openers = wordFilter{}, wordFilter{}
	if strings.HasSuffix(e, "*") && !strings.Contains(e, " ") {
		c.prefixes = append(c.prefixes, e[:len(e)-1])
		return
	}
	if e[0] == '*' && len(e) > 1 && !strings.Contains(e, " ") {
		c.suffixes = append(c.suffixes, e[1:])
		return
	}
	f := strings.Fields(e)
	if len(f) == 1 {
		c.single[e] = true
		return
	}
	l := append(c.phrases[f[0]], f)
	slices.SortStableFunc(l, func(a, b []string) int { return len(b) - len(a) })
	c.phrases[f[0]] = l
}

// splitEntries turns entries that the tokenizer cuts ("d'autres") into phrases.
func (p *pack) splitEntries() {
	for _, name := range sortedKeys(p.classes) {
		if name == "clitic" || name == "enclitic" || name == "contraction" || name == "prefix" {
			continue
		}
		c := p.classes[name]
		for _, w := range sortedKeys(c.single) {
			if f := p.splitText(w); len(f) > 1 {
				delete(c.single, w)
				c.add(strings.Join(f, " "))
			}
		}
		old := c.phrases
		c.phrases = map[string][][]string{}
		for _, first := range sortedKeys(old) {
			for _, f := range old[first] {
				c.add(strings.Join(p.splitText(strings.Join(f, " ")), " "))
			}
		}
	}
}

// pluralRoles adds "analysts" for "analyst", where the option says that plurals end so.
func (p *pack) pluralRoles() {
	c := p.classes["rolehead"]
	if c == nil || !p.is("option", "plural-roles") {
		return
	}
	for _, w := range sortedKeys(c.single) {
		if !strings.HasSuffix(w, "s") && len(w) > 4 && w[0] != '@' {
			c.single[w+"s"] = true
		}
	}
}

func (p *pack) splitText(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if strings.HasSuffix(w, "'") || strings.HasPrefix(w, "'") || strings.HasSuffix(w, "-") || strings.HasPrefix(w, "@") {
			out = append(out, w)
			continue
		}
		for _, t := range p.tokenize(w, 0, len(w), nil) {
			if t.low == "." && len(out) > 0 { // "inc." is looked up as "inc"
				continue
			}
			out = append(out, t.low)
		}
	}
	return out
}

// expandClasses puts the words of "@other" entries in place of the reference.
func (p *pack) expandClasses() error {
	for range 6 {
		again := false
		for _, name := range sortedKeys(p.classes) {
			c := p.classes[name]
			for _, w := range sortedKeys(c.single) {
				if w[0] != '@' || len(w) < 2 {
					continue
				}
				o := p.classes[w[1:]]
				if o == nil {
					return fmt.Errorf("lang/%s: @%s refers to unknown class %s", p.lang, name, w)
				}
				delete(c.single, w)
				for x := range o.single {
					c.single[x] = true
				}
				for _, l := range o.phrases {
					for _, f := range l {
						c.add(strings.Join(f, " "))
					}
				}
				for _, x := range o.prefixes {
					if !slices.Contains(c.prefixes, x) {
						c.prefixes = append(c.prefixes, x)
					}
				}
				for _, x := range o.suffixes {
					if !slices.Contains(c.suffixes, x) {
						c.suffixes = append(c.suffixes, x)
					}
				}
				again = true
			}
		}
		if !again {
			return nil
		}
	}
	return fmt.Errorf("lang/%s: word classes refer to each other in a circle", p.lang)
}
