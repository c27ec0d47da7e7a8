package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// CatalogueEntry is what the catalogue knows of one organization. Name is required.
type CatalogueEntry struct {
	Key         string // unique; OrganizationKey(Name) where left empty
	Name        string
	Aliases     []string // other names in use, in any language
	FormerNames []string
	Kind        string // "company", "university", "government", "media", "law firm", "club", …; may be empty
	Country     string // ISO 3166-1 alpha-2
	Sector      string
	Parent      string // key of the organization that this one is part of
	Domains     []string
	Ticker      string
	Wikidata    string // Q number
	LEI         string
	Curated     bool // written by hand: wins over the others where a name is shared
	Ambiguous   bool // the name is also a common word, place or person's name: take it for the organization only in a fitting context
}

// Names are the name, the aliases and the former names.
func (e CatalogueEntry) Names() []string {
	return slices.Concat([]string{e.Name}, e.Aliases, e.FormerNames)
}

// Catalogue finds known organizations by name. A nil catalogue knows none. It is safe for concurrent use.
type Catalogue struct {
	rows    catalogueRows // by key
	byKey   map[string]int32
	byName  map[string]int32 // by OrganizationKey of a name, alias or former name; shared where entries cancel out
	byWords map[string]int32 // by Fold of the names whose key several entries claim
	version func() string
}

// shared stands for the entry of a name that several entries claim equally.
const shared = -1

// How strong a claim on a name is; the higher wins, two equal ones cancel out.
const (
	claimAlias = iota + 1
	claimName
	claimCuratedAlias
	claimCuratedName
)

// NewCatalogue checks the entries and indexes their names. Where several entries share a name, one written by hand
// wins over the others, then an entry's name over others' aliases and former names. Between equals, and between names
// written by hand, the spelling with its article and legal form decides ("La Presse", "Die Presse"; "La Poste",
// "Poste"); where that does not, the name finds none of them.
// A missing name, a repeated key, an unknown parent and a circle of parents are ErrInvalid. The entries are in
// another order then.
func NewCatalogue(entries []CatalogueEntry) (*Catalogue, error) {
	c := &Catalogue{
		byKey:   make(map[string]int32, len(entries)),
		byName:  make(map[string]int32, 3*len(entries)/2),
		byWords: make(map[string]int32),
	}
	c.version = sync.OnceValue(c.hash)
	nameKeys := make([]string, len(entries)) // of the entries as given
	order := make([]int32, len(entries))
	for i := range entries {
		e := &entries[i]
		nameKeys[i] = OrganizationKey(e.Name)
		if nameKeys[i] == "" {
			return nil, fmt.Errorf("catalogue: %w entry %q: its name %.40q is empty", ErrInvalid, e.Key, e.Name)
		}
		if e.Key == "" {
			e.Key = nameKeys[i]
		}
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if n := strings.Compare(entries[a].Key, entries[b].Key); n != 0 {
			return n
		}
		return cmp.Or(strings.Compare(entries[a].Name, entries[b].Name), cmp.Compare(a, b))
	})
	permute(entries, nameKeys, order)
	for i, e := range entries {
		if _, ok := c.byKey[e.Key]; ok {
			return nil, fmt.Errorf("catalogue: %w: key %q is used twice, by %q and %q", ErrInvalid, e.Key, entries[i-1].Name, e.Name)
		}
		c.byKey[e.Key] = int32(i)
	}
	if err := c.checkParents(entries); err != nil {
		return nil, err
	}
	c.indexNames(entries, nameKeys)
	c.rows = packRows(entries)
	byKey := make(map[string]int32, len(entries)) // what it holds of the entries as given is let go
	for i := range entries {
		byKey[c.rows.at(i).Key] = int32(i)
	}
	c.byKey = byKey
	return c, nil
}

// permute brings entries and keys, in place, into the order that lists their present positions.
func permute(entries []CatalogueEntry, keys []string, order []int32) {
	for start := range order {
		if order[start] < 0 {
			continue
		}
		entry, key := entries[start], keys[start]
		i := int32(start)
		for {
			from := order[i]
			order[i] = -1
			if from == int32(start) {
				break
			}
			entries[i], keys[i] = entries[from], keys[from]
			i = from
		}
		entries[i], keys[i] = entry, key
	}
}

func (c *Catalogue) checkParents(entries []CatalogueEntry) error {
	for i := range entries {
		if entries[i].Parent == "" {
			continue
		}
		seen := []string{entries[i].Key}
		for p := entries[i].Parent; p != ""; {
			j, ok := c.byKey[p]
			if !ok {
				return fmt.Errorf("catalogue: %w: %q has the unknown parent %q", ErrInvalid, seen[len(seen)-1], p)
			}
			seen = append(seen, p)
			if slices.Contains(seen[:len(seen)-1], p) {
				return fmt.Errorf("catalogue: %w: parents go in a circle: %s", ErrInvalid, strings.Join(seen, " ⊂ "))
			}
			p = entries[j].Parent
		}
	}
	return nil
}

