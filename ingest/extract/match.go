package extract

import "strings"

// skips[i] lists the positions that may be reached from i by passing over what does not change a statement: adverbs,
// dates, brackets, and after a name a comma-enclosed remark. The first is always i itself.
func (s *sentence) buildSkips(p *pack) {
	n := len(s.nodes)
	s.skips = make([][]int32, n+1)
	for i := n; i >= 0; i-- {
		list := []int32{int32(i)}
		add := func(j int) {
			for _, k := range s.skips[j] {
				if len(list) >= 12 {
					return
				}
				dup := false
				for _, l := range list {
					dup = dup || l == k
				}
				if !dup {
					list = append(list, k)
				}
			}
		}
		if i < n {
			nd := &s.nodes[i]
			switch {
			case nd.kind == kindDate || nd.kind == kindWord && p.is("skip", nd.low):
				add(i + 1)
			case nd.low == "(" || nd.low == "[":
				if j := s.closing(i, 25); j > 0 {
					add(j)
				}
			case i > 1 && nd.low == "," && i+1 < n && s.nodes[i-1].kind == kindPerson && s.nodes[i-1].ref == refName && s.nodes[i-2].low == "," && s.nodes[i+1].kind == kindWord && (p.is("apposedverb", s.nodes[i+1].low) || p.is("option", "org-before-role") && (p.verb[s.nodes[i+1].low] || p.is("aux", s.nodes[i+1].low) && s.nodes[i+1].low != "to" || strings.HasSuffix(s.nodes[i+1].low, "ed"))):
				add(i + 1) // "Le responsable de la gestion sous mandat, P, a claqué la porte"
			case i > 0 && nd.low == "," && s.nodes[i-1].kind == kindPerson && s.nodes[i-1].b-s.nodes[i-1].a > 2 && p.is("degree", s.toks[s.nodes[i-1].b-1].low):
				add(i + 1) // "Ray Deshaies, Ph.D., walked out"
			case i > 0 && (nd.low == "," || nd.low == "–") && s.nodes[i-1].remarkable():
				commas := 0
				for j := i + 1; j < n && j-i < 32; j++ {
					if s.nodes[j].low == nd.low {
						add(j + 1)
						if commas++; commas > 2 {
							break
						}
					}
					if s.nodes[j].low == ";" || s.nodes[j].low == ":" || s.nodes[j].kind == kindWord && p.is("contrast", s.nodes[j].low) {
						break
					}
				}
				if nd.low == "," && i+1 < n && (s.nodes[i+1].kind == kindDate || s.nodes[i+1].kind == kindWord && p.is("skip", s.nodes[i+1].low)) {
					add(i + 1)
				}
			case nd.low == "," && i+3 < n && s.nodes[i+2].kind == kindPlace && s.nodes[i+3].low == "," && p.is("option", "pro-drop"):
				add(i + 4) // "dirigiu, em São Paulo, a tesouraria"
			case nd.low == "," && i+1 < n && (s.nodes[i+1].kind == kindDate || s.nodes[i+1].kind == kindWord && p.is("skip", s.nodes[i+1].low)):
				// ", on Tuesday," between any two elements
				if j := i + 2; j < n && s.nodes[j].low == "," {
					add(j + 1)
				}
			case nd.low == "\"":
				add(i + 1)
			case i > 0 && nd.kind == kindWord && s.nodes[i-1].kind == kindPerson && s.toks[s.nodes[i-1].b-1].low == "," && p.is("option", "pro-drop"):
				for j := i + 1; j < n && j-i < 9 && s.nodes[j].low != ";" && s.nodes[j].low != ":"; j++ { // "P, 52 anni, vicentino, è …"
					if s.nodes[j].low == "," {
						add(j + 1)
						break
					}
				}
			}
			if !(nd.low == "," || nd.low == "(" || nd.kind == kindDate) {
				if m := p.phraseAt("skip", s, i); m > 1 {
					add(i + m)
				}
			}
		}
		s.skips[i] = list
	}
}

// remarkable: a comma after it may open a remark.
func (n *node) remarkable() bool {
	return n.kind == kindPerson || n.kind == kindOrg || n.kind == kindName || n.kind == kindRole || n.kind == kindPlace || n.kind == kindDate || n.low == ")" || n.low == "\""
}

func (s *sentence) closing(i, limit int) int {
	for j := i + 1; j < len(s.nodes) && j-i <= limit; j++ {
		if s.nodes[j].low == ")" || s.nodes[j].low == "]" {
			return j + 1
		}
	}
	return 0
}

// phraseAt gives how many nodes a phrase of two words or more of the class takes at i; 0 where none does.
func (p *pack) phraseAt(class string, s *sentence, i int) int {
	c := p.named(class)
	if c == nil {
		return 0
	}
	return s.phrase(c, i)
}

func (s *sentence) phrase(c *wordClass, i int) int {
	if c == nil || i >= len(s.nodes) {
		return 0
	}
next:
	for _, f := range c.beginning(s.nodes[i].low) {
		if i+len(f) > len(s.nodes) {
			continue
		}
		for k := 1; k < len(f); k++ {
			if n := &s.nodes[i+k]; n.low != f[k] || n.b-n.a > 1 {
				continue next
			}
		}
		return len(f)
	}
	return 0
}

// binding is a match of a frame: where it lies and which node each label took (-1: none).
type binding struct {
	frame      *frame
	start, end int
	at         []int16
	words      []int16 // nodes taken by words
}

