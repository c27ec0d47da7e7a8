package sqlite

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"time"
	"unsafe"

	"modernc.org/libc"
	engine "modernc.org/sqlite/lib"
)

func init() { engine.PatchIssue199() } // as the engine's own driver does

// handle is a connection of the engine. It speaks to it directly, since a driver for database/sql would take more time for most
// statements than they do themselves. It is used by one goroutine at a time.
type handle struct {
	tls  *libc.TLS
	db   uintptr
	heap buffer // for what the engine returns by pointers
}

// buffer is memory of the engine's. It is freed by hand.
type buffer struct {
	at   uintptr
	size int
}

// bytes is the first n bytes of the buffer, which grows as it has to; what was in it is lost then.
func (b *buffer) bytes(tls *libc.TLS, n int) ([]byte, error) {
	if n = max(n, 1); n > b.size {
		b.free(tls)
		size := max(n, min(2*n, n+4096))
		if b.at = engine.Xsqlite3_malloc(tls, int32(min(size, math.MaxInt32))); b.at == 0 {
			return nil, failure{code: engine.SQLITE_NOMEM, text: "out of memory"}
		}
		b.size = size
	}
	return libc.GoBytes(b.at, n), nil
}

func (b *buffer) free(tls *libc.TLS) {
	engine.Xsqlite3_free(tls, b.at)
	*b = buffer{}
}

const pointerSize = int(unsafe.Sizeof(uintptr(0)))

func pointer(b []byte) uintptr {
	if pointerSize == 4 {
		return uintptr(binary.NativeEndian.Uint32(b))
	}
	return uintptr(binary.NativeEndian.Uint64(b))
}

// failure is what the engine says.
type failure struct {
	code int // extended
	text string
}

func (f failure) Error() string { return fmt.Sprintf("%s (%d)", f.text, f.code) }

// failed is the error that the engine's result stands for.
func (h *handle) failed(code int32) error {
	text := libc.GoString(engine.Xsqlite3_errstr(h.tls, code))
	if h.db != 0 && engine.Xsqlite3_extended_errcode(h.tls, h.db) == code {
		if more := libc.GoString(engine.Xsqlite3_errmsg(h.tls, h.db)); more != text {
			text += ": " + more
		}
	}
	return failure{int(code), text}
}

// openHandle opens the database that a URI names.
func openHandle(uri string) (*handle, error) {
	h := &handle{tls: libc.NewTLS()}
	name, err := libc.CString(uri)
	if err != nil {
		h.tls.Close()
		return nil, err
	}
	defer libc.Xfree(h.tls, name)
	db, err := h.heap.bytes(h.tls, pointerSize)
	if err != nil {
		h.tls.Close()
		return nil, err
	}
	code := engine.Xsqlite3_open_v2(h.tls, name, h.heap.at, engine.SQLITE_OPEN_READWRITE|engine.SQLITE_OPEN_CREATE|engine.SQLITE_OPEN_NOMUTEX|engine.SQLITE_OPEN_URI, 0)
	h.db = pointer(db)
	if code == engine.SQLITE_OK {
		code = engine.Xsqlite3_extended_result_codes(h.tls, h.db, 1)
	}
	if code != engine.SQLITE_OK {
		err := h.failed(code)
		_ = h.close() // the error told is the one of opening
		return nil, err
	}
	return h, nil
}

func (h *handle) close() error {
	var err error
	if code := engine.Xsqlite3_close_v2(h.tls, h.db); code != engine.SQLITE_OK {
		err = h.failed(code)
	}
	h.heap.free(h.tls)
	h.tls.Close()
	return err
}

// wait sets how long a statement waits for a lock of another connection.
func (h *handle) wait(d time.Duration) {
	engine.Xsqlite3_busy_timeout(h.tls, h.db, int32(d.Milliseconds()))
}

// interruptedBy interrupts what runs on the connection from when a context ends until the function returned is called.
func (h *handle) interruptedBy(ctx context.Context) (stop func()) {
	if ctx.Done() == nil {
		return func() {}
	}
	over, gone := make(chan struct{}), make(chan struct{})
	unwatch := context.AfterFunc(ctx, func() {
		defer close(gone)
		tls := libc.NewTLS()
		defer tls.Close()
		for { // once is not enough: between two statements it has no effect
			engine.Xsqlite3_interrupt(tls, h.db)
			select {
			case <-over:
				return
			case <-time.After(time.Millisecond):
			}
		}
	})
	return func() {
		if !unwatch() {
			close(over)
			<-gone
		}
	}
}

// prepare compiles the first of the statements in an SQL text, and returns the rest of the text.
func (h *handle) prepare(sql string) (stmt uintptr, rest string, err error) {
	text, err := libc.CString(sql)
	if err != nil {
		return 0, "", err
	}
	defer libc.Xfree(h.tls, text)
	out, err := h.heap.bytes(h.tls, 2*pointerSize)
	if err != nil {
		return 0, "", err
	}
	if code := engine.Xsqlite3_prepare_v3(h.tls, h.db, text, int32(len(sql)), engine.SQLITE_PREPARE_PERSISTENT, h.heap.at, h.heap.at+uintptr(pointerSize)); code != engine.SQLITE_OK {
		return 0, "", h.failed(code)
	}
	return pointer(out), sql[pointer(out[pointerSize:])-text:], nil
}
