package sqlite

// application marks a file as a talentgraph database ("tlgr"), see PRAGMA application_id.
const application = 0x746c6772

// migrations take a database from the version that is their index to the next: by statements, then by what follows from the
// data. They are only ever added to.
//
// Times are microseconds since 1970, UTC; until is NULL while something is current. Dates are numbers yyyymmdd, with 00
// for what is not known. Bodies are described in encode.go.
var migrations = []migration{{tables: `
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
	side  INTEGER NOT NULL, -- 0 from, 1 to, 2 all, 3 article, 4 mentioned but at no end, 5 all articles
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
	kind  INTEGER NOT NULL, -- 0 person, 1 organization; 2 and 3 their places in lists
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
`},
	// Version 2 splits blocks.
	{tables: `
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
`},
	// Version 3 lists all articles by their dates, people and organizations by their names, and the bodies of moves tell their places, sources and when stays ended.
	{fill: (session).toVersionThree},
	// Version 4 has facts.
	{tables: `
-- What is known of every version of every move, in the order in which they came to be, by columns (see fact.go): at is the
-- column, shifted, and the place of the first fact of some that are together. The last column is of what ends facts, again in order.
CREATE TABLE fact (at INTEGER PRIMARY KEY, body BLOB NOT NULL);
-- The last ones of both, one by one.
CREATE TABLE recent_fact (at INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE recent_end (at INTEGER PRIMARY KEY, fact INTEGER NOT NULL);
-- Facts that no longer are any, at no time.
CREATE TABLE void (fact INTEGER PRIMARY KEY);
-- Texts that facts have a number for.
CREATE TABLE term (kind INTEGER NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (kind, text)) WITHOUT ROWID;

ALTER TABLE item ADD COLUMN fact INTEGER; -- of a move's version, its place in the log
ALTER TABLE past ADD COLUMN fact INTEGER;
-- How many of both there were after a commit.
ALTER TABLE commits ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE commits ADD COLUMN ends INTEGER NOT NULL DEFAULT 0;
`, fill: (session).toVersionFour},
}

type migration struct {
	tables string
	fill   func(session) error // may be nil
}

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
	publishedSide // all articles by their dates; r is article.n
)

// The kinds of a name.
const (
	personName = iota
	organizationName
	personPlace // one of each person, with the key by which lists have it, empty where it is in none, and no name
	organizationPlace
)
