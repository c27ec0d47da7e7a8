package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// factKinds are what a frame may state of a person.
var factKinds = map[string]bool{
	"join":     true, // who starts at to (from where, as what)
	"leave":    true, // who leaves from (for to)
	"is":       true, // who is at org now, or was until this news
	"was":      true, // who was at org
	"prior":    true, // who was at org before what the text said last
	"begin":    true, // who started a career at org
	"after":    true, // who was at org after what the text said last
	"internal": true, // who changes roles within org
	"stay":     true, // who does not leave
	"succeed":  true, // who takes over from whom
	"start":    true, // who begins on date
	"group":    true, // several, unnamed yet, go from from to to
	"member":   true, // who is one of that group
	"same":     true, // who does what the sentence has just said of another
	"none":     true, // looks like a move and is none: takes the words
}

// orgArg is an organization that a fact names, or says it does not name.
type orgArg struct {
	org     *organization
	unknown bool
	implied bool // filled from what is in focus
}

// fact is what one frame or phrase states of one person.
type fact struct {
	kind             string
	who, whom        *person
	to, from, org    orgArg
	roleTo, roleFrom string
	role             string
	tense            tense
	status           graph.Status
	date             when
	hasDate          bool
	sinceYear        int // "depuis 2019": since when; 0 where the text does not say
	denied           bool
	founder, board   bool
	retired          bool
	sent             *sentence
	node             int // where in the sentence it stands
	rule             string
	phrase           bool // from a phrase, not a clause
	used             bool
	weak             bool
	until            bool          // it ends with this news
	before           bool          // in a tense of the past before the news ("era entrato")
	bare             bool          // a role and no organization
	focus            *organization // what was in focus when it was read
}

// readSentence states the facts of one sentence and moves the discourse on.
func (d *document) readSentence(s *sentence) {
	found := d.matches(s)
	d.beginSentence(s)
	var fs []*fact
	for _, st := range s.affs {
		for _, q := range st.who.persons {
			f := &fact{kind: "is", who: q, role: st.aff.role, tense: st.aff.tense, sent: s, rule: "phrase", phrase: true, focus: d.focus, node: d.nodeAt(s, st.who.a)}
			if st.aff.org != nil {
				f.org = d.resolveOrg(s, d.nodeAt(s, st.aff.org.a), st.aff.org, q)
			}
			if f.tense == past {
				f.kind = "was"
			}
			if st.aff.org == nil {
				f.bare = true
				if o := d.localFocus(s, f.node); !st.aff.indef && f.tense != coming && !(d.p.compounds && f.tense == past) && (!d.p.is("option", "adjective-behind") || d.namedBefore(s, o, st.who.a)) {
					f.org = orgArg{org: d.localFocus(s, f.node), implied: true}
				}
			} else if f.tense == coming && f.org.org != nil {
				f.kind, f.to, f.roleTo, f.weak, f.status = "join", f.org, f.role, true, graph.Completed
			}
			fs = append(fs, f)
		}
	}
	d.facts = append(d.facts, fs...)
	s.claimed = map[int]bool{}
	for _, b := range found {
		for k, l := range b.frame.labels {
			if b.at[k] >= 0 && (l == "from" || l == "to" || len(l) == 1) {
				s.claimed[int(b.at[k])] = true
			}
		}
	}
	for _, b := range found {
		for _, act := range b.frame.acts {
			d.facts = append(d.facts, d.state(s, b, act)...)
		}
	}
	d.facts = append(d.facts, d.describedPast(s)...)
	if n := len(d.facts); n == 0 || d.facts[n-1].sent != s || d.facts[n-1].phrase {
		d.facts = append(d.facts, d.readItem(s)...)
	}
	d.joinGroup(s)
	d.endSentence(s, found)
}

