package graph

import (
	"slices"
	"time"
)

// Move is a change of employer or affiliation of one person, as all its claims together tell it.
type Move struct {
	ID       ID
	Person   ID
	Block    ID // the person's
	From, To ID // organizations; one may be empty: unknown

	RoleFrom, RoleTo string     // as stated; may be empty
	RoleFamily       RoleFamily // of RoleTo, else of RoleFrom; empty where no role is known
	Seniority        Seniority  // likewise

	Date      Date // effective: when the person leaves or starts
	Announced Date // when those concerned made it public, where an article says so
	Reported  Date // the earliest article's date

	Status     Status
	Confidence float64 // 0 to 1: that the move is as told here
	Inferred   bool    // joined from a departure and an arrival that different sentences tell
	Publishers int     // independent publishers among its claims

	FromPlace, ToPlace Place // what was known of its ends
	Ended              Date  // when the person left To again, as another of their moves tells; unknown where none does

	Claims   []ID      // the claims that support it, by Reported (unknown last), then ID
	Sources  []Source  // where each of Claims is stated, in their order
	Mentions []Mention // how those claims name the organizations at its ends and above them
	Words    []string  // folded words of names and roles, sorted, without repeats: what MoveFilter.Words is matched with

	Since time.Time // from when this version was the current one
	Until time.Time // until when; zero for the current version
}

// Place is what the catalogue tells of an organization at an end of a move, so that moves can be found and counted by
// it. It is zero for an unknown end.
type Place struct {
	Group   ID     // the topmost of the organizations that the end is part of; the end itself where it is part of none
	Country string // ISO 3166-1 alpha-2; empty where unknown
	Sector  string // empty where unknown
}

// Source is the article that states a claim, as far as figures rest on it.
type Source struct {
	Article   ID
	Publisher string // empty where unknown
	Language  string // ISO 639-1; empty where unknown
	Published Date
}

// Group is the organization that the move counts for at an end when parts count for the whole: Place.Group.
func (m Move) Group(end MoveEnd) ID {
	if end == FromEnd {
		return m.FromPlace.Group
	}
	return m.ToPlace.Group
}

// RoleWords are the folded words of the move's roles, sorted, without repeats: what MoveFilter.Role is matched with.
func (m Move) RoleWords() []string {
	words := append(FoldWords(m.RoleFrom), FoldWords(m.RoleTo)...)
	slices.Sort(words)
	return slices.Compact(words)
}

// Language of the earliest claim; empty where unknown. Flows count a move for this one, so that their shares add up.
func (m Move) Language() string {
	if len(m.Sources) == 0 {
		return ""
	}
	return m.Sources[0].Language
}
