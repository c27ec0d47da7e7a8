package graphtest

import (
	"fmt"
	"time"

	"talentgraph/graph"
)

// crowdsComeAndGo takes one common name over the number of claims from which it is crowded and back, in every way there is.
func crowdsComeAndGo(f *graphFixture) {
	f.crowd = 6
	f.g = f.over(f.s)
	readings := crowd(f.crowd + 3)
	block := readings[0].Claims[0].Block
	expect := func(when string, recorded int, parts int) {
		f.Helper()
		read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{block}})
		f.must("blocks", err)
		b := read.Blocks[block]
		ids := map[int64]bool{}
		for _, c := range b.Claims {
			if id, ok := b.Parts[c.ID]; ok {
				ids[id] = true
			}
		}
		f.same(when+": split, parts", []any{b.Split, len(ids)}, []any{parts > 0, parts})
		f.same(when, f.picture(f.g, time.Time{}), f.picture(f.reference(readings[:recorded]), time.Time{}))
	}
	n := f.crowd
	f.record(f.g, readings[:n]...)
	expect("no crowd", n, 0)
	f.record(f.g, readings[n])
	expect("a crowd", n+1, n+1)
	f.record(f.g, readings[n+1:]...)
	expect("a larger one", n+3, n+3)
	f.must("retract", f.g.Retract(f.ctx, articleIDs(readings[n+1:])...))
	expect("smaller", n+1, n+1)
	f.must("retract", f.g.Retract(f.ctx, readings[n].Article.ID))
	expect("no crowd any more", n, 0)
	f.record(f.g, readings[n])
	expect("a crowd again", n+1, n+1)
	j, err := f.g.JudgeClaims(f.ctx, graph.JudgeAccept, []graph.ID{readings[0].Claims[0].ID}, verdict)
	f.must("judge", err)
	read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{block}})
	f.must("blocks", err)
	f.same("judged: split, parts", []any{read.Blocks[block].Split, len(read.Blocks[block].Parts)}, []any{false, 0})
	f.record(f.g, readings[n+1])
	f.must("undo", f.g.Undo(f.ctx, j.ID))
	expect("undone", n+2, n+2)
	if _, err := f.g.Refuse(f.ctx); err != nil {
		f.Fatalf("refuse: %v", err)
	}
	expect("refused", n+2, n+2)
}

// crowd is articles on people of one common name, no two of whom can be one.
func crowd(n int) (readings []graph.Reading) {
	for i := range n {
		year := int16(1990 + 3*i)
		c := graph.Claim{Person: "Ada Smith", From: fmt.Sprint("Firm ", i), To: fmt.Sprint("Company ", i), Date: graph.Date{Year: year}, Status: graph.Completed,
			Confidence: 0.5, Extractor: "crowd/1"}
		x := graph.Reading{Article: graph.Article{URL: fmt.Sprint("https://paper.example/", i), Published: graph.Date{Year: year}}, Text: fmt.Sprint(i), Claims: []graph.Claim{c}}
		complete(&x)
		readings = append(readings, x)
	}
	return readings
}

// crowdsOfOld has a store where a crowded name was recorded before crowded names were split.
func crowdsOfOld(f *graphFixture) {
	readings := crowd(9)
	f.crowd = 100
	f.record(f.over(f.s), readings[:8]...)
	f.crowd = 6
	f.g = f.over(f.s)
	f.record(f.g, readings[8])
	f.same("the graph", f.picture(f.g, time.Time{}), f.picture(f.reference(readings), time.Time{}))
	block := readings[0].Claims[0].Block
	read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{block}})
	f.must("blocks", err)
	f.same("split, in parts", []any{read.Blocks[block].Split, len(read.Blocks[block].Parts)}, []any{true, 3 * 9})
}