// joinGroup takes those of whom the text tells a former employer right after "three partners have joined" for the group.
func (d *document) joinGroup(s *sentence) {
	g := d.group
	if g == nil || g.lost || g.to.org == nil || g.from.org != nil || s.index <= g.sent || s.index > g.sent+2 {
		return
	}
	var out []*fact
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent == s; i-- {
		f := d.facts[i]
		if f.kind == "join" || f.kind == "leave" || f.kind == "internal" {
			return
		}
		if (f.kind == "was" || f.kind == "prior") && !f.phrase && f.org.org != nil && f.org.org != g.to.org && f.who.first >= g.sent {
			h := *f
			h.kind, h.to, h.from, h.org, h.status = "join", g.to, f.org, orgArg{}, graph.Completed
			out = append(out, &h)
		}
	}
	d.facts = append(d.facts, out...)
}

// nodeAt is the node that holds token t.
func (d *document) nodeAt(s *sentence, t int) int {
	for i := range s.nodes {
		if s.nodes[i].b > t {
			return i
		}
	}
	return len(s.nodes) - 1
}

// matches finds the frames of a sentence; of those that share words the fullest stays.
func (d *document) matches(s *sentence) []binding {
	p := d.p
	try := make([]bool, len(p.frames))
	some := len(p.always) > 0
	add := func(f *frame) { try[f.id], some = true, true }
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindWord && n.b-n.a > 1 {
			continue
		}
		for _, f := range p.byWord[n.low] {
			add(f)
		}
		for _, pf := range p.byPrefix {
			if strings.HasPrefix(n.low, pf.prefix) {
				add(pf.frame)
			}
		}
	}
	for _, f := range p.always {
		add(f)
	}
	if !some {
		return nil
	}
	m := matcher{s: s, p: p}
	var all []binding
	done := make([]int32, len(p.frames)) // the last node, plus one, at which a frame was tried
	at := func(list []*frame, i int) {
		for _, f := range list {
			if try[f.id] && done[f.id] != int32(i+1) {
				done[f.id] = int32(i + 1)
				if b, ok := m.match(f, i); ok {
					all = append(all, b)
				}
			}
		}
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		for _, kind := range nodeKinds {
			if n.fits(kind) {
				at(p.firstKind[kind], i)
			}
		}
		at(p.firstWord[n.low], i)
		at(p.firstAny, i)
	}
	score := func(b binding) int {
		n := 0
		for _, x := range b.at {
			if x >= 0 {
				n += 3
			}
		}
		n = n*2 + len(b.words)*2
		switch { // what rules out a reading goes before it
		case b.frame.acts[0].kind == "none":
			n += 40
		case b.frame.acts[0].args["status"] == "=denied":
			n += 8
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b binding) int {
		if x := score(b) - score(a); x != 0 {
			return x
		}
		if a.start != b.start {
			return a.start - b.start
		}
		if x := (a.end - a.start) - (b.end - b.start); x != 0 {
			return x
		}
		return a.frame.id - b.frame.id
	})
	taken := make([]bool, len(s.nodes))
	var out []binding
next:
	for _, b := range all {
		for _, w := range b.words {
			if taken[w] && !p.is("free", s.nodes[w].low) {
				continue next
			}
		}
		if len(b.words) == 0 {
			for k := b.start; k < b.end; k++ {
				if taken[k] {
					continue next
				}
			}
		}
		for _, w := range b.words {
			taken[w] = true
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b binding) int { return a.start - b.start })
	return out
}

