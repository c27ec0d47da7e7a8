package sqlite

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPlans asserts that every query that runs often finds its rows by an index and takes their order from it. The plans
// do not depend on the data: the database is never analyzed.
func TestPlans(t *testing.T) {
	s := openTest(t, "")
	queries := map[string]struct{ sql, plan string }{ // the plan's lines, joined by "; "
		"block":              {blockSQL, "SEARCH block USING PRIMARY KEY (id=?)"},
		"head":               {headSQL, "SEARCH item USING INTEGER PRIMARY KEY (rowid=?)"},
		"items of a block":   {blockItemsSQL, "SEARCH item USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"},
		"items of a part":    {partItemsSQL, "SEARCH item USING INDEX item_part (<expr>=? AND part=?)"},
		"marked parts":       {markedSQL, "SEARCH m USING PRIMARY KEY (b=? AND key=? AND at>? AND at<?); SEARCH i USING INTEGER PRIMARY KEY (rowid=?); USE TEMP B-TREE FOR DISTINCT"},
		"all blocks":         {allBlocksSQL, "SEARCH b USING PRIMARY KEY (id>?); SEARCH i USING INTEGER PRIMARY KEY (rowid=?)"},
		"blocks of":          {listedBlocksSQL, "SEARCH listing USING PRIMARY KEY (side=? AND list=?); USE TEMP B-TREE FOR DISTINCT"},
		"heads by block":     {headsByBlockSQL, "SCAN j; SEARCH h USING INTEGER PRIMARY KEY (rowid=?)"},
		"articles by number": {articlesByNumberSQL, "SCAN j; SEARCH article USING INTEGER PRIMARY KEY (rowid=?)"},
		"organizations":      {organizationsSQL, "SCAN j; SEARCH o USING INDEX organization_key (key=?)"},
		"item":               {itemSQL, "SEARCH item USING INTEGER PRIMARY KEY (rowid=?)"},
		"items by reference": {itemsByReferenceSQL, "SCAN j; SEARCH item USING INTEGER PRIMARY KEY (rowid=?)"},
		"items by key":       {itemsByKeySQL, both("SEARCH l USING PRIMARY KEY (key=?); SEARCH i USING INTEGER PRIMARY KEY (rowid=?)")},
		"items by keys":      {itemsByKeysSQL, both("SCAN j; SEARCH l USING PRIMARY KEY (key=?); SEARCH i USING INTEGER PRIMARY KEY (rowid=?)")},
		"article":            {articleSQL, "SEARCH article USING INTEGER PRIMARY KEY (rowid=?)"},
		"articles by key":    {articleByKeySQL, both("SEARCH l USING PRIMARY KEY (key=?); SEARCH article USING INTEGER PRIMARY KEY (rowid=?)")},
		"current by keys":    {currentByKeysSQL, both("SCAN j; SEARCH l USING PRIMARY KEY (key=?); SEARCH i USING INTEGER PRIMARY KEY (rowid=?)")},
		"articles by keys":   {articlesByKeysSQL, both("SCAN j; SEARCH l USING PRIMARY KEY (key=?); SEARCH article USING INTEGER PRIMARY KEY (rowid=?)")},
		"version before":     {pastSQL, "SEARCH past USING INTEGER PRIMARY KEY (rowid=?)"},
		"count of moves":     {countSQL, "SEARCH listing USING PRIMARY KEY (side=? AND list=?)"},
		"organization":       {organizationSQL, "SEARCH organization USING INDEX organization_key (key=?)"},
		"id of organization": {organizationIDSQL, "SEARCH organization USING INTEGER PRIMARY KEY (rowid=?)"},
		"definition":         {definitionSQL, "SEARCH definition USING PRIMARY KEY (n=?)"},
		"definitions then":   {definitionsAtSQL, "SCAN j; SEARCH d USING PRIMARY KEY (n=? AND since<?)"},
		"observed":           {observedSQL, "SEARCH mention USING PRIMARY KEY (n=?)"},
		"observed then":      {observedAtSQL, "SCAN j; SEARCH m USING PRIMARY KEY (n=?)"},
		"mention":            {mentionSQL, "SEARCH mention USING PRIMARY KEY (n=? AND name=?)"},
		"search":             {searchSQL, "SEARCH name USING PRIMARY KEY (kind=? AND key>? AND key<?)"},
		"next key":           {nextKeySQL, "SEARCH name USING PRIMARY KEY (kind=? AND key>?)"},
		"places up":          {placesUpSQL, "SEARCH name USING PRIMARY KEY (kind=? AND (key,id,name,since)>(?,?,?,?))"},
		"places down":        {placesDownSQL, "SEARCH name USING PRIMARY KEY (kind=? AND (key,id,name,since)<(?,?,?,?))"},
		"not listed":         {countUnplacedSQL, "SEARCH name USING PRIMARY KEY (kind=? AND key=?)"},
		"length of a list":   {lengthSQL, "CO-ROUTINE (subquery-1); SEARCH listing USING PRIMARY KEY (side=? AND list=?); SCAN (subquery-1)"},
		"all moves":          {allMovesSQL, "SCAN item"}, // they are most of what is there
		"facts by column":    {factColumnSQL, "SEARCH fact USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"},
		"facts of a place":   {factOfSQL, "SEARCH fact USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"},
		"latest facts":       {recentFactsSQL, "SEARCH recent_fact USING INTEGER PRIMARY KEY (rowid<?)"},
		"latest ends":        {recentEndsSQL, "SEARCH recent_end USING INTEGER PRIMARY KEY (rowid<?)"},
		"term":               {termSQL, "SEARCH term USING PRIMARY KEY (kind=? AND text=?)"},
		"terms":              {termsSQL, "SEARCH term USING PRIMARY KEY (kind=?)"},
		"places":             {allPlacesSQL, "SEARCH name USING PRIMARY KEY (kind=? AND key>?)"},
		"those not listed":   {unplacedSQL, "SEARCH name USING PRIMARY KEY (kind=? AND key=?)"},
		"flows from":         {flowsFromSQL, "SEARCH flow USING PRIMARY KEY (source=?); SEARCH recent_flow USING PRIMARY KEY (source=?)"},
		"flows to":           {flowsToSQL, "SEARCH flow USING COVERING INDEX flow_target (target=?); SEARCH recent_flow USING INDEX recent_flow_target (target=?)"},
		"flows of a pair": {pairFlowsSQL, "SEARCH flow USING PRIMARY KEY (source=? AND target>? AND target<?); " +
			"SEARCH recent_flow USING PRIMARY KEY (source=? AND target>? AND target<?)"},
		"heaviest from":       {heavyFromSQL, "SEARCH pair USING COVERING INDEX pair_from (source=?)"},
		"heaviest to":         {heavyToSQL, "SEARCH pair USING COVERING INDEX pair_to (target=?)"},
		"heaviest":            {heavySQL, "SCAN pair USING COVERING INDEX pair_top"},
		"successors":          {successorsSQL, "SCAN j; SEARCH s USING PRIMARY KEY (id=?)"},
		"judgements":          {judgementsSQL, "SEARCH judgement USING INDEX judgement_at ((at,id)>(?,?))"},
		"organization rules":  {judgedEverywhereSQL, "SCAN judgement USING INDEX judgement_organizations"},
		"judgements of block": {judgedBlockSQL, "SEARCH d USING PRIMARY KEY (block=?); SEARCH j USING INDEX sqlite_autoindex_judgement_1 (id=?); USE TEMP B-TREE FOR ORDER BY"},
		"state":               {"SELECT " + stateColumns + " FROM commits ORDER BY at DESC LIMIT 1", "SCAN commits"},
		"closing a listing":   {shutListingSQL, "SEARCH listing USING PRIMARY KEY (side=? AND list=? AND day=? AND id=?)"},
		"closing a name":      {shutNameSQL, "SEARCH name USING PRIMARY KEY (kind=? AND key=? AND id=? AND name=?)"},
		"replacing an item":   {replaceSQL, "SEARCH item USING INTEGER PRIMARY KEY (rowid=?)"},
	}
	for name, x := range map[string][3]bool{"newest": {}, "oldest": {true}, "newest then": {false, true}, "oldest then": {true, true},
		"newest with words": {false, false, true}, "oldest then with words": {true, true, true}} {
		plan := "SEARCH listing USING PRIMARY KEY (side=? AND list=? AND (day,id)>(?,?) AND day<?)"
		if x[0] {
			plan = "SEARCH listing USING PRIMARY KEY (side=? AND list=? AND day>? AND (day,id)<(?,?))"
		}
		queries[name] = struct{ sql, plan string }{entriesSQL(x[0], x[1], x[2]), plan}
	}
	virtual := regexp.MustCompile(` VIRTUAL TABLE INDEX \d+:`)
	err := s.read(context.Background(), "plan", func(c session) error {
		for name, q := range queries {
			args := make([]any, max(strings.Count(q.sql, "?")-strings.Count(q.sql, "?1")-strings.Count(q.sql, "?2"), min(1, strings.Count(q.sql, "?1"))+min(1, strings.Count(q.sql, "?2"))))
			for i := range args {
				args[i] = 1
			}
			r := c.short("EXPLAIN QUERY PLAN "+q.sql, args...)
			var lines []string
			for r.next() {
				lines = append(lines, virtual.ReplaceAllString(r.text(3), ""))
			}
			if err := r.close(); err != nil {
				t.Errorf("%s: %v\n%s", name, err, q.sql)
				continue
			}
			lines = slices.DeleteFunc(lines, func(l string) bool { return l == "COMPOUND QUERY" || l == "LEFT-MOST SUBQUERY" || l == "UNION ALL" })
			if got := strings.Join(lines, "; "); got != q.plan {
				t.Errorf("%s:\n got %s\nwant %s", name, got, q.plan)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// both is the plan of a query on recent and lookup alike.
func both(plan string) string { return plan + "; " + plan }
