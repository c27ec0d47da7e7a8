package graph

import (
	"cmp"
	"slices"
	"strings"
)

// reading is a claim made ready for fusing.
type reading struct {
	*Claim
	name     int        // index into fusion.names
	from, to *org       // nil where unknown
	family   RoleFamily // of the role taken, else of the one left
	// The families of the two roles; empty where not stated.
	familyLeft, familyTaken RoleFamily
	sides                   []int8 // for each DIFFERENT judgement: 1 or 2 for the side that the claim is on, else 0; nil for none
}

// at is when the move happened as far as the claim says; unknown where it does not.
func (r *reading) at() Date {
	if !r.Date.IsZero() {
		return r.Date
	}
	return r.Claim.Announced
}

// fusion is the work on one group of blocks, or on a part of it.
type fusion struct {
	fuser    *Fuser
	readings []reading
	names    []PersonName // distinct names
	fits     [][]bool     // which of the names can be one person's
	same     [][]ID       // claims that people judged to be of one person
	counting map[ID]int   // how many claims of each block count
	partial  bool         // only some claims of a crowded block are here
	crowded  bool         // a part of what is crowded
}

// FuseGroup derives what follows from the claims of one name block, or of several that judgements tie together. The
// judgements are those on these blocks; rules come from those on organizations.
func (f *Fuser) FuseGroup(claims []Claim, judgements []Judgement, rules Rules) Fused {
	out, _ := f.fuse(claims, judgements, rules, false)
	return out
}

// pieces are the parts of a crowded block: the claims, people and moves in each, and the marks of the claims.
type pieces struct {
	members [][]ID
	marks   [][]Mark
}

// fuse is FuseGroup. Partial says that the claims are whole parts of a crowded block. The pieces are nil where nothing is crowded.
func (f *Fuser) fuse(claims []Claim, judgements []Judgement, rules Rules, partial bool) (Fused, *pieces) {
	w := f.prepare(claims, judgements, rules, partial)
	var out Fused
	var split *pieces
	if crowded := w.crowdedBlocks(); crowded == nil {
		out = w.fused()
	} else {
		split = &pieces{}
		for _, places := range w.parts(crowded) {
			part := w.part(places, crowded)
			x := part.fused()
			out.People, out.Moves = append(out.People, x.People...), append(out.Moves, x.Moves...)
			split.add(part, x)
		}
	}
	slices.SortFunc(out.People, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Moves, func(a, b Move) int { return cmp.Compare(a.ID, b.ID) })
	out.Organizations = w.organizations()
	return out, split
}

func (p *pieces) add(w *fusion, x Fused) {
	members := make([]ID, 0, len(w.readings)+len(x.People)+len(x.Moves))
	var marks []Mark
	for i := range w.readings {
		members = append(members, w.readings[i].ID)
		marks = append(marks, w.readings[i].marks()...)
	}
	for _, y := range x.People {
		members = append(members, y.ID)
	}
	for _, y := range x.Moves {
		members = append(members, y.ID)
	}
	p.members, p.marks = append(p.members, members), append(p.marks, marks)
}

// fused is the people and moves that follow from the readings.
func (w *fusion) fused() (out Fused) {
	if len(w.readings) == 0 {
		return out
	}
	clusters := w.identify(w.episodes())
	out.People = make([]Person, len(clusters))
	for i, c := range clusters {
		out.People[i] = w.person(c)
		for _, m := range w.moves(c) {
			m.Person, m.Block = out.People[i].ID, out.People[i].Block
			out.Moves = append(out.Moves, m)
		}
	}
	w.candidates(clusters, out.People)
	return out
}

