package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// How often a move of each kind is right: the shares measured on the kept-aside fifth of the gold, both styles and all
// languages together. What falls below the default threshold is dropped.
const (
	confStated    = 0.78 // one clause names both ends
	confInferred  = 0.69 // the former employer comes from another clause
	confCareer    = 0.65 // an earlier step, from the order of the telling
	confDeparture = 0.52 // a departure to nowhere named
	confArrival   = 0.33 // an arrival from nowhere named
	confImplied   = 0.31 // and the organization is the one in focus
	confDropped   = 0.2
)

// move while it is decided.
type candidate struct {
	who              *person
	from, to         *organization
	roleFrom, roleTo string
	fact             *fact // the one that the quote is from
	status           graph.Status
	date             when
	hasDate          bool
	conf             float64
	main             bool // the news, not an earlier step
	implied          bool // where to is not named by any frame
	weak             bool // only frames that need a second sign
	past             bool // the text dates it to an earlier time
	explain          []string
}

// moves decides each person's career from the facts of the article.
func (d *document) moves() []Move {
	if len(d.facts) == 0 {
		return nil
	}
	var all []*candidate
	by := map[*person][]*fact{}
	var order []*person
	for _, f := range d.facts {
		if f.who == nil {
			continue
		}
		if _, ok := by[f.who]; !ok {
			order = append(order, f.who)
		}
		by[f.who] = append(by[f.who], f)
	}
	for _, q := range order {
		all = append(all, d.career(q, by[q])...)
	}
	var out []Move
	for _, c := range all {
		if c.from == nil && c.to != nil && d.withinGroup(c, by[c.who]) {
			continue
		}
		if c.conf < d.e.threshold || c.from == nil && c.to == nil || c.from == c.to || c.from.names(c.who) || c.to.names(c.who) {
			continue
		}
		m := Move{Person: c.who.name, RoleFrom: c.roleFrom, RoleTo: c.roleTo, Status: c.status, Confidence: c.conf}
		if c.from != nil {
			m.From = c.from.name
		}
		if c.to != nil {
			m.To = c.to.name
		}
		if c.hasDate {
			m.Date = c.date.resolve(d.published(), c.status == graph.Announced || c.status == graph.Rumored || c.date.starts)
			if c.status == graph.Completed && after(m.Date, d.published()) {
				m.Status = graph.Announced
			}
		}
		if !c.hasDate && c.main && c.status == graph.Completed && !c.past { // "has joined": in the month of the article
			p := d.published()
			m.Date = graph.Date{Year: p.Year, Month: p.Month}
		}
		s := d.quotable(c)
		if s == nil {
			continue
		}
		if c.main {
			m.Announced = d.announced(c.fact.sent)
			if m.Announced.IsZero() && s != c.fact.sent {
				m.Announced = d.announced(s)
			}
		}
		m.Quote, m.Start, m.End = d.span(s)
		if d.e.explain {
			m.Explain = c.explain
		}
		dup := false
		for _, x := range out {
			dup = dup || x.Person == m.Person && x.From == m.From && x.To == m.To
		}
		if !dup {
			out = append(out, m)
		}
	}
	return out
}

// announced is the date that stands beside a verb of saying: "the company said on Wednesday". A day of the week is only as
// precise as the month.
func (d *document) announced(s *sentence) graph.Date {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind != kindWord || !d.p.is("says", n.low) {
			continue
		}
		for j := max(0, i-2); j <= i+2 && j < len(s.nodes); j++ {
			n := &s.nodes[j]
			if n.kind != kindDate || n.date.since || n.date.starts {
				continue
			}
			if n.date.rel && n.date.unit == 'k' {
				p := d.published()
				return graph.Date{Year: p.Year, Month: p.Month}
			}
			if dt := n.date.resolve(d.published(), false); !after(dt, d.published()) {
				return dt
			}
		}
	}
	return graph.Date{}
}

// after reports whether a lies wholly behind b.
func after(a, b graph.Date) bool {
	return !a.IsZero() && !b.IsZero() && !a.Contains(b) && !b.Contains(a) && a.Time().After(b.Time())
}

