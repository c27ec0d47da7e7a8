package graphtest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"talentgraph/graph"
)

// story is what one journalist tells of one move, before it is printed.
type story struct {
	day       int // of publication
	publisher int
	truth     Truth
	claim     graph.Claim
}

// What an article leaves out.
const (
	tellsBoth = iota
	tellsDeparture
	tellsArrival
)

// Shares of articles that are wrong, each in its own way.
const (
	wrongEnd      = 0.012
	wrongNamesake = 0.004 // the former employer is that of another person of the name
	wrongDate     = 0.015
)

// stories are those of a person's moves. Namesake is another person of the name, or nil.
func (w *World) stories(p *life, namesake *life) []story {
	var list []story
	for i, m := range p.moves {
		if m.unreported {
			continue
		}
		r := w.rng(chanceOfArticle, p.number*16+i)
		n := 1
		for n < 20 && r.Float64() < 0.62 {
			n++
		}
		if m.remarkable {
			n *= 2
		}
		for range n {
			s := w.story(r, p, m, n == 1)
			s.truth = Truth{p.number, p.number*16 + i}
			switch x := r.Float64(); {
			case x < wrongEnd/2:
				s.claim.From = w.employers[w.employer(r)].name(r)
			case x < wrongEnd:
				s.claim.To = w.employers[w.employer(r)].name(r)
			case x < wrongEnd+wrongNamesake && namesake != nil && len(namesake.moves) > 0:
				s.claim.From = w.employers[namesake.moves[0].to].name(r)
			}
			list = append(list, s)
		}
	}
	return list
}

// story is one article on a move: a rumour, an announcement, news on the day or a later mention.
func (w *World) story(r *rand.Rand, p *life, m lifeMove, only bool) story {
	s := story{publisher: zipf(r, publishers, 0.8)}
	c := &s.claim
	c.Person, c.Status, c.Extractor, c.Confidence = p.name.written(r), graph.Completed, "world/1", 0.6+math.Floor(r.Float64()*36)/100
	announced := min(m.left, m.started-m.announcedEarly)
	half, coarse := 0.25, 0.0
	departure := 0.4
	switch x := r.Float64(); {
	case x < 0.07:
		c.Status, half, departure, coarse = graph.Rumored, 0.25, 0.2, 0.5
		if r.Float64() < 0.08 {
			c.Status = graph.Denied
		}
		s.day = announced - 3 - r.IntN(50)
	case x < 0.32:
		c.Status, half, departure = graph.Announced, 0.2, 0.6
		s.day = announced + r.IntN(5)
		if r.Float64() < 0.4 {
			c.Announced = dayDate(announced)
		}
	case x < 0.78:
		s.day = m.started + r.IntN(20)
	default:
		half, departure, coarse = 0.35, 0.15, 0.4
		s.day = m.started + 20 + r.IntN(400)
	}
	if only {
		half *= 0.4
	}
	tells := tellsBoth
	if m.fromElsewhere {
		half += 0.08
		departure /= 2
	}
	if r.Float64() < half {
		tells = tellsArrival
		if r.Float64() < departure {
			tells = tellsDeparture
		}
	}
	effective := m.started
	if tells != tellsArrival {
		c.From = w.employers[m.from].name(r)
		if r.Float64() < 0.5 {
			c.RoleFrom = m.roleFrom
		}
	}
	if tells != tellsDeparture {
		c.To = w.employers[m.to].name(r)
		if r.Float64() < 0.75 {
			c.RoleTo = m.roleTo
		}
	} else {
		effective = m.left
		s.day = min(s.day, m.left+30)
	}
	if r.Float64() < wrongDate {
		effective += 30 + r.IntN(370)
		if r.IntN(2) == 0 {
			effective -= 2*370 - r.IntN(340)
		}
	}
	c.Date = stated(r, effective, coarse)
	return s
}

