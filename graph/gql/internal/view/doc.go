// Package view is the graph as one GraphQL request sees it. Its types are bound to the schema's, field by field. What
// a nested selection needs is read ahead, level by level: whatever the length of the lists, one call of the graph
// for each kind of thing on each level. The methods that execution calls then only look up what was read.
package view
