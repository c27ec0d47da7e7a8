package extract

import "strings"

// agedPerson finds whom "der 60-Jährige" means: the one called so before, else the topic, else one named lately that has no other age.
func (d *document) agedPerson(age string) *person {
	age, _, _ = strings.Cut(age, "-")
	if q := d.ages[age]; q != nil {
		return q
	}
	taken := map[*person]bool{}
	for _, q := range d.ages {
		taken[q] = true
	}
	q := d.topic
	for _, r := range d.recent {
		if (q == nil || taken[q]) && !taken[r] {
			q = r
		}
	}
	if q != nil {
		if d.ages == nil {
			d.ages = map[string]*person{}
		}
		d.ages[age] = q
	}
	return q
}

// recentDate reports whether a date since when something holds is near the article's: what it tells is news.
func (d *document) recentDate(w when) bool {
	pub := int(d.published().Year)
	if w.rel && (w.since || w.unit == 'd' && w.n == 0) || !w.since && w.year == 0 && w.month > 0 {
		return true
	}
	if !w.since && w.year < pub || w.rel {
		return false
	}
	if pub == 0 {
		return w.month > 0
	}
	return w.year >= pub || w.month > 0 && (w.year == 0 || w.year == pub-1)
}

// announcer is the organization of "wie X am Montag mitteilte", "teilte X mit": who tells of its own affairs.
func (d *document) announcer(s *sentence) *organization {
	if !d.p.compounds {
		return nil
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if !isName(n) || n.ref != refName || n.org == nil {
			continue
		}
		k := i + 1
		for k < len(s.nodes) && (s.nodes[k].kind == kindDate || s.nodes[k].kind == kindWord && d.p.is("skip", s.nodes[k].low)) {
			k++
		}
		if k < len(s.nodes) && d.p.is("announced", s.nodes[k].low) {
			return n.org
		}
	}
	return nil
}

// placeTaken is where the one who takes over from q in the sentence of the fact arrives.
func (d *document) placeTaken(q *person, f *fact) *organization {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q || x.who == nil || x.sent != f.sent {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" {
				if j.to.org != nil {
					return j.to.org
				}
				return d.focusAt(j)
			}
		}
	}
	return nil
}

// namedSo finds the organization whose name holds the noun of a description: "die Stiftung" for "Bildungsstiftung Nord". The one
// in focus comes first, then the last one named.
func (d *document) namedSo(s *sentence, noun string) *organization {
	if !d.p.compounds || len(noun) < 4 || d.p.is("orggeneric", noun) || noun == "@employer" {
		return nil
	}
	noun = strings.TrimSuffix(noun, "s")
	fits := func(o *organization) bool {
		return o != nil && o.first <= s.index && strings.Contains(strings.ToLower(o.name), noun)
	}
	for _, o := range append([]*organization{d.focus, d.lastOrg}, d.reg.orgs...) {
		if fits(o) {
			return o
		}
	}
	return nil
}
