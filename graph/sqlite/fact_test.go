package sqlite

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

func TestPackColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := uint64(1)<<rapid.IntRange(0, 63).Draw(t, "bits") | 1
		values := rapid.SliceOf(rapid.Uint64Range(0, most)).Draw(t, "values")
		body := packColumn(values)
		got, err := unpackColumn(make([]uint64, rapid.IntRange(0, 9).Draw(t, "room")), body)
		if err != nil || !slices.Equal(got, values) {
			t.Fatalf("%v, %v, want %v", got, err, values)
		}
		if n := rapid.IntRange(0, len(body)-1).Draw(t, "cut"); len(values) > 0 && values[0] > 0 {
			if _, err := unpackColumn(nil, body[:n]); !errors.Is(err, errTorn) {
				t.Fatalf("%d bytes of %d: %v", n, len(body), err)
			}
		}
	})
}

func TestFactBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var x fact
		for i := range x.values {
			x.values[i] = rapid.Uint64().Draw(t, "value")
		}
		x.values[factSources] = uint64(rapid.IntRange(0, 3).Draw(t, "sources"))
		for range x.values[factSources] {
			var s [factColumns - factArticle]uint64
			for k := range s {
				s[k] = rapid.Uint64().Draw(t, "of source")
			}
			x.sources = append(x.sources, s)
		}
		body := appendFact(nil, &x)
		if got, err := readFact(body); err != nil || !reflect.DeepEqual(got, x) {
			t.Fatalf("%v, %v, want %v", got, err, x)
		}
		if _, err := readFact(body[:rapid.IntRange(0, len(body)-1).Draw(t, "cut")]); !errors.Is(err, errTorn) {
			t.Fatalf("cut: %v", err)
		}
	})
}

func FuzzUnpackColumn(f *testing.F) {
	f.Add(packColumn([]uint64{1, 2, 3}))
	f.Add(packColumn([]uint64{1 << 60, 0}))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		if values, err := unpackColumn(nil, body); err == nil && len(values) > mostValues {
			t.Fatalf("%d values of %d bytes", len(values), len(body))
		}
	})
}

// What is told of a move's words without reading the move is what reading it tells.
func TestMoveWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"acme", "ada", "quill", "research", "of", "nobody"})
		ids := rapid.SampledFrom([]graph.ID{"", "org_a", "org_abcdefghijklmnopqrstuvwxyz"})
		m := graph.Move{ID: ids.Draw(t, "id"), Person: ids.Draw(t, "person"), From: ids.Draw(t, "from"), To: ids.Draw(t, "to"), Status: graph.Completed, RoleFamily: "OF_ANOTHER_KIND",
			Date: graph.Date{Year: 2025}, Confidence: 0.5, Words: rapid.SliceOfDistinct(word, rapid.ID[string]).Draw(t, "words")}
		slices.Sort(m.Words)
		words := rapid.SliceOfDistinct(word, rapid.ID[string]).Draw(t, "asked")
		d := decode(moveBody(m, nil, nil))
		want := !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(m.Words, w) })
		if got := d.moveWords(words); got != want || d.err() != nil {
			t.Fatalf("%q in %q: %t, %v", words, m.Words, got, d.err())
		}
	})
}
