// Package gql answers GraphQL requests about a graph: resolvers that convert arguments and ask once, limits on what a
// request may cost, and one place that says which errors clients see. The schema is in schema/ and the types bound to it in
// internal/view; internal/exec has gqlgen's execution of the two and a writer that does the same faster for answers without
// errors, both made by internal/gen.
package gql

//go:generate go run ./internal/gen
