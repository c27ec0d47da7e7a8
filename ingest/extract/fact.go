package extract

import (
	"cmp"
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
	leader           *person // with whom who goes along
	to, from, org    orgArg
	roleTo, roleFrom string
	role             string
	tense            tense
	status           graph.Status
	date             when
	hasDate          bool
	sinceYear        int  // "depuis 2019": since when; 0 where the text does not say
	ongoing          bool // "depuis trois ans"
	endYear          int  // "de 2010 à 2019": when it was over; 0 where the text does not say
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
	turn             bool          // the staying undoes the news of a move
	before           bool          // in a tense of the past before the news ("era entrato")
	earlier          bool          // in the pluperfect: "aveva lavorato", before the station told last
	paired           bool          // one of two that the text tells in no order: "was at A and at B"
	bare             bool          // a role and no organization
	formerly         bool          // by "ancien de O", not by a verb
	hired            bool          // by a verb of hiring or of taking up work
	away             bool          // by a verb of going away
	returns          bool          // by a verb of coming back
	loose            bool          // read without a frame, by the word that governs the organization
	focus            *organization // what was in focus when it was read
}

// readSentence states the facts of one sentence and moves the discourse on.
func (d *document) readSentence(s *sentence) {
	d.presented(s)
	found := d.matches(s)
	d.beginSentence(s)
	d.place(s)
	d.leavings(s)
	var fs []*fact
	for _, st := range s.affs {
		if st.aff.org != nil && d.onlyFund(st.aff) {
			st.aff.org = nil
		}
		if st.aff.tense == present && st.aff.org == nil && d.appointedAs(s, st) {
			st.aff.tense = coming
		}
		for _, q := range st.who.persons {
			f := &fact{kind: "is", who: q, role: st.aff.role, tense: st.aff.tense, sent: s, rule: "phrase", phrase: true, focus: d.focus, node: d.nodeAt(s, st.who.a)}
			if st.aff.org != nil {
				f.org = d.resolveOrg(s, d.nodeAt(s, st.aff.org.a), st.aff.org, q)
				if d.degreeFrom(s, st, f.org.org) {
					f.org = orgArg{}
				}
			}
			if f.tense == past {
				f.kind = "was"
			}
			if o := d.orgBehindRole(s, st); st.aff.org == nil && o != nil {
				f.org = orgArg{org: o}
			} else if st.aff.org == nil {
				f.bare = true
				if o := d.houses[q]; o != nil {
					f.org = orgArg{org: o, implied: true}
				} else if o := d.slotOpening(s); o != nil { // "Au sein de O, c'est X, son adjoint, qui lui succède"
					f.org = orgArg{org: o, implied: true}
				} else if o := d.possessorBefore(s, st); o != nil {
					f.org = orgArg{org: o, implied: true}
				} else if o := d.colonFocus(s, f.node); !st.aff.indef && !d.onlyDescribes(st.aff.role) && !d.profession(st.aff.role) && f.tense != coming && !(d.p.compounds && (f.tense == past || d.elsewhereIn(s, st))) && !d.onlyGoal(o, q) && (!d.p.is("option", "adjective-behind") && !d.p.compounds || d.namedBefore(s, o, st.who.a)) {
					f.org = orgArg{org: o, implied: true}
				}
				if f.tense == coming && f.org.org == nil && d.p.is("option", "pro-drop") && s.block.kind != heading { // "Globalia: X, new head of strategy (before at B)"
					if o := d.localFocus(s, f.node); o != nil {
						f.kind, f.to, f.roleTo, f.weak, f.status, f.bare = "join", orgArg{org: o, implied: true}, f.role, true, graph.Completed, false
					}
				}
			} else if f.tense == coming && f.org.org != nil {
				f.kind, f.to, f.roleTo, f.weak, f.status = "join", f.org, f.role, true, graph.Completed
			}
			if f.kind == "was" && d.untilNow(s, &s.nodes[d.nodeAt(s, st.who.a)]) { // "X, jusqu'ici directeur,"
				f.kind, f.tense, f.until = "is", present, true
			}
			fs = append(fs, f)
			if f.tense == past && st.aff.role != "" && d.outgoing(s, st.who) { // "its outgoing chief executive, X"
				fs = append(fs, &fact{kind: "leave", who: q, from: f.org, roleFrom: f.role, sent: s, node: f.node, rule: "outgoing", focus: d.focus, status: graph.Announced})
			}
			if st.aff.arrives && f.org.org != nil && !s.block.title {
				if o := d.localFocus(s, f.node); o != nil && o != f.org.org {
					fs = append(fs, &fact{kind: "join", who: q, from: f.org, to: orgArg{org: o, implied: true}, roleFrom: f.role, sent: s, node: f.node, rule: "bracket", focus: d.focus, status: graph.Completed})
				}
			}
		}
	}
	d.facts = append(d.facts, fs...)
	d.facts = append(d.facts, d.apposedRoles(s)...)
	d.facts = append(d.facts, d.predecessors(s)...)
	s.claimed = map[int]bool{}
	for _, b := range found {
		for k, l := range b.frame.labels {
			if b.at[k] >= 0 && (l == "from" || l == "to" || len(l) == 1) {
				s.claimed[int(b.at[k])] = true
			}
		}
	}
	stations := d.yearStations(s)
	if stations != nil || d.balance(s) != nil {
		found = nil // the brackets say all
	}
	d.facts = append(d.facts, stations...)
	slices.SortStableFunc(found, func(a, b binding) int { // what asks where the person is comes behind what says so
		return cmp.Compare(a.frame.asksElsewhere(), b.frame.asksElsewhere())
	})
	for _, b := range found {
		for _, act := range b.frame.acts {
			d.facts = append(d.facts, d.state(s, b, act)...)
		}
	}
	d.facts = append(d.facts, d.describedPast(s)...)
	var loose []*fact
	if stations == nil {
		loose = d.loose(s, found)
	}
	if n := len(d.facts); n == 0 || d.facts[n-1].sent != s || d.facts[n-1].phrase {
		d.facts = append(d.facts, d.readItem(s)...)
	}
	d.facts = append(d.facts, loose...)
	d.listMembers(s)
	d.facts = append(d.facts, d.listedAlong(s)...)
	d.facts = append(d.facts, d.hints(s)...)
	d.heldBefore(s)
	d.nowElsewhere(s)
	d.careerGoesOn(s)
	d.stepsOn(s)
	d.shared(s)
	d.retract(s)
	d.denied(s)
	d.tipped(s)
	d.shortlisted(s)
	d.joinGroup(s)
	d.countedMembers(s)
	d.expected(s)
	d.lookBack(s)
	d.placeWhom(s)
	d.noteTeam(s)
	d.endSentence(s, found)
}

