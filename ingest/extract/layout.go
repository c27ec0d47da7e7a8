package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type blockKind uint8

const (
	paragraph blockKind = iota
	heading
	item
	boilerplate
)

// block is a line or paragraph of the article; start and end are byte offsets in its source.
type block struct {
	kind       blockKind
	title      bool // of the article's title, which is no part of its text
	start, end int
	sentences  []*sentence
}

// sentence is the unit in which frames are matched.
type sentence struct {
	src        string
	block      *block
	index      int
	start, end int
	runes      int // code points of the text before start
	toks       []token
	nodes      []node
	affs       []stated
	skips      [][]int32
	claimed    map[int]bool // organizations that a frame took
	titleCase  bool         // most words are capitalised
	seen       []seen       // its chunks before phrases were put together
	pointed    []seen       // what pronouns and descriptions in it mean
	then       reading
}

const (
	maxSentence = 160 // tokens; longer ones are cut
	maxTokens   = 60_000
)

// blocks cuts text into blocks: lines, of which hard-wrapped ones are put together again.
func (p *pack) blocks(src string) []*block {
	var out []*block
	pos := 0
	stop := false  // behind the body: "About X", comments
	noisy := false // inside a run of short lines that a "Read also" opened
	body := false  // a paragraph of prose has been seen
	for pos < len(src) {
		nl := strings.IndexByte(src[pos:], '\n')
		end := len(src)
		if nl >= 0 {
			end = pos + nl
		}
		a, b := trimRange(src, pos, end)
		if a < b {
			line := src[a:b]
			k := paragraph
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			terminal := strings.ContainsRune(".!?…:;\"”»“)", last)
			if n := len(out); n > 0 && pos > 0 && out[n-1].end >= pos-1-spaceBefore(src, pos-1) && (out[n-1].kind == paragraph || out[n-1].kind == heading && unicode.IsLower(first)) && wraps(src[out[n-1].start:out[n-1].end], line, first) {
				out[n-1].kind, out[n-1].end = paragraph, b
				if nl < 0 {
					break
				}
				pos = end + 1
				continue
			}
			switch {
			case strings.ContainsRune("•●▪■►→·*–—-✔➤▶", first) || enumerated(line):
				k = item
			case !terminal && len(line) < 110 && len(strings.Fields(line)) < 16:
				k = heading
			}
			low := ""
			if k == heading || len(line) < 60 {
				low = strings.ToLower(line)
			}
			switch {
			case stop:
			case low != "" && startsWith(p.noise, low):
				noisy = true
			case low != "" && body && startsWith(p.boilerplate, low):
				stop = true
			case low != "" && startsWith(p.boilerplate, low): // a menu above the article
				noisy = true
			case k == paragraph && terminal && len(line) > 100:
				noisy, body = false, true
			}
			if stop || noisy || low != "" && p.buttons(low) {
				k = boilerplate
			}
			out = append(out, &block{kind: k, start: a, end: b})
		}
		if nl < 0 {
			break
		}
		pos = end + 1
	}
	return out
}

// buttons reports whether a line is no more than the buttons of a page: "Twitter  Facebook  Imprimer  Commenter (6)".
func (p *pack) buttons(low string) bool {
	c := p.named("buttons")
	if c == nil {
		return false
	}
	w := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' })
	for _, x := range w {
		if !c.has(x) {
			return false
		}
	}
	return len(w) > 1
}

