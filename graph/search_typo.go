package graph

import (
	"slices"
	"strings"
)

// The bounds of looking for what was meant: shorter words are too often other words, and more words than these are left as typed.
const (
	leastTypo   = 4
	longestTypo = 24
	typoWords   = 3
	typoFound   = 20 // names that one way of reading may find
	typoScore   = 0.5
)

// meant are the keys that a text with one slip in one of its words may have been meant to begin: a letter too many, one too few,
// a wrong one, or two that changed places. Sorted, without repeats and without the text itself.
func meant(words []string) []string {
	if len(words) > typoWords {
		return nil
	}
	var all []string
	for i, w := range words {
		if len(w) < leastTypo || len(w) > longestTypo {
			continue
		}
		// The other words first, because what follows them is looked up by its beginning.
		before := strings.Join(slices.Concat(words[i+1:], words[:i]), " ")
		if before != "" {
			before += " "
		}
		for _, v := range slips(w) {
			all = append(all, before+v)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(all, func(s string) bool { return s == strings.Join(words, " ") })
}

// slips are the words that one slip away from a word of ASCII letters and digits.
func slips(w string) []string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	list := make([]string, 0, 54*len(w)+26)
	for i := range len(w) + 1 {
		for _, l := range letters {
			list = append(list, w[:i]+string(l)+w[i:])
			if i < len(w) {
				list = append(list, w[:i]+string(l)+w[i+1:])
			}
		}
		if i < len(w) {
			list = append(list, w[:i]+w[i+1:])
		}
		if i+1 < len(w) {
			list = append(list, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:])
		}
	}
	return list
}

// misread ranks names that were found by other readings of a text, below all that the text itself finds.
func misread(names []Name, prefixes []string, known []scored) []scored {
	var list []scored
	for _, n := range names {
		if slices.ContainsFunc(known, func(s scored) bool { return s.ID == n.ID }) {
			continue
		}
		i, ok := slices.BinarySearch(prefixes, n.Key)
		if !ok {
			i--
		}
		for ; i >= 0 && !strings.HasPrefix(n.Key, prefixes[i]); i-- {
			if prefixes[i] == "" || prefixes[i][0] != n.Key[0] {
				i = -1
				break
			}
		}
		if i < 0 {
			continue
		}
		s := scored{n, typoScore * float64(len(prefixes[i])) / float64(len(n.Key))}
		if rest := n.Key[len(prefixes[i]):]; rest == "" || rest[0] == ' ' { // a whole word
			s.score += typoScore / 4
		}
		list = append(list, s)
	}
	return list
}
