package extract

import (
	"context"
	"slices"
	"strings"

	"talentgraph/graph"
)

// document is one article while it is read.
type document struct {
	e      *Extractor
	p      *pack
	names  *nameTables
	a      Article
	sents  []*sentence
	search *search
	reg    *registry
	facts  []*fact
	faint  []*fact // what bare prepositions say (compound_prep.go): for the trained decision only
	ranked

	// what the text is about at the point reached
	topic      *person
	self       *person   // who says "I"
	selfAt     int       // the last sentence in which
	recent     []*person // last named first
	focus      *organization
	lastOrg    *organization
	group      *group
	brands     map[string]bool      // names written small: "emlyon"
	families   map[string]bool      // family names that the article has behind given names
	calls      map[string]int       // how often the text has a capitalised word, and two of them together (nevershort.go)
	bare       map[string]int       // how often it has a word as a name stands (compound_placed.go)
	inside     map[string]bool      // words, in lower case, that have a capital inside a sentence
	multi      map[string][][]token // names of the body, by first word
	repeated   map[string][][]token // names that hold plain words, by first word (repeatname.go)
	label      *organization        // "• O : …": of the block labelled
	labelled   *block
	listFocus  *organization // in focus before the list that is being read
	section    section
	table      table
	publishers map[*organization]bool    // that only publish the article
	leftHouse  *organization             // where the newcomer of the headline comes from: "A's X to run B"
	game       bool                      // it tells how a game went
	opening    *organization             // the first one that the article names
	home       *organization             // the one that the article is about, where one stands out
	ages       map[string]*person        // whom "der 48-Jährige" means
	author     *person                   // who signs a text in the first person
	signedFor  *organization             // in whose name a text is signed that says "we"
	losing     *organization             // the one in focus, of which the text has told that somebody leaves it
	notices    int                       // how many sentences open with a rubric, plus one; 0 until counted (compound_rubric.go)
	houses     map[*person]*organization // at whose house somebody is named (placed.go)
	gone       map[*person]*organization // the house of those from whom they took over
	noticeOf   map[*block]*organization  // the house of each notice of a column (notices.go)
	placeless  map[string]string         // what withoutPlace has made of names
	teams      []*group
	awaits     waiting
	expect     *expectation // an arrival that the text has announced without a name
}

func newDocument(e *Extractor, p *pack, a Article) *document {
	return &document{e: e, p: p, names: p.names, a: a}
}

