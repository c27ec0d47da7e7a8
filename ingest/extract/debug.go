package extract

import (
	"context"
	"fmt"
	"strings"
)

// Debug shows how an article is read: the nodes of each sentence and the facts that its frames state. It is for those
// who write rules.
func (e *Extractor) Debug(a Article) string {
	load := e.packs[a.Language]
	if load == nil {
		return "no pack for " + a.Language
	}
	p, err := load()
	if err != nil {
		return err.Error()
	}
	d := newDocument(e, p, a)
	d.read(context.Background())
	var b strings.Builder
	for _, s := range d.sents {
		fmt.Fprintf(&b, "[%d]", s.index)
		for i := range s.nodes {
			n := &s.nodes[i]
			text := spanText(s.src, s.toks[n.a:n.b])
			switch n.kind {
			case kindWord:
				fmt.Fprintf(&b, " %s", text)
			case kindRole:
				org := ""
				if n.roleOrg != nil {
					org = "@" + n.roleOrg.name
				}
				fmt.Fprintf(&b, " R{%s%s}", text, org)
			default:
				fmt.Fprintf(&b, " %c{%s}", n.kind, text)
			}
		}
		b.WriteByte('\n')
		for _, f := range d.facts {
			if f.sent == s {
				b.WriteString("      ! " + f.String() + "\n")
			}
		}
	}
	return b.String()
}

func (f *fact) String() string {
	org := func(a orgArg) string {
		switch {
		case a.org != nil:
			return a.org.name
		case a.unknown:
			return "?"
		}
		return "-"
	}
	who := "-"
	if f.who != nil {
		who = f.who.name
	}
	return fmt.Sprintf("%s %s org=%s from=%s to=%s role=%q/%q tense=%d %s (%s)", f.kind, who, org(f.org), org(f.from), org(f.to), f.roleFrom, f.roleTo+f.role, f.tense, f.status, f.rule)
}
