package sqlite

import (
	"cmp"
	"slices"
	"sync"

	"talentgraph/graph"
)

const organizationSQL = "SELECT n, id FROM organization WHERE key = ?"

// numberOf is an organization's number, 0 for the empty ID; false where the database has never met it.
func (s session) numberOf(id graph.ID) (int64, bool, error) {
	if id == "" {
		return 0, true, nil
	}
	r := s.short(organizationSQL, key(id))
	defer r.close()
	for r.next() {
		if r.text(1) == string(id) {
			return r.int(0), true, r.close()
		}
	}
	return 0, false, r.close()
}

// organization is an organization's number, a new one where there is none yet; 0 for the empty ID.
func (w *commit) organization(id graph.ID) (int64, error) {
	if n, ok := w.organizations[id]; ok {
		return n, nil
	}
	if n, ok := w.store.numbers.of(id); ok {
		return n, nil
	}
	n, ok, err := w.numberOf(id)
	if err == nil && !ok {
		n, err = w.insert("INSERT INTO organization (key, id) VALUES (?, ?)", key(id), id)
	}
	if err == nil {
		w.organizations[id] = n
	}
	return n, err
}

// numbers remembers the numbers of organizations, which never change.
type numbers struct {
	sync.RWMutex
	known map[[packedLength]byte]int64 // by the packed ID; those that cannot be packed are not remembered
}

func packedOrganization(id graph.ID) (x [packedLength]byte, ok bool) {
	if len(id) != 30 || id[:4] != "org_" {
		return x, false
	}
	_, ok = pack(x[:0], string(id[4:]))
	return x, ok
}

// maxNumbers bounds how many numbers are remembered, to some megabytes.
const maxNumbers = 1 << 16

func (n *numbers) of(id graph.ID) (int64, bool) {
	x, ok := packedOrganization(id)
	if !ok {
		return 0, false
	}
	n.RLock()
	defer n.RUnlock()
	number, ok := n.known[x]
	return number, ok
}

func (n *numbers) learn(met map[graph.ID]int64) {
	n.Lock()
	defer n.Unlock()
	if n.known == nil || len(n.known)+len(met) > maxNumbers {
		n.known = make(map[[packedLength]byte]int64, len(met))
	}
	for id, number := range met {
		if x, ok := packedOrganization(id); ok {
			n.known[x] = number
		}
	}
}

// standing is what makes an organization exist and be found.
type standing struct {
	definition graph.Organization
	defined    bool
	since      int64           // of the definition
	observed   map[string]bool // the names that claims use
}

func (t standing) exists() bool { return t.defined && len(t.observed) > 0 }

