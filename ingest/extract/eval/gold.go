// Package eval measures extraction against gold articles: strict and relaxed precision, recall and F1 by language, and
// how well roles, dates and statuses of the hits fit.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"strconv"
	"strings"

	"talentgraph/graph"
)

// Gold is one article with the moves that a careful reader finds in it.
type Gold struct {
	ID        string     `json:"id"`
	URL       string     `json:"url"`
	Lang      string     `json:"lang"`
	Title     string     `json:"title"`
	Published string     `json:"published"`
	Text      string     `json:"text"`
	Moves     []GoldMove `json:"moves"`
}

// GoldMove is one move of a gold article. Null ends are empty; a null inside an _alt list is "".
type GoldMove struct {
	Person     string   `json:"person"`
	PersonAlt  []string `json:"person_alt"`
	From       string   `json:"from"`
	FromAlt    []string `json:"from_alt"`
	To         string   `json:"to"`
	ToAlt      []string `json:"to_alt"`
	RoleFrom   string   `json:"role_from"`
	RoleTo     string   `json:"role_to"`
	Date       string   `json:"date"`
	DateAlt    []string `json:"date_alt"`
	Status     string   `json:"status"`
	StatusAlt  []string `json:"status_alt"`
	Prominence string   `json:"prominence"`
	Optional   bool     `json:"optional"`
	Kind       string   `json:"kind"`
	Pattern    string   `json:"pattern"`
}

// Prediction is what an extractor found in one article.
type Prediction struct {
	ID    string      `json:"id"`
	Moves []Predicted `json:"moves"`
}

// Predicted is one found move.
type Predicted struct {
	Person     string   `json:"person"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	RoleFrom   string   `json:"roleFrom,omitempty"`
	RoleTo     string   `json:"roleTo,omitempty"`
	Date       string   `json:"date,omitempty"`
	Status     string   `json:"status"`
	Confidence float64  `json:"confidence,omitempty"`
	Quote      string   `json:"quote,omitempty"`
	Explain    []string `json:"explain,omitempty"`
}

// PublishedDate is the article's date, unknown where it is null or malformed.
func (g Gold) PublishedDate() graph.Date {
	d, err := graph.ParseDate(g.Published)
	if err != nil {
		return graph.Date{}
	}
	return d
}

// Kept reports whether the article belongs to the kept-aside fifth of the gold, which training never reads; siblings never do.
func (g Gold) Kept() bool { return g.Family() == g.ID && hashOf(g.ID)%5 == 0 }

// Share of a whole by hash: the same for the same text on every machine, from 0 to n-1.
func Share(text string, n int) int { return int(hashOf(text)>>8) % n }

// Unread reports whether nobody looks at the article while improving rules: it is kept aside, or among the third of the siblings, by family, that is
// trained on but not read.
func (g Gold) Unread() bool {
	if family := g.Family(); family != g.ID {
		return Share("frames"+family, 3) == 0
	}
	return g.Kept()
}

func hashOf(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
}

// Family is the article itself, or, for a sibling, the sample that it was written after: "sibling-fr-plain-01-2-05" is of the second round on the
// first six samples, and each two articles of a round have one sample.
func (g Gold) Family() string {
	parts := strings.Split(g.ID, "-")
	if len(parts) != 6 || parts[0] != "sibling" {
		return g.ID
	}
	n, err := strconv.Atoi(parts[5])
	if err != nil {
		return g.ID
	}
	return strings.Join(parts[:4], "-") + "-" + strconv.Itoa((n+1)/2)
}

// LoadGold reads gold files, one JSON object a line. Its error names the file and line.
func LoadGold(paths []string) ([]Gold, error) {
	var out []Gold
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 64<<20)
		for n := 1; s.Scan(); n++ {
			if len(s.Bytes()) == 0 {
				continue
			}
			var g Gold
			if err := json.Unmarshal(s.Bytes(), &g); err != nil {
				f.Close()
				return nil, fmt.Errorf("%w: gold %s line %d: %v", graph.ErrInvalid, p, n, err)
			}
			out = append(out, g)
		}
		err = s.Err()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("gold %s: %w", p, err)
		}
	}
	return out, nil
}
