package extract

import (
	"slices"

	"talentgraph/graph"
)

// chain is what one sentence tells of the stations of a career in their order: "a débuté chez A, avant de rejoindre B puis C".
type chain struct {
	orgs    []*organization
	ordered []bool        // whether the text says that the station comes right after the one before it in orgs
	target  *organization // where the last of them led: "Entrée chez T, P avait auparavant …"; nil where the sentence does not say
	prior   bool          // "auparavant": all of it before what was told last
	fact    *fact         // one of the facts, for the quote
}

// chainOf reads the chain of a sentence about q, of which fs are the facts; nil where it tells of none, of somebody else too, or of news.
func (d *document) chainOf(q *person, s *sentence, fs []*fact, news *candidate) *chain {
	if d.p.named("chain.next") == nil || s.block.kind == heading {
		return nil
	}
	var own *fact
	for _, f := range fs {
		if f.sent != s || f.phrase {
			continue
		}
		switch f.kind {
		case "begin", "after", "prior", "was", "is":
			if own == nil || own.kind != "was" {
				own = f
			}
		case "join", "leave":
			if !f.loose && !f.weak && !d.earlier(f) && !(f.kind == "join" && f.to.org != nil && news != nil && f.to.org != news.to) {
				return nil
			}
		case "internal", "stay":
			return nil
		}
	}
	if own == nil {
		return nil
	}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && !slices.Contains(n.persons, q) {
			return nil
		}
	}
	c := &chain{fact: own}
	begun := false
	for i := range s.nodes {
		if s.nodes[i].kind == kindWord {
			c.prior = c.prior || d.inClass("chain.prior", s, i)
			begun = begun || d.inClass("loose.begin", s, i)
		}
	}
	start := 0
	if len(s.nodes) > 0 && d.inClass("chain.open", s, 0) { // the station before the subject is where the others led
		for i := range s.nodes {
			if o := s.orgAt(i); o != nil {
				c.target, start = o, i+1
				break
			}
			if i > 0 && (s.nodes[i].low == "," || s.nodes[i].kind == kindPerson) {
				return nil
			}
		}
	}
	prev := -1
	for j := start; j < len(s.nodes); j++ {
		o := s.orgAt(j)
		if o == nil || o == c.target || slices.Contains(c.orgs, o) || o.names(q) {
			continue
		}
		if kind, _ := d.governor(s, j); kind == "not" {
			continue
		}
		next := false
		if prev >= 0 {
			for k := prev + 1; k < j; k++ {
				if s.nodes[k].kind != kindWord {
					continue
				}
				if d.inClass("chain.back", s, k) || s.nodes[k].low == ";" {
					return nil
				}
				if d.inClass("chain.prior", s, k) && d.p.is("option", "org-before-role") {
					return nil // "was at A, and before that at B"
				}
				next = next || d.inClass("chain.next", s, k)
			}
		}
		c.orgs, c.ordered = append(c.orgs, o), append(c.ordered, next)
		prev = j
	}
	switch {
	case len(c.orgs) == 0:
		return nil
	case c.target != nil && (c.prior || d.inClass("chain.before", s, 0)):
		c.prior = true
	case c.target != nil:
		return nil
	case len(c.orgs) == 1 || !slices.Contains(c.ordered, true):
		return nil
	case !c.prior && !begun && own.kind != "was" && own.kind != "begin":
		return nil
	}
	return c
}

// inClass reports whether the word or phrase at node i is of the class.
func (d *document) inClass(class string, s *sentence, i int) bool {
	c := d.p.named(class)
	return c != nil && (c.has(s.nodes[i].low) || s.phrase(c, i) > 0)
}

// follow links the stations of a chain, and its last one to what came after. It gives the earliest and the latest station.
func (c *chain) follow(news *candidate, pointer *organization, link func(from, to *organization, f *fact)) (*organization, *organization) {
	orgs := c.orgs
	n := len(orgs)
	if !c.prior && news != nil && orgs[n-1] == news.to && news.status != graph.Denied { // "…, puis rejoint B": the news itself
		if n > 1 && (news.from == nil || slices.Contains(orgs, news.from)) {
			news.from, news.conf = orgs[n-2], max(news.conf, confInferred)
		}
		n--
		orgs = orgs[:n]
	}
	for i := 1; i < n; i++ {
		if c.ordered[i] {
			link(orgs[i-1], orgs[i], c.fact)
		}
	}
	if n == 0 {
		return pointer, nil
	}
	last := orgs[n-1]
	switch {
	case c.target != nil:
		link(last, c.target, c.fact)
	case c.prior && news != nil && (news.from == nil || slices.Contains(orgs, news.from)):
		news.from, news.conf = last, max(news.conf, confInferred)
	case c.prior && news != nil && news.from != nil:
		link(last, news.from, c.fact)
	case c.prior:
		link(last, pointer, c.fact)
	case news != nil && news.status != graph.Denied && last != news.to && (news.from == nil || slices.Contains(orgs, news.from)):
		news.from, news.conf = last, max(news.conf, confInferred)
	}
	return orgs[0], last
}
