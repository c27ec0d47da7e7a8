package graph

import "time"

// ID names an article, claim, person, organization, move or judgement: a kind's prefix, an underscore and 26 letters
// or digits derived from content ("mov_…"). The same content has the same ID in every store.
type ID string

// Article is a document that was read. Its text is not kept: what a claim rests on is kept as the claim's quote.
type Article struct {
	ID        ID        // derived from URL, title and text
	URL       string    // where it was found; may be empty
	Title     string    // may be empty
	Publisher string    // the host of the URL without "www.", or as given; may be empty
	Language  string    // ISO 639-1: en, fr, de, es, it, pt, …; empty where unknown
	Published Date      // as the document says
	Recorded  time.Time // when the store took it in, UTC, microseconds; set by the store
	Hash      string    // SHA-256 of the text, lower-case hexadecimal
	Restated  bool      // the text restates its page for testing: quotes are not the page's own words
}
