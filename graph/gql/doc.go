// Package gql answers GraphQL requests about a graph: resolvers that convert arguments and ask once, limits on what a
// request may cost, and one place that says which errors clients see. The schema is in schema/, the types bound to it in
// internal/view, what gqlgen makes of both in internal/exec.
package gql

//go:generate go tool gqlgen generate
