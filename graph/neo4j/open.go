package neo4j

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"talentgraph/graph"
)

// Config says where the database is and how to get in.
type Config struct {
	// URI is bolt://HOST[:PORT] for one server or neo4j://HOST[:PORT] for a cluster, without encryption; bolt+s and
	// neo4j+s encrypt and check the server's certificate, bolt+ssc and neo4j+ssc accept any certificate.
	URI            string
	User, Password string // no user: no authentication
	Database       string // empty: "neo4j"
	CAFile         string // PEM certificates to trust in place of the system's, with +s
}

// oldest is the first version that has uniqueness constraints on relationships.
const oldestMajor, oldestMinor = 5, 7

// dialTimeout is how long a server may take to say who it is.
const dialTimeout = 20 * time.Second

// Store is a graph.Store in a Neo4j database. Any number of them, in any number of processes, may use one database.
type Store struct {
	driver    neo4j.DriverWithContext
	database  string
	bookmarks neo4j.BookmarkManager // so that a read in a cluster sees what this Store wrote before
	closed    atomic.Bool
	settledAt atomic.Int64                         // where begin and end of the Gate were when they were last found equal; see gate.go
	observe   func(statement string, p parameters) // for tests: hears of each statement before it runs; may be nil
}

var _ graph.Store = (*Store)(nil)

// Open connects to a database and makes constraints and indexes where they lack. It is ErrInvalid where the address,
// user, password or database is wrong, what answers is no Neo4j or too old a one, or the database holds other data or
// a graph of a newer program; ErrUnavailable where nothing answers. The caller closes the Store.
func Open(ctx context.Context, c Config) (*Store, error) {
	s, err := connect(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", address(c.URI), err)
	}
	if err = s.prepare(ctx); err != nil {
		_ = s.driver.Close(context.WithoutCancel(ctx))
		return nil, fmt.Errorf("open %s: %w", address(c.URI), explain(ctx, err))
	}
	return s, nil
}

// connect makes a Store whose server was reached and is of a version that will do.
func connect(ctx context.Context, c Config) (*Store, error) {
	settings, err := c.settings()
	if err != nil {
		return nil, err
	}
	token := neo4j.NoAuth()
	if c.User != "" {
		token = neo4j.BasicAuth(c.User, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, token, settings)
	if err != nil {
		return nil, fmt.Errorf("%w address: %v", graph.ErrInvalid, err)
	}
	err = ask(ctx, driver)
	if neo4j.IsUsageError(err) { // an old server does not know all settings: ask it again without them
		if plain, failed := neo4j.NewDriverWithContext(c.URI, token, settings, func(d *config.Config) {
			d.NotificationsMinSeverity = notifications.DefaultLevel
		}); failed == nil {
			if older := ask(ctx, plain); older != nil {
				err = older
			}
			_ = plain.Close(context.WithoutCancel(ctx))
		}
	}
	if server := new(neo4j.Neo4jError); c.User == "" && errors.As(err, &server) && strings.HasSuffix(server.Code, ".Unauthorized") {
		err = fmt.Errorf("%w user: there is none, and the server wants one with a password", graph.ErrInvalid)
	}
	if err = explain(ctx, err); err != nil {
		_ = driver.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	s := &Store{driver: driver, database: c.Database, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	if s.database == "" {
		s.database = "neo4j"
	}
	return s, nil
}

// ask asks a server who it is.
func ask(ctx context.Context, driver neo4j.DriverWithContext) error {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	info, err := driver.GetServerInfo(ctx)
	if err != nil {
		return err
	}
	return checkVersion(info.Agent())
}

// settings checks the configuration and turns it into the driver's.
func (c Config) settings() (func(*config.Config), error) {
	u, err := url.Parse(c.URI)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("%w address: want bolt://HOST:PORT or neo4j://HOST:PORT", graph.ErrInvalid)
	}
	switch u.Scheme {
	case "bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc":
	default:
		return nil, fmt.Errorf("%w address: scheme %q: want bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc",
			graph.ErrInvalid, u.Scheme)
	}
	if u.User != nil {
		return nil, fmt.Errorf("%w address: it holds a user or password, which belong in their own settings", graph.ErrInvalid)
	}
	if c.User == "" && c.Password != "" {
		return nil, fmt.Errorf("%w user: there is a password and no user", graph.ErrInvalid)
	}
	var trust *tls.Config
	if c.CAFile != "" {
		if !strings.HasSuffix(u.Scheme, "+s") {
			return nil, fmt.Errorf("%w certificates: only bolt+s and neo4j+s check any, and the scheme is %s", graph.ErrInvalid, u.Scheme)
		}
		pem, err := os.ReadFile(c.CAFile)
		if err != nil {
			return nil, fmt.Errorf("%w certificates: %v", graph.ErrInvalid, err)
		}
		pool := x509.NewCertPool()
		if !pool.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("%w certificates: %s holds none in PEM form", graph.ErrInvalid, c.CAFile)
		}
		trust = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
	}
	return func(d *config.Config) {
		d.TlsConfig = trust
		d.UserAgent = "talentgraph"
		d.TelemetryDisabled = true
		d.NotificationsMinSeverity = notifications.DisabledLevel // nobody reads them, and the server saves their making
		d.ConnectionLivenessCheckTimeout = 30 * time.Second      // a firewall may have dropped an idle connection
		d.MaxTransactionRetryTime = 15 * time.Second
		d.FetchSize = neo4j.FetchAll // every call asks for a bounded answer and returns it whole
		d.ReadBufferSize = 64 << 10
	}, nil
}

// address is the URI without what may be secret.
func address(uri string) string {
	u, err := url.Parse(uri)
	if err != nil {
		return "the database"
	}
	u.User = nil
	return u.String()
}

// checkVersion reads what a server says of itself: "Neo4j/5.26.0".
func checkVersion(agent string) error {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	if !ok {
		return fmt.Errorf("%w server: it is %.60q and no Neo4j", graph.ErrInvalid, agent)
	}
	part := strings.SplitN(version, ".", 3)
	major, err := strconv.Atoi(part[0])
	minor := 0
	if err == nil && len(part) > 1 {
		minor, _ = strconv.Atoi(strings.SplitN(part[1], "-", 2)[0])
	}
	if err != nil {
		return fmt.Errorf("%w server: %.60q names no version", graph.ErrInvalid, agent)
	}
	if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return fmt.Errorf("%w server: Neo4j %.20s is too old: want %d.%d or later", graph.ErrInvalid, version, oldestMajor, oldestMinor)
	}
	return nil
}

// Close frees the connections. Closing twice is fine.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.driver.Close(ctx)
}