// organizations are those that the readings name, and those above them.
func (w *fusion) organizations() []Organization {
	var list []Organization
	seen := map[ID]bool{}
	for i := range w.readings {
		for _, o := range [...]*org{w.readings[i].from, w.readings[i].to} {
			if o == nil || seen[o.def.ID] {
				continue
			}
			for _, up := range o.line {
				if !seen[up.def.ID] {
					seen[up.def.ID] = true
					list = append(list, up.def)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b Organization) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// prepare resolves names, applies what people rejected, accepted or erased, and sorts.
func (f *Fuser) prepare(claims []Claim, judgements []Judgement, rules Rules, partial bool) *fusion {
	w := &fusion{fuser: f, partial: partial, counting: map[ID]int{}}
	verdict := map[ID]JudgementKind{}
	suppress := map[string]bool{}
	var different []Judgement
	for _, j := range sortedJudgements(judgements) {
		if !j.Undone.IsZero() {
			continue
		}
		switch j.Kind {
		case JudgeAccept, JudgeReject, JudgeErase:
			for _, c := range j.Claims {
				if verdict[c] != JudgeErase {
					verdict[c] = j.Kind
				}
			}
			for _, s := range j.Suppress {
				suppress[s] = true
			}
		case JudgeSame:
			w.same = append(w.same, j.Claims)
		case JudgeDifferent:
			different = append(different, j)
		}
	}
	resolve := f.resolver(rules)
	names, parsedNames := map[string]int{}, map[string]int{}
	claims = slices.Clone(claims)
	slices.SortFunc(claims, func(a, b Claim) int { return cmp.Compare(a.ID, b.ID) })
	claims = slices.CompactFunc(claims, func(a, b Claim) bool { return a.ID == b.ID })
	w.readings = make([]reading, 0, len(claims))
	for i := range claims {
		c := &claims[i]
		v := verdict[c.ID]
		if v == JudgeReject || v == JudgeErase {
			continue
		}
		if v == JudgeAccept {
			c.Confidence = 1
		}
		r := f.reading(c, resolve)
		if len(suppress) > 0 && suppressed(suppress, c.Block, r) {
			continue
		}
		w.counting[c.Block]++
		if r.void() {
			continue
		}
		n, ok := names[c.Person]
		if !ok {
			parsed := ParsePersonName(c.Person)
			key := parsed.identity()
			if n, ok = parsedNames[key]; !ok {
				n = len(w.names)
				parsedNames[key] = n
				w.names = append(w.names, parsed)
			}
			names[c.Person] = n
		}
		r.name = n
		if len(different) > 0 {
			r.sides = make([]int8, len(different))
			for k, j := range different {
				if _, in := slices.BinarySearch(j.Claims, c.ID); in {
					r.sides[k] = 1
				} else if _, in := slices.BinarySearch(j.Others, c.ID); in {
					r.sides[k] = 2
				}
			}
		}
		w.readings = append(w.readings, r)
	}
	w.fits = make([][]bool, len(w.names))
	for i := range w.names {
		w.fits[i] = make([]bool, len(w.names))
		for j := range i {
			fit := w.names[i].Compatible(w.names[j])
			w.fits[i][j], w.fits[j][i] = fit, fit
		}
		w.fits[i][i] = true
	}
	return w
}

// resolver finds organizations by their names as written, as judged, and remembers them.
func (f *Fuser) resolver(rules Rules) func(string) *org {
	known := map[string]*org{}
	return func(name string) *org {
		o, ok := known[name]
		if !ok {
			o = f.judged(f.org(name), rules)
			known[name] = o
		}
		return o
	}
}

// reading is a claim with its organizations and kinds of work.
func (f *Fuser) reading(c *Claim, resolve func(string) *org) reading {
	r := reading{Claim: c, from: resolve(c.From), to: resolve(c.To), familyLeft: f.role(c.RoleFrom).family, familyTaken: f.role(c.RoleTo).family}
	r.family = cmp.Or(r.familyTaken, r.familyLeft)
	return r
}

// void reports that a reading says nothing: no end, or an organization's two names.
func (r *reading) void() bool { return r.from.id() == r.to.id() }

// identity tells different names apart.
func (n PersonName) identity() string {
	return strings.Join([]string{n.Given, strings.Join(n.Middle, " "), n.Surname, n.Surname2, n.Suffix}, "|")
}

// suppressed reports whether an erased person's digests cover a claim.
func suppressed(suppress map[string]bool, block ID, r reading) bool {
	if suppress[suppression(block, "")] {
		return true
	}
	for _, o := range []*org{r.from, r.to} {
		if o == nil {
			continue
		}
		for _, up := range o.line {
			if suppress[suppression(block, up.def.ID)] {
				return true
			}
		}
	}
	return false
}

// suppression recognises an erased person's claims without saying whose they were: a name block together with an
// organization, or with none where nobody else bears the name.
func suppression(block, organization ID) string {
	return string(newID("sup_", string(block), string(organization)))
}
