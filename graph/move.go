package graph

import "time"

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

	Claims   []ID      // the claims that support it, by Reported (unknown last), then ID
	Mentions []Mention // how those claims name the organizations at its ends and above them
	Words    []string  // folded words of names and roles, sorted, without repeats: what MoveFilter.Words is matched with

	Since time.Time // from when this version was the current one
	Until time.Time // until when; zero for the current version
}
