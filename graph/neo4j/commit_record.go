package neo4j

import "slices"

// retract turns articles and their claims into past ones. What the claims supported is for the commit's moves to say.
func (w *writer) retract() error {
	if len(w.c.Retract) == 0 {
		return nil
	}
	return w.each(`UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id)
		REMOVE a:Article SET a:PastArticle, a.until = $at
		WITH a OPTIONAL MATCH (a)<-[:STATED_IN]-(c:Claim)
		REMOVE c:Claim, c.shelf SET c:PastClaim, c.until = $at
		RETURN count(DISTINCT a), count(c), collect(c.id)`,
		parameters{"ids": sortedTexts(w.c.Retract), "at": w.at}, func(v []any) {
			w.count.articles -= v[0].(int64)
			w.count.claims -= v[1].(int64)
			w.unmarked = append(w.unmarked, list[string](v[2])...)
		})
}

// record creates articles and claims.
func (w *writer) record() error {
	articles := make([]any, len(w.c.Articles))
	for i, a := range w.c.Articles {
		p := encodeArticle(a)
		p["since"] = w.at
		articles[i] = p
	}
	claims := make([]any, len(w.c.Claims))
	for i, c := range w.c.Claims {
		p := encodeClaim(c)
		p["since"] = w.at
		claims[i] = p
	}
	slices.SortFunc(articles, byIDProperty)
	slices.SortFunc(claims, byIDProperty)
	w.count.articles += int64(len(articles))
	w.count.claims += int64(len(claims))
	if err := w.rows(`UNWIND $rows AS r CREATE (a:Article) SET a = r`, articles, nil); err != nil {
		return err
	}
	return w.rows(`UNWIND $rows AS r MATCH (a:Article {id: r.article}) USING INDEX SEEK a:Article(id)
		CREATE (c:Claim)-[:STATED_IN]->(a) SET c = r`, claims, nil)
}

func byIDProperty(a, b any) int {
	x, y := a.(properties)["id"].(string), b.(properties)["id"].(string)
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}
