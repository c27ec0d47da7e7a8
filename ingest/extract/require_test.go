package extract

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestRequired: where a frame matches, all that it requires stands, in sentences of articles and in one of hundreds of nodes; and most frames are ruled
// out everywhere.
func TestRequired(t *testing.T) {
	e, err := New(WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("testdata/gold/*.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatalf("gold: %v %v", paths, err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(b))
		lines.Buffer(nil, len(b)+1)
		var all []*sentence
		var p *pack
		for len(all) < 40 && lines.Scan() {
			var a struct{ ID, Lang, Title, Text string }
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
			if p, err = e.packs[a.Lang](); err != nil {
				t.Fatal(err)
			}
			d := newDocument(e, p, Article{ID: a.ID, Language: a.Lang, Title: a.Title, Text: a.Text})
			d.read(context.Background())
			all = append(all, d.sents...)
		}
		long := &sentence{}
		for _, s := range all {
			long.nodes = append(long.nodes, s.nodes...)
		}
		for i := range len(long.nodes) + 1 {
			long.skips = append(long.skips, []int32{int32(i)})
		}
		if len(long.nodes) < 3*lastBit {
			t.Fatalf("%s: only %d nodes", path, len(long.nodes))
		}
		places, tried := 0, 0
		in := p.newSearch()
		for _, s := range append(all, long) {
			in.turn++
			in.look(p, s)
			m := matcher{s: s, p: p}
			for i := range s.nodes {
				m.spread = append(m.spread, spread(s.nodes[i].low))
			}
			for _, f := range p.frames {
				for i := range s.nodes {
					may := in.may(f, i)
					switch {
					case may && s != long:
						tried++
					case s == long && i%11 > 0:
						continue
					}
					places++
					if _, ok := m.match(f, i); ok {
						if !may {
							t.Errorf("%s: %s matches at node %d, where something that it requires is not found", path, f.where, i)
						}
					}
				}
			}
		}
		if tried == 0 || tried > places/100 {
			t.Errorf("%s: %d of %d places left to try", path, tried, places)
		}
	}
}
