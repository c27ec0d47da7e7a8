package extract

import (
	"talentgraph/graph"
)

func (st *study) personFeatures(p *person, v *vector) {
	d := st.d
	at := st.personAt[p]
	titled, said, named := false, 0, 0
	in := map[int]bool{}
	var around uint32
	for _, m := range at {
		s := d.sents[m.s]
		titled = titled || s.block.title
		in[m.s] = true
		if m.i >= 0 && m.i < len(s.seen) {
			if s.seen[m.i].byName {
				named++
			}
			for _, k := range []int{m.i - 1, m.i + 1} {
				if k >= 0 && k < len(s.seen) {
					if s.seen[k].cues&(1<<24) != 0 {
						said++
					}
				}
			}
			for k := m.i + 1; k < len(s.seen) && k < m.i+5 && s.seen[k].kind != kindPerson; k++ {
				around |= s.seen[k].cues
			}
		}
	}
	v.put("person: mentions", float64(len(at)))
	v.put("person: named", float64(named))
	v.put("person: sentences", float64(len(in)))
	v.put("person: first sentence", float64(at[0].s))
	v.flag("person: in title", titled)
	v.put("person: says", float64(said))
	v.put("person: words", float64(len(p.words)))
	v.put("article: persons", float64(len(st.persons)))
	v.put("article: organizations", float64(len(st.orgs)))
	v.put("article: sentences", float64(len(d.sents)))
	for k := range cueVerbCount {
		v.flag(cueLabels[0][k], around&(1<<k) != 0)
	}
	var joins, leaves, internals, stays, denies, who, whom, is float64
	for _, f := range st.factsOf[p] {
		switch f.kind {
		case "join":
			joins++
		case "leave":
			leaves++
		case "internal":
			internals++
		case "stay":
			stays++
		case "is":
			is++
		case "succeed":
			who++
		}
		if f.status == graph.Denied {
			denies++
		}
	}
	for _, f := range d.facts {
		if f.whom == p && len(p.name) > 0 {
			whom++
		}
	}
	v.put("person: fact joins", joins)
	v.put("person: fact leaves", leaves)
	v.put("person: fact internal", internals)
	v.put("person: fact stays", stays)
	v.put("person: fact is", is)
	v.put("person: fact denied", denies)
	v.put("person: succeeds", who)
	v.put("person: is succeeded", whom)
	sure, top, moving := 0.0, 0.0, map[*person]bool{}
	for _, c := range st.sure {
		moving[c.who] = true
		if c.who == p {
			sure++
		}
	}
	for _, c := range st.ruled[p] {
		top = max(top, c.conf)
	}
	v.put("person: moves by rules", sure)
	v.put("person: best rule", top)
	v.put("article: movers by rules", float64(len(moving)))
	st.genderFeatures(p, v)
}