// indexNames fills byName and byWords. nameKeys are the keys of the entries' names.
func (c *Catalogue) indexNames(entries []CatalogueEntry, nameKeys []string) {
	strength := make(map[string]uint8) // where it is not claimName, which most are
	contested := make(map[string]bool)
	claim := func(index map[string]int32, i int32, key string, s uint8) {
		old, ok := index[key]
		if !ok {
			index[key] = i
			if s != claimName {
				strength[key] = s
			}
			return
		}
		before := strength[key]
		if before == 0 {
			before = claimName
		}
		if old != i && (s == before || min(s, before) >= claimCuratedAlias) {
			contested[key] = true
		}
		switch {
		case s > before:
			index[key], strength[key] = i, s
		case s == before && old != i:
			index[key] = shared
		}
	}
	each := func(f func(i int32, name, key string, s uint8)) {
		for i := range entries {
			e := &entries[i]
			name, alias := uint8(claimName), uint8(claimAlias)
			if e.Curated {
				name, alias = claimCuratedName, claimCuratedAlias
			}
			f(int32(i), e.Name, nameKeys[i], name)
			for _, names := range [][]string{e.Aliases, e.FormerNames} {
				for _, a := range names {
					f(int32(i), a, "", alias)
				}
			}
		}
	}
	each(func(i int32, name, key string, s uint8) {
		if key == "" {
			if key = OrganizationKey(name); key == "" {
				return
			}
		}
		claim(c.byName, i, key, s)
	})
	if len(contested) == 0 {
		return
	}
	clear(strength)
	keys := maps.Clone(contested) // claiming adds to it
	each(func(i int32, name, key string, s uint8) {
		if key == "" {
			key = OrganizationKey(name)
		}
		if keys[key] {
			claim(c.byWords, i, Fold(name), s)
		}
	})
}

func (c *Catalogue) hash() string {
	h := sha256.New()
	var b []byte
	for i := range c.rows.len() {
		e := c.rows.at(i)
		b = b[:0]
		for _, list := range [][]string{{e.Key, e.Name, e.Kind, e.Country, e.Sector, e.Parent, e.Ticker, e.Wikidata, e.LEI},
			e.Aliases, e.FormerNames, e.Domains} {
			b = strconv.AppendInt(b, int64(len(list)), 10)
			for _, s := range list {
				b = strconv.AppendQuote(b, s)
			}
		}
		b = strconv.AppendBool(b, e.Curated)
		b = strconv.AppendBool(b, e.Ambiguous)
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Lookup finds the organization that goes by this name, alias or former name.
func (c *Catalogue) Lookup(name string) (CatalogueEntry, bool) {
	if c == nil {
		return CatalogueEntry{}, false
	}
	i, ok := c.byWords[Fold(name)]
	if !ok {
		i, ok = c.byName[OrganizationKey(name)]
	}
	if !ok || i == shared {
		return CatalogueEntry{}, false
	}
	return c.rows.at(int(i)), true
}

// Entry is the organization with this key.
func (c *Catalogue) Entry(key string) (CatalogueEntry, bool) {
	if c == nil {
		return CatalogueEntry{}, false
	}
	i, ok := c.byKey[key]
	if !ok {
		return CatalogueEntry{}, false
	}
	return c.rows.at(int(i)), true
}

// Ancestors are the keys of the organizations that this one is part of, the nearest first; nil for none.
func (c *Catalogue) Ancestors(key string) []string {
	var keys []string
	for e, ok := c.Entry(key); ok && e.Parent != ""; e, ok = c.Entry(e.Parent) {
		keys = append(keys, e.Parent)
	}
	return keys
}

// Entries are all organizations by key. The slice is the caller's, the slices inside the entries are not.
func (c *Catalogue) Entries() []CatalogueEntry {
	if c == nil {
		return nil
	}
	all := make([]CatalogueEntry, c.rows.len())
	for i := range all {
		all[i] = c.rows.at(i)
	}
	return all
}

// Len is the number of organizations.
func (c *Catalogue) Len() int {
	if c == nil {
		return 0
	}
	return c.rows.len()
}

// Version is a hash of the content: catalogues that know the same have the same version. Empty for a nil catalogue.
func (c *Catalogue) Version() string {
	if c == nil {
		return ""
	}
	return c.version()
}
