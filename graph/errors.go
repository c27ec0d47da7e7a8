package graph

import "errors"

// The errors that callers tell apart with errors.Is. Every error of this package and of the stores that is one of
// these kinds wraps it together with the operation and what was wrong.
var (
	// ErrNotFound: nothing has that id, and no successor has taken its place.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the caller's input is wrong; the message says what and where.
	ErrInvalid = errors.New("invalid")
	// ErrConflict: what was read has changed since; read again and retry.
	ErrConflict = errors.New("conflict")
	// ErrUnavailable: the store cannot be reached or does not answer now.
	ErrUnavailable = errors.New("unavailable")
)
