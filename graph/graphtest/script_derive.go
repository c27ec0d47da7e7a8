package graphtest

import (
	"maps"
	"slices"

	"talentgraph/graph"
)

// turn fills a commit with what follows for the blocks, and with what it expects.
func (w *scriptWorld) turn(c *graph.Commit, blocks map[graph.ID]bool) {
	var people []graph.Person
	var moves []graph.Move
	holder := map[graph.ID]graph.ID{} // the person or move that holds the claim that an ID was made from
	for _, block := range slices.Sorted(maps.Keys(blocks)) {
		p, m := w.fuse(block, holder)
		people, moves = append(people, p...), append(moves, m...)
		w.divide(c, block, p, m)
	}
	mentioned := map[graph.ID]bool{}
	for _, m := range moves {
		for _, x := range m.Mentions {
			mentioned[x.Organization] = true
		}
		w.seen = append(w.seen, m.ID, m.Person)
	}
	for _, id := range slices.Sorted(maps.Keys(mentioned)) {
		c.Organizations = append(c.Organizations, w.define(id, int(id[len(id)-1])%3))
	}
	w.ledger.turn(c, blocks, people, moves, func(id graph.ID) graph.ID { return holder[id] })
	c.Gone = slices.DeleteFunc(c.Gone, func(g graph.Gone) bool { return slices.Contains(c.Erase, g.ID) && w.rng.IntN(2) == 0 })
	c.Rules, c.Expect = w.rules, map[graph.ID]int64{}
	for id := range blocks {
		c.Expect[id] = w.versions[id]
	}
	slices.Sort(w.seen)
	w.seen = slices.Compact(w.seen)
}

// fuse makes people and moves of a block's claims: one ID for those decided to be one, from the smallest claim's.
func (w *scriptWorld) fuse(block graph.ID, holder map[graph.ID]graph.ID) ([]graph.Person, []graph.Move) {
	people, moves := map[int]*graph.Person{}, map[[2]int]*graph.Move{}
	for _, x := range w.claims(block) {
		p := people[x.persona]
		if p == nil {
			p = &graph.Person{ID: "per_" + graph.ID(suffix(x.ID)), Block: block, Name: x.Person, Score: x.Confidence, Reason: "decided by lot"}
			people[x.persona] = p
		}
		if x.Person != p.Name && !slices.Contains(p.Aliases, x.Person) {
			p.Aliases = append(p.Aliases, x.Person)
			slices.Sort(p.Aliases)
		}
		key := [2]int{x.persona, x.move}
		m := moves[key]
		if m == nil {
			m = &graph.Move{ID: "mov_" + graph.ID(suffix(x.ID)), Person: p.ID, Block: block, From: w.resolve(x.from), To: w.resolve(x.to),
				RoleFrom: x.RoleFrom, RoleTo: x.RoleTo, Announced: x.Announced, FromPlace: w.place(x.from), ToPlace: w.place(x.to), Ended: w.ended(x), RoleFamily: x.family, Seniority: x.seniority, Date: x.Date, Reported: x.Reported, Status: x.Status,
				Confidence: x.Confidence, Words: x.words}
			moves[key] = m
		}
		m.Claims = append(m.Claims, x.ID)
		m.Publishers, m.Inferred = len(m.Claims), len(m.Claims)%2 == 0
		holder["per_"+graph.ID(suffix(x.ID))], holder["mov_"+graph.ID(suffix(x.ID))] = p.ID, m.ID
	}
	var ps []graph.Person
	for _, k := range slices.Sorted(maps.Keys(people)) {
		for _, other := range slices.Sorted(maps.Keys(people)) {
			if other != k {
				people[k].Candidates = append(people[k].Candidates, graph.Candidate{Person: people[other].ID, Score: 0.5, Reason: "same name"})
			}
		}
		ps = append(ps, *people[k])
	}
	var ms []graph.Move
	for _, m := range moves {
		w.mention(m)
		ms = append(ms, *m)
	}
	return ps, ms
}

// mention counts the names that the claims of a move use for its ends, and the organization above the first two.
func (w *scriptWorld) mention(m *graph.Move) {
	counts := map[mentioned]int{}
	for _, id := range w.recorded() {
		for _, x := range w.articles[id].claims {
			if !slices.Contains(m.Claims, x.ID) {
				continue
			}
			for end, name := range map[graph.ID]string{m.From: x.From, m.To: x.To} {
				if end == "" {
					continue
				}
				counts[mentioned{end, name}]++
				if end == w.resolve("org_1") && end != w.resolve("org_0") {
					counts[mentioned{w.resolve("org_0"), "Above"}]++
				}
			}
		}
	}
	m.Mentions = mentionsOf(counts)
	slices.SortFunc(m.Claims, func(a, b graph.ID) int { return byReported(w.claim(a), w.claim(b)) })
	for _, id := range m.Claims {
		x := w.claim(id)
		m.Sources = append(m.Sources, graph.Source{Article: x.Article, Publisher: x.Publisher, Language: x.Language, Published: w.articles[x.Article].Published})
	}
}

// place is some knowledge of an organization: two of three are in one group.
func (w *scriptWorld) place(id graph.ID) graph.Place {
	if id = w.resolve(id); id == "" {
		return graph.Place{}
	}
	n := int(id[len(id)-1])
	p := graph.Place{Group: id, Country: scriptCountries[n%3], Sector: scriptSectors[n/2%3]}
	if n%3 > 0 {
		p.Group = w.resolve("org_0")
	}
	return p
}

// ended is when a move's stay ended; most have none.
func (w *scriptWorld) ended(x *scriptClaim) graph.Date {
	if n := len(x.ID) + int(x.ID[len(x.ID)-1]); n%3 > 0 {
		return graph.Date{}
	}
	return graph.Date{Year: 2025, Month: int8(1 + x.move%12)}
}

func (w *scriptWorld) claim(id graph.ID) graph.Claim {
	for _, a := range w.articles {
		for _, x := range a.claims {
			if x.ID == id {
				return x.Claim
			}
		}
	}
	return graph.Claim{}
}

// committed notes that the change happened.
func (w *scriptWorld) committed(c graph.Commit) {
	w.ledger.apply(c)
	for id := range c.Expect {
		w.versions[id]++
	}
	for _, g := range c.Gone {
		w.defined[g.ID] = false
	}
	for _, o := range c.Organizations {
		w.defined[o.ID] = true
	}
	for _, j := range c.Judgements {
		if !slices.ContainsFunc(w.judgements, func(x graph.Judgement) bool { return x.ID == j.ID }) {
			w.judgements = append(w.judgements, j)
		}
		if len(j.Organizations) > 0 && !w.inForce[j.ID] {
			w.rules++
		}
		w.inForce[j.ID] = true
	}
	for _, id := range c.Undo {
		if i := slices.IndexFunc(w.judgements, func(x graph.Judgement) bool { return x.ID == id }); w.inForce[id] && len(w.judgements[i].Organizations) > 0 {
			w.rules++
		}
		w.inForce[id] = false
	}
}
