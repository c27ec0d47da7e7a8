package graph

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// TestDateGQL: a date comes back from its GraphQL text as it was; the unknown date is null.
func TestDateGQL(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date{Year: int16(rapid.IntRange(1000, 9999).Draw(t, "year"))}
		if d.Month = int8(rapid.IntRange(0, 12).Draw(t, "month")); d.Month > 0 {
			d.Day = int8(rapid.IntRange(0, 28).Draw(t, "day"))
		}
		var b bytes.Buffer
		d.MarshalGQL(&b)
		var back Date
		if err := back.UnmarshalGQL(b.String()[1 : b.Len()-1]); err != nil || back != d {
			t.Fatalf("%s came back as %v, %v", b.String(), back, err)
		}
	})
	var b bytes.Buffer
	Date{}.MarshalGQL(&b)
	if b.String() != "null" {
		t.Errorf("the unknown date is %s", b.String())
	}
	d := Date{Year: 2025}
	if err := d.UnmarshalGQL(nil); err != nil || !d.IsZero() {
		t.Errorf("null is %v, %v", d, err)
	}
	for _, v := range []any{"", "2025-13", "x", 2025, true, []any{}} {
		if err := d.UnmarshalGQL(v); !errors.Is(err, ErrInvalid) {
			t.Errorf("%v: error %v", v, err)
		}
	}
}

// TestIDGQL: only what has the form of an ID is one.
func TestIDGQL(t *testing.T) {
	want := NewArticleID("https://news.example/1", "", "text")
	var b bytes.Buffer
	want.MarshalGQL(&b)
	var got ID
	if err := got.UnmarshalGQL(b.String()[1 : b.Len()-1]); err != nil || got != want {
		t.Errorf("%s came back as %s, %v", b.String(), got, err)
	}
	for _, v := range []any{nil, "", "art_", string(want) + "x", "xyz" + string(want[3:]), "ART" + string(want[3:]), 5} {
		if err := got.UnmarshalGQL(v); !errors.Is(err, ErrInvalid) {
			t.Errorf("%v: error %v", v, err)
		}
	}
}
