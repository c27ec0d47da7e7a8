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

// digits writes a number of as many digits as there is room for, an even number of them, two at a time.
func digits(b []byte, packed string) {
	var n uint64
	for i := range len(packed) {
		n = n<<8 | uint64(packed[i])
	}
	const half = 36 * 36 * 36 * 36 * 36 * 36
	if len(b) > 6 { // numbers below 2^32 are divided faster
		pairs(b[6:], uint32(n%half))
		n, b = n/half, b[:6]
	}
	pairs(b, uint32(n))
}

func pairs(b []byte, n uint32) {
	for i := len(b) - 2; i >= 0; i -= 2 {
		p := &digitPairs[n%(36*36)]
		n /= 36 * 36
		b[i], b[i+1] = p[0], p[1]
	}
}

// digitPairs are the numbers below 36² in two digits.
var digitPairs = func() (all [36 * 36][2]byte) {
	const digit = "0123456789abcdefghijklmnopqrstuvwxyz"
	for i := range all {
		all[i] = [2]byte{digit[i/36], digit[i%36]}
	}
	return all
}()

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
