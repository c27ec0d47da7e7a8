package graph

import (
	"context"
	"strconv"
	"time"
)

// Store keeps the record (articles, claims, judgements) and what was derived from it, every version of it. Stores hold
// no policy: names arrive folded, pages clamped, cursors decoded. All methods are safe for concurrent use; all return
// ErrUnavailable where the engine cannot be reached, ErrInvalid for a store that was closed, and the context's error
// where it ends. A method that reads at a time (at) takes the zero time for now, else answers as the same call would
// have answered at that time: it sees the versions with Since ≤ at and (Until > at or current); only the Until of a version tells
// what came later. Unknown ids are left out of a map, never an error. Returned slices and maps belong to the caller.
type Store interface {
	// Blocks returns the current content of the name blocks that q asks for, a block for each, with Version 0 and
	// nothing in it where nothing was ever recorded; and the judgements on organizations in force.
	Blocks(ctx context.Context, q BlockQuery) (Blocks, error)

	// Commit applies all of c or nothing, in one durable transaction, at one time: At of the returned Snapshot, the
	// later of c.Now and one microsecond after the commit before. It is ErrConflict, with nothing changed, where a
	// block in c.Expect has another version, where c.Rules is not the version of the organization judgements, where an article of
	// c.Articles is recorded and not retracted, or one of c.Retract is not. Each block in c.Expect goes up by one version;
	// every block that c changes is among them. Commits of different blocks do not conflict.
	Commit(ctx context.Context, c Commit) (Snapshot, error)

	// BlocksOf returns the ids of the blocks, sorted, that come after the given id (empty for the first), at most limit:
	// those with a current move that mentions (Move.Mentions) one of the organizations, or all blocks that have a version where organizations
	// is empty.
	BlocksOf(ctx context.Context, organizations []ID, after ID, limit int) ([]ID, error)

	// Articles with these ids; a retracted article is known only at times before its retraction.
	Articles(ctx context.Context, ids []ID, at time.Time) (map[ID]Article, error)

	// Claims returns, for each of q.Of, its claims in the order of Move.Claims. One without claims is left out.
	Claims(ctx context.Context, q ClaimQuery) (map[ID][]Claim, error)

	// People with these ids.
	People(ctx context.Context, ids []ID, at time.Time) (map[ID]Person, error)

	// Organizations with these ids that are defined and that at least one claim mentions at that time, with Observed
	// filled.
	Organizations(ctx context.Context, ids []ID, at time.Time) (map[ID]Organization, error)

	// MovesByID returns the moves with these ids.
	MovesByID(ctx context.Context, ids []ID, at time.Time) (map[ID]Move, error)

	// Moves returns a page for each of q.Of or of q.Each (or one under the empty ID where both are empty), each in
	// q.Order, at most q.Limit long. A page with no moves is left out.
	Moves(ctx context.Context, q MoveQuery) (map[ID][]Move, error)

	// CountMoves counts what Moves would return without Limit and After, under the same keys. Zeros are left out.
	CountMoves(ctx context.Context, q MoveQuery) (map[ID]int, error)

	// Flows counts the moves that pass q.Where by cell, in q.Order, at most q.Limit.
	Flows(ctx context.Context, q FlowQuery) ([]Flow, error)

	// Coverage sums up the moves that pass q.Where and one of q.Each, for each of these in their order; all that pass
	// q.Where, as the only element, where q.Each is empty.
	Coverage(ctx context.Context, q CoverageQuery) ([]Coverage, error)

	// ListPeople returns the people that pass q.Where in q.Order, at most q.Limit, and how many there are in all where
	// q.Total asks for it, else 0.
	ListPeople(ctx context.Context, q PeopleQuery) ([]Person, int, error)

	// ListOrganizations likewise returns organizations that at least one claim mentions, with Observed filled.
	ListOrganizations(ctx context.Context, q OrganizationQuery) ([]Organization, int, error)

	// ListArticles likewise returns articles that are not retracted.
	ListArticles(ctx context.Context, q ArticleQuery) ([]Article, int, error)

	// Search returns names whose key begins with one of q.Prefixes, by key, then ID, then name, each once, at most
	// q.Limit for each prefix: the first ones of it.
	Search(ctx context.Context, q SearchQuery) ([]Name, error)

	// Successors returns for each id that gave way to another the one that it gave way to last; that one may have a
	// successor in turn. An id that is current now has none, nor has one that went without a successor the last time.
	Successors(ctx context.Context, ids []ID) (map[ID]ID, error)

	// Judgements returns judgements by At, then ID, those undone as well, that come after the given one (empty for
	// the first; one that is unknown has none after it), at most limit.
	Judgements(ctx context.Context, after ID, limit int) ([]Judgement, error)

	// Snapshot is the state of the record at a time: the last commit at or before it, and how much was current then.
	Snapshot(ctx context.Context, at time.Time) (Snapshot, error)

	// Close frees what the store holds. Closing twice is fine.
	Close() error
}

// Snapshot is a point of the record.
type Snapshot struct {
	Commits int64     // how many commits so far: 0 for an empty store
	At      time.Time // of the last commit, UTC, microseconds; zero for an empty store
	// How many of each were current. Commit leaves them zero.
	Articles, Claims, People, Organizations, Moves int
}

// BlockQuery asks for name blocks.
type BlockQuery struct {
	IDs  []ID
	Near map[ID][]Reach // of a block with an entry that is split only the parts that one of these reaches; all of any other
}

