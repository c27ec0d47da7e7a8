package extract

import (
	"slices"
	"strings"
)

// noteTeam keeps the group that the sentence has set, for those whom the text names behind it.
func (d *document) noteTeam(s *sentence) {
	if g := d.group; d.p.is("option", "home") && g != nil && g.sent == s.index && !g.single && (!g.lost || g.count > 1 || strings.HasPrefix(g.rule, "teams")) && !slices.Contains(d.teams, g) {
		d.teams = append(d.teams, g)
	}
}

// groupMembers takes those whom the text first names behind a group for its members: as many as it says, else those of sentences that say so
// (class "member"). Who only speaks, who holds a post of the house that takes the group and of whom the text tells another move are none.
func (d *document) groupMembers() {
	for k, g := range d.teams {
		last := min(g.sent+6, len(d.sents)-1)
		if k+1 < len(d.teams) && !d.sents[g.sent].block.title && d.teams[k+1].sent > g.sent {
			last = min(last, d.teams[k+1].sent-1)
		}
		if d.sents[g.sent].block.title && k+1 < len(d.teams) {
			continue // the text says it again
		}
		var who []*person
		at := map[*person][2]int{}
		for i := g.sent; i <= last; i++ {
			s := d.sents[i]
			if i > g.sent+1 && s.block != d.sents[i-1].block && len(who) > 0 && g.count > 0 && len(who) >= g.count {
				break
			}
			says := g.count > 1 || d.says(s, "member")
			for j := range s.nodes {
				n := &s.nodes[j]
				if n.kind != kindPerson || n.ref != refName || i == g.sent && j < g.end || !says && i > g.sent {
					continue
				}
				if d.speaker(s, j) || d.headOf(s, j, g) {
					continue
				}
				for _, q := range n.persons {
					if _, ok := at[q]; !ok && d.mentioned(q) == i && !d.elsewhereThan(q, g) {
						who = append(who, q)
						at[q] = [2]int{i, j}
					}
				}
			}
		}
		if g.count > 1 && len(who) > g.count {
			who = who[:g.count]
		}
		if len(who) == 0 || g.count > 1 && g.count < 8 && len(who)*2 < g.count {
			continue
		}
		for _, q := range who {
			s := d.sents[at[q][0]]
			f := &fact{kind: "join", who: q, to: g.to, from: g.from, sent: s, node: at[q][1], rule: "team", focus: d.focus, status: g.listedStatus()}
			if g.lost {
				f.kind, f.to = "leave", orgArg{}
			}
			d.facts = append(d.facts, f)
		}
	}
}

// headOf reports whether the person of node j is named with a post that stands before the name with an article ("le président, P"), or at the house
// that takes the group.
func (d *document) headOf(s *sentence, j int, g *group) bool {
	n := &s.nodes[j]
	for i := max(0, n.a-4); i <= n.a && i < len(s.toks); i++ {
		if d.p.tokensMatch("g.head", s.toks, i) > 0 {
			return true
		}
	}
	for _, st := range s.affs {
		if st.who.a >= n.a && st.who.b <= n.b && st.aff.org != nil && st.aff.org.ref == refName && st.aff.org.org != nil && st.aff.org.org != g.from.org && st.aff.tense != past {
			return true
		}
	}
	return false
}

// elsewhereThan reports whether the text tells a move of q, or that he stays, that is not the group's.
func (d *document) elsewhereThan(q *person, g *group) bool {
	for _, f := range d.facts {
		if f.who != q || f.loose && f.rule != "hint" {
			continue
		}
		switch f.kind {
		case "internal":
			return true
		case "join", "leave":
			if f.rule == "hint" || f.weak && f.to.org == nil {
				continue
			}
			if f.to.org != nil && f.to.org != g.to.org && !(g.lost && f.to.org != g.from.org) || f.from.org != nil && !f.from.implied && f.from.org != g.from.org && g.from.org != nil || g.lost && f.kind == "join" && f.to.org == nil {
				return true
			}
		case "succeed", "prior":
			if f.kind == "prior" && f.org.org != nil && g.from.org != nil && f.org.org != g.from.org {
				return true
			}
		}
	}
	return false
}
