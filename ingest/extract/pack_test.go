package extract

import "testing"

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
