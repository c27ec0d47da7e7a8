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

// fusion is the work on one group of blocks.
type fusion struct {
	fuser    *Fuser
	readings []reading
	names    []PersonName // distinct names
	fits     [][]bool     // which of the names can be one person's
	same     [][]ID       // claims that people judged to be of one person
}

// FuseGroup derives what follows from the claims of one name block, or of several that judgements tie together. The
// judgements are those on these blocks; rules come from those on organizations.
func (f *Fuser) FuseGroup(claims []Claim, judgements []Judgement, rules Rules) Fused {
	w := f.prepare(claims, judgements, rules)
	if len(w.readings) == 0 {
		return Fused{}
	}
	episodes := w.episodes()
	clusters := w.identify(episodes)
	var out Fused
	people := make([]Person, len(clusters))
	for i, c := range clusters {
		people[i] = w.person(c)
		for _, m := range w.moves(c) {
			m.Person, m.Block = people[i].ID, people[i].Block
			out.Moves = append(out.Moves, m)
		}
	}
	w.candidates(clusters, people)
	out.People = people
	slices.SortFunc(out.People, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Moves, func(a, b Move) int { return cmp.Compare(a.ID, b.ID) })
	seen := map[ID]bool{}
	add := func(o *org) {
		if o != nil && !seen[o.def.ID] {
			for _, up := range o.line {
				if !seen[up.def.ID] {
					seen[up.def.ID] = true
					out.Organizations = append(out.Organizations, up.def)
				}
			}
		}
	}
	for i := range w.readings {
		add(w.readings[i].from)
		add(w.readings[i].to)
	}
	slices.SortFunc(out.Organizations, func(a, b Organization) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// prepare resolves names, applies what people rejected, accepted or erased, and sorts.
func (f *Fuser) prepare(claims []Claim, judgements []Judgement, rules Rules) *fusion {
	w := &fusion{fuser: f}
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
	orgs := map[string]*org{}
	resolve := func(name string) *org {
		if o, ok := orgs[name]; ok {
			return o
		}
		o := f.judged(f.org(name), rules)
		orgs[name] = o
		return o
	}
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
		r := reading{Claim: c, from: resolve(c.From), to: resolve(c.To)}
		if r.from == nil && r.to == nil || r.from.id() == r.to.id() {
			continue // says nothing, or an organization's two names
		}
		if len(suppress) > 0 && suppressed(suppress, c.Block, r) {
			continue
		}
		r.familyLeft, r.familyTaken = f.role(c.RoleFrom).family, f.role(c.RoleTo).family
		r.family = cmp.Or(r.familyTaken, r.familyLeft)
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
