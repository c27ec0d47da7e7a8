package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// stint is an employer in a career with what ties it.
type stint struct {
	org  *organization
	role string
	f    *fact
	rank int
}

// focusAt is the organization that was in focus when the fact was read.
func (d *document) focusAt(f *fact) *organization { return f.focus }

// impliedTo is where a person arrives that a clause without an organization speaks of: where the text had the person arrive, else
// what was in focus.
func (d *document) impliedTo(f *fact, arrivals []*candidate) *organization {
	if o := d.placeOf(f); o != nil {
		return o
	}
	if o := d.placeSince(f); o != nil {
		return o
	}
	if o := d.placedAt(f); o != nil {
		return o
	}
	if o := d.toldStation(f); o != nil {
		return o
	}
	if o := d.employerThen(f); o != nil {
		return o
	}
	if o := d.employerTold(f); o != nil {
		return o
	}
	if d.p.is("option", "pro-drop") && f.kind == "join" && f.from.org != nil {
		for _, g := range d.facts { // "P llegó a A en 2018. Venía de B": to A, whatever else the text tells
			if g.who == f.who && g.kind == "join" && g.to.org != nil && !g.to.implied && g.to.org != f.from.org && g.sent.index == f.sent.index-1 && g.sent.block == f.sent.block && g.sent.block.kind != heading && g.status != graph.Denied && d.earlier(g) {
				return g.to.org
			}
		}
		for _, c := range arrivals {
			if c.status != graph.Denied {
				return c.to
			}
		}
	}
	if len(arrivals) > 0 && !f.date.since && !(d.p.is("option", "org-before-role") && d.earlier(f) && f.from.org != nil && d.focusAt(f) != nil && d.focusAt(f) != f.from.org) {
		return arrivals[0].to
	}
	return d.focusAt(f)
}

// employerAt is the employer that the text has given the person by the time of the fact, else the one in focus, unless that is only where the
// newcomer comes from.
func (d *document) employerAt(f *fact, fs []*fact) *organization {
	o, implied := d.employerBy(f, fs)
	if implied && d.p.is("option", "org-before-role") {
		return d.houseOf(o, f)
	}
	return o
}

// employerBy is employerAt, and whether the text only implies it.
func (d *document) employerBy(f *fact, fs []*fact) (*organization, bool) {
	for _, a := range fs {
		if a.kind == "is" && a.phrase && a.org.org != nil && !a.org.implied && a.tense == present && a.sent == f.sent && d.p.is("option", "org-before-role") {
			return a.org.org, false // "A's head of research, Professor X, has retired"
		}
	}
	for _, a := range fs {
		if (a.kind == "is" || a.kind == "was" && !a.phrase && !(a.formerly && d.home != nil)) && a.org.org != nil && a.sent.index <= f.sent.index && a.tense != coming {
			return a.org.org, a.org.implied
		}
	}
	if f.kind == "leave" && f.from.org == nil { // "Elle prend sa retraite. Elle dirigeait la gestion de B."
		for _, a := range fs {
			if a.kind == "was" && !a.phrase && !a.weak && !a.formerly && a.org.org != nil && !a.org.implied && a.sent.index == f.sent.index+1 && (d.p.is("option", "adjective-behind") || d.p.is("option", "org-before-role") && d.focusAt(f) == nil) {
				return a.org.org, a.org.implied
			}
		}
	}
	if d.focusAt(f) == nil && f.kind == "leave" {
		for _, a := range fs { // "X, who joined B from A three years ago, will leave"
			if a.kind == "join" && a.to.org != nil && !a.to.implied && a.status == graph.Completed && a.sent.index <= f.sent.index {
				return a.to.org, false
			}
		}
	}
	return d.focusAt(f), true
}

// handover is the day on which somebody takes over from q.
func (d *document) handover(q *person) (when, bool) {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q || x.who == nil {
			continue
		}
		if x.hasDate {
			return x.date, true
		}
		for _, j := range d.facts {
			if j.who == x.who && (j.kind == "start" || j.kind == "join") && j.hasDate && j.date.month > 0 && !j.before {
				return j.date, true
			}
		}
	}
	return when{}, false
}

// stationBefore is the employer that the text told last before the fact, other than where the person goes.
func (d *document) stationBefore(f *fact, fs []*fact) *organization {
	var o *organization
	for _, a := range fs {
		if a.sent.index > f.sent.index || a == f {
			break
		}
		if (a.kind == "was" || a.kind == "begin" || a.kind == "is" || a.kind == "after") && a.org.org != nil && a.org.org != f.to.org && !a.org.implied {
			o = a.org.org
		}
	}
	return o
}

