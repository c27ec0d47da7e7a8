package extract

import (
	"cmp"

	"talentgraph/graph"
)

// How often a move of each kind is right: the shares measured on the kept-aside fifth of the gold, both styles and all
// languages together. What falls below the default threshold is dropped.
const (
	confStated    = 0.78 // one clause names both ends
	confInferred  = 0.69 // the former employer comes from another clause
	confCareer    = 0.65 // an earlier step, from the order of the telling
	confGuessed   = 0.5  // the former employer is the only other organization named near it
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
	fact             *fact        // the one that the quote is from
	quote            [2]*sentence // or these, the first and the last
	partly           bool         // the fact states a part of it, the other end was found elsewhere
	status           graph.Status
	date             when
	hasDate          bool
	conf             float64
	main             bool // the news, not an earlier step
	implied          bool // where to is not named by any frame
	weak             bool // only frames that need a second sign
	came             bool // from is where a remark says the person once came from
	again            bool // the text also tells of an arrival there at another time
	loose            bool // no frame at all, only the words that govern the organization
	past             bool // the text dates it to an earlier time
	explain          []string
}

// ruled are the moves that the rules make of each person's facts, the uncertain ones too.
func (d *document) ruled() []*candidate {
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
	for _, c := range all { // "he takes P along": from where he goes
		for _, x := range all {
			if c.from == nil && c.fact.leader != nil && x.who == c.fact.leader && x.to == c.to && x.from != nil && c.to != nil && x.status != graph.Denied {
				c.from, c.conf = x.from, max(c.conf, confInferred)
				if x.status == graph.Announced && c.status == graph.Completed && d.p.is("option", "home") {
					c.status = x.status
				}
			}
		}
	}
	d.homeEnds(all, by)
	for _, c := range all {
		if d.game && (c.to == nil || c.implied || !c.fact.hired) {
			c.conf = min(c.conf, confDropped)
		}
		if c.from == nil && c.to != nil && d.withinGroup(c, by[c.who]) {
			c.conf = min(c.conf, confDropped)
		}
	}
	return all
}

// moves decides each person's career from the facts of the article.
func (d *document) moves() ([]Move, error) {
	if d.reg == nil || len(d.reg.persons) == 0 && len(d.facts) == 0 {
		return nil, nil
	}
	all := d.ruled()
	m, err := d.e.model()
	if err != nil {
		return nil, err
	}
	threshold := d.e.threshold
	if m != nil && len(d.sents) >= rankShort && !d.game {
		if threshold < 0 {
			threshold = m.ThresholdOf(d.manner())
		}
		all = d.decide(all, m, threshold)
	} else if threshold < 0 {
		threshold = defaultThreshold
	}
	var out []Move
	written := d.written()
	for _, c := range all {
		if c.conf < threshold || c.from == nil && c.to == nil || c.from == c.to || c.from.names(c.who) || c.to.names(c.who) {
			continue
		}
		m := Move{Person: c.who.name, RoleFrom: c.roleFrom, RoleTo: c.roleTo, Status: c.status, Confidence: c.conf}
		if c.from != nil {
			m.From = cmp.Or(written[c.from], c.from.name)
		}
		if c.to != nil {
			m.To = cmp.Or(written[c.to], c.to.name)
		}
		if !c.hasDate && !c.main {
			c.date, c.hasDate = d.dateBeside(c)
		}
		if c.hasDate {
			if pm := int(d.published().Month); d.p.compounds && c.status == graph.Completed && c.date.starts && c.date.month < pm && pm-c.date.month <= 3 {
				c.date.near = true // "hat A zum 31. März verlassen", told in May
			}
			m.Date = c.date.resolve(d.published(), c.status == graph.Announced || c.status == graph.Rumored || c.date.starts || d.soon(c) || d.laterThisYear(c))
			if c.status == graph.Completed && after(m.Date, d.published()) {
				m.Status = graph.Announced
			}
		}
		if !c.hasDate && c.main && c.status == graph.Completed && !c.past { // "has joined": in the month of the article
			p := d.published()
			m.Date = graph.Date{Year: p.Year, Month: p.Month}
		}
		if p := d.published(); !c.hasDate && c.main && c.status == graph.Announced && p.Month > 0 && p.Month < 10 && d.p.is("option", "org-before-role") { // "is leaving": within the year
			m.Date = graph.Date{Year: p.Year}
		}
		s := d.quotable(c)
		if s == nil {
			continue
		}
		d.moveRoles(c, &m)
		if c.main {
			m.Announced = d.announced(c.fact.sent)
			if m.Announced.IsZero() && s != c.fact.sent {
				m.Announced = d.announced(s)
			}
		}
		last := s
		if c.quote[0] != nil {
			s, last = c.quote[0], c.quote[1]
		}
		m.Quote, m.Start, m.End = d.span(s, last)
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
	return out, nil
}
