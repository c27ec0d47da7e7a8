package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"
)

// maxNested bounds how many filters one filter holds, with those inside them.
const maxNested = 50

// filter checks a filter as callers give it and turns it into what stores take.
func (g *Graph) filter(ctx context.Context, f MoveFilter, at time.Time) (MoveFilter, error) {
	return g.filterIn(ctx, "where", f, at)
}

// filterIn does so with a filter that is in an argument.
func (g *Graph) filterIn(ctx context.Context, argument string, f MoveFilter, at time.Time) (MoveFilter, error) {
	r := resolving{g: g, at: at, ids: map[ID]string{}, sure: map[ID]bool{}}
	if err := r.collect(argument, &f); err != nil {
		return f, err
	}
	if err := r.read(ctx); err != nil {
		return f, err
	}
	return r.resolved(f), nil
}

// resolving is a filter on its way to what stores take: first all ids that it names are collected, then what became of
// them is read by one call for each kind, however deep the filter is.
type resolving struct {
	g       *Graph
	at      time.Time
	ids     map[ID]string // where each stands in the argument
	sure    map[ID]bool   // of sets: no mistake where the record has nothing of them
	filters int
	became  map[ID][]ID // what each id stands for now, itself among them
}

// collect checks a filter and those in it. Path tells where the filter stands in the argument.
func (r *resolving) collect(path string, f *MoveFilter) error {
	if r.filters++; r.filters > maxNested {
		return fmt.Errorf("%w %s: more than %d filters in one", ErrInvalid, path, maxNested)
	}
	for _, l := range []struct {
		name string
		ids  *[]ID
		sets *[]string
	}{{"fromSet", &f.From, &f.FromSets}, {"toSet", &f.To, &f.ToSets}, {"organizationSet", &f.Organizations, &f.OrganizationSets}} {
		ids, err := r.g.withSets(path+"."+l.name, *l.ids, *l.sets)
		if err != nil {
			return err
		}
		for _, id := range ids[len(*l.ids):] {
			r.sure[id] = true
		}
		*l.ids, *l.sets = ids, nil
	}
	for _, l := range []struct {
		name string
		ids  []ID
		kind string
	}{{"person", f.People, "Person"}, {"from", f.From, "Organization"}, {"to", f.To, "Organization"},
		{"organization", f.Organizations, "Organization"}, {"fromGroup", f.FromGroups, "Organization"}, {"toGroup", f.ToGroups, "Organization"}} {
		if len(l.ids) > maxIDs {
			return fmt.Errorf("%w %s.%s: %d ids, at most %d", ErrInvalid, path, l.name, len(l.ids), maxIDs)
		}
		for _, id := range l.ids {
			if id.Kind() != l.kind {
				return fmt.Errorf("%w %s.%s: %.40q is no id of a %s", ErrInvalid, path, l.name, string(id), l.kind)
			}
			r.ids[id] = path + "." + l.name
		}
	}
	for _, span := range []struct {
		name         string
		since, until Date
	}{{"", f.Since, f.Until}, {"announced ", f.AnnouncedSince, f.AnnouncedUntil}, {"reported ", f.ReportedSince, f.ReportedUntil}} {
		if !span.since.IsZero() && !span.until.IsZero() && span.until.Last().Compare(span.since.First()) < 0 {
			return fmt.Errorf("%w %s: %ssince %s is after until %s", ErrInvalid, path, span.name, span.since, span.until)
		}
	}
	for _, c := range []struct {
		name  string
		value float64
	}{{"minConfidence", f.MinConfidence}, {"maxConfidence", f.MaxConfidence}} {
		if !(c.value >= 0 && c.value <= 1) {
			return fmt.Errorf("%w %s.%s %v: want 0 to 1", ErrInvalid, path, c.name, c.value)
		}
	}
	switch {
	case f.MaxConfidence > 0 && f.MinConfidence > f.MaxConfidence:
		return fmt.Errorf("%w %s: minConfidence %v is above maxConfidence %v", ErrInvalid, path, f.MinConfidence, f.MaxConfidence)
	case f.MinPublishers < 0:
		return fmt.Errorf("%w %s.minPublishers: %d", ErrInvalid, path, f.MinPublishers)
	}
	for _, t := range []struct {
		name, text string
		into       *[]string
	}{{"text", f.Text, &f.Words}, {"role", f.RoleText, &f.Role}} {
		if t.text == "" {
			continue
		}
		words, err := textWords(path+"."+t.name, t.text)
		if err != nil {
			return err
		}
		*t.into = words
	}
	f.Text, f.RoleText = "", ""
	for _, l := range []struct {
		name string
		list *[]MoveFilter
	}{{"and", &f.All}, {"or", &f.Any}, {"not", &f.None}} {
		*l.list = slices.Clone(*l.list)
		for i := range *l.list {
			if err := r.collect(fmt.Sprintf("%s.%s[%d]", path, l.name, i), &(*l.list)[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// textWords are the words that a text is looked for by, sorted, without repeats.
func textWords(argument, text string) ([]string, error) {
	words := FoldWords(text)
	if len(words) == 0 {
		return nil, fmt.Errorf("%w %s %.40q: no letter or digit in it", ErrInvalid, argument, text)
	}
	slices.Sort(words)
	return slices.Compact(words), nil
}

// read finds out what the ids stand for, and refuses those that nothing is known of.
func (r *resolving) read(ctx context.Context) error {
	r.became = map[ID][]ID{}
	if len(r.ids) == 0 {
		return nil
	}
	var err error
	r.became, err = r.g.standFor(ctx, r.ids, r.sure, r.at)
	return err
}

// resolved is the filter with its ids resolved.
func (r *resolving) resolved(f MoveFilter) MoveFilter {
	for _, l := range []struct {
		ids   *[]ID
		parts bool
	}{{&f.People, false}, {&f.From, f.Subsidiaries}, {&f.To, f.Subsidiaries}, {&f.Organizations, f.Subsidiaries}, {&f.FromGroups, false}, {&f.ToGroups, false}} {
		if len(*l.ids) == 0 {
			continue
		}
		var all []ID
		for _, id := range *l.ids {
			all = append(all, r.became[id]...)
		}
		if l.parts {
			all = r.g.withParts(all)
		}
		slices.Sort(all)
		*l.ids = slices.Compact(all)
	}
	f.Subsidiaries = false
	for _, list := range []*[]MoveFilter{&f.All, &f.Any, &f.None} {
		for i, x := range *list {
			(*list)[i] = r.resolved(x)
		}
	}
	return f
}

// standFor tells for each id, under which stands where it is in the argument, what it stands for at a time: itself and what it gave
// way to. ErrNotFound names one that was never in the record, or not by then, and where it stands.
func (g *Graph) standFor(ctx context.Context, ids map[ID]string, sure map[ID]bool, at time.Time) (map[ID][]ID, error) {
	became, err := g.succession(ctx, sortedKeys(ids))
	if err != nil {
		return nil, err
	}
	return became, g.known(ctx, ids, became, sure, at)
}

// succession tells for each id what it is and was followed by, itself first.
func (g *Graph) succession(ctx context.Context, ids []ID) (map[ID][]ID, error) {
	became := make(map[ID][]ID, len(ids))
	next := map[ID][]ID{} // id that may have a successor → those asked for that lead to it
	for _, id := range ids {
		became[id], next[id] = []ID{id}, []ID{id}
	}
	for range maxSuccession {
		if len(next) == 0 {
			break
		}
		found, err := g.store.Successors(ctx, sortedKeys(next))
		if err != nil {
			return nil, err
		}
		further := map[ID][]ID{}
		for id, to := range found {
			for _, asked := range next[id] {
				if to != "" && !slices.Contains(became[asked], to) {
					became[asked] = append(became[asked], to)
					further[to] = append(further[to], asked)
				}
			}
		}
		next = further
	}
	return became, nil
}

// known refuses ids of which neither they nor what they gave way to is in the record.
func (g *Graph) known(ctx context.Context, where map[ID]string, became map[ID][]ID, sure map[ID]bool, at time.Time) error {
	var people, organizations []ID
	for _, all := range became {
		for _, id := range all {
			if id.Kind() == "Person" {
				people = append(people, id)
			} else {
				organizations = append(organizations, id)
			}
		}
	}
	there := map[ID]bool{}
	if len(people) > 0 {
		found, err := g.store.People(ctx, distinct(people), at)
		if err != nil {
			return err
		}
		for id := range found {
			there[id] = true
		}
	}
	if len(organizations) > 0 {
		found, err := g.store.Organizations(ctx, distinct(organizations), at)
		if err != nil {
			return err
		}
		for id := range found {
			there[id] = true
		}
	}
	for _, asked := range sortedKeys(became) {
		if !slices.ContainsFunc(became[asked], func(id ID) bool { return there[id] }) && !sure[asked] && !g.catalogued(asked) {
			return fmt.Errorf("%w: %s: nothing is known of the %s %.40q", ErrNotFound, where[asked], asked.Kind(), string(asked))
		}
	}
	return nil
}

// catalogued reports whether the catalogue knows an organization: one that no article has named yet is no mistake.
func (g *Graph) catalogued(id ID) bool {
	_, ok := g.fuser.listed().keys[id]
	return ok
}

func distinct(ids []ID) []ID { return slices.Compact(slices.Sorted(slices.Values(ids))) }

func sortedKeys[T any](m map[ID]T) []ID { return slices.Sorted(maps.Keys(m)) }

// withParts adds the organizations below those with the given ids, as the catalogue has them.
func (g *Graph) withParts(ids []ID) []ID {
	all := slices.Clone(ids)
	for _, id := range ids {
		all = append(all, g.fuser.parts(id)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
