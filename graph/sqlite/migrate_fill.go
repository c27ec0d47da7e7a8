package sqlite

import (
	"cmp"
	"fmt"
	"slices"

	"talentgraph/graph"
)

func (s session) toVersionThree() error {
	for _, step := range []func() error{s.publish, s.placeOrganizations} {
		if err := step(); err != nil {
			return err
		}
	}
	return s.fillMoves()
}

// publish puts every recording of an article in the list of all articles.
func (s session) publish() error {
	const some = 10_000
	for last, more := int64(0), true; more; {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		var rows []articleRow
		r := s.long("SELECT n, since, until, body FROM article WHERE n > ? ORDER BY n LIMIT ?", last, some)
		defer r.close()
		for r.next() {
			x := articleRow{n: r.int(0), since: r.int(1), until: r.int(2)}
			var err error
			if x.article, _, err = readArticle(r.blob(3), x.since); err != nil {
				return fmt.Errorf("article %d: %w", x.n, err)
			}
			rows, last = append(rows, x), x.n
		}
		if err := r.close(); err != nil {
			return err
		}
		more = len(rows) == some
		slices.SortFunc(rows, func(a, b articleRow) int { // those next to each other are on one page
			return cmp.Compare(number(b.article.Published), number(a.article.Published))
		})
		for _, x := range rows {
			if err := s.exec("INSERT INTO listing (side, list, day, id, since, until, r, flags) VALUES (?, 0, ?, ?, ?, ?, ?, 0)",
				publishedSide, -number(x.article.Published), rank(x.article.ID), x.since, orNil(x.until), x.n); err != nil {
				return err
			}
		}
	}
	return nil
}

// fillMoves gives all versions of all moves what their bodies did not tell: where their claims are stated, and the places of
// their ends, as organizations are defined now. When a stay ended is told of current moves.
func (s session) fillMoves() error {
	places, err := s.places()
	if err != nil {
		return err
	}
	const some = 5000
	var block []item
	for last, more := int64(-1), true; more; {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		r := s.long("SELECT "+itemColumns+" FROM item WHERE r > ? ORDER BY r LIMIT ?", last, some)
		defer r.close()
		var items []item
		for r.next() {
			items = append(items, r.item())
		}
		if err := r.close(); err != nil {
			return err
		}
		more = len(items) == some
		for _, i := range items {
			if len(block) > 0 && block[0].r>>blockShift != i.r>>blockShift {
				if err := s.fillBlock(block, places); err != nil {
					return err
				}
				block = block[:0]
			}
			block, last = append(block, i), i.r
		}
	}
	return s.fillBlock(block, places)
}

// places are those of all organizations that are defined.
func (s session) places() (map[graph.ID]graph.Place, error) {
	defined := map[graph.ID]graph.Organization{}
	r := s.long("SELECT body FROM definition WHERE until IS NULL")
	defer r.close()
	for r.next() {
		o, err := readDefinition(version{body: r.blob(0)})
		if err != nil {
			return nil, err
		}
		defined[o.ID] = o
	}
	places := make(map[graph.ID]graph.Place, len(defined))
	for id, o := range defined {
		p := graph.Place{Group: id, Country: o.Country, Sector: o.Sector}
		for range len(defined) { // no parents go in a ring, but a file may say anything
			if o.Parent == "" {
				break
			}
			p.Group, o = o.Parent, defined[o.Parent]
		}
		places[id] = p
	}
	return places, r.close()
}

func (s session) fillBlock(block []item, places map[graph.ID]graph.Place) error {
	sources := map[graph.ID]graph.Source{}
	add := func(i item) error {
		c, _, err := readClaim(i.body)
		sources[c.ID] = graph.Source{Article: c.Article, Publisher: c.Publisher, Language: c.Language, Published: c.Reported}
		return err
	}
	for _, i := range block {
		if i.kind == claimKind {
			if err := add(i); err != nil {
				return err
			}
		}
	}
	fill := func(m *graph.Move) error {
		m.Sources = nil
		for _, id := range m.Claims {
			if _, ok := sources[id]; !ok { // of another block that a judgement ties to this one
				others, err := s.items(id, claimKind)
				if err != nil {
					return err
				}
				for _, i := range others {
					if err := add(i); err != nil {
						return err
					}
				}
			}
			m.Sources = append(m.Sources, sources[id])
		}
		for _, x := range []struct {
			end   graph.ID
			place *graph.Place
		}{{m.From, &m.FromPlace}, {m.To, &m.ToPlace}} {
			if p, ok := places[x.end]; ok {
				*x.place = p
			}
		}
		return nil
	}
	current := map[graph.ID][]graph.Move{} // by person
	chains := map[int64][]link{}
	for _, i := range block {
		if i.kind == personKind {
			if err := s.placePerson(i); err != nil {
				return err
			}
		}
		if i.kind != moveKind {
			continue
		}
		chain, err := s.chain(i)
		if err != nil {
			return err
		}
		chains[i.r] = chain
		if i.until == 0 {
			m, err := readMove(i.version, nil)
			if err != nil {
				return err
			}
			if err := fill(&m); err != nil {
				return err
			}
			current[m.Person] = append(current[m.Person], m)
		}
	}
	ended := map[graph.ID]graph.Date{}
	for _, moves := range current {
		graph.EndStays(moves)
		for _, m := range moves {
			ended[m.ID] = m.Ended
		}
	}
	for r, chain := range chains {
		var fuller *graph.Move // the version after one, as it is written
		err := movesOf(chain, func(l link, m graph.Move) error {
			if err := fill(&m); err != nil {
				return err
			}
			if fuller == nil && l.until == 0 {
				m.Ended = ended[m.ID]
			}
			body := moveBody(m, fuller, nil)
			fuller = &m
			return s.rewrite(item{r: r}, l, body)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
