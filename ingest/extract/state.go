package extract

import (
	"slices"

	"talentgraph/graph"
)

// state makes the facts of one action of a match, one for each person.
func (d *document) state(s *sentence, b binding, act action) []*fact {
	if act.kind == "none" {
		return nil
	}
	at := func(arg string) int {
		label := arg
		if l, ok := act.args[arg]; ok {
			switch {
			case l == "=post": // where the frame names none
			case l[0] == '=':
				return -1
			default:
				label = l
			}
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
		d.group.end, d.group.count, d.group.rule = b.end, d.groupSize(s, b), b.frame.where
		move := fact{kind: "join"}
		d.statusOf(s, b, act, &move)
		d.group.status = move.status
		if value("from") == "last" && d.group.from.org == nil && d.lastOrg != nil {
			d.group.from = orgArg{org: d.lastOrg, implied: true}
		}
		if value("from") == "focus" && d.group.from.org == nil {
			d.group.from = orgArg{org: d.localFocus(s, b.end), implied: true}
		}
		if value("from") == "left" && d.group.from.org == nil { // "It is no isolated case": where the last departure was from
			d.group.from = orgArg{org: d.lastLeft(s), implied: true}
			if d.group.from.org == nil {
				d.group.from.org = d.opening
			}
		}
		return d.listed(s, b)
	}
	if at("who") < 0 && b.frame.another(act, b.at) {
		return nil // "leave who=x ; leave who=z": nobody stands at z
	}
	base := fact{kind: act.kind, focus: d.localFocus(s, b.end), sent: s, node: b.start, rule: b.frame.where}
	var who []*person
	if i := at("who"); i >= 0 {
		who = d.resolvePersons(s, i)
		if n := &s.nodes[i]; n.kind == kindRole && n.roleOrg != nil { // "the former partner of A founds B"
			d.statedByRole(s, n, who)
		}
	} else if value("who") == "topic" { // "A l'a rappelé", "B est venu me chercher": whom the text is about, no subject of this clause
		who = d.objectPerson(s, b)
	} else if value("who") == "" {
		who = d.implied(s, b)
		if q := d.lastMover(s); act.kind == "start" && q != nil && d.p.is("option", "pro-drop") { // "La nomina, firmata ieri da P, sarà operativa dal 15 marzo": of whom the text has just told
			who = d.one(q)
		}
	}
	if i := at("who"); i >= 0 && isName(&s.nodes[i]) && s.claimed[i] && len(d.facts) > 0 && d.facts[len(d.facts)-1].sent == s && d.p.is("option", "home") { // "elle intègre Yves Rocher, puis rallie O"
		who = d.one(d.facts[len(d.facts)-1].who)
	}
	if i := at("who"); i >= 0 && s.block.title && s.nodes[i].kind == kindRole && (len(who) == 0 || i > b.start && s.nodes[i].roleOrg != nil && d.p.is("option", "home")) {
		who = d.one(d.leadPerson(s.nodes[i].roleOrg))
	}
	if len(who) == 0 {
		return nil
	}
	if i := at("who"); i >= 0 && (d.p.compounds || d.movesAt(s, i, act.kind)) && s.nodes[i].kind == kindRole && s.nodes[i].roleOrg != nil && s.nodes[i].roleOrg.ref == refName && s.nodes[i].tense != coming {
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
		if value("reverse") != "" {
			return d.reversed(s, who, b.frame.where)
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
	if i := at("who"); len(who) > 1 && i >= 0 && slices.ContainsFunc(b.words, func(w int16) bool { return int(w) > i && int(w) < i+4 && d.p.is("sgpart", s.nodes[w].low) }) {
		who = who[len(who)-1:] // "X y Y, procedente de A": Y
	}
	for nth, q := range who {
		f := base
		f.who = q
		if o := d.houses[q]; o != nil {
			f.focus = o
		}
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
				if n != nil && n.ref == refDescribed && d.holds(s, n, "sameword") && x.arg != "to" { // "usciti dallo stesso studio"
					if o := d.sameHouse(s, q); o != nil {
						*x.to = orgArg{org: o}
					}
				}
				if w := at("who"); x.arg == "to" && n != nil && n.ref == refDescribed && x.to.implied && w >= 0 && s.nodes[w].kind == kindRole && s.nodes[w].roleOrg != nil && s.nodes[w].roleOrg.org == x.to.org && base.focus != nil && d.p.is("option", "pro-drop") {
					x.to.org = base.focus // "Il dirigente di A avrebbe raggiunto un'intesa con il club": hardly A
				}
				if o := d.localFocus(s, b.start); x.arg == "to" && f.kind == "join" && n != nil && n.ref == refDescribed && x.to.implied && o != nil && o != x.to.org && d.statedEmployer(s, q) == x.to.org && d.p.is("option", "org-before-role") {
					x.to.org = o // "X (A) and Y (B) have signed up for the firm": not A
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
			case "whom": // "will succeed X": where X is
				if o := d.openedBy(s); o != nil && x.to.org == nil && d.p.is("option", "home") { // "Aux Éditions du Phare, X remplace Y"
					*x.to = orgArg{org: o}
				} else if o := d.employerOf(s, base.whom); x.to.org == nil && o != nil {
					*x.to = orgArg{org: o, implied: true}
				}
			case "unknown":
				x.to.unknown = true
			case "left": // "Al suo posto arriva X": where the last departure was from
				if x.to.org == nil {
					if o := d.lastLeft(s); o != nil {
						*x.to = orgArg{org: o}
					}
				}
			case "successor": // "P remplace Y, parti à la retraite": where P arrives
				if x.to.org == nil {
					o := d.successorAt(q, &f)
					*x.to = orgArg{org: o}
					if o == nil && (x.arg == "org" || f.kind == "leave" && d.p.is("option", "home")) {
						*x.to = orgArg{org: base.focus, implied: true}
					}
					if f.kind == "leave" && o == f.to.org {
						*x.to = orgArg{}
					}
				}
			case "arrived": // "X becomes head of B. Her predecessor, Y, left in June"
				if x.to.org == nil {
					if o := d.lastArrived(s); o != nil {
						*x.to = orgArg{org: o}
					} else if o := d.localFocus(s, b.start); o != nil && d.p.is("option", "pro-drop") { // "A change at B. To succeed Y, who …, is X"
						*x.to = orgArg{org: o, implied: true}
					}
				}
			case "post": // "O posto ficou vago com a saída de Y": where the post is that the text speaks of
				if o := d.postAt(s, b.start, q, x.arg == "to"); x.to.org == nil && o != nil {
					*x.to = orgArg{org: o, implied: true}
				}
			case "last": // "Il l'avait quittée pour O": the one told of last
				if o := d.lastTold(s, q); x.to.org == nil && o != nil {
					*x.to = orgArg{org: o}
				}
			case "focus":
				if x.to.org == nil {
					*x.to = orgArg{org: d.focus, implied: true}
					if o := d.houses[q]; o != nil {
						x.to.org = o
					}
				}
			}
		}
		if i := at("to"); i >= 0 && s.nodes[i].ref == refDescribed && s.nodes[i].possess && d.holds(s, &s.nodes[i], "ownword") {
			f.to = orgArg{unknown: true} // "left to set up his own practice"
		}
		if i := at("to"); i >= 0 && value("kind") == "founding" && s.nodes[i].ref == refDescribed && s.nodes[i].possess {
			f.to = orgArg{unknown: true} // "to found her own company"
			if o := d.ownHouse(q); o != nil {
				f.to = orgArg{org: o}
			}
		}
		if i := at("from"); i >= 0 && s.nodes[i].ref == refDescribed && f.from.implied && f.from.org != nil && !f.from.org.heads[s.nodes[i].head] {
			if o := d.statedEmployer(s, q); o != nil {
				f.from.org = o // "X, a founder of Abonia, has left the fintech"
			} else if o := d.careerEmployer(s, q); o != nil && f.kind == "leave" && d.p.is("orggeneric", s.nodes[i].head) {
				f.from.org = o
			} else if o := d.cameFrom(q, f.from.org); o != nil && f.kind == "leave" {
				f.from.org = o // "Three engineers of A have founded B. X left the manufacturer in 2019."
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
				if f.to.org == nil && !f.to.unknown || ro.ref == refName && o.org != nil && f.from.org != o.org && !d.p.is("beathead", lastWord(ro.role)) { // "Das Ministerium ernennt X zum Chef der Bahn": the role's own organization
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
			} else if d.p.is("option", "pro-drop") && f.from.org != d.opening { // "left A in 2015 for the firm of Asolo": hardly A, where the text is not about A
				o := d.lastElsewhere(q, f.from.org)
				f.to = orgArg{org: o, implied: o != nil}
			} else if o := d.goneTo(f.from.org); o != nil { // "Another went from A to the Swiss group": where the one before went
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
		if f.kind == "is" && f.tense == coming && (f.org.org != nil || !f.org.unknown && (d.p.is("option", "pro-drop") || d.p.is("option", "org-before-role"))) { // "the new head of sales is P"
			f.kind, f.to = "join", f.org
		}
		if i := at("to"); i >= 0 && f.kind == "join" && s.nodes[i].ref == refDescribed && f.to.implied && d.p.named("pluperfect") != nil {
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
			if lead := d.resolvePersons(s, i); len(lead) == 1 {
				f.leader = lead[0]
			}
		}
		if f.kind == "prior" && f.to.org == nil && !f.to.unknown && d.p.is("option", "pro-drop") { // "He had been at B. Before that at A"
			if o := d.toldBefore(s, q, f.org.org); o != nil {
				f.to = orgArg{org: o, implied: true}
			}
		}
		if f.kind == "member" {
			g := d.group
			if g == nil || s.index-g.sent > 8 || g.single && g.one != nil && g.one != q {
				return nil
			}
			f.kind, f.to = "join", g.to
			if f.from.org == nil && !(g.single && s.index-g.sent > 3 && d.p.is("option", "org-before-role")) {
				f.from = g.from
			}
			if g.lost {
				f.kind = "leave"
			}
		}
		d.ofGroup(s, b.start, &f, len(who) > 1)
		if i := at("who"); i >= 0 && f.kind == "join" && f.from.org == nil && !f.from.unknown && f.to.org != nil { // "the banker of A will go to B"
			if n := &s.nodes[i]; n.kind == kindRole && (n.definite || n.named) && n.tense != coming && n.roleOrg != nil && n.roleOrg.ref == refName && n.roleOrg.org != f.to.org {
				f.from = orgArg{org: n.roleOrg.org}
			}
		}
		if d.p.compounds && f.kind == "join" && f.to.org == nil && !f.to.unknown && f.from.org == nil && f.tense != past && at("who") >= 0 && s.nodes[at("who")].ref == refName { // "Wie A mitteilt, wird P neuer Chef"
			if o := d.announcer(s); o != nil {
				f.to = orgArg{org: o}
			}
		}
		if o := d.openedBy(s); o != nil && f.kind == "join" && f.to.org == nil && !f.to.unknown && at("to") < 0 {
			f.to = orgArg{org: o} // "Aux Éditions du Phare, X remplace Y"
		}
		if f.kind == "join" && f.to.org == nil && !f.to.unknown && f.from.org != nil && f.from.org == base.focus && d.p.is("option", "home") { // "A perd X. B …. Elle recrute une associée de A"
			if o := d.otherFocus(s, f.from.org); o != nil {
				f.to = orgArg{org: o, implied: true}
			}
		}
		d.statusOf(s, b, act, &f)
		if act.kind == "member" && f.status == graph.Completed && d.group.status == graph.Announced { // "Two partners are leaving A for B. They are …"
			f.status = graph.Announced
		}
		d.dateOf(s, b, &f)
		d.recall(s, b, &f)
		if value("to") != "whom" {
			d.complete(s, b, &f)
		}
		if d.lacks(value("need"), s, at, &f, q) {
			continue
		}
		if value("school") == "no" && (d.school(f.org.org) || d.school(f.from.org)) { // "depuis sa sortie de l'École polytechnique"
			continue
		}
		f.founder = value("kind") == "founding"
		if f.founder && f.to.implied && !(f.kind == "leave" && d.p.is("option", "pro-drop") && f.from.org != nil && f.to.org != f.from.org) { // "the man who started it"
			continue
		}
		f.board = value("kind") == "board"
		f.retired = value("kind") == "retirement"
		f.before = value("past") != ""
		f.weak = value("weak") != "" && !(b.frame.acts[0].kind == "succeed" && d.openedBy(s) != nil) || f.kind == "join" && f.from.org == nil && d.stopgap(f.roleTo)
		f.until = value("until") != ""
		f.turn = value("turn") != ""
		if f.until && f.org.org == nil && !f.org.unknown && f.roleTo != "" && d.focus != nil {
			f.org = orgArg{org: d.focus, implied: true}     // "until now she was head of sales": in the house
			for _, g := range d.factsIn(s.index, s.index) { // "hung up the coat of A (she was a doctor)"
				if g.who == f.who && g.kind == "leave" && g.from.org != nil && !g.from.implied {
					f.org.org = g.from.org
				}
			}
		}
		for k := b.start; k < b.end && k < len(s.nodes); k++ {
			f.before = f.before || s.nodes[k].kind == kindWord && d.p.is("pluperfect", s.nodes[k].low)
		}
		if value("sure") != "" && f.to.org == nil && f.kind == "join" {
			f.to = orgArg{org: d.focus}
		}
		if value("sure") != "" && f.kind == "join" && f.date.year > 0 && !d.recentDate(f.date) {
			f.to.implied = true // "P, que ingresó en 1998, …": no news
		}
		f.away = d.goingAway(s, b)
		f.hired = d.hiring(s, b)
		for _, w := range b.words {
			f.before = f.before || d.p.is("pasttense", s.nodes[w].low)
			f.earlier = f.earlier || d.pluperfect(s, int(w))
			f.paired = d.inPair(s, at("org"))
			f.returns = f.returns || d.p.is("returnverb", s.nodes[w].low)
			f.formerly = f.formerly || d.p.is("former", s.nodes[w].low)
		}
		if d.settled(s, &f, at("from"), at("who"), at("org")) {
			out = append(out, &f)
		}
	}
	return out
}
