package extract

import "slices"

// hintFeatures tell whether the sentences that name o may mean p, where they do not name p: whether pronouns, posts and possessives fit p's gender, and
// who else was named since.
func (st *study) hintFeatures(p *person, o *organization, v *vector) {
	told := st.listen()
	var agree, agreeAlike, agreeOther, agreeOpen, agreeRecent, differ, empty, emptyLast, emptyAlike, emptyRecent, unsure, others float64
	var fits, misfits, hintedAlike, hintedRecent float64
	gap := float64(longAgo.gap)
	for _, f := range st.flanks(o) {
		h := &told[f.s]
		r, fit := h.recent[p.place], h.fitting(p)
		switch h.meant[p.place] {
		case notMeant:
			gap = min(gap, float64(r.gap))
			if fit.open || fit.taken {
				agree++
				agreeAlike += one(r.alike == 0)
				agreeRecent = max(agreeRecent, 1/(1+float64(r.alike)))
				agreeOther += one(fit.taken)
				agreeOpen += one(fit.open)
			}
			differ += one(fit.differs)
			if len(h.hints) == 0 && !h.named {
				empty++
				emptyLast += one(r.others == 0)
				emptyAlike += one(r.alike == 0)
				emptyRecent = max(emptyRecent, 1/(1+float64(r.others)))
			}
			unsure += one(fit.either)
			others += one(h.named)
		case hinted:
			fits += one(fit.own)
			misfits += one(fit.differs)
			hintedAlike += one(r.alike == 0)
			hintedRecent = max(hintedRecent, float64(r.alike))
		}
	}
	v.put("gender fits", agree)
	v.put("gender fits, last alike", agreeAlike)
	v.put("gender fits, read as another", agreeOther)
	v.put("gender fits, read as nobody", agreeOpen)
	v.put("gender fits, recency", agreeRecent)
	v.put("gender differs", differ)
	v.put("no hint", empty)
	v.put("no hint, named last", emptyLast)
	v.put("no hint, last alike", emptyAlike)
	v.put("no hint, recency", emptyRecent)
	v.put("hint of either gender", unsure)
	v.put("others named instead", others)
	v.put("sentences since named", gap)
	v.put("hinted, gender fits", fits)
	v.put("hinted, gender differs", misfits)
	v.put("hinted, last alike", hintedAlike)
	v.put("hinted, alike since", hintedRecent)
}

// fitting is how the hints of a sentence go with a person.
type fitting struct {
	own     bool // one that the rules read as the person fits
	open    bool // one that they read as nobody does
	taken   bool // one that they read as another does
	differs bool // one does not fit; where the rules read one as the person, that one
	either  bool // one tells no gender
}

func (h *heard) fitting(p *person) (f fitting) {
	for _, x := range h.hints {
		mine, known := slices.Contains(x.whom, p), x.gender != 0 && p.gender != 0
		switch {
		case x.gender == 0:
			f.either = true
		case !known:
		case x.gender != p.gender:
			f.differs = f.differs || mine || h.meant[p.place] != hinted
		case mine:
			f.own = true
		case len(x.whom) > 0:
			f.taken = true
		default:
			f.open = true
		}
	}
	return f
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// genderFeatures are p's gender and how often pronouns of the article hint at it, beside how many persons share it.
func (st *study) genderFeatures(p *person, v *vector) {
	st.listen()
	hints, contrary := -1.0, -1.0
	switch p.gender {
	case 'm':
		hints, contrary = float64(st.pronouns['m']), float64(st.pronouns['f'])
	case 'f':
		hints, contrary = float64(st.pronouns['f']), float64(st.pronouns['m'])
	}
	same, most := 0.0, 0
	for _, q := range st.persons {
		if q != p {
			most = max(most, st.meant[q.place])
			same += one(q.gender == p.gender)
		}
	}
	gender := map[byte]float64{'m': 1, 'f': 2}[p.gender]
	v.put("person: gender", gender)
	v.put("person: others of the gender", same)
	v.put("article: hints at the gender", hints)
	v.put("article: hints at the other", contrary)
	v.put("person: meant more often than others", float64(st.meant[p.place]-most))
}
