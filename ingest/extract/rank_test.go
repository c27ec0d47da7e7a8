package extract_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
)

// fragments are parts of sentences of which whole articles are put together at random.
var fragments = []string{"Anna Smith", "Bob Jones", "Carla Reyes", "Google", "Barclays", "Meridian Media", "she", "the bank", "joins", "left", "leaves", "has hired", "from", "to", "for", "as chief executive",
	"of", "and", ",", "who", "previously", "worked at", "will succeed", "in May 2024", "is not leaving", "reportedly", ".", ".", ".", "\n\n", "•"}

// TestRankedMoves: whatever the text, the decision gives the same moves again, with ends that the text names and quotes that are
// one or two of its sentences; no organization is joined or left twice by one person.
func TestRankedMoves(t *testing.T) {
	x, y := extractor(t), extractor(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 20, 120).Draw(t, "text"), " ") + strings.Repeat(" It rained.", 5) // a short text is left to the rules
		a := extract.Article{ID: "random", Language: "en", Text: text, Published: graph.Date{Year: 2025, Month: 7}}
		r, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		s, err := y.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != len(s.Moves) {
			t.Fatalf("%d moves, then %d", len(r.Moves), len(s.Moves))
		}
		from, to := map[[2]string]bool{}, map[[2]string]bool{}
		for i, m := range r.Moves {
			if n := s.Moves[i]; m.Person != n.Person || m.From != n.From || m.To != n.To || m.Confidence != n.Confidence {
				t.Fatalf("%+v, then %+v", m, n)
			}
			for _, end := range []string{m.Person, m.From, m.To} {
				if !strings.Contains(text, end) {
					t.Fatalf("%q is not in the text", end)
				}
			}
			if runes := []rune(text); string(runes[m.Start:m.End]) != m.Quote || extract.SentenceCount("en", m.Quote) > 2 {
				t.Fatalf("quote %q at %d", m.Quote, m.Start)
			}
			if m.From != "" && from[[2]string{m.Person, m.From}] || m.To != "" && to[[2]string{m.Person, m.To}] {
				t.Fatalf("%+v: left or joined twice", m)
			}
			from[[2]string{m.Person, m.From}], to[[2]string{m.Person, m.To}] = true, true
		}
	})
}

// TestWordsAreWeighedAsLearnt: what is weighed once for several persons, or organizations, comes to what each end's own words do.
func TestWordsAreWeighedAsLearnt(t *testing.T) {
	x := extractor(t)
	ends := 0
	for _, g := range goldArticles(t)[:150] {
		weighed, learnt, err := extract.EndScores(x, article(g))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(weighed, learnt) {
			t.Errorf("%s: weighed %v, learnt %v", g.ID, weighed, learnt)
		}
		ends += len(weighed)
	}
	if ends < 1000 {
		t.Errorf("%d ends of 150 articles", ends)
	}
}

// TestModelFits: the model in the binary was trained on the features that the code makes.
func TestModelFits(t *testing.T) {
	m, err := extract.EmbeddedModel()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(extract.FeatureNames()); m.Forest.Features != n {
		t.Errorf("the model has %d features, the code %d: train again", m.Forest.Features, n)
	}
	st, err := extractor(t).Study(extract.Article{Language: "en", Text: short}, nil)
	if err != nil || len(st.Ends()) == 0 {
		t.Fatalf("%v %v", st, err)
	}
	for _, f := range m.Ends {
		if n := len(st.Ends()[0].Features); f.Features != n {
			t.Errorf("the model has %d features of an end, the code %d: train again", f.Features, n)
		}
	}
	if n := len(extract.FeatureNames()) + len(extract.AgainNames()); m.Again.Features != n {
		t.Errorf("the model has %d features of a second look, the code %d: train again", m.Again.Features, n)
	}
	seen := map[string]bool{}
	for _, n := range slices.Concat(extract.FeatureNames(), extract.AgainNames()) {
		if n == "" || seen[n] {
			t.Errorf("feature %q twice or without a name", n)
		}
		seen[n] = true
	}
}

