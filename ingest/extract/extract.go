// Package extract reads an article and says who moved from which organization to which, with the sentence that says
// so: no network, no model server, the same answer every time.
//
// The way from text to moves: blocks and sentences (layout.go), tokens (token.go), names, roles and dates chunked into
// nodes (chunk.go), frames of the language pack matched over the nodes (pattern.go, match.go) which state facts about one
// person (fact.go), references resolved while the article is read in order (discourse.go), and one decision for
// each person's career (timeline.go), which a trained model weighs against all other possible moves (rank.go). What is particular to a
// language is a folder of tables: lang/README.md.
package extract

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// Version names this extractor and its rules in claims.
const Version = "rules+forest/2"

// Article is what is read. Text is the article body; all else may be empty.
type Article struct {
	ID, URL, Language, Title, Text string
	Published                      graph.Date
}

// Move is one change of employer that the article states.
type Move struct {
	Person, From, To string // the fullest form that the article uses; From or To is empty where it does not say
	RoleFrom, RoleTo string
	Date             graph.Date // when the person leaves or starts
	Announced        graph.Date // when it was made public, where the text says so
	Status           graph.Status
	Quote            string // exactly a part of Text, one or two sentences
	Start, End       int    // of Quote in Text, in Unicode code points, End exclusive
	Confidence       float64
	Explain          []string // the rules that decided; only WithExplain
}

// Result is what one article says. Language is the declared or detected one, ISO 639-1, empty where unknown; an
// article in a language without a pack has no moves.
type Result struct {
	Language string
	Moves    []Move
}

// Extractor reads articles; it is safe for concurrent use.
type Extractor struct {
	explain   bool
	threshold float64 // below 0: that of the model
	packs     map[string]lazyPack
	model     func() (*rank.Model, error)
	stores    sync.Pool // of features: *store
}

// Option changes an Extractor under construction.
type Option func(*Extractor)

// WithExplain fills Move.Explain.
func WithExplain() Option { return func(e *Extractor) { e.explain = true } }

// WithThreshold drops moves of lower confidence; 0 keeps all.
func WithThreshold(f float64) Option { return func(e *Extractor) { e.threshold = f } }

// WithModel decides by another model than the one in the binary; nil leaves it to the rules alone.
func WithModel(m *rank.Model) Option {
	return func(e *Extractor) { e.model = func() (*rank.Model, error) { return m, nil } }
}

// New makes an Extractor from the tables in the binary.
func New(opts ...Option) (*Extractor, error) {
	e := &Extractor{threshold: -1, model: sync.OnceValues(embeddedModel), packs: map[string]lazyPack{}}
	for _, o := range opts {
		o(e)
	}
	names := sync.OnceValues(loadNames)
	go func() { // beside the first article's language; whoever asks for them gets their errors
		_, _ = names()
		_, _ = e.model()
	}()
	packs, err := lazyPacks()
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	for lang, load := range packs {
		e.packs[lang] = sync.OnceValues(func() (*pack, error) {
			p, err := load()
			if err != nil {
				return nil, err
			}
			if p.names, err = names(); err != nil {
				return nil, fmt.Errorf("name tables: %w", err)
			}
			return p, nil
		})
	}
	return e, nil
}

// defaultThreshold is for the rules alone.
const defaultThreshold = 0.3

//go:embed rank/rank.model
var modelFile []byte

func embeddedModel() (*rank.Model, error) { return rank.Decode(modelFile) }

// Languages of the packs, sorted.
func (e *Extractor) Languages() []string { return sortedKeys(e.packs) }

// Extract reads one article. The first article in a language loads its tables. Its errors are that of ctx, and a broken
// table, which the package's tests rule out.
func (e *Extractor) Extract(ctx context.Context, a Article) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	lang := strings.ToLower(a.Language)
	if i := strings.IndexAny(lang, "-_"); i > 0 {
		lang = lang[:i]
	}
	if lang == "" {
		sure := false
		if lang, sure = detect(a.Title + "\n" + a.Text); !sure {
			return e.try(ctx, a, lang)
		}
	}
	return e.in(ctx, a, lang)
}

// try reads an article of a few words, which may be in the language that is guessed or in another: in the one in which it tells
// a move the most surely.
func (e *Extractor) try(ctx context.Context, a Article, guess string) (Result, error) {
	best, err := e.in(ctx, a, guess)
	for _, lang := range e.Languages() {
		if err != nil {
			break
		}
		var r Result
		if r, err = e.in(ctx, a, lang); surest(r) > surest(best) {
			best = r
		}
	}
	return best, err
}

// surest is the highest confidence of a move; 0 for none.
func surest(r Result) float64 {
	top := 0.0
	for _, m := range r.Moves {
		top = max(top, m.Confidence)
	}
	return top
}

// in reads an article in a language.
func (e *Extractor) in(ctx context.Context, a Article, lang string) (Result, error) {
	load := e.packs[lang]
	if load == nil {
		return Result{Language: lang}, nil
	}
	p, err := load()
	if err != nil {
		return Result{Language: lang}, fmt.Errorf("extract: %w", err)
	}
	d := newDocument(e, p, a)
	d.read(ctx)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	moves, err := d.moves()
	if err != nil {
		return Result{Language: lang}, fmt.Errorf("extract: %w", err)
	}
	return Result{Language: lang, Moves: moves}, nil
}
