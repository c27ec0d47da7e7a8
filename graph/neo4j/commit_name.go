package neo4j

import (
	"slices"
	"unicode/utf8"

	"talentgraph/graph"
)

// A PersonName or OrganizationName is a key under which search finds an entity now: key, id, name and since. One that
// holds no more becomes a PastPersonName or PastOrganizationName with until.

// maxKey is how many bytes of a key the index takes; an index entry of Neo4j cannot be longer than some 8,000.
const maxKey = 2000

// indexKey is the part of a key that stands in the index.
func indexKey(key string) string {
	if len(key) <= maxKey {
		return key
	}
	n := maxKey
	for !utf8.RuneStart(key[n]) {
		n--
	}
	return key[:n]
}

// keysOf gives, for each key of the names, the first by bytes of the names that make it.
func keysOf(names []string) map[string]string {
	keys := map[string]string{}
	for _, n := range names {
		for _, key := range graph.SearchKeys(n) {
			if old, ok := keys[key]; !ok || n < old {
				keys[key] = n
			}
		}
	}
	return keys
}

// rename brings the search keys of entities to what they should be. Label is PersonName or OrganizationName.
func (w *writer) rename(label string, wanted map[graph.ID]map[string]string) error {
	if len(wanted) == 0 {
		return nil
	}
	ids := make([]graph.ID, 0, len(wanted))
	for id := range wanted {
		ids = append(ids, id)
	}
	var gone []any
	have := map[graph.ID]map[string]string{}
	if err := w.each(`UNWIND $ids AS id MATCH (n:`+label+`) WHERE n.id = id RETURN id, coalesce(n.whole, n.key), n.name, elementId(n)`,
		parameters{"ids": sortedTexts(ids)}, func(v []any) {
			id, key, name := graph.ID(v[0].(string)), v[1].(string), v[2].(string)
			if n, ok := wanted[id][key]; !ok || n != name {
				gone = append(gone, v[3])
				return
			}
			if have[id] == nil {
				have[id] = map[string]string{}
			}
			have[id][key] = name
		}); err != nil {
		return err
	}
	var fresh []any
	for _, id := range ids {
		for key, name := range wanted[id] {
			if _, ok := have[id][key]; !ok {
				fresh = append(fresh, encodeName(id, key, name, w.at, 0))
			}
		}
	}
	slices.SortFunc(fresh, func(a, b any) int { return slices.Compare(nameOrder(a), nameOrder(b)) })
	if err := w.rows(`UNWIND $rows AS r MATCH (n) WHERE elementId(n) = r REMOVE n:`+label+` SET n:Past`+label+`, n.until = $at`,
		gone, parameters{"at": w.at}); err != nil {
		return err
	}
	return w.rows(`UNWIND $rows AS r CREATE (n:`+label+`) SET n = r`, fresh, nil)
}

func encodeName(id graph.ID, key, name string, since, until int64) properties {
	p := properties{"id": string(id), "key": indexKey(key), "name": name, "since": since}
	if len(key) > maxKey {
		p["whole"] = key
	}
	if until != 0 {
		p["until"] = until
	}
	return p
}

func nameOrder(v any) []string {
	p := v.(properties)
	return []string{p["key"].(string), p["id"].(string)}
}
