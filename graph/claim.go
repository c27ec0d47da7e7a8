package graph

// Claim is what one article says about one person's move. Claims are append-only: nobody edits one.
type Claim struct {
	ID      ID
	Article ID
	Block   ID // the name block of Person: BlockID(Person)

	// Copied from the article, so that fusing needs nothing else.
	Reported            Date // the article's Published
	Publisher, Language string

	// As the article writes them, in the fullest form it uses. From or To is empty where it does not say, not both.
	Person, From, To string
	RoleFrom, RoleTo string // as stated; may be empty

	Date      Date // when the person leaves or starts (effective)
	Announced Date // when the move was made public, where the text says so; the article's Published is when it was reported
	Status    Status

	Quote      string // one or two sentences of the article that say it, exactly as written
	Start, End int    // the quote's position in the article's text, in Unicode code points, End exclusive

	Confidence float64 // 0 to 1: how likely a careful reader agrees
	Extractor  string  // which program read the article, with its version: "rules/1", "llm/model"
}
