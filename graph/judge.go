package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Verdict is who decided, and why.
type Verdict struct{ By, Why string }

// MergePeople records that two people are one.
func (g *Graph) MergePeople(ctx context.Context, a, b ID, v Verdict) (Judgement, error) {
	return g.judge(ctx, "merge people", func(ctx context.Context) (Commit, error) {
		claims, blocks, _, err := g.claimsOfPeople(ctx, a, b)
		if err != nil {
			return Commit{}, err
		}
		if claims[0][0].ID == claims[1][0].ID {
			return Commit{}, fmt.Errorf("%w people: %s and %s are one already", ErrInvalid, a, b)
		}
		// All their claims, since what holds one person's together without the judgement may be undone by it.
		j := Judgement{Kind: JudgeSame, Blocks: blocks, By: v.By, Why: v.Why}
		for _, c := range slices.Concat(claims...) {
			j.Claims = append(j.Claims, c.ID)
		}
		return Commit{Judgements: []Judgement{newJudgement(j)}}, nil
	})
}

// SplitPerson records that these claims of a person are somebody else's.
func (g *Graph) SplitPerson(ctx context.Context, person ID, claims []ID, v Verdict) (Judgement, error) {
	return g.judge(ctx, "split person", func(ctx context.Context) (Commit, error) {
		of, blocks, _, err := g.claimsOfPeople(ctx, person)
		if err != nil {
			return Commit{}, err
		}
		j := Judgement{Kind: JudgeDifferent, Blocks: blocks, By: v.By, Why: v.Why}
		for _, c := range of[0] {
			if slices.Contains(claims, c.ID) {
				j.Claims = append(j.Claims, c.ID)
			} else {
				j.Others = append(j.Others, c.ID)
			}
		}
		if len(j.Claims) != len(claims) || len(j.Others) == 0 {
			return Commit{}, fmt.Errorf("%w claims: want some of the %d claims of %s, not all", ErrInvalid, len(of[0]), person)
		}
		return Commit{Judgements: []Judgement{newJudgement(j)}}, nil
	})
}

// JudgeClaims records that claims are right (JudgeAccept) or wrong (JudgeReject).
func (g *Graph) JudgeClaims(ctx context.Context, kind JudgementKind, claims []ID, v Verdict) (Judgement, error) {
	return g.judge(ctx, "judge claims", func(ctx context.Context) (Commit, error) {
		if kind != JudgeAccept && kind != JudgeReject || len(claims) == 0 {
			return Commit{}, fmt.Errorf("%w judgement %s on %d claims", ErrInvalid, kind, len(claims))
		}
		found, err := g.store.Claims(ctx, ClaimQuery{Of: claims})
		if err != nil {
			return Commit{}, err
		}
		j := Judgement{Kind: kind, By: v.By, Why: v.Why}
		for _, id := range claims {
			if len(found[id]) == 0 {
				return Commit{}, fmt.Errorf("claim %.40q: %w", string(id), ErrNotFound)
			}
			j.Claims = append(j.Claims, id)
			j.Blocks = append(j.Blocks, found[id][0].Block)
		}
		return Commit{Judgements: []Judgement{newJudgement(j)}}, nil
	})
}

// MergeOrganizations records that organizations are one, under the first of them.
func (g *Graph) MergeOrganizations(ctx context.Context, kept ID, absorbed []ID, v Verdict) (Judgement, error) {
	ids := append([]ID{kept}, absorbed...)
	j, err := g.judge(ctx, "merge organizations", func(ctx context.Context) (Commit, error) {
		found, err := g.store.Organizations(ctx, ids, time.Time{})
		if err != nil {
			return Commit{}, err
		}
		for i, id := range ids {
			if _, ok := found[id]; !ok {
				return Commit{}, fmt.Errorf("organization %.40q: %w", string(id), ErrNotFound)
			}
			if slices.Contains(ids[:i], id) {
				return Commit{}, fmt.Errorf("%w organization %s: named twice", ErrInvalid, id)
			}
		}
		j := Judgement{Kind: JudgeSame, Organizations: ids, By: v.By, Why: v.Why}
		return Commit{Judgements: []Judgement{newJudgement(j)}}, nil
	})
	if err != nil || len(absorbed) == 0 {
		return j, err
	}
	return j, g.followRules(ctx, ids, absorbed, kept)
}

// followRules brings the moves at these organizations in line with a judgement, then lets the absorbed ones give way.
func (g *Graph) followRules(ctx context.Context, ids, absorbed []ID, kept ID) error {
	if _, err := g.Refuse(ctx, ids...); err != nil {
		return err
	}
	return g.retry(ctx, func(ctx context.Context) error {
		var c Commit
		for _, id := range absorbed {
			c.Gone = append(c.Gone, Gone{id, kept})
		}
		return g.commit(ctx, c, nil, &Recorded{})
	})
}

