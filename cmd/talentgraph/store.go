package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/sqlite"
)

// defaultStore is in the working directory, where one sees it and can delete it.
const defaultStore = "sqlite:talentgraph.db"

// storeFlags say where the graph is kept.
type storeFlags struct {
	address                      string
	user, password, database, ca string // of Neo4j
	pageMemory                   int    // of SQLite, in MiB; 0: as it is there
}

func (s *storeFlags) define(flags *pflag.FlagSet) {
	flags.StringVar(&s.address, "store", defaultStore, "where the graph is kept: "+storeForms)
	flags.StringVar(&s.user, "neo4j-user", "", "Neo4j user; none: no authentication")
	flags.StringVar(&s.password, "neo4j-password", "", "Neo4j password; better given as the variable, which other users do not see")
	flags.StringVar(&s.database, "neo4j-database", "", "Neo4j database; none: neo4j")
	flags.StringVar(&s.ca, "neo4j-ca", "", "file of PEM certificates to trust with bolt+s and neo4j+s, in place of the system's")
}

const storeForms = "sqlite:FILE, bolt://HOST[:PORT] or, for a cluster, neo4j://HOST[:PORT]; bolt+s and neo4j+s encrypt, bolt+ssc and neo4j+ssc trust any certificate"

// parse is the SQLite file that the address names, or empty where it names a Neo4j server.
func (s storeFlags) parse() (file string, err error) {
	scheme, rest, _ := strings.Cut(s.address, ":")
	switch scheme {
	case "sqlite":
		file = strings.TrimPrefix(rest, "//")
		if file == "" || strings.HasPrefix(file, ":") || strings.ContainsAny(file, "?\x00") {
			return "", wrongUsage("--store %.200q: name a file, as in %s", s.address, defaultStore)
		}
		return file, nil
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		u, err := url.Parse(s.address)
		switch {
		case err == nil && u.User != nil:
			return "", wrongUsage("--store: give user and password by --neo4j-user and TALENTGRAPH_NEO4J_PASSWORD, not in the address")
		case err != nil || u.Hostname() == "" || u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.Fragment != "":
			return "", wrongUsage("--store: want %s://HOST or %s://HOST:PORT", scheme, scheme)
		}
		return "", nil
	}
	// The address may hold a password: no more than its scheme is repeated.
	return "", wrongUsage("--store %.20q…: want %s", scheme, storeForms)
}

// open opens the store, and says so where it is a new file. Of SQLite, readers (0: by processors) bounds how many reads run at
// once; each takes memory.
func (s storeFlags) open(ctx context.Context, readers int) (store graph.Store, created bool, err error) {
	file, err := s.parse()
	if err != nil {
		return nil, false, err
	}
	if file == "" {
		db, err := neo4j.Open(ctx, neo4j.Config{URI: s.address, User: s.user, Password: s.password, Database: s.database, CAFile: s.ca})
		if err != nil {
			return nil, false, err
		}
		return db, false, nil
	}
	_, err = os.Stat(file)
	created = errors.Is(err, fs.ErrNotExist)
	db, err := sqlite.Open(ctx, file, sqlite.Options{Readers: readers, PageMemory: s.pageMemory})
	if err != nil {
		return nil, false, err
	}
	return db, created, nil
}

// openGraph opens the store, and says whether it is a new file, with what the program knows beforehand of organizations and
// names. The caller closes it.
func (p *program) openGraph(ctx context.Context, readers int, options ...graph.Option) (g *graph.Graph, created bool, err error) {
	organizations, err := catalogue.Organizations()
	if err != nil {
		return nil, false, fmt.Errorf("catalogue: %w", err)
	}
	names, err := catalogue.Names()
	if err != nil {
		return nil, false, fmt.Errorf("names: %w", err)
	}
	store, created, err := p.store.open(ctx, readers)
	if err != nil {
		return nil, false, err
	}
	return graph.New(store, organizations, names, options...), created, nil
}