// quotable is the sentence of the text that says it. For what only the title or a heading says it is the first sentence of a
// paragraph that names the person and one of the ends, else the first that names the person.
func (d *document) quotable(c *candidate) *sentence {
	if k := c.fact.sent.block; !k.title && k.kind != heading {
		return c.fact.sent
	}
	var first, named *sentence
	for _, s := range d.sents {
		if s.block.title || s.block.kind == heading && !c.fact.sent.block.title {
			continue
		}
		if first == nil {
			first = s
		}
		who, end := false, false
		for i := range s.nodes {
			who = who || slices.Contains(s.nodes[i].persons, c.who)
			o := s.orgAt(i)
			end = end || o != nil && (o == c.from || o == c.to)
		}
		for _, st := range s.affs {
			end = end || st.aff.org != nil && st.aff.org.org != nil && (st.aff.org.org == c.from || st.aff.org.org == c.to)
		}
		switch {
		case who && end:
			return s
		case who && named == nil:
			named = s
		}
	}
	switch {
	case !c.fact.sent.block.title:
		return c.fact.sent
	case named != nil:
		return named
	}
	return first
}

// stint is an employer in a career with what ties it.
type stint struct {
	org  *organization
	role string
	f    *fact
	rank int
}

// career decides the moves of one person.
func (d *document) career(q *person, fs []*fact) []*candidate {
	var out []*candidate
	var joins, leaves, affs []*fact
	for _, f := range fs {
		switch f.kind {
		case "join":
			joins = append(joins, f)
		case "leave":
			if f.to.org != nil && f.from.org == f.to.org {
				continue // changes roles
			}
			if f.to.org != nil {
				if f.from.org == nil && !f.from.unknown {
					f.from = orgArg{org: d.successorAt(q, f), implied: true}
					for _, l := range fs { // "X leaves A. She goes to B."
						if f.from.org == nil && l.kind == "leave" && l.to.org == nil && l.from.org != nil && !l.from.implied && l.from.org != f.to.org && l.status != graph.Denied && l.sent.index <= f.sent.index {
							f.from.org = l.from.org
						}
					}
					if f.from.org == nil {
						f.from.org = d.employerAt(f, fs)
					}
				}
				joins = append(joins, f)
			} else {
				leaves = append(leaves, f)
			}
		case "is", "was":
			affs = append(affs, f)
		}
	}
	internal := func(o *organization) bool {
		for _, f := range fs {
			if f.kind == "internal" && (f.org.org == nil || f.org.org == o) {
				return true
			}
		}
		return false
	}
	// "X, chief medical officer, will become head of research": a new role where X already is
	joins = slices.DeleteFunc(joins, func(f *fact) bool {
		if f.to.org != nil && !f.to.implied || f.to.unknown || f.from.org != nil || f.roleTo == "" || f.kind == "leave" {
			return false
		}
		o := f.to.org
		if o == nil {
			o = d.focusAt(f)
		}
		for _, a := range affs {
			if a.kind == "is" && a.org.org == o && a.tense == present && a.sent.index <= f.sent.index && a.role != f.roleTo && (a.phrase || a.date.since) {
				return true
			}
		}
		return false
	})
	// "leaves the head of A and takes the chair of the same A": a change of roles
	same := func(j, l *fact) bool {
		return j.sent == l.sent && j.from.org == nil && j.to.org != nil && j.to.org == l.from.org && j.status != graph.Denied && l.status != graph.Denied && l.to.org == nil && l.node < j.node
	}
	joins = slices.DeleteFunc(joins, func(j *fact) bool {
		n := len(leaves)
		if j.kind == "join" {
			leaves = slices.DeleteFunc(leaves, func(l *fact) bool { return same(j, l) })
		}
		return len(leaves) < n
	})
	// one arrival an organization
	var arrivals []*candidate
	for _, f := range joins {
		to := f.to.org
		if to == nil && !f.to.unknown {
			to = d.impliedTo(f, arrivals)
			if to == nil {
				continue
			}
		}
		if f.to.unknown && to == nil {
			if f.from.org == nil {
				continue
			}
			leaves = append(leaves, f)
			continue
		}
		var c *candidate
		for _, x := range arrivals {
			if x.to == to && (x.status == graph.Denied) == (f.status == graph.Denied) {
				c = x
			}
		}
		if c == nil {
			c = &candidate{who: q, to: to, fact: f, status: f.status, conf: confArrival, roleTo: f.roleTo}
			if f.to.implied || f.to.org == nil {
				c.conf = confImplied
			}
			c.past, c.weak, c.implied = true, true, true
			arrivals = append(arrivals, c)
		}
		c.past = c.past && d.earlier(f)
		c.implied = c.implied && (f.to.org == nil || f.to.implied)
		c.weak = c.weak && (f.weak || f.founder && f.status != graph.Announced)
		c.explain = append(c.explain, f.rule)
		if c.fact.sent.block.kind == heading && f.sent.block.kind != heading {
			c.fact = f
			c.status = f.status
		} else if f.status == graph.Announced && c.status == graph.Completed && f.sent.block.kind != heading {
			c.status = f.status
		}
		if c.from == nil && f.from.org != nil && f.from.org != to {
			c.from, c.roleFrom = f.from.org, f.roleFrom
			c.conf = confStated
		}
		if c.roleTo == "" {
			c.roleTo = f.roleTo
		}
		if f.hasDate && !c.hasDate {
			c.date, c.hasDate = f.date, true
		}
	}
	for _, c := range arrivals { // "dismissed talk of leaving A; he had been linked with B"
		for _, l := range leaves {
			if c.status == graph.Rumored && c.from == nil && l.status == graph.Denied && l.from.org != nil && l.from.org != c.to {
				c.status, c.from, c.fact = graph.Denied, l.from.org, l
				c.conf = max(c.conf, confInferred)
			}
		}
	}
	usedLeave := map[*fact]bool{}
	fromUsed := map[*organization]bool{}
	for _, c := range arrivals {
		if c.from != nil {
			fromUsed[c.from] = true
		}
	}
	leaveOrg := func(f *fact) *organization {
		if o := d.successorAt(q, f); o != nil && (f.from.org == nil || f.from.implied) {
			return o
		}
		if f.from.org != nil {
			return f.from.org
		}
		if f.from.unknown {
			return nil
		}
		return d.employerAt(f, fs)
	}
	news := newsOf(arrivals)
	for _, c := range arrivals {
		if c.from == nil {
			if st := d.previous(c, c == news, arrivals, affs, leaves, leaveOrg, fromUsed); st != nil {
				if st.org == c.to {
					if c.status != graph.Denied {
						c.conf = 0
					}
				} else {
					c.from, c.roleFrom = st.org, st.role
					c.conf = max(c.conf, confInferred)
					if st.f.kind == "is" && (c.fact.board || d.boardRole(c.roleTo)) { // a seat beside the job
						c.conf = 0
					}
					c.explain = append(c.explain, "from: "+st.f.rule)
					fromUsed[st.org] = true
					st.f.used = true
				}
			}
		}
	}
	for _, c := range arrivals {
		if o := d.successorAt(q, c.fact); c.from == nil && c.conf > 0 && c.status != graph.Denied && o != nil && o != c.to {
			c.from, c.conf = o, max(c.conf, confInferred) // "takes over from X, who goes to B"
			c.explain = append(c.explain, "from: successor")
		}
	}
	for _, c := range arrivals {
		if c.from == nil && c.weak {
			c.conf = min(c.conf, confDropped)
		}
		if c.from == nil && c.implied { // neither end is named
			c.conf = min(c.conf, confDropped)
		}
	}
	for _, c := range arrivals { // "he follows Y, who has gone to C"
		if c.from == nil && d.p.compounds {
			if o := d.placeTaken(q, c.fact); o != nil && o != c.to {
				c.from, c.conf = o, max(c.conf, confInferred)
			}
		}
	}
	for _, c := range arrivals { // "X, già direttore commerciale del gruppo, è stato nominato R di O": a promotion
		for _, a := range affs {
			if c.from == nil && a.phrase && !a.bare && a.org.implied && (a.org.org == nil || a.org.org == c.to) && a.sent == c.fact.sent && !c.fact.sent.block.title {
				c.conf = 0
			}
		}
	}
	back := d.background(q, fs, arrivals, news, leaveOrg)
	for _, c := range arrivals {
		if c.from == nil && internal(c.to) {
			c.conf = 0
		}
		for _, l := range leaves {
			o := leaveOrg(l)
			if o == c.from && o != nil && (l.status == graph.Denied) == (c.status == graph.Denied) {
				usedLeave[l] = true
				if c.roleFrom == "" {
					c.roleFrom = l.roleFrom
				}
				if !c.hasDate && l.hasDate {
					c.date, c.hasDate = l.date, true
				}
			}
		}
	}
	for _, c := range arrivals {
		for _, a := range affs {
			if c.roleFrom == "" && c.from != nil && a.org.org == c.from && a.role != "" {
				c.roleFrom = a.role
			}
			if c.roleTo == "" && a.org.org == c.to && a.role != "" && c != news {
				c.roleTo = a.role
			}
		}
	}
	d.starts(fs, news)
	if news != nil {
		news.main = true
	}
	// stays
	stays := map[*organization]bool{}
	for _, f := range fs {
		if f.kind == "stay" {
			o := f.org.org
			if o == nil {
				o = d.focusAt(f)
			}
			stays[o] = true
		}
	}
	out = append(out, arrivals...)
	// departures without an arrival
	var gone []*candidate
	for _, l := range leaves {
		if usedLeave[l] {
			continue
		}
		o := leaveOrg(l)
		if news != nil && o == news.to && news.status != graph.Denied && l.status != graph.Denied && l.from.org != nil && !l.from.implied && !news.past && news.from != nil && l.sent.index > news.fact.sent.index {
			continue
		}
		if news != nil && o == news.to && l.from.org == nil && l.status != graph.Denied && news.status != graph.Denied && !news.past && news.from != nil {
			continue // "… had said that he would leave": the old employer, not the one in focus
		}
		if l.from.org == nil && l.sent.block.kind == heading && l.status != graph.Denied && slices.ContainsFunc(leaves, func(x *fact) bool {
			return x != l && x.from.org != nil && !x.from.implied && x.status != graph.Denied
		}) {
			continue // the headline says that he goes, the text from where
		}
		if o == nil || stays[o] && l.status != graph.Denied || fromUsed[o] {
			continue
		}
		dup := false
		for _, g := range gone {
			if g.from == o {
				dup = true
				if !g.hasDate && l.hasDate {
					g.date, g.hasDate = l.date, true
				}
			}
		}
		if dup {
			continue
		}
		c := &candidate{who: q, from: o, fact: l, status: l.status, conf: confDeparture, roleFrom: l.roleFrom, date: l.date, hasDate: l.hasDate, explain: []string{l.rule}}
		gone = append(gone, c)
	}
	for _, g := range gone {
		g.main = g.fact.sent.index <= 4 && news == nil
		if g.roleFrom == "" {
			g.roleFrom = roleOf(fs, g.from, g.fact.sent.index)
		}
		if g.roleFrom == "" {
			g.roleFrom = d.successorRole(q)
		}
	}
	out = append(out, gone...)
	out = append(out, back...)
	return out
}