type matcher struct {
	s       *sentence
	spread  []uint64 // of each node's word
	p       *pack
	f       *frame
	visited []uint64
	at      []int16
	words   []int16
	room    []int16 // for what matches have found
	end     int
}

// match tries the frame at node i.
func (m *matcher) match(f *frame, i int) (binding, bool) {
	m.f = f
	n := len(m.s.nodes) + 1
	size := (len(f.prog)*n + 63) / 64
	if cap(m.visited) < size {
		m.visited = make([]uint64, size)
	} else {
		m.visited = m.visited[:size]
		clear(m.visited)
	}
	m.at = m.at[:0]
	for range f.labels {
		m.at = append(m.at, -1)
	}
	m.words = m.words[:0]
	if !m.run(0, i, true) {
		return binding{}, false
	}
	return binding{frame: f, start: i, end: m.end, at: m.keep(m.at), words: m.keep(m.words)}, true
}

// keep copies what a match has found into room for many.
func (m *matcher) keep(list []int16) []int16 {
	if n := len(list); cap(m.room)-len(m.room) < n {
		m.room = make([]int16, 0, max(n, 128))
	}
	at := len(m.room)
	m.room = append(m.room, list...)
	return m.room[at:len(m.room):len(m.room)]
}

func (m *matcher) run(pc, pos int, first bool) bool {
	for {
		bit := pc*(len(m.s.nodes)+1) + pos
		if m.visited[bit/64]&(1<<(bit%64)) != 0 {
			return false
		}
		m.visited[bit/64] |= 1 << (bit % 64)
		in := &m.f.prog[pc]
		switch in.op {
		case opMatch:
			m.end = pos
			return true
		case opJump:
			pc = int(in.x)
			continue
		case opSplit:
			if m.run(int(in.x), pos, first) {
				return true
			}
			pc = int(in.y)
			continue
		case opStart:
			if !m.s.clauseStart(pos) || in.arg == 1 && pos > 0 {
				return false
			}
			pc++
			continue
		case opEnd:
			ok := false
			for _, q := range m.s.skips[pos] {
				ok = ok || m.s.clauseEnd(int(q))
			}
			if !ok {
				return false
			}
			pc++
			continue
		case opNot:
			for _, q := range m.s.skips[pos] {
				if int(q) < len(m.s.nodes) {
					if in.set != nil && m.word(in.set, int(q)) > 0 || in.set == nil && m.s.nodes[q].fits(in.arg) {
						return false
					}
				}
			}
			pc++
			continue
		}
		// an element: try it here and behind what may be skipped
		skips := m.s.skips[pos]
		if first {
			skips = skips[:1]
		}
		for _, q := range skips {
			i := int(q)
			if i >= len(m.s.nodes) {
				continue
			}
			k, alone := 0, false
			switch in.op {
			case opNode:
				if m.s.nodes[i].fits(in.arg) {
					k = 1
				}
			case opWord:
				k = m.word(in.set, i)
				alone = k > 1 && in.set.has(m.s.nodes[i].low) // "has been" may also be "has"
			case opAny:
				nd := &m.s.nodes[i]
				if nd.low == "," && i+1 < len(m.s.nodes) && m.p.is("predicate", m.s.nodes[i+1].low) {
					continue // "qui occupait ces fonctions auprès du gouvernement, retourne à O"
				}
				if nd.low == "," && i+1 < len(m.s.nodes) && m.p.is("option", "org-before-role") && m.p.is("aux", m.s.nodes[i+1].low) && m.s.nodes[i+1].low != "to" {
					continue // ", is to lead": the clause behind the comma is another one
				}
				if nd.kind != kindPerson && nd.kind != kindOrg && nd.kind != kindName && nd.low != ";" && nd.low != ":" && nd.low != "." && !(nd.kind == kindRole && nd.roleOrg != nil) {
					k = 1
				}
			}
			if k == 0 {
				continue
			}
			old, nw := int16(-1), len(m.words)
			if in.label >= 0 {
				old = m.at[in.label]
				m.at[in.label] = int16(i)
			}
			if in.op == opWord {
				for j := range k {
					m.words = append(m.words, int16(i+j))
				}
			}
			if m.run(pc+1, i+k, false) {
				return true
			}
			if alone {
				m.words = append(m.words[:nw], int16(i))
				if m.run(pc+1, i+1, false) {
					return true
				}
			}
			if in.label >= 0 {
				m.at[in.label] = old
			}
			m.words = m.words[:nw]
		}
		return false
	}
}

// word gives how many nodes a word or phrase of the set takes at i.
func (m *matcher) word(set *wordClass, i int) int {
	if set.none(m.spread[i]) {
		return 0
	}
	nd := &m.s.nodes[i]
	if k := m.s.phrase(set, i); k > 0 {
		return k
	}
	if nd.kind != kindWord && nd.b-nd.a > 1 {
		return 0
	}
	if set.has(nd.low) {
		return 1
	}
	return 0
}

func (s *sentence) clauseStart(i int) bool {
	if i == 0 {
		return true
	}
	switch s.nodes[i-1].low {
	case ",", ";", ":", "–", "\"", "(", ".", "…", "•", "-", "?", "!", "|", "and", "et", "und", "y", "e", "ed":
		return true
	}
	return false
}

func (s *sentence) clauseEnd(i int) bool {
	if i >= len(s.nodes) {
		return true
	}
	switch s.nodes[i].low {
	case ",", ";", ":", "–", "\"", "(", ")", ".", "…", "?", "!", "|":
		return true
	}
	return false
}
