package extract

import (
	"fmt"
	"slices"
	"strings"
)

// indexFirst files the frame under what its matches begin with.
func (p *pack) indexFirst(f *frame) {
	if p.firstWord == nil {
		p.firstWord = map[string][]*frame{}
	}
	if f.starts == nil {
		p.firstAny = append(p.firstAny, f)
		return
	}
	kinds, words := uint8(0), map[string]bool{}
	for _, pc := range f.starts {
		in := &f.prog[pc]
		if in.op == opNode {
			kinds |= 1 << slices.Index(nodeKinds, in.arg)
			continue
		}
		if len(in.set.prefixes)+len(in.set.suffixes) > 0 {
			p.firstAny = append(p.firstAny, f)
			return
		}
		for w := range in.set.single {
			words[w] = true
		}
		for w := range in.set.phrases {
			words[w] = true
		}
	}
	f.opens = kinds
	for w := range words {
		p.firstWord[w] = append(p.firstWord[w], f)
	}
}

// firsts lists the instructions that can take the first node of a match; nil where a match may be empty at its start.
func (f *frame) firsts() []int {
	var out []int
	seen := make([]bool, len(f.prog))
	any := false
	var walk func(pc int)
	walk = func(pc int) {
		if pc >= len(f.prog) || seen[pc] {
			return
		}
		seen[pc] = true
		switch in := &f.prog[pc]; in.op {
		case opSplit:
			walk(int(in.x))
			walk(int(in.y))
		case opJump:
			walk(int(in.x))
		case opStart, opNot:
			walk(pc + 1)
		case opNode, opWord:
			out = append(out, pc)
		default:
			any = true
		}
	}
	walk(0)
	if any {
		return nil
	}
	return out
}

type compiler struct {
	p    *pack
	f    *frame
	toks []string
	i    int
	must []need // what every match must contain, in order
}

// lex splits a pattern into elements and expands macros.
func (c *compiler) lex(s string, depth int) ([]string, error) {
	if depth > 8 {
		return nil, fmt.Errorf("macros refer to each other in a circle")
	}
	var out []string
	for _, f := range strings.Fields(s) {
		if f[0] == '&' && len(f) > 1 {
			name := strings.TrimRight(f[1:], "?*+")
			body, ok := c.p.macros[name]
			if !ok {
				return nil, fmt.Errorf("unknown macro &%s", name)
			}
			in, err := c.lex(body, depth+1)
			if err != nil {
				return nil, err
			}
			out = append(out, "(")
			out = append(out, in...)
			out = append(out, ")"+f[1+len(name):])
			continue
		}
		out = append(out, f)
	}
	return out, nil
}

func (c *compiler) emit(i instr) place {
	c.f.prog = append(c.f.prog, i)
	return c.here() - 1
}

// here is the place of the next instruction.
func (c *compiler) here() place { return place(len(c.f.prog)) }

func (c *compiler) alternatives(required bool) error {
	var jumps []place
	multi := false
	depth := 0
	for _, t := range c.toks[c.i:] { // is this group an alternation?
		if t == "(" {
			depth++
		} else if strings.HasPrefix(t, ")") {
			if depth == 0 {
				break
			}
			depth--
		} else if t == "|" && depth == 0 {
			multi = true
		}
	}
	before := c.must
	var musts [][]need
	for {
		split := place(0)
		c.must = nil
		if multi {
			split = c.emit(instr{op: opSplit})
			c.f.prog[split].x = split + 1
		}
		if err := c.sequence(required); err != nil {
			return err
		}
		musts = append(musts, c.must)
		if c.i < len(c.toks) && c.toks[c.i] == "|" {
			c.i++
			jumps = append(jumps, c.emit(instr{op: opJump}))
			c.f.prog[split].y = c.here()
			continue
		}
		if multi { // last alternative: no second way
			c.f.prog[split] = instr{op: opJump, x: split + 1}
		}
		break
	}
	for _, j := range jumps {
		c.f.prog[j].x = c.here()
	}
	c.must = before
	if !multi {
		c.must = append(c.must, musts[0]...)
	} else if r, ok := c.either(musts); ok {
		c.must = append(c.must, r)
	}
	return nil
}

// take adds the entries of another class.
func (c *wordClass) take(o *wordClass) {
	c.filter = wordFilter{}
	for w := range o.single {
		c.single[w] = true
	}
	for k, l := range o.phrases {
		c.phrases[k] = append(c.phrases[k], l...)
	}
	c.prefixes, c.suffixes = append(c.prefixes, o.prefixes...), append(c.suffixes, o.suffixes...)
}

func (c *compiler) sequence(required bool) error {
	for c.i < len(c.toks) {
		t := c.toks[c.i]
		if t == "|" || t[0] == ')' {
			return nil
		}
		start := c.here()
		var suffix string
		if t == "(" {
			end, depth := -1, 0
			for j := c.i; j < len(c.toks); j++ {
				if c.toks[j] == "(" {
					depth++
				} else if c.toks[j][0] == ')' {
					if depth--; depth == 0 {
						end = j
						break
					}
				}
			}
			if end < 0 {
				return fmt.Errorf("pattern: ( without )")
			}
			suffix = c.toks[end][1:]
			c.i++
			if err := c.alternatives(required && (suffix == "" || suffix == "+")); err != nil {
				return err
			}
			if c.i >= len(c.toks) || c.toks[c.i][0] != ')' {
				return fmt.Errorf("pattern: ( without )")
			}
			c.i++
		} else {
			body := strings.TrimRight(t, "?*+")
			if body == "" {
				body = t
			}
			suffix = t[len(body):]
			if err := c.element(body, required && (suffix == "" || suffix == "+")); err != nil {
				return err
			}
			c.i++
		}
		if err := c.repeat(start, suffix); err != nil {
			return err
		}
	}
	return nil
}