// focusAt is the organization that was in focus when the fact was read.
func (d *document) focusAt(f *fact) *organization { return f.focus }

// impliedTo is where a person arrives that a clause without an organization speaks of: where the text had the person arrive, else
// what was in focus.
func (d *document) impliedTo(f *fact, arrivals []*candidate) *organization {
	if len(arrivals) > 0 && !f.date.since {
		return arrivals[0].to
	}
	return d.focusAt(f)
}

// employerAt is the employer that the text has given the person by the time of the fact, else the one in focus.
func (d *document) employerAt(f *fact, fs []*fact) *organization {
	for _, a := range fs {
		if (a.kind == "is" || a.kind == "was" && !a.phrase) && a.org.org != nil && a.sent.index <= f.sent.index && a.tense != coming {
			return a.org.org
		}
	}
	if f.kind == "leave" && f.from.org == nil { // "Elle prend sa retraite. Elle dirigeait la gestion de B."
		for _, a := range fs {
			if a.kind == "was" && !a.phrase && !a.weak && a.org.org != nil && !a.org.implied && a.sent.index == f.sent.index+1 && d.p.is("option", "adjective-behind") {
				return a.org.org
			}
		}
	}
	return d.focusAt(f)
}

// successorAt is where the one who takes over from q arrives, as far as the text has said so near the fact.
func (d *document) successorAt(q *person, f *fact) *organization {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q || x.who == nil || x.sent.index > f.sent.index+1 || x.sent.index < f.sent.index-1 {
			continue
		}
		var o *organization
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" && j.to.org != nil && !j.to.implied && j.sent.index <= x.sent.index {
				o = j.to.org
			}
		}
		return o
	}
	return nil
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

