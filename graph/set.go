package graph

import (
	"fmt"
	"slices"
	"strings"
)

// Set is a saved set of organizations that filters name.
type Set struct {
	ID            string // lower-case letters, digits and hyphens
	Title         string
	Organizations []ID
}

// WithSets sets the sets of organizations that filters may name; of several with one ID the last counts.
func WithSets(sets []Set) Option {
	return func(g *Graph) {
		g.sets = map[string]Set{}
		for _, s := range sets {
			g.sets[s.ID] = s
		}
	}
}

// Sets of organizations that filters may name, by ID.
func (g *Graph) Sets() []Set {
	list := make([]Set, 0, len(g.sets))
	for _, s := range g.sets {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Set) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// withSets adds to ids the organizations of sets.
func (g *Graph) withSets(argument string, ids []ID, sets []string) ([]ID, error) {
	if len(sets) == 0 {
		return ids, nil
	}
	all := slices.Clone(ids)
	for _, id := range sets {
		s, ok := g.sets[id]
		if !ok {
			return nil, fmt.Errorf("%w: %s: there is no set %.40q", ErrNotFound, argument, id)
		}
		all = append(all, s.Organizations...)
	}
	return all, nil
}

// ReadSets reads sets, one a line: the ID, the title and the organizations, parted by tabs; the organizations by semicolons, each
// by a name that the catalogue knows or by an id. Empty lines and those that begin with # are passed over. ErrInvalid names the line.
func ReadSets(text string, catalogue *Catalogue) ([]Set, error) {
	var sets []Set
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%w sets, line %d: %d fields, want id, title and organizations parted by tabs", ErrInvalid, n+1, len(fields))
		}
		s := Set{ID: strings.TrimSpace(fields[0]), Title: strings.TrimSpace(fields[1])}
		if s.ID == "" || len(s.ID) > 60 || strings.Trim(s.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return nil, fmt.Errorf("%w sets, line %d: id %.40q: want lower-case letters, digits and hyphens", ErrInvalid, n+1, s.ID)
		}
		for _, name := range strings.Split(fields[2], ";") {
			if name = strings.TrimSpace(name); name == "" {
				continue
			}
			id := ID(name)
			if e, ok := catalogue.Lookup(name); ok {
				id = OrganizationID(e.Key)
			} else if id.Kind() != "Organization" {
				return nil, fmt.Errorf("%w sets, line %d: the catalogue knows no organization %.40q", ErrInvalid, n+1, name)
			}
			s.Organizations = append(s.Organizations, id)
		}
		if len(s.Organizations) == 0 || len(s.Organizations) > maxIDs {
			return nil, fmt.Errorf("%w sets, line %d: %d organizations, want 1 to %d", ErrInvalid, n+1, len(s.Organizations), maxIDs)
		}
		slices.Sort(s.Organizations)
		s.Organizations = slices.Compact(s.Organizations)
		sets = append(sets, s)
	}
	return sets, nil
}
