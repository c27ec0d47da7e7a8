package eval

import "testing"

func TestReliability(t *testing.T) {
	gold := []Gold{{ID: "a", Moves: []GoldMove{{Person: "Ann Lee", From: "A", To: "B", Status: "completed"}, {Person: "Bo Ek", To: "C", Status: "completed", Optional: true}}}}
	preds := []Prediction{{ID: "a", Moves: []Predicted{
		{Person: "Ann Lee", From: "A", To: "B", Status: "completed", Confidence: 0.75},
		{Person: "Ann Lee", From: "A", To: "Z", Status: "completed", Confidence: 0.79},
		{Person: "Bo Ek", To: "C", Status: "completed", Confidence: 0.5},
		{Person: "Ann Lee", From: "A", To: "B", Status: "denied", Confidence: 0.3},
	}}}
	bins := Reliability(gold, preds)
	if len(bins) != 2 || bins[0] != (Bin{0.3, 1, 0}) || bins[1] != (Bin{0.77, 2, 1}) || bins[1].Share() != 0.5 {
		t.Errorf("bins %+v", bins)
	}
}
