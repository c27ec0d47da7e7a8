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

// application marks a file as a talentgraph database ("tlgr"), see PRAGMA application_id.
const application = 0x746c6772

// migrations take a database from the version that is their index to the next. They are only ever added to.
//
// Times are microseconds since 1970, UTC; until is NULL while something is current. Dates are numbers yyyymmdd, with 00
// for what is not known. Bodies are described in encode.go.
var migrations = []string{`
-- The record by name block. A block has a number b; everything of it stands together, in the order of r, from b<<24 on:
-- claims (kind 1) as they came, the block's head (0) in the middle, then people (2) and moves (3) as they came. Of a
-- person or move this is the latest version; prev leads to those before it.
CREATE TABLE item (
	r     INTEGER PRIMARY KEY,
	kind  INTEGER NOT NULL,
	since INTEGER,
	until INTEGER,
	prev  INTEGER,
	body  BLOB NOT NULL
);

CREATE TABLE block (id TEXT PRIMARY KEY, b INTEGER NOT NULL) WITHOUT ROWID;

-- Where to find what has an ID: by the key of the ID item.r, or article.n as a negative number; by another key of a
-- person's ID the moves that are or once were the person's. Keys are hashes, so what is found has to be compared. New
-- ones are collected in recent and moved to lookup many at a time, because every one of them would touch another page.
CREATE TABLE lookup (key INTEGER NOT NULL, r INTEGER NOT NULL, PRIMARY KEY (key, r)) WITHOUT ROWID;
CREATE TABLE recent (key INTEGER NOT NULL, r INTEGER NOT NULL, PRIMARY KEY (key, r)) WITHOUT ROWID;

-- Versions of people and moves that are no longer current, the one before by prev.
CREATE TABLE past (
	v     INTEGER PRIMARY KEY,
	prev  INTEGER,
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	body  BLOB NOT NULL
);

-- The moves of organizations and articles, and all of them, newest first: day is the date's number, negative.
-- id is the move's ID in bytes that sort as the ID, r its item. flags: see twinFlag.
CREATE TABLE listing (
	side  INTEGER NOT NULL, -- 0 from, 1 to, 2 all, 3 article, 4 mentioned but at no end
	list  INTEGER NOT NULL, -- organization.n (0 for an unknown end), 0, or article.n
	day   INTEGER NOT NULL,
	id    BLOB NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	r     INTEGER NOT NULL,
	flags INTEGER NOT NULL,
	PRIMARY KEY (side, list, day, id, since)
) WITHOUT ROWID;

CREATE TABLE article (
	n     INTEGER PRIMARY KEY,
	since INTEGER NOT NULL,
	until INTEGER,
	body  BLOB NOT NULL
);

CREATE TABLE organization (n INTEGER PRIMARY KEY, key INTEGER NOT NULL, id TEXT NOT NULL);
CREATE INDEX organization_key ON organization (key);
CREATE TABLE definition (
	n     INTEGER NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	body  BLOB NOT NULL,
	PRIMARY KEY (n, since)
) WITHOUT ROWID;
CREATE TABLE mention (
	n      INTEGER NOT NULL,
	name   TEXT NOT NULL,
	since  INTEGER NOT NULL,
	until  INTEGER,
	claims INTEGER NOT NULL,
	PRIMARY KEY (n, name, since)
) WITHOUT ROWID;

-- The keys that search finds names by.
CREATE TABLE name (
	kind  INTEGER NOT NULL, -- 0 person, 1 organization
	key   TEXT NOT NULL,
	id    TEXT NOT NULL,
	name  TEXT NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	PRIMARY KEY (kind, key, id, name, since)
) WITHOUT ROWID;

-- Current moves counted by ends (organization.n, 0 where unknown), month (yyyymm, 00 or 0 where unknown) and status.
CREATE TABLE flow (
	source INTEGER NOT NULL,
	target INTEGER NOT NULL,
	month  INTEGER NOT NULL,
	status INTEGER NOT NULL, -- by statusWords
	moves  INTEGER NOT NULL,
	PRIMARY KEY (source, target, month, status)
) WITHOUT ROWID;
CREATE INDEX flow_target ON flow (target, moves);
-- What to add to flow: as recent is to lookup.
CREATE TABLE recent_flow (
	source INTEGER NOT NULL,
	target INTEGER NOT NULL,
	month  INTEGER NOT NULL,
	status INTEGER NOT NULL,
	moves  INTEGER NOT NULL,
	PRIMARY KEY (source, target, month, status)
) WITHOUT ROWID;
CREATE INDEX recent_flow_target ON recent_flow (target);
-- The same by ends alone, whatever the month and status, for the pairs of ends with many moves (see heavy).
CREATE TABLE pair (
	source INTEGER NOT NULL,
	target INTEGER NOT NULL,
	moves  INTEGER NOT NULL,
	PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX pair_from ON pair (source, moves);
CREATE INDEX pair_to ON pair (target, moves);
CREATE INDEX pair_top ON pair (moves);

CREATE TABLE successor (id TEXT PRIMARY KEY, successor TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE judgement (id TEXT PRIMARY KEY, at INTEGER NOT NULL, undone INTEGER, organizations INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX judgement_at ON judgement (at, id);
CREATE INDEX judgement_organizations ON judgement (at, id) WHERE organizations AND undone IS NULL;
CREATE TABLE judged (block TEXT NOT NULL, judgement TEXT NOT NULL, PRIMARY KEY (block, judgement)) WITHOUT ROWID;

-- Each commit: how many before and with it, the version of the organization judgements, how much was current.
CREATE TABLE commits (
	at            INTEGER PRIMARY KEY,
	n             INTEGER NOT NULL,
	rules         INTEGER NOT NULL,
	articles      INTEGER NOT NULL,
	claims        INTEGER NOT NULL,
	people        INTEGER NOT NULL,
	organizations INTEGER NOT NULL,
	moves         INTEGER NOT NULL,
	recent        INTEGER NOT NULL, -- rows of recent
	settled       INTEGER NOT NULL  -- how many of its parts have been moved to lookup
);
`, `
-- Blocks that are split: the part of a current item, and where parts are found: claims (item.r) by their marks.
ALTER TABLE block ADD COLUMN split INTEGER; -- 1 where it is
ALTER TABLE item ADD COLUMN part INTEGER;
CREATE INDEX item_part ON item (r >> 24, part) WHERE part IS NOT NULL AND until IS NULL;
CREATE TABLE mark (
	b   INTEGER NOT NULL,
	key INTEGER NOT NULL,
	at  INTEGER NOT NULL,
	r   INTEGER NOT NULL,
	PRIMARY KEY (b, key, at, r)
) WITHOUT ROWID;
`}

// The kinds of an item.
const (
	headKind = iota
	claimKind
	personKind
	moveKind
)

// The sides of a listing.
const (
	fromSide = iota
	toSide
	allSide
	articleSide
	mentionSide
)

// The kinds of a name.
const (
	personName = iota
	organizationName
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
	for ; version < len(migrations); version++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.exec(migrations[version]); err != nil {
			return fmt.Errorf("to version %d: %w", version+1, err)
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
