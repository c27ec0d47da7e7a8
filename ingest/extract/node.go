package extract

// The kinds of nodes; the letters are those of frame patterns.
const (
	kindWord   byte = 'w'
	kindPerson byte = 'P'
	kindOrg    byte = 'O'
	kindName   byte = 'X' // a name that may be either
	kindRole   byte = 'R'
	kindDate   byte = 'D'
	kindPlace  byte = 'L'
	kindWhere  byte = 'W'
	kindNumber byte = 'N'
)

// reference says how a node points to its person or organization.
type reference uint8

const (
	refName      reference = iota
	refHe                  // a pronoun: he, him, his
	refShe                 // she
	refThey                // a pronoun without gender, or plural
	refRelative            // who, which: the one just named
	refDescribed           // "the executive", "the company"
	refWhere               // where, there
	refFirst               // "the former": the first of two just named
	refSecond              // "the latter"
	refThird               // "le troisième"
	refSelf                // "I"
	refUnknown             // "a rival", "another firm": explicitly not named
)

// tense of an affiliation.
type tense uint8

const (
	present tense = iota
	past
	coming
)

// affiliation ties the person of a node to an organization by the way the node is phrased.
type affiliation struct {
	org     *node // nil: none named
	role    string
	tense   tense
	indef   bool // "a lawyer": says what the person is, not where
	bracket bool // it stood in brackets
	arrives bool // "X (from O)"
}

// node is a chunk of a sentence: tokens a up to b.
type node struct {
	kind byte
	a, b int
	low  string // of a word; of others the first token's

	name     string // of P, O, X: as written
	persons  []*person
	org      *organization
	ref      reference
	plural   bool
	titled   bool   // "Mr." stood before
	house    bool   // of X: it ends in a word that only organizations end in
	role     string // of R
	roleOrg  *node  // of R: the organization it is at
	tense    tense  // of R and affiliations
	definite bool   // "the executive"
	possess  bool   // "its chief executive"
	indef    bool   // "a former partner"
	named    bool   // of R: the next sentence opens with the name of whom it means
	affs     []affiliation
	date     when
	head     string // of a description: its noun
	inner    []node // what the node was made of, where that matters
}

// fits reports whether a pattern's node letter accepts the node.
func (n *node) fits(kind byte) bool {
	switch kind {
	case 'P':
		return n.kind == kindPerson || n.kind == kindName && (n.b-n.a >= 2 && !n.house || n.ref == refRelative) || n.kind == kindRole && (n.definite && !n.possess || n.named)
	case 'O':
		return n.kind == kindOrg || n.kind == kindName
	case 'W':
		return n.kind == kindWhere
	}
	return n.kind == kind
}
