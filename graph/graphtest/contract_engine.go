package graphtest

import (
	"context"
	"strings"
	"time"

	"talentgraph/graph"
)

func snapshotCases() []contractCase {
	return []contractCase{
		{"an empty store has made no commit", func(f *fixture) {
			for _, at := range []time.Time{{}, f.clock} {
				s, err := f.s.Snapshot(f.ctx, at)
				f.same("snapshot", must(f, s, err), graph.Snapshot{})
			}
		}},
		{"the last commit at or before a time and how much was current then", func(f *fixture) {
			t1 := f.put(testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "p", "org_y", "", "2025"))
			t2 := f.put(testMove("c", "q", "org_y", "org_z", "2025"))
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_q": 1}, Retract: []graph.ID{"art_c"}})
			t4 := f.remove("", "mov_c")
			one := graph.Snapshot{Commits: 1, At: t1, Articles: 2, Claims: 2, People: 1, Organizations: 2, Moves: 2}
			two := graph.Snapshot{Commits: 2, At: t2, Articles: 3, Claims: 3, People: 2, Organizations: 3, Moves: 3}
			four := graph.Snapshot{Commits: 4, At: t4, Articles: 2, Claims: 2, People: 2, Organizations: 2, Moves: 2}
			for _, x := range []struct {
				at   time.Time
				want graph.Snapshot
			}{{t1.Add(-time.Microsecond), graph.Snapshot{}}, {t1, one}, {t2.Add(-time.Nanosecond), one}, {t2, two}, {t4, four}, {t4.Add(time.Hour), four}, {time.Time{}, four}} {
				s, err := f.s.Snapshot(f.ctx, x.at)
				f.same("at "+x.at.String(), must(f, s, err), x.want)
			}
		}},
	}
}

// reads calls every reading method and gives what each returned.
func reads(ctx context.Context, s graph.Store) map[string]error {
	errs := map[string]error{}
	note := func(name string, err error) { errs[name] = err }
	ids, at := []graph.ID{"art_a"}, time.Time{}
	_, err := s.Blocks(ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
	note("Blocks", err)
	_, err = s.BlocksOf(ctx, nil, "", 10)
	note("BlocksOf", err)
	_, err = s.Articles(ctx, ids, at)
	note("Articles", err)
	_, err = s.Claims(ctx, graph.ClaimQuery{Of: ids})
	note("Claims", err)
	_, err = s.People(ctx, []graph.ID{"per_p"}, at)
	note("People", err)
	_, err = s.Organizations(ctx, []graph.ID{"org_x"}, at)
	note("Organizations", err)
	_, err = s.MovesByID(ctx, []graph.ID{"mov_a"}, at)
	note("MovesByID", err)
	_, err = s.Moves(ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 1})
	note("Moves", err)
	_, err = s.CountMoves(ctx, graph.MoveQuery{})
	note("CountMoves", err)
	_, err = s.Flows(ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom}, Limit: 1})
	note("Flows", err)
	_, err = s.Coverage(ctx, graph.CoverageQuery{})
	note("Coverage", err)
	_, _, err = s.ListPeople(ctx, graph.PeopleQuery{Order: graph.NameUp, Limit: 1, Total: true})
	note("ListPeople", err)
	_, _, err = s.ListOrganizations(ctx, graph.OrganizationQuery{Order: graph.NameUp, Limit: 1, Total: true})
	note("ListOrganizations", err)
	_, _, err = s.ListArticles(ctx, graph.ArticleQuery{Order: graph.NewestArticles, Limit: 1, Total: true})
	note("ListArticles", err)
	_, err = s.Search(ctx, graph.SearchQuery{Prefixes: []string{"a"}, Limit: 1})
	note("Search", err)
	_, err = s.Successors(ctx, ids)
	note("Successors", err)
	_, err = s.Judgements(ctx, "", 10)
	note("Judgements", err)
	_, err = s.Snapshot(ctx, at)
	note("Snapshot", err)
	return errs
}

func engineCases() []contractCase {
	ended := func(name string, end func(ctx context.Context) (context.Context, context.CancelFunc), want error) contractCase {
		return contractCase{name, func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			c := f.prepare(f.putting(testMove("b", "p", "org_x", "org_y", "2025")))
			ctx, cancel := end(f.ctx)
			defer cancel()
			for name, err := range reads(ctx, f.s) {
				f.wantError(name, err, want)
			}
			_, err := f.s.Commit(ctx, c)
			f.wantError("Commit", err, want)
			s, err := f.s.Snapshot(f.ctx, time.Time{})
			f.same("commits", must(f, s, err).Commits, int64(1))
		}}
	}
	return []contractCase{
		ended("a cancelled context is the error and nothing is changed", func(ctx context.Context) (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(ctx)
			cancel()
			return ctx, cancel
		}, context.Canceled),
		ended("a context past its deadline is the error and nothing is changed", func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithDeadline(ctx, time.Unix(0, 0))
		}, context.DeadlineExceeded),
		{"a closed store is invalid", func(f *fixture) {
			c := f.prepare(f.putting(testMove("a", "p", "org_x", "org_y", "2025")))
			if err := f.s.Close(); err != nil {
				f.Fatalf("close: %v", err)
			}
			for name, err := range reads(f.ctx, f.s) {
				f.wantError(name, err, graph.ErrInvalid)
			}
			_, err := f.s.Commit(f.ctx, c)
			f.wantError("Commit", err, graph.ErrInvalid)
		}},
		{"closing twice is fine", func(f *fixture) {
			for range 2 {
				if err := f.s.Close(); err != nil {
					f.Errorf("close: %v", err)
				}
			}
		}},
		{"an empty store answers every read", func(f *fixture) {
			for name, err := range reads(f.ctx, f.s) {
				f.wantError(name, err, nil)
			}
		}},
	}
}

