package sqlite

import (
	"encoding/binary"

	"talentgraph/graph"
)

// stated is where a claim of an article stands among the items, and what only its full reading shows.
type stated struct {
	r          int64
	quote      string
	start, end int
}

func articleBody(a graph.Article, claims []stated) []byte {
	b := appendID(nil, a.ID)
	b = appendText(b, a.URL)
	b = appendText(b, a.Title)
	b = appendText(b, a.Publisher)
	b = appendText(b, a.Language)
	b = appendDate(b, a.Published)
	b = appendHash(b, a.Hash)
	b = appendBool(b, a.Restated)
	b = binary.AppendUvarint(b, uint64(len(claims)))
	for _, c := range claims {
		b = binary.AppendUvarint(b, uint64(c.r))
		b = appendText(b, c.quote)
		b = binary.AppendUvarint(b, uint64(c.start))
		b = binary.AppendUvarint(b, uint64(c.end))
	}
	return b
}

func readArticle(body []byte, since int64) (graph.Article, []stated, error) {
	d := decode(body)
	a := graph.Article{ID: d.id(), URL: d.text(), Title: d.text(), Publisher: d.text(), Language: d.text(),
		Published: d.date(), Hash: d.hash(), Restated: d.bool(), Recorded: timeOf(since)}
	claims := make([]stated, d.length())
	for i := range claims {
		claims[i] = stated{int64(d.uint()), d.text(), d.int(), d.int()}
	}
	return a, claims, d.err()
}

// claimBody is a claim without what is kept with its article, whose number is n.
func claimBody(c graph.Claim, n int64) []byte {
	b := appendID(nil, c.ID)
	b = binary.AppendUvarint(b, uint64(n))
	b = appendID(b, c.Article)
	b = appendDate(b, c.Reported)
	b = appendText(b, c.Publisher)
	b = appendText(b, c.Language)
	b = appendText(b, c.Person)
	b = appendText(b, c.From)
	b = appendText(b, c.To)
	b = appendText(b, c.RoleFrom)
	b = appendText(b, c.RoleTo)
	b = appendDate(b, c.Date)
	b = appendDate(b, c.Announced)
	b = appendWord(b, statusWords, c.Status)
	b = appendFloat(b, c.Confidence)
	return appendText(b, c.Extractor)
}

// readClaim returns the claim without its block, and its article's number.
func readClaim(body []byte) (graph.Claim, int64, error) {
	d := decode(body)
	c := graph.Claim{ID: d.id()}
	n := int64(d.uint())
	c.Article, c.Reported, c.Publisher, c.Language = d.id(), d.date(), d.text(), d.text()
	c.Person, c.From, c.To, c.RoleFrom, c.RoleTo = d.text(), d.text(), d.text(), d.text(), d.text()
	c.Date, c.Announced, c.Status = d.date(), d.date(), graph.Status(d.word(statusWords))
	c.Confidence, c.Extractor = d.float(), d.text()
	return c, n, d.err()
}

func personBody(p graph.Person) []byte {
	b := appendID(nil, p.ID)
	b = appendID(b, p.Block)
	b = appendText(b, p.Name)
	b = appendTexts(b, p.Aliases)
	b = appendFloat(b, p.Score)
	b = appendText(b, p.Reason)
	b = binary.AppendUvarint(b, uint64(len(p.Candidates)))
	for _, c := range p.Candidates {
		b = appendID(b, c.Person)
		b = appendFloat(b, c.Score)
		b = appendText(b, c.Reason)
	}
	return b
}

func readPerson(v version) (graph.Person, error) {
	d := decode(v.body)
	p := graph.Person{ID: d.id(), Block: d.id(), Name: d.text(), Aliases: texts[string](&d), Score: d.float(), Reason: d.text()}
	if n := d.length(); n > 0 {
		p.Candidates = make([]graph.Candidate, n)
		for i := range p.Candidates {
			p.Candidates[i] = graph.Candidate{Person: d.id(), Score: d.float(), Reason: d.text()}
		}
	}
	p.Since, p.Until = timeOf(v.since), timeOf(v.until)
	return p, d.err()
}

func definitionBody(o graph.Organization) []byte {
	b := appendID(nil, o.ID)
	b = appendText(b, o.Key)
	b = appendBool(b, o.Catalogued)
	b = appendText(b, o.Name)
	b = appendTexts(b, o.Aliases)
	b = appendTexts(b, o.FormerNames)
	b = appendTexts(b, o.Domains)
	for _, s := range []string{o.Wikidata, o.LEI, o.Ticker, o.Country, o.Sector} {
		b = appendText(b, s)
	}
	return appendID(b, o.Parent)
}

func readDefinition(v version) (graph.Organization, error) {
	d := decode(v.body)
	o := graph.Organization{ID: d.id(), Key: d.text(), Catalogued: d.bool(), Name: d.text(), Aliases: texts[string](&d),
		FormerNames: texts[string](&d), Domains: texts[string](&d), Wikidata: d.text(), LEI: d.text(), Ticker: d.text(),
		Country: d.text(), Sector: d.text(), Parent: d.id(), Since: timeOf(v.since), Until: timeOf(v.until)}
	return o, d.err()
}

func judgementBody(j graph.Judgement) []byte {
	b := appendID(nil, j.ID)
	b = appendText(b, string(j.Kind))
	b = appendIDs(b, j.Blocks)
	b = appendIDs(b, j.Claims)
	b = appendIDs(b, j.Others)
	b = appendIDs(b, j.Organizations)
	b = appendTexts(b, j.Suppress)
	b = appendText(b, j.By)
	return appendText(b, j.Why)
}

func readJudgement(v version) (graph.Judgement, error) {
	d := decode(v.body)
	j := graph.Judgement{ID: d.id(), Kind: graph.JudgementKind(d.text()), Blocks: d.ids(), Claims: d.ids(), Others: d.ids(),
		Organizations: d.ids(), Suppress: texts[string](&d), By: d.text(), Why: d.text(),
		At: timeOf(v.since), Undone: timeOf(v.until)}
	return j, d.err()
}
