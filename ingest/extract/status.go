package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// statusOf reads the status from the action, else from the words of the clause.
func (d *document) statusOf(s *sentence, b binding, act action, f *fact) {
	f.status = graph.Completed
	if v, ok := act.args["status"]; ok {
		if st, err := graph.ParseStatus(strings.TrimPrefix(v, "=")); err == nil {
			f.status = st
			f.denied = st == graph.Denied
			if f.denied || st == graph.Rumored || v == "=completed" {
				return
			}
		}
	}
	from := b.start
	for from > 0 && b.start-from < 12 && s.nodes[from-1].low != ";" {
		from--
	}
	hedged, future := false, false
	if (f.kind == "join" || f.kind == "leave") && d.deniedAround(s, from, b) {
		f.status, f.denied = graph.Denied, true
		return
	}
	for i := from; i < b.end && i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindWord {
			continue
		}
		if d.p.is("hedge", n.low) || d.p.phraseAt("hedge", s, i) > 0 {
			hedged = true
		}
		if i >= b.start && (d.p.is("future", n.low) || d.p.phraseAt("future", s, i) > 0) {
			future = true
		}
		if i > 0 && i >= b.start && d.p.is("futureto", n.low) && s.nodes[i-1].kind == kindPerson && !(i-1 > b.start && i+1 < len(s.nodes) && isName(&s.nodes[i+1])) { // "Smith to join Google", not "has lost Smith to Google"
			future = true
		}
	}
	for i := b.end; i < len(s.nodes) && i < b.end+10; i++ {
		n := &s.nodes[i]
		if n.kind == kindWord && (d.p.is("hedgebehind", n.low) || d.p.phraseAt("hedgebehind", s, i) > 0) {
			hedged = true
		}
	}
	if n := len(s.toks); n > 0 && s.toks[n-1].low == "?" {
		hedged = true
	}
	switch {
	case hedged && f.status != graph.Announced:
		f.status = graph.Rumored
	case future:
		f.status = graph.Announced
	}
}

// deniedAround reports whether the clause lies under a denial: "a démenti les informations selon lesquelles …", "… , ce que dément
// la société".
func (d *document) deniedAround(s *sentence, from int, b binding) bool {
	c, end := d.p.named("denyhead"), d.p.named("denybehind")
	if c == nil {
		return false
	}
	for from > 0 && b.start-from < 26 && s.nodes[from-1].low != ";" {
		from--
	}
	under := false
	for i := from; i < b.start; i++ {
		n := &s.nodes[i]
		if n.kind != kindWord {
			continue
		}
		if c.has(n.low) || s.phrase(c, i) > 0 {
			under = true
		} else if under && (d.p.is("denyends", n.low) || d.p.phraseAt("denyends", s, i) > 0) { // "niega la noticia, pero admite que …"
			under = false
		}
	}
	if under {
		return true
	}
	if end == nil {
		return false
	}
	for i := b.end; i < len(s.nodes) && i < b.end+10; i++ {
		if n := &s.nodes[i]; n.kind == kindWord && (end.has(n.low) || s.phrase(end, i) > 0) {
			return true
		}
	}
	return false
}

// retract denies what the sentence before tells where this one is no more than "C'est faux." or "Il n'en est rien."
func (d *document) retract(s *sentence) {
	c := d.p.named("retract")
	if c == nil || len(s.nodes) > 9 {
		return
	}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind != kindWord || !c.has(n.low) && s.phrase(c, i) == 0 && !(d.p.is("retractend", n.low) && i+1 < len(s.nodes) && s.nodes[i+1].low == ".") {
			continue
		}
		for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-1; k-- {
			if f := d.facts[k]; f.sent.index == s.index-1 && !f.sent.block.title && (f.kind == "join" || f.kind == "leave") {
				f.status, f.denied = graph.Denied, true
			}
		}
		return
	}
}

// denied takes a rumour back that one of the sentences before tells, where this one opens with what says that it is none: "«Fantasie»,
// replica O", "Mentira, responde ela da mesa que ocupa há nove anos."
func (d *document) denied(s *sentence) {
	c := d.p.named("takeback")
	if c == nil || s.block.kind == heading {
		return
	}
	for i := 0; i < len(s.nodes) && i < 4; i++ {
		if n := &s.nodes[i]; n.kind != kindWord || !c.has(n.low) && s.phrase(c, i) == 0 {
			continue
		}
		for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- {
			if f := d.facts[k]; f.sent.index < s.index && (f.kind == "join" || f.kind == "leave") && f.status == graph.Rumored {
				f.status, f.denied = graph.Denied, true
			}
		}
		return
	}
}

