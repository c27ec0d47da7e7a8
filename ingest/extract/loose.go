package extract

import (
	"slices"

	"talentgraph/graph"
)

// looseKinds are the classes of words that govern an organization where no frame has taken it, and what they state; the first that
// fits the nearest such word counts.
var looseKinds = []string{"not", "from", "join", "after", "begin", "prior", "is", "was"}

// looseReach is how many nodes may lie between an organization and the word that governs it.
const looseReach = 12

// loose reads what the frames have left: each named organization of the sentence that stands behind a preposition or verb, by the
// nearest word that governs it ("loose.was": "exerçait … chez O"). What it states is weak: it completes a move that a frame
// has stated, or orders a career, and makes no news by itself.
func (d *document) loose(s *sentence, found []binding) []*fact {
	if d.p.named("loose.was") == nil || s.block.kind == heading {
		return nil
	}
	taken := make([]bool, len(s.nodes))
	for _, b := range found {
		if b.frame.acts[0].kind == "none" {
			for k := b.start; k < b.end && k < len(s.nodes); k++ {
				taken[k] = true
			}
		}
		for _, k := range b.at {
			if k >= 0 {
				taken[k] = true
			}
		}
	}
	var out []*fact
	done := make([]bool, len(s.nodes))
	for j := range s.nodes {
		o := s.orgAt(j)
		if o == nil || taken[j] || s.nodes[j].kind == kindPlace {
			continue
		}
		if d.p.is("option", "org-before-role") && s.nodes[j].kind != kindRole && j+1 < len(s.nodes) && s.nodes[j+1].kind == kindWord && !d.nounEnds(s, j+1) && !d.p.is("unitnoun", s.nodes[j+1].low) {
			continue // "the recovery from the Deepwater Horizon accident"
		}
		kind, k := d.governor(s, j)
		if kind == "" && d.p.compounds && j > 0 && (d.p.is("cue.at", s.nodes[j-1].low) || d.p.is("loose.prep", s.nodes[j-1].low) || s.nodes[j].kind == kindRole) {
			kind, k = d.verbBehind(s, j)
		}
		if kind == "" && j > 0 && d.p.is("option", "pro-drop") && s.nodes[j-1].kind == kindWord && (d.p.is("cue.at", s.nodes[j-1].low) || d.p.is("loose.prep", s.nodes[j-1].low)) && !d.p.is("instof", s.nodes[j-1].low) {
			kind, k = d.verbAhead(s, j) // "P, che a O curava i conti"
		}
		if kind == "" {
			kind, k = d.onlyPlaced(s, j)
		}
		done[j] = kind != ""
		if kind == "" || kind == "not" {
			continue
		}
		if (d.p.is("option", "org-before-role") || d.p.compounds) && (kind == "join" && !slices.ContainsFunc(s.nodes, func(n node) bool { return n.person() }) || d.besideTaken(s, j, taken)) {
			continue // "An award went to B", "positions at A and at B"
		}
		for _, q := range d.looseSubject(s, j, k, kind) {
			if o.names(q) {
				continue
			}
			f := &fact{kind: kind, who: q, sent: s, node: j, rule: "loose." + kind, focus: d.focus, status: graph.Completed, weak: true, loose: true, paired: (kind == "was" || kind == "prior") && d.inPair(s, j)}
			f.role = s.nodes[j].role
			switch kind {
			case "join":
				f.to, f.roleTo, f.role = orgArg{org: o}, f.role, ""
			case "from":
				if st := d.stationIn(s, q, o, out); st != nil { // "chez Medinvest, …, à sa sortie de Holbein"
					f.kind, f.org, f.to = "prior", orgArg{org: o}, orgArg{org: st}
					break
				}
				f.kind, f.from, f.roleFrom, f.role = "join", orgArg{org: o}, f.role, ""
			default:
				f.org = orgArg{org: o}
			}
			for w := max(0, k-4); w < k; w++ { // "a auparavant codirigé O", "avait mis le cap …"
				n := &s.nodes[w]
				if n.kind != kindWord {
					continue
				}
				if kind == "was" && d.p.is("loose.prior", n.low) {
					f.kind = "prior"
				}
			}
			for w := 0; w < k && kind == "join"; w++ {
				f.before = f.before || s.nodes[w].kind == kindWord && d.p.is("pluperfect", s.nodes[w].low)
			}
			d.looseDate(s, k, j, f)
			out = append(out, f)
		}
	}
	for _, f := range append(d.prepositional(s, taken, done), d.byRole(s)...) {
		if d.surelyThere(s, f) {
			out = append(out, f)
		} else {
			d.faint = append(d.faint, f)
		}
	}
	return out
}

// verbBehind is the kind of the verb that ends the clause of the organization at node j, where the language puts it there: "der bis
// dahin bei O gearbeitet hatte".
func (d *document) verbBehind(s *sentence, j int) (string, int) {
	for k := j + 1; k < len(s.nodes) && k <= j+looseReach; k++ {
		n := &s.nodes[k]
		if n.low == "," || n.low == ";" || n.low == ":" || n.low == "(" || n.low == ")" || n.low == "–" || n.kind == kindPerson && n.ref == refName {
			return "", 0
		}
		if n.kind != kindWord || s.toks[n.a].capital || d.p.is("skip", n.low) || d.p.is("func", n.low) {
			continue
		}
		for _, kind := range looseKinds {
			if d.p.is("loose."+kind, n.low) {
				return kind, k
			}
		}
	}
	return "", 0
}

