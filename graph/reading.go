package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// complete sets IDs, hash, publisher and the claims' copies, and checks the article and its claims.
func (r *Reading) complete() error {
	a := &r.Article
	if a.Hash == "" {
		sum := sha256.Sum256([]byte(r.Text))
		a.Hash = hex.EncodeToString(sum[:])
	}
	if a.ID == "" {
		a.ID = NewArticleID(a.URL, a.Title, a.Hash)
	}
	if a.Publisher == "" {
		a.Publisher = PublisherOf(a.URL)
	}
	for _, t := range []struct {
		what, text string
		most       int
	}{{"url", a.URL, maxURL}, {"title", a.Title, maxTitle}, {"publisher", a.Publisher, maxName}, {"language", a.Language, 35}} {
		if err := checkText(t.what, t.text, t.most); err != nil {
			return err
		}
	}
	if a.ID.Kind() != "Article" {
		return fmt.Errorf("%w id %.40q: no id of an article", ErrInvalid, string(a.ID))
	}
	claims := make([]Claim, 0, len(r.Claims))
	seen := map[ID]bool{}
	for i, c := range r.Claims {
		c.Article, c.Reported, c.Publisher, c.Language = a.ID, a.Published, a.Publisher, a.Language
		if err := c.complete(); err != nil {
			return fmt.Errorf("claim %d: %w", i+1, err)
		}
		if !seen[c.ID] {
			seen[c.ID] = true
			claims = append(claims, c)
		}
	}
	r.Claims = claims
	return nil
}

func (c *Claim) complete() error {
	for _, t := range []struct {
		what, text string
		most       int
	}{{"person", c.Person, maxName}, {"from", c.From, maxName}, {"to", c.To, maxName}, {"roleFrom", c.RoleFrom, maxTitle},
		{"roleTo", c.RoleTo, maxTitle}, {"quote", c.Quote, maxQuote}, {"extractor", c.Extractor, maxName}} {
		if err := checkText(t.what, t.text, t.most); err != nil {
			return err
		}
	}
	switch {
	case PersonKey(c.Person) == "":
		return fmt.Errorf("%w person %.40q: no name", ErrInvalid, c.Person)
	case c.From == "" && c.To == "":
		return fmt.Errorf("%w claim on %.40q: neither from nor to", ErrInvalid, c.Person)
	case c.Status != Rumored && c.Status != Announced && c.Status != Completed && c.Status != Denied:
		return fmt.Errorf("%w status %.40q", ErrInvalid, string(c.Status))
	case !(c.Confidence >= 0 && c.Confidence <= 1):
		return fmt.Errorf("%w confidence %v: want 0 to 1", ErrInvalid, c.Confidence)
	case c.Start < 0 || c.End < c.Start || c.End-c.Start != utf8.RuneCountInString(c.Quote):
		return fmt.Errorf("%w quote at %d to %d: its length is %d", ErrInvalid, c.Start, c.End, utf8.RuneCountInString(c.Quote))
	}
	c.Block = BlockID(c.Person)
	c.ID = NewClaimID(*c)
	return nil
}

// checkText refuses what engines store differently or people cannot read.
func checkText(what, text string, most int) error {
	if n := utf8.RuneCountInString(text); n > most {
		return fmt.Errorf("%w %s %.40q…: %d characters, at most %d", ErrInvalid, what, text, n, most)
	}
	if !utf8.ValidString(text) {
		return fmt.Errorf("%w %s %.40q: no valid UTF-8", ErrInvalid, what, text)
	}
	if strings.ContainsRune(text, 0) {
		return fmt.Errorf("%w %s %.40q: has a NUL character", ErrInvalid, what, text)
	}
	return nil
}

// PublisherOf is the host of a URL in lower case without "www."; empty where the text has none.
func PublisherOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