// read fills facts.
func (d *document) read(ctx context.Context) {
	if !d.promising() {
		return
	}
	d.search = d.p.newSearch()
	defer func() {
		d.p.searches.Put(d.search)
		d.search = nil
	}()
	if d.a.Title != "" && !strings.HasPrefix(strings.TrimSpace(d.a.Text), strings.TrimSpace(d.a.Title)) {
		b := &block{kind: heading, title: true, start: 0, end: len(d.a.Title)}
		d.p.sentences(d.a.Title, b)
		d.sents = append(d.sents, b.sentences...)
	}
	pos, runes := 0, 0
	for _, b := range d.p.blocks(d.a.Text) {
		if b.kind == boilerplate {
			continue
		}
		d.p.sentences(d.a.Text, b)
		if len(b.sentences) > 0 && b.kind == paragraph {
			if s := b.sentences[0]; s != nil {
				if n := d.p.dateline(s.toks); n > 0 && n < len(s.toks) {
					s.toks = s.toks[n:]
				}
			}
		}
		for _, s := range b.sentences {
			runes += runeCount(d.a.Text[pos:s.start])
			pos, s.runes = s.start, runes
		}
		d.sents = append(d.sents, b.sentences...)
	}
	d.findBrands()
	d.findInside()
	d.findRepeated()
	if d.p.is("option", "pro-drop") {
		d.findFamilies()
	}
	for i, s := range d.sents {
		s.index = i
		if !s.titleCase {
			d.chunk(s)
		}
	}
	d.bodyNames()
	for i, s := range d.sents {
		if s.titleCase {
			d.chunk(s)
		}
		if d.p.compounds && len(s.toks) <= 4 && s.toks[len(s.toks)-1].low != "!" && s.block.kind == paragraph && len(s.block.sentences) > 1 && s == s.block.sentences[0] { // "Zweibrücken. Das Krankenhaus …"
			for k := range s.nodes {
				if s.nodes[k].kind == kindName {
					s.nodes[k].kind = kindPlace
				}
			}
		}
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
	d.register()
	if len(d.reg.persons) == 0 && !d.maybePerson() {
		return
	}
	d.findAuthor()
	d.bracketed()
	d.nounsOff()
	d.employerTowns()
	for _, s := range d.sents {
		d.acronyms(s)
		d.employerPlaces(s)
		d.findEpithets(s)
	}
	for i, s := range d.sents {
		d.look(s)
		d.reduce(s)
		d.endsAsHouse(s)
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
	d.learnGenders()
	d.masthead()
	d.game = d.matchReport()
	d.openingFocus()
	if d.topic = d.author; d.signedFor != nil {
		d.focus = d.signedFor
	}
	d.opening = d.focus
	d.home = d.findHome()
	d.findNotices()
	for i, s := range d.sents {
		d.readSentence(s)
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
	d.teamMoves()
	d.groupMembers()
	d.heldAlong()
	d.impliedEnds()
}

// bodyNames notes the names of two words or more that plain sentences have, for the headlines, where capitals tell nothing.
func (d *document) bodyNames() {
	titles := slices.ContainsFunc(d.sents, func(s *sentence) bool { return s.titleCase })
	if !titles {
		return
	}
	d.multi = map[string][][]token{}
	for _, s := range d.sents {
		if s.titleCase {
			continue
		}
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindName && n.b-n.a > 1 && !n.titled {
				t := s.toks[n.a:n.b]
				d.multi[t[0].low] = append(d.multi[t[0].low], t)
			}
		}
	}
}

// bodyName gives how many tokens at i are a name of the body, or its beginning of two words or more.
func (d *document) bodyName(t []token, i int) int {
	best := 0
	for _, name := range d.multi[t[i].low] {
		k := 0
		for k < len(name) && i+k < len(t) && t[i+k].low == name[k].low && (t[i+k].capital || !name[k].capital) {
			k++
		}
		if k > best && (k == len(name) || k > 1 && t[i+k-1].capital) {
			best = k
		}
	}
	return best
}

// promising is the quick look: does some sentence hold a word that a frame needs, beside what may be a person?
func (d *document) promising() bool {
	// short texts are read at any rate: "Boris Collardi : de Julius Bär à Pictet"
	return len(d.a.Text) < 400 || strings.Count(d.a.Text, " | ") > 5 || strings.Contains(d.a.Text, " → ") || d.p.promising(d.names, d.a.Title) || d.p.promising(d.names, d.a.Text)
}

// promising scans bytes, as most news says of nobody that he moves: a sentence counts with a trigger word and either two
// capitalised words in a row, a title or a pronoun. Where all nouns are capitalised, the first must be a given name.
func (p *pack) promising(names *nameTables, text string) bool {
	trigger, person, capital := false, false, false
	named, moved := false, false // over all sentences: "Sorkin, who joined from Waterloo"
	start, runs := -1, 0
	for i := 0; i <= len(text); i++ {
		c := byte('.')
		if i < len(text) {
			c = text[i]
		}
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			w := text[start:i]
			if c0 := w[0]; c0 >= 'A' && c0 <= 'Z' || c0 >= 0xc3 && c0 != 0xe2 {
				if p.compounds && (runs == 0 || runs > 1) && names.words[strings.ToLower(w)]&isGiven == 0 {
					runs = -1
				}
				runs++
				capital = capital || runs > 0 && !p.compounds
			} else if !p.is("particle", w) {
				runs = 0
			}
			start = -1
			if len(w) <= 40 {
				low := w
				if w[0] < 'a' || w[0] > 'z' {
					low = strings.ToLower(w)
				}
				q := p.quick[low]
				trigger = trigger || q&quickTrigger != 0
				person = person || q&quickPerson != 0
				if q&quickFunction != 0 && !p.is("particle", low) {
					runs = 0
				}
			}
			person = person || runs >= 2
			named, moved = named || person, moved || trigger && (capital || p.compounds)
			if trigger && person || named && moved {
				return true
			}
		}
		switch c {
		case ' ', '-', '\'', '"', '&':
		case '.':
			runs = 0
			if i+1 >= len(text) || text[i+1] == ' ' && i > 2 && text[i-2] != ' ' && text[i-2] != '.' || text[i+1] == '\n' {
				trigger, person, capital = false, false, false
			}
		case '\n', '!', '?':
			trigger, person, capital, runs = false, false, false, 0
		default:
			runs = 0
		}
	}
	return false
}

// maybePerson reports whether a name of the article may still be that of a person.
func (d *document) maybePerson() bool {
	for _, s := range d.sents {
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindName || n.kind == kindPerson || n.kind == kindRole {
				return true
			}
		}
	}
	return false
}