// Reach finds the parts in which a current claim has a mark under Key, from From to To.
type Reach struct {
	Key      int64
	From, To int
}

// Mark is where a claim in a split block is found.
type Mark struct {
	Claim ID
	Key   int64
	At    int
}

// Part is claims, people and moves of a block that are read together, where the block is too large to be read whole for
// every claim that is new in it. What parts are for is for the writer to know.
type Part struct {
	Block   ID
	ID      int64 // unique within the block
	Members []ID
}

// Blocks is what fusing name blocks needs.
type Blocks struct {
	Blocks map[ID]Block
	Rules  int64       // version of the organization judgements: how many were recorded or undone so far
	Judged []Judgement // the organization judgements in force, by At, then ID
}

// Block is all that is recorded under one folded person name, and what was derived from it.
type Block struct {
	ID         ID
	Version    int64
	Claims     []Claim     // those not retracted, by ID, without Quote, Start and End
	Judgements []Judgement // those in force that name this block, by At, then ID
	People     []Person    // current versions, by ID
	Moves      []Move      // current versions, by ID

	Split bool         // a commit gave it parts and none has taken them away since
	Parts map[ID]int64 // of these claims, people and moves that are in a part, which; nil for none
}

// Commit is a change to the record together with all that follows from it.
type Commit struct {
	Now    time.Time    // of the writer's clock
	Expect map[ID]int64 // every block that was read for this commit, with the version read
	Rules  int64        // Blocks.Rules as read

	Articles   []Article   // to record; Recorded is set by the store
	Claims     []Claim     // of these articles
	Retract    []ID        // articles that stop counting, with their claims
	Judgements []Judgement // to record; At is set by the store. One with the ID of a judgement undone is recorded anew in its place, one in force stays as it is
	Undo       []ID        // judgements that stop being in force; those that are unknown or undone change nothing

	// The derived state after this commit, where it differs. A version that was current until now is closed.
	Organizations []Organization // definitions; one equal to the current definition changes nothing
	Mentions      []Mention      // differences, one an organization and name
	People        []Person
	Moves         []Move
	Gone          []Gone      // people, moves and organizations (their definitions) that are no more
	Flows         []FlowCount // differences, one a from, to, month and status

	// How blocks in Expect are split after this commit, with no history of its own: those in Whole no longer are, and their
	// parts and marks are gone; then Parts adds members to parts, which leave the part where they were, and Marks
	// adds marks. A member is current after this commit; when it no longer is, it leaves its part, with its marks.
	Whole []ID
	Parts []Part
	Marks []Mark

	// Erasure, for a person's right: every version of these claims, people and moves, and of the people and moves that
	// gave way to them, is deleted with all that hangs on them (search keys, successions to or from them, support), so
	// that no read at any time finds them; they may be in Gone as well or not.
	// An erased claim leaves Move.Claims with its source, and an erased person leaves Person.Candidates in every version that stays, and
	// Snapshot counts none of them at any time. What organizations were called is no person's and stays known.
	// Title and URL of the redacted articles become empty in every version, and so do quotes, Start and End of the claims of
	// Unquote, which name somebody erased.
	Erase   []ID
	Redact  []ID
	Unquote []ID
}

// Gone says that an id stopped existing and which one took its place (empty for none).
type Gone struct{ ID, Successor ID }

// ClaimQuery asks for the claims of moves (that support them), of articles (that state them), or for claims by their own IDs.
type ClaimQuery struct {
	Of    []ID      // moves, articles or claims, mixed as you like
	Limit int       // for each of Of; 0 for all
	At    time.Time // as in Store
}

// MoveQuery asks for moves in order.
type MoveQuery struct {
	Of    []ID         // people, organizations or articles: a page for each; empty for one page of all moves
	End   MoveEnd      // for organizations in Of: at which end they stand
	Each  []MoveFilter // instead of Of: a page for each of these, of what passes Where as well; keyed by PageKey of its index
	Where MoveFilter
	Order MoveOrder
	After *MovePosition // only what comes after it in Order
	Limit int           // at least 1
	At    time.Time     // as in Store
}

// PageKey is the key of the i-th page that MoveQuery.Each asks for: the decimal number.
func PageKey(i int) ID { return ID(strconv.Itoa(i)) }

// MoveEnd is an end of a move.
type MoveEnd string

// The ends of a move.
const (
	EitherEnd MoveEnd = ""
	FromEnd   MoveEnd = "FROM"
	ToEnd     MoveEnd = "TO"
)

// MoveOrder is an order of moves.
type MoveOrder string

// The orders: by Date as text (see Date.String), then by ID. OldestFirst is the exact reverse of NewestFirst.
const (
	NewestFirst MoveOrder = "NEWEST_FIRST" // latest date first, undated last; IDs ascending
	OldestFirst MoveOrder = "OLDEST_FIRST" // undated first, earliest date next; IDs descending
)

// MovePosition is a place in the order of moves.
type MovePosition struct {
	Date Date
	ID   ID
}

// SearchQuery asks for names by the beginning of a key.
type SearchQuery struct {
	Prefixes []string // of a key as SearchKeys makes them; an empty one is of all
	Kind     string   // "Person", "Organization" or empty for both
	Limit    int      // at least 1, for each of Prefixes
	At       time.Time
}

// Name is one key under which an entity is found. An organization is found by the names of its definition and by its
// observed ones; a person by name and aliases.
type Name struct {
	Key  string
	ID   ID
	Name string // the name that the key was made from; the first by bytes where several names of the entity make the key
}
