package graph

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// claim builds a claim of an article of its own, reported on a day, as tests write them.
func claim(person, from, to string, status Status, date, reported, publisher string) Claim {
	d, err := ParseDate(date)
	if err != nil {
		panic(err)
	}
	r, err := ParseDate(reported)
	if err != nil {
		panic(err)
	}
	c := Claim{Article: NewArticleID(publisher, person+from+to+date+reported+string(status), ""), Person: person, From: from, To: to,
		Status: status, Date: d, Reported: r, Publisher: publisher, Confidence: 0.9, Extractor: "test"}
	if err := c.complete(); err != nil {
		panic(err)
	}
	return c
}

func withRoles(c Claim, from, to string) Claim {
	c.RoleFrom, c.RoleTo = from, to
	c.ID = NewClaimID(c)
	return c
}

func testFuser(t testing.TB) *Fuser {
	t.Helper()
	catalogue, err := NewCatalogue([]CatalogueEntry{
		{Key: "alphabet", Name: "Alphabet"}, {Key: "google", Name: "Google", Parent: "alphabet"},
		{Key: "deepmind", Name: "DeepMind", Parent: "google", Aliases: []string{"Google DeepMind"}},
		{Key: "meta", Name: "Meta", FormerNames: []string{"Facebook"}}, {Key: "apple", Name: "Apple"},
		{Key: "openai", Name: "OpenAI"}, {Key: "microsoft", Name: "Microsoft"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return NewFuser(catalogue, nil)
}

func (f *Fuser) nameOf(id ID) string {
	if key, ok := f.listed().keys[id]; ok {
		return key
	}
	return string(id)
}

// tell writes moves as "person: from → to, date, status", "?" for an unknown end, "~" before an inferred one.
func tell(f *Fuser, out Fused) []string {
	people := map[ID]string{}
	for _, p := range out.People {
		people[p.ID] = p.Name
	}
	end := func(id ID) string {
		if id == "" {
			return "?"
		}
		return f.nameOf(id)
	}
	var lines []string
	for _, m := range out.Moves {
		inferred := ""
		if m.Inferred {
			inferred = "~"
		}
		lines = append(lines, fmt.Sprintf("%s%s: %s → %s, %s, %s", inferred, people[m.Person], end(m.From), end(m.To), m.Date, m.Status))
	}
	return lines
}

func TestOneMoveManyArticles(t *testing.T) {
	f := testFuser(t)
	out := f.Fuse([]Claim{
		claim("Ruoming Pang", "Apple", "Meta", Rumored, "", "2025-07-07", "bloomberg.com"),
		claim("Ruoming Pang", "Apple", "Facebook", Announced, "2025-07", "2025-07-09", "reuters.com"),
		claim("Pang, Ruoming", "Apple", "Meta", Completed, "2025-07-14", "2025-08-01", "lemonde.fr"),
		claim("Ruoming Pang", "", "Meta", Completed, "2025", "2025-12-01", "lemonde.fr"),
	}, nil)
	if got, want := tell(f, out), []string{"Ruoming Pang: apple → meta, 2025-07-14, COMPLETED"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	m := out.Moves[0]
	if m.Publishers != 3 || len(m.Claims) != 4 || m.Reported.String() != "2025-07-07" || m.Inferred {
		t.Errorf("publishers %d, claims %d, reported %s, inferred %v", m.Publishers, len(m.Claims), m.Reported, m.Inferred)
	}
	if p := out.People[0]; !reflect.DeepEqual(p.Aliases, []string{"Pang, Ruoming"}) {
		t.Errorf("aliases %q", p.Aliases)
	}
}

func TestStatusLifeCycle(t *testing.T) {
	f := testFuser(t)
	for _, c := range []struct {
		statuses []Status // a day apart, each by its own publisher
		want     Status
	}{
		{[]Status{Rumored}, Rumored},
		{[]Status{Rumored, Announced, Completed}, Completed},
		{[]Status{Completed, Announced, Rumored}, Completed},
		{[]Status{Rumored, Denied}, Denied},
		{[]Status{Announced, Rumored}, Announced},
		{[]Status{Rumored, Denied, Rumored}, Denied},
		{[]Status{Rumored, Denied, Completed}, Completed},
		{[]Status{Completed, Denied}, Completed},
		{[]Status{Completed, Denied, Denied}, Denied},
	} {
		var claims []Claim
		for i, s := range c.statuses {
			claims = append(claims, claim("Ada Quill", "Apple", "Meta", s, "", fmt.Sprintf("2025-07-%02d", i+1), fmt.Sprintf("p%d.com", i)))
		}
		out := f.Fuse(claims, nil)
		if len(out.Moves) != 1 || out.Moves[0].Status != c.want {
			t.Errorf("%v: got %q, want one %s", c.statuses, tell(f, out), c.want)
		}
	}
}

func TestHalfMoves(t *testing.T) {
	f := testFuser(t)
	left := claim("Ada Quill", "Apple", "", Completed, "2025-06-01", "2025-06-02", "a.com")
	joined := claim("Ada Quill", "", "Meta", Completed, "2025-07-10", "2025-07-11", "b.com")
	for _, c := range []struct {
		name   string
		claims []Claim
		want   int // moves
		first  string
	}{
		{"a departure and an arrival", []Claim{left, joined}, 1, "~Ada Quill: apple → meta, 2025-07-10, COMPLETED"},
		{"an arrival long after", []Claim{left, claim("Ada Quill", "", "Meta", Completed, "2029", "2029-01-01", "b.com")}, 2, ""},
		{"an arrival before", []Claim{left, claim("Ada Quill", "", "Meta", Completed, "2024-06", "2024-06-10", "b.com")}, 2, ""},
		{"a move in between", []Claim{left, joined, claim("Ada Quill", "OpenAI", "Microsoft", Completed, "2025-06-20", "2025-06-20", "c.com")}, 3, ""},
		{"back to where they left", []Claim{left, claim("Ada Quill", "", "Apple", Completed, "2025-07-10", "2025-07-11", "b.com")}, 2, ""},
		{"told whole elsewhere", []Claim{left, joined, claim("Ada Quill", "Apple", "Meta", Announced, "", "2025-06-15", "c.com")}, 1,
			"Ada Quill: apple → meta, 2025-07-10, COMPLETED"},
	} {
		out := f.Fuse(c.claims, nil)
		got := tell(f, out)
		if len(got) != c.want || c.first != "" && got[0] != c.first {
			t.Errorf("%s: got %q, want %d moves %q", c.name, got, c.want, c.first)
		}
	}
}

func TestPartsAndFormerNames(t *testing.T) {
	f := testFuser(t)
	out := f.Fuse([]Claim{
		claim("Ada Quill", "DeepMind", "OpenAI", Completed, "2025-03", "2025-03-02", "a.com"),
		claim("Ada Quill", "Google", "OpenAI", Completed, "2025-03", "2025-03-03", "b.com"),
		claim("Ben Oak", "Facebook", "Meta", Completed, "2021-10", "2021-10-30", "a.com"), // a renaming is no move
	}, nil)
	if got, want := tell(f, out), []string{"Ada Quill: deepmind → openai, 2025-03, COMPLETED"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	named := map[string]int{}
	for _, m := range out.Moves[0].Mentions {
		named[f.nameOf(m.Organization)] += m.Claims
	}
	if want := (map[string]int{"deepmind": 1, "google": 2, "alphabet": 2, "openai": 2}); !reflect.DeepEqual(named, want) {
		t.Errorf("mentions %v, want %v", named, want)
	}
}

func TestUnknownOrganizationSpellings(t *testing.T) {
	f := testFuser(t)
	out := f.Fuse([]Claim{
		claim("Ada Quill", "Acme Robotics", "Meta", Completed, "2025-03", "2025-03-02", "a.com"),
		claim("Ada Quill", "ACME Robotics, Inc.", "Meta", Completed, "2025-03", "2025-03-03", "b.com"),
	}, nil)
	if len(out.Moves) != 1 {
		t.Fatalf("got %q, want one move", tell(f, out))
	}
	if got := BestName([]string{"ACME ROBOTICS", "Acme Robotics", "Acme Robotics, Inc."}); got != "Acme Robotics" {
		t.Errorf("best name %q", got)
	}
}

func TestMinorityVersion(t *testing.T) {
	f := testFuser(t)
	out := f.Fuse([]Claim{
		claim("Ada Quill", "Apple", "Meta", Completed, "2025-03-01", "2025-03-02", "a.com"),
		claim("Ada Quill", "Apple", "Meta", Completed, "2025-03-01", "2025-03-03", "b.com"),
		claim("Ada Quill", "Microsoft", "Meta", Completed, "2025-03-01", "2025-03-04", "c.com"),
	}, nil)
	if got, want := tell(f, out), []string{"Ada Quill: apple → meta, 2025-03-01, COMPLETED"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRolesOfAMove(t *testing.T) {
	f := testFuser(t)
	out := f.Fuse([]Claim{
		withRoles(claim("Ada Quill", "Apple", "Meta", Completed, "2025-03-01", "2025-03-02", "a.com"), "engineer", "head of research"),
		withRoles(claim("Ada Quill", "Apple", "Meta", Completed, "2025-03-01", "2025-03-03", "b.com"), "", "head of research"),
		withRoles(claim("Ada Quill", "", "Meta", Completed, "2025-03-01", "2025-03-04", "c.com"), "", "director"),
	}, nil)
	if len(out.Moves) != 1 {
		t.Fatalf("got %q, want one move", tell(f, out))
	}
	if m := out.Moves[0]; m.RoleFrom != "engineer" || m.RoleTo != "head of research" || m.RoleFamily != Research {
		t.Errorf("roles %q → %q, %s", m.RoleFrom, m.RoleTo, m.RoleFamily)
	}
}

func TestJudgements(t *testing.T) {
	f := testFuser(t)
	a := claim("Ada Quill", "Apple", "Meta", Completed, "2025-03-01", "2025-03-02", "a.com")
	b := claim("Ada Quill", "OpenAI", "Microsoft", Completed, "2020-03-01", "2020-03-02", "b.com")
	bob := claim("Bob Quill", "Google", "Apple", Completed, "2018-03-01", "2018-03-02", "b.com")
	at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	count := func(js ...Judgement) [2]int {
		out := f.Fuse([]Claim{a, b, bob}, js)
		return [2]int{len(out.People), len(out.Moves)}
	}
	split := newJudgement(Judgement{Kind: JudgeDifferent, Blocks: []ID{a.Block}, Claims: []ID{a.ID}, Others: []ID{b.ID}, At: at})
	merge := newJudgement(Judgement{Kind: JudgeSame, Blocks: []ID{a.Block, bob.Block}, Claims: []ID{a.ID, bob.ID}, At: at})
	reject := newJudgement(Judgement{Kind: JudgeReject, Blocks: []ID{a.Block}, Claims: []ID{a.ID}, At: at})
	erase := newJudgement(Judgement{Kind: JudgeErase, Blocks: []ID{a.Block}, Claims: []ID{a.ID}, Suppress: []string{suppression(a.Block, "")}, At: at})
	undone := reject
	undone.Undone = at.Add(time.Hour)
	for name, c := range map[string]struct {
		got, want [2]int // people, moves
	}{
		"none":   {count(), [2]int{2, 3}}, // a rare name is one person
		"split":  {count(split), [2]int{3, 3}},
		"merge":  {count(merge), [2]int{1, 3}},
		"reject": {count(reject), [2]int{2, 2}},
		"undone": {count(undone), [2]int{2, 3}},
		"erase":  {count(erase), [2]int{1, 1}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d people and %d moves, want %d and %d", name, c.got[0], c.got[1], c.want[0], c.want[1])
		}
	}
	rule := newJudgement(Judgement{Kind: JudgeSame, Organizations: []ID{OrganizationID("meta"), OrganizationID("openai")}, At: at})
	out := f.Fuse([]Claim{a, claim("Ada Quill", "Apple", "OpenAI", Completed, "2025-03-01", "2025-03-05", "c.com")}, []Judgement{rule})
	if got, want := tell(f, out), []string{"Ada Quill: apple → meta, 2025-03-01, COMPLETED"}; !reflect.DeepEqual(got, want) {
		t.Errorf("merged organizations: got %q, want %q", got, want)
	}
}

func TestOrderOfClaimsDoesNotMatter(t *testing.T) {
	f := testFuser(t)
	rng := rand.New(rand.NewPCG(1, 2))
	orgs := []string{"Apple", "Google", "DeepMind", "Meta", "OpenAI", "Acme", "Borel SA", ""}
	names := []string{"Ada Quill", "Ada B. Quill", "Ada C. Quill", "Dr. Ada Quill", "Quill, Ada"}
	statuses := Statuses()
	for round := range 200 {
		var claims []Claim
		for range 2 + rng.IntN(30) {
			from, to := orgs[rng.IntN(len(orgs))], orgs[rng.IntN(len(orgs))]
			if from == "" && to == "" {
				continue
			}
			date := []string{"", fmt.Sprintf("20%02d", 10+rng.IntN(15)), fmt.Sprintf("20%02d-0%d", 10+rng.IntN(15), 1+rng.IntN(9))}[rng.IntN(3)]
			claims = append(claims, claim(names[rng.IntN(len(names))], from, to, statuses[rng.IntN(4)], date,
				fmt.Sprintf("20%02d-05-0%d", 10+rng.IntN(15), 1+rng.IntN(9)), fmt.Sprintf("p%d.com", rng.IntN(5))))
		}
		want := f.Fuse(claims, nil)
		for range 3 {
			rng.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
			if got := f.Fuse(claims, nil); !reflect.DeepEqual(got, want) {
				t.Fatalf("round %d: another order gives\n%q\nwant\n%q", round, tell(f, got), tell(f, want))
			}
		}
	}
}

// BenchmarkFuse5000 fuses the block of one common name: 1,250 moves with 4 claims each, all taken for one person, which is
// the costliest case.
func BenchmarkFuse5000(b *testing.B) {
	f := testFuser(b)
	rng := rand.New(rand.NewPCG(1, 2))
	var claims []Claim
	for i := range 1250 {
		from, to, year := rng.IntN(800), 800+rng.IntN(800), 2000+rng.IntN(25)
		for j := range 4 {
			claims = append(claims, claim("John Smith", fmt.Sprintf("Employer %d", from), fmt.Sprintf("Employer %d", to), Completed,
				fmt.Sprintf("%d-0%d", year, 1+rng.IntN(9)), "2025-01-01", fmt.Sprintf("p%d-%d.com", i, j)))
		}
	}
	for b.Loop() {
		f.FuseGroup(claims, nil, nil)
	}
}
