package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"talentgraph/graph"
)

// denseReadings are articles in a world so small that everything touches: few names, few organizations, few years.
func denseReadings(r *rand.Rand, n int) []graph.Reading {
	return someReadings(r, n, []string{"Google", "DeepMind", "Alphabet Inc.", "Meta", "Facebook", "Acme Robotics", "Acme Robotics Inc.", "Initech", "Globex GmbH", "Globex"}, 4)
}

// crowdedReadings are articles with more organizations and years, so that not everything under one name touches.
func crowdedReadings(r *rand.Rand, n int) []graph.Reading {
	organizations := []string{"Google", "DeepMind", "Meta", "Facebook", "Initech", "Initech", "Globex GmbH", "Globex"}
	for i := range 12 {
		organizations = append(organizations, fmt.Sprint("Firm ", i))
	}
	return someReadings(r, n, organizations, 20)
}

func someReadings(r *rand.Rand, n int, organizations []string, years int) []graph.Reading {
	people := []string{"Ada Smith", "Ada M. Smith", "Ada Marie Smith", "ada smith", "Bob Lee", "Lee, Bob", "Bob Lee Jr.", "Zenobia Quillfeather", "Z. Quillfeather"}
	roles := []string{"", "", "software engineer", "general counsel", "chief executive officer", "head of sales"}
	var list []graph.Reading
	for i := range n {
		day := graph.Date{Year: int16(2025 - years + r.IntN(years)), Month: int8(1 + r.IntN(12)), Day: int8(1 + r.IntN(28))}
		x := graph.Reading{Article: graph.Article{URL: fmt.Sprintf("https://paper%d.example/%d", r.IntN(6), i), Title: fmt.Sprint("Article ", i), Language: "en", Published: day},
			Text: fmt.Sprint("text ", i)}
		if r.IntN(8) == 0 {
			x.Article.Published = graph.Date{}
		}
		for range 1 + r.IntN(3) {
			c := graph.Claim{Person: pick(r, people), From: pick(r, organizations), To: pick(r, organizations), RoleFrom: pick(r, roles), RoleTo: pick(r, roles),
				Status: pick(r, []graph.Status{graph.Completed, graph.Completed, graph.Announced, graph.Rumored, graph.Denied}), Confidence: float64(8+r.IntN(13)) / 20, Extractor: "dense/1"}
			switch r.IntN(5) {
			case 0:
				c.From = ""
			case 1:
				c.To = ""
			}
			switch r.IntN(4) {
			case 0:
				c.Date = day
			case 1:
				c.Date = graph.Date{Year: day.Year, Month: day.Month}
			case 2:
				c.Date = graph.Date{Year: day.Year}
			}
			c.Quote = fmt.Sprintf("%s: %s → %s", c.Person, c.From, c.To)
			c.End = len([]rune(c.Quote))
			x.Claims = append(x.Claims, c)
		}
		complete(&x)
		list = append(list, x)
	}
	return list
}

func denseCatalogue() (*graph.Catalogue, error) {
	return graph.NewCatalogue([]graph.CatalogueEntry{{Key: "alphabet", Name: "Alphabet", Country: "US", Ticker: "GOOGL"}, {Key: "google", Name: "Google", Parent: "alphabet"},
		{Key: "deepmind", Name: "DeepMind", Aliases: []string{"Google DeepMind"}, Parent: "google"}, {Key: "meta", Name: "Meta", Aliases: []string{"Meta Platforms"}, FormerNames: []string{"Facebook"}}})
}

// denseNames makes Ada Smith common, Bob Lee uncommon and leaves others rare.
func denseNames() (*graph.NameTable, error) {
	return graph.ReadNameTable(strings.NewReader("area\tEN\t1\ngiven\tada\tEN:1000000\nsurname\tsmith\tEN:1000000\ngiven\tbob\tEN:10000\nsurname\tlee\tEN:10000\n"))
}
