package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// places in the making: since when and until when lists have something somewhere.
type placeRun struct {
	place
	since, until int64
}

// turn notes that the place is another from a time on.
func turn(runs []placeRun, p place, now int64) []placeRun {
	last := len(runs) - 1
	if last >= 0 && runs[last].until == 0 {
		if runs[last].place == p {
			return runs
		}
		runs[last].until = now
	}
	if p.exists {
		runs = append(runs, placeRun{place: p, since: now})
	}
	return runs
}

func (s session) addPlaces(kind int, id graph.ID, runs []placeRun) error {
	for _, x := range runs {
		if err := s.exec("INSERT INTO name (kind, key, id, name, since, until) VALUES (?, ?, ?, '', ?, ?)", kind, x.key, id, x.since, orNil(x.until)); err != nil {
			return err
		}
	}
	return nil
}

// placePerson puts all versions of a person where lists have them.
func (s session) placePerson(i item) error {
	chain, err := s.chain(i)
	if err != nil {
		return err
	}
	var runs []placeRun
	var id graph.ID
	for _, l := range slices.Backward(chain) {
		p, err := readPerson(l.version)
		if err != nil {
			return err
		}
		id = p.ID
		runs = turn(runs, place{true, p.ListKey()}, l.since)
	}
	if i.until != 0 {
		runs = turn(runs, place{}, i.until)
	}
	return s.addPlaces(personPlace, id, runs)
}

// placeOrganizations puts organizations where lists have them, as they were defined and mentioned at all times.
func (s session) placeOrganizations() error {
	ids := map[int64]graph.ID{}
	r := s.long("SELECT n, id FROM organization")
	defer r.close()
	for r.next() {
		ids[r.int(0)] = graph.ID(r.text(1))
	}
	if err := r.close(); err != nil {
		return err
	}
	for n, id := range ids {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := s.placeOrganization(n, id); err != nil {
			return err
		}
	}
	return nil
}

func (s session) placeOrganization(n int64, id graph.ID) error {
	type named struct {
		version
		name string
	}
	var defined, observed []named
	var times []int64
	for _, x := range []struct {
		sql  string
		into *[]named
	}{{"SELECT since, until, body, '' FROM definition WHERE n = ?", &defined}, {"SELECT since, until, NULL, name FROM mention WHERE n = ?", &observed}} {
		r := s.short(x.sql, n)
		defer r.close()
		for r.next() {
			v := named{version{since: r.int(0), until: r.int(1), body: r.blob(2)}, r.text(3)}
			*x.into = append(*x.into, v)
			if times = append(times, v.since); v.until != 0 {
				times = append(times, v.until)
			}
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	slices.Sort(times)
	var runs []placeRun
	for _, t := range slices.Compact(times) {
		then := standing{observed: map[string]bool{}}
		for _, d := range defined {
			if d.holds(t) {
				var err error
				if then.definition, err = readDefinition(d.version); err != nil {
					return err
				}
				then.defined = true
			}
		}
		for _, o := range observed {
			if o.holds(t) {
				then.observed[o.name] = true
			}
		}
		runs = turn(runs, then.place(), t)
	}
	return s.addPlaces(organizationPlace, id, runs)
}