// repeat wraps the program from start on in ?, * or +.
func (c *compiler) repeat(start place, suffix string) error {
	switch suffix {
	case "":
		return nil
	case "?", "*":
		c.insert(start, instr{op: opSplit})
		if suffix == "*" {
			c.emit(instr{op: opJump, x: start})
		}
		c.f.prog[start].x, c.f.prog[start].y = start+1, c.here()
	case "+":
		c.emit(instr{op: opSplit, x: start, y: c.here() + 1})
	default:
		return fmt.Errorf("pattern: unknown suffix %q", suffix)
	}
	return nil
}

func (c *compiler) insert(at place, in instr) {
	c.f.prog = slices.Insert(c.f.prog, int(at), in)
	for k := at + 1; k < c.here(); k++ {
		i := &c.f.prog[k]
		if i.op == opSplit || i.op == opJump {
			if i.x >= at {
				i.x++
			}
			if i.y >= at {
				i.y++
			}
		}
	}
}

func (c *compiler) element(t string, required bool) error {
	c.f.size++
	switch {
	case t == "<":
		c.emit(instr{op: opStart, label: -1})
		return nil
	case t == "^":
		c.emit(instr{op: opStart, arg: 1, label: -1})
		return nil
	case t == "$":
		c.emit(instr{op: opEnd, label: -1})
		return nil
	case t[0] == '!' && len(t) > 1:
		if k, ok := nodeKind(t[1:]); ok {
			c.emit(instr{op: opNot, arg: k, label: -1})
			return nil
		}
		set, err := c.wordSet(t[1:])
		if err != nil {
			return err
		}
		c.emit(instr{op: opNot, set: set, label: -1})
		return nil
	case t[0] == '_':
		n := 1
		if len(t) > 1 {
			if _, err := fmt.Sscanf(t[1:], "%d", &n); err != nil || n < 1 || n > 20 {
				return fmt.Errorf("pattern: bad gap %q", t)
			}
			// up to n nodes, as few as possible
			var splits []place
			for range n {
				splits = append(splits, c.emit(instr{op: opSplit}))
				c.f.prog[c.here()-1].y = c.here()
				c.emit(instr{op: opAny, label: -1})
			}
			for _, s := range splits {
				c.f.prog[s].x = c.here()
			}
			return nil
		}
		c.emit(instr{op: opAny, label: -1})
		return nil
	}
	body, label, labelled := strings.Cut(t, ":")
	if k, ok := nodeKind(body); ok {
		if !labelled {
			label = defaultLabel[k]
		}
		c.emit(instr{op: opNode, arg: k, label: c.label(label)})
		if required {
			c.must = append(c.must, need{kinds: 1 << slices.Index(nodeKinds, k)})
		}
		return nil
	}
	l := int8(-1)
	if labelled && label != "" && body != "" {
		t = body
		l = c.label(label)
	}
	set, err := c.wordSet(t)
	if err != nil {
		return err
	}
	c.emit(instr{op: opWord, set: set, label: l})
	if required {
		c.must = append(c.must, need{sets: []*wordClass{set}})
	}
	return nil
}

// cost is how common the words of a set are, roughly: every function word counts like sixty others.
func (c *compiler) cost(s *wordClass) int {
	if s.cost > 0 {
		return s.cost - 1
	}
	n := len(s.single) + len(s.phrases) + 10*len(s.prefixes) + 1000*len(s.suffixes)
	for w := range s.single {
		if c.p.is("func", w) {
			n += 60
		}
	}
	s.cost = n + 1
	return n
}

func (c *compiler) label(name string) int8 {
	for i, l := range c.f.labels {
		if l == name {
			return int8(i)
		}
	}
	c.f.labels = append(c.f.labels, name)
	return int8(len(c.f.labels) - 1)
}

func (c *compiler) wordSet(t string) (*wordClass, error) {
	if t[0] == '@' && len(t) > 1 && !strings.Contains(t, "|") {
		s := c.p.classes[t[1:]]
		if s == nil {
			return nil, fmt.Errorf("unknown word class %s", t)
		}
		return s, nil
	}
	if s := c.p.literals[t]; s != nil {
		return s, nil
	}
	s := &wordClass{single: map[string]bool{}, phrases: map[string][][]string{}}
	for _, w := range strings.Split(t, "|") {
		if w == "" {
			continue
		}
		if w[0] == '@' && len(w) > 1 {
			o := c.p.classes[w[1:]]
			if o == nil {
				return nil, fmt.Errorf("unknown word class %s", w)
			}
			s.take(o)
			continue
		}
		s.add(strings.ReplaceAll(w, "~", " "))
	}
	c.p.literals[t] = s
	return s, nil
}
