package neo4j

import (
	"context"
	"time"

	"talentgraph/graph"
)

func encodeMove(m graph.Move) properties {
	p := properties{"id": string(m.ID), "confidence": m.Confidence, "inferred": m.Inferred, "publishers": m.Publishers,
		"position": position(m.Date, m.ID)}
	put(p, "person", m.Person)
	put(p, "block", m.Block)
	put(p, "from", m.From)
	put(p, "to", m.To)
	put(p, "roleFrom", m.RoleFrom)
	put(p, "roleTo", m.RoleTo)
	put(p, "roleFamily", m.RoleFamily)
	put(p, "seniority", m.Seniority)
	putDate(p, "date", m.Date)
	putDate(p, "earliest", m.Date.First())
	putDate(p, "latest", m.Date.Last())
	putDate(p, "announced", m.Announced)
	putDate(p, "reported", m.Reported)
	put(p, "status", m.Status)
	putList(p, "claims", m.Claims)
	putJSON(p, "mentions", m.Mentions)
	putList(p, "mentioned", mentioned(m))
	putList(p, "words", m.Words)
	return p
}

func decodeMove(p properties) graph.Move {
	return graph.Move{ID: get[graph.ID](p, "id"), Person: get[graph.ID](p, "person"), Block: get[graph.ID](p, "block"),
		From: get[graph.ID](p, "from"), To: get[graph.ID](p, "to"), RoleFrom: get[string](p, "roleFrom"),
		RoleTo: get[string](p, "roleTo"), RoleFamily: get[graph.RoleFamily](p, "roleFamily"),
		Seniority: get[graph.Seniority](p, "seniority"), Date: getDate(p, "date"), Announced: getDate(p, "announced"),
		Reported: getDate(p, "reported"), Status: get[graph.Status](p, "status"), Confidence: getFloat(p, "confidence"),
		Inferred: getBool(p, "inferred"), Publishers: int(getInt(p, "publishers")), Claims: getList[graph.ID](p, "claims"),
		Mentions: getJSON[graph.Mention](p, "mentions"), Words: getList[string](p, "words"),
		Since: getTime(p, "since"), Until: getTime(p, "until")}
}

// mentioned lists the organizations that the move mentions, sorted.
func mentioned(m graph.Move) []string {
	ids := make([]string, 0, len(m.Mentions))
	for _, x := range m.Mentions {
		ids = append(ids, string(x.Organization))
	}
	return sortedTexts(ids)
}

// position is a text that sorts moves newest first: by date descending, an undated move last, then by ID ascending.
// For that, each digit of the date becomes the difference to 9, and a sign that comes after digit and hyphen ends it.
// One text in one index gives pages in either order from any place on.
func position(d graph.Date, id graph.ID) string {
	key := []byte(d.String())
	for i, c := range key {
		if c != '-' {
			key[i] = '9' - (c - '0')
		}
	}
	return string(key) + "~" + string(id)
}

// lastPosition comes after every position.
const lastPosition = "~~"

// MovesByID as graph.Store says.
func (s *Store) MovesByID(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Move, error) {
	return byID(ctx, s, "moves by id", "Move", ids, at, decodeMove)
}