// starts takes the day on which the news begins from a sentence of its own: "She will start in April."
func (d *document) starts(fs []*fact, news *candidate) {
	if news == nil || news.status == graph.Denied || news.past {
		return
	}
	for _, f := range fs {
		if f.kind != "start" || !f.hasDate || f.sent.index < news.fact.sent.index && !news.fact.sent.block.title || f.sent.index > news.fact.sent.index+12 {
			continue
		}
		if !news.hasDate || !news.date.starts {
			news.date, news.hasDate = f.date, true
			news.date.starts = news.date.starts || f.status == graph.Announced
		}
		if f.status == graph.Announced && news.status == graph.Completed {
			news.status = graph.Announced
		}
		return
	}
}

// earlier reports whether the fact is dated before the article, or stands in a clause about the past.
func (d *document) earlier(f *fact) bool {
	if f.before {
		return true
	}
	if f.hasDate && f.date.rel && f.date.unit == 'y' && f.date.n < -1 { // "eight years ago"
		return true
	}
	if !f.hasDate || f.date.rel {
		return false
	}
	y := f.date.year
	pub := int(d.published().Year)
	return y > 0 && pub > 0 && (y < pub-1 || y < pub && int(d.published().Month) > 3)
}

// arrivedLongAgo reports whether the text tells of departure l and then of an arrival months before: "is leaving. She joined last April".
func (d *document) arrivedLongAgo(l *fact, c *candidate) bool {
	if !d.p.is("option", "org-before-role") || !c.hasDate || c.status != graph.Completed || l.sent.index >= c.fact.sent.index {
		return false
	}
	came, pub := c.date.resolve(d.published(), false), d.published()
	return came.Year > 0 && came.Month > 0 && pub.Year > 0 && (int(pub.Year)-int(came.Year))*12+int(pub.Month)-int(came.Month) >= 4
}

func (d *document) boardRole(role string) bool {
	words := strings.Fields(strings.ToLower(role))
	if slices.ContainsFunc(words, func(w string) bool { return d.p.is("execword", w) }) { // "membre du directoire"
		return false
	}
	for _, w := range words {
		if d.p.is("boardrole", w) {
			return true
		}
	}
	return false
}

// newsOf picks the arrival that the article is about: the first that it does not date to an earlier time, else the first.
func newsOf(arrivals []*candidate) *candidate {
	for _, c := range arrivals {
		if c.status == graph.Announced || c.status == graph.Rumored {
			return c
		}
		if !c.past {
			return c
		}
	}
	if len(arrivals) > 0 {
		return arrivals[0]
	}
	return nil
}

