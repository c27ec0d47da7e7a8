package extract

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed lang
var langFS embed.FS

// pack is what is particular to one language: word classes, macros and frames.
type pack struct {
	offices            map[string]office // by the word that names them
	lang               string
	classes            map[string]*wordClass
	table              wordTable    // the names of classes, once they are complete
	places             []*wordClass // by the places of their names
	macros             map[string]string
	frames             []*frame
	byWord             map[string][]*frame // frames that need this word
	byPrefix           []prefixFrame
	literals           map[string]*wordClass // sets written in patterns, by how they are written, while these are compiled
	room               []instr               // for the program of the frame that is compiled
	inSets             map[string][]int32    // by word: the sets that frames require and that have it, or a phrase that begins with it
	sets               int                   // how many sets frames require
	searches           sync.Pool             // *search
	always             []*frame              // frames without a word that they need
	firstWord          map[string][]*frame   // frames by the word that a match begins with
	firstAny           []*frame              // those that may begin with anything
	compounds          bool                  // nouns are capitalised and names compound with roles (German)
	common             map[string]bool
	names              *nameTables         // of all languages
	nouns, feminine    map[string]bool     // of a language that capitalises its nouns
	surnames, given    map[string]bool     // beside the general tables
	contractions       map[string]string   // ends of words and what they stand for: "'ll" is "will"
	epithets           map[string][]string // organizations, by what else they are called
	longForms          map[string]string   // of words in names of organizations, folded: "uni" is "universitat"
	verb               map[string]bool     // words of classes v.…
	quick              map[string]byte     // words that let an article be read at all: document.promising
	dateFirst          map[string]bool     // words that may open a date
	relFirst           map[string]bool     // those of them that may open "last month"
	boilerplate, noise []string            // beginnings of lines that are no part of the body
	options            *wordClass          // class option, once complete
	cues               cueWords            // of the decision by statistics
	dateAny            bool                // some date class has word beginnings: any word may open one
}

type prefixFrame struct {
	prefix string
	frame  *frame
}

func (p *pack) is(class, word string) bool {
	if class == "option" && p.options != nil { // asked all the time
		return p.options.holds(word)
	}
	return p.named(class).has(word)
}

// named is a class by its name; nil where the language has none.
func (p *pack) named(class string) *wordClass {
	if p.places == nil {
		return p.classes[class]
	}
	return p.places[p.table.at(class, spread(class))]
}

// seal makes look-ups quick in a pack that no longer changes.
func (p *pack) seal() {
	p.table = newWordTable(len(p.classes))
	p.places = make([]*wordClass, len(p.table.words))
	for name, c := range p.classes {
		c.seal()
		at := p.table.at(name, spread(name))
		p.table.words[at], p.places[at] = name, c
	}
	p.numberSets()
	for _, c := range p.literals {
		c.seal()
		c.single = nil // nobody lists them any more
	}
	p.literals, p.room = nil, nil
}

