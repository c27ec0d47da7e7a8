package graph

import (
	"cmp"
	"slices"
	"time"
)

// Flow counts moves in one cell of a grouping. What moves are not grouped by is empty, and so is what is unknown.
type Flow struct {
	From, To               ID     // the organizations; with FlowQuery.RollUp the groups
	Period                 string // "2025", "2025-Q3" or "2025-07"; empty for undated moves
	RoleFamily             RoleFamily
	Seniority              Seniority
	FromSector, ToSector   string
	FromCountry, ToCountry string
	Status                 Status
	Language               string // Move.Language
	Inside                 bool   // with FlowQuery.RollUp: the moves of this cell go from a group to itself
	Moves                  int
}

// FlowDimension is what moves are grouped by.
type FlowDimension string

// The dimensions. Moves are grouped by at most MaxDimensions of them, each once.
const (
	ByFrom        FlowDimension = "FROM"
	ByTo          FlowDimension = "TO"
	ByPeriod      FlowDimension = "PERIOD" // by FlowQuery.Period
	ByRoleFamily  FlowDimension = "ROLE_FAMILY"
	BySeniority   FlowDimension = "SENIORITY"
	ByFromSector  FlowDimension = "FROM_SECTOR"
	ByToSector    FlowDimension = "TO_SECTOR"
	ByFromCountry FlowDimension = "FROM_COUNTRY"
	ByToCountry   FlowDimension = "TO_COUNTRY"
	ByStatus      FlowDimension = "STATUS"
	ByLanguage    FlowDimension = "LANGUAGE"

	MaxDimensions = 3
)

// FlowOrder is an order of flows. Cells are ordered by From, To, Period, RoleFamily, Seniority, FromSector, ToSector,
// FromCountry, ToCountry, Status, Language, as bytes, and then those that are not Inside before those that are.
type FlowOrder string

// The orders. A reverse order is the exact reverse of the one that it is named after.
const (
	MostMoves  FlowOrder = "MOST_MOVES"  // ties by cell, ascending
	LeastMoves FlowOrder = "LEAST_MOVES" // the reverse
	ByCell     FlowOrder = "CELL"
	ByCellDown FlowOrder = "CELL_DOWN" // the reverse
)

// FlowQuery asks for counts of moves.
type FlowQuery struct {
	Where  MoveFilter
	By     []FlowDimension // without repeats; empty: all moves are in one cell
	Period Period          // of ByPeriod; empty where By has it not
	RollUp bool            // an end counts as its Place.Group; moves from a group to itself are Inside and in cells of their own, also where moves are not grouped by an end
	Order  FlowOrder
	After  *Flow     // only what comes after it in Order
	Limit  int       // at least 1
	At     time.Time // as in Store
}

// Groups reports whether the query groups by a dimension.
func (q FlowQuery) Groups(d FlowDimension) bool { return slices.Contains(q.By, d) }

// Cell is where a move is counted, with Moves zero.
func (q FlowQuery) Cell(m *Move) Flow {
	var f Flow
	for _, d := range q.By {
		switch d {
		case ByFrom:
			f.From = m.From
			if q.RollUp {
				f.From = m.FromPlace.Group
			}
		case ByTo:
			f.To = m.To
			if q.RollUp {
				f.To = m.ToPlace.Group
			}
		case ByPeriod:
			f.Period = q.Period.Cell(MonthOf(m.Date))
		case ByRoleFamily:
			f.RoleFamily = m.RoleFamily
		case BySeniority:
			f.Seniority = m.Seniority
		case ByFromSector:
			f.FromSector = m.FromPlace.Sector
		case ByToSector:
			f.ToSector = m.ToPlace.Sector
		case ByFromCountry:
			f.FromCountry = m.FromPlace.Country
		case ByToCountry:
			f.ToCountry = m.ToPlace.Country
		case ByStatus:
			f.Status = m.Status
		case ByLanguage:
			f.Language = m.Language()
		}
	}
	f.Inside = q.RollUp && m.FromPlace.Group != "" && m.FromPlace.Group == m.ToPlace.Group
	return f
}

// Compare orders flows.
func (o FlowOrder) Compare(a, b Flow) int {
	cell := cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Period, b.Period),
		cmp.Compare(a.RoleFamily, b.RoleFamily), cmp.Compare(a.Seniority, b.Seniority),
		cmp.Compare(a.FromSector, b.FromSector), cmp.Compare(a.ToSector, b.ToSector),
		cmp.Compare(a.FromCountry, b.FromCountry), cmp.Compare(a.ToCountry, b.ToCountry),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.Language, b.Language))
	if cell == 0 && a.Inside != b.Inside {
		cell = -1
		if a.Inside {
			cell = 1
		}
	}
	switch o {
	case ByCell:
		return cell
	case ByCellDown:
		return -cell
	case LeastMoves:
		return -cmp.Or(cmp.Compare(b.Moves, a.Moves), cell)
	}
	return cmp.Or(cmp.Compare(b.Moves, a.Moves), cell)
}

// FlowCount is the pre-aggregated count of current moves from one organization to another in a month.
type FlowCount struct {
	From, To ID     // empty where unknown
	Month    string // "2025-07"; "2025" for moves known only to the year; empty for undated ones
	Status   Status
	Moves    int // how many; in a Commit how many more (less, where negative)
}
