package graph

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]Date{"": {}, "2025": {Year: 2025}, "2025-07": {Year: 2025, Month: 7}, "2024-02-29": {2024, 2, 29}} {
		got, err := ParseDate(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("ParseDate(%q) = %+v (%s), %v", text, got, got, err)
		}
	}
	for _, text := range []string{"2025-13-40", "2025-02-29", "2025-00", "0999", "2025-7-7", "2025/07/07", "20250707", "2025-07-07T00:00:00Z", "٢٠٢٥"} {
		if d, err := ParseDate(text); !errors.Is(err, ErrInvalid) {
			t.Errorf("ParseDate(%q) = %s, %v, want ErrInvalid", text, d, err)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025", "2025-07", "2025-07-07", "2025-13-40", "-001-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Errorf("ParseDate(%q) writes as %q", s, d)
		}
	})
}

// anyDate draws a date of any precision by way of the standard library's calendar.
func anyDate(t *rapid.T) Date {
	d := DateOf(time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 3_000_000).Draw(t, "day")))
	switch rapid.IntRange(0, 3).Draw(t, "precision") {
	case 0:
		d.Day = 0
	case 1:
		d.Month, d.Day = 0, 0
	}
	return d
}

func TestDatesAgreeWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDate(t), anyDate(t)
		if got, want := d.DaysUntil(e), int(e.Time().Sub(d.Time())/(24*time.Hour)); e.Year-d.Year < 250 && d.Year-e.Year < 250 && got != want {
			t.Fatalf("from %s to %s are %d days, want %d", d, e, got, want)
		}
		if next := DateOf(d.Last().Time().AddDate(0, 0, 1)); d.Contains(next) || !d.Contains(d.Last()) || !d.Contains(d.First()) {
			t.Fatalf("%s runs from %s to %s", d, d.First(), d.Last())
		}
		if read, err := ParseDate(d.String()); err != nil || read != d {
			t.Fatalf("%s reads as %s, %v", d, read, err)
		}
		if c := d.Compare(e); (c < 0) != (d.String() < e.String()) || (c == 0) != (d == e) {
			t.Fatalf("%s and %s compare as %d", d, e, c)
		}
		if d.Compatible(e) != (d.Contains(e) || e.Contains(d)) {
			t.Fatalf("%s and %s", d, e)
		}
	})
}
