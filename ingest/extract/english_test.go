package extract

import (
	"testing"

	"talentgraph/graph"
)

// TestEnglish states what the English tables make of ordinary news: "person: from > to", with the status where it is not completed.
func TestEnglish(t *testing.T) {
	checkTold(t, Article{Language: "en", Published: graph.Date{Year: 2025, Month: 3, Day: 12}}, []toldCase{
		// the name comes in the next sentence
		{"The finance director of Northmoor NHS Trust has been named chief executive of Leeds Community Healthcare. Priyanka Desai is expected to leave in the summer.",
			[]string{"Priyanka Desai: Northmoor NHS Trust > Leeds Community Healthcare (announced)"}},
		{"Calder Capital has hired its new head of research from Lorne Bank. Ian Webb will start in May.", []string{"Ian Webb: Lorne Bank > Calder Capital (announced)"}},
		{"A former Lorne Bank executive is joining Calder Capital. Ian Webb will start in May, the hedge fund said.", []string{"Ian Webb: Lorne Bank > Calder Capital (announced)"}},
		// groups and their members
		{"Three senior engineers have left Arcwave for Silicor. Hiro Tanabe went first, in January; Paul Stacey and Ines Roca followed within a month.",
			[]string{"Hiro Tanabe: Arcwave > Silicor", "Ines Roca: Arcwave > Silicor", "Paul Stacey: Arcwave > Silicor"}},
		{"Two partners are leaving Bly Stone to join Orr LLP. They are Hiro Tanabe and Ines Roca.",
			[]string{"Hiro Tanabe: Bly Stone > Orr LLP (announced)", "Ines Roca: Bly Stone > Orr LLP (announced)"}},
		// who came long ago, and goes now
		{"Skyarc said on Monday that finance chief Beatriz Nunes was leaving. Nunes joined Skyarc last April from TAP.", []string{"Beatriz Nunes: Skyarc > ", "Beatriz Nunes: TAP > Skyarc"}},
		// successors, predecessors, posts that fell vacant
		{"Jean Abbott is retiring as head teacher of Moorside Primary School. Her successor will be Daniel Okoro, currently deputy head of Lever Park School.",
			[]string{"Daniel Okoro: Lever Park School > Moorside Primary School (announced)", "Jean Abbott: Moorside Primary School >  (announced)"}},
		{"Skyarc has a problem. Martin Quayle lasted nine months before going to Heathrow Airport.", []string{"Martin Quayle: Skyarc > Heathrow Airport"}},
		{"Hartwell Foods has filled the post of finance director, which had been vacant since June, when Dora Klein was named treasurer of Moran Dairies.", []string{"Dora Klein: Hartwell Foods > Moran Dairies"}},
		// places before descriptions, given names that are posts, advisers to persons
		{"Ann Wood left Calder Bank for London law firm Freshfields.", []string{"Ann Wood: Calder Bank > Freshfields"}},
		{"Calder Bank has lost Ann Wood to US rival Hathaway & Stone.", []string{"Ann Wood: Calder Bank > Hathaway & Stone"}},
		{"Larkspur Hotels announced that Dean Hollis would join as group finance director. He was most recently at Brightmoor Leisure, as deputy finance director.",
			[]string{"Dean Hollis: Brightmoor Leisure > Larkspur Hotels (announced)"}},
		// the opener is no move of anybody
		{"Rail freight operator Caldera has turned to the airline industry for its next boss, the Baltic Air board was told.", nil},
		{"The author's new firm, Papermill, has sold 400 books.", nil},
	}, graph.Announced, graph.Rumored, graph.Denied)
}
