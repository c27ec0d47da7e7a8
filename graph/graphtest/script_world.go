package graphtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"talentgraph/graph"
)

var (
	scriptFamilies    = []graph.RoleFamily{"", "ENGINEERING", "LEGAL", "SALES"}
	scriptSeniorities = []graph.Seniority{"", "HEAD", "BOARD"}
	scriptWords       = []string{"ada", "engineer", "x", "naïve", "o'neil"}
	scriptRoles       = []string{"", "engineer", "Naïve X", "O'Neil engineer"}
	scriptNames       = []string{"One", "one", "Oné", "Acme Corp", "ACME Corp.", "X", "🙂 Labs", "!"}
)

// scriptWorld is a small world that changes by possible commits: who is who among the claims of a block is decided at
// random, and the people, moves, mentions and flows follow from that as they do in graph.Graph.
type scriptWorld struct {
	rng    *rand.Rand
	ledger *ledger

	blocks, organizations, seen []graph.ID // asked about; some exist never
	articles                    map[graph.ID]*scriptArticle
	versions                    map[graph.ID]int64
	rules                       int64
	judgements                  []graph.Judgement
	inForce                     map[graph.ID]bool
	defined                     map[graph.ID]bool
	into                        map[graph.ID]graph.ID // organizations merged into others
	names                       int
}

type scriptArticle struct {
	graph.Article
	claims   []*scriptClaim
	recorded bool
}

// scriptClaim is a claim with what is decided about it.
type scriptClaim struct {
	graph.Claim
	persona, move int
	from, to      graph.ID
	family        graph.RoleFamily
	seniority     graph.Seniority
	words         []string
	erased        bool
}

func newScriptWorld(rng *rand.Rand) *scriptWorld {
	w := &scriptWorld{rng: rng, ledger: newLedger(), articles: map[graph.ID]*scriptArticle{}, versions: map[graph.ID]int64{},
		inForce: map[graph.ID]bool{}, into: map[graph.ID]graph.ID{}, defined: map[graph.ID]bool{}, seen: []graph.ID{"art_none", "per_none", "mov_none", ""}}
	for i := range 4 {
		w.blocks = append(w.blocks, graph.ID(fmt.Sprint("blk_", i)))
	}
	for i := range 6 {
		w.organizations = append(w.organizations, graph.ID(fmt.Sprint("org_", i)))
	}
	w.seen = append(w.seen, w.organizations...)
	return w
}

func (w *scriptWorld) recorded() (ids []graph.ID) {
	for _, id := range slices.Sorted(maps.Keys(w.articles)) {
		if w.articles[id].recorded {
			ids = append(ids, id)
		}
	}
	return ids
}

// date is a random one of any precision, undated as well, with many ties.
func (w *scriptWorld) date() graph.Date {
	d := graph.Date{Year: int16(2024 + w.rng.IntN(2))}
	switch w.rng.IntN(6) {
	case 0:
		return graph.Date{}
	case 1:
		return d
	case 2:
		d.Month = int8(1 + w.rng.IntN(12))
		return d
	}
	d.Month, d.Day = int8(1+w.rng.IntN(4)), int8(1+w.rng.IntN(3))
	return d
}

// next is a random change, and what it is called.
func (w *scriptWorld) next() (string, graph.Commit) {
	recorded := w.recorded()
	if len(recorded) > 2 {
		switch w.rng.IntN(11) {
		case 0, 1:
			return "retract", w.retract(pick(w.rng, recorded))
		case 2, 3:
			return "regroup", w.regroup(pick(w.rng, w.blocks))
		case 4:
			return "erase", w.erase()
		case 5:
			return "define", graph.Commit{Rules: w.rules, Organizations: []graph.Organization{w.define(pick(w.rng, w.organizations), w.rng.IntN(3))}}
		case 6:
			return "merge organizations", w.mergeOrganizations()
		case 7:
			return "undo", w.undo()
		case 8:
			return "bump", w.bump()
		}
	}
	return "record", w.record()
}