// state makes the facts of one action of a match, one for each person.
func (d *document) state(s *sentence, b binding, act action) []*fact {
	if act.kind == "none" {
		return nil
	}
	at := func(arg string) int {
		label := arg
		if l, ok := act.args[arg]; ok {
			if l[0] == '=' {
				return -1
			}
			label = l
		}
		if k := slices.Index(b.frame.labels, label); k >= 0 {
			return int(b.at[k])
		}
		return -1
	}
	value := func(arg string) string {
		if v, ok := act.args[arg]; ok && v[0] == '=' {
			return v[1:]
		}
		return ""
	}
	if act.kind == "group" {
		d.setGroup(s, at("to"), at("from"), at("rfrom"), value("lost") != "")
		d.group.end = b.end
		if value("from") == "focus" && d.group.from.org == nil {
			d.group.from = orgArg{org: d.localFocus(s, b.end), implied: true}
		}
		return d.listed(s, b)
	}
	base := fact{kind: act.kind, focus: d.localFocus(s, b.end), sent: s, node: b.start, rule: b.frame.where}
	var who []*person
	if i := at("who"); i >= 0 {
		who = d.resolvePersons(s, i)
		if n := &s.nodes[i]; n.kind == kindRole && n.roleOrg != nil { // "the former partner of A founds B"
			d.statedByRole(s, n, who)
		}
	} else if value("who") == "" {
		who = d.implied(s, b)
	}
	if len(who) == 0 {
		return nil
	}
	if i := at("who"); i >= 0 && d.p.compounds && s.nodes[i].kind == kindRole && s.nodes[i].roleOrg != nil && s.nodes[i].roleOrg.ref == refName && s.nodes[i].tense != coming {
		r := &s.nodes[i] // "Die Direktorin der Kunsthalle wechselt": says where she is
		f := &fact{kind: "is", who: who[0], role: r.role, tense: r.tense, sent: s, rule: "phrase", phrase: true, focus: d.focus, node: i, org: orgArg{org: r.roleOrg.org}}
		if r.tense == past {
			f.kind = "was"
		}
		d.facts = append(d.facts, f)
	}
	if act.kind == "same" {
		var from, to *organization
		if i := at("from"); i >= 0 {
			from = d.resolveOrg(s, i, &s.nodes[i], nil).org
		}
		if i := at("to"); i >= 0 {
			to = d.resolveOrg(s, i, &s.nodes[i], nil).org
		}
		return d.likewise(s, who, from, to, b.frame.where)
	}
	if i := at("whom"); i >= 0 {
		if l := d.resolvePersons(s, i); len(l) > 0 {
			base.whom = l[0]
		}
	}
	role := func(arg string) (string, *node) {
		if i := at(arg); i >= 0 && s.nodes[i].kind == kindRole {
			return s.nodes[i].role, s.nodes[i].roleOrg
		}
		return "", nil
	}
	var ro, fo *node
	base.roleTo, ro = role("role")
	base.roleFrom, fo = role("rfrom")
	if i := at("role"); i >= 0 && s.nodes[i].kind == kindRole {
		base.tense = s.nodes[i].tense
	}
	var out []*fact
	each := map[string][]*node{}
	for _, arg := range []string{"to", "from", "org"} {
		each[arg] = d.respective(s, at(arg), len(who))
	}
	for nth, q := range who {
		f := base
		f.who = q
		for _, x := range []struct {
			arg string
			to  *orgArg
		}{{"to", &f.to}, {"from", &f.from}, {"org", &f.org}} {
			if l := each[x.arg]; l != nil {
				*x.to = d.resolveOrg(s, d.nodeAt(s, l[nth].a), l[nth], q)
				continue
			}
			if i := at(x.arg); i >= 0 {
				n := &s.nodes[i]
				if n.kind == kindRole { // "by the founder of Northwind"
					n = n.roleOrg
				}
				if n != nil {
					*x.to = d.resolveOrg(s, i, n, q)
				}
				if x.arg == "to" && i == b.start && f.kind == "join" && s.nodes[i].ref == refDescribed && !s.nodes[i].possess && x.to.org != nil && d.p.is("option", "pro-drop") {
					x.to.implied = false // "Il club ha scelto X": named, if by another word
				}
			}
			if g := d.group; x.arg == "org" && g != nil && !g.lost && g.from.org != nil && (f.kind == "is" || f.kind == "was") && x.to.implied && at(x.arg) >= 0 && s.nodes[at(x.arg)].ref == refDescribed && s.index > g.sent && s.index-g.sent <= 3 {
				*x.to = orgArg{org: g.from.org, implied: true} // "three bankers of A … who worked at the Swiss bank"
			}
			if i := at(x.arg); x.arg == "org" && i >= 0 && (f.kind == "is" || f.kind == "was") && x.to.implied && s.nodes[i].ref == refDescribed && s.nodes[i].b-s.nodes[i].a >= 4 {
				*x.to = orgArg{unknown: true} // "five years at the fashion house of Seville": hardly the one in focus
			}
			if x.arg == "to" && value("sure") != "" { // "the shareholders have elected X chairman"
				if x.to.org == nil && !x.to.unknown {
					*x.to = orgArg{org: d.localFocus(s, b.start)}
				}
				x.to.implied = false
			}
			switch value(x.arg) {
			case "unknown":
				x.to.unknown = true
			case "left": // "Al suo posto arriva X": where the last departure was from
				if x.to.org == nil {
					if o := d.lastLeft(s); o != nil {
						*x.to = orgArg{org: o}
					}
				}
			case "focus":
				if x.to.org == nil {
					*x.to = orgArg{org: d.focus, implied: true}
				}
			}
		}
		if i := at("to"); i >= 0 && value("kind") == "founding" && s.nodes[i].ref == refDescribed && s.nodes[i].possess {
			f.to = orgArg{unknown: true} // "to found her own company"
		}
		if i := at("from"); i >= 0 && s.nodes[i].ref == refDescribed && f.from.implied && f.from.org != nil && !f.from.org.heads[s.nodes[i].head] {
			if o := d.statedEmployer(s, q); o != nil {
				f.from.org = o // "X, a founder of Abonia, has left the fintech"
			} else if o := d.careerEmployer(s, q); o != nil && f.kind == "leave" && d.p.is("orggeneric", s.nodes[i].head) {
				f.from.org = o
			} else if o := d.employerBefore(q, f.from.org); o != nil && f.kind == "leave" && f.to.org == nil {
				f.from.org = o // "KKR has hired X, a former head of Endesa. X, who left the utility in 2019 …"
			}
		}
		if ro != nil && f.kind != "join" && ro.ref == refDescribed && (d.p.is("unitnoun", ro.head) || d.p.is("orggeneric", ro.head)) && value("org") == "" && at("org") >= 0 {
			ro = nil // "where she was a director in the property team"
		}
		if ro != nil {
			o := d.resolveOrg(s, d.nodeAt(s, ro.a), ro, q)
			switch f.kind {
			case "join":
				if f.to.org == nil && !f.to.unknown || ro.ref == refName && o.org != nil && f.from.org != o.org { // "Das Ministerium ernennt X zum Chef der Bahn": the role's own organization
					f.to = o
				}
			case "leave":
				if f.to.org == nil && o.org != nil {
					f.to = o
				}
			default:
				if f.org.org == nil {
					f.org = o
				}
			}
		}
		if f.to.org != nil && f.to.implied && f.to.org == f.from.org && !f.from.implied { // "has left A to lead the tax practice of the firm"
			if o := d.focus; o != f.from.org {
				f.to.org = o
			}
		}
		if i := at("by"); i >= 0 && f.kind == "join" && f.to.org == nil && !f.to.unknown { // "the board of A names X director"
			f.to = d.resolveOrg(s, i, &s.nodes[i], q)
		}
		if fo != nil && f.from.org == nil {
			f.from = d.resolveOrg(s, d.nodeAt(s, fo.a), fo, q)
		}
		if f.kind != "join" && f.kind != "leave" {
			f.role = f.roleTo
		}
		if f.kind == "is" && f.tense == coming && f.org.org != nil {
			f.kind, f.to = "join", f.org
		}
		if i := at("to"); i >= 0 && f.kind == "join" && s.nodes[i].ref == refDescribed && f.to.implied && d.p.classes["pluperfect"] != nil {
			for _, w := range b.words {
				if d.p.is("pluperfect", s.nodes[w].low) { // "Il était directeur de A. Il avait rejoint l'industriel en …"
					if o := d.lastStation(s, q); o != nil {
						f.to.org = o
					}
				}
			}
		}
		if i := at("with"); i >= 0 && f.kind == "join" && f.to.org == nil {
			f.to = d.leaderJoined(s, i)
		}
		if f.kind == "member" {
			g := d.group
			if g == nil || s.index-g.sent > 8 {
				return nil
			}
			f.kind, f.to = "join", g.to
			if f.from.org == nil {
				f.from = g.from
			}
			if g.lost {
				f.kind = "leave"
			}
		}
		if g := d.group; g != nil && !g.lost && f.kind == "leave" && len(who) > 1 && g.to.org != nil && f.to.org == nil && (f.from.org == nil || f.from.implied) && s.index > g.sent && s.index-g.sent <= 2 {
			f.kind, f.to = "join", g.to // "B a débauché trois chercheurs de A. X, Y et Z ont quitté le laboratoire"
			if g.from.org != nil {
				f.from = g.from
			}
		}
		if g := d.group; g != nil && g.lost && f.kind == "leave" && f.from.org == nil && !f.from.unknown && s.index-g.sent <= 3 && s.index > g.sent {
			f.from = g.from
		}
		if g := d.group; g != nil && !g.lost && d.p.compounds && f.kind == "join" && f.from.org == nil && g.from.org != nil && f.to.org == g.to.org && s.index-g.sent <= 2 {
			f.from = g.from
		}
		if g := d.group; g != nil && !g.lost && f.kind == "join" && f.to.org == nil && !f.to.unknown && f.from.org == nil && g.from.org != nil && s.index > g.sent && s.index-g.sent <= 3 && (!g.single || g.one == nil || g.one == q) {
			g.one = q
			f.to, f.from = g.to, g.from
		}
		if g := d.group; g != nil && g.lost && f.kind == "join" && f.from.org == nil && f.to.org != g.from.org && s.index-g.sent <= 4 && s.index > g.sent {
			f.from = g.from
		}
		if f.kind == "leave" && f.from.implied && f.from.org != nil && f.from.org != d.opening && d.joinsIn(q, f.from.org) {
			f.from.org = d.opening // "X goes to B" in the title, "X has left the company" in the lead
		}
		if g := d.group; g != nil && !g.lost && (f.kind == "is" || f.kind == "was") && g.from.org != nil && g.to.org != nil && f.org.org == g.from.org && s.index > g.sent && s.index-g.sent <= 3 && q.first > g.sent && d.mentioned(q) == s.index {
			// "B has hired two bankers of A. X and Y worked there for ten years."
			d.facts = append(d.facts, &fact{kind: "join", who: q, to: g.to, from: g.from, sent: s, node: b.start, rule: "group", focus: d.focus, status: graph.Completed})
		}
		if g := d.group; g != nil && !g.lost && f.kind == "join" && f.from.org == nil && !f.from.unknown && f.to.org != nil && (f.to.org == g.to.org || slices.Contains(g.named, f.to.org)) && g.from.org != nil && s.index > g.sent && s.index-g.sent <= 4 && (!g.single || g.one == nil || g.one == q) {
			g.one = q
			d.facts = append(d.facts, &fact{kind: "was", who: q, org: g.from, sent: s, node: b.start, rule: "group", focus: d.focus, phrase: true})
		}
		d.statusOf(s, b, act, &f)
		d.dateOf(s, b, &f)
		d.complete(s, b, &f)
		if v := value("need"); v == "to" && f.to.org == nil || v == "from" && f.from.org == nil || v == "both" && (f.from.org == nil || f.to.org == nil) || v == "since" && !f.date.since || v == "recent" && !d.recentDate(f.date) || v == "old" && d.recentDate(f.date) || v == "named" && (f.to.org == nil || f.to.implied || at("to") >= 0 && s.nodes[at("to")].ref != refName) {
			continue
		}
		f.founder = value("kind") == "founding"
		if f.founder && f.to.implied { // "the man who started it"
			continue
		}
		f.board = value("kind") == "board"
		f.retired = value("kind") == "retirement"
		f.weak = value("weak") != ""
		f.until = value("until") != ""
		if f.until && f.org.org == nil && !f.org.unknown && f.roleTo != "" && d.focus != nil {
			f.org = orgArg{org: d.focus, implied: true} // "until now she was head of sales": in the house
		}
		for k := b.start; k < b.end && k < len(s.nodes); k++ {
			f.before = f.before || s.nodes[k].kind == kindWord && d.p.is("pluperfect", s.nodes[k].low)
		}
		if value("sure") != "" && f.to.org == nil && f.kind == "join" {
			f.to = orgArg{org: d.focus}
		}
		for _, w := range b.words {
			f.before = f.before || d.p.is("pasttense", s.nodes[w].low)
		}
		g := f
		out = append(out, &g)
	}
	return out
}

