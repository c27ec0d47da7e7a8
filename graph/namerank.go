package graph

import "unicode"

// caseRank is 0 for a name in mixed case, 1 for one in a single case.
func caseRank(name string) int {
	upper, lower := false, false
	for _, r := range name {
		upper = upper || unicode.IsUpper(r)
		lower = lower || unicode.IsLower(r)
	}
	if upper && lower || !upper && !lower {
		return 0
	}
	return 1
}

// nonASCII counts the letters of a name that ASCII lacks.
func nonASCII(name string) int {
	n := 0
	for _, r := range name {
		if r >= 0x80 && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