func (w *scriptWorld) bump() graph.Commit {
	id := pick(w.rng, w.blocks)
	return graph.Commit{Rules: w.rules, Expect: map[graph.ID]int64{id: w.versions[id]}}
}

func (w *scriptWorld) name(kind string) graph.ID {
	w.names++
	id := graph.ID(fmt.Sprintf("%s_%d%c", kind, w.names*7%100, 'a'+rune(w.names%26)))
	id += graph.ID(fmt.Sprint("-", w.names))
	w.seen = append(w.seen, id)
	return id
}

// record takes in new articles, or ones that were retracted.
func (w *scriptWorld) record() graph.Commit {
	c := graph.Commit{}
	blocks := map[graph.ID]bool{}
	for range 1 + w.rng.IntN(3) {
		a := w.article()
		if a.recorded {
			continue
		}
		a.recorded = true
		c.Articles = append(c.Articles, a.Article)
		for _, x := range a.claims {
			c.Claims = append(c.Claims, x.Claim)
			blocks[x.Block] = true
		}
	}
	w.turn(&c, blocks)
	return c
}

func (w *scriptWorld) article() *scriptArticle {
	if ids := slices.Sorted(maps.Keys(w.articles)); len(ids) > 0 && w.rng.IntN(4) == 0 {
		a := w.articles[pick(w.rng, ids)]
		if !a.recorded && w.rng.IntN(2) == 0 {
			a.Title += " again"
		}
		return a
	}
	a := &scriptArticle{Article: testArticle(suffix(w.name("art")))}
	a.Publisher, a.Language, a.Published = pick(w.rng, scriptPublishers), pick(w.rng, scriptLanguages), w.date()
	for range w.rng.IntN(4) {
		x := &scriptClaim{Claim: testClaim(suffix(w.name("clm")), a.ID, pick(w.rng, w.blocks)), persona: w.rng.IntN(2), move: w.rng.IntN(3),
			from: pick(w.rng, w.organizations), to: pick(w.rng, w.organizations), family: pick(w.rng, scriptFamilies), seniority: pick(w.rng, scriptSeniorities)}
		switch w.rng.IntN(5) {
		case 0:
			x.from = ""
		case 1:
			x.to = ""
		}
		x.Person = pick(w.rng, []string{"Ada", "Ada B", "ADA b", "Ada O'Neil", "?!"})
		x.Date, x.Reported, x.Status, x.Confidence = w.date(), w.date(), pick(w.rng, graph.Statuses()), float64(w.rng.IntN(9))/8
		x.From, x.To = pick(w.rng, scriptNames), pick(w.rng, scriptNames)
		x.Publisher, x.Language = a.Publisher, a.Language
		x.RoleFrom, x.RoleTo, x.Announced = pick(w.rng, scriptRoles), pick(w.rng, scriptRoles), w.date()
		x.words = slices.Compact(slices.Sorted(slices.Values([]string{pick(w.rng, scriptWords), pick(w.rng, scriptWords)})))
		a.claims = append(a.claims, x)
	}
	w.articles[a.ID] = a
	return a
}

func (w *scriptWorld) retract(id graph.ID) graph.Commit {
	c := graph.Commit{Retract: []graph.ID{id}}
	blocks := map[graph.ID]bool{}
	w.articles[id].recorded = false
	for _, x := range w.articles[id].claims {
		blocks[x.Block] = true
	}
	w.turn(&c, blocks)
	return c
}

// claims of a block that count.
func (w *scriptWorld) claims(block graph.ID) (list []*scriptClaim) {
	for _, id := range w.recorded() {
		for _, x := range w.articles[id].claims {
			if x.Block == block && !x.erased {
				list = append(list, x)
			}
		}
	}
	slices.SortFunc(list, func(a, b *scriptClaim) int { return compareIDs(a.ID, b.ID) })
	return list
}

