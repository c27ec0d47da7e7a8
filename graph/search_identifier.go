package graph

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var (
	wikidataForm = regexp.MustCompile(`^Q[1-9][0-9]{0,11}$`)
	leiForm      = regexp.MustCompile(`^[0-9A-Z]{18}[0-9]{2}$`)
	tickerForm   = regexp.MustCompile(`^[A-Z][A-Z0-9.]{0,7}$`)
	hostForm     = regexp.MustCompile(`^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$`)
)

// identified are the organizations of the catalogue that a text names by an identifier: a Wikidata item or its address, a Legal
// Entity Identifier, a stock exchange symbol in capital letters, a domain, or the address of a page on one. Where a page's host is a
// part of several domains, the longest counts.
func (c *Catalogue) identified(text string) []scored {
	if c == nil {
		return nil
	}
	text = strings.TrimSpace(text)
	capitals := strings.ToUpper(text)
	host := hostOf(text)
	if host == "wikidata.org" {
		capitals = strings.ToUpper(text[strings.LastIndexByte(text, '/')+1:])
	}
	var is func(e *CatalogueEntry) (string, int)
	var part string // that the rows hold of the entries that can be meant
	exactly := func(value func(e *CatalogueEntry) string, want string) func(e *CatalogueEntry) (string, int) {
		part = want
		return func(e *CatalogueEntry) (string, int) {
			if v := value(e); v == want {
				return v, 1
			}
			return "", 0
		}
	}
	switch {
	case wikidataForm.MatchString(capitals):
		is = exactly(func(e *CatalogueEntry) string { return e.Wikidata }, capitals)
	case leiForm.MatchString(capitals):
		is = exactly(func(e *CatalogueEntry) string { return e.LEI }, capitals)
	case host != "":
		part = host[strings.LastIndexByte(host, '.')+1:]
		is = func(e *CatalogueEntry) (string, int) { return domainOf(e, host) }
	case tickerForm.MatchString(text):
		is = exactly(func(e *CatalogueEntry) string { return e.Ticker }, text)
	default:
		return nil
	}
	var found []scored
	best := 1
	for i := range c.rows.len() {
		if !strings.Contains(c.rows.row(i), part) {
			continue
		}
		e := c.rows.at(i)
		matched, weight := is(&e)
		if weight < best {
			continue
		}
		if weight > best {
			best, found = weight, nil
		}
		found = append(found, scored{Name{ID: OrganizationID(e.Key), Name: matched}, 1})
	}
	return found
}

// domainOf is the entry's longest domain that a host is or lies in, with its length.
func domainOf(e *CatalogueEntry, host string) (domain string, length int) {
	for _, d := range e.Domains {
		if (host == d || strings.HasSuffix(host, "."+d)) && len(d) > length {
			domain, length = d, len(d)
		}
	}
	return domain, length
}

// hostOf is the host of an address, or the domain that a text is, in lower case and without www; empty for other texts.
func hostOf(text string) string {
	host := strings.ToLower(text)
	if strings.Contains(host, "://") {
		u, err := url.Parse(host)
		if err != nil {
			return ""
		}
		host = u.Hostname()
	}
	host = strings.TrimPrefix(strings.TrimSuffix(host, "."), "www.")
	if len(host) > 253 || !hostForm.MatchString(host) {
		return ""
	}
	return host
}

// identifiedFirst puts the organizations that an identifier names before those that a name found.
func identifiedFirst(identified, named []scored, most int) []scored {
	all := slices.Clone(identified)
	for _, n := range named {
		if !slices.ContainsFunc(identified, func(s scored) bool { return s.ID == n.ID }) {
			all = append(all, n)
		}
	}
	return all[:min(most, len(all))]
}