// TestStudyHasTheMoves: what training sees of an article are the ends and choices that extraction decides over.
func TestStudyHasTheMoves(t *testing.T) {
	x := extractor(t)
	a := extract.Article{Language: "en", Text: "Anna Smith has left Barclays to join Meridian Media as chief executive."}
	st, err := x.Study(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, open := false, false
	for _, c := range st.Choices() {
		if len(c.Features) != len(extract.FeatureNames()) {
			t.Fatalf("%d features, %d names", len(c.Features), len(extract.FeatureNames()))
		}
		found = found || c.Person == "Anna Smith" && c.From == "Barclays" && c.To == "Meridian Media" && c.Rule > 0
		open = open || c.Person == "Anna Smith" && c.From == "" && c.To == "Meridian Media"
	}
	if !found || !open || len(st.Ends()) != 2 || len(st.Samples()) != 1+2+2+2 {
		t.Errorf("choices %+v", st.Choices())
	}
	if st, err = x.Study(a, func(rule string) bool { return strings.HasPrefix(rule, "en ") }); err != nil || len(st.Rules) > 0 {
		t.Fatalf("rules %v %v", st, err)
	}
	for _, c := range st.Choices() {
		if c.Rule > 0 {
			t.Errorf("a rule without facts: %+v", c)
		}
	}
}

// TestSecondLook: what was found likely is looked at again, and sees the others: the same move of another person, the way on from where it leads.
func TestSecondLook(t *testing.T) {
	st, err := extractor(t).Study(extract.Article{Language: "en", Text: "Anna Smith and Bob Jones have left Barclays to join Meridian Media. Smith was at Nestlé before Barclays."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	likely := func(c extract.Choice) bool {
		return c.From == "Barclays" && c.To == "Meridian Media" || c.Person == "Anna Smith" && c.From == "Nestlé" && c.To == "Barclays"
	}
	choices := st.Choices()
	for _, c := range choices {
		c.Answer(map[bool]float32{true: 2, false: -5}[likely(c)])
	}
	feature := func(c extract.Choice, name string) float32 {
		i := slices.Index(extract.AgainNames(), name)
		if i < 0 {
			t.Fatalf("no feature %q", name)
		}
		return c.Features[len(extract.FeatureNames())+i]
	}
	found := 0
	for i, c := range st.Again() {
		if c.Person != choices[i].Person || c.From != choices[i].From || c.To != choices[i].To {
			t.Fatalf("%+v in place of %+v", c, choices[i])
		}
		if (c.Features != nil) != likely(c) {
			t.Fatalf("%s from %q to %q: looked at again %v", c.Person, c.From, c.To, c.Features != nil)
		}
		if c.Features == nil {
			continue
		}
		found++
		if len(c.Features) != len(extract.FeatureNames())+len(extract.AgainNames()) || feature(c, "first look") != 2 {
			t.Errorf("features %v", c.Features)
		}
		chain, same := feature(c, "before it: move"), feature(c, "others: just this")
		switch {
		case c.From == "Nestlé" && (feature(c, "after it: move") != 2 || same >= 0):
			t.Errorf("after Nestlé: %v, others %v", feature(c, "after it: move"), same)
		case c.From == "Barclays" && (same != 2 || (chain == 2) != (c.Person == "Anna Smith")):
			t.Errorf("%s from Barclays: the other person's %v, before it %v", c.Person, same, chain)
		}
	}
	if found != 3 {
		t.Errorf("%d of three looked at again", found)
	}
}

// TestImplied: an organization that a sentence about a person does not name may be meant by it where it is in focus.
func TestImplied(t *testing.T) {
	st, err := extractor(t).Study(extract.Article{Language: "en", Text: "Meridian Media fell behind Penrose Radio in the spring. Barclays has had a hard year. Anna Smith leaves on Friday."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range st.Ends() {
		got := map[string]float32{}
		for i, n := range extract.EndNames {
			got[n] = e.Features[i]
		}
		want := float32(0)
		if e.Organization == "Barclays" {
			want = 1
		}
		for _, n := range []string{"implied as the last", "implied where no other stands", "implied: leave"} {
			if e.Organization != "Meridian Media" && got[n] != want { // which is named first, and may lead
				t.Errorf("%s: %s is %v", e.Organization, n, got[n])
			}
		}
	}
	if len(st.Ends()) != 3 {
		t.Errorf("ends %+v", st.Ends())
	}
}

// short is an article of as few sentences as the decision looks at.
const short = "Anna Smith has left Barclays to join Meridian Media as chief executive. The publisher said so on Monday. Smith will start in May. Revenue rose last year. Shares fell."

// TestExplainNamesFeatures: an explanation has the probability and what moved it.
func TestExplainNamesFeatures(t *testing.T) {
	x, err := extract.New(extract.WithExplain())
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Extract(context.Background(), extract.Article{Language: "en", Text: short})
	if err != nil || len(r.Moves) != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	e := strings.Join(r.Moves[0].Explain, " ")
	if !strings.Contains(e, "statistics 0.") || !strings.Contains(e, "[") || !strings.Contains(e, "frames.txt:") {
		t.Errorf("explanation %q", e)
	}
}

// TestReadOtherwise: what the frames take for no organization is weighed as one all the same where it is written or led like one.
func TestReadOtherwise(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Hilke Sartorius wechselt zu Siemens. Zuvor war sie bei der Kreisbeschaffung tätig.", "Kreisbeschaffung"},
		{"en", "Deborah Ferris is to join Siemens. She had been with Mend It UK since 2009.", "Mend It UK"},
	} {
		st, err := x.Study(extract.Article{Language: c.lang, Text: c.text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(st.Ends(), func(e extract.End) bool { return e.Organization == c.want }) {
			t.Errorf("%s: %q is not weighed as an end in %q", c.lang, c.want, c.text)
		}
	}
}

// TestNoEndTwice: nobody leaves or joins an organization twice under two readings of its name, "Fondsgesellschaft Deka" beside "Deka".
func TestNoEndTwice(t *testing.T) {
	x := extractor(t)
	alike := func(a, b string) bool {
		a, b = strings.ToLower(" "+a+" "), strings.ToLower(" "+b+" ")
		return a != b && min(len(a), len(b)) > 2 && (strings.HasPrefix(a, b) || strings.HasSuffix(a, b))
	}
	moves := 0
	for _, g := range goldArticles(t) {
		if len(strings.Split(g.Text, ". ")) < 6 {
			continue // left to the rules
		}
		r, err := x.Extract(context.Background(), article(g))
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range r.Moves {
			for _, n := range r.Moves[:i] {
				if m.Person == n.Person && (alike(m.From, n.From) || alike(n.From, m.From) || alike(m.To, n.To) || alike(n.To, m.To)) {
					t.Errorf("%s: %s from %q to %q, and from %q to %q", g.ID, m.Person, m.From, m.To, n.From, n.To)
				}
			}
		}
		moves += len(r.Moves)
	}
	if moves < 1000 {
		t.Errorf("%d moves in all", moves)
	}
}
