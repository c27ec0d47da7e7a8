package graph

import (
	"cmp"
	"maps"
	"slices"
	"sync"
)

// Fuser derives people, organizations and moves from claims. It holds only what is known beforehand (the catalogue,
// how common names are) and does no I/O: the same claims and judgements, in any order, give the same result. Safe for
// concurrent use.
type Fuser struct {
	// Crowd is how many claims a common name may have before they are fused in parts; 0 for the usual number. It is set
	// before the first use.
	Crowd int

	catalogue *Catalogue
	names     *NameTable
	listed    func() listedIDs
	orgs      memo[*org]      // by name as written, before judgements
	roles     memo[roleClass] // by role as stated
	folded    memo[[]string]  // words of names and roles
}

// listedIDs are the catalogue's organizations by ID.
type listedIDs struct {
	keys  map[ID]string // their keys
	below map[ID][]ID   // their direct parts
}

type roleClass struct {
	family    RoleFamily
	seniority Seniority
}

func (f *Fuser) crowd() int { return cmp.Or(f.Crowd, crowdedClaims) }

func (f *Fuser) role(stated string) roleClass {
	return f.roles.of(stated, func(s string) roleClass {
		family, seniority := ClassifyRole(s)
		return roleClass{family, seniority}
	})
}

// Fused is what follows from claims and judgements. All lists are by ID.
type Fused struct {
	People        []Person
	Moves         []Move
	Organizations []Organization // those at an end of a move, and those above them
}

// org is an organization as fusing needs it: with those above it, itself first.
type org struct {
	def  Organization
	line []*org
}

func (o *org) place() Place {
	if o == nil {
		return Place{}
	}
	return Place{Group: o.line[len(o.line)-1].def.ID, Country: o.def.Country, Sector: o.def.Sector}
}

func (o *org) id() ID {
	if o == nil {
		return ""
	}
	return o.def.ID
}

// NewFuser makes a Fuser. Both arguments may be nil: then no organization is known and every name counts as rare.
func NewFuser(catalogue *Catalogue, names *NameTable) *Fuser {
	return &Fuser{catalogue: catalogue, names: names, listed: sync.OnceValue(func() listedIDs {
		x := listedIDs{map[ID]string{}, map[ID][]ID{}}
		for _, e := range catalogue.Entries() {
			id := OrganizationID(e.Key)
			x.keys[id] = e.Key
			if e.Parent != "" {
				parent := OrganizationID(e.Parent)
				x.below[parent] = append(x.below[parent], id)
			}
		}
		return x
	})}
}

// Fuse derives the whole graph from all claims and all judgements. Judgements that were undone count for nothing.
func (f *Fuser) Fuse(claims []Claim, judgements []Judgement) Fused {
	rules := f.Rules(judgements)
	groups := groupBlocks(claims, judgements)
	var all Fused
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		g := groups[key]
		part := f.FuseGroup(g.claims, g.judgements, rules)
		all.People = append(all.People, part.People...)
		all.Moves = append(all.Moves, part.Moves...)
		all.Organizations = append(all.Organizations, part.Organizations...)
	}
	slices.SortFunc(all.People, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(all.Moves, func(a, b Move) int { return cmp.Compare(a.ID, b.ID) })
	all.Organizations = uniqueOrganizations(all.Organizations)
	return all
}