// regroup decides anew who is who in a block: people and moves merge, part and come back.
func (w *scriptWorld) regroup(block graph.ID) graph.Commit {
	j := graph.Judgement{ID: w.name("jdg"), Kind: graph.JudgeDifferent, Blocks: []graph.ID{block}, By: "Eve"}
	if len(w.judgements) > 0 && w.rng.IntN(2) == 0 {
		if old := pick(w.rng, w.judgements); len(old.Organizations) == 0 {
			j = old
		}
	}
	for _, x := range w.claims(block) {
		switch w.rng.IntN(4) {
		case 0:
			x.persona = w.rng.IntN(3)
		case 1:
			x.move = w.rng.IntN(3)
		}
		j.Claims = append(j.Claims, x.ID)
	}
	c := graph.Commit{Judgements: []graph.Judgement{j}}
	w.turn(&c, map[graph.ID]bool{block: true, j.Blocks[0]: true})
	return c
}

func (w *scriptWorld) undo() graph.Commit {
	c := graph.Commit{}
	blocks := map[graph.ID]bool{}
	if len(w.judgements) > 0 {
		j := pick(w.rng, w.judgements)
		c.Undo = []graph.ID{j.ID}
		for _, id := range j.Blocks {
			blocks[id] = true
		}
	}
	w.turn(&c, blocks)
	return c
}

// erase takes a person with claims and moves out of all times.
func (w *scriptWorld) erase() graph.Commit {
	c := graph.Commit{}
	if len(w.ledger.people) == 0 {
		return w.bump()
	}
	p := w.ledger.people[pick(w.rng, slices.Sorted(maps.Keys(w.ledger.people)))]
	c.Erase = []graph.ID{p.ID}
	for _, id := range slices.Sorted(maps.Keys(w.ledger.moves)) {
		if m := w.ledger.moves[id]; m.Person == p.ID {
			c.Erase = append(c.Erase, id)
			c.Erase = append(c.Erase, m.Claims...)
		}
	}
	for _, id := range w.recorded() {
		for _, x := range w.articles[id].claims {
			if slices.Contains(c.Erase, x.ID) {
				x.erased = true
				c.Redact = append(c.Redact, id)
				for _, other := range w.articles[id].claims {
					if w.rng.IntN(3) == 0 {
						c.Unquote = append(c.Unquote, other.ID)
					}
				}
				w.articles[id].Title, w.articles[id].URL = "", ""
			}
		}
	}
	for _, a := range w.articles {
		a.claims = slices.DeleteFunc(a.claims, func(x *scriptClaim) bool { return x.erased })
	}
	c.Redact = slices.Compact(c.Redact)
	w.turn(&c, map[graph.ID]bool{p.Block: true})
	return c
}

func (w *scriptWorld) define(id graph.ID, variant int) graph.Organization {
	o := graph.Organization{ID: id, Key: suffix(id), Catalogued: variant > 0, Name: "Corp " + suffix(id)}
	o.Country, o.Sector = scriptCountries[variant], scriptSectors[(variant+1)%3]
	if variant > 1 {
		o.Aliases, o.FormerNames = []string{"Acme " + suffix(id)}, []string{strings.Repeat("o ", variant)}
	}
	return o
}

// mergeOrganizations lets one organization stand for another from now on, in all blocks.
func (w *scriptWorld) mergeOrganizations() graph.Commit {
	from, to := pick(w.rng, w.organizations), pick(w.rng, w.organizations)
	if !w.defined[from] || !w.defined[to] || w.resolve(from) != from || w.resolve(to) == from {
		return w.bump()
	}
	to = w.resolve(to)
	w.into[from] = to
	c := graph.Commit{Judgements: []graph.Judgement{{ID: w.name("jdg"), Kind: graph.JudgeSame, Organizations: []graph.ID{to, from}}},
		Gone: []graph.Gone{{ID: from, Successor: to}}}
	blocks := map[graph.ID]bool{}
	for _, id := range w.blocks {
		blocks[id] = true
	}
	w.turn(&c, blocks)
	return c
}

func (w *scriptWorld) resolve(id graph.ID) graph.ID {
	for w.into[id] != "" {
		id = w.into[id]
	}
	return id
}