// compoundRole reports whether word, or its end, is a role in a language of compounds.
func (p *pack) compoundRole(word string) bool {
	if p.is("rolehead", word) {
		return true
	}
	if stem, ok := strings.CutSuffix(word, "in"); ok && p.compounds && len(stem) > 4 && p.is("rolehead", stem) { // "Chefvolkswirtin"
		return true
	}
	if p.compounds && len(word) > 6 {
		for _, e := range []string{"es", "s", "en", "n"} { // genitives, plurals
			if stem, ok := strings.CutSuffix(word, e); ok && len(stem) > 4 && p.is("rolehead", stem) {
				return true
			}
		}
	}
	c := p.classes["rolesuffix"]
	if c == nil {
		return false
	}
	for s := range c.single {
		if strings.HasSuffix(word, s) && len(word) > len(s) {
			return true
		}
	}
	return false
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// lazyPack is a language that is read when the first article in it comes.
type lazyPack func() (*pack, error)

// lazyPacks lists the folders of lang; a folder without tables is none.
func lazyPacks() (map[string]lazyPack, error) {
	dirs, err := fs.ReadDir(langFS, "lang")
	if err != nil {
		return nil, err
	}
	packs := map[string]lazyPack{}
	for _, d := range dirs {
		if d.IsDir() {
			packs[d.Name()] = sync.OnceValues(func() (*pack, error) { return loadPack(d.Name()) })
		}
	}
	return packs, nil
}

// loadPack reads the folder of one language. Its error names the file and line.
func loadPack(lang string) (*pack, error) {
	common := sync.OnceValues(func() (map[string]bool, error) { return loadCommon(lang) })
	go func() { _, _ = common() }() // beside the classes and frames
	p := &pack{lang: lang, classes: map[string]*wordClass{}, macros: map[string]string{}, byWord: map[string][]*frame{}, literals: map[string]*wordClass{}}
	files, err := fs.ReadDir(langFS, path.Join("lang", lang))
	if err != nil {
		return nil, err
	}
	var rules []rule
	for _, f := range files {
		name := path.Join("lang", lang, f.Name())
		if !strings.HasSuffix(name, ".txt") {
			continue
		}
		b, err := langFS.ReadFile(name)
		if err != nil {
			return nil, err
		}
		r, err := p.readTable(name, string(b))
		if err != nil {
			return nil, err
		}
		rules = append(rules, r...)
	}
	if err := p.expandClasses(); err != nil {
		return nil, err
	}
	if c := p.classes["contraction"]; c != nil {
		p.contractions = map[string]string{}
		for end, l := range c.phrases {
			p.contractions[end] = l[0][1]
		}
	}
	p.pluralRoles()
	p.loadEpithets()
	p.splitEntries()
	if p.common, err = common(); err != nil {
		return nil, err
	}
	if c := p.classes["word"]; c != nil { // words of the language beside the table
		for w := range c.single {
			p.common[w] = true
		}
	}
	if err := p.addPlaces(); err != nil {
		return nil, err
	}
	if p.compounds = p.classes["option"].has("compounds"); p.compounds {
		if err := p.loadNouns(); err != nil {
			return nil, err
		}
	}
	p.verb = map[string]bool{}
	for name, c := range p.classes {
		if strings.HasPrefix(name, "v.") {
			for w := range c.single {
				p.verb[w] = true
			}
		}
	}
	if p.is("option", "verb-second") {
		rules = p.inversions(rules)
	}
	if err := p.compile(rules); err != nil {
		return nil, err
	}
	p.boilerplate, p.noise = sortedKeys(p.classWords("boilerplate")), sortedKeys(p.classWords("noise"))
	p.loadOffices()
	p.quickWords()
	p.cues, p.options = p.cueWords(), p.class("option")
	p.seal()
	return p, nil
}

const (
	quickTrigger  byte = 1 << iota // a frame needs it
	quickPerson                    // a title or pronoun
	quickFunction                  // no part of a name
)

// quickWords fills what the first look at an article and at a token needs.
func (p *pack) quickWords() {
	p.quick = map[string]byte{}
next:
	for w := range p.byWord {
		for _, class := range []string{"func", "says", "skip", "det", "spanword", "num", "unit", "orgnoun", "unitnoun", "quiet"} {
			if p.is(class, w) {
				continue next
			}
		}
		p.quick[w] |= quickTrigger
	}
	for w := range p.verb {
		if !p.is("quiet", w) {
			p.quick[w] |= quickTrigger
		}
	}
	for w := range p.classWords("trigger") { // too common to begin with, yet worth a look
		p.quick[w] |= quickTrigger
	}
	for _, class := range []string{"pron.he", "pron.she", "pron.they", "title"} {
		if c := p.classes[class]; c != nil {
			for w := range c.single {
				p.quick[w] |= quickPerson
			}
		}
	}
	if c := p.classes["func"]; c != nil {
		for w := range c.single {
			p.quick[w] |= quickFunction
		}
	}
	p.dateFirst = map[string]bool{}
	add := func(class string) {
		if c := p.classes[class]; c != nil {
			for w := range c.single {
				p.dateFirst[w] = true
			}
			for w := range c.phrases {
				p.dateFirst[w] = true
			}
			p.dateAny = p.dateAny || len(c.prefixes) > 0
		}
	}
	for _, r := range relClasses {
		add(r.class)
	}
	p.relFirst = maps.Clone(p.dateFirst)
	for _, c := range monthClasses {
		add(c)
	}
	for _, c := range []string{"weekday", "since", "dateprep"} {
		add(c)
	}
}

// rule is one uncompiled line of a frame table.
type rule struct {
	where, pattern, action string
}

// readTable reads a table: "@class: word, two words, begin*, @other" lines, "&macro: pattern" lines and
// "pattern => action" lines. A line that starts with white space goes on from the line before; "#" starts a comment.
func (p *pack) readTable(name, text string) ([]rule, error) {
	var rules []rule
	var lines []string
	var nums []int
	for i, l := range strings.Split(text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(l), "#") || strings.TrimSpace(l) == "" {
			continue
		}
		if (l[0] == ' ' || l[0] == '\t') && len(lines) > 0 {
			lines[len(lines)-1] += " " + strings.TrimSpace(l)
			continue
		}
		lines = append(lines, strings.TrimSpace(l))
		nums = append(nums, i+1)
	}
	for k, l := range lines {
		where := fmt.Sprintf("%s:%d", name, nums[k])
		switch {
		case l[0] == '@' && strings.Contains(l, ":") && !strings.Contains(l, "=>"):
			head, body, _ := strings.Cut(l, ":")
			c := p.class(head[1:])
			for _, e := range strings.Split(body, ",") {
				if e = strings.ToLower(strings.TrimSpace(e)); e != "" {
					c.add(e)
				}
			}
		case l[0] == '&' && strings.Contains(l, ":") && !strings.Contains(l, "=>"):
			head, body, _ := strings.Cut(l, ":")
			p.macros[head[1:]] = strings.TrimSpace(body)
		case strings.Contains(l, "=>"):
			pat, act, _ := strings.Cut(l, "=>")
			rules = append(rules, rule{where, strings.TrimSpace(pat), strings.TrimSpace(act)})
		default:
			return nil, fmt.Errorf("%s: want @class:, &macro: or pattern => action, have %.60q", where, l)
		}
	}
	return rules, nil
}
