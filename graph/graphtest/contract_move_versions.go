package graphtest

import (
	"slices"
	"time"

	"talentgraph/graph"
)

// moveVersionCases say that a version of a move keeps all that it had, however it is read, and what erasing leaves of it.
func moveVersionCases() []contractCase {
	// every gives the move as each way of reading it has it.
	every := func(f *fixture, id graph.ID, at time.Time) map[string]graph.Move {
		f.Helper()
		m, err := f.s.MovesByID(f.ctx, []graph.ID{id}, at)
		moves := map[string]graph.Move{"by id": must(f, m, err)[id]}
		for name, q := range map[string]graph.MoveQuery{"all": {}, "of the person": {Of: []graph.ID{moves["by id"].Person}}, "each": {Each: []graph.MoveFilter{{People: []graph.ID{moves["by id"].Person}}}},
			"filtered": {Where: graph.MoveFilter{MinPublishers: 1, Any: []graph.MoveFilter{{Known: []graph.MoveField{graph.ToField}}}}}} {
			q.Order, q.Limit, q.At = graph.NewestFirst, 100, at
			pages, err := f.s.Moves(f.ctx, q)
			for _, list := range must(f, pages, err) {
				for _, m := range list {
					if m.ID == id {
						moves[name] = m
					}
				}
			}
		}
		return moves
	}
	same := func(f *fixture, what string, got map[string]graph.Move, want graph.Move) {
		f.Helper()
		for _, name := range []string{"by id", "all", "of the person", "each", "filtered"} {
			f.same(what+", "+name, got[name], want)
		}
	}
	return []contractCase{
		{"places, the end of the stay and sources are those of the version", func(f *fixture) {
			first := fullMove()
			first.FromPlace, first.ToPlace = graph.Place{Group: "org_g", Country: "FR", Sector: "Banks"}, graph.Place{Group: "org_y", Sector: "Software"}
			first.Ended = date("2025-12")
			state(&first, source("art_1", "a.example", "fr", "2025-06-20"), source("art_2", "", "", ""))
			first.Since = f.put(first)
			// The last claim comes in the middle, another publisher is found, and the parent and country are others.
			second := first
			second.FromPlace.Group, second.ToPlace.Country, second.Ended = "org_x", "US", date("2025-11-30")
			state(&second, source("art_1", "a.example", "fr", "2025-06-20"), source("art_3", "c.example", "de", "2025-07"), source("art_2", "", "", ""))
			second.Claims = []graph.ID{first.Claims[0], "clm_full9", first.Claims[1]}
			second.Since = f.put(second)
			// A claim goes, and nothing is known of the ends' places or of when the stay ended.
			third := second
			third.FromPlace, third.ToPlace, third.Ended = graph.Place{Group: "org_x"}, graph.Place{Group: "org_y"}, graph.Date{}
			third.Claims, third.Sources = third.Claims[1:2], third.Sources[1:2]
			third.Since = f.put(third)
			// A source reads otherwise, and an end becomes unknown.
			fourth := third
			fourth.To, fourth.ToPlace, fourth.Mentions = "", graph.Place{}, fourth.Mentions[1:]
			fourth.Sources = []graph.Source{{Article: "art_3", Publisher: "d.example", Language: "it", Published: date("2025-07-01")}}
			fourth.Since = f.put(fourth)
			first.Until, second.Until, third.Until = second.Since, third.Since, fourth.Since
			same(f, "first", every(f, first.ID, first.Since), first)
			same(f, "first, to the end", every(f, first.ID, second.Since.Add(-time.Microsecond)), first)
			same(f, "second", every(f, first.ID, second.Since), second)
			same(f, "third", every(f, first.ID, third.Since), third)
			m, err := f.s.MovesByID(f.ctx, []graph.ID{first.ID}, time.Time{})
			f.same("now", must(f, m, err)[first.ID], fourth)
			end := f.remove("", first.ID)
			fourth.Until = end
			m, err = f.s.MovesByID(f.ctx, []graph.ID{first.ID}, end.Add(-time.Microsecond))
			f.same("at last", must(f, m, err)[first.ID], fourth)
		}},
		{"sources of one publisher and language, and of many, each keep their place", func(f *fixture) {
			m := fullMove()
			var sources []graph.Source
			for i, publisher := range []string{"a.example", "a.example", "b.example", "a.example", "", "b.example", ""} {
				sources = append(sources, source(graph.ID("art_"+string(rune('a'+i))), publisher, []string{"en", "fr", "", "en", "en", "", "fr"}[i], []string{"2025", "2025-01", "2025-01-02", "2025-03", "2025-03", "", ""}[i]))
			}
			state(&m, sources...)
			m.Since = f.put(m)
			same(f, "now", every(f, m.ID, time.Time{}), m)
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
			f.same("in the block", must(f, b, err).Blocks["blk_p"].Moves, []graph.Move{m})
		}},
		{"an erased claim leaves with its source in every version", func(f *fixture) {
			a, b := testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "q", "org_x", "org_y", "2026")
			a.Block = "blk_q"
			state(&a, source("art_1", "a.example", "fr", "2025-03-01"))
			state(&b, source("art_1", "a.example", "fr", "2025-03-01"), source("art_2", "b.example", "en", "2025-03-02"))
			first := b
			first.Since = f.put(a, b)
			second := first
			state(&second, source("art_1", "a.example", "fr", "2025-03-01"), source("art_2", "b.example", "en", "2025-03-02"), source("art_3", "c.example", "de", "2025-03-03"))
			second.Since = f.put(second)
			first.Until = second.Since
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_q": 2}, Erase: []graph.ID{"per_p", "mov_a", "clm_a0", "clm_b0"}})
			for _, m := range []*graph.Move{&first, &second} {
				m.Claims, m.Sources = slices.Clone(m.Claims[1:]), slices.Clone(m.Sources[1:])
				same(f, "version", every(f, "mov_b", m.Since), *m)
			}
			for at, want := range map[time.Time]map[graph.ID][]graph.ID{first.Since: {"art_2": {"mov_b"}}, {}: {"art_2": {"mov_b"}, "art_3": {"mov_b"}}} {
				f.same("of articles", f.page(graph.MoveQuery{Of: []graph.ID{"art_1", "art_2", "art_3"}, At: at}), want)
				for _, x := range []graph.MoveFilter{{FirstLanguages: []string{"fr"}}, {Languages: []string{"fr"}}, {Publishers: []string{"a.example"}}} {
					f.same(brief(x), f.page(graph.MoveQuery{Where: x, At: at}), map[graph.ID][]graph.ID{})
				}
				f.same("by the language that is first now", f.flows(graph.FlowQuery{By: by(graph.ByLanguage), At: at}), []graph.Flow{{Language: "en", Moves: 1}})
				f.same("articles that support moves", f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{IDs: []graph.ID{"art_1", "art_2"}, Moves: &graph.MoveFilter{}}, Limit: 9, At: at}), listing[graph.ID]{List: []graph.ID{"art_2"}})
			}
		}},
		{"erased people are in no list, with what they made", func(f *fixture) {
			then := f.put(testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "q", "org_x", "org_y", "2026"))
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}, Erase: []graph.ID{"per_p", "mov_a", "clm_a"}, Redact: []graph.ID{"art_a"}})
			for _, at := range []time.Time{then, {}} {
				f.same("people", f.personIDs(graph.PeopleQuery{Limit: 9, Total: true, At: at}), listing[graph.ID]{List: []graph.ID{"per_q"}, Total: 1})
				f.same("by moves", f.personIDs(graph.PeopleQuery{Where: graph.PersonFilter{Moves: &graph.MoveFilter{To: []graph.ID{"org_y"}}}, Limit: 9, Total: true, At: at}), listing[graph.ID]{List: []graph.ID{"per_q"}, Total: 1})
				f.same("articles", f.articleIDs(graph.ArticleQuery{Limit: 9, At: at}), listing[graph.ID]{List: []graph.ID{"art_a", "art_b"}})
				f.same("articles of moves", f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{Moves: &graph.MoveFilter{}}, Limit: 9, At: at}), listing[graph.ID]{List: []graph.ID{"art_b"}})
			}
		}},
	}
}
