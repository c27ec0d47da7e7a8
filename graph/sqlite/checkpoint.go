package sqlite

import (
	"log/slog"
	"sync"
	"sync/atomic"
)

// The sizes of the write-ahead log, in pages of 4 KiB, from which it is copied into the database: next to running commits, and
// with the writers waiting where it has grown so long that it can never be copied completely next to them.
const (
	sweepPages = 8 << 10
	blockPages = 64 << 10
)

// sweeper copies the write-ahead log into the database in the background.
type sweeper struct {
	wake chan struct{}
	done sync.WaitGroup
	err  error

	erased atomic.Bool // the log holds what has been erased from the database
}

func (s *sweeper) start(file string) {
	s.wake = make(chan struct{}, 1)
	s.done.Add(1)
	go func() {
		defer s.done.Done()
		var c *conn
		for range s.wake {
			if c == nil {
				fresh, err := openConn(file, "synchronous = FULL", "wal_autocheckpoint = 0",
					"cache_size = -512")
				if err != nil {
					slog.Warn("sqlite: checkpoint", "file", file, "error", err)
					continue
				}
				c = fresh
			}
			if err := s.copy(c); err != nil {
				slog.Warn("sqlite: checkpoint", "file", file, "error", err)
			}
		}
		if c != nil {
			s.err = c.close()
		}
	}()
}

// copy copies the log if it is long enough, and empties it where it has to be.
func (s *sweeper) copy(c *conn) error {
	if s.erased.Swap(false) {
		_, _, err := checkpoint(c, "TRUNCATE")
		return err
	}
	logged, copied, err := checkpoint(c, "NOOP")
	switch {
	case err != nil || logged-copied < sweepPages && logged < blockPages:
		return err
	case logged < blockPages:
		_, _, err = checkpoint(c, "PASSIVE")
	default:
		_, _, err = checkpoint(c, "RESTART")
	}
	return err
}

// checkpoint returns how many pages are in the log and how many of them have been copied.
func checkpoint(c *conn, how string) (logged, copied int64, err error) {
	r := c.short("PRAGMA wal_checkpoint(" + how + ")")
	defer r.close()
	if r.next() {
		logged, copied = r.int(1), r.int(2)
	}
	return logged, copied, r.close()
}

// written says that a commit has grown the log.
func (s *sweeper) written() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *sweeper) stop() error {
	close(s.wake)
	s.done.Wait()
	return s.err
}
