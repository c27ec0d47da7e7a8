package graph

import (
	"cmp"
	"slices"
)

// story is the readings that tell one move of one person.
type story struct {
	readings    []*reading
	anchor      *Claim // the earliest
	from, to    *org
	first, last Date
	reported    Date
	weight      float64
	inferred    bool
	contested   bool // a minority tells another end
}

func sortStories(list []*story) {
	slices.SortFunc(list, func(a, b *story) int {
		return cmp.Or(compareKnownFirst(a.start(), b.start()), earlier(a.anchor, b.anchor))
	})
}

func (s *story) start() Date {
	if !s.first.IsZero() {
		return s.first
	}
	return s.reported
}

func (s *story) add(t *story) {
	s.readings = append(s.readings, t.readings...)
	if s.anchor == nil || earlier(t.anchor, s.anchor) < 0 {
		s.anchor = t.anchor
	}
	s.weight += t.weight
	s.contested = s.contested || t.contested
	if !t.first.IsZero() {
		if s.first.IsZero() || t.first.First().Compare(s.first.First()) < 0 {
			s.first = t.first
		}
		if s.last.IsZero() || t.last.Last().Compare(s.last.Last()) > 0 {
			s.last = t.last
		}
	}
	if !t.reported.IsZero() && (s.reported.IsZero() || t.reported.Compare(s.reported) < 0) {
		s.reported = t.reported
	}
}

func nearStories(s, t *story) bool {
	if !s.first.IsZero() && !t.first.IsZero() {
		return gapDays(s.first, s.last, t.first, t.last) <= sameMoveDays/2
	}
	return !s.start().IsZero() && !t.start().IsZero() && gapDays(s.start(), s.start(), t.start(), t.start()) <= sameMoveDays/2
}

func sureAbout(s *story) bool {
	for _, r := range s.readings {
		if r.Status == Announced || r.Status == Completed {
			return true
		}
	}
	return false
}

func shareArticle(s, t *story) bool {
	in := map[ID]bool{}
	for _, r := range s.readings {
		in[r.Article] = true
	}
	for _, r := range t.readings {
		if in[r.Article] {
			return true
		}
	}
	return false
}

func denied(s *story) bool {
	for _, r := range s.readings {
		if r.Status != Denied {
			return false
		}
	}
	return true
}

// storyIndex finds stories by the organizations at their ends and those above them, in the order they were added.
type storyIndex map[ID][]*story

func (x storyIndex) add(s *story) {
	for _, o := range []*org{s.from, s.to} {
		if o == nil {
			continue
		}
		for _, up := range o.line {
			if l := x[up.def.ID]; len(l) == 0 || l[len(l)-1] != s {
				x[up.def.ID] = append(l, s)
			}
		}
	}
}

// near lists the stories that share an organization with s, or one above; some of them may be listed more than once.
func (x storyIndex) near(s *story) []*story {
	var list []*story
	for _, o := range []*org{s.from, s.to} {
		if o == nil {
			continue
		}
		for _, up := range o.line {
			list = append(list, x[up.def.ID]...)
		}
	}
	return list
}
