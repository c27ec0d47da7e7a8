package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
)

// newSample records a few moves in a graph on the oracle.
func newSample(t *testing.T, options ...graph.Option) *graph.Graph {
	t.Helper()
	g := graph.New(NewOracle(), nil, nil, options...)
	var readings []graph.Reading
	for i, m := range [][4]string{{"Ruoming Pang", "Apple", "Meta", "2025-07"}, {"Ada Quill", "Meta", "Acme", "2024-02"}, {"Ben Oak", "", "Apple", "2023"}} {
		d, err := graph.ParseDate(m[3])
		if err != nil {
			t.Fatal(err)
		}
		text := m[0] + " moves."
		readings = append(readings, graph.Reading{Text: text, Article: graph.Article{URL: fmt.Sprintf("https://p%d.example/a", i), Title: "News " + m[0], Published: d, Language: "en"},
			Claims: []graph.Claim{{Person: m[0], From: m[1], To: m[2], Date: d, Status: graph.Completed, Quote: text, End: len(text), Confidence: 0.9, Extractor: "test"}}})
	}
	if _, err := g.Record(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return g
}

func organization(name string) graph.ID { return graph.OrganizationID(graph.OrganizationKey(name)) }

// TestSlips: one slip in one word is forgiven, after all that the text itself finds.
func TestSlips(t *testing.T) {
	g := newSample(t)
	for text, want := range map[string]string{"Ruomng Pang": "Ruoming Pang", "rouming": "Ruoming Pang", "Ruoming Pnag": "Ruoming Pang", "pang ruomingg": "Ruoming Pang",
		"Appel": "Apple", "qiull": "Ada Quill", "Ada Quil": "Ada Quill", "ruomi": "Ruoming Pang"} {
		hits, err := g.Search(t.Context(), text, nil, 5, time.Time{})
		if err != nil || len(hits) == 0 || hits[0].Matched != want {
			t.Errorf("search %q: %+v, %v, want %q", text, hits, err, want)
		}
	}
	for _, text := range []string{"Rumong Pnag", "pxn", "meat", "zzzzzz"} { // two slips, a short word, another word
		hits, err := g.Search(t.Context(), text, nil, 5, time.Time{})
		if err != nil || slices.ContainsFunc(hits, func(h graph.Hit) bool { return h.Matched == "Ruoming Pang" }) {
			t.Errorf("search %q: %+v, %v", text, hits, err)
		}
	}
	exact, err := g.Search(t.Context(), "Apple", nil, 5, time.Time{})
	if err != nil || len(exact) != 1 || exact[0].Score != 1 {
		t.Errorf("search Apple: %+v, %v", exact, err)
	}
	names, err := g.Suggest(t.Context(), "ruo", nil, 5, time.Time{})
	if err != nil || len(names) != 1 || names[0].Name != "Ruoming Pang" {
		t.Errorf("suggest: %+v, %v", names, err)
	}
	if names, err := g.Suggest(t.Context(), " ", nil, 5, time.Time{}); err != nil || len(names) != 0 {
		t.Errorf("suggest for nothing: %+v, %v", names, err)
	}
}

// TestFilterRefusals: what a filter names wrongly is said with its place; nothing wrong gives an empty answer.
func TestFilterRefusals(t *testing.T) {
	g := newSample(t, graph.WithSets([]graph.Set{{ID: "two", Title: "Two", Organizations: []graph.ID{organization("Meta"), organization("Silent")}}}))
	date := func(s string) graph.Date { d, _ := graph.ParseDate(s); return d }
	none := organization("Nobody at all")
	for want, f := range map[string]graph.MoveFilter{
		"where.from: nothing is known of the Organization":      {From: []graph.ID{none}},
		"where.or[1].to: \"per_x\" is no id of a Organization":  {Any: []graph.MoveFilter{{}, {To: []graph.ID{"per_x"}}}},
		"where.not[0]: since 2025 is after until 2024":          {None: []graph.MoveFilter{{Since: date("2025"), Until: date("2024")}}},
		"where: announced since 2025-02 is after until 2025-01": {AnnouncedSince: date("2025-02"), AnnouncedUntil: date("2025-01")},
		"where: minConfidence 0.5 is above maxConfidence 0.25":  {MinConfidence: 0.5, MaxConfidence: 0.25},
		"where.and[0].role \"!!\": no letter or digit in it":    {All: []graph.MoveFilter{{RoleText: "!!"}}},
		"where.fromSet: there is no set \"three\"":              {FromSets: []string{"three"}},
		"more than 50 filters in one":                           {Any: make([]graph.MoveFilter, 60)},
		"where.organization: 1001 ids, at most 1000":            {Organizations: make([]graph.ID, 1001)},
	} {
		_, err := g.Moves(t.Context(), graph.MoveRequest{Where: f, First: 5})
		if err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, graph.ErrInvalid) && !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("filter %+v: %v, want %q", f, err, want)
		}
	}
	for want, f := range map[int]graph.MoveFilter{
		2: {OrganizationSets: []string{"two"}},
		1: {Any: []graph.MoveFilter{{Text: "ruoming"}, {Text: "nobody"}}},
		3: {None: []graph.MoveFilter{{Text: "nobody"}}},
	} {
		pages, err := g.Moves(t.Context(), graph.MoveRequest{Where: f, First: 5})
		if err != nil || len(pages[""].Moves) != want {
			t.Errorf("filter %+v: %d moves, %v, want %d", f, len(pages[""].Moves), err, want)
		}
	}
}

