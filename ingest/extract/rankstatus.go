package extract

import (
	"slices"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// mostStatusWords is how much of a sentence is looked at for the status of a move.
const mostStatusWords = 60

// statusOf is what the words make of a move: denied, rumored, announced or completed, whichever they speak for most.
func (st *study) statusOf(p *person, f, t *organization) graph.Status {
	h := &st.scratch
	h.Reset()
	h.lang = st.d.p.lang
	st.statusWords(p, f, t, h)
	doubt, time := st.model.Words[rank.HeadDoubt].Score(&h.Mentions), st.model.Words[rank.HeadTime].Score(&h.Mentions)
	best, z := graph.Completed, time[1]
	for _, x := range []struct {
		is   graph.Status
		odds float32
	}{{graph.Announced, time[0]}, {graph.Rumored, doubt[1]}, {graph.Denied, doubt[0]}} {
		if x.odds > z {
			best, z = x.is, x.odds
		}
	}
	return best
}

// statusWords adds what tells the status of a move of p from f to t: what the rules say of it, then the sentences about the person or the organization
// joined, each with whom it names. A denial often stands in a sentence of its own, behind the one that tells the move.
func (st *study) statusWords(p *person, f, t *organization, h *hasher) {
	ends := func(x, y *organization, name string) string {
		switch {
		case x == nil:
			return "no " + name
		case x == y:
			return name
		}
		return "other " + name
	}
	flag := func(is bool, name string) string {
		if is {
			return name
		}
		return ""
	}
	h.add("ends", flag(f != nil, "f"), flag(t != nil, "t"))
	for _, x := range st.factsOf[p] {
		h.add("fact", x.kind, string(x.status), ends(x.from.org, f, "from"), ends(x.to.org, t, "to"))
		h.add("fact", x.kind, string(x.status))
	}
	for _, x := range st.ruled[p] {
		if x.from == f && x.to == t {
			h.add("ruled", string(x.status))
			h.add("ruled", string(x.status), bucket(int(x.conf*10)))
		} else if x.from == f && f != nil || x.to == t && t != nil {
			h.add("half ruled", string(x.status))
		}
	}
	h.Close()
	names := st.named(p, f, t)
	n := 0
	for k, s := range st.d.sents {
		here, before := names[k], byte(0)
		if k > 0 && st.d.sents[k-1].block == s.block {
			before = names[k-1]
		}
		if here&(namesPerson|namesTo) == 0 && before&namesPerson == 0 {
			continue
		}
		if n++; n > mostContexts {
			break
		}
		near := flag(here&namesPerson != 0, "p") + flag(here&(namesFrom|namesTo) != 0, "o")
		h.add("names", string(rune('a'+here)), flag(s.block.title, "title"), flag(before != 0, "after"))
		last, lastCoarse := "^", "^"
		for i := range s.seen[:min(len(s.seen), mostStatusWords)] {
			x := &s.seen[i]
			w := general(x)
			switch {
			case slices.Contains(x.persons, p):
				w = "p"
			case x.kind == kindPerson || x.org == nil:
			case x.org == t:
				w = "t"
			case x.org == f:
				w = "f"
			}
			coarse := coarsely(x, w)
			h.add(h.lang, w)
			h.add(near, h.lang, w)
			h.add(h.lang, last, w)
			each(x.cues, func(n string) { h.add(near, n) })
			h.add(lastCoarse, coarse)
			last, lastCoarse = w, coarse
		}
		h.add(h.lang, last, "$")
		h.Close()
	}
}
