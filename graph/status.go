package graph

import "fmt"

// Status is how far a move has come by what is said of it.
type Status string

// The life cycle of a move.
const (
	Rumored   Status = "RUMORED"   // hearsay, talks, a conditional
	Announced Status = "ANNOUNCED" // said by those concerned, not yet done
	Completed Status = "COMPLETED" // done
	Denied    Status = "DENIED"    // denied, refused or called off
)

// Statuses in the order of the life cycle.
func Statuses() []Status { return []Status{Rumored, Announced, Completed, Denied} }

// ParseStatus reads a status in any case; anything else is ErrInvalid.
func ParseStatus(s string) (Status, error) {
	for _, x := range Statuses() {
		if equalFoldASCII(string(x), s) {
			return x, nil
		}
	}
	return "", fmt.Errorf("%w status %.40q: want rumored, announced, completed or denied", ErrInvalid, s)
}

func equalFoldASCII(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		x, y := a[i]|0x20, b[i]|0x20
		if x != y {
			return false
		}
	}
	return true
}