// TestLists: lists go page by page, forwards and backwards.
func TestLists(t *testing.T) {
	g := newSample(t)
	var names []string
	r := graph.PeopleRequest{Window: graph.Window{First: 2}, Total: true}
	for {
		page, err := g.ListPeople(t.Context(), r)
		if err != nil || page.Total != 3 {
			t.Fatalf("%+v, %v", page, err)
		}
		for _, p := range page.Items {
			names = append(names, p.Name)
		}
		if !page.HasNext {
			break
		}
		r.After = page.Cursor(len(page.Items) - 1)
	}
	if !slices.Equal(names, []string{"Ada Quill", "Ben Oak", "Ruoming Pang"}) {
		t.Errorf("people %q", names)
	}
	last, err := g.ListPeople(t.Context(), graph.PeopleRequest{Window: graph.Window{First: 2, Back: true}})
	if err != nil || len(last.Items) != 2 || last.Items[1].Name != "Ruoming Pang" || !last.HasPrevious || last.HasNext {
		t.Errorf("the last two: %+v, %v", last, err)
	}
	from, err := g.ListOrganizations(t.Context(), graph.OrganizationsRequest{Window: graph.Window{First: 9},
		Where: graph.OrganizationFilter{Moves: &graph.MoveFilter{Text: "quill"}, End: graph.ToEnd}})
	if err != nil || len(from.Items) != 1 || from.Items[0].Name != "Acme" {
		t.Errorf("organizations: %+v, %v", from, err)
	}
	articles, err := g.ListArticles(t.Context(), graph.ArticlesRequest{Window: graph.Window{First: 9}, Where: graph.ArticleFilter{Publishers: []string{"p0.example", "p2.example"}}})
	if err != nil || len(articles.Items) != 2 || articles.Items[0].Publisher != "p0.example" {
		t.Errorf("articles: %+v, %v", articles, err)
	}
	if _, err := g.ListArticles(t.Context(), graph.ArticlesRequest{Window: graph.Window{First: 9, After: articles.Cursor(0)}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a cursor of another list: %v", err)
	}
	c, err := g.Coverage(t.Context(), graph.CoverageRequest{Top: 5})
	if err != nil || len(c) != 1 || c[0].Moves != 3 || c[0].Articles != 3 || c[0].PublisherCount != 3 || c[0].First.String() != "2023" || len(c[0].Languages) != 1 {
		t.Errorf("coverage %+v, %v", c, err)
	}
}

// TestAsOf: where people worked on a day follows from the moves that brought them there and those that ended the stay.
func TestAsOf(t *testing.T) {
	g := graph.New(NewOracle(), nil, nil)
	text := "Ada moves."
	claim := func(from, to, day string) graph.Claim {
		d, err := graph.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		return graph.Claim{Person: "Ada Quill", From: from, To: to, Date: d, Status: graph.Completed, Quote: text, End: len(text), Confidence: 0.9, Extractor: "test"}
	}
	if _, err := g.Record(t.Context(), []graph.Reading{{Text: text, Article: graph.Article{URL: "https://p.example/a", Published: graph.Date{Year: 2025}},
		Claims: []graph.Claim{claim("Apple", "Meta", "2015-03"), claim("Meta", "Acme", "2018-01"), claim("Acme", "Meta", "2020-06-15")}}}); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]graph.ID{"2014": "", "2016": organization("Meta"), "2019-02": organization("Acme"), "2024": organization("Meta")} {
		d, _ := graph.ParseDate(day)
		flows, err := g.Flows(t.Context(), graph.FlowRequest{Where: graph.MoveFilter{AsOf: d}, By: []graph.FlowDimension{graph.ByTo}, First: 5})
		if err != nil || (want == "") != (len(flows.Flows) == 0) || want != "" && (len(flows.Flows) != 1 || flows.Flows[0].To != want) {
			t.Errorf("as of %s: %+v, %v, want %s", day, flows.Flows, err, want)
		}
	}
}
