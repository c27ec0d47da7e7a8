package graph

import (
	"slices"
	"strings"
)

// OrganizationKey is the folded name by which an organization is found: articles at the start, legal forms, "Group" and
// "Holding" at the end, Groupe, Grupo, Gruppo and Gruppe at the start, and the words for "and" are dropped while
// something remains; "S.p.A." and "J. P." are one word each. "Acme Robotics", "The Acme Robotics Inc." and "ACME
// Robotics, Inc" have one key. The key of a key is that key. It is empty only where the name has no letter or digit.
func OrganizationKey(name string) string {
	if words, ok := plainWords(name); ok {
		return organizationKey(words)
	}
	return organizationKey(organizationWords(name))
}

// plainWords splits the many names of ASCII words between spaces, commas, hyphens and brackets, with full stops after
// words at most, as organizationWords would, only faster.
func plainWords(name string) ([]string, bool) {
	if strings.HasPrefix(strings.TrimLeft(name, " ,-/()"), "LA") { // perhaps Los Angeles
		return nil, false
	}
	letters := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
			letters++
		case c == ' ', c == ',', c == '-', c == '/', c == '(', c == ')':
			letters = 0
		case c == '.' && letters > 1 && (i+1 == len(name) || name[i+1] == ' ' || name[i+1] == ',' || name[i+1] == ')'):
			letters = 0
		default:
			return nil, false
		}
	}
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), true
}

// organizationWords folds a name and joins what is one word in names of organizations.
func organizationWords(name string) []string {
	toks := foldTokens(name)
	words := make([]string, 0, len(toks)+1)
	var joined []string // the parts of a word that goes on
	finish := func() {
		if len(joined) > 0 {
			words = append(words, strings.Join(joined, ""))
			joined = joined[:0]
		}
	}
	for i, t := range toks {
		word := t.word
		// French and Italian elision: the article before the apostrophe goes.
		if i == 0 && t.lead > 0 && t.lead < len(word) && elided[word[:t.lead]] {
			word = word[t.lead:]
		}
		// "LA Times", where it is no article, but not "LA POSTE".
		if i == 0 && word == "la" && t.upper && len(toks) > 1 && !toks[1].upper {
			word = "losangeles"
		}
		if i > 0 {
			prev := toks[i-1].word
			switch {
			case t.sep == "&" && len(prev) <= 2 && len(word) <= 2, // AT&T, A&O
				t.sep == "." && len(prev) == 1 && len(word) <= 2,                  // E.ON, S.p.A.
				strings.HasPrefix(t.sep, ".") && len(prev) == 1 && len(word) == 1: // J. P.
				joined = append(joined, word)
				continue
			}
			finish()
			if strings.HasPrefix(t.sep, "+") && t.sep != "+" { // Canal+ Group
				words = append(words, "plus")
			}
		}
		joined = append(joined, word)
	}
	finish()
	if len(toks) > 0 && strings.HasPrefix(toks[len(toks)-1].end, "+") {
		words = append(words, "plus")
	}
	return words
}

// organizationKey drops what does not tell organizations apart, until nothing more can be dropped.
func organizationKey(words []string) string {
	for range 20 {
		n := len(words)
		words = joinSingleLetters(words)
		words = dropStart(words)
		words = dropEnd(words)
		words = dropConjunctions(words)
		if len(words) == n {
			break
		}
	}
	return strings.Join(words, " ")
}

func joinSingleLetters(words []string) []string {
	if !slices.ContainsFunc(words, isSingleLetter) {
		return words
	}
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		end := i + 1
		for isSingleLetter(words[i]) && end < len(words) && isSingleLetter(words[end]) {
			end++
		}
		out = append(out, strings.Join(words[i:end], ""))
		i = end
	}
	return out
}

func isSingleLetter(w string) bool { return len(w) == 1 && w[0] >= 'a' }

func dropStart(words []string) []string {
	for len(words) > 1 && (articleWords[words[0]] || groupWords[words[0]] && words[0] != "group" || words[0] == "pt" && words[len(words)-1] == "tbk") {
		if rest := dropEnd(words[1:]); len(rest) == 1 && (len(rest[0]) < 3 || legalForms[rest[0]]) {
			break
		}
		words = words[1:]
	}
	return words
}

func dropEnd(words []string) []string {
	for len(words) > 1 {
		last := words[len(words)-1]
		switch {
		case len(words) > 2 && legalPairs[[2]string{words[len(words)-2], last}]:
			words = words[:len(words)-2]
		case legalForms[last], groupWords[last], conjunctions[last]:
			words = words[:len(words)-1]
		default:
			return words
		}
	}
	return words
}

// dropConjunctions drops the words for "and" between others.
func dropConjunctions(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return conjunctions[w] }) {
		return words
	}
	out := make([]string, 0, len(words))
	for i, w := range words {
		if i > 0 && i < len(words)-1 && conjunctions[w] {
			continue
		}
		out = append(out, w)
	}
	return out
}

var (
	elided       = set(`l d dell all dall nell sull un`)
	articleWords = set(`the le la les l der die das dem den el los las il lo gli o a os`)
	conjunctions = set(`and und et y e ed`)
	groupWords   = set(`group groupe gruppe grupo gruppo holding holdings`)
	legalForms   = set(`inc incorporated corp corporation co company ltd limited llc llp lp plc pbc
		sa sas sasu sarl eurl sca scop cie gmbh mbh ag se kgaa kg ohg ev nv bv bvba spa srl srls scarl
		ltda eireli lda sl slu slp sau sab cv sapi oy oyj ab asa aps as pty pte pvt bhd sdn tbk pjsc jsc kk ojsc pao oao ooo
		aktiengesellschaft societe anonyme sgps`)
	// legalPairs are two words that only together are a legal form.
	legalPairs = map[[2]string]bool{{"de", "cv"}: true, {"de", "rl"}: true, {"and", "co"}: true}
)
