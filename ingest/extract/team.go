package extract

import (
	"slices"

	"talentgraph/graph"
)

// A text about several who go together names the two houses once and the persons one by one, in sentences that say no more than who belongs to them:
// "Anwälte verlassen A. … Angeführt wird die Gruppe von X (45). Ihm folgen Y (36) und Z (29)." Classes "team.…", read where the language has them.

// teamMoves states the move of a team for each of whom the text says so, in its first two paragraphs.
func (d *document) teamMoves() {
	if d.p.named("team.word") == nil {
		return
	}
	open := d.teamOpening()
	body := 0
	told := slices.ContainsFunc(open, func(s *sentence) bool {
		if !s.block.title && len(s.nodes) > 3 {
			body++
		}
		return body < 5 && (d.says(s, "team.word") || d.severalRoles(s))
	})
	if !told {
		return
	}
	who, at := d.teamMembers(open)
	if len(who) < 2 {
		return
	}
	lead := open[:0:0] // the title and the first paragraph name the houses; what follows tells careers too
	var first *block
	for _, s := range open {
		if s.block.kind == paragraph && len(s.block.sentences) > 1 {
			if first == nil {
				first = s.block
			} else if s.block != first {
				break
			}
		}
		lead = append(lead, s)
	}
	from, to := d.teamHouses(lead, who)
	if from == nil || to == nil {
		return
	}
	status := graph.Completed
	for _, f := range d.facts {
		if f.kind == "join" && f.to.org == to && f.status == graph.Announced && slices.Contains(who, f.who) {
			status = f.status
		}
	}
	for _, q := range who {
		f := &fact{kind: "join", who: q, to: orgArg{org: to}, from: orgArg{org: from}, sent: at[q], rule: "team", focus: to, status: status}
		for i := range at[q].nodes {
			if slices.Contains(at[q].nodes[i].persons, q) {
				f.node = i
				break
			}
		}
		elsewhere := false
		for _, g := range d.facts {
			if g.who != q || g.sent.index > at[q].index+1 || g.loose || g.status == graph.Denied {
				continue
			}
			switch g.kind {
			case "join", "leave":
				elsewhere = elsewhere || g.from.org != nil && g.from.org != from && !g.from.implied && g.sent == at[q] || g.to.org != nil && g.to.org != to && !g.to.implied && g.to.org != from
			case "internal", "stay":
				elsewhere = true
			}
		}
		if !elsewhere {
			d.facts = append(d.facts, f)
		}
	}
}

// severalRoles reports whether a sentence speaks of a number of those in one role: "fünf Anwälte", "zwei bisherige Partner".
func (d *document) severalRoles(s *sentence) bool {
	for i := 0; i+1 < len(s.nodes); i++ {
		if s.nodes[i].kind == kindWord && d.p.is("team.number", s.nodes[i].low) {
			for k := i + 1; k < len(s.nodes) && k < i+3; k++ {
				if s.nodes[k].kind == kindRole {
					return true
				}
			}
		}
	}
	return false
}

// teamOpening are the title and the sentences of the first two paragraphs.
func (d *document) teamOpening() []*sentence {
	var out []*sentence
	var last *block
	n := 0
	for _, s := range d.sents {
		if s.block.kind == paragraph && !s.block.title && s.block != last && len(s.block.sentences) > 1 {
			if n++; n > 2 {
				break
			}
			last = s.block
		}
		out = append(out, s)
	}
	return out
}

// teamMembers are those whom the opening names for the first time in sentences about the team, and where.
func (d *document) teamMembers(open []*sentence) ([]*person, map[*person]*sentence) {
	var who []*person
	at := map[*person]*sentence{}
	known := map[*person]bool{}
	for _, s := range open {
		var here []*person
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && !d.speaker(s, i) {
				for _, q := range n.persons {
					if !known[q] && !slices.Contains(here, q) {
						here = append(here, q)
					}
				}
			}
		}
		if s.block.title || len(here) == 0 {
			continue
		}
		for _, q := range here {
			known[q] = true
		}
		first := len(who) == 0 && s.block == open[len(open)-1].block || len(who) == 0 && s.index < 6
		if len(here) > 1 && s.ages() > 1 || d.says(s, "team.with") || first && d.says(s, "team.lead") {
			for _, q := range here {
				who = append(who, q)
				at[q] = s
			}
		}
	}
	return who, at
}

// ages is how many numbers in brackets a sentence has, as the press gives how old somebody is: "X (45) und Y (39)".
func (s *sentence) ages() int {
	k := 0
	for i := 2; i < len(s.toks); i++ {
		if t := s.toks[i-1].low; s.toks[i].low == ")" && s.toks[i-2].low == "(" && len(t) == 2 && t[0] >= '2' && t[0] <= '7' && t[1] >= '0' && t[1] <= '9' {
			k++
		}
	}
	return k
}

// teamHouses are the organizations that a team leaves and goes to, as far as the opening tells both.
func (d *document) teamHouses(open []*sentence, who []*person) (*organization, *organization) {
	score := map[*organization]int{} // above zero: left
	var order []*organization
	note := func(o *organization, k int) {
		if o == nil || d.publishers[o] {
			return
		}
		if _, ok := score[o]; !ok {
			order = append(order, o)
		}
		score[o] += k
	}
	for _, f := range d.facts {
		if !slices.Contains(who, f.who) || !slices.Contains(open, f.sent) || f.status == graph.Denied || f.before {
			continue
		}
		switch f.kind {
		case "join", "leave":
			if !f.to.implied {
				note(f.to.org, -3)
			}
			if !f.from.implied {
				note(f.from.org, 3)
			}
		case "was":
			if !f.org.implied && !f.phrase {
				note(f.org.org, 2)
			}
		}
	}
	for _, s := range open {
		lose, win, k := d.says(s, "team.lose"), d.says(s, "team.win"), 1
		if s.block.title {
			k = 2
		}
		for j := range s.nodes {
			o := s.orgAt(j)
			if o == nil {
				continue
			}
			note(o, 0)
			prev := ""
			for k := j - 1; k >= 0 && s.nodes[k].kind == kindWord; k-- {
				if prev = s.nodes[k].low; !d.p.is("det", prev) || d.p.is("fused", prev) {
					break
				}
			}
			out, in := d.p.is("prep.from", prev), d.p.is("prep.to", prev) || d.p.is("team.to", prev)
			switch {
			case out:
				note(o, k)
			case in:
				note(o, -2*k)
			case lose && !win:
				note(o, 2*k)
			case win && !lose:
				note(o, -2*k)
			}
		}
	}
	var from, to *organization
	for _, o := range order {
		if k := score[o]; k > 0 && (from == nil || k > score[from]) {
			from = o
		} else if k < 0 && (to == nil || k < score[to]) {
			to = o
		}
	}
	if from == nil || to == nil {
		var rest []*organization
		for _, o := range order {
			if o != from && o != to && o.count > 1 {
				rest = append(rest, o)
			}
		}
		if len(rest) != 1 || from == nil && to == nil {
			return nil, nil
		}
		if from == nil {
			from = rest[0]
		} else {
			to = rest[0]
		}
	}
	return from, to
}
