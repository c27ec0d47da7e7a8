package extract

import (
	"slices"
	"strings"
)

// matches finds the frames of a sentence; of those that share words the fullest stays.
func (d *document) matches(s *sentence) []binding {
	p, in := d.p, d.search
	in.turn++ // of this sentence
	wanted := in.turn
	in.called = in.called[:0]
	add := func(f *frame, i int) {
		if in.wanted[f.id] != wanted {
			in.wanted[f.id] = wanted
			in.called = append(in.called, f)
		}
		in.needed[f.id] = i
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindWord && n.b-n.a > 1 {
			continue
		}
		for _, f := range p.byWord[n.low] {
			add(f, i)
		}
		for _, pf := range p.byPrefix {
			if strings.HasPrefix(n.low, pf.prefix) {
				add(pf.frame, i)
			}
		}
	}
	for _, f := range p.always {
		add(f, len(s.nodes))
	}
	if len(in.called) == 0 {
		return nil
	}
	m := matcher{s: s, p: p, spread: make([]uint64, len(s.nodes))}
	for i := range s.nodes {
		m.spread[i] = spread(s.nodes[i].low)
	}
	in.look(p, s)
	in.sift()
	var all []binding
	at := func(list []*frame, i int) {
		for _, f := range list {
			if in.wanted[f.id] == wanted && in.needed[f.id] >= i && in.tried[f.id] != in.turn { // what it needs does not lie behind us
				in.tried[f.id] = in.turn
				if !in.may(f, i) {
					continue
				}
				if b, ok := m.match(f, i); ok {
					all = append(all, b)
				}
			}
		}
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		in.turn++ // of this node
		for k, kind := range nodeKinds {
			if len(in.opening[k]) > 0 && n.fits(kind) {
				at(in.opening[k], i)
			}
		}
		at(p.firstWord[n.low], i)
		at(p.firstAny, i)
	}
	score := func(b binding) int {
		n := 0
		for _, x := range b.at {
			if x >= 0 {
				n += 3
			}
		}
		n = n*2 + len(b.words)*2
		switch { // what rules out a reading goes before it
		case b.frame.acts[0].kind == "none":
			n += 40
		case b.frame.acts[0].args["status"] == "=denied":
			n += 8
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b binding) int {
		if x := score(b) - score(a); x != 0 {
			return x
		}
		if a.start != b.start {
			return a.start - b.start
		}
		if x := (a.end - a.start) - (b.end - b.start); x != 0 {
			return x
		}
		return a.frame.id - b.frame.id
	})
	taken := make([]bool, len(s.nodes))
	var out []binding
next:
	for _, b := range all {
		for _, w := range b.words {
			if taken[w] && !p.is("free", s.nodes[w].low) {
				continue next
			}
		}
		if len(b.words) == 0 {
			for k := b.start; k < b.end; k++ {
				if taken[k] {
					continue next
				}
			}
		}
		for _, w := range b.words {
			taken[w] = true
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b binding) int { return a.start - b.start })
	return out
}
