package sqlite

import (
	"encoding/binary"
	"slices"

	"talentgraph/graph"
)

// prefixes of an ID by their code in a body; a new one goes to the end.
var prefixes = [...]string{"", "art_", "clm_", "blk_", "per_", "org_", "mov_", "jdg_"}

const (
	packedLength = 18   // of the 26 letters or digits of an ID
	plainID      = 0xff // the code of an ID of another form, kept as text
)

// pack writes 26 lower-case letters or digits in 18 bytes that sort as the letters and digits do.
func pack(b []byte, s string) ([]byte, bool) {
	if len(s) != 26 {
		return b, false
	}
	for _, part := range [...]string{s[:12], s[12:24], s[24:]} {
		var n uint64
		for i := range len(part) {
			switch c := part[i]; {
			case c >= '0' && c <= '9':
				n = n*36 + uint64(c-'0')
			case c >= 'a' && c <= 'z':
				n = n*36 + uint64(c-'a') + 10
			default:
				return b, false
			}
		}
		if len(part) == 12 { // 36^12 < 2^63
			b = binary.BigEndian.AppendUint64(b, n)
		} else {
			b = binary.BigEndian.AppendUint16(b, uint16(n))
		}
	}
	return b, true
}

// unpack is the ID with a prefix whose letters and digits pack has read.
func unpack(prefix, packed string) graph.ID {
	var b [30]byte
	copy(b[:4], prefix)
	digits(b[4:16], packed[:8])
	digits(b[16:28], packed[8:16])
	digits(b[28:], packed[16:packedLength])
	return graph.ID(b[:])
}

func digits(b []byte, packed string) {
	var n uint64
	for i := range len(packed) {
		n = n<<8 | uint64(packed[i])
	}
	for i := len(b) - 1; i >= 0; i-- {
		d := byte(n % 36)
		n /= 36
		if d < 10 {
			b[i] = d + '0'
		} else {
			b[i] = d + 'a' - 10
		}
	}
}

// rank is a move's ID in bytes that sort as the ID does.
func rank(id graph.ID) []byte {
	if len(id) == 30 && id[:4] == "mov_" {
		if b, ok := pack(make([]byte, 0, packedLength), string(id[4:])); ok {
			return b
		}
	}
	return append([]byte{}, id...)
}

func appendID(b []byte, id graph.ID) []byte {
	if id == "" {
		return append(b, 0)
	}
	if len(id) == 30 {
		if code := slices.Index(prefixes[:], string(id[:4])); code > 0 {
			if packed, ok := pack(append(b, byte(code)), string(id[4:])); ok {
				return packed
			}
		}
	}
	return appendText(append(b, plainID), string(id))
}
