package gql

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/gql/internal/exec"
)

// Config says how the handler works. The zero Config is a safe default.
type Config struct {
	Logger     *slog.Logger  // faults that clients are not told about go here; nil: slog.Default()
	Timeout    time.Duration // how long one request may take; 0: 10 seconds
	HideSchema bool          // no introspection and no "did you mean" in errors
	Limits     Limits        // zero fields: those of DefaultLimits

	// AnswerCache bounds, in bytes, how much of answers without errors is kept to serve the same request again until the next commit; 0: 4 MiB,
	// less: none.
	AnswerCache int64

	plainExecution bool   // for tests: without the writer
	executionBegan func() // for tests
}

// NewHandler answers GraphQL over HTTP: POST with a JSON body, GET with a query string. It speaks
// application/graphql-response+json to those who accept it, else application/json.
func NewHandler(g *graph.Graph, c Config) http.Handler {
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Timeout <= 0 {
		c.Timeout = 10 * time.Second
	}
	c.Limits = c.Limits.orDefault()

	schema := exec.NewExecutableSchema(exec.Config{Resolvers: root{g}, Complexity: complexity()})
	server := handler.New(execution{schema, c.Limits, c.plainExecution, c.executionBegan})
	snapshot := snapshotExtension{g, c.Logger}
	transport := overHTTP{limits: c.Limits, snapshot: snapshot}
	if c.AnswerCache == 0 {
		c.AnswerCache = 4 << 20
	}
	if c.AnswerCache > 0 {
		transport.kept = newKeptAnswers(c.AnswerCache)
	}
	server.AddTransport(transport)
	server.SetQueryCache(smallQueries{lru.New[*ast.QueryDocument](500)})
	server.SetParserTokenLimit(c.Limits.Tokens)
	server.SetDisableSuggestion(c.HideSchema)
	if !c.HideSchema {
		server.Use(extension.Introspection{})
	}
	server.Use(&exactEnums{})
	server.Use(shapeLimit{c.Limits}) // before the complexity, which walks every fragment again where it is spread
	server.Use(extension.FixedComplexityLimit(c.Limits.Complexity))
	server.AroundResponses(snapshot.around)
	p := presenter{c.Logger, c.Timeout, c.HideSchema}
	server.SetErrorPresenter(p.present)
	server.SetRecoverFunc(p.recovered)

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), c.Timeout)
		defer cancel()
		server.ServeHTTP(w, r.WithContext(ctx))
	})
}

// smallQueries caches parsed queries but for very long ones, so that the cache stays within a few megabytes.
type smallQueries struct {
	graphql.Cache[*ast.QueryDocument]
}

const maxCachedQuery = 8 << 10

func (c smallQueries) Add(ctx context.Context, query string, doc *ast.QueryDocument) {
	if len(query) <= maxCachedQuery {
		c.Cache.Add(ctx, query, doc)
	}
}
