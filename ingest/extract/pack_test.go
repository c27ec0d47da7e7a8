package extract

import (
	"reflect"
	"testing"
)

// TestPacks: the tables of every language compile.
func TestPacks(t *testing.T) {
	packs, err := lazyPacks()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"de", "en", "es", "fr", "it", "pt"} {
		if packs[lang] == nil {
			t.Errorf("%s: no folder", lang)
		}
	}
	for lang, load := range packs {
		p, err := load()
		if err != nil {
			t.Errorf("%s: %v", lang, err)
			continue
		}
		if len(p.frames) == 0 || len(p.common) == 0 {
			t.Errorf("%s: %d frames, %d common words", lang, len(p.frames), len(p.common))
		}
		if len(p.always) > 0 {
			t.Errorf("%s: frame %s needs no word, so that every sentence tries it", lang, p.always[0].where)
		}
	}
}

// TestSealed: the tables by which words are looked up answer as the sets that they were made from.
func TestSealed(t *testing.T) {
	p, err := loadPack("pt")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{"": true, "zzz": true}
	for _, c := range p.classes {
		for w := range c.single {
			words[w] = true
		}
		for w := range c.phrases {
			words[w] = true
		}
	}
	for name, c := range p.classes {
		if p.named(name) != c || p.named(name+"?") != nil {
			t.Fatalf("class %s is not found by its name", name)
		}
		for w := range words {
			if c.holds(w) != c.single[w] || !reflect.DeepEqual(c.beginning(w), c.phrases[w]) {
				t.Fatalf("%s: %q is held %v, in the set %v", name, w, c.holds(w), c.single[w])
			}
		}
	}
}
