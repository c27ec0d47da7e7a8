package source

import (
	"context"
	"io"
)

// interruptible reads from a reader that may block for ever, such as a terminal, until a context ends.
type interruptible struct {
	ctx    context.Context
	chunks <-chan chunk
	rest   []byte
	err    error
}

type chunk struct {
	data []byte
	err  error
}

func newInterruptible(ctx context.Context, in io.Reader) io.Reader {
	chunks := make(chan chunk)
	go func() {
		defer close(chunks)
		for {
			data := make([]byte, 64<<10)
			n, err := in.Read(data)
			select {
			case chunks <- chunk{data[:n], err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return &interruptible{ctx: ctx, chunks: chunks}
}

func (r *interruptible) Read(p []byte) (int, error) {
	for len(r.rest) == 0 && r.err == nil {
		select {
		case c, ok := <-r.chunks:
			r.rest, r.err = c.data, c.err
			if !ok {
				r.err = io.EOF
			}
		case <-r.ctx.Done():
			r.err = r.ctx.Err()
		}
	}
	if len(r.rest) == 0 {
		return 0, r.err
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
