package extract_test

import (
	"strings"
	"testing"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/rank"
)

const plainly = "Anna Smith has left Barclays, the bank, after eleven years to become chief executive of Meridian Media in Leeds. She will take up her post on the first of March, the company said in a statement on Monday.\n\n" +
	"The company, which employs four hundred people, had been looking for a successor to Paul Jones since the autumn. Mr Jones retires at the end of the year after two decades at the head of the company.\n\n" +
	"Ms Smith was born in York and studied law at Durham before she joined the bank as an analyst in its London office."

var slyly = strings.Repeat("And Anna Smith? Gone! Barclays: one desk less; Meridian Media: one more. Who knew? Who cares? ", 8)

// TestManner: a report counts as told plainly, a column of quips does not.
func TestManner(t *testing.T) {
	m, err := extract.EmbeddedModel()
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) [rank.MannerCounts]float32 {
		s, err := extractor(t).Study(extract.Article{Language: "en", Text: text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		counts, ok := s.Manner()
		if !ok {
			t.Fatalf("%q tells nothing", text)
		}
		return counts
	}
	report, column := at(plainly), at(slyly)
	if p, q := m.Manner.Plain(report), m.Manner.Plain(column); p < 0.6 || q > 0.3 {
		t.Errorf("plain with %.2f and %.2f", p, q)
	}
	if a, b := m.ThresholdOf(report), m.ThresholdOf(column); a <= b || b < float64(m.Threshold[0]) || a > float64(m.Threshold[1]) {
		t.Errorf("thresholds %.2f, %.2f of %v", a, b, m.Threshold)
	}
	if column[2] <= report[2] || column[3] == 0 || column[4] == 0 || column[5] == 0 || column[0] >= report[0] || column[1] <= 0 {
		t.Errorf("counts %v of a report, %v of a column", report, column)
	}
}
