package graphtest

import (
	"fmt"
	"slices"
	"time"

	"talentgraph/graph"
)

// personIDs lists people and gives their IDs and the total.
func (f *fixture) personIDs(q graph.PeopleQuery) listing[graph.ID] {
	f.Helper()
	if q.Order == "" {
		q.Order = graph.NameUp
	}
	people, total, err := f.s.ListPeople(f.ctx, q)
	got := listing[graph.ID]{Total: total}
	for _, p := range must(f, people, err) {
		got.List = append(got.List, p.ID)
	}
	return got
}

func peopleListCases() []contractCase {
	person := func(id graph.ID, name string, aliases ...string) graph.Person {
		return graph.Person{ID: id, Block: "blk_p", Name: name, Aliases: aliases, Score: 0.5, Reason: "one claim"}
	}
	scene := func(f *fixture) time.Time {
		return f.commit(graph.Commit{People: []graph.Person{person("per_c", "Étienne Dupont"), person("per_b", "ADA  Lovelace"), person("per_a", "Ada Lovelace", "Ada King"),
			person("per_d", "!!!", "Anna Dupont"), person("per_e", "Zoë O'Neil", "Ada Zed", "the honourable dame zoe of the house of neil"), person("per_f", "ada")}})
	}
	names := []graph.ID{"per_f", "per_a", "per_b", "per_c", "per_e"} // ada, ada lovelace twice, etienne dupont, zoe oneil
	ids := func(list ...graph.ID) []graph.ID { return list }
	return []contractCase{
		{"an empty store has none", func(f *fixture) {
			f.same("list", f.personIDs(graph.PeopleQuery{Limit: 3, Total: true}), listing[graph.ID]{})
		}},
		{"by folded name, then ID; without a name there is no place in the list", func(f *fixture) {
			scene(f)
			f.same("up", f.personIDs(graph.PeopleQuery{Limit: 9}), listing[graph.ID]{List: names})
			down := slices.Clone(names)
			slices.Reverse(down)
			f.same("down", f.personIDs(graph.PeopleQuery{Limit: 9, Order: graph.NameDown}), listing[graph.ID]{List: down})
		}},
		{"people read as committed", func(f *fixture) {
			p := person("per_a", "Ada Lovelace", "Ada King")
			p.Candidates = []graph.Candidate{{Person: "per_b", Score: 0.25, Reason: "near"}}
			p.Since = f.commit(graph.Commit{People: []graph.Person{p}})
			for _, where := range []graph.PersonFilter{{}, {IDs: ids("per_a")}, {Words: []string{"king"}}} {
				got, _, err := f.s.ListPeople(f.ctx, graph.PeopleQuery{Where: where, Order: graph.NameUp, Limit: 1})
				f.same(brief(where), must(f, got, err), []graph.Person{p})
			}
		}},
		{"after a position what follows it, person by person, in both orders", func(f *fixture) {
			scene(f)
			at := map[graph.ID]string{"per_f": "ada", "per_a": "ada lovelace", "per_b": "ada lovelace", "per_c": "etienne dupont", "per_e": "zoe oneil"}
			for i, id := range names {
				after := &graph.NamePosition{Key: at[id], ID: id}
				f.same("up after "+string(id), f.personIDs(graph.PeopleQuery{After: after, Limit: 2}), listing[graph.ID]{List: names[i+1 : min(i+3, len(names))]})
				before := slices.Clone(names[:i])
				slices.Reverse(before)
				f.same("down after "+string(id), f.personIDs(graph.PeopleQuery{After: after, Limit: 9, Order: graph.NameDown}), listing[graph.ID]{List: before})
			}
		}},
		{"a position need not be a person's", func(f *fixture) {
			scene(f)
			for _, x := range []struct {
				after    graph.NamePosition
				up, down []graph.ID
			}{
				{graph.NamePosition{}, names, nil},
				{graph.NamePosition{Key: "ada", ID: "per_g"}, names[1:], names[:1]},
				{graph.NamePosition{Key: "ada lovelace"}, names[1:], names[:1]},
				{graph.NamePosition{Key: "ada lovelace", ID: "per_aa"}, names[2:], names[:2]},
				{graph.NamePosition{Key: "m"}, names[4:], names[:4]},
				{graph.NamePosition{Key: "zz", ID: "per_z"}, nil, names},
			} {
				f.same("up", f.personIDs(graph.PeopleQuery{After: &x.after, Limit: 9}), listing[graph.ID]{List: x.up})
				down := slices.Clone(x.down)
				slices.Reverse(down)
				f.same("down", f.personIDs(graph.PeopleQuery{After: &x.after, Limit: 9, Order: graph.NameDown}), listing[graph.ID]{List: down})
			}
		}},
		{"counts all that pass where asked, whatever limit and position, and lists none for limit 0", func(f *fixture) {
			scene(f)
			after := &graph.NamePosition{Key: "m"}
			f.same("all", f.personIDs(graph.PeopleQuery{Total: true}), listing[graph.ID]{Total: 5})
			f.same("after", f.personIDs(graph.PeopleQuery{Total: true, After: after, Limit: 9}), listing[graph.ID]{List: ids("per_e"), Total: 5})
			f.same("words", f.personIDs(graph.PeopleQuery{Total: true, Where: graph.PersonFilter{Words: []string{"ada"}}, After: after, Limit: 9}), listing[graph.ID]{List: ids("per_e"), Total: 4})
			f.same("ids", f.personIDs(graph.PeopleQuery{Total: true, Where: graph.PersonFilter{IDs: ids("per_a", "per_b", "per_d")}, Limit: 1}), listing[graph.ID]{List: ids("per_a"), Total: 2})
			f.same("not asked", f.personIDs(graph.PeopleQuery{Limit: 0}), listing[graph.ID]{})
		}},
		{"by ids and by words that one of the names has", func(f *fixture) {
			scene(f)
			for _, x := range []struct {
				where graph.PersonFilter
				want  []graph.ID
			}{
				{graph.PersonFilter{IDs: ids("per_e", "per_a", "per_none", "per_a", "per_d", "org_x")}, ids("per_a", "per_e")},
				{graph.PersonFilter{IDs: ids("per_none")}, nil},
				{graph.PersonFilter{Words: []string{"ada"}}, ids("per_f", "per_a", "per_b", "per_e")},
				{graph.PersonFilter{Words: []string{"lovelace", "ada"}}, ids("per_a", "per_b")},
				{graph.PersonFilter{Words: []string{"king", "lovelace"}}, nil},
				{graph.PersonFilter{Words: []string{"dupont"}}, ids("per_c")},
				{graph.PersonFilter{Words: []string{"oneil"}}, ids("per_e")},
				{graph.PersonFilter{Words: []string{"dame", "house"}}, nil}, // the seventh word of a name counts no more
				{graph.PersonFilter{Words: []string{"dame", "the", "honourable"}}, ids("per_e")},
				{graph.PersonFilter{Words: []string{"love"}}, nil},
				{graph.PersonFilter{Words: []string{"Ada"}}, nil},
				{graph.PersonFilter{Words: []string{"zed", "zed"}}, ids("per_e")},
				{graph.PersonFilter{IDs: ids("per_b", "per_c"), Words: []string{"ada"}}, ids("per_b")},
			} {
				f.same(brief(x.where), f.personIDs(graph.PeopleQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
			}
		}},
		{"by the moves that they made", func(f *fixture) {
			wideScene(f)
			for _, x := range []struct {
				where graph.PersonFilter
				want  []graph.ID
			}{
				{graph.PersonFilter{Moves: &graph.MoveFilter{}}, ids("per_p", "per_q", "per_r")},
				{graph.PersonFilter{Moves: &graph.MoveFilter{Organizations: ids("org_z")}}, ids("per_q")},
				{graph.PersonFilter{Moves: &graph.MoveFilter{Organizations: ids("org_x")}}, ids("per_p", "per_r")},
				{graph.PersonFilter{Moves: &graph.MoveFilter{Countries: []string{"FR"}, None: []graph.MoveFilter{{Role: []string{"engineer"}}}}}, ids("per_r")},
				{graph.PersonFilter{Moves: &graph.MoveFilter{From: ids("org_none")}}, nil},
				{graph.PersonFilter{Moves: &graph.MoveFilter{Organizations: ids("org_x")}, Words: []string{"p"}}, ids("per_p")},
				{graph.PersonFilter{Moves: &graph.MoveFilter{Organizations: ids("org_x")}, IDs: ids("per_q", "per_r")}, ids("per_r")},
			} {
				f.same(brief(x.where), f.personIDs(graph.PeopleQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
			}
		}},
		{"a long list is whole, page by page, also where names were given up and taken again many times", func(f *fixture) {
			var people []graph.Person
			for i := range 300 {
				people = append(people, person(graph.ID(fmt.Sprintf("per_%03d", i)), fmt.Sprintf("Anna %03d", i)))
			}
			f.commit(graph.Commit{People: people})
			var times []time.Time
			for i := range 40 { // some in the middle of the list go to its end and come back
				for k := 120; k < 135; k++ {
					people[k].Name = fmt.Sprintf("%s %03d", []string{"Zoe", "Anna"}[i%2], k)
				}
				times = append(times, f.commit(graph.Commit{People: people[120:135]}))
			}
			for _, at := range []time.Time{{}, times[0], times[5], times[38]} {
				var want []graph.ID
				moved := slices.Contains([]time.Time{times[0], times[38]}, at)
				for k := range people {
					if !moved || k < 120 || k >= 135 {
						want = append(want, people[k].ID)
					}
				}
				for k := 120; moved && k < 135; k++ {
					want = append(want, people[k].ID)
				}
				for _, order := range []graph.NameOrder{graph.NameUp, graph.NameDown} {
					var got []graph.ID
					q := graph.PeopleQuery{Order: order, Limit: 70, At: at, Total: true}
					for {
						page, total, err := f.s.ListPeople(f.ctx, q)
						if must(f, page, err); len(page) == 0 {
							break
						}
						for _, p := range page {
							got = append(got, p.ID)
						}
						last := page[len(page)-1]
						q.After = &graph.NamePosition{Key: last.ListKey(), ID: last.ID}
						f.same("total", total, 300)
					}
					f.same(fmt.Sprint(order, " at ", at), got, want)
					slices.Reverse(want)
				}
			}
		}},
		{"at a time by the names and moves then", func(f *fixture) {
			t0 := f.commit(graph.Commit{})
			t1 := scene(f)
			t2 := f.commit(graph.Commit{People: []graph.Person{person("per_c", "Anne Dupont", "Étienne Dupont"), person("per_f", "zz top")}})
			t3 := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 2}, Gone: []graph.Gone{{ID: "per_b", Successor: "per_a"}}})
			now := ids("per_a", "per_c", "per_e", "per_f")
			for at, want := range map[time.Time][]graph.ID{t0: nil, t1: names, t2: ids("per_a", "per_b", "per_c", "per_e", "per_f"), t3: now, {}: now} {
				f.same("at "+at.String(), f.personIDs(graph.PeopleQuery{Limit: 9, Total: true, At: at}), listing[graph.ID]{List: want, Total: len(want)})
				down := slices.Clone(want)
				slices.Reverse(down)
				f.same("down at "+at.String(), f.personIDs(graph.PeopleQuery{Limit: 9, Order: graph.NameDown, At: at}), listing[graph.ID]{List: down})
			}
			for at, want := range map[time.Time][]graph.ID{t1: nil, t2: ids("per_c"), {}: ids("per_c")} {
				f.same("anne at "+at.String(), f.personIDs(graph.PeopleQuery{Where: graph.PersonFilter{Words: []string{"anne"}}, Limit: 9, At: at}), listing[graph.ID]{List: want})
			}
			f.put(testMove("m", "m", "org_x", "org_y", "2025"))
			then := f.remove("", "mov_m").Add(-time.Microsecond)
			made := graph.PersonFilter{Moves: &graph.MoveFilter{To: ids("org_y")}}
			f.same("moves then", f.personIDs(graph.PeopleQuery{Where: made, Limit: 9, Total: true, At: then}), listing[graph.ID]{List: ids("per_m"), Total: 1})
			f.same("moves now", f.personIDs(graph.PeopleQuery{Where: made, Limit: 9, Total: true}), listing[graph.ID]{})
		}},
	}
}
