package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// The kinds' prefixes of an ID.
const (
	articlePrefix      = "art_"
	claimPrefix        = "clm_"
	blockPrefix        = "blk_"
	personPrefix       = "per_"
	organizationPrefix = "org_"
	movePrefix         = "mov_"
	judgementPrefix    = "jdg_"
)

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// newID is the prefix and 130 bits of the SHA-256 of the parts, each preceded by its length so that no two lists of
// parts read alike.
func newID(prefix string, parts ...string) ID {
	h := sha256.New()
	for _, p := range parts {
		h.Write(strconv.AppendInt(nil, int64(len(p)), 10))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return ID(prefix + idEncoding.EncodeToString(h.Sum(nil))[:26])
}

// NewArticleID derives an article's ID from its URL, its title and the hash of its text (Article.Hash).
func NewArticleID(url, title, hash string) ID { return newID(articlePrefix, url, title, hash) }

// NewClaimID derives a claim's ID from its article and all that it says. Fields that depend on the program (confidence,
// extractor) and the copies of the article's fields do not count.
func NewClaimID(c Claim) ID {
	return newID(claimPrefix, string(c.Article), c.Person, c.From, c.To, c.RoleFrom, c.RoleTo, c.Date.String(),
		c.Announced.String(), string(c.Status), strconv.Itoa(c.Start), strconv.Itoa(c.End))
}

// BlockID is the name block of a person's name as written.
func BlockID(name string) ID { return newID(blockPrefix, PersonKey(name)) }

// OrganizationID derives an organization's ID from its key.
func OrganizationID(key string) ID { return newID(organizationPrefix, key) }

func personID(anchor ID) ID { return newID(personPrefix, string(anchor)) }
func moveID(anchor ID) ID   { return newID(movePrefix, string(anchor)) }

// Kind says what an ID names: "Article", "Claim", "Person", "Organization", "Move", "Judgement"; empty for a text
// that is no ID.
func (id ID) Kind() string {
	s := string(id)
	if len(s) != 30 || strings.Trim(s[4:], "abcdefghijklmnopqrstuvwxyz234567") != "" {
		return ""
	}
	switch s[:4] {
	case articlePrefix:
		return "Article"
	case claimPrefix:
		return "Claim"
	case personPrefix:
		return "Person"
	case organizationPrefix:
		return "Organization"
	case movePrefix:
		return "Move"
	case judgementPrefix:
		return "Judgement"
	}
	return ""
}
