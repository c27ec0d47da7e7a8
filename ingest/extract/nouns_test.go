package extract

import "testing"

func TestNouns(t *testing.T) {
	p, err := loadPack("de")
	if err != nil {
		t.Fatal(err)
	}
	for w, want := range map[string]bool{
		"vertrieb": true, "bücher": true, "museen": true, "unternehmens": true, // forms
		"geschäftskundenvertrieb": true, "vorstandsvertrag": true, // compounds
		"geografin":  true,
		"rautenberg": false, "zalando": false, "quantix": false, "enerwest": false, // names
	} {
		if got := p.compoundNoun(w); got != want {
			t.Errorf("compoundNoun(%q) = %v, want %v", w, got, want)
		}
	}
	for w, want := range map[string]bool{"rheinenergie": true, "nordbank": true, "energie": false, "landwirtschaft": false} {
		if got := p.brandCompound(w); got != want {
			t.Errorf("brandCompound(%q) = %v, want %v", w, got, want)
		}
	}
	for w, want := range map[string]bool{"fotografin": true, "fotograf": true, "medizin": false, "hersteller": false} {
		if got := p.personNoun(w); got != want {
			t.Errorf("personNoun(%q) = %v, want %v", w, got, want)
		}
	}
}

// BenchmarkCompoundNoun takes apart a word that no split fits.
func BenchmarkCompoundNoun(b *testing.B) {
	p, err := loadPack("de")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.compoundNoun("haushaushaushaushaushaushaushausxq")
	}
}