// previous finds the employer before an arrival.
func (d *document) previous(c *candidate, main bool, arrivals []*candidate, affs, leaves []*fact, leaveOrg func(*fact) *organization, used map[*organization]bool) *stint {
	var best *stint
	consider := func(o *organization, role string, f *fact, rank int) {
		if o == nil || used[o] && o != c.to {
			return
		}
		if !main && rank < 70 {
			for _, x := range arrivals {
				if x != c && x.to == o && x.status != graph.Denied {
					return // reached by another move
				}
			}
		}
		if best == nil || rank > best.rank {
			best = &stint{o, role, f, rank}
		}
	}
	for _, f := range affs {
		if f.tense == coming || f.paired {
			continue
		}
		if d.p.is("option", "org-before-role") && slices.ContainsFunc(d.facts, func(g *fact) bool {
			return g.kind == "prior" && g.who == f.who && g.sent == f.sent && g.org.org != nil && g.org.org == f.org.org && g.to.org != nil && g.to.org != c.to
		}) {
			continue // "before A she was at B": before A
		}
		rank := 50
		near := f.sent == c.fact.sent || f.sent.index == c.fact.sent.index+1
		if !main && f.sinceYear > 0 && c.hasDate && c.date.year > 0 && f.sinceYear >= c.date.year {
			continue // came later
		}
		if !main && f.kind == "is" && !f.phrase && (f.sinceYear > 0 || f.ongoing) && c.status != graph.Denied && d.p.is("option", "pro-drop") {
			continue
		}
		if !main && (!near || f.kind == "is" && !(f.until && !f.phrase && f.sent.index == c.fact.sent.index+1 && d.p.is("option", "pro-drop") && c.past)) && c.status != graph.Denied {
			continue
		}
		switch {
		case f.org.org == nil:
			continue
		case main && (f.sinceYear > 0 || f.ongoing && d.home != nil) && !f.phrase && !f.bare: // "Il était depuis 2019 …"
			rank = 64
		case f.bare:
			rank = 40
			if f.who != nil && f.kind == "is" && near {
				rank = 52
			}
			before := d.p.is("option", "home") && main && !c.past && !d.earlier(c.fact) && f.kind == "is" && f.org.org != c.to && f.sent.index < c.fact.sent.index && f.sent.index >= c.fact.sent.index-2 && !d.calling(f.role) // "P, associé depuis 2014, a décidé de partir. Il rejoint O."
			if !near && !before {
				continue
			}
		case f.weak: // "a travaillé chez": may be long ago
			rank = 43
		case f.kind == "is" && f.phrase:
			rank = 60
		case f.kind == "is":
			rank = 65
		case f.phrase:
			rank = 45
		}
		if near {
			rank += 8
		}
		if d.ended(f) {
			rank -= 20
		}
		if f.org.org == c.to && f.bare && d.calling(f.role) {
			continue // "La cancérologue X devient présidente": what she is, not where
		}
		if f.org.org == c.to { // is already there
			if f.kind == "is" && f.date.since && f.date.year > 0 && f.date.year < int(d.published().Year) && f.sent.index <= c.fact.sent.index+2 && f.sent.index > c.fact.sent.index {
				consider(f.org.org, f.role, f, 90) // "She has led its legal department since 2021."
				continue
			}
			if main && f.kind == "is" && !f.phrase && !f.loose && (f.sinceYear > 0 && f.sinceYear < int(d.published().Year) || f.ongoing) && f.sent.index > c.fact.sent.index && d.p.is("option", "pro-drop") {
				consider(f.org.org, f.role, f, 71) // "Está na empresa desde 2008."
				continue
			}
			if f.kind == "was" && !f.phrase && f.sinceYear > 0 && f.sent.index > c.fact.sent.index && f.sent.index <= c.fact.sent.index+2 && d.p.is("option", "adjective-behind") {
				consider(f.org.org, f.role, f, 90) // "Elle dirigeait la restauration de l'établissement depuis 2021."
				continue
			}
			if f.sent == c.fact.sent && !f.phrase && f.org.implied && f.role != "" && f.node > c.fact.node && d.p.is("option", "pro-drop") { // "B passou a ser liderada por P, que era administrador"
				consider(f.org.org, f.role, f, 66)
				continue
			}
			if f.sent == c.fact.sent && (!f.phrase || c.fact.rule == "list") {
				continue
			}
			if f.kind == "is" && f.tense == present && !(f.phrase && f.role != "" && f.role == c.roleTo) && (f.sent.index <= c.fact.sent.index || f.until) {
				if !f.phrase {
					rank -= 10
				} else {
					rank -= 25
				}
			} else {
				continue
			}
		}
		consider(f.org.org, f.role, f, rank)
	}
	for _, l := range leaves {
		if l.status == graph.Denied || !main && l.sent != c.fact.sent {
			continue
		}
		o := leaveOrg(l)
		if o == c.to {
			continue
		}
		if d.p.is("option", "org-before-role") && l.sent != c.fact.sent && slices.ContainsFunc(arrivals, func(x *candidate) bool {
			return x != c && x.fact.sent == l.sent && x.to != o && x.status != graph.Denied
		}) {
			continue // "was with A, which she joined after leaving B": before that arrival
		}
		rank := 70
		if d.earlier(l) && (d.p.is("option", "org-before-role") && c.status == graph.Announced || d.p.is("option", "pro-drop") && main && !c.past && !d.earlier(c.fact)) {
			rank = 46 // "who resigned from A in 2021, is to lead B": there may be another job between
		}
		consider(o, l.roleFrom, l, rank)
	}
	if main { // "She joined A in 2015": where she was until now
		rank, year := 56, 0
		for _, x := range arrivals {
			if x != c && x.to != c.to && x.status == graph.Completed {
				if x.from != nil && best != nil && x.from == best.org || x.hasDate && x.date.year > year && year > 0 || x.hasDate && x.date.year > 0 && best != nil && best.f.kind == "join" && d.p.is("option", "pro-drop") && !best.f.hasDate && x.fact.node > best.f.node && x.fact.sent == best.f.sent {
					rank++ // a later step
				}
				if x.hasDate && x.date.year > 0 {
					year = x.date.year
				}
				consider(x.to, x.roleTo, x.fact, rank)
			}
		}
	}
	if best == nil {
		consider(d.lostBefore(c.fact), "", c.fact, 30)
	}
	return best
}
