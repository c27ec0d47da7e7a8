package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"talentgraph/graph"
)

// Oracle is a graph.Store in memory that is meant to be believed and not to be fast: it keeps every version in a list
// and answers by looking through the lists.
type Oracle struct {
	mu     sync.Mutex
	closed bool

	commits  []time.Time
	rules    int64
	versions map[graph.ID]int64 // of blocks

	articles      history[graph.Article]
	claims        history[graph.Claim]
	people        history[graph.Person]
	moves         history[graph.Move]
	organizations history[graph.Organization] // definitions
	mentions      map[mentioned]*counted
	successors    map[graph.ID]graph.ID
	judgements    map[graph.ID]graph.Judgement
	splits        map[graph.ID]*split // of blocks that are split
}

type mentioned struct {
	organization graph.ID
	name         string
}

type counted struct {
	claims int
	spans  []span // when claims was more than nothing
}

// NewOracle makes an empty one.
func NewOracle() *Oracle {
	return &Oracle{
		versions: map[graph.ID]int64{}, articles: history[graph.Article]{}, claims: history[graph.Claim]{},
		people: history[graph.Person]{}, moves: history[graph.Move]{}, organizations: history[graph.Organization]{},
		mentions: map[mentioned]*counted{}, successors: map[graph.ID]graph.ID{}, judgements: map[graph.ID]graph.Judgement{},
		splits: map[graph.ID]*split{},
	}
}

var _ graph.Store = (*Oracle)(nil)

// Close closes it.
func (o *Oracle) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = true
	return nil
}

// enter locks the oracle for a call; the caller unlocks.
func (o *Oracle) enter(ctx context.Context, operation string) error {
	o.mu.Lock()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	if o.closed {
		return fmt.Errorf("%s: %w: the store is closed", operation, graph.ErrInvalid)
	}
	return nil
}

// Commit as graph.Store says.
func (o *Oracle) Commit(ctx context.Context, c graph.Commit) (graph.Snapshot, error) {
	err := o.enter(ctx, "commit")
	defer o.mu.Unlock()
	if err != nil {
		return graph.Snapshot{}, err
	}
	if err := o.check(c); err != nil {
		return graph.Snapshot{}, fmt.Errorf("commit: %w", err)
	}
	now := c.Now.UTC().Truncate(time.Microsecond)
	if n := len(o.commits); n > 0 && !now.After(o.commits[n-1]) {
		now = o.commits[n-1].Add(time.Microsecond)
	}
	o.commits = append(o.commits, now)
	for id := range c.Expect {
		o.versions[id]++
	}
	o.record(c, now)
	o.judge(c, now)
	o.derive(c, now)
	o.split(c)
	o.erase(c)
	o.leave()
	return graph.Snapshot{Commits: int64(len(o.commits)), At: now}, nil
}

func (o *Oracle) check(c graph.Commit) error {
	for id, version := range c.Expect {
		if o.versions[id] != version {
			return fmt.Errorf("%w: block %s has version %d, not %d", graph.ErrConflict, id, o.versions[id], version)
		}
	}
	if c.Rules != o.rules {
		return fmt.Errorf("%w: the organization judgements have version %d, not %d", graph.ErrConflict, o.rules, c.Rules)
	}
	for _, a := range c.Articles {
		if _, ok := o.articles.at(a.ID, time.Time{}); ok {
			return fmt.Errorf("%w: article %s is recorded", graph.ErrConflict, a.ID)
		}
	}
	for _, id := range c.Retract {
		if _, ok := o.articles.at(id, time.Time{}); !ok {
			return fmt.Errorf("%w: article %s is not recorded", graph.ErrConflict, id)
		}
	}
	return nil
}

func (o *Oracle) record(c graph.Commit, now time.Time) {
	for _, id := range c.Retract {
		o.articles.shut(id, now)
		for claim := range o.claims {
			if v, ok := o.claims.at(claim, time.Time{}); ok && v.value.Article == id {
				o.claims.shut(claim, now)
			}
		}
	}
	for _, a := range c.Articles {
		a.Recorded = now
		o.articles.open(a.ID, a, now)
	}
	for _, x := range c.Claims {
		o.claims.open(x.ID, x, now)
	}
}

