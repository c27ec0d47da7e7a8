package extract

import (
	"fmt"
	"slices"
	"strings"
)

// A frame is a pattern over nodes and what it states. Patterns are compiled to a small program that match.go runs.
//
//	P O R D L W      a node: person, organization, role, date, place, "where"; ":label" names the argument
//	word a|b @class  a word, or one of several, or of a class (phrases too)
//	&macro           the macro's pattern
//	( … | … )        groups; ? * + after any element
//	_ _3             one node, up to three nodes, that are no person and no organization
//	< $              start, end of a clause; ^ start of the sentence
//	!a|b !@class !O  the next thing is not this
type frame struct {
	id      int     // its place among the frames of the language
	order   []int32 // of needs, with the sets by their numbers: how many there are, above the bits of the kinds, then these
	opens   uint8   // the kinds of nodes with which a match may begin: bits, in the order of nodeKinds
	where   string
	prog    []instr
	labels  []string
	acts    []action
	need    []string // one of these words must be in the sentence; empty: none
	needPre []string // or a word with one of these beginnings
	size    int      // elements, for ranking
	starts  []int    // the instructions that may take the first node; nil: any node may begin
	needs   []need   // what every match has, in order; until they have their places in order
}

type action struct {
	kind string
	args map[string]string // argument → label, or "=value"
}

// another reports whether the frame states what act does of somebody else too, by a label of its own that is bound.
func (f *frame) another(act action, at []int16) bool {
	label := act.args["who"]
	if label == "" || label[0] == '=' {
		return false
	}
	for _, a := range f.acts {
		if l := a.args["who"]; a.kind == act.kind && l != "" && l != label && l[0] != '=' {
			if k := slices.Index(f.labels, l); k >= 0 && at[k] >= 0 {
				return true
			}
		}
	}
	return false
}

type op uint8

const (
	opNode  op = iota // a node of kind arg
	opWord            // a word of set
	opAny             // any node but persons and organizations
	opSplit           // try x, then y
	opJump
	opStart // clause start
	opEnd
	opNot // the next thing is not what set or arg says
	opMatch
)

type instr struct {
	op    op
	arg   byte
	label int8 // -1 none
	x, y  place
	set   *wordClass
}

// place is an index into the program of a frame. Programs are many, so each is kept small.
type place uint16

const mostInstructions = 1<<16 - 1

func (p *pack) compile(rules []rule) error {
	for _, r := range rules {
		f, err := p.compileFrame(r)
		if err != nil {
			return fmt.Errorf("%s: %w", r.where, err)
		}
		f.id = len(p.frames)
		p.frames = append(p.frames, f)
		p.indexFirst(f)
		if len(f.need) == 0 && len(f.needPre) == 0 {
			p.always = append(p.always, f)
			continue
		}
		for _, w := range f.need {
			if l := p.byWord[w]; len(l) == 0 || l[len(l)-1] != f {
				p.byWord[w] = append(l, f)
			}
		}
		for _, w := range f.needPre {
			p.byPrefix = append(p.byPrefix, prefixFrame{w, f})
		}
		f.need, f.needPre, f.starts = nil, nil, nil // filed
	}
	return nil
}

func (p *pack) compileFrame(r rule) (*frame, error) {
	c := &compiler{p: p, f: &frame{prog: p.room[:0], where: r.where[strings.LastIndexByte(r.where, '/')+1:]}}
	toks, err := c.lex(r.pattern, 0)
	if err != nil {
		return nil, err
	}
	c.toks = toks
	if err := c.alternatives(true); err != nil {
		return nil, err
	}
	if c.i < len(c.toks) {
		return nil, fmt.Errorf("pattern: unexpected %q", c.toks[c.i])
	}
	c.emit(instr{op: opMatch})
	if len(c.f.prog) > mostInstructions {
		return nil, fmt.Errorf("pattern: more than %d instructions", mostInstructions)
	}
	p.room, c.f.prog = c.f.prog, slices.Clone(c.f.prog)
	c.f.starts, c.f.needs = c.f.firsts(), c.must
	c.f.need, c.f.needPre = c.rarest()
	for _, a := range strings.Split(r.action, ";") {
		fields := strings.Fields(a)
		if len(fields) == 0 {
			return nil, fmt.Errorf("no action")
		}
		act := action{kind: fields[0], args: map[string]string{}}
		if !factKinds[act.kind] {
			return nil, fmt.Errorf("unknown fact %q", act.kind)
		}
		for _, kv := range fields[1:] {
			k, v, ok := strings.Cut(kv, "=")
			if !ok {
				return nil, fmt.Errorf("action: want key=value, have %q", kv)
			}
			if k == "need" || !slices.Contains(c.f.labels, v) { // "need=to" asks for the end, it names no label
				v = "=" + v
			}
			act.args[k] = v
		}
		c.f.acts = append(c.f.acts, act)
	}
	return c.f, nil
}

// nodeKinds are the letters of nodes in patterns.
var nodeKinds = []byte{kindPerson, kindOrg, kindRole, kindDate, kindPlace, kindWhere, kindNumber}

var defaultLabel = map[byte]string{kindPerson: "who", kindOrg: "org", kindRole: "role", kindDate: "date", kindPlace: "place", kindWhere: "org", kindNumber: "number"}

func nodeKind(s string) (byte, bool) {
	if len(s) == 1 && strings.Contains("PORDLWN", s) {
		return s[0], true
	}
	return 0, false
}
