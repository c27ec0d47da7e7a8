package extract

import ("testing";"os";"bufio";"encoding/json";"fmt";"strings";"sort")

func TestZZNer(t *testing.T) {
	path := os.Getenv("DE_NER")
	if path == "" { return }
	e, err := New()
	if err != nil { t.Fatal(err) }
	zzp, _ := e.packs["de"]()
	f, _ := os.Open(path)
	sc := bufio.NewScanner(f); sc.Buffer(nil, 1<<20)
	cnt := map[string]int{}
	var lines []string
	for sc.Scan() {
		var s struct{ Text string; Ents [][2]string }
		json.Unmarshal(sc.Bytes(), &s)
		d := newDocument(e, zzp, Article{Text: s.Text, Language: "de"})
		b := &block{kind: paragraph, start: 0, end: len(s.Text)}
		d.p.sentences(s.Text, b)
		d.sents = b.sentences
		for i, x := range d.sents { x.index = i; d.chunk(x) }
		d.register()
		got := map[string]string{}
		for _, x := range d.sents { for i := range x.nodes { n := &x.nodes[i]
			if n.kind == kindPerson && n.name != "" { got[n.name] = "PER" } else if isName(n) { got[n.name] = "ORG"; if n.kind==kindName {got[n.name]="X"} } } }
		gold := map[string]string{}
		for _, g := range s.Ents { gold[g[1]] = g[0] }
		for k, v := range gold {
			if v != "ORG" && v != "PER" { continue }
			cnt[v+" gold"]++
			g := got[k]
			if g == "" && strings.HasPrefix(k, "\"") { continue }
			if g == v || g == "X" { cnt[v+" ok"]++ } else if g != "" { cnt[v+" wrongtype"]++; lines = append(lines, "TYPE "+v+" "+k+" << "+s.Text) } else { cnt[v+" miss"]++; lines = append(lines, "MISS "+v+" "+k+" << "+s.Text+fmt.Sprint(got)) }
		}
		for k, g := range got {
			if gold[k] == "" { cnt["spurious "+g]++; lines = append(lines, "SPUR "+g+" "+k+" << "+s.Text) }
		}
	}
	sort.Strings(lines)
	o, _ := os.Create(path + ".out")
	for _, l := range lines { fmt.Fprintln(o, l) }
	o.Close()
	fmt.Println(cnt)
}