// ErasePerson deletes a person from the record and the graph, all versions and evidence, and keeps only digests by
// which the person's claims are left out at the next ingest. Titles and URLs that name the person become empty.
// Undoing it lifts the suppression; what was deleted stays deleted until it is read again.
func (g *Graph) ErasePerson(ctx context.Context, person ID, v Verdict) (Judgement, error) {
	return g.judge(ctx, "erase person", func(ctx context.Context) (Commit, error) {
		of, blocks, moves, err := g.claimsOfPeople(ctx, person)
		if err != nil {
			return Commit{}, err
		}
		claims := of[0]
		j := Judgement{Kind: JudgeErase, Blocks: blocks, By: v.By, Why: v.Why}
		c := Commit{}
		became, err := g.succession(ctx, []ID{person})
		if err != nil {
			return c, err
		}
		c.Erase = slices.Sorted(slices.Values(became[person]))
		for _, m := range moves {
			c.Erase = append(c.Erase, m.ID)
		}
		var articles []ID
		common := (&fusion{fuser: g.fuser, names: []PersonName{ParsePersonName(claims[0].Person)}}).commonness()
		for _, cl := range claims {
			c.Erase = append(c.Erase, cl.ID)
			j.Claims = append(j.Claims, cl.ID)
			articles = append(articles, cl.Article)
			for _, o := range []*org{g.fuser.org(cl.From), g.fuser.org(cl.To)} {
				if o != nil {
					j.Suppress = append(j.Suppress, suppression(cl.Block, o.def.ID))
				}
			}
			if common == rareName {
				j.Suppress = append(j.Suppress, suppression(cl.Block, ""))
			}
		}
		slices.Sort(j.Suppress)
		j.Suppress = slices.Compact(j.Suppress)
		if c.Redact, c.Unquote, err = g.naming(ctx, distinct(articles), claims); err != nil {
			return c, err
		}
		c.Judgements = []Judgement{newJudgement(j)}
		return c, nil
	})
}

// Undo ends a judgement: the graph is then as if it had never been made. To undo one on organizations, all of the graph is
// derived anew, which takes minutes where there are millions of claims. One undone before, or unknown, is ErrNotFound.
func (g *Graph) Undo(ctx context.Context, judgement ID) error {
	j, err := g.judgement(ctx, judgement)
	if err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	err = g.retry(ctx, func(ctx context.Context) error {
		return g.commit(ctx, Commit{Undo: []ID{judgement}}, j.Blocks, &Recorded{})
	})
	if err == nil && len(j.Organizations) > 0 {
		// A claim on a move between organizations that were taken for one has left no move by which its block is found.
		_, err = g.Refuse(ctx)
	}
	if err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	return nil
}

// Judgements lists judgements in the order they were recorded, those undone as well, after the given one.
func (g *Graph) Judgements(ctx context.Context, after ID, first int) ([]Judgement, error) {
	if first < 1 || first > MaxPage {
		return nil, fmt.Errorf("judgements: %w first %d: want 1 to %d", ErrInvalid, first, MaxPage)
	}
	return g.store.Judgements(ctx, after, first)
}

func (g *Graph) judgement(ctx context.Context, id ID) (Judgement, error) {
	for after := ID(""); ; {
		page, err := g.store.Judgements(ctx, after, MaxPage)
		if err != nil {
			return Judgement{}, err
		}
		for _, j := range page {
			if j.ID == id && j.Undone.IsZero() {
				return j, nil
			}
			after = j.ID
		}
		if len(page) < MaxPage {
			return Judgement{}, fmt.Errorf("judgement %.40q: %w", string(id), ErrNotFound)
		}
	}
}

func (g *Graph) judge(ctx context.Context, what string, build func(context.Context) (Commit, error)) (Judgement, error) {
	var made Judgement
	err := g.retry(ctx, func(ctx context.Context) error {
		c, err := build(ctx)
		if err != nil {
			return err
		}
		made = c.Judgements[0]
		var done Recorded
		if err := g.commit(ctx, c, nil, &done); err != nil {
			return err
		}
		made.At = done.Snapshot.At
		return nil
	})
	if err != nil {
		return Judgement{}, fmt.Errorf("%s: %w", what, err)
	}
	return made, nil
}

// newJudgement sorts a judgement's lists and derives its ID from what it says, so that the same decision twice is one.
func newJudgement(j Judgement) Judgement {
	for _, l := range []*[]ID{&j.Blocks, &j.Claims, &j.Others} {
		slices.Sort(*l)
		*l = slices.Compact(*l)
	}
	parts := []string{string(j.Kind)}
	for _, l := range [][]ID{j.Claims, j.Others, j.Organizations} {
		var b strings.Builder
		for _, id := range l {
			b.WriteString(string(id))
			b.WriteByte(' ')
		}
		parts = append(parts, b.String())
	}
	j.ID = newID(judgementPrefix, parts...)
	return j
}

// claimsOfPeople are the claims of each person, earliest first, with their blocks and moves.
func (g *Graph) claimsOfPeople(ctx context.Context, ids ...ID) ([][]Claim, []ID, []Move, error) {
	people, err := g.People(ctx, ids, time.Time{})
	if err != nil {
		return nil, nil, nil, err
	}
	var want []ID
	for _, id := range ids {
		p, ok := people[id]
		if !ok {
			return nil, nil, nil, fmt.Errorf("person %.40q: %w", string(id), ErrNotFound)
		}
		want = append(want, p.Block)
	}
	read, err := g.connected(ctx, want)
	if err != nil {
		return nil, nil, nil, err
	}
	claims := map[ID]Claim{}
	for _, b := range read.Blocks {
		for _, c := range b.Claims {
			claims[c.ID] = c
		}
	}
	var blocks []ID
	var moves []Move
	lists := make([][]Claim, len(ids))
	for i, id := range ids {
		for _, b := range read.Blocks {
			for _, m := range b.Moves {
				if m.Person != people[id].ID {
					continue
				}
				moves = append(moves, m)
				for _, c := range m.Claims {
					lists[i] = append(lists[i], claims[c])
					blocks = append(blocks, claims[c].Block)
				}
			}
		}
		if len(lists[i]) == 0 {
			return nil, nil, nil, fmt.Errorf("person %.40q: %w", string(id), ErrConflict) // gone between two reads
		}
		slices.SortFunc(lists[i], func(a, b Claim) int { return earlier(&a, &b) })
	}
	slices.Sort(blocks)
	return lists, slices.Compact(blocks), moves, nil
}