// staysAfterAll denies an arrival of whom the title or what follows says that he stays where he is: "B wollte X, doch X bleibt bei A",
// "X was to start at B. A has talked him into staying". A rumour is denied by any staying, news only by what names the other house.
func (d *document) staysAfterAll(arrivals []*candidate, fs []*fact) {
	for _, f := range fs {
		if f.kind == "leave" && f.status == graph.Denied && f.to.org == nil { // "who was to leave A for B has changed his mind"
			for _, c := range arrivals {
				if c.fact != f && (c.status == graph.Rumored || c.status == graph.Announced) && c.from != nil && (f.from.org == nil || f.from.org == c.from) && (f.sent == c.fact.sent || f.sent.index == c.fact.sent.index+1) {
					c.status = graph.Denied
				}
			}
		}
		if f.kind != "stay" || d.staysUntil(f) {
			continue
		}
		for _, c := range arrivals {
			if f.org.org == c.to {
				continue
			}
			behind := f.sent.block.title || f.sent.index > c.fact.sent.index && f.sent.index <= c.fact.sent.index+4 || f.sent == c.fact.sent && f.node >= c.fact.node && (f.org.org != nil || f.turn)
			if f.org.org == nil && !f.turn && !d.p.is("option", "pro-drop") {
				behind = behind && f.sent.index <= c.fact.sent.index+1
			}
			named := f.org.org != nil && !f.org.implied && (c.from == nil || c.from == f.org.org)
			switch {
			case c.status == graph.Denied:
			case behind && (c.status == graph.Rumored || f.turn && !f.sent.block.title), named && f.turn:
				c.status = graph.Denied
			default:
				continue
			}
			if c.from == nil && named {
				c.from, c.conf = f.org.org, max(c.conf, confInferred)
			}
		}
	}
}

// staysUntil reports whether a staying is only until a date: "reste chez A jusqu'en juin".
func (d *document) staysUntil(f *fact) bool {
	for i := range f.sent.nodes {
		if f.sent.nodes[i].kind == kindDate && d.until(f.sent, i) && !f.turn {
			return true
		}
	}
	return false
}

// dateOf takes the date in or beside the match.
func (d *document) dateOf(s *sentence, b binding, f *fact) {
	if k := slices.Index(b.frame.labels, "date"); k >= 0 && b.at[k] >= 0 {
		f.date, f.hasDate = s.nodes[b.at[k]].date, true
		if f.date.since && d.p.is("option", "pro-drop") {
			f.ongoing = true
			if !f.date.rel {
				f.sinceYear = f.date.year
			}
		}
		return
	}
	if f.kind == "was" || f.kind == "is" || f.kind == "prior" {
		f.endYear = d.endYear(s, b.start-3, b.end+4)
	}
	best := -1
	for i := b.start; i < len(s.nodes) && i < b.end+2; i++ {
		if n := &s.nodes[i]; n.kind == kindDate && n.date.since {
			f.ongoing = true
			if n.date.year > 0 {
				f.sinceYear = n.date.year
			}
		}
	}
	if n := &s.nodes[0]; b.start == 2 && n.kind == kindDate && n.date.since && n.date.year > 0 && s.nodes[1].low == "," && f.kind == "was" && d.p.is("option", "home") { // "Depuis 2016, elle était …"
		f.ongoing, f.sinceYear = true, n.date.year
	}
	told := d.p.is("option", "org-before-role") // the dates of announcements stand apart
	for i := b.start; told && i < len(s.nodes); i++ {
		if n := &s.nodes[i]; n.kind == kindDate && n.date.starts && n.date.month > 0 && !n.date.since { // "effective March 1", wherever it stands
			f.date, f.hasDate = n.date, true
			return
		} else if n.low == ";" || i >= b.end && n.kind == kindPerson && n.ref == refName {
			break
		}
	}
	for i := max(0, b.start-2); i < len(s.nodes) && i < b.end+4; i++ {
		n := &s.nodes[i]
		if told && n.kind == kindDate && d.dateOfTelling(s, i) {
			continue
		}
		if i >= b.end && (n.low == "," || n.low == ";" || n.kind == kindPerson) && !(n.low == "," && i+1 < len(s.nodes) && s.nodes[i+1].kind == kindDate) {
			break
		}
		if n.kind == kindDate && !n.date.since && n.date.unit != 'k' && n.date.unit != 'x' {
			best = i
			if i >= b.start {
				break
			}
		}
	}
	if n := s.at(0); best < 0 && told && n != nil && n.kind == kindDate && !n.date.since && n.date.unit != 'k' && n.date.unit != 'x' && len(s.nodes) > 1 && (s.nodes[1].low == "," || s.nodes[1].kind == kindPerson) {
		best = 0 // "Last year, X recruited …"
	}
	if k := d.effectDate(s, b.end); k >= 0 && (best < 0 || !s.nodes[best].date.starts) && (f.kind == "join" || f.kind == "leave") {
		f.date, f.hasDate = s.nodes[k].date, true
		f.date.starts = true
		return
	}
	if best >= 0 {
		f.date, f.hasDate = s.nodes[best].date, true
		f.date.near = told && d.presentTense(s, b)
	}
	if class := d.p.named("entryword"); f.hasDate && class != nil && f.kind == "join" {
		for _, w := range b.words { // "prendra ses fonctions le 1er mars"
			f.date.starts = f.date.starts || class.has(s.nodes[w].low)
		}
	}
}

// dateOfTelling reports whether the date at node i tells when something was said: "said in April that he would".
func (d *document) dateOfTelling(s *sentence, i int) bool {
	prev := s.at(i - 1)
	return prev != nil && prev.kind == kindWord && (d.p.is("says", prev.low) || d.p.is("tells", prev.low))
}

// presentTense reports whether a match speaks in the present tense of what may lie ahead: "starts in June".
func (d *document) presentTense(s *sentence, b binding) bool {
	for _, w := range b.words {
		if d.p.is("presentverb", s.nodes[w].low) {
			return true
		}
	}
	return false
}
