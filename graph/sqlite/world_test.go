package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

// world makes up a growing record, cheaply: Zipf-sized employers, namesakes, several articles a move, careers, articles
// roughly in the order of their dates. It reads blocks and commits as a caller of the store does, with a rough idea of
// fusing, and clocks what the store takes.
type world struct {
	store    graph.Store
	rng      *rand.Rand
	employer *rand.Zipf
	articles int
	again    float64       // how many of the claims are about somebody whom an earlier article is about
	join     float64       // how many of the claims on somebody with moves are about one of these
	known    map[int]bool  // employers defined
	took     time.Duration // in the store
	cpu      time.Duration // the same, of all processors: what counts on a machine with other work to do
}

func newWorld(s graph.Store, articles int) *world {
	rng := rand.New(rand.NewPCG(7, uint64(articles)))
	return &world{store: s, rng: rng, employer: rand.NewZipf(rng, 1.07, 8, 49_999), articles: articles, again: 0.65, join: 0.75, known: map[int]bool{}}
}

func worldID(prefix string, n uint64) graph.ID {
	const digits = "abcdefghijklmnopqrstuvwxyz234567"
	b := make([]byte, 26)
	x := n*0x9e3779b97f4a7c15 + 1
	for i := range b {
		x ^= x >> 29
		x *= 0xbf58476d1ce4e5b9
		b[i] = digits[x>>59]
	}
	return graph.ID(prefix + string(b))
}

// nowhere is the end of a move of which nothing is known.
const nowhere = -1

func employerID(n int) graph.ID {
	if n == nowhere {
		return ""
	}
	return worldID("org_", uint64(n))
}

func employerName(n int) string {
	if n == nowhere {
		return ""
	}
	return fmt.Sprintf("Employer %d of the World", n)
}

func employer(n int) graph.Organization {
	p := employerPlace(n)
	o := graph.Organization{ID: employerID(n), Key: employerName(n), Name: employerName(n), Country: p.Country, Sector: p.Sector}
	if p.Group != o.ID {
		o.Parent = employerID(n / 10)
	}
	return o
}

// employerPlace makes one of ten employers a part of another.
func employerPlace(n int) graph.Place {
	if n == nowhere {
		return graph.Place{}
	}
	p := graph.Place{Group: employerID(n), Country: []string{"US", "FR", "DE", "GB", ""}[n%5], Sector: []string{"software", "banks", "media", ""}[n%4]}
	if n%10 == 9 {
		p.Group = employerPlace(n / 10).Group
	}
	return p
}

func sourceOf(c graph.Claim) graph.Source {
	return graph.Source{Article: c.Article, Publisher: c.Publisher, Language: c.Language, Published: c.Reported}
}

// role is one of some hundreds of roles, the first ones held by most; the empty one for a claim that names none.
func (w *world) role() (role string, family graph.RoleFamily, level graph.Seniority) {
	f := w.rng.Float64()
	k := int(f * f * f * 600)
	if k == 0 {
		return "", "", ""
	}
	families, levels := graph.RoleFamilies(), graph.Seniorities()
	family, level = families[k*7%len(families)], levels[k*5%len(levels)]
	return fmt.Sprintf("%s of Subject %d in %s", level, k, family), family, level
}

// date is about a day later every 250 articles, give or take a month.
func (w *world) date() graph.Date {
	return graph.DateOf(time.Date(2010, 1, 1+w.articles/250+w.rng.IntN(60), 0, 0, 0, 0, time.UTC))
}

func (w *world) status() graph.Status {
	return []graph.Status{graph.Completed, graph.Completed, graph.Announced, graph.Announced, graph.Rumored, graph.Denied}[w.rng.IntN(6)]
}

// name is whom an article is about: one of 2.5 million names; the commonest is that of 6 in 10,000.
func name(article int) string {
	common := func(salt uint64, n int) int {
		h := (uint64(article)*8 + salt) * 0x9e3779b97f4a7c15
		h = (h ^ h>>31) * 0xbf58476d1ce4e5b9
		f := float64((h^h>>29)>>11) / (1 << 53)
		return int(f * f * float64(n))
	}
	return fmt.Sprintf("First%d Last%d", common(1, 500), common(2, 5000))
}

func (w *world) clock() (stop func()) {
	start, cpu := time.Now(), graphtest.ProcessorTime()
	return func() { w.took, w.cpu = w.took+time.Since(start), w.cpu+graphtest.ProcessorTime()-cpu }
}

