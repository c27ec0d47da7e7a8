package graph

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// How much of its confidence a move keeps that no single article tells whole, and one whose ends some dispute.
const (
	inferredDoubt  = 0.8
	contestedDoubt = 0.9
	departureDates = 0.8 // what a departure's date weighs beside an arrival's
)

// move sums a story up.
func (w *fusion) move(s *story) Move {
	slices.SortFunc(s.readings, func(a, b *reading) int { return earlier(a.Claim, b.Claim) })
	from := s.end(func(r *reading) *org { return r.from })
	to := s.end(func(r *reading) *org { return r.to })
	if from.shares(to) == 2 { // versions of a move inside one group may cross
		from, to = s.from, s.to
	}
	m := Move{ID: moveID(s.readings[0].ID), From: from.id(), To: to.id(), Inferred: s.inferred, FromPlace: from.place(), ToPlace: to.place()}
	m.RoleFrom = s.role(from, func(r *reading) (*org, string) { return r.from, r.RoleFrom })
	m.RoleTo = s.role(to, func(r *reading) (*org, string) { return r.to, r.RoleTo })
	class := w.fuser.role(cmp.Or(m.RoleTo, m.RoleFrom))
	m.RoleFamily, m.Seniority = class.family, class.seniority
	m.Date = s.date(func(r *reading) Date { return r.Date })
	m.Announced = s.date(func(r *reading) Date { return r.Claim.Announced })
	for _, r := range s.readings {
		if !r.Reported.IsZero() {
			m.Reported = r.Reported
			break
		}
	}
	m.Status = s.status()
	m.Confidence, m.Publishers = s.confidence()
	for _, r := range s.readings {
		m.Claims = append(m.Claims, r.ID)
		m.Sources = append(m.Sources, Source{r.Article, r.Publisher, r.Language, r.Reported})
	}
	m.Mentions = s.mentions()
	m.Words = w.words(s, from, to)
	return m
}

// end chooses an end: the organization with the most weight behind it; of two where one is above the other and the
// weight is the same, the lower, which says more.
func (s *story) end(of func(*reading) *org) *org {
	weights := map[ID]float64{}
	orgs := map[ID]*org{}
	for _, r := range s.readings {
		if o := of(r); o != nil {
			weights[o.def.ID] += r.Confidence
			orgs[o.def.ID] = o
		}
	}
	var best *org
	for _, id := range slices.Sorted(maps.Keys(orgs)) {
		o := orgs[id]
		if best == nil || weights[id] > weights[best.def.ID] ||
			weights[id] == weights[best.def.ID] && len(o.line) > len(best.line) {
			best = o
		}
	}
	return best
}

// role is the one most claimed among the claims that tell this end, then the longest.
func (s *story) role(end *org, of func(*reading) (*org, string)) string {
	weights := map[string]float64{}
	for _, r := range s.readings {
		if o, role := of(r); role != "" && (o == nil || o.shares(end) > 0) {
			weights[role] += r.Confidence
		}
	}
	best := ""
	for _, role := range slices.Sorted(maps.Keys(weights)) {
		if best == "" || cmp.Or(cmp.Compare(weights[role], weights[best]), cmp.Compare(len(role), len(best))) > 0 {
			best = role
		}
	}
	return best
}

// date is the most precise one that the best sources agree on: each date is backed by the claims whose dates may mean the
// same day; of the best backed ones the most precise wins, then the earliest. An arrival dates a move better than the
// departure that led to it.
func (s *story) date(of func(*reading) Date) Date {
	weights := map[Date]float64{}
	for _, r := range s.readings {
		if d := of(r); !d.IsZero() {
			weight := r.Confidence
			if r.to == nil {
				weight *= departureDates
			}
			weights[d] += weight
		}
	}
	var best Date
	bestBacking := 0.0
	dates := slices.SortedFunc(maps.Keys(weights), Date.Compare)
	for _, d := range dates {
		backing := 0.0
		for _, e := range dates {
			switch {
			case d == e || e.Contains(d): // coarser words agree fully
				backing += weights[e]
			case d.Contains(e): // finer ones lend some support to a coarse date
				backing += weights[e] / 2
			}
		}
		if best.IsZero() || backing > bestBacking || backing == bestBacking && len(d.String()) > len(best.String()) {
			best, bestBacking = d, backing
		}
	}
	return best
}

// status follows the life cycle by the articles' dates: hearsay gives way to what is announced and that to what is
// done; a denial stands against what was said before it, but not against what was already done, unless more
// publishers deny than report it.
func (s *story) status() Status {
	var status Status
	done, denials := map[string]bool{}, map[string]bool{}
	for _, r := range s.readings { // by report
		switch r.Status {
		case Denied:
			denials[sourceOf(r)] = true
			if status != Completed || len(denials) > len(done) {
				status = Denied
			}
		case Completed:
			done[sourceOf(r)] = true
			if status != Denied || len(done) >= len(denials) {
				status = Completed
			}
		case Announced:
			if status != Completed {
				status = Announced
			}
		case Rumored:
			if status == "" {
				status = Rumored
			}
		}
	}
	return status
}

// sourceOf tells independent sources apart: the publisher, or the article where none is known.
func sourceOf(r *reading) string { return cmp.Or(r.Publisher, string(r.Article)) }

// confidence combines the best word of each independent publisher as independent witnesses.
func (s *story) confidence() (float64, int) {
	best := map[string]float64{}
	for _, r := range s.readings {
		best[sourceOf(r)] = max(best[sourceOf(r)], r.Confidence)
	}
	doubt := 1.0
	for _, source := range slices.Sorted(maps.Keys(best)) {
		doubt *= 1 - best[source]
	}
	c := 1 - doubt
	if s.inferred {
		c *= inferredDoubt
	}
	if s.contested {
		c *= contestedDoubt
	}
	return math.Round(c*1e4) / 1e4, len(best)
}

func (s *story) mentions() []Mention {
	type key struct {
		id   ID
		name string
	}
	count := map[key]int{}
	for _, r := range s.readings {
		for _, x := range []struct {
			o    *org
			name string
		}{{r.from, r.From}, {r.to, r.To}} {
			if x.o == nil {
				continue
			}
			count[key{x.o.def.ID, x.name}]++
			for _, up := range x.o.line[1:] {
				count[key{up.def.ID, up.def.Name}]++
			}
		}
	}
	list := make([]Mention, 0, len(count))
	for k, n := range count {
		list = append(list, Mention{k.id, k.name, n})
	}
	slices.SortFunc(list, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Organization, b.Organization), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func (w *fusion) words(s *story, from, to *org) []string {
	texts := make([]string, 0, 5*len(s.readings)+2)
	for _, r := range s.readings {
		texts = append(texts, r.Person, r.From, r.To, r.RoleFrom, r.RoleTo)
	}
	for _, o := range []*org{from, to} {
		if o != nil {
			texts = append(texts, o.def.Name)
		}
	}
	slices.Sort(texts)
	words := make([]string, 0, 16)
	for _, t := range slices.Compact(texts) {
		words = append(words, w.fuser.folded.of(t, FoldWords)...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}