// roleAt is the role that the text gives the person at an organization, or without one in a bare apposition.
func roleOf(fs []*fact, o *organization, index int) string {
	bare := ""
	for _, f := range fs {
		role := f.role
		if role == "" || f.kind != "is" && f.kind != "was" && f.kind != "prior" {
			continue
		}
		if f.org.org == o && o != nil {
			return role
		}
		if f.bare && bare == "" && f.sent.index <= index+1 {
			bare = role
		}
	}
	return bare
}

// successorRole is what the one who takes over from q becomes.
func (d *document) successorRole(q *person) string {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" && j.roleTo != "" {
				return j.roleTo
			}
		}
	}
	return ""
}

// earlier reports whether the fact is dated before the article, or stands in a clause about the past.
func (d *document) earlier(f *fact) bool {
	if f.before {
		return true
	}
	if f.before {
		return true
	}
	if !f.hasDate || f.date.rel {
		return false
	}
	y := f.date.year
	pub := int(d.published().Year)
	return y > 0 && pub > 0 && (y < pub-1 || y < pub && int(d.published().Month) > 3)
}

func (d *document) boardRole(role string) bool {
	for _, w := range strings.Fields(strings.ToLower(role)) {
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
		if f.tense == coming {
			continue
		}
		rank := 50
		near := f.sent == c.fact.sent || f.sent.index == c.fact.sent.index+1
		if !main && f.sinceYear > 0 && c.hasDate && c.date.year > 0 && f.sinceYear >= c.date.year {
			continue // came later
		}
		if !main && (!near || f.kind == "is") && c.status != graph.Denied {
			continue
		}
		switch {
		case f.org.org == nil:
			continue
		case main && f.sinceYear > 0 && !f.phrase && !f.bare: // "Il était depuis 2019 …"
			rank = 64
		case f.bare:
			rank = 40
			if f.who != nil && f.kind == "is" && near {
				rank = 52
			}
			if !near && c.fact.sent.index != f.sent.index {
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
		if f.org.org == c.to { // is already there
			if f.kind == "is" && f.date.since && f.date.year > 0 && f.date.year < int(d.published().Year) && f.sent.index <= c.fact.sent.index+2 && f.sent.index > c.fact.sent.index {
				consider(f.org.org, f.role, f, 90) // "She has led its legal department since 2021."
				continue
			}
			if f.sent == c.fact.sent && !f.phrase {
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
		consider(o, l.roleFrom, l, 70)
	}
	if main { // "She joined A in 2015": where she was until now
		for _, x := range arrivals {
			if x != c && x.to != c.to && x.status == graph.Completed {
				consider(x.to, x.roleTo, x.fact, 56)
			}
		}
	}
	return best
}

// background reads the earlier steps of a career in the order told: "before that" goes back from the station named last,
// "then" goes on from it, and what the text only says was once goes before the news.
func (d *document) background(q *person, fs []*fact, arrivals []*candidate, news *candidate, leaveOrg func(*fact) *organization) []*candidate {
	var out []*candidate
	find := func(to *organization) *candidate {
		for _, x := range slices.Concat(arrivals, out) {
			if x.to == to && x.conf > 0 && x.status != graph.Denied {
				return x
			}
		}
		return nil
	}
	link := func(from, to *organization, f *fact) {
		if from == nil || to == nil || from == to {
			return
		}
		if x := find(to); x != nil {
			if x.from == nil {
				x.from, x.roleFrom = from, f.role
				x.conf = max(x.conf, confCareer)
				x.explain = append(x.explain, "from: "+f.rule)
			}
			return
		}
		if x := find(from); x != nil && x.from == to {
			return // the other way round
		}
		c := &candidate{who: q, from: from, to: to, fact: f, status: graph.Completed, roleFrom: f.role, conf: confCareer, explain: []string{f.rule}}
		if f.kind == "after" {
			c.roleFrom, c.roleTo = "", f.role
		}
		out = append(out, c)
	}
	var chained *organization       // what a chain of stations gave the news as the employer before
	var pointer, last *organization // the earliest station of the passage, the latest
	var mention *fact               // a station just told without order
	forward := false
	for _, f := range fs {
		if f.status == graph.Denied {
			continue
		}
		org := f.org.org
		switch f.kind {
		case "join", "leave":
			to := f.to.org
			from := f.from.org
			if f.kind == "leave" && from == nil {
				from = leaveOrg(f)
			}
			if f.kind == "join" && to == nil {
				to = d.focusAt(f)
			}
			if f.kind == "join" && to != nil && from == nil && forward && last != nil && last != to {
				if x := find(to); x != nil && x.from == nil {
					x.from = last
					x.conf = max(x.conf, confInferred)
					x.explain = append(x.explain, "from: career order")
				}
			}
			if to != nil {
				last, pointer = to, to
				if x := find(to); x != nil && x.from != nil {
					pointer = x.from
				}
			} else if from != nil {
				pointer = from
				if forward {
					last = from
				}
			}
		case "is", "was":
			if org == nil || f.bare {
				continue
			}
			switch {
			case f.sinceYear > 0 && f.kind == "was" && !f.phrase && forward && last != nil && last != org && (news == nil || last != news.to):
				link(last, org, f) // told in order: "… en 2014, il intègre A. Il était depuis 2019 directeur de B"
				pointer, last = org, org
			case pointer == nil, f.used:
				pointer, last = org, org
			case org == pointer || org == last && (news == nil || org != news.to):
				pointer = org
			case f.kind == "was" && !f.phrase && f.tense == past:
				link(org, pointer, f)
				pointer = org
			case f.kind == "was" && !f.phrase:
				mention = f
			}
		case "prior":
			if org == nil {
				continue
			}
			to := f.to.org
			if to == nil {
				to = pointer
			}
			if to == nil && news != nil {
				to = news.to
			}
			link(org, to, f)
			pointer = org
		case "begin":
			if org != nil {
				last, pointer, forward = org, org, true
			}
		case "after":
			if org == nil {
				continue
			}
			if mention != nil && f.sent.index-mention.sent.index <= 1 && mention.org.org != org {
				link(mention.org.org, org, f)
				last, pointer, forward = org, mention.org.org, true
				continue
			}
			link(last, org, f)
			if news != nil && chained != nil && news.from == chained && chained == last && org != news.to && news.status != graph.Denied {
				news.from, chained = org, org // "chez A, B et C": the last counts
			}
			last, pointer, forward = org, org, true
			if news != nil && news.from == nil && org != news.to && news.status != graph.Denied {
				news.from, news.roleFrom = org, f.role
				news.conf = max(news.conf, confInferred)
				chained = org
			}
		}
	}
	return out
}
