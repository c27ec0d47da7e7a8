package graph

import (
	"fmt"
	"strconv"
	"time"
)

// Date is an ISO 8601 calendar date known to the day ("2025-07-07"), the month ("2025-07") or the year ("2025").
// The zero Date is "unknown". Dates are comparable with ==.
type Date struct {
	Year  int16 // 0 where unknown, else 1000 to 9999
	Month int8  // 0 where only the year is known
	Day   int8  // 0 where only the month is known
}

// Precision says how much of a Date is known.
type Precision string

// The precisions of a Date, coarsest first.
const (
	PrecisionYear  Precision = "YEAR"
	PrecisionMonth Precision = "MONTH"
	PrecisionDay   Precision = "DAY"
)

// ParseDate reads "2025", "2025-07" or "2025-07-07". An empty text is the unknown date. Anything else, and days that
// no calendar has ("2025-13-40"), is ErrInvalid.
func ParseDate(s string) (Date, error) {
	bad := func() (Date, error) {
		return Date{}, fmt.Errorf("%w date %.40q: want YYYY, YYYY-MM or YYYY-MM-DD", ErrInvalid, s)
	}
	if s == "" {
		return Date{}, nil
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return bad()
	}
	for i, c := range []byte(s) {
		if i == 4 || i == 7 {
			if c != '-' {
				return bad()
			}
		} else if c < '0' || c > '9' {
			return bad()
		}
	}
	var d Date
	y, _ := strconv.Atoi(s[:4])
	d.Year = int16(y)
	if len(s) >= 7 {
		m, _ := strconv.Atoi(s[5:7])
		d.Month = int8(m)
	}
	if len(s) == 10 {
		n, _ := strconv.Atoi(s[8:10])
		d.Day = int8(n)
	}
	if !d.valid(len(s)) {
		return bad()
	}
	return d, nil
}

func (d Date) valid(length int) bool {
	if d.Year < 1000 || length >= 7 && (d.Month < 1 || d.Month > 12) {
		return false
	}
	return length < 10 || d.Day >= 1 && int(d.Day) <= daysIn(int(d.Year), int(d.Month))
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// number counts the days of a date known to the day from a day long ago, as the Gregorian calendar has them; it is
// fast, for fusing compares many dates.
func (d Date) number() int {
	y, m := int(d.Year), int(d.Month)
	if m < 3 { // years begin in March, so that the leap day comes last
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + int(d.Day)
}

// DateOf is the UTC day of t.
func DateOf(t time.Time) Date {
	t = t.UTC()
	return Date{int16(t.Year()), int8(t.Month()), int8(t.Day())}
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Year == 0 }

// String is the ISO 8601 text, empty where the date is unknown. The texts of known dates sort by time, a coarse date
// before the finer ones within it.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Precision of a known date; empty where the date is unknown.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return PrecisionYear
	case d.Day == 0:
		return PrecisionMonth
	}
	return PrecisionDay
}

// First is the first day that the date may mean: 2025 → 2025-01-01. Unknown stays unknown.
func (d Date) First() Date {
	if d.Year == 0 {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last is the last day that the date may mean: 2025-02 → 2025-02-28. Unknown stays unknown.
func (d Date) Last() Date {
	if d.Year == 0 {
		return d
	}
	if d.Month == 0 {
		d.Month = 12
		d.Day = 0
	}
	if d.Day == 0 {
		d.Day = int8(daysIn(int(d.Year), int(d.Month)))
	}
	return d
}

// Compare orders known dates by time, a coarse date before the finer ones within it, and the unknown date before all.
func (d Date) Compare(e Date) int {
	if d.Year != e.Year {
		return int(d.Year) - int(e.Year)
	}
	if d.Month != e.Month {
		return int(d.Month) - int(e.Month)
	}
	return int(d.Day) - int(e.Day)
}

// Contains reports whether every day that e may mean is one that d may mean: 2025 contains 2025-07-07. The unknown
// date contains nothing and is contained in nothing.
func (d Date) Contains(e Date) bool {
	return d.Year != 0 && d.Year == e.Year && (d.Month == 0 || d.Month == e.Month && (d.Day == 0 || d.Day == e.Day))
}

// Compatible reports whether both dates may mean the same day; an unknown date fits every date.
func (d Date) Compatible(e Date) bool {
	return d.IsZero() || e.IsZero() || d.Contains(e) || e.Contains(d)
}

// Time is midnight UTC at the start of First; the zero time where the date is unknown.
func (d Date) Time() time.Time {
	if d.Year == 0 {
		return time.Time{}
	}
	f := d.First()
	return time.Date(int(f.Year), time.Month(f.Month), int(f.Day), 0, 0, 0, 0, time.UTC)
}

// DaysUntil counts the days from the start of d to the start of e; 0 where either is unknown.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return e.First().number() - d.First().number()
}

// MarshalText writes the ISO 8601 text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}
