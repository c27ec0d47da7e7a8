package extract

// lacks reports whether fact f has not what its frame asks for with "need=…", so that it is not stated. The
// function at gives the node of an argument, -1 for none.
func (d *document) lacks(need string, s *sentence, at func(arg string) int, f *fact, who *person) bool {
	switch need {
	case "to": // the new organization is known
		return f.to.org == nil
	case "from": // the old one is
		return f.from.org == nil
	case "both":
		return f.from.org == nil || f.to.org == nil
	case "named": // the new one is named here
		return f.to.org == nil || f.to.implied || at("to") >= 0 && s.nodes[at("to")].ref != refName
	case "since": // a date since when
		return !f.date.since
	case "recent":
		return !d.recentDate(f.date) || d.until(s, at("date"))
	case "old":
		return d.recentDate(f.date) && !d.until(s, at("date"))
	case "past": // a date of long ago
		return f.date.year == 0 && !f.date.rel || d.recentDate(f.date)
	case "until": // a date until when
		return !d.until(s, at("date"))
	case "fresh": // a group was told of just before
		return d.group == nil || s.index-d.group.sent > 1
	case "vacancy": // the text spoke of a new holder and named none
		return !d.vacancy(s)
	case "elsewhere": // the person was somewhere else
		return !d.elsewhere(who, f.to.org)
	case "parting": // the sentence or one of the two before speaks of departures
		return !d.parting(s)
	case "headed": // the sentence before is no more than the name
		return d.aloneBefore(s) == nil
	case "team": // the label org is one of people
		return at("org") < 0 || !d.p.is("teamword", s.nodes[at("org")].head)
	}
	return false
}

// asksElsewhere is 1 for a frame that is stated only of who is at another organization, else 0.
func (f *frame) asksElsewhere() int {
	for _, a := range f.acts {
		if a.args["need"] == "=elsewhere" {
			return 1
		}
	}
	return 0
}

// parting reports whether the sentence or one of the two before speaks of departures: "Deux départs sont acquis. D'abord celui de X."
func (d *document) parting(s *sentence) bool {
	for k := max(0, s.index-2); k <= s.index; k++ {
		for i := range d.sents[k].nodes {
			if n := &d.sents[k].nodes[i]; n.kind == kindWord && d.p.is("parting", n.low) {
				return true
			}
		}
	}
	return false
}
