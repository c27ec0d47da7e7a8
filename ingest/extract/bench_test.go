package extract_test

import (
	"context"
	"strings"
	"syscall"
	"testing"

	"talentgraph/ingest/extract"
)

// BenchmarkDense reads the gold articles, which are full of moves; the rate is for articles of 400 words.
func BenchmarkDense(b *testing.B) {
	x := extractor(b)
	gold := goldArticles(b)
	words := 0
	for _, g := range gold {
		words += len(strings.Fields(g.Text))
	}
	for _, g := range gold { // the languages load once
		if _, err := x.Extract(context.Background(), article(g)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	cpu := cpuSeconds()
	n := 0
	for b.Loop() {
		for _, g := range gold {
			if _, err := x.Extract(context.Background(), article(g)); err != nil {
				b.Fatal(err)
			}
		}
		n++
	}
	b.ReportMetric(float64(words*n)/400/b.Elapsed().Seconds(), "articles400/s")
	b.ReportMetric(float64(words*n)/400/(cpuSeconds()-cpu), "articles400/cpu-s")
}

// BenchmarkGeneral reads news in which nobody moves.
func BenchmarkGeneral(b *testing.B) {
	x := extractor(b)
	articles := generalArticles()
	for _, a := range articles { // languages load with their first article
		if _, err := x.Extract(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	cpu := cpuSeconds()
	n := 0
	for b.Loop() {
		for _, a := range articles {
			if _, err := x.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles400/s")
	b.ReportMetric(float64(n)/(cpuSeconds()-cpu), "articles400/cpu-s")
}

// BenchmarkNew is the start-up.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	cpu, n := cpuSeconds(), 0
	for b.Loop() {
		if _, err := extract.New(); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric((cpuSeconds()-cpu)*1000/float64(n), "cpu-ms/op")
}

// cpuSeconds is the processor time of this process: on a busy machine it tells more than the clock.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

var general = map[string]string{
	"en": `Heavy rain caused flooding in several parts of the county on Tuesday night, and the council said that three roads remained closed. The fire service pumped water out of about forty houses near the river. Margaret Ellis, who lives in Mill Lane, said the water had risen within minutes. Forecasters at the Met Office expect more showers later in the week, though less wind. Farmers reported losses of hay and some sheep. The railway operator warned passengers that trains between Exeter and Plymouth would be slow until the track had been inspected.
Prices of wheat rose for a fourth day in Chicago after dry weather in the Black Sea region. Analysts at Rabobank said that the harvest could fall short of last year by five per cent. Oil was little changed. The euro weakened against the dollar as investors waited for figures on inflation, which are due on Thursday. In Frankfurt the main index closed slightly lower, with shares in carmakers among the losers, while utilities gained.
The museum in the old harbour shows photographs of the city from the nineteenth century. Visitors can see how the quays were built and what the sailors ate. Admission is free on Sundays, and children receive a booklet with puzzles.`,
	"fr": `De fortes pluies ont provoqué des inondations dans plusieurs communes du département dans la nuit de mardi à mercredi, et trois routes restent fermées. Les pompiers ont effectué une quarantaine d'interventions près de la rivière. Selon Météo-France, de nouvelles averses sont attendues en fin de semaine, avec moins de vent. Les agriculteurs signalent des pertes de fourrage. La SNCF prévient que les trains circuleront lentement entre Tours et Angers tant que les voies n'auront pas été inspectées.
Le prix du blé a augmenté pour le quatrième jour à Paris, après un temps sec autour de la mer Noire. Les analystes estiment que la récolte pourrait être inférieure de cinq pour cent à celle de l'an dernier. Le pétrole a peu varié. L'euro a reculé face au dollar, alors que les investisseurs attendent les chiffres de l'inflation, publiés jeudi.`,
	"de": `Starker Regen hat in der Nacht zum Mittwoch in mehreren Gemeinden des Landkreises zu Überschwemmungen geführt, drei Straßen bleiben gesperrt. Die Feuerwehr pumpte rund vierzig Keller in der Nähe des Flusses aus. Der Deutsche Wetterdienst erwartet gegen Ende der Woche weitere Schauer, aber weniger Wind. Bauern meldeten Verluste beim Heu. Die Bahn teilte mit, dass die Züge zwischen Ulm und Augsburg langsamer fahren, bis die Gleise geprüft sind.
Der Preis für Weizen ist am vierten Tag in Folge gestiegen, nachdem es am Schwarzen Meer trocken geblieben war. Der Ölpreis änderte sich wenig. Der Euro gab gegenüber dem Dollar nach, weil die Anleger auf Zahlen zur Inflation warten, die am Donnerstag kommen.`,
}

// generalArticles are those texts, each of 400 words.
func generalArticles() (articles []extract.Article) {
	for lang, s := range general {
		text := strings.Repeat(s+"\n\n", 400/len(strings.Fields(s))+1)
		articles = append(articles, extract.Article{Language: lang, Text: strings.Join(strings.Fields(text)[:400], " ")})
	}
	return articles
}

// TestGeneralIsNotRead: news in which nobody moves is put aside at the first look, which allocates next to nothing; common words of new frames may
// not change that (class "quiet").
func TestGeneralIsNotRead(t *testing.T) {
	x := extractor(t)
	for _, a := range generalArticles() {
		n := testing.AllocsPerRun(3, func() {
			if _, err := x.Extract(context.Background(), a); err != nil {
				t.Error(err)
			}
		})
		if n > 600 {
			t.Errorf("%s: %v allocations: the article is read in full", a.Language, n)
		}
	}
}
