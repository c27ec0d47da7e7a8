package eval

import (
	"fmt"
	"testing"
)

// TestUnread: about a fifth of the gold is kept aside and unread, of the siblings, all of which are trained on, about a third is unread, those of one
// sample together.
func TestUnread(t *testing.T) {
	gold, siblings := 0, 0
	for i := range 1000 {
		if g := (Gold{ID: fmt.Sprintf("plain-en-%04d", i)}); g.Unread() {
			gold++
			if !g.Kept() {
				t.Errorf("%s is unread and not kept aside", g.ID)
			}
		}
		a, b := Gold{ID: fmt.Sprintf("sibling-en-plain-%02d-1-%02d", i/6, i%6*2+1)}, Gold{ID: fmt.Sprintf("sibling-en-plain-%02d-3-%02d", i/6, i%6*2+2)}
		if a.Unread() {
			siblings++
		}
		if a.Family() != b.Family() || a.Unread() != b.Unread() || a.Kept() || b.Kept() {
			t.Errorf("%s and %s were written after one sample and are not together, or kept from training", a.ID, b.ID)
		}
	}
	if gold < 150 || gold > 250 || siblings < 270 || siblings > 400 {
		t.Errorf("%d of 1000 gold articles are unread, %d siblings", gold, siblings)
	}
}

// TestFamily: the sample that a sibling was written after.
func TestFamily(t *testing.T) {
	for _, c := range []struct{ id, family string }{
		{"en-0007", "en-0007"}, {"sibling-fr-plain-01-1-01", "sibling-fr-plain-01-1"}, {"sibling-fr-plain-01-1-02", "sibling-fr-plain-01-1"},
		{"sibling-fr-plain-01-11-03", "sibling-fr-plain-01-2"}, {"sibling-fr-plain-01-2-12", "sibling-fr-plain-01-6"}, {"lesson-de-2-04-11", "lesson-de-2-04-11"},
	} {
		g := Gold{ID: c.id}
		if g.Family() != c.family {
			t.Errorf("family of %s: %s", c.id, g.Family())
		}
	}
}
