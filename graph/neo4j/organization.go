package neo4j

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// An Organization node holds the current definition, if there is one (then it has since), and how claims name it now:
// the parallel lists observed, mentions (how many claims) and observedSince. Without definition and mentions it is
// only there for relationships to end at.

// encodeDefinition gives the definition's properties. Display is what people see of an organization without a name.
func encodeDefinition(o graph.Organization, display string) properties {
	p := properties{"id": string(o.ID), "catalogued": o.Catalogued, "digest": digest(o)}
	put(p, "key", o.Key)
	put(p, "name", o.Name)
	if o.Name == "" && display != "" {
		p["name"], p["unnamed"] = display, true
	}
	putList(p, "aliases", o.Aliases)
	putList(p, "formerNames", o.FormerNames)
	putList(p, "domains", o.Domains)
	put(p, "wikidata", o.Wikidata)
	put(p, "lei", o.LEI)
	put(p, "ticker", o.Ticker)
	put(p, "country", o.Country)
	put(p, "sector", o.Sector)
	put(p, "parent", o.Parent)
	return p
}

// digest tells definitions apart without reading them.
func digest(o graph.Organization) string {
	o.Observed, o.Since, o.Until = nil, time.Time{}, time.Time{}
	for _, l := range []*[]string{&o.Aliases, &o.FormerNames, &o.Domains} {
		if len(*l) == 0 {
			*l = nil
		}
	}
	j, err := json.Marshal(o)
	if err != nil {
		panic(err) // a struct of texts always marshals
	}
	h := sha256.Sum256(j)
	return hex.EncodeToString(h[:16])
}

func decodeOrganization(p properties) graph.Organization {
	o := graph.Organization{ID: get[graph.ID](p, "id"), Key: get[string](p, "key"), Catalogued: getBool(p, "catalogued"),
		Name: get[string](p, "name"), Aliases: getList[string](p, "aliases"), FormerNames: getList[string](p, "formerNames"),
		Domains: getList[string](p, "domains"), Wikidata: get[string](p, "wikidata"), LEI: get[string](p, "lei"),
		Ticker: get[string](p, "ticker"), Country: get[string](p, "country"), Sector: get[string](p, "sector"),
		Parent: get[graph.ID](p, "parent"), Observed: getList[string](p, "observed"),
		Since: getTime(p, "since"), Until: getTime(p, "until")}
	if getBool(p, "unnamed") {
		o.Name = ""
	}
	return o
}

const (
	organizationsNow = `UNWIND $ids AS id MATCH (o:Organization {id: id}) USING INDEX SEEK o:Organization(id)
		WHERE o.since IS NOT NULL AND size(o.observed) > 0 RETURN o`
	organizationsAt = `UNWIND $ids AS id
		OPTIONAL MATCH (o:Organization {id: id}) USING INDEX SEEK o:Organization(id)
		RETURN o,
			COLLECT { MATCH (x:PastOrganization) WHERE x.id = id AND x.until > $at AND x.since <= $at RETURN x } AS definitions,
			COLLECT { MATCH (x:PastMention) WHERE x.organization = id AND x.until > $at AND x.since <= $at RETURN x.name } AS names`
)

// Organizations as graph.Store says.
func (s *Store) Organizations(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Organization, error) {
	var found map[graph.ID]graph.Organization
	err := s.read(ctx, "organizations", func(t transaction) (err error) {
		found, err = t.organizations(ids, at)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

func (t transaction) organizations(ids []graph.ID, at time.Time) (map[graph.ID]graph.Organization, error) {
	statement := organizationsNow
	if !at.IsZero() {
		statement = organizationsAt
	}
	found := make(map[graph.ID]graph.Organization, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	err := t.each(statement, parameters{"ids": sortedTexts(ids), "at": micros(at)}, func(v []any) {
		if o, ok := organizationAt(v, at); ok {
			found[o.ID] = o
		}
	})
	return found, err
}

// organizationAt puts together what was so at a time: the current definition and names as far as they are old
// enough, else the past ones that the row brings.
func organizationAt(row []any, at time.Time) (o graph.Organization, ok bool) {
	var names []string
	if node, isNode := row[0].(neo4j.Node); isNode {
		o = decodeOrganization(node.Props)
		ok = !o.Since.IsZero() && (at.IsZero() || !o.Since.After(at))
		since, _ := node.Props["observedSince"].([]any)
		for i, name := range o.Observed {
			if n, _ := since[i].(int64); at.IsZero() || n <= at.UnixMicro() {
				names = append(names, name)
			}
		}
	}
	if len(row) > 1 {
		if past, _ := row[1].([]any); !ok && len(past) > 0 {
			o, ok = decodeOrganization(past[0].(neo4j.Node).Props), true
		}
		names = append(names, list[string](row[2])...)
	}
	slices.Sort(names)
	o.Observed = slices.Compact(names)
	return o, ok && len(names) > 0
}
