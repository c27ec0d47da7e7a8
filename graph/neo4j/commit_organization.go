package neo4j

import (
	"maps"
	"slices"

	"talentgraph/graph"
)

// employer is an Organization node that a commit touches, before and after.
type employer struct {
	id          graph.ID
	exists      bool
	defined     bool
	digest      string
	names       []string // of its definition
	unnamed     bool     // the definition has no name; the node shows the best of the observed ones
	display     string
	parent      graph.ID
	observed    []string
	mentions    []int64
	since       []int64
	wasVisible  bool
	definition  *graph.Organization // the new one, where it differs
	goes        bool                // the definition goes
	renamed     bool                // the observed names differ
	counted     bool                // the mentions differ
	wasObserved []string
}

func (o *employer) visible() bool { return o.defined && len(o.observed) > 0 }

// organizations brings definitions, mentions and search keys up to date, and sees that every organization that the
// commit names has a node.
func (w *writer) organizations() error {
	touched, err := w.readOrganizations()
	if err != nil {
		return err
	}
	dropped := w.define(touched)
	past := w.mention(touched)
	if err := w.writeOrganizations(touched, dropped); err != nil {
		return err
	}
	if err := w.rows(`UNWIND $rows AS r CREATE (m:PastMention) SET m = r`, past, nil); err != nil {
		return err
	}
	return w.nameOrganizations(touched)
}

// readOrganizations reads the nodes of all organizations in the commit.
func (w *writer) readOrganizations() (map[graph.ID]*employer, error) {
	touched := map[graph.ID]*employer{}
	add := func(id graph.ID) {
		if id != "" && touched[id] == nil {
			touched[id] = &employer{id: id}
		}
	}
	for _, o := range w.c.Organizations {
		add(o.ID)
		add(o.Parent)
	}
	for _, m := range w.c.Mentions {
		add(m.Organization)
	}
	for _, m := range w.c.Moves {
		add(m.From)
		add(m.To)
		for _, x := range m.Mentions {
			add(x.Organization)
		}
	}
	for _, f := range w.c.Flows {
		add(f.From)
		add(f.To)
	}
	for _, g := range w.c.Gone {
		if kind(g.ID) == "org" {
			add(g.ID)
		}
	}
	if len(touched) == 0 {
		return touched, nil
	}
	err := w.each(`UNWIND $ids AS id MATCH (o:Organization {id: id}) USING INDEX SEEK o:Organization(id)
		RETURN id, o.since IS NOT NULL, o.digest, o.name, o.aliases, o.formerNames, coalesce(o.unnamed, false),
			o.observed, o.mentions, o.observedSince, o.parent`,
		parameters{"ids": sortedTexts(slices.Collect(maps.Keys(touched)))}, func(v []any) {
			o := touched[graph.ID(v[0].(string))]
			o.exists, o.defined, o.unnamed = true, v[1].(bool), v[6].(bool)
			o.digest, _ = v[2].(string)
			o.display, _ = v[3].(string)
			if o.display != "" && !o.unnamed {
				o.names = []string{o.display}
			}
			o.names = slices.Concat(o.names, list[string](v[4]), list[string](v[5]))
			o.observed = list[string](v[7])
			o.wasObserved = o.observed
			o.mentions, o.since = integers(v[8]), integers(v[9])
			parent, _ := v[10].(string)
			o.parent = graph.ID(parent)
			o.wasVisible = o.visible()
		})
	return touched, err
}

func integers(value any) []int64 {
	values, _ := value.([]any)
	out := make([]int64, len(values))
	for i, v := range values {
		out[i], _ = v.(int64)
	}
	return out
}

// define decides which definitions go and come, and gives the ids of those whose version ends.
func (w *writer) define(touched map[graph.ID]*employer) (ended []any) {
	for _, g := range w.c.Gone {
		if o := touched[g.ID]; o != nil && o.defined {
			o.defined, o.goes, o.digest, o.names = false, true, "", nil
			ended = append(ended, string(o.id))
		}
	}
	for i := range w.c.Organizations {
		d := &w.c.Organizations[i]
		o := touched[d.ID]
		if o == nil || o.defined && o.digest == digest(*d) {
			continue
		}
		if o.defined && o.definition == nil {
			ended = append(ended, string(o.id))
		}
		o.defined, o.definition, o.digest = true, d, digest(*d)
		o.unnamed, o.names = d.Name == "", nil
		if d.Name != "" {
			o.names = []string{d.Name}
		}
		o.names = slices.Concat(o.names, d.Aliases, d.FormerNames)
	}
	return ended
}