// lastLeft is the organization of the last departure stated in this sentence or the two before.
func (d *document) lastLeft(s *sentence) *organization {
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.index >= s.index-2; i-- {
		f := d.facts[i]
		if f.kind != "leave" || f.status == graph.Denied || f.from.unknown {
			continue
		}
		if f.from.org != nil {
			return f.from.org
		}
		return f.focus
	}
	return nil
}

// likewise copies the last move stated, in this sentence or the one before, for others; from and to, where not nil, are theirs.
func (d *document) likewise(s *sentence, who []*person, from, to *organization, rule string) []*fact {
	for i := len(d.facts) - 1; i >= 0; i-- {
		f := d.facts[i]
		if f.sent.index < s.index-2 {
			return nil
		}
		if f.phrase || f.kind != "join" && f.kind != "leave" {
			continue
		}
		var out []*fact
		for _, q := range who {
			if q != f.who {
				g := *f
				g.who, g.rule, g.sent, g.used, g.roleFrom, g.roleTo = q, rule, s, false, "", ""
				for _, h := range d.facts { // "and Pierre Iyer, previously at Halcyon, as partner"
					if h.sent == s && h.phrase && h.who == q && h.org.org != nil && !h.org.implied && g.kind == "join" {
						g.from = orgArg{}
					}
				}
				if from != nil {
					g.from = orgArg{org: from}
				}
				if to != nil {
					g.to = orgArg{org: to}
				}
				out = append(out, &g)
			}
		}
		return out
	}
	return nil
}

