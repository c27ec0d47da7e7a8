package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

func encodeClaim(c graph.Claim) properties {
	p := properties{"id": string(c.ID), "start": c.Start, "end": c.End, "confidence": c.Confidence}
	put(p, "article", c.Article)
	put(p, "block", c.Block)
	putDate(p, "reported", c.Reported)
	put(p, "publisher", c.Publisher)
	put(p, "language", c.Language)
	put(p, "person", c.Person)
	put(p, "from", c.From)
	put(p, "to", c.To)
	put(p, "roleFrom", c.RoleFrom)
	put(p, "roleTo", c.RoleTo)
	putDate(p, "date", c.Date)
	putDate(p, "announced", c.Announced)
	put(p, "status", c.Status)
	put(p, "quote", c.Quote)
	put(p, "extractor", c.Extractor)
	return p
}

func decodeClaim(p properties) graph.Claim {
	return graph.Claim{ID: get[graph.ID](p, "id"), Article: get[graph.ID](p, "article"), Block: get[graph.ID](p, "block"),
		Reported: getDate(p, "reported"), Publisher: get[string](p, "publisher"), Language: get[string](p, "language"),
		Person: get[string](p, "person"), From: get[string](p, "from"), To: get[string](p, "to"),
		RoleFrom: get[string](p, "roleFrom"), RoleTo: get[string](p, "roleTo"), Date: getDate(p, "date"),
		Announced: getDate(p, "announced"), Status: get[graph.Status](p, "status"), Quote: get[string](p, "quote"),
		Start: int(getInt(p, "start")), End: int(getInt(p, "end")), Confidence: getFloat(p, "confidence"),
		Extractor: get[string](p, "extractor")}
}

// byReported is the order of Move.Claims.
func byReported(a, b graph.Claim) int {
	if a.Reported.IsZero() != b.Reported.IsZero() {
		return -a.Reported.Compare(b.Reported)
	}
	return cmp.Or(a.Reported.Compare(b.Reported), cmp.Compare(a.ID, b.ID))
}

// The claims of a move are looked up by the ids that the move's version lists; those of an article hang on it.
const (
	claimsOfMovesNow = `UNWIND $moves AS id MATCH (m:Move {id: id}) USING INDEX SEEK m:Move(id)
		UNWIND m.claims AS claim MATCH (c:Claim {id: claim}) USING INDEX SEEK c:Claim(id) RETURN id, c`
	claimsOfArticlesNow = `UNWIND $articles AS id MATCH (a:Article {id: id})<-[:STATED_IN]-(c:Claim) USING INDEX SEEK a:Article(id) RETURN id, c`
	claimsNow           = `UNWIND $claims AS id MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id) RETURN id, c`

	claimsOfMovesAt = `CALL {
			UNWIND $moves AS id MATCH (m:Move {id: id}) USING INDEX SEEK m:Move(id) WHERE m.since <= $at RETURN id, m.claims AS claims
			UNION
			UNWIND $moves AS id MATCH (m:PastMove) WHERE m.id = id AND m.until > $at AND m.since <= $at
			RETURN id, m.claims AS claims
		}
		UNWIND claims AS claim
		CALL {
			WITH claim MATCH (c:Claim {id: claim}) USING INDEX SEEK c:Claim(id) WHERE c.since <= $at RETURN c
			UNION ALL
			WITH claim MATCH (c:PastClaim) WHERE c.id = claim AND c.until > $at AND c.since <= $at RETURN c
		}
		RETURN id, c`
	claimsOfArticlesAt = `UNWIND $articles AS id MATCH (a:Article {id: id})<-[:STATED_IN]-(c:Claim) USING INDEX SEEK a:Article(id)
		WHERE c.since <= $at RETURN id, c
		UNION ALL
		UNWIND $articles AS id MATCH (a:PastArticle) WHERE a.id = id MATCH (a)<-[:STATED_IN]-(c:PastClaim)
		WHERE c.since <= $at AND c.until > $at RETURN id, c`
	claimsAt = `UNWIND $claims AS id MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id) WHERE c.since <= $at RETURN id, c
		UNION ALL
		UNWIND $claims AS id MATCH (c:PastClaim) WHERE c.id = id AND c.until > $at AND c.since <= $at RETURN id, c`
)

// Claims as graph.Store says.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (map[graph.ID][]graph.Claim, error) {
	var moves, articles, claims []graph.ID
	for _, id := range q.Of {
		switch kind(id) {
		case "mov":
			moves = append(moves, id)
		case "art":
			articles = append(articles, id)
		case "clm":
			claims = append(claims, id)
		}
	}
	p := parameters{"moves": sortedTexts(moves), "articles": sortedTexts(articles), "claims": sortedTexts(claims), "at": micros(q.At)}
	pick := func(now, at string) string {
		if q.At.IsZero() {
			return now
		}
		return at
	}
	var found map[graph.ID][]graph.Claim
	err := s.read(ctx, "claims", func(t transaction) error {
		found = map[graph.ID][]graph.Claim{}
		row := func(v []any) {
			id := graph.ID(textOf(v[0]))
			found[id] = append(found[id], decodeClaim(v[1].(neo4j.Node).Props))
		}
		for _, x := range []struct {
			ids       []graph.ID
			statement string
		}{{moves, pick(claimsOfMovesNow, claimsOfMovesAt)}, {articles, pick(claimsOfArticlesNow, claimsOfArticlesAt)},
			{claims, pick(claimsNow, claimsAt)}} {
			if len(x.ids) > 0 {
				if err := t.each(x.statement, p, row); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for id, list := range found {
		slices.SortFunc(list, byReported)
		list = slices.CompactFunc(list, func(a, b graph.Claim) bool { return a.ID == b.ID }) // found twice: see byID
		if q.Limit > 0 && len(list) > q.Limit {
			list = slices.Clone(list[:q.Limit])
		}
		found[id] = list
	}
	return found, nil
}

// kind is the part of an id before the underscore.
func kind(id graph.ID) string {
	k, _, _ := strings.Cut(string(id), "_")
	return k
}
