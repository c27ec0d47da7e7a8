package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// named is how people or organizations are listed: by their search keys, of which one is what they are listed by.
type named[T any] struct {
	label string // of the keys
	at    time.Time
	read  func([]graph.ID) (map[graph.ID]T, error) // those with these IDs at the time
	place func(T) graph.NamePosition
	pass  func(T) bool
	known string // the Cypher for how many are listed now; empty where only a walk through all tells
}

// listRead is how many keys are looked at for one read of what they name.
const listRead = 256

// namedPage is a page of what is listed by name.
type namedPage[T any] struct {
	list  []T
	total int
}

// get is a page of the list; ids are those among which all that pass are, where some is true.
func (x named[T]) get(t transaction, ids []graph.ID, some bool, order graph.NameOrder, after *graph.NamePosition, limit int, total bool) (namedPage[T], error) {
	if some {
		return x.among(ids, order, after, limit, total)
	}
	var p namedPage[T]
	var err error
	if p.list, err = x.walk(t, order == graph.NameDown, after, limit); err != nil || !total {
		return p, err
	}
	if x.known != "" && x.at.IsZero() {
		return p, t.each(x.known, nil, func(v []any) { p.total = integer(v[0]) })
	}
	all, err := x.walk(t, false, nil, 1<<62)
	p.total = len(all)
	return p, err
}

func (x named[T]) among(ids []graph.ID, order graph.NameOrder, after *graph.NamePosition, limit int, total bool) (namedPage[T], error) {
	var p namedPage[T]
	found, err := x.read(ids)
	if err != nil {
		return p, err
	}
	var all []T
	for _, v := range found {
		if x.pass(v) {
			all = append(all, v)
		}
	}
	n := 0
	if p.list, n = graph.Listed(all, x.place, order, after, limit); total {
		p.total = n
	}
	return p, nil
}