// mention applies the differences, and gives the names that no claim uses any more.
func (w *writer) mention(touched map[graph.ID]*employer) (past []any) {
	for _, m := range w.c.Mentions {
		o := touched[m.Organization]
		if o == nil || m.Claims == 0 {
			continue
		}
		if !o.counted {
			o.observed, o.mentions, o.since = slices.Clone(o.observed), slices.Clone(o.mentions), slices.Clone(o.since)
			o.counted = true
		}
		i := slices.Index(o.observed, m.Name)
		if i < 0 {
			if m.Claims > 0 {
				o.observed, o.mentions, o.since = append(o.observed, m.Name), append(o.mentions, int64(m.Claims)), append(o.since, w.at)
				o.renamed = true
			}
			continue
		}
		if o.mentions[i] += int64(m.Claims); o.mentions[i] > 0 {
			continue
		}
		if o.since[i] < w.at {
			past = append(past, properties{"organization": string(o.id), "name": m.Name, "since": o.since[i], "until": w.at})
		}
		o.observed, o.mentions, o.since = slices.Delete(o.observed, i, i+1), slices.Delete(o.mentions, i, i+1), slices.Delete(o.since, i, i+1)
		o.renamed = true
	}
	return past
}

func (w *writer) writeOrganizations(touched map[graph.ID]*employer, ended []any) error {
	var fresh, defined, undefined, counted, shown, parents []any
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		o := touched[id]
		switch v := o.visible(); {
		case v && !o.wasVisible:
			w.count.organizations++
		case !v && o.wasVisible:
			w.count.organizations--
		}
		if !o.defined && len(o.observed) == 0 {
			w.idle = append(w.idle, string(id))
		}
		if !o.exists {
			fresh = append(fresh, string(id))
		}
		display := ""
		if o.unnamed {
			display = graph.BestName(o.observed)
		}
		parent := graph.ID("")
		switch {
		case o.definition != nil:
			p := encodeDefinition(*o.definition, display)
			p["since"] = w.at
			defined = append(defined, p)
			parent = o.definition.Parent
		case o.goes:
			undefined = append(undefined, string(id))
		case o.unnamed && o.renamed && display != o.display && display != "":
			shown = append(shown, []any{string(id), display})
		}
		if (o.definition != nil || o.goes) && parent != o.parent {
			parents = append(parents, []any{string(id), string(parent)})
		}
		if o.counted {
			counted = append(counted, []any{string(id), o.observed, o.mentions, o.since})
		}
	}
	at := parameters{"at": w.at}
	for _, x := range []struct {
		statement string
		rows      []any
	}{
		{`UNWIND $rows AS r CREATE (:Organization {id: r})`, fresh},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r}) USING INDEX SEEK o:Organization(id) CREATE (p:PastOrganization)
			SET p = properties(o), p.until = $at, p.observed = null, p.mentions = null, p.observedSince = null`, ended},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r.id}) USING INDEX SEEK o:Organization(id) WITH o, r, o.observed AS a, o.mentions AS b, o.observedSince AS c
			SET o = r, o.observed = a, o.mentions = b, o.observedSince = c`, defined},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r}) USING INDEX SEEK o:Organization(id) WITH o, o.observed AS a, o.mentions AS b, o.observedSince AS c
			SET o = {id: o.id, observed: a, mentions: b, observedSince: c}`, undefined},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r[0]}) USING INDEX SEEK o:Organization(id) SET o.observed = r[1], o.mentions = r[2], o.observedSince = r[3]`, counted},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r[0]}) USING INDEX SEEK o:Organization(id) SET o.name = r[1]`, shown},
		{`UNWIND $rows AS r MATCH (o:Organization {id: r[0]}) USING INDEX SEEK o:Organization(id) OPTIONAL MATCH (o)-[part:PART_OF]->() DELETE part
			WITH DISTINCT o, r WHERE r[1] <> '' MATCH (p:Organization {id: r[1]}) USING INDEX SEEK p:Organization(id) CREATE (o)-[:PART_OF]->(p)`, parents},
	} {
		if err := w.rows(x.statement, x.rows, at); err != nil {
			return err
		}
	}
	return nil
}

// nameOrganizations brings the search keys up to date: an organization is found while it is defined and mentioned.
func (w *writer) nameOrganizations(touched map[graph.ID]*employer) error {
	wanted := map[graph.ID]map[string]string{}
	for id, o := range touched {
		if o.definition == nil && !o.goes && !o.renamed {
			continue
		}
		wanted[id] = nil
		if o.visible() {
			wanted[id] = keysOf(slices.Concat(o.names, o.observed))
		}
	}
	return w.rename("OrganizationName", wanted)
}