// onlyPlaced is what a clause tells that no known word governs but that has the person at the organization of node j by its preposition alone
// (class "loose.at"; "loose.out" where the person was before): "she brewed a fair deal of tea at O".
func (d *document) onlyPlaced(s *sentence, j int) (string, int) {
	p := d.p
	k := j - 1
	for k > 0 && s.nodes[k].kind == kindWord && p.is("det", s.nodes[k].low) {
		k--
	}
	if k < 1 || s.nodes[k].kind != kindWord {
		return "", 0
	}
	kind := ""
	switch {
	case p.is("loose.at", s.nodes[k].low):
		kind = "is"
	case p.is("loose.out", s.nodes[k].low) || p.phraseAt("loose.out", s, k-1) == 2:
		kind = "was"
	default:
		return "", 0
	}
	for i := k - 1; i >= 0 && i >= k-8; i-- {
		n := &s.nodes[i]
		if kind == "is" && n.kind == kindWord && d.p.is("option", "home") && (p.is("prep.past", n.low) || p.endsIn("prep.pastend", n.low)) {
			kind = "was"
		}
		switch {
		case n.kind == kindPerson && i+1 < k:
			return kind, k
		case isName(n) || n.kind == kindPerson || n.kind == kindWhere || n.low == ";" || n.low == ":" || n.low == "(" || n.low == ")" || n.low == "–" || n.kind == kindWord && p.is("loose.unplaced", n.low):
			return "", 0
		}
	}
	return "", 0
}

// verbAhead is the kind of a verb close behind the organization at node j: "che da O teneva d'occhio il debito".
func (d *document) verbAhead(s *sentence, j int) (string, int) {
	for k := j + 1; k < len(s.nodes) && k <= j+4; k++ {
		n := &s.nodes[k]
		if n.kind != kindWord && n.kind != kindDate || s.toks[n.a].punct || d.p.is("not", n.low) || d.p.is("loose.not", n.low) {
			return "", 0
		}
		for _, kind := range []string{"join", "is", "was"} {
			if n.kind == kindWord && d.p.is("loose."+kind, n.low) {
				if kind == "join" && d.p.is("cue.from1", s.nodes[j-1].low) {
					return "from", k // "da O migrò in …"
				}
				return kind, k
			}
		}
	}
	return "", 0
}

// besideTaken reports whether the organization at node j only goes on with one that a frame has taken: "at A and at B".
func (d *document) besideTaken(s *sentence, j int, taken []bool) bool {
	and := false
	for k := j - 1; k >= 0 && k > j-5; k-- {
		n := &s.nodes[k]
		switch {
		case isName(n):
			return taken[k] && and
		case n.kind != kindWord:
			return false
		case d.p.is("and", n.low):
			and = true
		case n.low != "," && !d.p.is("cue.at", n.low) && !d.p.is("det", n.low):
			return false
		}
	}
	return false
}

// governor finds the word that governs the organization at node j and what it states; empty where there is none.
func (d *document) governor(s *sentence, j int) (string, int) {
	p := d.p
	k := j - 1
	for k > 0 && s.nodes[k].kind == kindWord && (p.is("det", s.nodes[k].low) || p.is("skip", s.nodes[k].low)) && !p.is("cue.at", s.nodes[k].low) && !p.is("loose.prep", s.nodes[k].low) {
		k--
	}
	if k < 0 {
		return "", 0
	}
	prep := s.nodes[k].kind == kindWord && (p.is("cue.at", s.nodes[k].low) || p.is("loose.prep", s.nodes[k].low))
	if s.nodes[j].kind == kindRole {
		prep = true // the preposition is inside
	}
	commas := 0
	for ; k >= 0 && j-k <= looseReach; k-- {
		n := &s.nodes[k]
		switch {
		case n.low == ";" || n.low == ":" || n.low == "(" || n.low == ")" || n.low == "\"" || n.low == "–":
			return "", 0
		case n.low == ",":
			if commas++; commas > 1 {
				return "", 0
			}
		case isName(n) && n.ref == refName:
			if !(k > 0 && d.coordinated(s, k, j)) {
				return "", 0
			}
		case n.kind == kindPerson && n.ref == refName:
			return "", 0
		case n.kind == kindWord:
			for _, kind := range looseKinds {
				c := p.classes["loose."+kind]
				if c == nil || !c.has(n.low) && s.phrase(c, k) == 0 {
					continue
				}
				if kind == "was" && k+1 < j && p.is("loose.ahead", s.nodes[k+1].low) {
					break // "le mois prochain"
				}
				if kind == "was" && p.is("loose.nolead", n.low) && j > 1 && p.is("instof", s.nodes[j-1].low) && !p.is("loose.unit", s.nodes[j-2].low) {
					break // "a signé les campagnes de O"
				}
				if !prep && !(kind != "not" && d.onlyBetween(s, k, j)) {
					if kind == "not" {
						return kind, k
					}
					break
				}
				return kind, k
			}
		}
	}
	return "", 0
}

