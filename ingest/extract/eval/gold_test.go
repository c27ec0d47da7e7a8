package eval

import (
	"fmt"
	"testing"
)

// TestKept: about a fifth of the gold is kept aside, of the siblings about a third, those of one sample together.
func TestKept(t *testing.T) {
	gold, siblings := 0, 0
	for i := range 1000 {
		if (Gold{ID: fmt.Sprintf("plain-en-%04d", i)}).Kept() {
			gold++
		}
		a, b := Gold{ID: fmt.Sprintf("sibling-en-plain-%02d-1-%02d", i/6, i%6*2+1)}, Gold{ID: fmt.Sprintf("sibling-en-plain-%02d-3-%02d", i/6, i%6*2+2)}
		if a.Kept() {
			siblings++
		}
		if a.Family() != b.Family() || a.Kept() != b.Kept() {
			t.Errorf("%s and %s were written after one sample and are not kept together", a.ID, b.ID)
		}
	}
	if gold < 150 || gold > 250 || siblings < 270 || siblings > 400 {
		t.Errorf("%d of 1000 gold articles are kept aside, %d siblings", gold, siblings)
	}
}
