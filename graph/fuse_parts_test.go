package graph

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// crowd draws claims on people who share a name that is common because its given name is not known.
func crowd(t *rapid.T, most int) []Claim {
	end := rapid.SampledFrom([]string{"", "Alphabet", "Google", "DeepMind", "Meta", "Apple", "OpenAI", "Microsoft", "Acme", "Acme Inc.", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Tyrell", "Cyberdyne"})
	day := rapid.OneOf(rapid.Just(Date{}), rapid.Custom(func(t *rapid.T) Date {
		d := Date{Year: int16(rapid.IntRange(1995, 2024).Draw(t, "year"))}
		if rapid.Bool().Draw(t, "month known") {
			d.Month = int8(rapid.IntRange(1, 12).Draw(t, "month"))
		}
		return d
	}))
	role := rapid.SampledFrom([]string{"", "chief executive officer", "engineer", "general counsel"})
	var claims []Claim
	for i := range rapid.IntRange(0, most).Draw(t, "claims") {
		from, to := end.Draw(t, "from"), end.Draw(t, "to")
		if from == "" && to == "" {
			to = "Google"
		}
		c := claim("A. Smith", from, to, Completed, day.Draw(t, "date").String(), day.Draw(t, "reported").String(), fmt.Sprintf("paper%d.example", i))
		claims = append(claims, withRoles(c, role.Draw(t, "left"), role.Draw(t, "taken")))
	}
	return claims
}

func crowdedFuser(t *testing.T) *Fuser {
	f := testFuser(t)
	f.Crowd = 5
	return f
}

// Parts have nothing to do with each other: any of them fused together give what each gives by itself.
func TestPartsAreIndependent(t *testing.T) {
	f := crowdedFuser(t)
	several := 0
	rapid.Check(t, func(t *rapid.T) {
		claims := crowd(t, 40)
		byID := map[ID]Claim{}
		for _, c := range claims {
			byID[c.ID] = c
		}
		whole, split := f.fuse(claims, nil, nil, false)
		if split == nil {
			if len(byID) > f.Crowd {
				t.Fatalf("%d claims are no crowd", len(byID))
			}
			return
		}
		if len(split.members) > 1 {
			several++
		}
		groups := map[int][]Claim{}
		for _, members := range split.members {
			g := rapid.IntRange(0, len(split.members)).Draw(t, "group")
			for _, id := range members {
				if c, ok := byID[id]; ok {
					groups[g] = append(groups[g], c)
				}
			}
		}
		var people []Person
		var moves []Move
		for _, list := range groups {
			got, _ := f.fuse(list, nil, nil, true)
			people, moves = append(people, got.People...), append(moves, got.Moves...)
		}
		slices.SortFunc(people, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
		slices.SortFunc(moves, func(a, b Move) int { return cmp.Compare(a.ID, b.ID) })
		if !slices.EqualFunc(people, whole.People, Person.same) || !slices.EqualFunc(moves, whole.Moves, Move.same) {
			t.Fatalf("parts give %d people and %d moves, the whole %d and %d, or others", len(people), len(moves), len(whole.People), len(whole.Moves))
		}
	})
	if several == 0 {
		t.Error("there never were several parts")
	}
}

// What one claim reaches, reaches it; and two that do are in one part.
func TestReachesAreMutual(t *testing.T) {
	f := crowdedFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := crowd(t, 12)
		if len(claims) == 0 {
			return
		}
		_, split := f.fuse(claims, nil, nil, true)
		part := map[ID]int{}
		for i, members := range split.members {
			for _, id := range members {
				part[id] = i
			}
		}
		var list []reading
		for i := range claims {
			if r := f.reading(&claims[i], f.resolver(nil)); !r.void() {
				list = append(list, r)
			}
		}
		reached := func(a, b *reading) bool {
			return slices.ContainsFunc(a.reaches(), func(r Reach) bool {
				return slices.ContainsFunc(b.marks(), func(m Mark) bool { return m.Key == r.Key && r.From <= m.At && m.At <= r.To })
			})
		}
		for i := range list {
			for j := range list {
				a, b := &list[i], &list[j]
				if reached(a, b) != reached(b, a) {
					t.Fatalf("%+v reaches %+v one way only", a.Claim, b.Claim)
				}
				if reached(a, b) && part[a.ID] != part[b.ID] {
					t.Fatalf("%+v reaches %+v, but they are in parts %d and %d", a.Claim, b.Claim, part[a.ID], part[b.ID])
				}
			}
		}
	})
}

// A judgement brings parts together and leaves the other parts as they are.
func TestJudgementInACrowd(t *testing.T) {
	f := crowdedFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := crowd(t, 30)
		before, split := f.fuse(claims, nil, nil, false)
		if split == nil || len(split.members) < 3 {
			return
		}
		a, b := split.members[0][0], split.members[1][0]
		j := newJudgement(Judgement{Kind: JudgeSame, Blocks: []ID{claims[0].Block}, Claims: []ID{a, b}})
		after := f.FuseGroup(claims, []Judgement{j}, nil)
		person := map[ID]ID{}
		for _, m := range after.Moves {
			for _, c := range m.Claims {
				person[c] = m.Person
			}
		}
		if person[a] == "" || person[a] != person[b] {
			t.Fatalf("judged the same, but of %q and %q", person[a], person[b])
		}
		for _, p := range before.People {
			if slices.Contains(split.members[0], p.ID) || slices.Contains(split.members[1], p.ID) {
				continue
			}
			if i := slices.IndexFunc(after.People, func(q Person) bool { return q.ID == p.ID }); i < 0 || !after.People[i].same(p) {
				t.Fatalf("%+v is another because of a judgement on others", p)
			}
		}
	})
}
