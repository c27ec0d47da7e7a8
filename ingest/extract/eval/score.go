package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"talentgraph/graph"
)

// Row counts one language, or all.
type Row struct {
	Articles, Gold, Predicted, Hits      int
	MainGold, MainHits, Relaxed          int
	StatusOK                             int
	RoleAsked, RoleOK, DateAsked, DateOK int
	Negative, NegativeFalse              int // articles without moves, false moves in them
}

// Mistake is a move that was missed, or found and is none.
type Mistake struct {
	Article, Lang string
	Missed        bool
	Person        string
	From, To      string
	Status        string
	Prominence    string
	Note          string
}

// Report is the outcome of Score.
type Report struct {
	Rows     map[string]*Row // by language, and "all"
	Mistakes []Mistake
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Precision, Recall and F1 are strict: person, both ends, and denied told from not denied.
func (r *Row) Precision() float64 { return ratio(r.Hits, r.Predicted) }

// Recall is hits among the required gold moves.
func (r *Row) Recall() float64 { return ratio(r.Hits, r.Gold) }

// F1 is the harmonic mean of Precision and Recall.
func (r *Row) F1() float64 { return ratio(2*r.Hits, r.Predicted+r.Gold) }

// RelaxedF1 asks for the person and one named end only.
func (r *Row) RelaxedF1() float64 { return ratio(2*r.Relaxed, r.Predicted+r.Gold) }

// MainRecall is recall over the moves that are the article's news.
func (r *Row) MainRecall() float64 { return ratio(r.MainHits, r.MainGold) }

// Score compares predictions with the gold by article id. Optional moves are neither hit, miss nor false.
func Score(gold []Gold, predictions []Prediction) Report {
	by := map[string]Prediction{}
	for _, p := range predictions {
		by[p.ID] = p
	}
	rep := Report{Rows: map[string]*Row{"all": {}}}
	for _, g := range gold {
		if rep.Rows[g.Lang] == nil {
			rep.Rows[g.Lang] = &Row{}
		}
		rep.article(g, by[g.ID].Moves)
	}
	return rep
}

func fits(m GoldMove, p Predicted) bool {
	return personOK(m, p.Person) && endOK(m.From, m.FromAlt, p.From) && endOK(m.To, m.ToAlt, p.To)
}

func (rep *Report) article(g Gold, preds []Predicted) {
	rows := []*Row{rep.Rows[g.Lang], rep.Rows["all"]}
	each := func(f func(*Row)) {
		for _, r := range rows {
			f(r)
		}
	}
	each(func(r *Row) { r.Articles++ })
	var required, optional []GoldMove
	for _, m := range g.Moves {
		if m.Optional {
			optional = append(optional, m)
		} else {
			required = append(required, m)
		}
	}
	used := make([]bool, len(preds))
	for _, m := range required {
		hit := -1
		for j, p := range preds {
			if !used[j] && fits(m, p) && ((m.Status == "denied") == (p.Status == "denied") || slices.Contains(m.StatusAlt, "denied")) {
				hit = j
				break
			}
		}
		each(func(r *Row) {
			r.Gold++
			if m.Prominence == "main" {
				r.MainGold++
			}
		})
		if hit < 0 {
			rep.Mistakes = append(rep.Mistakes, Mistake{g.ID, g.Lang, true, m.Person, m.From, m.To, m.Status, m.Prominence, m.Pattern})
			continue
		}
		used[hit] = true
		p := preds[hit]
		each(func(r *Row) {
			r.Hits++
			if m.Prominence == "main" {
				r.MainHits++
			}
			if p.Status == m.Status || slices.Contains(m.StatusAlt, p.Status) {
				r.StatusOK++
			}
			roleScore(r, m.RoleTo, p.RoleTo)
			roleScore(r, m.RoleFrom, p.RoleFrom)
			if m.Date != "" {
				r.DateAsked++
				if dateOK(m, p.Date) {
					r.DateOK++
				}
			}
		})
	}
	relaxed := make([]bool, len(preds))
	for _, m := range required {
		for j, p := range preds {
			if !relaxed[j] && personOK(m, p.Person) && (p.From != "" && m.From != "" && endOK(m.From, m.FromAlt, p.From) || p.To != "" && m.To != "" && endOK(m.To, m.ToAlt, p.To)) {
				relaxed[j] = true
				each(func(r *Row) { r.Relaxed++ })
				break
			}
		}
	}
	for j, p := range preds {
		if !used[j] {
			pardon := slices.ContainsFunc(optional, func(m GoldMove) bool { return fits(m, p) }) ||
				slices.ContainsFunc(required, func(m GoldMove) bool { return fits(m, p) && (m.Status == "denied") == (p.Status == "denied") })
			if pardon {
				continue
			}
			rep.Mistakes = append(rep.Mistakes, Mistake{g.ID, g.Lang, false, p.Person, p.From, p.To, p.Status, "", strings.Join(p.Explain, " ") + " « " + p.Quote + " »"})
		}
		each(func(r *Row) {
			r.Predicted++
			if len(g.Moves) == 0 {
				r.NegativeFalse++
			}
		})
	}
	if len(g.Moves) == 0 {
		each(func(r *Row) { r.Negative++ })
	}
}

// roleScore counts a role as right where half of the gold's words are in it, or the other way round.
func roleScore(r *Row, want, have string) {
	if want == "" {
		return
	}
	r.RoleAsked++
	a, b := words(want), words(have)
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	if len(b) > 0 && (2*n >= len(a) || 2*n >= len(b) && n > 0) {
		r.RoleOK++
	}
}

// dateOK accepts a date that the gold's contains, or that contains it by one step of precision.
func dateOK(m GoldMove, have string) bool {
	h, err := graph.ParseDate(have)
	if err != nil || h.IsZero() {
		return false
	}
	for _, w := range append([]string{m.Date}, m.DateAlt...) {
		if d, err := graph.ParseDate(w); err == nil && (d == h || d.Contains(h) || h.Contains(d)) {
			return true
		}
	}
	return false
}

// WriteText prints the table and up to errors mistakes; kinds "misses", "extras" or "" for both.
func (rep Report) WriteText(w io.Writer, errors int, kind string) {
	fmt.Fprintf(w, "%-5s %5s %5s %5s  %6s %6s %6s  %6s %6s  %6s %6s %6s  %s\n", "lang", "arts", "gold", "pred", "P", "R", "F1", "main R", "relax", "status", "role", "date", "false in empty")
	keys := make([]string, 0, len(rep.Rows))
	for k := range rep.Rows {
		if k != "all" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range append(keys, "all") {
		r := rep.Rows[k]
		fmt.Fprintf(w, "%-5s %5d %5d %5d  %6.3f %6.3f %6.3f  %6.3f %6.3f  %6.3f %6.3f %6.3f  %d/%d\n", k, r.Articles, r.Gold, r.Predicted, r.Precision(), r.Recall(), r.F1(), r.MainRecall(), r.RelaxedF1(),
			ratio(r.StatusOK, r.Hits), ratio(r.RoleOK, r.RoleAsked), ratio(r.DateOK, r.DateAsked), r.NegativeFalse, r.Negative)
	}
	for _, m := range rep.Mistakes {
		if errors <= 0 {
			return
		}
		if kind == "misses" && !m.Missed || kind == "extras" && m.Missed {
			continue
		}
		errors--
		label := "FALSE"
		if m.Missed {
			label = "MISS "
		}
		fmt.Fprintf(w, "%s %s | %s | %s -> %s | %s %s | %s\n", label, m.Article, m.Person, dash(m.From), dash(m.To), m.Status, m.Prominence, m.Note)
	}
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// WriteJSON prints the rows as one JSON object.
func (rep Report) WriteJSON(w io.Writer) error {
	type out struct {
		*Row
		P, R, F1, MainRecall, RelaxedF1 float64
	}
	m := map[string]out{}
	for k, r := range rep.Rows {
		m[k] = out{r, r.Precision(), r.Recall(), r.F1(), r.MainRecall(), r.RelaxedF1()}
	}
	return json.NewEncoder(w).Encode(m)
}
