package graph

import "slices"

// MoveFilter passes the moves that meet all of its conditions; a zero condition passes all. A list passes what has any
// of its values; of countries, sectors, languages and publishers the empty text is what is unknown.
type MoveFilter struct {
	People        []ID
	From, To      []ID         // organizations
	Organizations []ID         // at either end
	Since         Date         // the move's Date may lie on or after the first day of this; undated moves fail
	Until         Date         // the move's Date may lie on or before the last day of this; undated moves fail
	Statuses      []Status     // any of
	RoleFamilies  []RoleFamily // any of
	Seniorities   []Seniority  // any of
	Inferred      *bool
	MinConfidence float64
	Words         []string // all of them are among Move.Words
	Months        []string // MonthOf(Move.Date) is among them; "2025" passes moves known to the year only, "" undated ones

	AnnouncedSince, AnnouncedUntil Date        // as Since and Until, of Move.Announced
	ReportedSince, ReportedUntil   Date        // likewise of Move.Reported
	AsOf                           Date        // Move.Stays on it: what the answer is then about is where people worked
	MaxConfidence                  float64     // at most this; 0 for no bound
	MinPublishers                  int         // at least so many independent publishers
	Role                           []string    // all of them are among Move.RoleWords
	FromCountries, ToCountries     []string    // Place.Country of the end; "" passes ends that are unknown or whose country is
	Countries                      []string    // likewise of either end
	FromSectors, ToSectors         []string    // Place.Sector, likewise
	Sectors                        []string    // likewise of either end
	FromGroups, ToGroups           []ID        // Place.Group
	FirstLanguages                 []string    // Move.Language
	Languages                      []string    // of one of Move.Sources
	Publishers                     []string    // likewise
	Inside                         *bool       // whether both ends are known and of one group
	Known, Unknown                 []MoveField // all of them are, or are not, known of the move

	All  []MoveFilter // each of these passes as well
	Any  []MoveFilter // at least one of these passes; no condition where empty
	None []MoveFilter // none of these passes

	// The following are for Graph, which turns them into conditions above; a store never sees them.
	Text                               string   // words that names or roles of the move contain
	RoleText                           string   // words that its roles contain
	Subsidiaries                       bool     // the organizations of this filter stand for their parts as well
	FromSets, ToSets, OrganizationSets []string // IDs of sets whose organizations count among From, To and Organizations
}

// MoveField is a part of a move that may be unknown.
type MoveField string

// The parts of a move that may be unknown: FromField is Move.From, and so on.
const (
	FromField      MoveField = "FROM"
	ToField        MoveField = "TO"
	DateField      MoveField = "DATE"
	AnnouncedField MoveField = "ANNOUNCED"
	ReportedField  MoveField = "REPORTED"
	RoleFromField  MoveField = "ROLE_FROM"
	RoleToField    MoveField = "ROLE_TO"
	FamilyField    MoveField = "ROLE_FAMILY"
	SeniorityField MoveField = "SENIORITY"
	EndedField     MoveField = "ENDED"
)

// Has reports whether a part of the move is known.
func (m *Move) Has(f MoveField) bool {
	switch f {
	case FromField:
		return m.From != ""
	case ToField:
		return m.To != ""
	case DateField:
		return !m.Date.IsZero()
	case AnnouncedField:
		return !m.Announced.IsZero()
	case ReportedField:
		return !m.Reported.IsZero()
	case RoleFromField:
		return m.RoleFrom != ""
	case RoleToField:
		return m.RoleTo != ""
	case FamilyField:
		return m.RoleFamily != ""
	case SeniorityField:
		return m.Seniority != ""
	case EndedField:
		return !m.Ended.IsZero()
	}
	return false
}

// Lacks reports whether the filter passes only moves of which a part is unknown.
func (f *MoveFilter) Lacks(field MoveField) bool { return slices.Contains(f.Unknown, field) }
