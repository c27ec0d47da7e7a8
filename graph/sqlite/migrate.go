package sqlite

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"talentgraph/graph"
)

// checkFile refuses a file that is not ours before the engine opens it, so that nothing is written next to it. A file
// that does not exist or is empty is fine.
func checkFile(file string) error {
	f, err := os.Open(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	} else if st.IsDir() {
		return fmt.Errorf("%w store %s: it is a folder", graph.ErrInvalid, file)
	}
	if _, err := os.Stat(file + "-journal"); err == nil {
		return nil // its making was cut short; the engine mends that, and migrate looks at what is there then
	}
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return nil
	}
	if n < len(head) || string(head[:16]) != "SQLite format 3\x00" {
		return fmt.Errorf("%w store %s: it is no SQLite database", graph.ErrInvalid, file)
	}
	if id := binary.BigEndian.Uint32(head[68:]); id != application {
		return fmt.Errorf("%w store %s: it is a database of another program (application id %#x)", graph.ErrInvalid, file, id)
	}
	return checkVersion(file, int(binary.BigEndian.Uint32(head[60:])))
}

func checkVersion(file string, version int) error {
	if version > len(migrations) {
		return fmt.Errorf("%w store %s: its version is %d, and this program knows versions up to %d: a newer talentgraph has written it",
			graph.ErrInvalid, file, version, len(migrations))
	}
	return nil
}

// migrate brings the database to this program's version, in one transaction.
func migrate(ctx context.Context, c *conn, file string) (err error) {
	version, err := pragma(c, "user_version")
	if err != nil {
		return err
	}
	if err := checkVersion(file, version); err != nil || version == len(migrations) {
		return err
	}
	if tables, err := pragma(c, "schema_version"); err != nil {
		return err
	} else if version == 0 && tables > 0 {
		return fmt.Errorf("%w store %s: it is a database of another program", graph.ErrInvalid, file)
	}
	if err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.exec("ROLLBACK"))
		}
	}()
	if version, err = pragma(c, "user_version"); err != nil { // another process may have been faster
		return err
	}
	s := session{conn: c, ctx: ctx, store: new(Store)}
	for k, m := range migrations[version:] { // the tables of all first, because what fills them knows only those of now
		if m.tables != "" {
			if err := s.exec(m.tables); err != nil {
				return fmt.Errorf("to version %d: %w", version+k+1, err)
			}
		}
	}
	for ; version < len(migrations); version++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if fill := migrations[version].fill; fill != nil {
			if err := fill(s); err != nil {
				return fmt.Errorf("to version %d: %w", version+1, err)
			}
		}
	}
	if err := c.exec(fmt.Sprintf("PRAGMA application_id = %d", application)); err != nil {
		return err
	}
	if err := c.exec(fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
		return err
	}
	return c.exec("COMMIT")
}

func pragma(c *conn, name string) (int, error) {
	r := c.short("PRAGMA " + name)
	defer r.close()
	n := 0
	if r.next() {
		n = int(r.int(0))
	}
	return n, r.close()
}
