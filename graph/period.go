package graph

import "fmt"

// Period is a span of the calendar to count by.
type Period string

// The periods. A move whose date is too coarse for the period is counted in a cell of its own coarseness: a move of
// "2025" grouped by MONTH or QUARTER is in the cell "2025".
const (
	Month   Period = "MONTH"
	Quarter Period = "QUARTER"
	Year    Period = "YEAR"
)

// Cell names the period's cell that holds a month as FlowCount has it: ("2025-07", Quarter) → "2025-Q3".
func (p Period) Cell(month string) string {
	switch {
	case p == "":
		return ""
	case p == Month || len(month) < 7:
		return month
	case p == Year:
		return month[:4]
	}
	m := int(month[5]-'0')*10 + int(month[6]-'0')
	return month[:5] + "Q" + string(rune('1'+(m-1)/3))
}

// MonthOf is the month of a move's date as FlowCount has it.
func MonthOf(d Date) string { return Date{Year: d.Year, Month: d.Month}.String() }

// Months lists the months, as FlowCount has them, that the period's cell counts: Cell of each of them is this one.
func (p Period) Months(cell string) []string {
	switch {
	case p == Month || cell == "":
		return []string{cell}
	case p == Quarter && len(cell) == 4: // known to the year only
		return []string{cell}
	case p == Year:
		months := []string{cell}
		for m := 1; m <= 12; m++ {
			months = append(months, fmt.Sprintf("%s-%02d", cell, m))
		}
		return months
	case len(cell) != 7 || cell[6] < '1' || cell[6] > '4':
		return nil
	}
	var months []string
	for m := int(cell[6]-'1')*3 + 1; len(months) < 3; m++ {
		months = append(months, fmt.Sprintf("%s%02d", cell[:5], m))
	}
	return months
}
