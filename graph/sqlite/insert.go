package sqlite

import "strings"

// insertion is an INSERT of some rows at once, which costs far less than one at a time.
type insertion struct {
	width int
	sql   [insertionSizes]string // for 1, 2, 4, … rows
}

const (
	insertionSizes = 5
	insertionRows  = 1 << (insertionSizes - 1)
)

// newInsertion is "INSERT INTO into (columns) VALUES … then".
func newInsertion(into, columns, then string) *insertion {
	width := strings.Count(columns, ",") + 1
	x := &insertion{width: width}
	row := "(" + strings.Repeat("?, ", width-1) + "?)"
	for i := range x.sql {
		x.sql[i] = "INSERT INTO " + into + " (" + columns + ") VALUES " + strings.Repeat(row+", ", 1<<i-1) + row + " " + then
	}
	return x
}

var (
	insertBlock   = newInsertion("block", "id, b", "")
	insertItem    = newInsertion("item", "r, kind, since, part, body", "")
	insertMove    = newInsertion("item", "r, kind, since, part, body, fact", "")
	insertMark    = newInsertion("mark", "b, key, at, r", "ON CONFLICT DO NOTHING")
	insertPast    = newInsertion("past", "v, prev, since, until, body, fact", "")
	insertArticle = newInsertion("article", "n, since, body", "")
	insertRecent  = newInsertion("recent", "key, r", "ON CONFLICT DO NOTHING")
	insertName    = newInsertion("name", "kind, key, id, name, since", "ON CONFLICT DO UPDATE SET until = NULL")
	insertFlow    = newInsertion("recent_flow", "source, target, month, status, moves", "ON CONFLICT DO UPDATE SET moves = moves + excluded.moves")
	insertListing = newInsertion("listing", "side, list, day, id, since, r, flags",
		"ON CONFLICT DO UPDATE SET until = NULL, r = excluded.r, flags = excluded.flags")
)

// add puts a row on the way into its table; it is there for certain after flush.
func (w *commit) add(x *insertion, row ...any) error {
	w.pending[x] = append(w.pending[x], row...)
	if len(w.pending[x]) < insertionRows*x.width {
		return nil
	}
	return w.flush(x)
}

func (w *commit) flush(x *insertion) error {
	args := w.pending[x]
	w.pending[x] = args[:0]
	for i := insertionSizes - 1; i >= 0; i-- {
		for n := x.width << i; len(args) >= n; args = args[n:] {
			if err := w.exec(x.sql[i], args[:n]...); err != nil {
				return err
			}
		}
	}
	return nil
}

// flushAll puts all rows into their tables.
func (w *commit) flushAll() error {
	for x := range w.pending {
		if err := w.flush(x); err != nil {
			return err
		}
	}
	return nil
}
