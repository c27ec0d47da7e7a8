package sqlite

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	engine "zombiezen.com/go/sqlite"

	"talentgraph/graph"
)

// Options change how a store works. The zero value is right for most.
type Options struct {
	// Readers bounds how many reads run at once; 0 for twice the processors, at least 4.
	Readers int

	// PageMemory is how many MiB of pages all connections of the process keep together. It is taken at once and for good, by the
	// first store that is opened; 0 for what each connection allows itself.
	PageMemory int
}

// Store is a graph.Store in one SQLite file.
type Store struct {
	file string

	open    sync.RWMutex // held for reading by every operation
	closed  bool
	writer  chan *conn // the one write connection, when nobody uses it
	readers pool
	sweep   sweeper

	numbers       numbers
	terms         terms
	shelves       shelves
	organizations kept[graph.ID, graph.Organization]
	articles      kept[graph.ID, graph.Article] // those that claims were read of
	blocks        kept[int64, graph.ID]         // by number, those that moves were read of
	written       atomic.Bool                   // at least once
	settleAt      int64                         // how many rows of recent are too many
	packAt        int64                         // and how many facts that are kept one by one
	broad         int                           // how many moves that may pass a filter are so many that facts are looked at first; 0 for what is fast
	patience      int                           // how many moves are looked at in the order of a long list before facts are asked where those that pass are
	mostTold      int                           // how many people and articles are told apart at once
	walks         walks
	surveys       chan struct{} // holds one for each of those that count in large tables
}

var _ graph.Store = (*Store)(nil)

// Open opens the database in a file, or makes it where the file does not exist. It is ErrInvalid, with nothing
// touched, where the file is no database of this program or was written by a newer version of it.
func Open(ctx context.Context, file string, options Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := checkFile(file); err != nil {
		return nil, fmt.Errorf("sqlite: open: %w", err)
	}
	sharePages(options.PageMemory)
	w, err := openConn(file)
	if err != nil {
		return nil, failed("open "+file, err)
	}
	if err := prepareWriter(ctx, w, file); err != nil {
		return nil, failed("open "+file, errors.Join(err, w.close()))
	}
	n := options.Readers
	if n <= 0 {
		n = max(4, 2*runtime.GOMAXPROCS(0))
	}
	s := &Store{organizations: kept[graph.ID, graph.Organization]{most: keptOrganizations}, articles: kept[graph.ID, graph.Article]{most: keptArticles},
		blocks: kept[int64, graph.ID]{most: keptBlocks}, file: file, writer: make(chan *conn, 1), readers: pool{room: make(chan struct{}, n)},
		surveys: make(chan struct{}, maxSurveys), settleAt: recentRows, packAt: packAt, patience: patience, mostTold: mostTold, walks: walks{walkFrom, walkLooks}}
	s.writer <- w
	s.sweep.start(file)
	return s, nil
}

// How much is kept decoded, to some megabytes: of organizations what many moves have, else what some pages of moves are about.
const (
	keptOrganizations = 8 << 10
	keptArticles      = 1 << 10
	keptBlocks        = 4 << 10
)

// maxSurveys bounds how many count in large tables at once, some tens of megabytes each.
const maxSurveys = 2