// openingFocus takes the first organization of the title or lead that is not only a source as the one in focus.
func (d *document) openingFocus() {
	var late *organization // "Start-up holt Verstärkung von A": A is hardly the one it is about
	for n, s := range d.sents {
		if late != nil && n > 3 {
			break
		}
		if n > 3 && d.p.is("option", "org-before-role") {
			break // those that come later have their own time
		}
		if d.byline(s) {
			continue
		}
		at := len(s.toks)
		for i := range s.affs { // "Le PDG d'Axa, X, …": inside the node of a person
			if o := s.affs[i].aff.org; o != nil && o.org != nil && o.ref == refName && o.a < at && !(d.p.compounds && s.affs[i].aff.tense == past) {
				if s.block.title && d.takesPost(s, s.affs[i].who.b) { // "A's X to run B"
					if late == nil {
						late, d.leftHouse = o.org, o.org
					}
					continue
				}
				d.focus, at = o.org, o.a
			}
		}
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.a >= at {
				break
			}
			if o := s.orgAt(i); o != nil && !d.publishers[o] {
				if i+1 < len(s.nodes) && d.p.is("reportverb", s.nodes[i+1].low) || i > 0 && d.p.is("source", s.nodes[i-1].low) || (d.p.is("option", "home") || d.p.is("option", "pro-drop")) && d.leftBehind(s, i) {
					continue
				}
				if s.block.title && (d.takesPost(s, n.b) && n.kind == kindRole || d.p.is("option", "org-before-role") && (n.kind == kindRole && (n.tense == past || i > 0 && d.p.is("v.hire", s.nodes[i-1].low)) || d.behindFrom(s, i))) { // "A manager to run a design house", "new head comes from A"
					if late == nil {
						late, d.leftHouse = o, o
					}
					continue
				}
				if d.p.compounds && s.nodes[i].kind == kindRole && s.nodes[i].tense == past { // "Früherer A-Manager soll B retten"
					if late == nil {
						late = o
					}
					continue
				}
				if d.p.compounds && late == nil && d.behindFrom(s, i) && (i < 2 || s.nodes[i-2].kind != kindRole && !d.p.is("orgnoun", s.nodes[i-2].low) && !d.p.is("bodyof", s.nodes[i-2].low)) {
					late = o
					continue
				}
				if d.p.compounds && o == late {
					continue
				}
				if i > 1 && d.p.is("focuslate", s.nodes[i-1].low) { // "le départ de X, partie chez Havas, l'agence Rosbeef nomme …"
					if d.focus == nil {
						d.focus = o
					}
					continue
				}
				d.focus = o
				break
			}
		}
		if d.focus != nil {
			d.weighFocus(s)
			return
		}
	}
	if d.focus == nil {
		d.focus = late
	}
}

// takesPost reports whether behind token at stands that somebody is to take a post (class "takespost") or is chosen: "to run", "named chief".
func (d *document) takesPost(s *sentence, at int) bool {
	if at+1 >= len(s.toks) || d.p.named("takespost") == nil {
		return false
	}
	return d.p.is("prep.infinitive", s.toks[at].low) && d.p.is("takespost", s.toks[at+1].low) || d.p.is("hired", s.toks[at].low)
}

// weighFocus prefers an organization that the opening names too and the article names often to one that only the title or a
// heading has: the name of a column, a paper.
func (d *document) weighFocus(first *sentence) {
	if d.focus.count > 1 || first.block.kind != heading {
		return
	}
	var best *organization
	for i := first.index; i < len(d.sents) && i < first.index+6; i++ {
		for j := range d.sents[i].nodes {
			if o := d.sents[i].orgAt(j); o != nil && !d.publishers[o] && o.count > 2 && (best == nil || o.count > best.count) {
				best = o
			}
		}
	}
	if best != nil {
		d.focus = best
	}
}

// span finds the quote from a sentence to the end of another in the text: code points.
func (d *document) span(first, last *sentence) (string, int, int) {
	start := first.runes
	q := d.a.Text[first.start:last.end]
	return q, start, start + runeCount(q)
}

func (d *document) published() graph.Date { return d.a.Published }