// textCases record texts that engines are known to trip over, and expect them back byte by byte.
func textCases() []contractCase {
	var cases []contractCase
	for _, x := range []struct{ name, text string }{
		{"emoji and astral characters", "👩‍🔬 𝔘𝔫𝔦 🇫🇷 \U0010FFFF"},
		{"quotes and backslashes", `'"` + "`" + `\'; DROP TABLE moves; -- \u0041 $1 {x} ?`},
		{"line breaks, tabs and control characters", "a\r\nb\tc\x01\x1b\x7f\u2028d"},
		{"spaces at the ends", "  a  "},
		{"bidirectional and zero-width characters", "\u202eabc\u202c\u200b\ufeff"},
		{"composed and decomposed letters", "é e\u0301 ﬁ"},
		{"wildcards", "%_*[a-z]?"},
		{"scripts", "腾讯 Сергей محمد עברית ไทย"},
		{"JSON and CSV", `{"a":[1,null]},"b"` + "\n;"},
		{"a word of four thousand letters", strings.Repeat("long", 1000)},
		{"two thousand words", strings.Repeat("and so on ", 2000)},
	} {
		cases = append(cases, contractCase{x.name, func(f *fixture) { roundTrip(f, x.text) }})
	}
	return append(cases, caseSensitivity())
}

func roundTrip(f *fixture, text string) {
	name := clip(text, 4000)
	a := testArticle("a")
	a.URL, a.Title, a.Publisher = text, text, name
	c := testClaim("a", "art_a", "blk_p")
	c.Person, c.From, c.To, c.RoleFrom, c.RoleTo, c.Quote, c.Extractor, c.Publisher = name, name, name, text, text, text, name, name
	p := testPerson("p", "blk_p")
	p.Name, p.Aliases, p.Reason, p.Candidates = name, []string{name + "!"}, text, []graph.Candidate{{Person: "per_q", Reason: text}}
	o := testOrganization("x")
	o.Name, o.Key, o.Aliases, o.Sector = name, name, []string{name + "!"}, name
	m := testMove("a", "p", "org_x", "", "2025")
	m.RoleFrom, m.RoleTo, m.Words, m.Mentions = text, text, []string{name}, []graph.Mention{{Organization: "org_x", Name: name, Claims: 1}}
	j := graph.Judgement{ID: "jdg_a", Kind: graph.JudgeErase, Blocks: []graph.ID{"blk_p"}, Suppress: []string{name}, By: name, Why: text}
	at := f.commit(graph.Commit{Articles: []graph.Article{a}, Claims: []graph.Claim{c}, People: []graph.Person{p}, Moves: []graph.Move{m}, Organizations: []graph.Organization{o},
		Mentions: m.Mentions, Flows: []graph.FlowCount{{From: "org_x", Month: "2025", Status: m.Status, Moves: 1}}, Judgements: []graph.Judgement{j}})
	a.Recorded, p.Since, o.Since, o.Observed, m.Since, j.At = at, at, at, []string{name}, at, at
	articles, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, time.Time{})
	f.same("article", must(f, articles, err)["art_a"], a)
	claims, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_a"}})
	f.same("claim", must(f, claims, err)["mov_a"], []graph.Claim{c})
	people, err := f.s.People(f.ctx, []graph.ID{"per_p"}, time.Time{})
	f.same("person", must(f, people, err)["per_p"], p)
	organizations, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, time.Time{})
	f.same("organization", must(f, organizations, err)["org_x"], o)
	moves, err := f.s.Moves(f.ctx, graph.MoveQuery{Where: graph.MoveFilter{Words: []string{name}}, Order: graph.NewestFirst, Limit: 1})
	f.same("move", must(f, moves, err)[""], []graph.Move{m})
	judgements, err := f.s.Judgements(f.ctx, "", 1)
	f.same("judgement", must(f, judgements, err), []graph.Judgement{j})
	found, err := f.s.Search(f.ctx, graph.SearchQuery{Prefixes: []string{""}, Kind: "Organization", Limit: 1})
	if keys := graph.SearchKeys(name); len(keys) > 0 && (len(must(f, found, err)) != 1 || found[0].Name != name) {
		f.Errorf("search found %d names, want the organization", len(found))
	}
}

func caseSensitivity() contractCase {
	return contractCase{"IDs, names and words that differ in case only are different", func(f *fixture) {
		lower, upper := testMove("a", "p", "org_x", "org_y", "2025"), testMove("A", "P", "org_X", "org_Y", "2025")
		lower.Words, upper.Words = []string{"a"}, []string{"A"}
		f.put(lower, upper)
		m, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a", "MOV_A"}, time.Time{})
		f.same("by id", len(must(f, m, err)), 1)
		f.same("all, ties by bytes", f.page(graph.MoveQuery{}), map[graph.ID][]graph.ID{"": {"mov_A", "mov_a"}})
		f.same("of", f.page(graph.MoveQuery{Of: []graph.ID{"org_x", "per_P"}}), map[graph.ID][]graph.ID{"org_x": {"mov_a"}, "per_P": {"mov_A"}})
		f.same("words", f.page(graph.MoveQuery{Where: graph.MoveFilter{Words: []string{"A"}}}), map[graph.ID][]graph.ID{"": {"mov_A"}})
		fl, err := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom}, Limit: 9})
		f.same("flows", must(f, fl, err), []graph.Flow{{From: "org_X", Moves: 1}, {From: "org_x", Moves: 1}})
		b, err := f.s.BlocksOf(f.ctx, nil, "", 9)
		f.same("blocks", must(f, b, err), []graph.ID{"blk_P", "blk_p"})
	}}
}