func startsWith(heads []string, low string) bool {
	for _, w := range heads {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}

func spaceBefore(src string, pos int) int {
	n := 0
	for pos-1-n > 0 && src[pos-1-n] != '\n' && (src[pos-1-n] == ' ' || src[pos-1-n] == '\r' || src[pos-1-n] == '\t') {
		n++
	}
	return n
}

// classWords are the words and phrases of a class as texts.
func (p *pack) classWords(name string) map[string]bool {
	c := p.classes[name]
	if c == nil {
		return nil
	}
	m := map[string]bool{}
	for w := range c.single {
		m[w] = true
	}
	for _, l := range c.phrases {
		for _, f := range l {
			m[strings.Join(f, " ")] = true
		}
	}
	return m
}

// wraps reports whether line goes on with the paragraph prev.
func wraps(prev, line string, first rune) bool {
	if i := strings.LastIndexByte(prev, '\n'); i >= 0 {
		prev = prev[i+1:]
	}
	if strings.Count(prev, "|") > 1 || strings.Count(line, "|") > 1 { // the rows of a table
		return false
	}
	if k := strings.IndexByte(line, ':'); k > 0 && k < 12 && !strings.ContainsRune(line[:k], ' ') && unicode.IsUpper(first) { // "Out: …"
		return false
	}
	if len(prev) < 32 || len(prev) > 110 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(prev)
	if strings.ContainsRune(".!?…:\"”»", last) {
		return false
	}
	return unicode.IsLower(first) || last == ',' || last == '-' || len(prev) > 45 && len(line) > 20
}

func enumerated(line string) bool {
	i := 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	return i > 0 && i < 3 && i+1 < len(line) && (line[i] == '.' || line[i] == ')') && line[i+1] == ' '
}

func trimRange(src string, a, b int) (int, int) {
	for a < b {
		r, n := utf8.DecodeRuneInString(src[a:b])
		if !unicode.IsSpace(r) && !isInvisible(r) {
			break
		}
		a += n
	}
	for a < b {
		r, n := utf8.DecodeLastRuneInString(src[a:b])
		if !unicode.IsSpace(r) && !isInvisible(r) {
			break
		}
		b -= n
	}
	return a, b
}

// sentences cuts a block. Dots of abbreviations are dropped from the tokens.
func (p *pack) sentences(src string, b *block) {
	toks := p.tokenize(src, b.start, b.end, make([]token, 0, (b.end-b.start)/5+8))
	if len(toks) > maxTokens {
		toks = toks[:maxTokens]
	}
	room := make([]token, 0, len(toks)) // of all sentences, one behind the other
	cur := room
	flush := func() {
		if len(cur) > 0 {
			room = cur[len(cur):]
			cur = cur[:len(cur):len(cur)]
			s := &sentence{src: src, block: b, start: cur[0].start, end: cur[len(cur)-1].end, toks: cur}
			s.titleCase = titleCase(cur) && !p.is("option", "no-title-case") && !p.plainWord(cur)
			b.sentences = append(b.sentences, s)
		}
		cur = room
	}
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		var next *token
		if i+1 < len(toks) {
			next = &toks[i+1]
		}
		if t.low == "." && i > 0 && next != nil && p.abbreviation(toks[i-1], *next) {
			continue
		}
		cur = append(cur, t)
		end := false
		switch {
		case next == nil:
			end = true
		case p.compounds && t.low == "+" && i > 1 && toks[i-1].low == "+" && toks[i-2].low == "+": // "+++ A geht +++ B kommt +++"
			end = true
		case t.low == "." || t.low == "!" || t.low == "?" || t.low == "…":
			end = !next.glued || next.punct && next.low != "," && next.low != "."
			if next.low == "\"" || next.low == ")" || next.low == "'" {
				if next.glued || next.text == "»" || next.text == "”" {
					cur = append(cur, *next)
					i++
				}
			} else if t.low == "…" && !next.capital {
				end = false
			} else if t.low == "." && !next.capital && !next.digit && !next.punct {
				end = false
			}
		case strings.HasSuffix(t.text, ".") && len(t.text) > 2 && next.capital && p.is("func", next.low):
			end = true
		}
		if end || len(cur) >= maxSentence {
			flush()
		}
	}
	flush()
}

// dateline gives how many tokens at the start of a paragraph are place, date and agency: "WICHITA, Kan. – ", "(AFP) - ".
func (p *pack) dateline(t []token) int {
	if len(t) > 3 && t[0].low == "(" {
		for j := 1; j < len(t) && j < 6; j++ {
			if t[j].low == ")" {
				if j+1 < len(t) && (t[j+1].low == "–" || t[j+1].low == "-") {
					j++
				}
				return j + 1
			}
		}
		return 0
	}
	for j := 1; j < len(t) && j < 22; j++ {
		switch {
		case t[j].low == "–" || t[j].low == "-" && !t[j].glued:
			first := t[0].upper || p.is("place", t[0].low) || j <= 2 && t[0].capital && !p.common[t[0].low] && !p.is("option", "org-before-role") || p.compounds && t[0].capital && j > 2 && t[j-1].digit && strings.Count(t[j-1].text, ".") == 2
			if first && j+1 < len(t) {
				for j+1 < len(t) && t[j+1].low == t[j].low {
					j++
				}
				return j + 1
			}
			return 0
		case t[j].punct && strings.Contains(",.()/:", t[j].low) || t[j].capital || t[j].digit || p.is("dateprep", t[j].low) || p.is("datefill", t[j].low) || p.monthOf(t[j].low) > 0 || p.is("det", t[j].low):
		default:
			return 0
		}
	}
	return 0
}

func (p *pack) abbreviation(prev, next token) bool {
	if p.is("title", prev.low) && len(prev.low) <= 4 {
		return true
	}
	if p.is("abbrev", prev.low) {
		return !next.capital || !p.is("func", next.low)
	}
	if p.is("orgsuffix", prev.low) && !p.compounds || p.is("abbrevend", prev.low) {
		return !next.capital || !p.common[next.low] || next.digit
	}
	if p.monthOf(prev.low) > 0 && next.digit {
		return true
	}
	if p.compounds && prev.digit && len(prev.text) <= 2 && prev.text[0] != '0' && next.capital && !p.is("func", next.low) { // "die 2. Liga"
		return true
	}
	// "7. Juli"
	return prev.digit && p.monthOf(next.low) > 0
}

// plainWord reports whether a word of five letters or more that is no function word stands in small letters: then a sentence full of
// names is still no headline.
func (p *pack) plainWord(toks []token) bool {
	if !p.is("option", "months-capitalised") {
		return false
	}
	if toks[len(toks)-1].low == "." {
		return true
	}
	for _, t := range toks {
		if !t.punct && !t.digit && !t.capital && len(t.low) > 4 && !p.is("func", t.low) && !p.is("stop", t.low) {
			return true
		}
	}
	return false
}

func titleCase(toks []token) bool {
	up, all := 0, 0
	for _, t := range toks {
		if t.punct || t.digit || len(t.low) < 4 {
			continue
		}
		all++
		if t.capital {
			up++
		}
	}
	return all >= 4 && up*100 >= all*84
}