func (t standing) names() []string {
	if !t.exists() {
		return nil
	}
	names := slices.Concat([]string{t.definition.Name}, t.definition.Aliases, t.definition.FormerNames)
	for n := range t.observed {
		names = append(names, n)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (t standing) place() place {
	if !t.exists() {
		return place{}
	}
	o := t.definition
	o.Observed = nil
	for n := range t.observed { // of these the first counts
		if o.Observed == nil || n < o.Observed[0] {
			o.Observed = []string{n}
		}
	}
	return place{true, o.ListKey()}
}

const (
	definitionSQL = "SELECT since, body FROM definition WHERE n = ? AND until IS NULL"
	observedSQL   = "SELECT name FROM mention WHERE n = ? AND until IS NULL"
	mentionSQL    = "UPDATE mention SET claims = claims + ? WHERE n = ? AND name = ? AND until IS NULL RETURNING claims"
)

func (s session) standing(n int64) (standing, error) {
	t := standing{observed: map[string]bool{}}
	r := s.short(definitionSQL, n)
	defer r.close()
	if r.next() {
		var err error
		if t.definition, err = readDefinition(version{since: r.int(0), body: r.blob(1)}); err != nil {
			return t, err
		}
		t.defined, t.since = true, r.int(0)
	}
	if err := r.close(); err != nil {
		return t, err
	}
	r = s.short(observedSQL, n)
	defer r.close()
	for r.next() {
		t.observed[r.text(0)] = true
	}
	return t, r.close()
}

// change is what a commit does to one organization.
type change struct {
	id       graph.ID
	gone     bool
	define   *graph.Organization
	mentions []graph.Mention
}

// definitions makes the commit's definitions of organizations current, closes those that are gone, and counts mentions.
func (w *commit) definitions() error {
	changes := map[graph.ID]*change{}
	of := func(id graph.ID) *change {
		if changes[id] == nil {
			changes[id] = &change{id: id}
		}
		return changes[id]
	}
	for _, g := range w.c.Gone {
		if kind := g.ID.Kind(); kind != "Person" && kind != "Move" {
			of(g.ID).gone = true
		}
	}
	for i := range w.c.Organizations {
		of(w.c.Organizations[i].ID).define = &w.c.Organizations[i]
	}
	for _, m := range w.c.Mentions {
		if m.Claims != 0 {
			c := of(m.Organization)
			c.mentions = append(c.mentions, m)
		}
	}
	ordered := make([]*change, 0, len(changes))
	for _, c := range changes {
		ordered = append(ordered, c)
	}
	slices.SortFunc(ordered, func(a, b *change) int { return cmp.Compare(a.id, b.id) })
	for _, c := range ordered {
		if err := w.change(c); err != nil {
			return err
		}
	}
	return nil
}

func (w *commit) change(c *change) error {
	n, ok := w.store.numbers.of(c.id)
	var err error
	if !ok {
		n, ok, err = w.numberOf(c.id)
	}
	if err == nil && !ok {
		if c.define == nil && len(c.mentions) == 0 {
			return nil // gone, but never here
		}
		n, err = w.organization(c.id)
	}
	if err != nil {
		return err
	}
	appear, vanish, err := w.count(n, c.mentions)
	if err != nil || !c.gone && c.define == nil && len(appear) == 0 && len(vanish) == 0 {
		return err
	}
	before, err := w.standing(n)
	if err != nil {
		return err
	}
	after := standing{definition: before.definition, defined: before.defined, observed: map[string]bool{}}
	for name := range before.observed {
		after.observed[name] = true
	}
	if c.gone && after.defined {
		after.defined = false
		if err := w.exec("UPDATE definition SET until = ? WHERE n = ? AND until IS NULL", w.now, n); err != nil {
			return err
		}
	}
	if c.define != nil && !(after.defined && slices.Equal(definitionBody(*c.define), definitionBody(before.definition))) {
		if err := w.define(n, c.define); err != nil {
			return err
		}
		after.definition, after.defined = *c.define, true
	}
	for _, m := range appear {
		after.observed[m.Name] = true
		if err := w.exec("INSERT INTO mention (n, name, since, claims) VALUES (?, ?, ?, ?)", n, m.Name, w.now, m.Claims); err != nil {
			return err
		}
	}
	for _, m := range vanish {
		delete(after.observed, m.Name)
		if err := w.exec("UPDATE mention SET until = ?, claims = 0 WHERE n = ? AND name = ? AND until IS NULL", w.now, n, m.Name); err != nil {
			return err
		}
	}
	if was, is := before.exists(), after.exists(); was && !is {
		w.state.organizations--
	} else if is && !was {
		w.state.organizations++
	}
	if err := w.replacePlace(organizationPlace, c.id, before.place(), after.place()); err != nil {
		return err
	}
	return w.rename(organizationName, c.id, before.names(), after.names())
}

func (w *commit) define(n int64, o *graph.Organization) error {
	if err := w.exec("UPDATE definition SET until = ? WHERE n = ? AND until IS NULL", w.now, n); err != nil {
		return err
	}
	return w.exec(`INSERT INTO definition (n, since, body) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET until = NULL, body = excluded.body`, n, w.now, definitionBody(*o))
}

// count adds up the differences of mentions that stay, and returns those whose name is new or no longer in use.
func (w *commit) count(n int64, differences []graph.Mention) (appear, vanish []graph.Mention, err error) {
	byName := map[string]int{}
	for _, m := range differences {
		byName[m.Name] += m.Claims
	}
	for _, m := range differences {
		d, ok := byName[m.Name]
		if !ok || d == 0 {
			continue
		}
		delete(byName, m.Name)
		r := w.short(mentionSQL, d, n, m.Name)
		defer r.close()
		claims, open := d, r.next()
		if open {
			claims = int(r.int(0))
		}
		if err := r.close(); err != nil {
			return nil, nil, err
		}
		m.Claims = claims
		switch {
		case !open && claims > 0:
			appear = append(appear, m)
		case open && claims <= 0:
			vanish = append(vanish, m)
		}
	}
	return appear, vanish, nil
}
