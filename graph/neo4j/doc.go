// Package neo4j keeps a graph.Store in Neo4j 5.7 or later; the Community Edition suffices.
//
// What a person sees in Neo4j Browser is what is current:
//
//	(:Person)-[:MADE]->(:Move)-[:FROM]->(:Organization), (:Move)-[:TO]->(:Organization)
//	(:Claim)-[:SUPPORTS]->(:Move), (:Claim)-[:STATED_IN]->(:Article)
//	(:Organization)-[:PART_OF]->(:Organization), (:Move)-[:WITHIN]->(:Organization) for groups above an end
//	(:Organization)-[:FLOW {from, to, month, status, moves}]->(:Organization)
//
// A FLOW with an unknown end begins or ends at the one (:Unknown) node, and its from or to is the empty text. Versions
// that were current once are copies under the labels PastArticle, PastClaim, PastPerson, PastOrganization and PastMove
// with the times since and until which they were current, in microseconds of Unix time, and without relationships to
// moves and organizations. The other labels are the store's own: TalentGraph (the state of the record), Gate (tells
// readers when a commit is applied), Rules (the version of the organization judgements), Commit (one a commit, with how
// much was current after it), Block (name blocks with their versions), PersonName and OrganizationName (search keys)
// with their past ones, PastMention (names that claims used to use), Succession, Judgement and Erased (when something
// erased was current, without saying what).
package neo4j