// statedByRole notes what a role that stands for a person says of its organization.
func (d *document) statedByRole(s *sentence, n *node, who []*person) {
	for _, q := range who {
		f := &fact{kind: "is", who: q, role: n.role, tense: n.tense, sent: s, rule: "phrase", phrase: true, focus: d.focus, node: d.nodeAt(s, n.a)}
		f.org = d.resolveOrg(s, f.node, n.roleOrg, q)
		if n.tense == past {
			f.kind = "was"
		}
		if f.org.org != nil && n.tense == past {
			d.facts = append(d.facts, f)
		}
	}
}

// joinsIn reports whether a heading has said that the person goes to o.
func (d *document) joinsIn(q *person, o *organization) bool {
	for _, f := range d.facts {
		if f.who == q && f.kind == "join" && f.to.org == o && f.sent.block.kind == heading {
			return true
		}
	}
	return false
}

// mentioned is the index of the first sentence that names the person; -1 where none does.
func (d *document) mentioned(q *person) int {
	for _, s := range d.sents {
		for i := range s.nodes {
			if slices.Contains(s.nodes[i].persons, q) {
				return s.index
			}
		}
	}
	return -1
}

// employerBefore is where the text has had the person before the arrival at org, nil where it has told of no such arrival.
func (d *document) employerBefore(q *person, org *organization) *organization {
	var before *organization
	joined := false
	for _, f := range d.facts {
		if f.who != q {
			continue
		}
		joined = joined || f.kind == "join" && f.to.org == org
		if (f.kind == "is" || f.kind == "was") && f.org.org != nil && !f.org.implied && f.org.org != org {
			before = f.org.org
		}
	}
	if !joined {
		return nil
	}
	return before
}

