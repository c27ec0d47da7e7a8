package sqlite

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"time"

	"talentgraph/graph"
)

// What no query filters by is kept in a body: the fields of a value one after the other, numbers as varints, texts with
// their length before them, IDs packed.

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendTexts[T ~string](b []byte, list []T) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = appendText(b, string(s))
	}
	return b
}

func appendIDs(b []byte, ids []graph.ID) []byte {
	b = binary.AppendUvarint(b, uint64(len(ids)))
	for _, id := range ids {
		b = appendID(b, id)
	}
	return b
}

func appendFloat(b []byte, f float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
}

// appendHash writes 64 lower-case hexadecimal digits in half as many bytes, and any other text as it is.
func appendHash(b []byte, s string) []byte {
	if raw, err := hex.DecodeString(s); err == nil && len(raw) == sha256.Size && hex.EncodeToString(raw) == s {
		return append(append(b, 1), raw...)
	}
	return appendText(append(b, 0), s)
}

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

// number is a date as yyyymmdd with 00 for what is not known of it; 0 where it is unknown. Numbers sort as the texts.
func number(d graph.Date) int64 { return int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day) }

func dateOf(n int64) graph.Date {
	return graph.Date{Year: int16(n / 10000), Month: int8(n / 100 % 100), Day: int8(n % 100)}
}

func appendDate(b []byte, d graph.Date) []byte { return binary.AppendUvarint(b, uint64(number(d))) }

// timeOf is a time as the database has it; 0 is none.
func timeOf(micros int64) time.Time {
	if micros == 0 {
		return time.Time{}
	}
	return time.UnixMicro(micros).UTC()
}

// words keep the small vocabularies of statuses, role families and seniorities short in a body: a word's place in the
// list, or the text itself where it is not in it. A list only ever grows at its end.
var (
	statusWords = []string{"", "RUMORED", "ANNOUNCED", "COMPLETED", "DENIED"}
	familyWords = []string{"", "ENGINEERING", "RESEARCH", "PRODUCT", "DESIGN", "SALES", "MARKETING", "FINANCE", "LEGAL", "HR",
		"OPERATIONS", "EXECUTIVE", "EDITORIAL", "ACADEMIC", "MEDICAL", "PUBLIC_OFFICE", "SPORT", "OTHER"}
	seniorityWords = []string{"", "INTERN", "JUNIOR", "PROFESSIONAL", "SENIOR", "LEAD", "MANAGER", "DIRECTOR", "VP", "C_LEVEL",
		"PARTNER", "BOARD"}
)

const plainWord = 0xff

func appendWord[T ~string](b []byte, list []string, word T) []byte {
	for i, w := range list {
		if w == string(word) {
			return append(b, byte(i))
		}
	}
	return appendText(append(b, plainWord), string(word))
}