// enter waits for room to count in large tables; leave gives it back.
func (s *Store) enter(ctx context.Context) (leave func(), err error) {
	select {
	case s.surveys <- struct{}{}:
		return func() { <-s.surveys }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Page caches of the write connection until the first commit and from then on. All connections of a process share the room of their
// caches, so a server that only reads would fill what a writer needs.
const (
	writerCache        = "cache_size = -2048"
	writingWriterCache = "cache_size = -32768"
)

// prepareWriter brings a connection and the database to where commits can be written. The schema is written before the
// journal becomes a write-ahead log, so that the file itself says whose it is from the first moment.
func prepareWriter(ctx context.Context, w *conn, file string) error {
	if err := migrate(ctx, w, file); err != nil {
		return err
	}
	for _, p := range []string{"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON",
		"wal_autocheckpoint = 0", writerCache, "temp_store = MEMORY", "journal_size_limit = 67108864"} {
		if err := w.exec("PRAGMA " + p); err != nil {
			return fmt.Errorf("pragma %s: %w", p, err)
		}
	}
	return nil
}

var errClosed = fmt.Errorf("%w: the store is closed", graph.ErrInvalid)

// Close waits for what is running, then closes the connections. The last process to close the file leaves it alone,
// without a log next to it.
func (s *Store) Close() error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	return failed("close", errors.Join(s.readers.close(), s.sweep.stop(), (<-s.writer).close()))
}

// session is what one operation reads or writes through: a connection in a transaction.
type session struct {
	*conn
	ctx    context.Context
	store  *Store
	blocks map[int64]graph.ID // takes the IDs of blocks, by number, that moves are read of; nil where nobody asks
}

// long starts a query that may take long: it is interrupted when the operation's context ends.
func (s session) long(sql string, args ...any) *rows { return s.query(s.ctx, sql, args...) }

// read runs an operation in one read transaction, so that all it sees is of one moment.
func (s *Store) read(ctx context.Context, operation string, do func(session) error) error {
	return s.reading(ctx, operation, false, do)
}

// readAhead is read for what a commit mostly follows. It takes the write connection where nobody uses it: that one still has
// in its page cache what was written, and keeps for the commit what is read now.
func (s *Store) readAhead(ctx context.Context, operation string, do func(session) error) error {
	return s.reading(ctx, operation, true, do)
}

func (s *Store) reading(ctx context.Context, operation string, ahead bool, do func(session) error) error {
	s.open.RLock()
	defer s.open.RUnlock()
	if s.closed {
		return failed(operation, errClosed)
	}
	if err := ctx.Err(); err != nil {
		return failed(operation, err)
	}
	if ahead {
		select {
		case c := <-s.writer:
			defer func() { s.writer <- c }()
			return failed(operation, s.within(ctx, c, do))
		default:
		}
	}
	c, err := s.readers.take(ctx, s.file)
	if err != nil {
		return failed(operation, err)
	}
	defer func() { s.readers.put(c) }()
	if err = s.within(ctx, c, do); errors.Is(err, errStuck) {
		err = errors.Join(err, c.close())
		c = nil
	}
	return failed(operation, err)
}

// errStuck is a read transaction that does not end, so that nobody knows what state the connection is in.
var errStuck = errors.New("a read does not end")

// within runs an operation in a read transaction.
func (s *Store) within(ctx context.Context, c *conn, do func(session) error) error {
	if err := c.exec("BEGIN"); err != nil {
		return err
	}
	c.SetInterrupt(ctx.Done())
	err := do(session{conn: c, ctx: ctx, store: s})
	c.SetInterrupt(nil)
	if e := ctx.Err(); err != nil && e != nil {
		err = e
	}
	if e := c.exec("COMMIT"); e != nil {
		if again := c.exec("ROLLBACK"); again != nil {
			return errors.Join(err, e, fmt.Errorf("%w: %w", errStuck, again))
		}
		err = errors.Join(err, e)
	}
	return err
}

// write runs an operation in one write transaction.
func (s *Store) write(ctx context.Context, operation string, do func(session) error) error {
	s.open.RLock()
	defer s.open.RUnlock()
	if s.closed {
		return failed(operation, errClosed)
	}
	if err := ctx.Err(); err != nil {
		return failed(operation, err)
	}
	var c *conn
	select {
	case c = <-s.writer:
	case <-ctx.Done():
		return failed(operation, ctx.Err())
	}
	defer func() { s.writer <- c }()
	if !s.written.Swap(true) {
		if err := c.exec("PRAGMA " + writingWriterCache); err != nil {
			return failed(operation, err)
		}
	}
	if err := begin(ctx, c); err != nil {
		return failed(operation, err)
	}
	c.SetInterrupt(ctx.Done())
	err := do(session{conn: c, ctx: ctx, store: s})
	c.SetInterrupt(nil)
	if e := ctx.Err(); e != nil {
		err = e
	}
	if err == nil {
		err = c.exec("COMMIT")
	}
	if err != nil {
		if e := c.exec("ROLLBACK"); e != nil {
			err = errors.Join(err, e)
		}
		return failed(operation, err)
	}
	s.sweep.written()
	return nil
}

// lockWait is how long a statement waits for a lock that a connection of this or another process holds.
const lockWait = 10 * time.Second

// begin waits for the lock that keeps writers of other processes apart, as long as the context allows.
func begin(ctx context.Context, c *conn) error {
	const some = 20 * time.Millisecond
	c.SetBusyTimeout(some) // the engine does not look at the context while it waits
	defer c.SetBusyTimeout(lockWait)
	for since := time.Now(); ; {
		err := c.exec("BEGIN IMMEDIATE")
		if e := ctx.Err(); e != nil {
			if err == nil {
				e = errors.Join(e, c.exec("ROLLBACK"))
			}
			return e
		}
		if busy := engine.ErrCode(err).ToPrimary() == engine.ResultBusy; !busy || time.Since(since) > lockWait {
			return err
		}
	}
}