// statedEmployer is the organization that a phrase of the sentence gives the person.
func (d *document) statedEmployer(s *sentence, q *person) *organization {
	for _, f := range d.facts {
		if f.sent == s && f.phrase && f.who == q && f.kind == "is" && f.org.org != nil && !f.org.implied {
			return f.org.org
		}
	}
	return nil
}

// careerEmployer is the employer that a passage on the person's career has just reached: "In 2012 she was recruited by A. … and
// left the group in March."
func (d *document) careerEmployer(s *sentence, q *person) *organization {
	for k := len(d.facts) - 1; k >= 0; k-- {
		f := d.facts[k]
		if f.sent.index >= s.index || f.who != q || f.phrase {
			continue
		}
		if s.index-f.sent.index > 2 {
			return nil
		}
		if f.kind == "join" && f.to.org != nil && !f.to.implied && d.joinedBefore(f) {
			return f.to.org
		}
	}
	return nil
}

// group is a number of persons who move together and whom the text names a little later.
type group struct {
	to, from orgArg
	sent     int
	end      int             // of the words that set it, a node
	lost     bool            // they leave from; each goes somewhere else
	named    []*organization // all that its sentence names
	single   bool            // it is of one person, the first who fits
	one      *person
}

// listed takes the persons behind a colon as members of the group just set.
func (d *document) listed(s *sentence, b binding) []*fact {
	g := d.group
	if g.lost {
		return nil
	}
	i := b.end
	if i > 0 && (s.nodes[i-1].low == ":" || s.nodes[i-1].low == "–") {
		i--
	}
	for i < len(s.nodes) && s.nodes[i].low != ":" && s.nodes[i].low != "–" {
		if s.nodes[i].kind == kindPerson {
			return nil
		}
		i++
	}
	var out []*fact
	for ; i < len(s.nodes); i++ {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
			from := g.from
			if i+2 < len(s.nodes) && isName(&s.nodes[i+2]) && d.behindFrom(s, i+2) {
				from = d.resolveOrg(s, i+2, &s.nodes[i+2], nil)
			}
			for _, q := range n.persons {
				out = append(out, &fact{kind: "join", who: q, to: g.to, from: from, sent: s, node: i, rule: b.frame.where, focus: d.focus, status: graph.Completed})
			}
		}
	}
	return out
}

