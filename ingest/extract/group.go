package extract

import (
	"talentgraph/graph"
)

// joinGroup takes those of whom the text tells a former employer right after "three partners have joined" for the group.
func (d *document) joinGroup(s *sentence) {
	g := d.group
	if g != nil && g.lost && g.sent == s.index && g.from.org != nil && d.p.is("option", "home") { // "X part chez A, Y chez B : O perd tout son état-major"
		for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent == s; i-- {
			if f := d.facts[i]; f.kind == "join" && f.from.org == nil && f.to.org != nil && f.to.org != g.from.org && !f.loose {
				f.from = g.from
			}
		}
	}
	d.leftBefore(s)
	if g != nil && g.lost {
		d.scattered(s)
	}
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
			h.kind, h.to, h.from, h.org, h.status, h.loose, h.weak = "join", g.to, f.org, orgArg{}, graph.Completed, false, false
			out = append(out, &h)
		}
	}
	d.facts = append(d.facts, out...)
}

// leftBefore takes those whom the paragraph names for the first time behind "several have left A" for some of them: where it has them
// arrive or work now they came to from A.
func (d *document) leftBefore(s *sentence) {
	g := d.group
	if g == nil || !g.lost || g.from.org == nil || s.index < g.sent || s.index > g.sent+8 || s.block != d.sents[g.sent].block || s.block.title || !d.p.is("option", "pro-drop") {
		return
	}
	told := map[*person]bool{}
	var now []*fact
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent == s; i-- {
		f := d.facts[i]
		if f.who == nil || d.mentioned(f.who) != s.index {
			continue
		}
		switch {
		case f.kind == "join" || f.kind == "leave":
			if (f.from.org == nil || f.from.implied) && !f.from.unknown && f.to.org != nil && f.to.org != g.from.org {
				f.from = g.from
			}
			told[f.who] = told[f.who] || f.from.org != nil
		case f.kind == "internal" || f.org.org == g.from.org && !f.org.implied:
			told[f.who] = true
		case f.kind == "is" && f.org.org != nil && !f.org.implied && f.tense != past:
			now = append(now, f)
		}
	}
	for _, f := range now {
		if !told[f.who] {
			told[f.who] = true
			d.facts = append(d.facts, &fact{kind: "join", who: f.who, to: f.org, from: g.from, sent: s, node: f.node, rule: "left before", focus: d.focus, status: graph.Completed})
		}
	}
}

// scattered says of those whom the text names behind a group that lost its house that they were there: "L'éclatement de A y est pour
// beaucoup. X, aujourd'hui chez B, …".
func (d *document) scattered(s *sentence) {
	g := d.group
	if !d.p.is("option", "home") || g.from.org == nil || s.index > g.sent+3 || d.sents[g.sent].block.title {
		return
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName || s.index == g.sent && i < g.end || d.speaker(s, i) {
			continue
		}
		for _, q := range n.persons {
			known := q.first < g.sent
			told := false
			for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= g.sent; k-- {
				f := d.facts[k]
				known = known || f.who == q && (f.from.org != nil || f.org.org != nil && (f.org.org == g.from.org || f.kind == "was" || f.kind == "prior"))
				told = told || f.who == q && f.sent == s
			}
			if told && !known {
				d.facts = append(d.facts, &fact{kind: "was", who: q, org: g.from, sent: s, node: i, rule: "scattered", focus: d.focus})
			}
		}
	}
}

