package sqlite

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// pool is the read connections. The one used last is used next: its page cache is warm, and a store that never reads
// much at once never has more than a few. Where several read at once, each mostly gets the one back that it had before, with
// the pages of what it goes on to ask for.
type pool struct {
	room chan struct{} // holds one for each in use
	near near
	last sync.Pool // of *conn, idle or not, by the processor that used them last
	sync.Mutex
	idle []*conn
}

// take gives a connection that nobody else uses, a new one where all are in use and there may be more.
func (p *pool) take(ctx context.Context, file string) (*conn, error) {
	select {
	case p.room <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	mine, _ := p.last.Get().(*conn)
	p.Lock()
	if last := len(p.idle) - 1; last >= 0 {
		i := slices.Index(p.idle, mine)
		if i < 0 {
			i = last
		}
		c := p.idle[i]
		p.idle = slices.Delete(p.idle, i, i+1)
		p.Unlock()
		return c, nil
	}
	p.Unlock()
	c, err := openConn(file, "query_only = ON", "cache_size = -4096", "temp_store = MEMORY")
	if err != nil {
		<-p.room
		return nil, err
	}
	c.near = &p.near
	return c, nil
}

// put gives a connection back; nil for one that has been closed.
func (p *pool) put(c *conn) {
	if c != nil {
		p.Lock()
		p.idle = append(p.idle, c)
		p.Unlock()
		p.last.Put(c)
	}
	<-p.room
}

// close closes the connections, which nobody uses any more.
func (p *pool) close() error {
	var errs []error
	for _, c := range p.idle {
		errs = append(errs, c.close())
	}
	p.idle = nil
	return errors.Join(errs...)
}
