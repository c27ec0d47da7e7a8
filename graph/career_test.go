package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// careerMove is a move to be put in time: its ends are names, of which "a1" and "a2" are parts of "a".
func careerMove(id, from, to, date, reported string, status Status) Move {
	end := func(name string) (ID, Place) {
		if name == "" {
			return "", Place{}
		}
		return ID(name), Place{Group: ID(name[:1])}
	}
	m := Move{ID: ID(id), Date: day(date), Reported: day(reported), Status: status}
	m.From, m.FromPlace = end(from)
	m.To, m.ToPlace = end(to)
	return m
}

func TestStays(t *testing.T) {
	for _, c := range []struct {
		name                  string
		to, date, said, ended string
		status                Status
		day                   string
		want                  bool
	}{
		{"on the day of the arrival", "a", "2025-03-10", "", "", Completed, "2025-03-10", true},
		{"the day before", "a", "2025-03-10", "", "", Completed, "2025-03-09", false},
		{"years later, where nothing tells the end", "a", "2025-03-10", "", "", Announced, "2040", true},
		{"in the month of the arrival", "a", "2025-03-10", "", "", Completed, "2025-03", true},
		{"in the year of the arrival", "a", "2025-03-10", "", "", Completed, "2025", true},
		{"in the year before", "a", "2025-03-10", "", "", Completed, "2024", false},
		{"on the first day that a coarse date may mean", "a", "2025-03", "", "", Completed, "2025-03-01", true},
		{"before a coarse date", "a", "2025", "", "", Completed, "2024-12-31", false},
		{"on the day of the departure", "a", "2025-03-10", "", "2025-06-20", Completed, "2025-06-20", true},
		{"the day after", "a", "2025-03-10", "", "2025-06-20", Completed, "2025-06-21", false},
		{"in the month of the departure", "a", "2025-03-10", "", "2025-06-20", Completed, "2025-06", true},
		{"on the last day of a coarse departure", "a", "2025-03-10", "", "2025-06", Completed, "2025-06-30", true},
		{"after a coarse departure", "a", "2025-03-10", "", "2025", Completed, "2026-01-01", false},
		{"undated, from the report on", "a", "", "2025-04-02", "", Completed, "2025-04-02", true},
		{"undated, before the report", "a", "", "2025-04-02", "", Completed, "2025-04-01", false},
		{"dated, whatever the report", "a", "2025-03-10", "2025-04-02", "", Completed, "2025-03-10", true},
		{"without any date", "a", "", "", "", Completed, "2025", false},
		{"hearsay", "a", "2025-03-10", "", "", Rumored, "2025-04", false},
		{"denied", "a", "2025-03-10", "", "", Denied, "2025-04", false},
		{"to nowhere", "", "2025-03-10", "", "", Completed, "2025-04", false},
	} {
		m := careerMove("m", "b", c.to, c.date, c.said, c.status)
		m.Ended = day(c.ended)
		if got := m.Stays(day(c.day)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEndStays(t *testing.T) {
	for _, c := range []struct {
		name  string
		moves []Move
		want  string // Ended of the move "m"
	}{
		{"nothing else", nil, ""},
		{"a departure", []Move{careerMove("n", "a", "", "2026-02", "", Completed)}, "2026-02"},
		{"the next of two departures", []Move{careerMove("n", "a", "c", "2027", "", Completed), careerMove("o", "a", "d", "2026-02", "", Completed)}, "2026-02"},
		{"a departure announced", []Move{careerMove("n", "a", "c", "2026-02", "", Announced)}, "2026-02"},
		{"a departure rumored", []Move{careerMove("n", "a", "c", "2026-02", "", Rumored)}, ""},
		{"a departure denied, then one that is not", []Move{careerMove("n", "a", "c", "2026-02", "", Denied), careerMove("o", "a", "c", "2027", "", Completed)}, "2027"},
		{"an undated departure ends with its report", []Move{careerMove("n", "a", "c", "", "2026-05-01", Completed)}, "2026-05-01"},
		{"a departure from a part", []Move{careerMove("n", "a1", "c", "2026-02", "", Completed)}, "2026-02"},
		{"from one part to another", []Move{careerMove("n", "a1", "a2", "2026-02", "", Completed)}, "2026-02"},
		{"a departure from elsewhere", []Move{careerMove("n", "b", "c", "2026-02", "", Completed)}, ""},
		{"a departure before the arrival", []Move{careerMove("n", "a", "b", "2024", "", Completed)}, ""},
		{"a departure that may be of the same time", []Move{careerMove("n", "a", "c", "2025", "", Completed)}, "2025"},
		{"an arrival elsewhere that tells of no departure", []Move{careerMove("n", "", "c", "2026-02", "", Completed)}, ""},
		{"back and away again", []Move{careerMove("n", "a", "c", "2026", "", Completed), careerMove("o", "c", "a", "2027", "", Completed), careerMove("p", "a", "d", "2028", "", Completed)}, "2026"},
	} {
		moves := append([]Move{careerMove("m", "b", "a", "2025-03", "", Completed)}, c.moves...)
		for range 20 {
			rand.Shuffle(len(moves), func(i, j int) { moves[i], moves[j] = moves[j], moves[i] })
			EndStays(moves)
			i := slices.IndexFunc(moves, func(m Move) bool { return m.ID == "m" })
			if got := moves[i].Ended.String(); got != c.want {
				t.Errorf("%s: ended %q, want %q", c.name, got, c.want)
				break
			}
		}
	}
}

// The order in time does not depend on the order in which the moves come, not even where dates that are told coarsely let
// three moves each follow the one before in a ring; and moves whose dates exclude each other are in the order of these.
func TestInTimeWhateverTheOrder(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		names := []string{"a", "a1", "b", "c", ""}
		dates := []string{"2025", "2025-01", "2025-03", "2025-03-02", "2026", ""}
		moves := make([]Move, 1+r.IntN(6))
		for i := range moves {
			moves[i] = careerMove(fmt.Sprint("m", i), names[r.IntN(5)], names[r.IntN(5)], dates[r.IntN(6)], dates[r.IntN(6)], Completed)
		}
		want := slices.Clone(moves)
		InTime(want)
		for range 10 {
			got := slices.Clone(moves)
			r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
			InTime(got)
			for i := range got {
				if got[i].ID != want[i].ID {
					t.Fatalf("seed %d: %v in another order than %v", seed, got, want)
				}
			}
		}
		for i, m := range want {
			for _, n := range want[i+1:] {
				if a, b := m.when(), n.when(); !a.Compatible(b) && a.First().Compare(b.First()) > 0 {
					t.Fatalf("seed %d: %s stands before %s", seed, a, b)
				}
			}
		}
	}
}
