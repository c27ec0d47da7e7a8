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
	for _, x := range []struct {
		end   string
		place graph.Place
	}{{"from", m.FromPlace}, {"to", m.ToPlace}} {
		put(p, x.end+"Group", x.place.Group)
		put(p, x.end+"Country", x.place.Country)
		put(p, x.end+"Sector", x.place.Sector)
	}
	putDate(p, "ended", m.Ended)
	putSpan(p, "announced", m.Announced)
	putSpan(p, "reported", m.Reported)
	putList(p, "roleWords", m.RoleWords())
	put(p, "language", m.Language())
	putSources(p, m.Sources)
	putStay(p, m)
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
		FromPlace: graph.Place{Group: get[graph.ID](p, "fromGroup"), Country: get[string](p, "fromCountry"), Sector: get[string](p, "fromSector")},
		ToPlace:   graph.Place{Group: get[graph.ID](p, "toGroup"), Country: get[string](p, "toCountry"), Sector: get[string](p, "toSector")},
		Ended:     getDate(p, "ended"), Sources: getSources(p),
		Since: getTime(p, "since"), Until: getTime(p, "until")}
}

// putSpan keeps the first and last day that a date may mean, to compare others with.
func putSpan(p properties, name string, d graph.Date) {
	putDate(p, name+"Earliest", d.First())
	putDate(p, name+"Latest", d.Last())
}

// putSources keeps what is told of each claim's article in lists of the same length, which Cypher can count by.
func putSources(p properties, sources []graph.Source) {
	if len(sources) == 0 {
		return
	}
	var articles, publishers, languages, dates []string
	for _, s := range sources {
		articles, publishers = append(articles, string(s.Article)), append(publishers, s.Publisher)
		languages, dates = append(languages, s.Language), append(dates, s.Published.String())
	}
	p["sourceArticles"], p["sourcePublishers"], p["sourceLanguages"], p["sourceDates"] = articles, publishers, languages, dates
}

func getSources(p properties) []graph.Source {
	articles := getList[graph.ID](p, "sourceArticles")
	if len(articles) == 0 {
		return nil
	}
	publishers, languages, dates := getList[string](p, "sourcePublishers"), getList[string](p, "sourceLanguages"), getList[string](p, "sourceDates")
	sources := make([]graph.Source, len(articles))
	for i := range sources {
		d, _ := graph.ParseDate(dates[i]) // written by putSources
		sources[i] = graph.Source{Article: articles[i], Publisher: publishers[i], Language: languages[i], Published: d}
	}
	return sources
}

// putStay keeps from when until when the move's person may have been where it led, for graph.Move.Stays.
func putStay(p properties, m graph.Move) {
	start := m.Date
	if start.IsZero() {
		start = m.Reported
	}
	if m.To == "" || m.Status != graph.Announced && m.Status != graph.Completed || start.IsZero() {
		return
	}
	p["stayFrom"], p["stayTo"] = start.First().String(), "9999-12-31"
	putDate(p, "stayTo", m.Ended.Last())
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
