package graph

import (
	"cmp"
	"maps"
	"slices"
)

// difference is what a commit changes in the derived graph.
type difference struct {
	oldPeople, newPeople map[ID]Person
	oldMoves, newMoves   map[ID]Move
	organizations        map[ID]Organization
}

func newDifference() *difference {
	return &difference{map[ID]Person{}, map[ID]Person{}, map[ID]Move{}, map[ID]Move{}, map[ID]Organization{}}
}

func (d *difference) add(oldPeople []Person, oldMoves []Move, now Fused) {
	for _, p := range oldPeople {
		d.oldPeople[p.ID] = p
	}
	for _, m := range oldMoves {
		d.oldMoves[m.ID] = m
	}
	for _, p := range now.People {
		d.newPeople[p.ID] = p
	}
	for _, m := range now.Moves {
		d.newMoves[m.ID] = m
	}
	for _, o := range now.Organizations {
		d.organizations[o.ID] = o
	}
}

// apply writes the difference into a commit, and what adds up over several differences into a tally.
func (d *difference) apply(c *Commit, t *tally) {
	for _, id := range slices.Sorted(maps.Keys(d.newPeople)) {
		if old, ok := d.oldPeople[id]; !ok || !old.same(d.newPeople[id]) {
			c.People = append(c.People, d.newPeople[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.newMoves)) {
		m := d.newMoves[id]
		old, ok := d.oldMoves[id]
		if ok && old.same(m) {
			continue
		}
		c.Moves = append(c.Moves, m)
		t.count(m, 1)
		if ok {
			t.count(old, -1)
		}
		for _, n := range m.Mentions {
			if o, ok := d.organizations[n.Organization]; ok {
				t.organizations[o.ID] = o
			}
		}
	}
	for id, old := range d.oldMoves {
		if _, ok := d.newMoves[id]; !ok {
			t.count(old, -1)
		}
	}
	c.Gone = append(c.Gone, d.gone()...)
}

// tally is what counts change by a commit.
type tally struct {
	flows         map[FlowCount]int
	mentions      map[Mention]int
	organizations map[ID]Organization // that new versions of moves mention
}

func newTally() *tally {
	return &tally{map[FlowCount]int{}, map[Mention]int{}, map[ID]Organization{}}
}

func (t *tally) count(m Move, by int) {
	t.flows[FlowCount{From: m.From, To: m.To, Month: MonthOf(m.Date), Status: m.Status}] += by
	for _, n := range m.Mentions {
		t.mentions[Mention{Organization: n.Organization, Name: n.Name}] += by * n.Claims
	}
}

// apply writes the tally into a commit, and puts its lists in order.
func (t *tally) apply(c *Commit) {
	slices.SortFunc(c.People, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Moves, func(a, b Move) int { return cmp.Compare(a.ID, b.ID) })
	for f, n := range t.flows {
		if n != 0 {
			f.Moves = n
			c.Flows = append(c.Flows, f)
		}
	}
	slices.SortFunc(c.Flows, func(a, b FlowCount) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Status, b.Status))
	})
	for m, n := range t.mentions {
		if n != 0 {
			m.Claims = n
			c.Mentions = append(c.Mentions, m)
		}
	}
	slices.SortFunc(c.Mentions, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Organization, b.Organization), cmp.Compare(a.Name, b.Name))
	})
	for _, id := range slices.Sorted(maps.Keys(t.organizations)) {
		c.Organizations = append(c.Organizations, t.organizations[id])
	}
}

// gone lists what is no more. A move's successor is the one that most of its claims went to; a person's, the one
// whose moves most claims of theirs went to.
func (d *difference) gone() []Gone {
	moveOf := map[ID]ID{} // claim → move
	for _, m := range d.newMoves {
		for _, c := range m.Claims {
			moveOf[c] = m.ID
		}
	}
	var list []Gone
	heirs := map[ID]map[ID]int{} // old person → new person → claims
	for _, id := range slices.Sorted(maps.Keys(d.oldMoves)) {
		old := d.oldMoves[id]
		to := map[ID]int{}
		for _, c := range old.Claims {
			if now, ok := moveOf[c]; ok {
				to[now]++
				if heirs[old.Person] == nil {
					heirs[old.Person] = map[ID]int{}
				}
				heirs[old.Person][d.newMoves[now].Person]++
			}
		}
		if _, ok := d.newMoves[id]; !ok {
			list = append(list, Gone{id, most(to)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.oldPeople)) {
		if _, ok := d.newPeople[id]; !ok {
			list = append(list, Gone{id, most(heirs[id])})
		}
	}
	return list
}

// most is the key with the highest count, the smallest where several have it; empty for none.
func most(counts map[ID]int) ID {
	var best ID
	for id, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && id < best {
			best = id
		}
	}
	return best
}

// same compares two versions of a person in all but when they were current.
func (p Person) same(q Person) bool {
	return p.ID == q.ID && p.Block == q.Block && p.Name == q.Name && slices.Equal(p.Aliases, q.Aliases) && p.Score == q.Score &&
		p.Reason == q.Reason && slices.Equal(p.Candidates, q.Candidates)
}

// same compares two versions of a move in all but when they were current.
func (m Move) same(n Move) bool {
	return m.ID == n.ID && m.Person == n.Person && m.Block == n.Block && m.From == n.From && m.To == n.To &&
		m.RoleFrom == n.RoleFrom && m.RoleTo == n.RoleTo && m.RoleFamily == n.RoleFamily && m.Seniority == n.Seniority &&
		m.Date == n.Date && m.Announced == n.Announced && m.Reported == n.Reported && m.Status == n.Status &&
		m.Confidence == n.Confidence && m.Inferred == n.Inferred && m.Publishers == n.Publishers &&
		m.FromPlace == n.FromPlace && m.ToPlace == n.ToPlace && m.Ended == n.Ended && slices.Equal(m.Sources, n.Sources) &&
		slices.Equal(m.Claims, n.Claims) && slices.Equal(m.Mentions, n.Mentions) && slices.Equal(m.Words, n.Words)
}
