package extract

// bylineAuthor is the only person named in the first lines or the last ones that have no verb: "by Jason Shellen", "John Lilly's blog". The
// text says "I" often: the farewell on a blog.
func (d *document) bylineAuthor() *person {
	said := 0
	for _, s := range d.sents {
		for i := range s.toks {
			if d.p.is("self", s.toks[i].low) && !quotedAt(s, i) {
				said++
			}
		}
	}
	if said < 3 {
		return nil
	}
	var q *person
	for k, s := range d.sents {
		if k > 5 && k < len(d.sents)-4 || len(s.toks) > 12 || d.hasVerb(s) {
			continue
		}
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && len(n.persons[0].words) > 1 {
				if q != nil && q != n.persons[0] {
					return nil
				}
				q = n.persons[0]
			}
		}
	}
	return q
}
