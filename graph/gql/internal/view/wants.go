package view

import (
	"cmp"
	"maps"
	"slices"

	"talentgraph/graph"
)

// wants is what the current level of the selection needs and was not read yet.
type wants struct {
	people, organizations, moves, articles []graph.ID
	claims                                 []graph.ID
	stated                                 []graph.ID // articles whose claims are wanted, all of them
	supported                              []graph.ID // articles whose moves are wanted, all of them
	lists                                  map[listArguments]*wantedList
	counts                                 map[listArguments]*wantedList
	cells                                  []*wantedCells
	coverages                              []*wantedCoverage
	staff                                  []*PersonConnection
	timelines                              []graph.ID // people
}

type wantedList struct {
	request graph.MoveRequest
	of      []graph.ID
}

func want[T any](known map[graph.ID]T, wanted *[]graph.ID, id graph.ID) {
	if _, ok := known[id]; !ok && id != "" {
		*wanted = append(*wanted, id)
	}
}

func (v *View) wantPerson(id graph.ID)       { want(v.people, &v.wants.people, id) }
func (v *View) wantOrganization(id graph.ID) { want(v.organizations, &v.wants.organizations, id) }
func (v *View) wantMove(id graph.ID)         { want(v.moves, &v.wants.moves, id) }
func (v *View) wantArticle(id graph.ID)      { want(v.articles, &v.wants.articles, id) }

func (v *View) wantClaim(id graph.ID) { want(v.claims, &v.wants.claims, id) }

func (v *View) wantStated(article graph.ID) { want(v.claims, &v.wants.stated, article) }

func (v *View) wantSupported(article graph.ID) { want(v.supported, &v.wants.supported, article) }

// wantList asks for the page of moves of one person, organization or article, or of all under the empty ID.
func (v *View) wantList(of graph.ID, l list) {
	if _, ok := v.lists[listKey{of, l.key}]; !ok {
		add(&v.wants.lists, of, l)
	}
}

func (v *View) wantCount(of graph.ID, l list) {
	if _, ok := v.counts[listKey{of, l.key}]; !ok {
		add(&v.wants.counts, of, l)
	}
}

func add(wanted *map[listArguments]*wantedList, of graph.ID, l list) {
	if *wanted == nil {
		*wanted = map[listArguments]*wantedList{}
	}
	w, ok := (*wanted)[l.key]
	if !ok {
		w = &wantedList{request: l.request}
		(*wanted)[l.key] = w
	}
	w.of = append(w.of, of)
}

// flush reads all that is wanted, each kind by one call.
func (v *View) flush() error {
	w := v.wants
	v.wants = wants{}
	ctx, g := v.r.ctx, v.r.graph
	if err := fill(v.people, w.people, func(ids []graph.ID) (map[graph.ID]graph.Person, error) {
		return g.People(ctx, ids, v.at)
	}, func(p graph.Person) *Person { return &Person{Person: p, v: v} }); err != nil {
		return err
	}
	if err := fill(v.organizations, w.organizations, func(ids []graph.ID) (map[graph.ID]graph.Organization, error) {
		return g.Organizations(ctx, ids, v.at)
	}, func(o graph.Organization) *Organization { return &Organization{Organization: o, v: v} }); err != nil {
		return err
	}
	if err := fill(v.moves, w.moves, func(ids []graph.ID) (map[graph.ID]graph.Move, error) {
		return g.MovesByID(ctx, ids, v.at)
	}, v.move); err != nil {
		return err
	}
	if err := fill(v.articles, w.articles, func(ids []graph.ID) (map[graph.ID]graph.Article, error) {
		return g.Articles(ctx, ids, v.at)
	}, func(a graph.Article) *Article { return &Article{Article: a, v: v} }); err != nil {
		return err
	}
	if err := v.readClaims(w); err != nil {
		return err
	}
	if err := v.readTimelines(w.timelines); err != nil {
		return err
	}
	v.readLists(w)
	for _, c := range w.coverages {
		if err := c.read(v); err != nil {
			return err
		}
	}
	for _, s := range w.staff {
		s.read()
	}
	return v.readSupported(w.supported)
}

func fill[G, T any](known map[graph.ID]*T, ids []graph.ID, read func([]graph.ID) (map[graph.ID]G, error), wrap func(G) *T) error {
	if len(ids) == 0 {
		return nil
	}
	ids = distinct(ids)
	found, err := read(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		known[id] = nil
		if x, ok := found[id]; ok {
			known[id] = wrap(x)
		}
	}
	return nil
}

func (v *View) readClaims(w wants) error {
	for _, q := range []graph.ClaimQuery{{Of: w.claims}, {Of: w.stated}} {
		if len(q.Of) == 0 {
			continue
		}
		q.Of, q.At = distinct(q.Of), v.at
		found, err := v.r.graph.Claims(v.r.ctx, q)
		if err != nil {
			return err
		}
		for _, id := range q.Of {
			v.claims[id] = v.claimList(found[id])
		}
	}
	for _, id := range w.stated {
		inReadingOrder(v.claims[id])
	}
	return nil
}

// readSupported reads the moves of articles: a page each, and the further ones of articles that tell of many hundreds.
func (v *View) readSupported(articles []graph.ID) error {
	if len(articles) == 0 {
		return nil
	}
	q := graph.MoveRequest{Of: distinct(articles), First: graph.MaxPage, At: v.at}
	pages, err := v.r.graph.Moves(v.r.ctx, q)
	if err != nil {
		return err
	}
	for _, id := range q.Of {
		page, byClaim := pages[id], map[graph.ID]*Move{}
		for {
			for _, m := range page.Moves {
				for row, i := v.move(m), 0; i < len(m.Claims); i++ {
					byClaim[m.Claims[i]] = row
				}
			}
			if !page.HasNext {
				break
			}
			next := graph.MoveRequest{Of: []graph.ID{id}, First: graph.MaxPage, At: v.at, After: page.Cursor(len(page.Moves) - 1)}
			if pages, err = v.r.graph.Moves(v.r.ctx, next); err != nil {
				return err
			}
			page = pages[id]
		}
		v.supported[id] = byClaim
	}
	return nil
}

// readLists reads a page of moves and a count for each list that is wanted: one call for each set of arguments. An
// error stays with its lists, so that it is reported where they stand in the answer.
func (v *View) readLists(w wants) {
	for _, key := range slices.SortedFunc(maps.Keys(w.lists), compareArguments) {
		l := w.lists[key]
		l.request.Of, l.request.At = listsOf(l.of), v.at
		pages, err := v.r.graph.Moves(v.r.ctx, l.request)
		err = blame(windowFrom(l.request), err)
		for _, of := range l.of {
			c := &MoveConnection{v: v, of: of, list: list{key, l.request}, err: err}
			if err == nil {
				c.fill(pages[of])
			}
			v.lists[listKey{of, key}] = c
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(w.counts), compareArguments) {
		l := w.counts[key]
		l.request.Of, l.request.At = listsOf(l.of), v.at
		counts, err := v.r.graph.CountMoves(v.r.ctx, l.request)
		for _, of := range l.of {
			v.counts[listKey{of, key}] = counted{counts[of], err}
		}
	}
	for _, c := range w.cells {
		c.read(v)
	}
}

func listsOf(ids []graph.ID) []graph.ID {
	if len(ids) == 1 && ids[0] == "" {
		return nil
	}
	return distinct(ids)
}

func distinct[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

func compareArguments(a, b listArguments) int {
	return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.text, b.text))
}
