package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// explain turns an error of the driver or the server into one that callers of a graph.Store can tell apart.
func explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, known := range []error{graph.ErrConflict, graph.ErrInvalid, graph.ErrNotFound, graph.ErrUnavailable} {
		if errors.Is(err, known) {
			return err
		}
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return explainServer(server)
	}
	if neo4j.IsUsageError(err) { // what answers speaks another protocol, or the driver was closed meanwhile
		return fmt.Errorf("%w server: %s", graph.ErrInvalid, oneLine(err.Error()))
	}
	if strings.Contains(err.Error(), "did not accept any of the requested Bolt versions") {
		return fmt.Errorf("%w server: it speaks no version of the protocol that this program knows: it is too old or too new", graph.ErrInvalid)
	}
	return fmt.Errorf("%w: %s", graph.ErrUnavailable, oneLine(strings.TrimPrefix(err.Error(), "ConnectivityError: ")))
}

func explainServer(e *neo4j.Neo4jError) error {
	switch {
	case strings.HasPrefix(e.Code, "Neo.ClientError.Security.Unauthorized"):
		return fmt.Errorf("%w user or password: the server refuses them", graph.ErrInvalid)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Security.AuthenticationRateLimit"):
		return fmt.Errorf("%w: too many wrong passwords; the server lets nobody in for some seconds", graph.ErrUnavailable)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w user: %s", graph.ErrInvalid, oneLine(e.Msg))
	case e.Code == "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Errorf("%w database: %s", graph.ErrInvalid, oneLine(e.Msg))
	case strings.HasPrefix(e.Code, "Neo.TransientError."), strings.HasPrefix(e.Code, "Neo.ClientError.Cluster."),
		strings.HasPrefix(e.Code, "Neo.DatabaseError.General."):
		return fmt.Errorf("%w: %s: %s", graph.ErrUnavailable, e.Code, oneLine(e.Msg))
	}
	return fmt.Errorf("%s: %s", e.Code, oneLine(e.Msg))
}

func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "") + "…"
	}
	return s
}