// stated is a date as articles state it: to the day, the month or the year, or not at all.
func stated(r *rand.Rand, day int, coarse float64) graph.Date {
	d := dayDate(day)
	x := r.Float64()
	switch {
	case x < 0.18+coarse*0.3:
		return graph.Date{}
	case x < 0.23+coarse*0.5:
		return graph.Date{Year: d.Year}
	case x < 0.55+coarse*0.3:
		return graph.Date{Year: d.Year, Month: d.Month}
	}
	return d
}

// written is the name as an article writes it.
func (n lifeName) written(r *rand.Rand) string {
	given, surname := n.given, n.surname
	if r.Float64() < 0.4 {
		surname = graph.Fold(surname)
		surname = title(surname)
	}
	if n.middle != "" {
		switch x := r.Float64(); {
		case x < 0.30:
			given += " " + n.middle[:1] + "."
		case x < 0.45:
			given += " " + n.middle
		}
	}
	switch x := r.Float64(); {
	case x < 0.03:
		return "Dr. " + given + " " + surname
	case x < 0.04:
		return surname + ", " + given
	case x < 0.043:
		return n.given[:1] + ". " + surname
	case x < 0.05:
		return strings.ToUpper(given + " " + surname)
	}
	return given + " " + surname
}

const publishers = 400

var worldLanguages = []string{"en", "en", "en", "en", "en", "fr", "de", "es", "it", "pt"}

// articles prints stories; now and then one round-up has two of one day.
func (w *World) articles(stories []story, first int) []Entry {
	r := w.rng(chanceOfArticle, 1<<40+first)
	var list []Entry
	for i := 0; i < len(stories); i++ {
		told := stories[i : i+1]
		if i+1 < len(stories) && stories[i+1].truth.Person != stories[i].truth.Person && r.Float64() < 0.05 {
			told = stories[i : i+2]
			i++
		}
		list = append(list, w.print(r, told, first+len(list)))
	}
	return list
}

func (w *World) print(r *rand.Rand, told []story, number int) Entry {
	host := fmt.Sprintf("news-%d.example", told[0].publisher)
	a := graph.Article{URL: fmt.Sprintf("https://%s/%d/%d", host, told[0].day, number), Publisher: host,
		Language: worldLanguages[r.IntN(len(worldLanguages))], Published: dayDate(told[0].day)}
	if r.Float64() < 0.02 {
		a.Published = graph.Date{}
	}
	var e Entry
	var text strings.Builder
	for _, s := range told {
		c := s.claim
		c.Quote = sentence(c)
		c.Start = utf8.RuneCountInString(text.String())
		c.End = c.Start + utf8.RuneCountInString(c.Quote)
		text.WriteString(c.Quote + "\n")
		e.Reading.Claims = append(e.Reading.Claims, c)
		e.Truth = append(e.Truth, s.truth)
	}
	a.Title = e.Reading.Claims[0].Person + " on the move"
	e.Reading.Article, e.Reading.Text = a, text.String()
	complete(&e.Reading)
	return e
}

// complete sets what Graph.Record would set.
func complete(r *graph.Reading) {
	sum := sha256.Sum256([]byte(r.Text))
	r.Article.Hash = hex.EncodeToString(sum[:])
	r.Article.ID = graph.NewArticleID(r.Article.URL, r.Article.Title, r.Article.Hash)
	for i := range r.Claims {
		c := &r.Claims[i]
		c.Article, c.Reported, c.Publisher, c.Language = r.Article.ID, r.Article.Published, r.Article.Publisher, r.Article.Language
		c.Block = graph.BlockID(c.Person)
		c.ID = graph.NewClaimID(*c)
	}
}

func sentence(c graph.Claim) string {
	switch {
	case c.From == "":
		return strings.TrimSpace(fmt.Sprintf("%s joins %s %s", c.Person, c.To, c.RoleTo)) + "."
	case c.To == "":
		return strings.TrimSpace(fmt.Sprintf("%s leaves %s %s", c.Person, c.From, c.RoleFrom)) + "."
	}
	return strings.TrimSpace(fmt.Sprintf("%s leaves %s for %s %s", c.Person, c.From, c.To, c.RoleTo)) + "."
}
