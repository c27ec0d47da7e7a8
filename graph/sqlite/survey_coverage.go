package sqlite

import (
	"cmp"
	"errors"
	"math/bits"

	"talentgraph/graph"
)

// factSummary is a coverage in the making, of facts. What it is of is looked at several times: people and articles are told apart in
// tables that hold only a part of them at once, by their keys, so that a million of them takes no more memory than a few.
type factSummary struct {
	c                     graph.Coverage
	kept                  passed
	sources               int
	people, articles      crowd
	publishers, languages *counter // of articles
	roles                 *counter // of moves, by the hashes of the roles less 1
}

// mostTold is how many people, and how many articles, are told apart at once.
const mostTold = 1 << 19

var (
	summaryColumns = columnsOf(factDate, factInferred, factClaims, factRoleTo, factRoleFrom, factSources)
	sourceColumns  = columnsOf(factPerson, factArticle, factPublisher, factSourceLanguage, factPublished)
)

func (x *factSummary) add(c *chunk, some []int) {
	x.c.Moves += len(some)
	x.kept.add(c.base, some)
	dates, inferred, claims, sources := c.columns[factDate], c.columns[factInferred], c.columns[factClaims], c.columns[factSources]
	for _, i := range some {
		x.c.Inferred += int(inferred[i])
		x.c.Claims += int(claims[i])
		x.sources += int(sources[i])
		if dates[i] == 0 {
			x.c.Undated++
		}
		if role := cmp.Or(c.columns[factRoleTo][i], c.columns[factRoleFrom][i]); role != 0 {
			x.roles.add(role - 1)
		}
	}
	spread(&x.c.First, &x.c.Last, dates, some)
}

// tell counts the people and articles of one part of parts.
func (x *factSummary) tell(c *chunk, some []int, part, parts uint64, fresh []int) []int {
	people, articles := c.columns[factPerson], c.columns[factArticle]
	for _, i := range some {
		if people[i]%parts == part {
			x.people.add(people[i])
		}
	}
	fresh = fresh[:0]
	for _, i := range some {
		for k := c.starts[i]; k < c.starts[i+1]; k++ {
			if articles[k]%parts == part && x.articles.add(articles[k]) {
				x.publishers.add(c.columns[factPublisher][k])
				x.languages.add(c.columns[factSourceLanguage][k])
				fresh = append(fresh, k)
			}
		}
	}
	spread(&x.c.Since, &x.c.Until, c.columns[factPublished], fresh)
	return fresh
}

// spread makes a span of dates hold those of some numbers.
func spread(first, last *graph.Date, dates []uint64, some []int) {
	low, high := uint64(0), uint64(0)
	for _, i := range some {
		if d := dates[i]; d != 0 {
			if low == 0 || d < low {
				low = d
			}
			high = max(high, d)
		}
	}
	widen(first, last, dateOf(int64(low)))
	widen(first, last, dateOf(int64(high)))
}

// surveyCoverage sums up what passes each of some filters by a few looks at all facts.
func (s session) surveyCoverage(q graph.CoverageQuery, where *filter, some []*filter) ([]graph.Coverage, error) {
	v, err := s.survey(at(q.At))
	if err != nil {
		return nil, err
	}
	publishers, err := v.textsOf(publisherTerm)
	if err != nil {
		return nil, err
	}
	languages, err := v.textsOf(languageTerm)
	if err != nil {
		return nil, err
	}
	leave, err := s.store.enter(s.ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	sums := make([]*factSummary, len(some))
	for k := range sums {
		sums[k] = &factSummary{kept: passed{size: v.size}, people: crowd{share: &v.seen}, articles: crowd{share: &v.seen}, publishers: newCounter(bits.Len(uint(len(publishers))), &v.seen),
			languages: newCounter(bits.Len(uint(len(languages))), &v.seen), roles: newCounter(64, &v.seen)}
	}
	if err := v.summarize(where, some, sums); err != nil {
		return nil, err
	}
	if err := v.tellApart(sums); err != nil {
		return nil, err
	}
	roles, err := v.roles(sums, q.Top)
	if err != nil {
		return nil, err
	}
	found := make([]graph.Coverage, len(some))
	for k, x := range sums {
		c := x.c
		c.Publishers, c.PublisherCount = shares(x.publishers, publishers, q.Top)
		c.Languages, c.LanguageCount = shares(x.languages, languages, q.Top)
		byName := map[string]int{}
		for role, n := range x.roles.all {
			if name, ok := roles[role+1]; ok {
				byName[name] = n
			}
		}
		c.Roles = graph.Shares(byName, q.Top)
		found[k] = c
	}
	return found, nil
}

// summarize is the first look, for all but people and articles.
func (v *survey) summarize(where *filter, some []*filter, sums []*factSummary) error {
	first, err := v.sieve(where)
	if err != nil {
		return err
	}
	sieves, columns, err := v.sieves(some)
	if err != nil {
		return err
	}
	var room []int
	return v.each(first.columns|columns|summaryColumns, func(c *chunk, live []int) error {
		passed, err := first.keep(c, live)
		if err != nil {
			return err
		}
		for k, x := range sieves {
			room = append(room[:0], passed...)
			kept, err := x.keep(c, room)
			if err != nil {
				return err
			}
			sums[k].add(c, kept)
		}
		return nil
	})
}

// tellApart looks as often as it takes to tell people and articles apart.
func (v *survey) tellApart(sums []*factSummary) error {
	most := 0
	for _, x := range sums {
		most += max(x.c.Moves, x.sources)
		x.kept.rewind()
	}
	parts := uint64(most/v.store.mostTold + 1)
	var room, fresh []int
	for part := range parts { // each look is at other keys
		err := v.each(sourceColumns, func(c *chunk, _ []int) error {
			for _, x := range sums {
				room = x.kept.in(c, room)
				fresh = x.tell(c, room, part, parts, fresh)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, x := range sums {
			x.c.People += x.people.size()
			x.c.Articles += x.articles.size()
			x.people.clear()
			x.articles.clear()
			x.kept.rewind()
		}
	}
	return nil
}

// shares are the most of what was counted, and how many there are in all.
func shares(counts *counter, texts []string, top int) ([]graph.Share, int) {
	byName := map[string]int{}
	for n, count := range counts.all {
		byName[texts[n]] = count
	}
	return graph.Shares(byName, top), len(byName)
}

// roles reads the texts of the roles that may be among the most of a sum.
func (v *survey) roles(sums []*factSummary, top int) (map[uint64]string, error) {
	texts, unread := map[uint64]string{}, map[uint64]bool{}
	for _, x := range sums {
		best := &lowest{limit: max(top, 1)}
		for _, n := range x.roles.all {
			best.add(n)
		}
		for role, n := range x.roles.all {
			if top > 0 && n >= best.moves[0] {
				unread[role+1] = true
			}
		}
	}
	errAll := errors.New("all are read")
	if len(unread) == 0 {
		return texts, nil
	}
	err := v.each(columnsOf(factRoleTo, factRoleFrom, factItem), func(c *chunk, live []int) error {
		var some []int
		for _, i := range live {
			if role := cmp.Or(c.columns[factRoleTo][i], c.columns[factRoleFrom][i]); unread[role] {
				delete(unread, role)
				some = append(some, i)
			}
		}
		err := v.moves(c, some, func(_ int, m *graph.Move) error {
			role := cmp.Or(m.RoleTo, m.RoleFrom)
			texts[textHash(role)] = role
			return nil
		})
		if err == nil && len(unread) == 0 {
			return errAll
		}
		return err
	})
	if errors.Is(err, errAll) {
		err = nil
	}
	return texts, err
}
