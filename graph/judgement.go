package graph

import "time"

// JudgementKind is what a person decided.
type JudgementKind string

// The kinds of judgement.
const (
	JudgeSame      JudgementKind = "SAME"      // these claims are of one person; or these organizations are one
	JudgeDifferent JudgementKind = "DIFFERENT" // the claims are of another person than the others
	JudgeAccept    JudgementKind = "ACCEPT"    // the claims are right
	JudgeReject    JudgementKind = "REJECT"    // the claims are wrong and count for nothing
	JudgeErase     JudgementKind = "ERASE"     // the person is erased and stays so
)

// Judgement is a person's recorded decision. It names claims, whose IDs come from content, and not the derived people
// or moves: so it survives re-ingest and can be undone.
type Judgement struct {
	ID            ID
	Kind          JudgementKind
	Blocks        []ID     // the name blocks concerned, sorted; empty for a judgement on organizations
	Claims        []ID     // what is judged, sorted
	Others        []ID     // DIFFERENT: the claims of the other person, sorted
	Organizations []ID     // SAME on organizations: the one kept, then those absorbed
	Suppress      []string // ERASE: digests that recognise the erased person's claims at the next ingest
	By, Why       string
	At            time.Time // when the store took it in, UTC; set by the store
	Undone        time.Time // when it was undone; zero while it holds
}
