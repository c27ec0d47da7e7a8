package view

import (
	"context"
	"fmt"
	"math"
	"sync/atomic"
)

// TooLargeError says that the answer would be too large.
type TooLargeError struct{ Why string }

func (e *TooLargeError) Error() string { return e.Why }

// budget is what the root fields of one operation may spend together.
type budget struct {
	fields int64 // of the answer
	spent  atomic.Int64
	staffs atomic.Int64 // of how many organizations staff is listed
	rows   int          // of lists on one level
}

type budgetKey struct{}

// WithBudget bounds the answers to the operation that ctx is of: how many fields of objects they hold, and how many
// elements the lists of one level may have at most. It is spent level by level, before the level is read.
func WithBudget(ctx context.Context, fields, rows int) context.Context {
	return context.WithValue(ctx, budgetKey{}, &budget{fields: int64(fields), rows: rows})
}

func budgetOf(ctx context.Context) *budget {
	if b, ok := ctx.Value(budgetKey{}).(*budget); ok {
		return b
	}
	return &budget{fields: math.MaxInt64, rows: math.MaxInt}
}

// spend takes the fields of a level's objects from the budget.
func (b *budget) spend(objects, fields int) error {
	if n := b.spent.Add(int64(objects) * int64(max(1, fields))); n > b.fields {
		return &TooLargeError{fmt.Sprintf("the answer would hold more than %d fields; ask for fewer by first or filters", b.fields)}
	}
	return nil
}

// allow checks lists of a level before they are read.
func (b *budget) allow(lists, first int) error {
	if lists > b.rows/first {
		return &TooLargeError{fmt.Sprintf("%d lists of up to %d elements on one level of the answer are too many; ask for fewer by first or filters", lists, first)}
	}
	return nil
}

// rows are the objects of one level of the answer, each once.
type rows[T any] struct {
	objects []T
	times   []int // how often each stands in the answer
	sum     int   // of times
}

func once[T any](objects ...T) rows[T] {
	r := rows[T]{objects: objects, times: make([]int, len(objects)), sum: len(objects)}
	for i := range r.times {
		r.times[i] = 1
	}
	return r
}

// gather collects objects, each once, but for zero ones.
type gather[T comparable] struct {
	rows[T]
	at map[T]int
}

func (g *gather[T]) add(x T, times int) {
	var none T
	if x == none {
		return
	}
	if g.at == nil {
		g.at = map[T]int{}
	}
	i, ok := g.at[x]
	if !ok {
		i = len(g.objects)
		g.at[x] = i
		g.objects, g.times = append(g.objects, x), append(g.times, 0)
	}
	g.times[i] += times
	g.sum += times
}
