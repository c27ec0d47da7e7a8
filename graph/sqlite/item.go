package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"talentgraph/graph"
)

// version is one version of a person, move or definition.
type version struct {
	since, until int64 // until is 0 while it is the current one
	prev         int64 // the version before it in past; 0 for none
	body         []byte
	fact         int64 // of a move
}

// holds reports whether the version was current at a time; 0 is now.
func (v version) holds(at int64) bool {
	if at == 0 {
		return v.until == 0
	}
	return v.since <= at && (v.until == 0 || v.until > at)
}

// item is a row of item: the latest version of what stands there.
type item struct {
	r    int64
	kind int64
	version
}

func (i item) is(id graph.ID) bool { return bytes.HasPrefix(i.body, appendID(make([]byte, 0, 32), id)) }

const (
	blockShift = 24 // of a block's number in r
	blockRoom  = 1<<blockShift - 1
	headPlace  = 1 << (blockShift - 1) // claims before it, people and moves after it
)

// headAt is the r of a block's head. What most commits change of a block, its latest claims, its head, its people and
// moves, stands around it and so mostly on one page.
func headAt(b int64) int64 { return b<<blockShift | headPlace }

const (
	itemColumns = "r, kind, since, until, prev, body, fact"
	itemWidth   = 7
)

func (r *rows) item() item {
	return item{r.int(0), r.int(1), version{r.int(2), r.int(3), r.int(4), r.blob(5), r.int(6)}}
}

const pastSQL = "SELECT prev, since, until, body, fact FROM past WHERE v = ?"

// before is the version that came before v; false where v is the first.
func (s session) before(v version) (version, bool, error) {
	if v.prev == 0 {
		return version{}, false, nil
	}
	r := s.short(pastSQL, v.prev)
	defer r.close()
	if !r.next() {
		if err := r.close(); err != nil {
			return version{}, false, err
		}
		return version{}, false, fmt.Errorf("%w: version %d is missing", errTorn, v.prev)
	}
	return version{r.int(1), r.int(2), r.int(0), r.blob(3), r.int(4)}, true, r.close()
}

// versionAt is the version of an item at a time; false where there was none.
func (s session) versionAt(i item, at int64) (version, bool, error) {
	for v := i.version; ; {
		if v.holds(at) {
			return v, true, nil
		}
		if at == 0 || v.since <= at {
			return version{}, false, nil // it was gone by then
		}
		ok := false
		var err error
		if v, ok, err = s.before(v); err != nil || !ok {
			return version{}, false, err
		}
	}
}

// personAt is the person that an item was at a time; false where it was none.
func (s session) personAt(i item, at int64) (graph.Person, bool, error) {
	v, ok, err := s.versionAt(i, at)
	if err != nil || !ok {
		return graph.Person{}, false, err
	}
	p, err := readPerson(v)
	return p, err == nil, err
}

// moveAt is the move that an item was at a time; false where it was none. Its claims are told by the versions after it.
func (s session) moveAt(i item, at int64) (graph.Move, bool, error) {
	var after *graph.Move
	for v := i.version; ; {
		if at == 0 && v.until != 0 {
			return graph.Move{}, false, nil
		}
		m, err := readMove(v, after)
		if err != nil || v.holds(at) {
			return m, err == nil, err
		}
		if v.since <= at {
			return graph.Move{}, false, nil
		}
		after = &m
		ok := false
		if v, ok, err = s.before(v); err != nil || !ok {
			return graph.Move{}, false, err
		}
	}
}

// jsonNumbers is a list for json_each.
func jsonNumbers(list []int64) string {
	b := make([]byte, 0, 2+12*len(list))
	b = append(b, '[')
	for i, n := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return string(append(b, ']'))
}

// keys is the keys of IDs for json_each.
func keys(ids []graph.ID) string {
	list := make([]int64, len(ids))
	for i, id := range ids {
		list[i] = key(id)
	}
	return jsonNumbers(list)
}

// jsonTexts is a list of texts for json_each.
func jsonTexts(ids []graph.ID) string {
	b, err := json.Marshal(ids)
	if err != nil {
		return "[]" // texts always marshal
	}
	return string(b)
}
