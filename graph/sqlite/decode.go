package sqlite

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"unsafe"

	"talentgraph/graph"
)

// decoder reads a body. After the first thing that does not fit, it reads nothing but zeros and says so in the end.
type decoder struct {
	s     string
	torn  bool
	where *whereabouts // takes those of a move; nil where nobody asks
}

// decode starts reading a body, which must not change any more.
func decode(body []byte) decoder { return decoder{s: unsafe.String(unsafe.SliceData(body), len(body))} }

var errTorn = errors.New("the database is damaged")

func (d *decoder) err() error {
	if d.torn {
		return fmt.Errorf("%w: a row's body does not end where it should", errTorn)
	}
	return nil
}

func (d *decoder) take(n int) string {
	if n < 0 || n > len(d.s) {
		d.torn, d.s = true, ""
		return ""
	}
	s := d.s[:n]
	d.s = d.s[n:]
	return s
}

func (d *decoder) byte() byte {
	if s := d.take(1); s != "" {
		return s[0]
	}
	return 0
}

func (d *decoder) uint() uint64 {
	var x uint64
	for shift := 0; shift < 64; shift += 7 {
		if len(d.s) == 0 {
			break
		}
		c := d.s[0]
		d.s = d.s[1:]
		x |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return x
		}
	}
	d.torn, d.s = true, ""
	return 0
}

func (d *decoder) int() int { return int(d.uint()) }

// length of a list whose entries take at least one byte each.
func (d *decoder) length() int {
	n := d.uint()
	if n > uint64(len(d.s)) {
		d.torn, d.s = true, ""
		return 0
	}
	return int(n)
}

func (d *decoder) text() string { return d.take(d.length()) }

func texts[T ~string](d *decoder) []T {
	n := d.length()
	if n == 0 {
		return nil
	}
	list := make([]T, n)
	for i := range list {
		list[i] = T(d.text())
	}
	return list
}

func (d *decoder) id() graph.ID {
	switch code := d.byte(); {
	case code == 0:
		return ""
	case code == plainID:
		return graph.ID(d.text())
	case int(code) < len(prefixes):
		s := d.take(packedLength)
		if d.torn {
			return ""
		}
		return unpack(prefixes[code], s)
	}
	d.torn, d.s = true, ""
	return ""
}

func (d *decoder) ids() []graph.ID {
	n := d.length()
	if n == 0 {
		return nil
	}
	list := make([]graph.ID, n)
	for i := range list {
		list[i] = d.id()
	}
	return list
}

func (d *decoder) float() float64 {
	s := d.take(8)
	if d.torn {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(s)))
}

func (d *decoder) hash() string {
	if d.byte() == 0 {
		return d.text()
	}
	return hex.EncodeToString([]byte(d.take(sha256.Size)))
}

func (d *decoder) bool() bool { return d.byte() != 0 }

func (d *decoder) date() graph.Date { return dateOf(int64(d.uint())) }

func (d *decoder) word(list []string) string {
	code := d.byte()
	if code == plainWord {
		return d.text()
	}
	if int(code) < len(list) {
		return list[code]
	}
	d.torn, d.s = true, ""
	return ""
}