// likewise copies the last move stated, in this sentence or the one before, for others; from and to, where not nil, are theirs.
func (d *document) likewise(s *sentence, who []*person, from, to *organization, rule string) []*fact {
	for i := len(d.facts) - 1; i >= 0; i-- {
		f := d.facts[i]
		if f.sent.index < s.index-2 && !((d.p.is("option", "org-before-role") || d.p.is("option", "pro-drop")) && f.sent.index >= s.index-4) {
			return d.likeMain(s, who, from, to, rule)
		}
		if d.p.is("option", "pro-drop") && (d.earlier(f) || f.weak && i > 0 && d.facts[i-1].who == f.who) { // "B prescinde de P. Había sido fichado de A. Con él se marcha Q."
			continue
		}
		if f.phrase || f.kind != "join" && f.kind != "leave" {
			continue
		}
		var out []*fact
		for _, q := range who {
			if q != f.who {
				g := *f
				if g.kind == "join" && g.from.org == nil && g.to.org != nil && len(who) > 0 { // "B hires X of A. With him goes Y."
					for _, h := range d.facts {
						if h.who == f.who && h.sent == f.sent && h.phrase && h.org.org != nil && !h.org.implied && h.org.org != g.to.org && h.tense != coming {
							g.from = h.org
						}
					}
				}
				g.who, g.rule, g.sent, g.used, g.roleFrom, g.roleTo = q, rule, s, false, "", ""
				if f.from.org == nil && g.leader == nil {
					g.leader = f.who
				}
				if d.p.compounds && g.kind == "join" && g.from.org == nil && g.to.org != nil { // "X verlässt A und geht zu B. Ihr folgen Y und Z."
					g.from = d.leftBy(f.who, g.to.org)
				}
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

// reversed states of others the last move with both ends the other way round: "B's head of finance makes the opposite journey".
func (d *document) reversed(s *sentence, who []*person, rule string) []*fact {
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.index >= s.index-2; i-- {
		f := d.facts[i]
		if f.phrase || f.kind != "join" && f.kind != "leave" || f.to.org == nil {
			continue
		}
		from := f.from
		for _, h := range d.facts {
			if from.org == nil && h.who == f.who && h.org.org != nil && h.org.org != f.to.org && (h.kind == "is" || h.kind == "was") {
				from = h.org
			}
		}
		if from.org == nil {
			continue
		}
		var out []*fact
		for _, q := range who {
			if q != f.who {
				g := *f
				g.kind, g.who, g.rule, g.sent, g.used, g.roleFrom, g.roleTo, g.from, g.to = "join", q, rule, s, false, "", "", f.to, from
				out = append(out, &g)
			}
		}
		return out
	}
	return nil
}

// group is a number of persons who move together and whom the text names a little later.
type group struct {
	to, from orgArg
	sent     int
	end      int             // of the words that set it, a node
	lost     bool            // they leave from; each goes somewhere else
	items    bool            // its sentence ends with a colon: a list of them follows
	named    []*organization // all that its sentence names
	count    int             // how many they are, 0 where the sentence does not say it
	single   bool            // it is of one person, the first who fits
	one      *person
	status   graph.Status
	rule     string
}

// listed takes the persons behind a colon as members of the group just set.
func (d *document) listed(s *sentence, b binding) []*fact {
	g := d.group
	if g.lost && !d.p.is("option", "org-before-role") && !d.p.is("option", "home") {
		return nil
	}
	i := b.end
	if i > 0 && (s.nodes[i-1].low == ":" || s.nodes[i-1].low == "–") {
		i--
	}
	_, here := b.frame.acts[0].args["list"] // the list follows without a colon
	for !here && i < len(s.nodes) && s.nodes[i].low != ":" && s.nodes[i].low != "–" {
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
			kind := "join"
			if g.lost {
				kind, from = "leave", g.from
			}
			to := g.to
			for _, st := range s.affs { // "Sont partis de A : X (B), Y (C)"
				if g.lost && st.aff.bracket && st.aff.org != nil && st.aff.org.org != nil && st.aff.org.org != g.from.org && st.who.a >= n.a && st.who.b <= n.b && d.p.is("option", "home") {
					to = orgArg{org: st.aff.org.org}
				}
			}
			for _, q := range n.persons {
				out = append(out, &fact{kind: kind, who: q, to: to, from: from, sent: s, node: i, rule: b.frame.where, focus: d.focus, status: g.listedStatus()})
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
		if to >= 0 && g.to.org == g.from.org && s.nodes[to].ref == refDescribed { // "La banque américaine recrute trois associés de B": hardly B
			if o := d.subjectBefore(s); o != nil && o != g.from.org {
				g.to.org = o
			}
		}
		g.single = (s.nodes[rfrom].indef || s.nodes[rfrom].definite) && !d.pluralRole(s.nodes[rfrom].role)
	}
	if h := d.group; h != nil && !lost && !h.lost && g.from.org == nil && h.from.org != nil && g.to.org == h.to.org && d.sents[h.sent].block.title && s.index <= h.sent+2 {
		g.from = h.from // the title said from where
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
	if n := len(s.toks); n > 0 && s.toks[n-1].low == ":" {
		g.items = true
	}
	d.group = g
}

// subjectBefore is the organization that the sentence before begins with.
func (d *document) subjectBefore(s *sentence) *organization {
	if s.index == 0 || len(d.sents[s.index-1].nodes) == 0 {
		return nil
	}
	return d.sents[s.index-1].orgAt(0)
}

// listedStatus is the status of the moves of those listed.
func (g *group) listedStatus() graph.Status {
	if g.status == graph.Announced {
		return g.status
	}
	return graph.Completed
}

// leftBy is the organization that the text has had the person leave, or be at until now, on the way to another, as an implied end.
func (d *document) leftBy(q *person, to *organization) orgArg {
	var o *organization
	for _, f := range d.facts {
		if f.who != q || f.status == graph.Denied {
			continue
		}
		if f.from.org != nil && f.from.org != to && (f.kind == "leave" || f.kind == "join" && f.to.org == to) {
			return orgArg{org: f.from.org, implied: true}
		}
		if o == nil && (f.kind == "is" || f.kind == "was") && f.org.org != nil && !f.org.implied && f.org.org != to && f.tense != coming {
			o = f.org.org
		}
	}
	return orgArg{org: o, implied: o != nil}
}

// likeMain states of others the move of the one whom the article is about, where the text says far below that they went the same way.
func (d *document) likeMain(s *sentence, who []*person, from, to *organization, rule string) []*fact {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	var lead *person
	for _, f := range d.facts {
		if (f.kind != "join" && f.kind != "leave") || f.phrase || f.loose || f.status == graph.Denied || lead != nil && f.who != lead {
			continue
		}
		lead = f.who
		if from == nil && f.from.org != nil && f.from.org != to {
			from = f.from.org
		}
		if to == nil && f.to.org != nil && f.to.org != from {
			to = f.to.org
		}
	}
	if lead == nil || from == nil || to == nil || from == to {
		return nil
	}
	var out []*fact
	for _, q := range who {
		if q != lead {
			out = append(out, &fact{kind: "join", who: q, from: orgArg{org: from}, to: orgArg{org: to}, sent: s, rule: rule, focus: d.focus, status: graph.Completed})
		}
	}
	return out
}