func uniqueOrganizations(list []Organization) []Organization {
	slices.SortFunc(list, func(a, b Organization) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(list, func(a, b Organization) bool { return a.ID == b.ID })
}

type blockGroup struct {
	claims     []Claim
	judgements []Judgement
}

// groupBlocks brings together the claims of name blocks that a judgement ties to each other.
func groupBlocks(claims []Claim, judgements []Judgement) map[ID]*blockGroup {
	root := map[ID]ID{}
	var find func(ID) ID
	find = func(b ID) ID {
		if r, ok := root[b]; ok && r != b {
			root[b] = find(r)
			return root[b]
		}
		root[b] = b
		return b
	}
	for _, j := range judgements {
		if j.Undone.IsZero() && len(j.Blocks) > 0 {
			for _, b := range j.Blocks[1:] {
				x, y := find(j.Blocks[0]), find(b)
				root[max(x, y)] = min(x, y)
			}
		}
	}
	groups := map[ID]*blockGroup{}
	at := func(b ID) *blockGroup {
		r := find(b)
		if groups[r] == nil {
			groups[r] = &blockGroup{}
		}
		return groups[r]
	}
	for _, c := range claims {
		g := at(c.Block)
		g.claims = append(g.claims, c)
	}
	for _, j := range judgements {
		if len(j.Blocks) > 0 {
			g := at(j.Blocks[0])
			g.judgements = append(g.judgements, j)
		}
	}
	return groups
}

// Rules are people's decisions on which organizations are one.
type Rules map[ID]ID // absorbed → kept

// Rules reads the judgements on organizations among these, the earliest first.
func (f *Fuser) Rules(judgements []Judgement) Rules {
	rules := Rules{}
	for _, j := range sortedJudgements(judgements) {
		if j.Kind != JudgeSame || len(j.Organizations) < 2 || !j.Undone.IsZero() {
			continue
		}
		kept := rules.of(j.Organizations[0])
		for _, absorbed := range j.Organizations[1:] {
			if a := rules.of(absorbed); a != kept {
				rules[a] = kept
			}
		}
	}
	return rules
}

func (r Rules) of(id ID) ID {
	for range len(r) {
		next, ok := r[id]
		if !ok {
			break
		}
		id = next
	}
	return id
}

func sortedJudgements(list []Judgement) []Judgement {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Judgement) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// Resolve is the organization behind a name as written, by the catalogue or else by its folded name; nil for a name
// without a letter or digit.
func (f *Fuser) Resolve(name string) *Organization {
	if o := f.org(name); o != nil {
		def := o.def
		return &def
	}
	return nil
}

func (f *Fuser) org(name string) *org {
	if name == "" {
		return nil
	}
	return f.orgs.of(name, func(name string) *org {
		if e, found := f.catalogue.Lookup(name); found {
			return f.catalogued(e)
		}
		if key := OrganizationKey(name); key != "" {
			return plainOrg(OrganizationID(key))
		}
		return nil
	})
}

func plainOrg(id ID) *org {
	o := &org{def: Organization{ID: id}}
	o.line = []*org{o}
	return o
}

func (f *Fuser) catalogued(e CatalogueEntry) *org {
	o := &org{def: definition(e)}
	o.line = []*org{o}
	for _, key := range f.catalogue.Ancestors(e.Key) {
		if up, ok := f.catalogue.Entry(key); ok {
			o.line = append(o.line, &org{def: definition(up)})
		}
	}
	return o
}

func definition(e CatalogueEntry) Organization {
	o := Organization{ID: OrganizationID(e.Key), Key: e.Key, Catalogued: true, Name: e.Name, Aliases: slices.Sorted(slices.Values(e.Aliases)),
		FormerNames: slices.Sorted(slices.Values(e.FormerNames)), Domains: e.Domains, Wikidata: e.Wikidata, LEI: e.LEI,
		Ticker: e.Ticker, Country: e.Country, Sector: e.Sector}
	if e.Parent != "" {
		o.Parent = OrganizationID(e.Parent)
	}
	return o
}

// judged applies the rules to an organization.
func (f *Fuser) judged(o *org, rules Rules) *org {
	if o == nil || len(rules) == 0 {
		return o
	}
	kept := rules.of(o.def.ID)
	if kept == o.def.ID {
		return o
	}
	if key, ok := f.listed().keys[kept]; ok {
		e, _ := f.catalogue.Entry(key)
		return f.catalogued(e)
	}
	return plainOrg(kept)
}

// parts are all organizations below one, as the catalogue has them, in no order.
func (f *Fuser) parts(id ID) []ID {
	var all []ID
	below := f.listed().below
	for next := below[id]; len(next) > 0; {
		all = append(all, next...)
		var deeper []ID
		for _, p := range next {
			deeper = append(deeper, below[p]...)
		}
		next = deeper
	}
	return all
}

// shares tells how two organizations relate: 2 the same, 1 one above the other, 0 neither.
func (o *org) shares(p *org) int {
	if o == nil || p == nil {
		return 0
	}
	if o.def.ID == p.def.ID {
		return 2
	}
	for _, up := range o.line[1:] {
		if up.def.ID == p.def.ID {
			return 1
		}
	}
	for _, up := range p.line[1:] {
		if up.def.ID == o.def.ID {
			return 1
		}
	}
	return 0
}

// BestName chooses the name to show among those that articles use for an organization outside the catalogue: written
// in mixed case rather than in capitals or lower case only, with accents rather than without, then the shortest, then
// the first by bytes. Empty for no names.
func BestName(names []string) string {
	best := ""
	for _, n := range names {
		if best == "" || nameRank(n, best) < 0 {
			best = n
		}
	}
	return best
}

func nameRank(a, b string) int {
	return cmp.Or(cmp.Compare(caseRank(a), caseRank(b)), cmp.Compare(nonASCII(b), nonASCII(a)),
		cmp.Compare(len([]rune(a)), len([]rune(b))), cmp.Compare(a, b))
}
