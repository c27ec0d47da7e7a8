package extract

import (
	"cmp"
	"slices"

	"talentgraph/graph"
)

// background reads the earlier steps of a career in the order told: "before that" goes back from the station named last,
// "then" goes on from it, and what the text only says was once goes before the news.
func (d *document) background(q *person, fs []*fact, arrivals []*candidate, news *candidate, leaveOrg func(*fact) *organization) []*candidate {
	if d.p.is("option", "home") { // in the order of the words
		fs = slices.Clone(fs)
		slices.SortStableFunc(fs, func(a, b *fact) int {
			return cmp.Or(a.sent.index-b.sent.index, a.node-b.node)
		})
	}
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
		if (f.kind == "was" || f.kind == "prior" || f.kind == "begin") && f.org.org == from && f.to.org == nil && d.p.is("option", "home") {
			f.to = orgArg{org: to, implied: true}
		}
		if (f.kind == "was" || f.kind == "after") && f.org.org == to {
			d.inTurn(f, from)
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
	var pending *fact               // "arrivé de A, P quitte B": A, until B is read
	var arrived *fact               // the last arrival told
	var told *candidate             // what "before that at A" stated, until "then at B" in the same sentence
	var chained *organization       // what a chain of stations gave the news as the employer before
	var pointer, last *organization // the earliest station of the passage, the latest
	var mention *fact               // a station just told without order
	forward := false
	var onward *fact           // the last step of a career told in order
	var mentioned *sentence    // where the text told of the station named last
	var lastWas *fact          // the last station told in the past tense
	var begun *sentence        // where the text told of the first one
	var read, looked *sentence // whose facts a chain has taken, and where one was looked for
	for i, f := range fs {
		if f.status == graph.Denied || f.sent == read || f.paired && (f.kind == "was" || f.kind == "prior") {
			continue
		}
		var c *chain
		if f.sent != looked {
			n := i + 1
			for n < len(fs) && fs[n].sent == f.sent {
				n++
			}
			c, looked = d.chainOf(q, f.sent, fs[i:n], news), f.sent
		}
		if c != nil {
			first, end := c.follow(news, pointer, link)
			read, pointer, forward = f.sent, first, true
			if end != nil {
				last = end
			}
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
			if pending != nil && f.kind == "leave" && pending.sent == f.sent && from != nil {
				link(pending.org.org, from, pending)
			}
			pending = nil
			if f.kind == "join" && to == nil {
				to = d.focusAt(f)
			}
			if f.kind == "join" && to != nil && from == nil && forward && last != nil && last != to {
				if x := find(to); x != nil && x.from == nil {
					x.from = last
					d.inTurn(x.fact, last)
					x.conf = max(x.conf, confInferred)
					x.explain = append(x.explain, "from: career order")
				}
			}
			if to != nil && from == nil && arrived != nil && f.kind == "join" && last != nil && last != to && last == arrived.to.org && d.goesOn(arrived, f) && (news == nil || to != news.to) {
				if x := find(to); x != nil && (x.from == nil || x.from == arrived.from.org) {
					x.from, x.roleFrom = last, ""
					d.inTurn(x.fact, last)
					x.conf = max(x.conf, confCareer)
					x.explain = append(x.explain, "from: told in order")
				}
				if news != nil && news.from == last && news.status != graph.Denied && d.thereafter(f) && news.fact.sent.index <= arrived.sent.index {
					news.from, news.roleFrom = to, f.roleTo // "left to run A. After that, she joined B": the last one before the news
				}
			}
			if to != nil && from == nil && arrived != nil && f.kind == "join" && arrived.sent == f.sent && arrived.node < f.node && last == arrived.to.org && last != to && (news == nil || to != news.to || news.past) && d.stepOn(arrived, f) {
				if x := find(to); x != nil && x.from == nil {
					x.from = last
					x.conf = max(x.conf, confCareer)
					x.explain = append(x.explain, "from: told in order")
				}
			}
			if f.to.org != nil && (f.kind == "join" || d.p.is("option", "org-before-role")) {
				arrived = f
			}
			if f.kind == "join" && f.from.org != nil && !f.from.implied && lastWas != nil && !lastWas.weak && !lastWas.phrase && d.p.is("option", "home") && lastWas.org.org != f.from.org && lastWas.org.org != to && lastWas.sent != f.sent && f.sent.index-lastWas.sent.index <= 2 && !d.school(lastWas.org.org) { // "Elle a dirigé A. Elle arrive de B"
				link(lastWas.org.org, f.from.org, lastWas)
			}
			if x := find(to); f.kind == "join" && to != nil && from == nil && onward != nil && onward.sent == f.sent && onward.node < f.node && last == onward.org.org && last != to && x != nil && x.from != nil && x.from != last {
				if y := find(last); y != nil && y.from == x.from { // "was at A, then went to B and now lands at C": from B
					x.from, x.roleFrom = last, ""
				}
			}
			if f.kind == "join" && to != nil && from == nil && !forward && lastWas != nil && (d.p.is("option", "pro-drop") || d.p.is("option", "org-before-role") && lastWas.sent.block == f.sent.block) && lastWas.org.org != to && !(d.p.is("option", "pro-drop") && news != nil && lastWas.org.org == news.from) && lastWas.sent.index < f.sent.index && f.sent.index-lastWas.sent.index <= 2 && d.earlier(f) && (news == nil || to != news.to) {
				if x := find(to); x != nil && x.from == nil {
					x.from, x.roleFrom = lastWas.org.org, lastWas.role
					x.conf = max(x.conf, confCareer)
					x.explain = append(x.explain, "from: "+lastWas.rule)
				}
			}
			if to != nil {
				last, pointer = to, to
				if x := find(to); x != nil && x.from != nil {
					pointer = x.from
				}
			} else if from != nil {
				pointer = from
				if forward && !(i > 0 && fs[i-1].sent == f.sent && fs[i-1].to.org != nil && d.p.is("option", "home")) {
					last = from
				}
			}
		case "is", "was":
			if org == nil || f.bare {
				continue
			}
			if !f.phrase {
				mentioned = f.sent
				if last == nil {
					last = org
				}
			}
			if f.kind == "was" && !f.phrase && f.sinceYear == 0 {
				lastWas = f
			}
			switch {
			case f.sinceYear > 0 && f.kind == "is" && !f.phrase && !f.org.implied && arrived != nil && d.earlier(arrived) && (news == nil || arrived.to.org != news.to) && last == arrived.to.org && last != org && f.sent.block == arrived.sent.block && f.sent.index-arrived.sent.index <= 1 && d.p.is("option", "pro-drop"):
				link(last, org, f) // "Em 2018 foi para A; está na B desde 2021"
				pointer, last = org, org
			case f.sinceYear > 0 && !f.phrase && (f.kind == "was" || d.p.is("option", "pro-drop") && i > 0 && fs[i-1].kind == "begin" && fs[i-1].sent == f.sent) && forward && last != nil && last != org && (news == nil || last != news.to):
				link(last, org, f) // told in order: "… en 2014, il intègre A. Il était depuis 2019 directeur de B"
				pointer, last = org, org
			case pointer == nil, f.used:
				pointer, last = org, org
			case org == pointer || org == last && (news == nil || org != news.to):
				pointer = org
			case f.kind == "was" && !f.phrase && (f.tense == past || f.earlier):
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
			if to == nil {
				pending = f
			}
			n := len(out)
			link(org, to, f)
			pointer = org
			told = nil
			if len(out) > n {
				told = out[n]
			} else if x := find(to); x != nil && x.from == org {
				told = x
			}
		case "begin":
			if org != nil {
				if pointer != nil && (d.p.is("option", "home") || d.p.is("option", "org-before-role") && !d.school(org)) && !slices.ContainsFunc(fs[i+1:], func(g *fact) bool {
					return !g.phrase && g.status != graph.Denied && (g.org.org != nil && g.org.org != org || g.to.org != nil && g.to.org != org)
				}) {
					link(org, pointer, f) // "avait rejoint B après six ans chez A. Il avait débuté chez O": told last, it leads to the earliest told
				}
				last, pointer, forward, mention = org, org, true, nil
				begun = f.sent
			}
		case "after":
			if org == nil {
				continue
			}
			if told != nil && told.fact.sent == f.sent && told.to != org && told.from != org && d.p.is("option", "home") { // "avant d'intégrer C, elle avait travaillé chez A, puis chez B"
				a := told.from
				told.from, told.roleFrom = org, f.role
				link(a, org, f)
				told = nil
				continue
			}
			if mention != nil && f.sent.index-mention.sent.index <= 1 && mention.org.org != org {
				link(mention.org.org, org, f)
				last, pointer, forward, mention = org, mention.org.org, true, nil
				continue
			}
			link(last, org, f)
			if news != nil && news.from == last && last != nil && org != news.to && news.status != graph.Denied && (news.fact.sent.index > f.sent.index && d.p.is("option", "home") || d.p.compounds) { // told forwards up to the news
				news.from, news.roleFrom = org, f.role
			}
			if news != nil && chained == nil && last != nil && news.from == last && mentioned == f.sent && org != news.to && news.status != graph.Denied && d.p.is("option", "home") {
				news.from, news.roleFrom, chained = org, f.role, org // "a passé douze ans chez A avant de rejoindre B": from B
			}
			if news != nil && news.from == last && begun == f.sent && org != news.to && news.status != graph.Denied && d.p.is("option", "org-before-role") {
				news.from, news.roleFrom, chained = org, f.role, org // "began at A and moved to B": from B
			}
			if news != nil && chained != nil && news.from == chained && chained == last && org != news.to && news.status != graph.Denied {
				news.from, chained = org, org // "chez A, B et C": the last counts
			}
			last, pointer, forward, onward = org, org, true, f
			if news != nil && news.from == nil && org != news.to && news.status != graph.Denied {
				news.from, news.roleFrom = org, f.role
				news.conf = max(news.conf, confInferred)
				chained = org
			}
		}
	}
	if onward != nil && d.p.is("option", "pro-drop") && news != nil && news.from != nil && news.from != onward.org.org && last == onward.org.org && last != news.to && news.status != graph.Denied && onward.sent.index >= news.fact.sent.index && find(news.from) == nil {
		link(last, news.from, onward) // "leaves C. She began at A and then went to B": from B to C
		if n := len(out); n > 0 && out[n-1].fact == onward {
			out[n-1].roleFrom, out[n-1].roleTo = onward.role, ""
		}
	}
	return out
}

// inTurn lets a fact say which station the order of the telling puts before it.
func (d *document) inTurn(f *fact, before *organization) {
	if d.p.is("option", "home") && f.from.org == nil && !f.from.unknown && f.org.org != before && f.to.org != before {
		f.from = orgArg{org: before, implied: true}
	}
}

// goesOn reports whether an arrival is told right behind another as the next step of a career: both lie before the news, in the same
// paragraph, and the dates do not go back.
func (d *document) goesOn(g, f *fact) bool {
	if !d.p.is("option", "home") && !d.p.is("option", "org-before-role") && !d.p.is("option", "pro-drop") && !d.p.compounds || g.sent == f.sent && !(d.p.is("option", "pro-drop") && !f.loose && !g.loose && g.node < f.node && (d.earlier(f) || d.earlier(g))) || g.sent.block != f.sent.block || f.sent.index-g.sent.index > 2 || !d.earlier(f) && !(d.thereafter(f) && (d.earlier(g) || g.status == graph.Completed && f.status == graph.Completed)) || g.status == graph.Denied {
		return false
	}
	if f.hasDate && g.hasDate && !f.date.rel && !g.date.rel && f.date.year > 0 && g.date.year > 0 {
		return f.date.year >= g.date.year
	}
	return d.earlier(g) || g.from.org != nil && !g.from.implied || d.thereafter(f)
}

// stepOn reports whether the arrivals g and f of one sentence follow each other: "left for A in 1988, was later recruited by B and returned to
// C". Nothing between them goes back, and no later date stands first.
func (d *document) stepOn(g, f *fact) bool {
	if !d.p.is("option", "org-before-role") || g.status != graph.Completed || f.status != graph.Completed {
		return false
	}
	if f.hasDate && g.hasDate && !f.date.rel && !g.date.rel && f.date.year > 0 && g.date.year > f.date.year {
		return false
	}
	for i := g.node; i < f.node && i < len(f.sent.nodes); i++ {
		if n := &f.sent.nodes[i]; n.kind == kindWord && (d.p.is("stepback", n.low) || n.low == ";") || n.kind == kindPerson && n.ref == refName && i > g.node+1 {
			return false
		}
	}
	return true
}

// thereafter reports whether the sentence of f opens by going on from what has been told (class "thereafter"): "Ten years later she joined".
func (d *document) thereafter(f *fact) bool {
	for i := 0; i < len(f.sent.nodes) && i < f.node+2 && i < 4; i++ {
		if n := &f.sent.nodes[i]; n.kind == kindWord && d.p.is("thereafter", n.low) {
			return true
		}
	}
	for i := f.node + 1; i < len(f.sent.nodes); i++ { // "B hired him four years later."
		if n := &f.sent.nodes[i]; n.kind == kindWord && d.p.is("thereafter", n.low) && d.p.is("span", f.sent.nodes[i-1].low) && f.sent.clauseEnd(i+1) {
			return true
		}
	}
	return false
}
