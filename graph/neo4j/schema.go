package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// schemaVersion is of the labels, properties and relationships that this program writes. Version 2 lists articles by
// position, and has shelves and marks, for which nothing of version 1 has to change.
const schemaVersion = 2

// unique lists what no two nodes share. Every label that is looked up by id is here: a MERGE or MATCH on a label
// without a constraint would read all of its nodes.
var unique = []index{
	{"TalentGraph", "id"}, {"Rules", "id"}, {"Unknown", "id"}, {"Gate", "id"}, {"Block", "id"}, {"Article", "id"}, {"Claim", "id"},
	{"Person", "id"}, {"Organization", "id"}, {"Move", "id"}, {"Judgement", "id"}, {"Succession", "id"},
	{"Commit", "token"}, {"Commit", "at"},
}

// ranges lists the indexes, each for the reads named beside it.
var ranges = []index{
	{"Claim", "block"}, {"Person", "block"}, {"Move", "block, position"}, // Blocks
	{"Claim", "shelf"}, {"Person", "shelf"}, {"Move", "shelf"}, {"Mark", "block, key, at"}, {"Mark", "claim"},
	{"Move", "person, position"}, {"Move", "from, position"}, {"Move", "to, position"}, {"Move", "from, to, position"},
	{"Move", "position"},                                                         // Moves
	{"Article", "position"}, {"PastArticle", "position"}, {"Person", "unlisted"}, // ListArticles, ListPeople
	{"PersonName", "key, id"}, {"OrganizationName", "key, id"}, {"PastPersonName", "key"}, // Search
	{"PastOrganizationName", "key"},
	{"PersonName", "id"}, {"OrganizationName", "id"}, {"PastPersonName", "id"}, {"PastOrganizationName", "id"}, // Commit
	{"PastArticle", "id"}, {"PastClaim", "id"}, {"PastPerson", "id, until"}, {"PastMove", "id, until"}, // reads at a time
	{"PastOrganization", "id, until"}, {"PastMention", "organization, until"}, {"PastMove", "person, until"},
	{"PastMove", "from, until"}, {"PastMove", "to, until"}, {"PastMove", "until"}, {"PastMove", "block, until"},
	{"PastPerson", "block"}, {"Succession", "successor"}, // Erase
	{"Judgement", "at"}, {"Erased", "until"},
}

// index is a label and its properties. All are constants of this program: labels cannot be parameters.
type index struct{ label, properties string }

func (x index) name() string {
	return "talentgraph_" + strings.ToLower(x.label+"_"+strings.ReplaceAll(x.properties, ", ", "_"))
}

func (x index) columns() string { return "n." + strings.ReplaceAll(x.properties, ", ", ", n.") }

func statements() []string {
	list := []string{"CREATE CONSTRAINT talentgraph_flow IF NOT EXISTS " +
		"FOR ()-[f:FLOW]-() REQUIRE (f.from, f.to, f.month, f.status) IS UNIQUE"}
	for _, x := range unique {
		list = append(list, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE (%s) IS UNIQUE", x.name(), x.label, x.columns()))
	}
	for _, x := range ranges {
		list = append(list, fmt.Sprintf("CREATE RANGE INDEX %s IF NOT EXISTS FOR (n:%s) ON (%s)", x.name(), x.label, x.columns()))
	}
	return list
}

// prepare checks what the database holds, and makes constraints, indexes and the first nodes where they lack.
func (s *Store) prepare(ctx context.Context) error {
	found, err := s.schema(ctx)
	if err != nil {
		return err
	}
	if found.version > schemaVersion {
		return fmt.Errorf("%w database: a newer program wrote it (schema %d, this one knows %d)", graph.ErrInvalid, found.version, schemaVersion)
	}
	if found.version == 0 && found.foreign != "" {
		return fmt.Errorf("%w database: it holds other data (nodes labelled %s); give an empty one", graph.ErrInvalid, found.foreign)
	}
	if lacking := found.lacking(); len(lacking) > 0 {
		if err := s.createSchema(ctx, lacking); err != nil {
			return err
		}
	}
	if found.version > 0 {
		return s.upgrade(ctx, found.version)
	}
	return s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
		return t.do(`MERGE (g:TalentGraph {id: 'graph'})
			ON CREATE SET g.schema = $schema, g.commits = 0, g.at = 0, g.articles = 0, g.claims = 0, g.people = 0,
				g.organizations = 0, g.moves = 0
			MERGE (r:Rules {id: 'rules'}) ON CREATE SET r.version = 0
			MERGE (gate:Gate {id: 'gate'}) ON CREATE SET gate.begin = 0, gate.end = 0
			MERGE (:Unknown {id: ''})
			SET g.schema = $schema`, parameters{"schema": schemaVersion})
	})
}

type schemaFound struct {
	version int64
	names   []string // of constraints and indexes
	foreign string   // a label of ours that nodes have although no graph was ever written
}

func (f schemaFound) lacking() []string {
	return slices.DeleteFunc(statements(), func(statement string) bool {
		return slices.Contains(f.names, strings.Fields(strings.TrimPrefix(statement, "CREATE "))[nameField(statement)])
	})
}

// nameField is where the name stands: CONSTRAINT name …, RANGE INDEX name ….
func nameField(statement string) int {
	if strings.HasPrefix(statement, "CREATE CONSTRAINT") {
		return 1
	}
	return 2
}

func (s *Store) schema(ctx context.Context) (schemaFound, error) {
	var found schemaFound
	err := s.attempt(ctx, neo4j.AccessModeRead, func(t transaction) error {
		found = schemaFound{}
		if err := t.each(`SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'talentgraph_' AND state = 'ONLINE' RETURN name`,
			nil, func(v []any) { found.names = append(found.names, v[0].(string)) }); err != nil {
			return err
		}
		if err := t.each(`MATCH (g:TalentGraph {id: 'graph'}) RETURN g.schema`, nil, func(v []any) {
			found.version, _ = v[0].(int64)
		}); err != nil || found.version > 0 {
			return err
		}
		for _, x := range unique {
			if x.label == "TalentGraph" || x.label == "Rules" || x.label == "Unknown" || x.label == "Gate" {
				continue // made in one transaction by a Store that opens at the same time
			}
			if err := t.each(`MATCH (n:`+x.label+`) RETURN 1 LIMIT 1`, nil, func([]any) { found.foreign = x.label }); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// createSchema runs each statement in a transaction of its own, as Neo4j wants it, and waits for the indexes. Another
// Store may be doing the same: what fails for that reason is tried again.
func (s *Store) createSchema(ctx context.Context, list []string) error {
	for _, statement := range list {
		err := s.alter(ctx, statement)
		for try := 0; try < 20 && neo4j.IsNeo4jError(err) && ctx.Err() == nil; try++ {
			select {
			case <-ctx.Done():
			case <-time.After(100 * time.Millisecond):
			}
			err = s.alter(ctx, statement)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", strings.Fields(statement)[2], err)
		}
	}
	return s.alter(ctx, `CALL db.awaitIndexes(600)`)
}

// alter runs one statement outside a managed transaction.
func (s *Store) alter(ctx context.Context, statement string) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	result, err := session.Run(ctx, statement, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	return err
}
