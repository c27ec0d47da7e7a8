package extract

// yearStations reads the stations of a career with their years in brackets, two or more in one sentence: "Ha pasado por A
// (2008-2012), B (2012-2017) y C (2017-2024)". It gives nothing where the sentence names somebody else.
func (d *document) yearStations(s *sentence) []*fact {
	if !d.p.is("option", "pro-drop") || s.block.kind == heading {
		return nil
	}
	var q *person
	var out []*fact
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
			if len(n.persons) != 1 || q != nil && n.persons[0] != q {
				return nil
			}
			q = n.persons[0]
		}
	}
	if q == nil {
		q = d.topic
	}
	if q == nil {
		return nil
	}
	for i := range s.nodes {
		o := s.orgAt(i)
		if o == nil || i+2 >= len(s.nodes) || s.nodes[i+1].low != "(" || o.names(q) {
			continue
		}
		if y := d.yearsWithin(s, i+2); y > 0 {
			out = append(out, &fact{kind: "was", who: q, org: orgArg{org: o}, sent: s, node: i, rule: "years", focus: d.focus, endYear: y})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// yearsWithin is the last year of a bracket that holds nothing but years: "(2008-2012)", "(2017–24)"; 0 for another bracket.
func (d *document) yearsWithin(s *sentence, i int) int {
	first, last := 0, 0
	for j := s.nodes[i].a; j < len(s.toks); j++ {
		t := s.toks[j]
		switch {
		case t.low == ")":
			if first > 0 && last >= first {
				return last
			}
			return 0
		case t.digit && len(t.text) == 9 && (t.text[4] == '-' || t.text[4] == '/'):
			first, last = year4(t.text[:4]), year4(t.text[5:])
		case t.digit:
			y := fullYear(t)
			if y == 0 {
				return 0
			}
			if first == 0 {
				first = y
			} else {
				last = y
			}
		case t.low != "-" && t.low != "–" && t.low != "/" && !d.p.is("untilword", t.low) && !d.p.is("since", t.low) && !d.p.is("det", t.low) && !d.p.is("personof", t.low) && !d.p.is("persondative", t.low):
			return 0
		}
	}
	return 0
}

func year4(w string) int {
	return fullYear(token{text: w, digit: true})
}
