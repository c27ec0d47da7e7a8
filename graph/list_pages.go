package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// Window says which part of a list is wanted: the first First after After or, with Back, the last First before Before, in
// the same order.
type Window struct {
	First  int // how many, 1 to MaxPage
	After  Cursor
	Back   bool
	Before Cursor // only with Back, which After is not for
}

// Page is a part of a list.
type Page[T any] struct {
	Items       []T
	HasNext     bool // as of MovePage
	HasPrevious bool
	Total       int // of the whole list where it was asked for, else 0
	cursor      func(T) Cursor
}

// Cursor of the page's i-th item.
func (p Page[T]) Cursor(i int) Cursor { return p.cursor(p.Items[i]) }

// check refuses what no list has; at is the cursor in force.
func (w Window) check() (at Cursor, err error) {
	switch {
	case w.First < 1 || w.First > MaxPage:
		return "", fmt.Errorf("%w first %d: want 1 to %d", ErrInvalid, w.First, MaxPage)
	case w.Back && w.After != "":
		return "", fmt.Errorf("%w after: goes with first, before with last", ErrInvalid)
	case !w.Back && w.Before != "":
		return "", fmt.Errorf("%w before: goes with last, after with first", ErrInvalid)
	case w.Back:
		return w.Before, nil
	}
	return w.After, nil
}

func pageOf[T any](w Window, items []T, total int, cursor func(T) Cursor) Page[T] {
	more := len(items) > w.First
	if more {
		items = items[:w.First]
	}
	p := Page[T]{Items: items, HasNext: more, HasPrevious: w.After != "", Total: total, cursor: cursor}
	if w.Back {
		slices.Reverse(p.Items)
		p.HasNext, p.HasPrevious = w.Before != "", more
	}
	return p
}

// PeopleRequest asks for a page of people.
type PeopleRequest struct {
	Window
	Where PersonFilter
	Order NameOrder // empty: NameUp
	Total bool      // count them all as well
	At    time.Time
}

// ListPeople returns a page of the people that pass a filter.
func (g *Graph) ListPeople(ctx context.Context, r PeopleRequest) (Page[Person], error) {
	q := PeopleQuery{Where: r.Where, Order: cmp.Or(r.Order, NameUp), Limit: r.First + 1, Total: r.Total, At: r.At}
	list, err := namedList("people", &q.Order, &q.After, r.Window, r.Where)
	if err != nil {
		return Page[Person]{}, fmt.Errorf("people: %w", err)
	}
	if q.Where.IDs, err = g.listed(ctx, "where.id", r.Where.IDs, "Person", r.At); err != nil {
		return Page[Person]{}, fmt.Errorf("people: %w", err)
	}
	if q.Where.Text, q.Where.Words, q.Where.Moves, err = g.condition(ctx, r.Where.Text, r.Where.Moves, r.At); err != nil {
		return Page[Person]{}, fmt.Errorf("people: %w", err)
	}
	people, total, err := g.store.ListPeople(ctx, q)
	if err != nil {
		return Page[Person]{}, fmt.Errorf("people: %w", err)
	}
	return pageOf(r.Window, people, total, func(p Person) Cursor { return nameCursor(list, p.ListKey(), p.ID) }), nil
}

// OrganizationsRequest asks for a page of organizations.
type OrganizationsRequest struct {
	Window
	Where OrganizationFilter
	Order NameOrder // empty: NameUp
	Total bool
	At    time.Time
}

// ListOrganizations returns a page of the organizations that pass a filter.
func (g *Graph) ListOrganizations(ctx context.Context, r OrganizationsRequest) (Page[Organization], error) {
	q := OrganizationQuery{Where: r.Where, Order: cmp.Or(r.Order, NameUp), Limit: r.First + 1, Total: r.Total, At: r.At}
	list, err := namedList("organizations", &q.Order, &q.After, r.Window, r.Where)
	if err != nil {
		return Page[Organization]{}, fmt.Errorf("organizations: %w", err)
	}
	for name, ids := range map[string]*[]ID{"where.id": &q.Where.IDs, "where.parent": &q.Where.Parents} {
		if *ids, err = g.listed(ctx, name, *ids, "Organization", r.At); err != nil {
			return Page[Organization]{}, fmt.Errorf("organizations: %w", err)
		}
	}
	if q.Where.Text, q.Where.Words, q.Where.Moves, err = g.condition(ctx, r.Where.Text, r.Where.Moves, r.At); err != nil {
		return Page[Organization]{}, fmt.Errorf("organizations: %w", err)
	}
	found, total, err := g.store.ListOrganizations(ctx, q)
	if err != nil {
		return Page[Organization]{}, fmt.Errorf("organizations: %w", err)
	}
	keys := make(map[ID]string, len(found))
	for i, o := range found {
		keys[o.ID] = o.ListKey()
		if !o.Catalogued {
			found[i].Name = BestName(o.Observed)
		}
	}
	return pageOf(r.Window, found, total, func(o Organization) Cursor { return nameCursor(list, keys[o.ID], o.ID) }), nil
}

// ArticlesRequest asks for a page of articles.
type ArticlesRequest struct {
	Window
	Where ArticleFilter
	Order ArticleOrder // empty: NewestArticles
	Total bool
	At    time.Time
}