// onlyBetween reports whether between the governing word and its organization stand only determiners, adverbs and dates: "a
// dirigé pendant six ans O".
func (d *document) onlyBetween(s *sentence, k, j int) bool {
	for i := k + 1; i < j; i++ {
		n := &s.nodes[i]
		if n.kind != kindDate && !(n.kind == kindWord && (d.p.is("det", n.low) || d.p.is("skip", n.low))) {
			return false
		}
	}
	return true
}

// coordinated reports whether the names at k and j are parts of one list: "chez A et chez B".
func (d *document) coordinated(s *sentence, k, j int) bool {
	joined := false
	for i := k + 1; i < j; i++ {
		n := &s.nodes[i]
		switch {
		case n.low == "," || n.kind == kindWord && d.p.is("and", n.low):
			joined = true
		case n.kind == kindWord && (d.p.is("cue.at", n.low) || d.p.is("det", n.low) || d.p.is("skip", n.low)) || n.kind == kindDate:
		case isName(n):
			joined = true
		default:
			return false
		}
	}
	return joined
}

// looseSubject finds whom the clause with the governing word k and the organization j speaks of.
func (d *document) looseSubject(s *sentence, j, k int, kind string) []*person {
	for i := k - 1; i >= 0; i-- {
		n := &s.nodes[i]
		if n.low == ";" || n.low == ":" {
			break
		}
		if n.kind == kindPerson || n.kind == kindRole && n.definite && !n.possess && n.tense != coming && n.roleOrg == nil {
			if n.ref == refName && i > 0 && i < k-1 && s.nodes[i-1].kind == kindWord && d.p.is("loose.object", s.nodes[i-1].low) {
				continue // "par P", "avec P"
			}
			if l := d.resolvePersons(s, i); len(l) > 0 {
				return l
			}
		}
	}
	// "Passé par A, X …", "Après dix ans chez A, elle …"
	for i := j + 1; i < len(s.nodes) && i < j+8; i++ {
		if n := &s.nodes[i]; n.kind == kindPerson && s.nodes[i-1].low == "," {
			return d.resolvePersons(s, i)
		}
	}
	if d.p.compounds && (len(s.nodes) > 10 && kind != "was" && kind != "prior" || d.subjectOrg(s, len(s.nodes)) != nil) { // only a fragment leaves its subject out
		return nil
	}
	for i := range s.nodes { // somebody else's sentence
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && !slices.Contains(n.persons, d.topic) {
			return nil
		}
	}
	return d.one(d.topic)
}

// looseDate takes the date between the governing word and a little behind the organization.
func (d *document) looseDate(s *sentence, k, j int, f *fact) {
	f.endYear = d.endYear(s, k-3, j+5)
	for i := k; i < len(s.nodes) && i <= j+2; i++ {
		n := &s.nodes[i]
		if n.kind != kindDate || n.date.year == 0 {
			continue
		}
		if n.date.since {
			f.sinceYear = n.date.year
		} else {
			f.date, f.hasDate = n.date, true
		}
		return
	}
}

// stationIn is the earlier employer of q that a clause of the sentence has told of, other than o; nil where it tells of none or of an
// arrival.
func (d *document) stationIn(s *sentence, q *person, o *organization, more []*fact) *organization {
	var st *organization
	for _, f := range slices.Concat(d.facts, more) {
		if f.sent != s || f.who != q || f.phrase {
			continue
		}
		switch f.kind {
		case "join", "leave":
			return nil
		case "was", "prior":
			if f.org.org != nil && f.org.org != o && !f.org.implied {
				st = f.org.org
			}
		}
	}
	return st
}

// surelyThere reports whether what a bare preposition says of where somebody is or was is clear enough to complete a move (option "compounds"): "bei" or
// "für" behind a verb that nobody has listed, in a clause that neither looks ahead nor tells of an arrival.
func (d *document) surelyThere(s *sentence, f *fact) bool {
	if !d.p.compounds || f.rule != "preposition" || f.kind != "is" && f.kind != "was" || f.node < 1 || s.nodes[f.node].kind == kindRole {
		return false
	}
	a, b := s.clauseAround(f.node)
	at := false
	for i := a; i < b; i++ {
		if n := &s.nodes[i]; n.kind == kindWord && d.p.is("prep.ahead", n.low) {
			return false
		}
		if i < f.node && i > f.node-4 && s.nodes[i].kind == kindWord {
			at = at || d.p.is("prep.sure", s.nodes[i].low) || d.p.is("prep.house", s.nodes[i].low) && len(f.org.org.words) > 0 && d.p.orgHead(f.org.org.words[0])
		}
	}
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		if g := d.facts[k]; g.who == f.who && (g.kind == "join" || g.kind == "leave" || g.kind == "internal") && !g.loose {
			return false
		}
	}
	return at
}
