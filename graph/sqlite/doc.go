// Package sqlite keeps a talent-movement graph in one SQLite file: the graph.Store that needs no server and no C
// compiler. Many processes may open one file; each reads from snapshots while one of them writes.
package sqlite