// walk goes through the keys in order from a place on.
func (x named[T]) walk(t transaction, down bool, from *graph.NamePosition, limit int) ([]T, error) {
	compare, direction, bound := ">", "", ">="
	if down {
		compare, direction, bound = "<", " DESC", "<="
	}
	one := func(label, columns, condition string) string {
		// The first conditions are for the index.
		statement := "MATCH (n:" + label + ") USING INDEX n:" + label + columns + " WHERE n.key " + bound + " $short" + condition + " WITH coalesce(n.whole, n.key) AS key, n.id AS id, n.key AS short"
		return statement + " WHERE key " + compare + " $key OR key = $key AND id " + compare + " $id RETURN key, id ORDER BY short" + direction + ", id" + direction + " LIMIT $limit"
	}
	statement := one(x.label, "(key, id)", " AND n.id IS NOT NULL")
	if !x.at.IsZero() {
		statement = "CALL { " + one(x.label, "(key, id)", " AND n.id IS NOT NULL AND n.since <= $at") + " UNION " + one("Past"+x.label, "(key)", " AND n.since <= $at AND n.until > $at") +
			" } RETURN key, id ORDER BY key" + direction + ", id" + direction + " LIMIT $limit"
	}
	at := graph.NamePosition{}
	if down {
		at = graph.NamePosition{Key: "\U0010ffff"}
	}
	if from != nil {
		at = *from
	}
	var list []T
	for len(list) < limit {
		var keys []graph.NamePosition
		p := parameters{"key": at.Key, "short": indexKey(at.Key), "id": string(at.ID), "limit": listRead, "at": micros(x.at)}
		if err := t.each(statement, p, func(v []any) {
			if p := (graph.NamePosition{Key: textOf(v[0]), ID: graph.ID(textOf(v[1]))}); p.Key != "" && p.ID != "" {
				keys = append(keys, p)
			}
		}); err != nil {
			return nil, err
		}
		if len(keys) == 0 {
			break
		}
		at = keys[len(keys)-1]
		ids := make([]graph.ID, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		found, err := x.read(ids)
		if err != nil {
			return nil, err
		}
		for _, k := range slices.Compact(keys) {
			if v, ok := found[k.ID]; ok && x.place(v) == k && x.pass(v) && len(list) < limit {
				list = append(list, v)
			}
		}
	}
	return list, nil
}

// candidates are the IDs among which all that pass are, where a filter names some. What of a move m is listed is given in Cypher.
func (t transaction) candidates(ids []graph.ID, moves *graph.MoveFilter, at time.Time, of string) ([]graph.ID, bool, error) {
	if moves == nil {
		return ids, len(ids) > 0, nil
	}
	f := filters{where: encodeFilter(*moves)}
	ways := f.ways(!at.IsZero())
	for i, way := range ways {
		ways[i] = way + " UNWIND " + of + " AS id WITH id WHERE id IS NOT NULL RETURN id"
	}
	var found []graph.ID
	asked := map[graph.ID]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	p := parameters{"q": parameters{"where": f.where, "at": micros(at), "after": "", "before": lastPosition}}
	err := t.each("CALL { "+strings.Join(ways, " UNION ")+" } RETURN DISTINCT id", p, func(v []any) {
		if id := graph.ID(textOf(v[0])); len(ids) == 0 || asked[id] {
			found = append(found, id)
		}
	})
	return found, true, err
}

// withWord are the IDs of those that have a name with a word.
func (t transaction) withWord(label, word string, at time.Time) ([]graph.ID, error) {
	one := func(label, columns, condition string) string {
		return "MATCH (n:" + label + ") USING INDEX n:" + label + columns + " WHERE n.key STARTS WITH $word" + condition + " RETURN n.id AS id"
	}
	statement := one(label, "(key, id)", " AND n.id IS NOT NULL")
	if !at.IsZero() {
		statement = one(label, "(key, id)", " AND n.id IS NOT NULL AND n.since <= $at") + " UNION " + one("Past"+label, "(key)", " AND n.since <= $at AND n.until > $at")
	}
	var ids []graph.ID
	err := t.each("CALL { "+statement+" } RETURN DISTINCT id", parameters{"word": indexKey(word), "at": micros(at)}, func(v []any) { ids = append(ids, graph.ID(textOf(v[0]))) })
	return ids, err
}

func longest(words []string) string {
	return slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

// listedPeople counts all people but the few whose name has nothing to be listed by.
const listedPeople = `MATCH (p:Person) WITH count(p) AS people
	RETURN people - COUNT { MATCH (q:Person) USING INDEX q:Person(unlisted) WHERE q.unlisted = true }`

// ListPeople as graph.Store says.
func (s *Store) ListPeople(ctx context.Context, q graph.PeopleQuery) ([]graph.Person, int, error) {
	var p namedPage[graph.Person]
	err := s.read(ctx, "list people", func(t transaction) error {
		ids, some, err := t.candidates(q.Where.IDs, q.Where.Moves, q.At, "[m.person]")
		if err == nil && !some && len(q.Where.Words) > 0 {
			some = true
			ids, err = t.withWord("PersonName", longest(q.Where.Words), q.At)
		}
		if err != nil {
			return err
		}
		x := named[graph.Person]{label: "PersonName", at: q.At, read: func(ids []graph.ID) (map[graph.ID]graph.Person, error) {
			return readByID(t, "Person", ids, q.At, decodePerson)
		},
			place: graph.Person.Place, pass: q.Where.Passes, known: listedPeople}
		p, err = x.get(t, ids, some, q.Order, q.After, q.Limit, q.Total)
		return err
	})
	return p.list, p.total, err
}

// ListOrganizations as graph.Store says.
func (s *Store) ListOrganizations(ctx context.Context, q graph.OrganizationQuery) ([]graph.Organization, int, error) {
	w := q.Where
	ends := map[graph.MoveEnd]string{graph.EitherEnd: "[m.from, m.to]", graph.FromEnd: "[m.from]", graph.ToEnd: "[m.to]"}[w.End]
	var p namedPage[graph.Organization]
	err := s.read(ctx, "list organizations", func(t transaction) error {
		ids, some, err := t.candidates(w.IDs, w.Moves, q.At, ends)
		if err == nil && !some && len(w.Words) > 0 {
			some = true
			ids, err = t.withWord("OrganizationName", longest(w.Words), q.At)
		}
		if err != nil {
			return err
		}
		x := named[graph.Organization]{label: "OrganizationName", at: q.At, read: func(ids []graph.ID) (map[graph.ID]graph.Organization, error) { return t.organizations(ids, q.At) },
			place: graph.Organization.Place, pass: w.Passes}
		p, err = x.get(t, ids, some, q.Order, q.After, q.Limit, q.Total)
		return err
	})
	return p.list, p.total, err
}

// readByID reads the versions of things that were current at a time. The current ones are read first: one that ceases to
// be current meanwhile is then found twice, and never missed.
func readByID[T any](t transaction, label string, ids []graph.ID, at time.Time, decode func(properties) T) (map[graph.ID]T, error) {
	statement := `UNWIND $ids AS id MATCH (n:` + label + ` {id: id}) USING INDEX SEEK n:` + label + `(id) RETURN n`
	if !at.IsZero() {
		statement = `UNWIND $ids AS id MATCH (n:` + label + ` {id: id}) USING INDEX SEEK n:` + label + `(id) WHERE n.since <= $at RETURN n
			UNION ALL
			UNWIND $ids AS id MATCH (n:Past` + label + `) WHERE n.id = id AND n.until > $at AND n.since <= $at RETURN n`
	}
	found := make(map[graph.ID]T, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	err := t.each(statement, parameters{"ids": sortedTexts(ids), "at": micros(at)}, func(v []any) {
		p := v[0].(neo4j.Node).Props
		found[get[graph.ID](p, "id")] = decode(p)
	})
	return found, err
}