func (o *Oracle) judge(c graph.Commit, now time.Time) {
	for _, j := range c.Judgements {
		if old, ok := o.judgements[j.ID]; ok && old.Undone.IsZero() {
			continue
		}
		j = cloneJudgement(j)
		j.At, j.Undone = now, time.Time{}
		o.judgements[j.ID] = j
		o.count(j)
	}
	for _, id := range c.Undo {
		if j, ok := o.judgements[id]; ok && j.Undone.IsZero() {
			j.Undone = now
			o.judgements[id] = j
			o.count(j)
		}
	}
}

// count raises the version of the organization judgements if this is one.
func (o *Oracle) count(j graph.Judgement) {
	if len(j.Organizations) > 0 {
		o.rules++
	}
}

func (o *Oracle) derive(c graph.Commit, now time.Time) {
	for _, g := range c.Gone {
		o.people.shut(g.ID, now)
		o.moves.shut(g.ID, now)
		o.organizations.shut(g.ID, now)
		delete(o.successors, g.ID)
		if g.Successor != "" {
			o.successors[g.ID] = g.Successor
		}
	}
	for _, x := range c.Organizations {
		x = cloneOrganization(x)
		x.Observed, x.Since, x.Until = nil, time.Time{}, time.Time{}
		if old, ok := o.organizations.at(x.ID, time.Time{}); !ok || difference(old.value, x) != "" {
			o.organizations.open(x.ID, x, now)
		}
	}
	for _, p := range c.People {
		o.people.open(p.ID, clonePerson(p), now)
	}
	for _, m := range c.Moves {
		o.moves.open(m.ID, cloneMove(m), now)
	}
	for _, m := range c.Mentions {
		key := mentioned{m.Organization, m.Name}
		if o.mentions[key] == nil {
			o.mentions[key] = &counted{}
		}
		o.mentions[key].add(m.Claims, now)
	}
}

func (m *counted) add(claims int, now time.Time) {
	before := m.claims
	m.claims += claims
	switch {
	case before <= 0 && m.claims > 0:
		m.spans = append(m.spans, span{since: now})
	case before > 0 && m.claims <= 0:
		m.spans[len(m.spans)-1].until = now
	}
}

func (o *Oracle) erase(c graph.Commit) {
	for _, id := range c.Redact {
		for i := range o.articles[id] {
			o.articles[id][i].value.URL, o.articles[id][i].value.Title = "", ""
		}
	}
	for _, id := range c.Unquote {
		for i := range o.claims[id] {
			x := &o.claims[id][i].value
			x.Quote, x.Start, x.End = "", 0, 0
		}
	}
	if len(c.Erase) == 0 {
		return
	}
	gone := map[graph.ID]bool{}
	for _, id := range c.Erase {
		gone[id] = true
	}
	for n := 0; n < len(gone); { // until no more are found that gave way to one of these
		n = len(gone)
		for from := range o.successors {
			if to, ok := o.successor(from); ok && gone[to] {
				gone[from] = true
			}
		}
	}
	for id := range gone {
		delete(o.claims, id)
		delete(o.people, id)
		delete(o.moves, id)
	}
	maps.DeleteFunc(o.successors, func(from, to graph.ID) bool { return gone[from] || gone[to] })
	for _, versions := range o.moves {
		for i := range versions {
			m := &versions[i].value
			var claims []graph.ID
			var sources []graph.Source
			for k, id := range m.Claims {
				if !gone[id] {
					claims = append(claims, id)
					if k < len(m.Sources) {
						sources = append(sources, m.Sources[k])
					}
				}
			}
			m.Claims, m.Sources = claims, sources
		}
	}
	for _, versions := range o.people {
		for i := range versions {
			p := &versions[i].value
			p.Candidates = slices.DeleteFunc(p.Candidates, func(x graph.Candidate) bool { return gone[x.Person] })
		}
	}
}

// successor is what an id gave way to last, if it did and is not current again.
func (o *Oracle) successor(id graph.ID) (graph.ID, bool) {
	_, isPerson := o.people.at(id, time.Time{})
	_, isMove := o.moves.at(id, time.Time{})
	_, isOrganization := o.organizations.at(id, time.Time{})
	to, ok := o.successors[id]
	return to, ok && !isPerson && !isMove && !isOrganization
}