// ListArticles returns a page of the articles that pass a filter.
func (g *Graph) ListArticles(ctx context.Context, r ArticlesRequest) (Page[Article], error) {
	q := ArticleQuery{Where: r.Where, Order: cmp.Or(r.Order, NewestArticles), Limit: r.First + 1, Total: r.Total, At: r.At}
	fail := func(err error) (Page[Article], error) { return Page[Article]{}, fmt.Errorf("articles: %w", err) }
	list := fmt.Sprint("articles ", q.Order, " ", digest(0, r.Where))
	at, err := r.Window.check()
	if err != nil {
		return fail(err)
	}
	if at != "" {
		b, err := at.decode(list)
		if err != nil {
			return fail(err)
		}
		d, err := ParseDate(b.Date)
		if err != nil {
			return fail(err)
		}
		q.After = &ArticlePosition{d, b.ID}
	}
	if r.Back {
		q.Order = map[ArticleOrder]ArticleOrder{NewestArticles: OldestArticles, OldestArticles: NewestArticles}[q.Order]
	}
	if !r.Where.Since.IsZero() && !r.Where.Until.IsZero() && r.Where.Until.Last().Compare(r.Where.Since.First()) < 0 {
		return fail(fmt.Errorf("%w where: since %s is after until %s", ErrInvalid, r.Where.Since, r.Where.Until))
	}
	if len(r.Where.IDs) > maxIDs {
		return fail(fmt.Errorf("%w where.id: %d ids, at most %d", ErrInvalid, len(r.Where.IDs), maxIDs))
	}
	if q.Where.Text, q.Where.Words, q.Where.Moves, err = g.condition(ctx, r.Where.Text, r.Where.Moves, r.At); err != nil {
		return fail(err)
	}
	articles, total, err := g.store.ListArticles(ctx, q)
	if err != nil {
		return fail(err)
	}
	return pageOf(r.Window, articles, total, func(a Article) Cursor {
		return cursorBody{List: list, Date: a.Published.String(), ID: a.ID}.encode()
	}), nil
}

// namedList checks a window on a list of people or organizations, sets order and place accordingly, and names the list for its
// cursors.
func namedList(what string, order *NameOrder, after **NamePosition, w Window, where any) (string, error) {
	list := fmt.Sprint(what, " ", *order, " ", digest(0, where))
	at, err := w.check()
	if err != nil {
		return list, err
	}
	if at != "" {
		b, err := at.decode(list)
		if err != nil {
			return list, err
		}
		*after = &NamePosition{b.Key, b.ID}
	}
	if w.Back {
		*order = map[NameOrder]NameOrder{NameUp: NameDown, NameDown: NameUp}[*order]
	}
	return list, nil
}

func nameCursor(list, key string, id ID) Cursor {
	return cursorBody{List: list, Key: key, ID: id}.encode()
}

// listed resolves the ids of a list's filter.
func (g *Graph) listed(ctx context.Context, argument string, ids []ID, kind string, at time.Time) ([]ID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if len(ids) > maxIDs {
		return nil, fmt.Errorf("%w %s: %d ids, at most %d", ErrInvalid, argument, len(ids), maxIDs)
	}
	asked := map[ID]string{}
	for _, id := range ids {
		if id.Kind() != kind {
			return nil, fmt.Errorf("%w %s: %.40q is no id of a %s", ErrInvalid, argument, string(id), kind)
		}
		asked[id] = argument
	}
	became, err := g.standFor(ctx, asked, nil, at)
	var all []ID
	for _, list := range became {
		all = append(all, list...)
	}
	return distinct(all), err
}

// condition turns a text and a filter of moves into what stores take.
func (g *Graph) condition(ctx context.Context, text string, moves *MoveFilter, at time.Time) (string, []string, *MoveFilter, error) {
	var words []string
	var err error
	if text != "" {
		if words, err = textWords("where.text", text); err != nil {
			return "", nil, nil, err
		}
	}
	if moves == nil {
		return "", words, nil, nil
	}
	f, err := g.filterIn(ctx, "where.moves", *moves, at)
	return "", words, &f, err
}

// CoverageRequest asks what figures rest on.
type CoverageRequest struct {
	Where MoveFilter   // no Statuses: all but DENIED
	Each  []MoveFilter // taken as they are, as by MovesOfEach; empty for one coverage of all
	Top   int          // how many publishers, languages and roles at most, 0 to MaxPage
	At    time.Time
}

// Coverage tells what the moves that pass r.Where rest on, for each of r.Each in their order.
func (g *Graph) Coverage(ctx context.Context, r CoverageRequest) ([]Coverage, error) {
	if r.Top < 0 || r.Top > MaxPage {
		return nil, fmt.Errorf("coverage: %w first %d: want 1 to %d", ErrInvalid, r.Top, MaxPage)
	}
	where, err := g.filter(ctx, r.Where, r.At)
	if err != nil {
		return nil, fmt.Errorf("coverage: %w", err)
	}
	found, err := g.store.Coverage(ctx, CoverageQuery{Where: FlowFilter(where), Each: r.Each, Top: r.Top, At: r.At})
	if err != nil {
		return nil, fmt.Errorf("coverage: %w", err)
	}
	return found, nil
}
