package extract

import (
	"testing"

	"talentgraph/graph"
)

// TestEnglishTold states what is made of moves told in pictures, in lists and over several sentences.
func TestEnglishTold(t *testing.T) {
	checkTold(t, Article{Language: "en", Published: graph.Date{Year: 2025, Month: 3, Day: 12}}, []toldCase{
		// lists in running text
		{"Orr LLP took on three partners in the summer – Hiro Tanabe and Ines Roca, both from Bly Stone, and Paul Stacey of Hale Capital.",
			[]string{"Hiro Tanabe: Bly Stone > Orr LLP", "Ines Roca: Bly Stone > Orr LLP", "Paul Stacey: Hale Capital > Orr LLP"}},
		// what somebody left, and where the text has him next
		{"Michael Dunn has left Cosworth. Dunn is Arcwave's team manager with immediate effect.", []string{"Michael Dunn: Cosworth > Arcwave"}},
		// what organizations are called beside their names
		{"Apple has lost another designer. Ines Roca handed in her badge in Cupertino last month.", []string{"Ines Roca: Apple > "}},
		// lines below a name
		{"Microsoft and Bly Stone tell of changes.\n\nKaren Holt. No longer CEO at Bly Stone.", []string{"Karen Holt: Bly Stone > "}},
		// clubs called by their towns
		{"Exeter have lost Dan Moxon. Moxon, their fly-half, was snapped up by Leicester in June.", []string{"Dan Moxon: Exeter > Leicester"}},
		// games have no departures
		{"Essex beat Kent by nine wickets. The batsman Dan Moxon had scored 61 in the first innings when he left. The spinner bowled eight overs before stumps.", nil},
	}, graph.Denied)
}
