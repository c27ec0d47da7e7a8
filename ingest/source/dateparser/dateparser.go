// Package dateparser stands in for github.com/markusmobius/go-dateparser, which the page extractor links but calls in its extensive search for dates
// only. talentgraph reads pages in the fast mode, without that search, yet the tables of that library would cost every start a tenth of a second
// and 78 MB. This package has the names that go-htmldate refers to, and finds no date. A module of its own, because go.mod replaces that one by it.
package dateparser

import (
	"errors"
	"time"
)

// ErrNoDate is the answer to every text.
var ErrNoDate = errors.New("dateparser: left out of this program: no date found")

// ParserType is a way to read a date.
type ParserType uint8

// Ways to read a date that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which date a text without a year means.
type PreferredDateSource uint8

// Past is the latest such date that has been.
const Past PreferredDateSource = 1

// Configuration is how dates are read.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser reads dates in the ways that it names.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was found.
type Date struct {
	Time time.Time
}

// Parse finds no date: ErrNoDate.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, ErrNoDate
}