// batch records n articles in one commit.
func (w *world) batch(ctx context.Context, n int) error {
	type saying struct {
		claim    graph.Claim
		from, to int
		family   graph.RoleFamily
		level    graph.Seniority
	}
	var sayings []saying
	c := graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{}}
	var ids []graph.ID
	for range n {
		w.articles++
		a := graph.Article{ID: worldID("art_", uint64(w.articles)), URL: fmt.Sprintf("https://news%d.example/2025/07/%d", w.rng.IntN(300), w.articles),
			Title: fmt.Sprintf("Headline number %d about somebody who goes somewhere", w.articles), Publisher: fmt.Sprintf("news%d.example", w.rng.IntN(300)),
			Language: []string{"en", "en", "en", "de", "fr", "es", ""}[w.rng.IntN(7)], Published: w.date(), Hash: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
		c.Articles = append(c.Articles, a)
		for k := range 1 + w.rng.IntN(6)/5 {
			about := w.articles
			if w.rng.Float64() < w.again {
				about = 1 + w.rng.IntN(w.articles)
			}
			name := name(about)
			from, to := int(w.employer.Uint64()), int(w.employer.Uint64())
			switch w.rng.IntN(10) { // where somebody came from, or goes, is often not told
			case 0, 1:
				from = nowhere
			case 2:
				to = nowhere
			}
			role, family, level := w.role()
			x := graph.Claim{ID: worldID("clm_", uint64(w.articles*8+k)), Article: a.ID, Block: graph.BlockID(name), Reported: a.Published,
				Publisher: a.Publisher, Language: a.Language, Person: name, From: employerName(from), To: employerName(to),
				RoleTo: role, Date: a.Published, Status: w.status(), Start: 100, End: 220, Confidence: 0.75, Extractor: "rules/1",
				Quote: name + " is leaving " + employerName(from) + " to join " + employerName(to) + " as " + role + ", the company said."}
			if w.rng.IntN(40) == 0 {
				x.Date = graph.Date{}
			}
			c.Claims = append(c.Claims, x)
			sayings = append(sayings, saying{x, from, to, family, level})
			ids = append(ids, x.Block)
		}
	}
	stop := w.clock()
	read, err := w.store.Blocks(ctx, graph.BlockQuery{IDs: slices.Compact(slices.Sorted(slices.Values(ids)))})
	stop()
	if err != nil {
		return err
	}
	for id, b := range read.Blocks {
		c.Expect[id] = b.Version
	}
	people, moves := map[graph.ID]graph.Person{}, map[graph.ID]graph.Move{}
	mentions, flows := map[graph.Mention]int{}, map[graph.FlowCount]int{}
	count := func(m graph.Move, d int) {
		flows[graph.FlowCount{From: m.From, To: m.To, Month: graph.MonthOf(m.Date), Status: m.Status}] += d
	}
	for _, s := range sayings {
		b := read.Blocks[s.claim.Block]
		if len(b.Moves) > 0 && w.rng.Float64() < w.join { // one more claim of a move
			i := w.rng.IntN(len(b.Moves))
			m := b.Moves[i]
			count(m, -1)
			m.Claims, m.Sources = append(slices.Clip(m.Claims), s.claim.ID), append(slices.Clip(m.Sources), sourceOf(s.claim))
			m.Publishers++
			m.Mentions = slices.Clone(m.Mentions)
			for k := range m.Mentions {
				m.Mentions[k].Claims++
				mentions[graph.Mention{Organization: m.Mentions[k].Organization, Name: m.Mentions[k].Name}]++
			}
			if w.rng.IntN(4) == 0 {
				m.Status = s.claim.Status
			}
			count(m, 1)
			b.Moves[i], moves[m.ID] = m, m
			continue
		}
		for _, n := range []int{s.from, s.to} {
			if n == nowhere {
				continue
			}
			mentions[graph.Mention{Organization: employerID(n), Name: employerName(n)}]++
			if !w.known[n] {
				w.known[n] = true
				c.Organizations = append(c.Organizations, employer(n))
			}
		}
		var p graph.Person
		if len(b.People) > 0 && w.rng.IntN(3) > 0 { // one more move of a person
			p = b.People[w.rng.IntN(len(b.People))]
		} else {
			p = graph.Person{ID: "per_" + s.claim.ID[4:], Block: b.ID, Name: s.claim.Person, Score: 0.9, Reason: "the only one of this name"}
			b.People, people[p.ID] = append(b.People, p), p
		}
		m := graph.Move{ID: "mov_" + s.claim.ID[4:], Person: p.ID, Block: b.ID, From: employerID(s.from), To: employerID(s.to),
			RoleTo: s.claim.RoleTo, RoleFamily: s.family, Seniority: s.level, Date: s.claim.Date, Reported: s.claim.Reported,
			Status: s.claim.Status, Confidence: 0.75, Publishers: 1, Claims: []graph.ID{s.claim.ID}, Sources: []graph.Source{sourceOf(s.claim)},
			FromPlace: employerPlace(s.from), ToPlace: employerPlace(s.to), Inferred: w.rng.IntN(20) == 0,
			Words: []string{"employer", "engineering", "of", "president", "the", "vice", "world"}}
		for _, n := range []int{s.from, s.to} {
			if n != nowhere {
				m.Mentions = append(m.Mentions, graph.Mention{Organization: employerID(n), Name: employerName(n), Claims: 1})
			}
		}
		count(m, 1)
		b.Moves, moves[m.ID] = append(b.Moves, m), m
		read.Blocks[b.ID] = b
	}
	for _, p := range people {
		c.People = append(c.People, p)
	}
	for _, m := range moves {
		c.Moves = append(c.Moves, m)
	}
	for m, n := range mentions {
		m.Claims = n
		c.Mentions = append(c.Mentions, m)
	}
	for f, n := range flows {
		if f.Moves = n; n != 0 {
			c.Flows = append(c.Flows, f)
		}
	}
	stop = w.clock()
	_, err = w.store.Commit(ctx, c)
	stop()
	return err
}
