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

// likewise copies the last move stated, in this sentence or the one before, for others; from and to, where not nil, are theirs.
func (d *document) likewise(s *sentence, who []*person, from, to *organization, rule string) []*fact {
	for i := len(d.facts) - 1; i >= 0; i-- {
		f := d.facts[i]
		if f.sent.index < s.index-2 && !(d.p.is("option", "org-before-role") && f.sent.index >= s.index-4) {
			return nil
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
	single   bool            // it is of one person, the first who fits
	one      *person
	status   graph.Status
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
