package sqlite

import (
	"encoding/binary"

	"talentgraph/graph"
)

// Whose mention it is: most are of one of the move's ends.
const (
	mentionOfOther = iota
	mentionOfFrom
	mentionOfTo
)

// moveBody is a move's body; after is the version after it, nil for the latest, of which is told where its person and claims stand.
func moveBody(m graph.Move, after *graph.Move, x *whereabouts) []byte {
	b := appendID(make([]byte, 0, 256+48*len(m.Claims)), m.ID)
	b = appendID(b, m.Person)
	b = appendID(b, m.From)
	b = appendID(b, m.To)
	b = appendDate(b, m.Date)
	b = appendWord(b, statusWords, m.Status)
	b = appendWord(b, familyWords, m.RoleFamily)
	b = appendWord(b, seniorityWords, m.Seniority)
	b = appendBool(b, m.Inferred)
	b = appendFloat(b, m.Confidence)
	b = appendTexts(b, m.Words)
	b = appendID(b, m.Block)
	b = appendText(b, m.RoleFrom)
	b = appendText(b, m.RoleTo)
	b = appendDate(b, m.Announced)
	b = appendDate(b, m.Reported)
	b = binary.AppendUvarint(b, uint64(m.Publishers))
	b = binary.AppendUvarint(b, uint64(len(m.Mentions)))
	for _, x := range m.Mentions {
		switch {
		case x.Organization == m.From:
			b = append(b, mentionOfFrom)
		case x.Organization == m.To:
			b = append(b, mentionOfTo)
		default:
			b = appendID(append(b, mentionOfOther), x.Organization)
		}
		b = appendText(b, x.Name)
		b = binary.AppendUvarint(b, uint64(x.Claims))
	}
	b = appendEvidence(b, m, after, x)
	for _, x := range []struct {
		end   graph.ID
		place graph.Place
	}{{m.From, m.FromPlace}, {m.To, m.ToPlace}} {
		b = appendBool(b, x.place.Group == x.end)
		if x.place.Group != x.end {
			b = appendID(b, x.place.Group)
		}
		b = appendText(b, x.place.Country)
		b = appendText(b, x.place.Sector)
	}
	return appendDate(b, m.Ended)
}

// readMoveHead reads what filters look at; readMoveRest the rest, with the same decoder.
func readMoveHead(d *decoder) graph.Move {
	return graph.Move{ID: d.id(), Person: d.id(), From: d.id(), To: d.id(), Date: d.date(),
		Status:     graph.Status(d.word(statusWords)),
		RoleFamily: graph.RoleFamily(d.word(familyWords)), Seniority: graph.Seniority(d.word(seniorityWords)),
		Inferred: d.bool(), Confidence: d.float(), Words: texts[string](d)}
}

func readMoveRest(d *decoder, m *graph.Move, v version, after *graph.Move) error {
	m.Block, m.RoleFrom, m.RoleTo = d.id(), d.text(), d.text()
	m.Announced, m.Reported, m.Publishers = d.date(), d.date(), d.int()
	if n := d.length(); n > 0 {
		m.Mentions = make([]graph.Mention, n)
		for i := range m.Mentions {
			x := &m.Mentions[i]
			switch d.byte() {
			case mentionOfFrom:
				x.Organization = m.From
			case mentionOfTo:
				x.Organization = m.To
			default:
				x.Organization = d.id()
			}
			x.Name, x.Claims = d.text(), d.int()
		}
	}
	d.evidence(m, after)
	if len(d.s) == 0 { // of the first version of the schema: nothing is known of the ends but themselves
		m.FromPlace.Group, m.ToPlace.Group = m.From, m.To
	} else {
		for _, x := range []struct {
			end   graph.ID
			place *graph.Place
		}{{m.From, &m.FromPlace}, {m.To, &m.ToPlace}} {
			if x.place.Group = x.end; !d.bool() {
				x.place.Group = d.id()
			}
			x.place.Country, x.place.Sector = d.text(), d.text()
		}
		m.Ended = d.date()
	}
	m.Since, m.Until = timeOf(v.since), timeOf(v.until)
	return d.err()
}

func readMove(v version, after *graph.Move) (graph.Move, error) {
	d := decode(v.body)
	m := readMoveHead(&d)
	err := readMoveRest(&d, &m, v, after)
	return m, err
}
