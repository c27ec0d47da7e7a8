package graph

import "strings"

// RoleFamily is the kind of work that a role is about.
type RoleFamily string

// The role families. Executive is general management: heads of a whole organization, country or division whose role
// names no other field.
const (
	Engineering  RoleFamily = "ENGINEERING"
	Research     RoleFamily = "RESEARCH"
	Product      RoleFamily = "PRODUCT"
	Design       RoleFamily = "DESIGN"
	Sales        RoleFamily = "SALES"
	Marketing    RoleFamily = "MARKETING" // with communication and public relations
	Finance      RoleFamily = "FINANCE"   // with banking, investment, audit and risk
	Legal        RoleFamily = "LEGAL"
	HR           RoleFamily = "HR"
	Operations   RoleFamily = "OPERATIONS"
	Executive    RoleFamily = "EXECUTIVE"
	Editorial    RoleFamily = "EDITORIAL" // journalism, publishing, broadcasting
	Academic     RoleFamily = "ACADEMIC"
	Medical      RoleFamily = "MEDICAL"
	PublicOffice RoleFamily = "PUBLIC_OFFICE" // ministers, members of parliaments, judges, diplomats, officials
	Sport        RoleFamily = "SPORT"
	OtherFamily  RoleFamily = "OTHER" // a role that names none of these fields
)

// RoleFamilies lists the role families.
func RoleFamilies() []RoleFamily {
	return []RoleFamily{Engineering, Research, Product, Design, Sales, Marketing, Finance, Legal, HR, Operations,
		Executive, Editorial, Academic, Medical, PublicOffice, Sport, OtherFamily}
}

// Seniority is the level of a role.
type Seniority string

// The levels, in rising order as far as organizations can be compared. Partner and Board stand beside the line: owners
// of a firm, and members and chairs of boards of directors or trustees without executive duty.
const (
	Intern       Seniority = "INTERN" // trainees and students
	Junior       Seniority = "JUNIOR"
	Professional Seniority = "PROFESSIONAL" // no level is named
	Senior       Seniority = "SENIOR"       // senior, staff, principal, professor
	Manager      Seniority = "MANAGER"
	Lead         Seniority = "LEAD" // heads a field, team or house of the trade: head of, lead, chief engineer, editor in chief
	Director     Seniority = "DIRECTOR"
	VP           Seniority = "VP"      // with the deputies of C_LEVEL
	CLevel       Seniority = "C_LEVEL" // heads of an organization or of one of its functions, founders, ministers, rectors
	Partner      Seniority = "PARTNER"
	Board        Seniority = "BOARD"
)

// Seniorities lists the levels in the order above.
func Seniorities() []Seniority {
	return []Seniority{Intern, Junior, Professional, Senior, Manager, Lead, Director, VP, CLevel, Partner, Board}
}

// ClassifyRole reads a role as stated in one of the six languages ("directrice financière") into its family and level.
// The field that the role names most plainly decides, then the first one. A role that names no field is Executive where
// its level is one of general management, else OtherFamily; one that names no level is Professional. Both are empty for
// a text without letters.
func ClassifyRole(role string) (RoleFamily, Seniority) {
	words := roleWords(role)
	if len(words) == 0 {
		return "", ""
	}
	level := Seniority(levelTable.classify(words))
	if level == "" {
		level = Professional
	}
	family := RoleFamily(familyTable.classify(words))
	if family == "" {
		family = OtherFamily
		switch level {
		case CLevel, VP, Director, Board:
			family = Executive
		case Lead:
			if len(words) > 1 || words[0] != "chef" { // a cook, in English
				family = Executive
			}
		}
	}
	return family, level
}

// roleWords folds a role, splits elisions (l'IA) and joins the letters of abbreviations (C.E.O., R&D).
func roleWords(role string) []string {
	if len(role) > maxRole {
		role = role[:maxRole]
	}
	var words []string
	for i, t := range foldTokens(role) {
		if t.lead > 0 && t.lead < len(t.word) && t.lead <= 4 {
			words = append(words, t.word[:t.lead], t.word[t.lead:])
			continue
		}
		if i > 0 && len(t.word) == 1 && len(words[len(words)-1]) <= 2 && (t.sep == "&" || strings.HasPrefix(t.sep, ".")) {
			words[len(words)-1] += t.word
			continue
		}
		words = append(words, t.word)
	}
	return words
}

// maxRole bounds the work on what cannot be a role.
const maxRole = 400

// classify gives the meaning with the greatest weight, of two the first in the text; empty for none.
func (p *rolePatterns) classify(words []string) string {
	var best roleMeaning
	for i, w := range words {
		for _, m := range []roleMeaning{p.phraseAt("", words[i:]), p.phraseAt(w, words[i:]), p.word(w)} {
			if m.weight > best.weight {
				best = m
			}
		}
	}
	return best.value
}

func (p *rolePatterns) word(w string) roleMeaning {
	best := p.words[w]
	for _, a := range p.affixes {
		if a.weight > best.weight && matchRoleWord(a.pattern, w) {
			best = a.roleMeaning
		}
	}
	return best
}

func (p *rolePatterns) phraseAt(first string, words []string) roleMeaning {
	var best roleMeaning
	for _, ph := range p.phrases[first] {
		if ph.weight <= best.weight || len(ph.words) > len(words) {
			continue
		}
		fits := true
		for i, pattern := range ph.words {
			if !matchRoleWord(pattern, words[i]) {
				fits = false
				break
			}
		}
		if fits {
			best = ph.roleMeaning
		}
	}
	return best
}

// matchRoleWord matches a word with "word", "stem*", "*ending" or "*".
func matchRoleWord(pattern, word string) bool {
	if stem, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(word, stem)
	}
	if ending, ok := strings.CutPrefix(pattern, "*"); ok {
		return len(word) > len(ending) && strings.HasSuffix(word, ending)
	}
	return word == pattern
}
