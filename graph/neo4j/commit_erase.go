package neo4j

import (
	"maps"
	"slices"
	"strings"

	"talentgraph/graph"
)

// erase deletes every version of the claims, people and moves to erase, and of what gave way to them. What stays is an
// Erased node for each that says when something was current, so that how much was current at a time can still be told.
func (w *writer) erase() error {
	if len(w.c.Redact) > 0 {
		for _, label := range []string{"Article", "PastArticle"} {
			if err := w.do(`UNWIND $ids AS id MATCH (a:`+label+`) WHERE a.id = id SET a.url = null, a.title = null, a.titleWords = null`,
				parameters{"ids": sortedTexts(w.c.Redact)}); err != nil {
				return err
			}
		}
	}
	if len(w.c.Unquote) > 0 {
		for _, label := range []string{"Claim", "PastClaim"} {
			if err := w.do(`UNWIND $ids AS id MATCH (c:`+label+`) WHERE c.id = id SET c.quote = null, c.start = 0, c.end = 0`,
				parameters{"ids": sortedTexts(w.c.Unquote)}); err != nil {
				return err
			}
		}
	}
	if len(w.c.Erase) == 0 {
		return nil
	}
	e := eraser{writer: w, ids: sortedTexts(w.c.Erase), blocks: map[string]bool{}}
	for _, step := range []func() error{
		e.findPredecessors, e.findBlocks, e.eraseVersions, e.eraseHangings, e.eraseSupport, e.eraseCandidates,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type eraser struct {
	*writer
	ids    []string        // to erase, sorted
	blocks map[string]bool // the name blocks in which erased things are
}

// until is what the indexes of past versions, which are on the time as well, want to hear.
func until(label string) string {
	if strings.HasPrefix(label, "Past") {
		return " AND n.until > 0"
	}
	return ""
}

// findPredecessors adds what gave way to what is to be erased, step by step, unless it is current again.
func (e *eraser) findPredecessors() error {
	for next := e.ids; len(next) > 0; {
		var found []string
		if err := e.each(`UNWIND $ids AS id MATCH (s:Succession) WHERE s.successor = id AND `+notCurrent+` RETURN s.id`,
			parameters{"ids": next}, func(v []any) {
				if id := v[0].(string); !slices.Contains(e.ids, id) && !slices.Contains(found, id) {
					found = append(found, id)
				}
			}); err != nil {
			return err
		}
		next = found
		e.ids = append(e.ids, found...)
	}
	slices.Sort(e.ids)
	return nil
}

// findBlocks says where to look for what names the erased things: what belongs together is in one block.
func (e *eraser) findBlocks() error {
	for id := range e.c.Expect {
		e.blocks[string(id)] = true
	}
	for _, label := range []string{"Claim", "PastClaim", "Person", "PastPerson", "Move", "PastMove"} {
		if err := e.each(`UNWIND $ids AS id MATCH (n:`+label+`) WHERE n.id = id`+until(label)+` RETURN DISTINCT n.block`, parameters{"ids": e.ids},
			func(v []any) {
				if block, ok := v[0].(string); ok {
					e.blocks[block] = true
				}
			}); err != nil {
			return err
		}
	}
	return nil
}

func (e *eraser) parameters() parameters {
	return parameters{"ids": e.ids, "blocks": slices.Sorted(maps.Keys(e.blocks)), "at": e.at}
}

func (e *eraser) eraseVersions() error {
	for _, x := range []struct {
		kind    string
		current *int64
	}{{"Claim", &e.count.claims}, {"Person", &e.count.people}, {"Move", &e.count.moves}} {
		for _, label := range []string{x.kind, "Past" + x.kind} {
			if err := e.each(`UNWIND $ids AS id MATCH (n:`+label+`) WHERE n.id = id`+until(label)+`
				WITH n, n.since AS since, coalesce(n.until, $at) AS until, n.until IS NULL AS current
				DETACH DELETE n
				FOREACH (x IN CASE WHEN since < until THEN [1] ELSE [] END |
					CREATE (:Erased {kind: '`+x.kind+`', since: since, until: until}))
				RETURN current`, e.parameters(), func(v []any) {
				if v[0].(bool) {
					*x.current--
				}
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// eraseHangings deletes successions and search keys.
func (e *eraser) eraseHangings() error {
	for _, statement := range []string{
		`UNWIND $ids AS id MATCH (s:Succession {id: id}) USING INDEX SEEK s:Succession(id) DELETE s`,
		`UNWIND $ids AS id MATCH (s:Succession) WHERE s.successor = id DELETE s`,
		`UNWIND $ids AS id MATCH (n:PersonName) WHERE n.id = id DELETE n`,
		`UNWIND $ids AS id MATCH (n:PastPersonName) WHERE n.id = id DELETE n`,
		unmark,
	} {
		if err := e.do(statement, e.parameters()); err != nil {
			return err
		}
	}
	return nil
}

// eraseSupport takes erased claims from the lists of moves that stay.
func (e *eraser) eraseSupport() error {
	for label, indexed := range map[string]string{"Move": "m.position > ''", "PastMove": "m.until > 0"} {
		if err := e.do(`UNWIND $blocks AS block MATCH (m:`+label+`) WHERE m.block = block AND `+indexed+` AND any(c IN m.claims WHERE c IN $ids)
			WITH m, [i IN range(0, size(m.claims) - 1) WHERE NOT m.claims[i] IN $ids] AS kept
			SET m.claims = [i IN kept | m.claims[i]],
				m.sourceArticles = CASE WHEN m.sourceArticles IS NULL THEN null ELSE [i IN kept WHERE i < size(m.sourceArticles) | m.sourceArticles[i]] END,
				m.sourcePublishers = CASE WHEN m.sourcePublishers IS NULL THEN null ELSE [i IN kept WHERE i < size(m.sourcePublishers) | m.sourcePublishers[i]] END,
				m.sourceLanguages = CASE WHEN m.sourceLanguages IS NULL THEN null ELSE [i IN kept WHERE i < size(m.sourceLanguages) | m.sourceLanguages[i]] END,
				m.sourceDates = CASE WHEN m.sourceDates IS NULL THEN null ELSE [i IN kept WHERE i < size(m.sourceDates) | m.sourceDates[i]] END,
				m.language = CASE WHEN m.sourceLanguages IS NULL OR size(kept) = 0 OR coalesce(m.sourceLanguages[kept[0]], '') = '' THEN null ELSE m.sourceLanguages[kept[0]] END`, e.parameters()); err != nil {
			return err
		}
	}
	return nil
}

// eraseCandidates takes erased people out of the candidates of others.
func (e *eraser) eraseCandidates() error {
	for _, label := range []string{"Person", "PastPerson"} {
		var rows []any
		if err := e.each(`UNWIND $blocks AS block MATCH (n:`+label+`)
			WHERE n.block = block AND n.candidates IS NOT NULL AND any(id IN $ids WHERE n.candidates CONTAINS id)
			RETURN elementId(n), n.candidates`, e.parameters(), func(v []any) {
			old := properties{"candidates": v[1]}
			left := slices.DeleteFunc(getJSON[graph.Candidate](old, "candidates"), func(c graph.Candidate) bool {
				_, found := slices.BinarySearch(e.ids, string(c.Person))
				return found
			})
			p := properties{}
			putJSON(p, "candidates", left)
			rows = append(rows, []any{v[0], p["candidates"]})
		}); err != nil {
			return err
		}
		if err := e.rows(`UNWIND $rows AS r MATCH (n) WHERE elementId(n) = r[0] SET n.candidates = r[1]`, rows, nil); err != nil {
			return err
		}
	}
	return nil
}
