package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
	"talentgraph/ingest/extract/rank"
)

// folds are the parts of a cross-validation; fewer than two are none.
func folds(n int) (parts []func(*article) bool) {
	if n < 2 {
		return nil
	}
	for k := range n {
		parts = append(parts, func(a *article) bool { return a.group != "constructions" && a.fold(n, "cv") == k })
	}
	return parts
}

// unread is the part of the siblings that nobody reads who writes frames.
func unread(a *article) bool { return a.sibling() && a.Unread() }

// validate trains without each part in turn and tells how good the moves in it are, by group, beside those of the rules alone, then by language at
// the thresholds that the model has of its own.
func validate(out io.Writer, arts []*article, parts ...func(*article) bool) error {
	gold := map[string][]eval.Gold{}
	var rules, ranked, byDefault []eval.Prediction
	for _, part := range parts {
		var train []*article
		var test []eval.Gold
		for _, a := range arts {
			if !part(a) {
				train = append(train, a)
				continue
			}
			test = append(test, a.Gold)
			group := a.group
			if unread(a) {
				group += ", unread"
			}
			gold[group] = append(gold[group], a.Gold)
		}
		p, err := predict(nil, test, -1)
		if err != nil {
			return err
		}
		rules = append(rules, p...)
		m := fit(train)
		if p, err = predict(m, test, 0); err != nil {
			return err
		}
		ranked = append(ranked, p...)
		if p, err = predict(m, test, -1); err != nil {
			return err
		}
		byDefault = append(byDefault, p...)
	}
	var groups []string
	for g := range gold {
		groups = append(groups, g)
	}
	slices.Sort(groups)
	for _, g := range groups {
		r := eval.Score(gold[g], rules).Rows["all"]
		fmt.Fprintf(out, "%-21s rules P %.3f R %.3f F1 %.3f; by threshold", g, r.Precision(), r.Recall(), r.F1())
		for _, t := range []float64{0.08, 0.14, 0.2, 0.27, 0.3, 0.4, 0.6} {
			r := eval.Score(gold[g], above(ranked, t)).Rows["all"]
			fmt.Fprintf(out, "  %.2f: %.3f %.3f F1 %.3f", t, r.Precision(), r.Recall(), r.F1())
		}
		fmt.Fprintln(out)
		rows := eval.Score(gold[g], byDefault).Rows
		for _, lang := range slices.Sorted(maps.Keys(rows)) {
			r := rows[lang]
			fmt.Fprintf(out, "%-21s P %.3f R %.3f F1 %.3f\n", "  "+lang, r.Precision(), r.Recall(), r.F1())
		}
	}
	return nil
}

// predict extracts with a model, or, where there is none, as the rules decide, what is as probable as threshold; below 0 the thresholds are those of the model.
func predict(m *rank.Model, gold []eval.Gold, threshold float64) ([]eval.Prediction, error) {
	x, err := extract.New(extract.WithModel(m), extract.WithThreshold(threshold))
	if err != nil {
		return nil, err
	}
	return eval.Run(context.Background(), x, gold)
}

// above leaves out moves of lower confidence.
func above(predictions []eval.Prediction, threshold float64) []eval.Prediction {
	out := slices.Clone(predictions)
	for i, p := range out {
		out[i].Moves = slices.DeleteFunc(slices.Clone(p.Moves), func(m eval.Predicted) bool { return m.Confidence < threshold })
	}
	return out
}
