package sqlite

import (
	"encoding/binary"
	"sync"

	"modernc.org/libc"
	engine "modernc.org/sqlite/lib"
)

const pageSize = 4 << 10

// sharePages takes memory for the pages of all connections of the process, once and before any is open: taken one by one, each would
// take twice its size. Where the engine runs already, nothing changes.
func sharePages(megabytes int) {
	if megabytes <= 0 {
		return
	}
	pagesShared.Do(func() {
		tls := libc.NewTLS()
		defer tls.Close()
		const out = 8
		head, err := libc.CString(string(make([]byte, out)))
		if err != nil {
			return
		}
		defer libc.Xfree(tls, head)
		if configure(tls, engine.SQLITE_CONFIG_PCACHE_HDRSZ, head) != engine.SQLITE_OK {
			return
		}
		size := pageSize + int(int32(binary.NativeEndian.Uint32(libc.GoBytes(head, out))))
		n := megabytes << 20 / size
		room := libc.Xmalloc(tls, libc.Tsize_t(n*size))
		if room == 0 {
			return
		}
		if configure(tls, engine.SQLITE_CONFIG_PAGECACHE, room, int32(size), int32(n)) != engine.SQLITE_OK {
			libc.Xfree(tls, room)
		}
	})
}

var pagesShared sync.Once

func configure(tls *libc.TLS, option int32, args ...any) int32 {
	list := libc.NewVaList(args...)
	defer libc.Xfree(tls, list)
	return engine.Xsqlite3_config(tls, option, list)
}
