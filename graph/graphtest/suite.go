// Package graphtest is the contract of graph.Store as tests: TestStore runs them on any store, with Oracle, a naive
// store in memory, as the measure of what every read has to answer.
package graphtest

import (
	"testing"

	"talentgraph/graph"
)

// TestStore checks a store against every sentence of graph.Store's comments, with concurrent writers, then by random scripts
// and by random questions about filters, groupings and times against Oracle. Open gives a new empty store each time it is called and may clean up with t.Cleanup;
// the suite closes what it opened.
func TestStore(t *testing.T, open func(t *testing.T) graph.Store) {
	groups := []struct {
		name  string
		cases []contractCase
	}{
		{"Commit", commitCases()},
		{"Conflict", conflictCases()},
		{"Blocks", blockCases()},
		{"Parts", partCases()},
		{"Articles", articleCases()},
		{"Claims", claimCases()},
		{"People", peopleCases()},
		{"Organizations", organizationCases()},
		{"Moves", moveCases()},
		{"MoveVersions", moveVersionCases()},
		{"Filter", filterCases()},
		{"WideFilter", wideFilterCases()},
		{"NestedFilter", nestedFilterCases()},
		{"Flows", flowCases()},
		{"FlowDimensions", flowDimensionCases()},
		{"Coverage", coverageCases()},
		{"ListPeople", peopleListCases()},
		{"ListOrganizations", organizationListCases()},
		{"ListArticles", articleListCases()},
		{"Search", searchCases()},
		{"Successors", successorCases()},
		{"Judgements", judgementCases()},
		{"Erase", eraseCases()},
		{"Snapshot", snapshotCases()},
		{"Text", textCases()},
		{"Engine", engineCases()},
		{"Concurrent", concurrentCases()},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) {
			for _, c := range g.cases {
				t.Run(c.name, func(t *testing.T) { c.run(newFixture(t, open(t))) })
			}
		})
	}
	t.Run("Script", func(t *testing.T) { testScripts(t, open) })
	t.Run("Cases", func(t *testing.T) { testCases(t, open) })
}

// contractCase is one sentence of the contract, tested on a store of its own.
type contractCase struct {
	name string
	run  func(f *fixture)
}
