package sqlite

import (
	"bytes"
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

func drawID(t *rapid.T, label string) graph.ID {
	return graph.ID(rapid.OneOf(rapid.StringMatching(`(art|clm|blk|per|org|mov|jdg)_[0-9a-z]{26}`), rapid.StringMatching(`mov_[0-9a-z]{26}`),
		rapid.String(), rapid.Just("")).Draw(t, label))
}

func TestIDReadsAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.ID { return drawID(t, "id") }), 1, 5).Draw(t, "ids")
		d := decode(appendIDs(nil, ids))
		for i, got := range d.ids() {
			if got != ids[i] {
				t.Fatalf("%q became %q", ids[i], got)
			}
		}
		if d.err() != nil || d.s != "" {
			t.Fatal("not read to the end")
		}
	})
}

// TestRankSorts: the bytes of moves' IDs sort as the IDs.
func TestRankSorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		move := rapid.StringMatching(`mov_[0-9a-z]{26}`)
		a, b := graph.ID(move.Draw(t, "a")), graph.ID(move.Draw(t, "b"))
		if got, want := bytes.Compare(rank(a), rank(b)), cmp.Compare(a, b); got != want {
			t.Fatalf("%q and %q: %d, want %d", a, b, got, want)
		}
	})
}

// FuzzBodies: whatever is in a row's body, reading it ends and, where it is torn, says so.
func FuzzBodies(f *testing.F) {
	m := graph.Move{ID: "mov_abc", From: "org_x", Words: []string{"a", "b"}, Claims: []graph.ID{"clm_1", "clm_2"},
		Mentions: []graph.Mention{{Organization: "org_x", Name: "X", Claims: 2}}}
	f.Add(moveBody(m, nil, nil))
	after := graph.Move{Claims: []graph.ID{"clm_0", "clm_1", "clm_2", "clm_3"}, Sources: make([]graph.Source, 4)}
	m.Sources = make([]graph.Source, 2)
	f.Add(moveBody(m, &after, nil))
	m.Sources[0] = graph.Source{Article: "art_a", Publisher: "p", Language: "en"}
	f.Add(moveBody(m, nil, nil))
	f.Add(moveBody(m, nil, &whereabouts{1, []int64{2, 0}}))
	f.Add(personBody(graph.Person{ID: "per_a", Aliases: []string{"b"}, Candidates: []graph.Candidate{{Person: "per_c"}}}))
	f.Add(claimBody(graph.Claim{ID: "clm_a", Date: graph.Date{Year: 2025}}, 7))
	f.Add(articleBody(graph.Article{ID: "art_a", Hash: "ff"}, []stated{{1, "said", 0, 4}}))
	f.Add(definitionBody(graph.Organization{ID: "org_a", Aliases: []string{"b"}}))
	f.Add(judgementBody(graph.Judgement{ID: "jdg_a", Claims: []graph.ID{"clm_a"}}))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, body []byte) {
		v := version{body: body}
		_, _ = readMove(v, &graph.Move{Claims: []graph.ID{"clm_0", "clm_1"}})
		_, _ = readMove(v, nil)
		_, _ = readPerson(v)
		_, _, _ = readClaim(body)
		_, _, _ = readArticle(body, 1)
		_, _ = readDefinition(v)
		_, _ = readJudgement(v)
	})
}

// TestEvidenceOfVersions: a version's claims and sources read as they were written, in full or as what the next version has more.
func TestEvidenceOfVersions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(what string) graph.Move {
			var m graph.Move
			m.Claims = rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) graph.ID { return drawID(t, "id") }), func(id graph.ID) graph.ID { return id }).Draw(t, what)
			for range m.Claims {
				m.Sources = append(m.Sources, graph.Source{Article: drawID(t, "article"), Publisher: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "publisher"),
					Language: rapid.SampledFrom([]string{"", "en"}).Draw(t, "language"), Published: graph.Date{Year: 2025}})
			}
			return m
		}
		after := draw("after")
		var before graph.Move
		for i, id := range after.Claims {
			if rapid.Bool().Draw(t, "kept") {
				before.Claims, before.Sources = append(before.Claims, id), append(before.Sources, after.Sources[i])
			}
		}
		if rapid.Bool().Draw(t, "unlike") {
			before = draw("before")
		}
		var got graph.Move
		d := decode(appendEvidence(nil, before, &after, nil))
		d.evidence(&got, &after)
		if d.err() != nil || !slices.Equal(got.Claims, before.Claims) || !slices.Equal(got.Sources, before.Sources) {
			t.Fatalf("%+v became %+v", before, got)
		}

		var where, whereGot whereabouts
		where.person = rapid.Int64Range(0, headPlace).Draw(t, "place")
		for range after.Claims {
			where.claims = append(where.claims, rapid.Int64Range(0, headPlace).Draw(t, "place"))
		}
		b := appendEvidence(nil, after, nil, &where)
		for _, asked := range []*whereabouts{nil, &whereGot} {
			got, d := graph.Move{}, decode(b)
			d.where = asked
			d.evidence(&got, nil)
			if d.err() != nil || len(d.s) > 0 || !slices.Equal(got.Claims, after.Claims) || !slices.Equal(got.Sources, after.Sources) {
				t.Fatalf("%+v became %+v", after, got)
			}
		}
		if whereGot.person != where.person || !slices.Equal(whereGot.claims, where.claims) {
			t.Fatalf("%+v became %+v", where, whereGot)
		}
	})
}
