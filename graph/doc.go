// Package graph holds the talent-movement record and the graph derived from it: articles are read into claims, and
// people, organizations and moves are a pure function of the claims and of people's judgements about them (Fuse).
// Graph is the concrete type that programs use; Store is what an engine has to do underneath.
package graph
