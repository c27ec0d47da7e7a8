package extract

// bests are the two persons for whom an organization is most likely an end: as the employer left, as the one joined.
type bests struct {
	who   [2][2]*person
	score [2][2]float32
}

// except is the highest log odds of another person than p.
func (b *bests) except(p *person, side int) float32 {
	if b == nil {
		return -12
	}
	if b.who[side][0] != p {
		return b.score[side][0]
	}
	return b.score[side][1]
}

func (st *study) best(o *organization) *bests {
	if o == nil {
		return nil
	}
	if b := st.bests[o]; b != nil {
		return b
	}
	b := &bests{score: [2][2]float32{{-12, -12}, {-12, -12}}}
	for _, q := range st.persons {
		e := st.endOf(q, o)
		for k, x := range [2]float32{e.from, e.to} {
			switch {
			case x > b.score[k][0]:
				b.who[k][1], b.score[k][1] = b.who[k][0], b.score[k][0]
				b.who[k][0], b.score[k][0] = q, x
			case x > b.score[k][1]:
				b.who[k][1], b.score[k][1] = q, x
			}
		}
	}
	st.bests[o] = b
	return b
}