// appointedAs reports whether a role without article stands between a verb of appointing and the name: "nomeou presidente Bia Sá".
func (d *document) appointedAs(s *sentence, st stated) bool {
	i := d.nodeAt(s, st.who.a)
	n := &s.nodes[i]
	t := s.toks[n.a]
	return i > 0 && n.kind == kindPerson && !t.capital && !d.p.is("det", t.low) && d.p.is("appoints", s.nodes[i-1].low)
}

// onlyFund reports whether a role is tied to a fund, not to an employer: "manager of the Pan-European Growth Fund".
func (d *document) onlyFund(a affiliation) bool {
	if d.p.named("fundword") == nil || a.org.org == nil || !strings.Contains(a.role, "manager") && !strings.Contains(a.role, "Manager") {
		return false
	}
	w := a.org.org.words
	return len(w) > 1 && d.p.is("fundword", w[len(w)-1])
}

// outgoing reports whether a word of leaving stands before the role and name of a person: "departing finance chief X".
func (d *document) outgoing(s *sentence, who node) bool {
	for i := max(0, who.a-8); i < who.a && d.p.named("leaver") != nil; i++ {
		if d.p.is("leaver", s.toks[i].low) && !slices.ContainsFunc(s.toks[i:who.a], func(t token) bool { return t.punct && t.low != "," }) {
			return true
		}
	}
	n := &s.nodes[d.nodeAt(s, who.a)]
	return n.kind == kindPerson && d.holds(s, n, "leaver")
}

// profession reports whether a role only says what somebody is by training: "X, economist with a record in mining,".
func (d *document) profession(role string) bool {
	return d.p.is("profession", strings.ToLower(firstWord(role)))
}

// calling reports whether a role only says what somebody is by training, not where: "cancérologue".
func (d *document) calling(role string) bool {
	return d.p.is("calling", strings.ToLower(firstWord(role)))
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

// lastLeft is the organization of the last departure stated in this sentence or the two before.
func (d *document) lastLeft(s *sentence) *organization {
	back := 2
	if d.p.is("option", "pro-drop") {
		back = 6
	}
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.index >= s.index-back; i-- {
		f := d.facts[i]
		if f.sent.index < s.index-2 && (f.from.org == nil || f.from.org != d.opening) {
			continue // farther back only from where the article is about
		}
		if f.kind == "join" && f.status != graph.Denied && f.from.org == nil && f.to.org != nil { // "X, chief of A, will join B. Y takes her place."
			for _, g := range d.facts {
				if g.who == f.who && g.sent == f.sent && g.phrase && g.org.org != nil && g.org.org != f.to.org && g.tense != coming {
					return g.org.org
				}
			}
		}
		if f.kind == "join" && f.status != graph.Denied && f.from.org != nil && f.to.org != nil {
			return f.from.org
		}
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

// untilNow reports whether the apposition of a person says that it holds until the news.
func (d *document) untilNow(s *sentence, who *node) bool {
	for i := who.a; i < who.b; i++ {
		if d.p.tokensMatch("untilnow", s.toks, i) > 0 {
			return true
		}
	}
	return false
}

// onlyGoal reports whether o is named once, as where somebody else has gone: hardly where q is.
func (d *document) onlyGoal(o *organization, q *person) bool {
	if o == nil || o.count > 1 || !d.p.is("option", "home") || d.home == o {
		return false
	}
	for _, f := range d.facts {
		if (f.kind == "join" || f.kind == "leave") && f.to.org == o && !f.to.implied && f.who != q {
			return true
		}
	}
	return false
}

// lastMover is whom this sentence or one of the two before has had arrive or leave last.
func (d *document) lastMover(s *sentence) *person {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- {
		if f := d.facts[k]; f.who != nil && (f.kind == "join" || f.kind == "leave") && !f.loose {
			return f.who
		}
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