func (d *document) setGroup(s *sentence, to, from, rfrom int, lost bool) {
	g := &group{sent: s.index, lost: lost}
	if to >= 0 {
		g.to = d.resolveOrg(s, to, &s.nodes[to], nil)
	}
	if from >= 0 {
		g.from = d.resolveOrg(s, from, &s.nodes[from], nil)
	}
	if rfrom >= 0 && s.nodes[rfrom].roleOrg != nil {
		g.from = orgArg{org: s.nodes[rfrom].roleOrg.org}
		g.single = (s.nodes[rfrom].indef || s.nodes[rfrom].definite) && !d.pluralRole(s.nodes[rfrom].role)
	}
	if g.to.org != nil && !g.to.implied {
		d.focus = g.to.org
	}
	if lost && g.from.org != nil {
		d.focus = g.from.org
	}
	if g.to.org == nil && !lost {
		g.to = orgArg{org: d.focus, implied: true}
	}
	for i := range s.nodes {
		if o := s.nodes[i].org; o != nil && s.nodes[i].ref == refName && o != g.from.org {
			g.named = append(g.named, o)
		}
	}
	d.group = g
}

// statusOf reads the status from the action, else from the words of the clause.
func (d *document) statusOf(s *sentence, b binding, act action, f *fact) {
	f.status = graph.Completed
	if v, ok := act.args["status"]; ok {
		if st, err := graph.ParseStatus(strings.TrimPrefix(v, "=")); err == nil {
			f.status = st
			f.denied = st == graph.Denied
			if f.denied || st == graph.Rumored {
				return
			}
		}
	}
	from := b.start
	for from > 0 && b.start-from < 12 && s.nodes[from-1].low != ";" {
		from--
	}
	hedged, future := false, false
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
		if i > 0 && i >= b.start && d.p.is("futureto", n.low) && s.nodes[i-1].kind == kindPerson { // "Smith to join Google"
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

// dateOf takes the date in or beside the match.
func (d *document) dateOf(s *sentence, b binding, f *fact) {
	if k := slices.Index(b.frame.labels, "date"); k >= 0 && b.at[k] >= 0 {
		f.date, f.hasDate = s.nodes[b.at[k]].date, true
		return
	}
	best := -1
	for i := b.start; i < len(s.nodes) && i < b.end+2; i++ {
		if n := &s.nodes[i]; n.kind == kindDate && n.date.since && n.date.year > 0 {
			f.sinceYear = n.date.year
		}
	}
	for i := max(0, b.start-2); i < len(s.nodes) && i < b.end+4; i++ {
		n := &s.nodes[i]
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
	if best >= 0 {
		f.date, f.hasDate = s.nodes[best].date, true
	}
}
