package sqlite

import (
	"encoding/binary"

	"talentgraph/graph"
)

// The claims of a move and their sources are written in full in a latest version, and in one before it as what the version
// after it has more, wherever that suffices: so the history of a move with many claims grows by each claim and not by all.

// How the evidence of a move is written.
const (
	evidenceIDs     = iota // only claims, as the first version of the schema had them
	evidenceSurplus        // the places in the version after it of what it lacks
	evidenceFull           // claims, then sources
	evidencePlaced         // the place of the person, claims, the places of as many, then sources
)

func appendEvidence(b []byte, m graph.Move, after *graph.Move, x *whereabouts) []byte {
	if after != nil {
		if more, ok := surplus(m, after); ok {
			b = binary.AppendUvarint(append(b, evidenceSurplus), uint64(len(more)))
			last := 0
			for _, i := range more {
				b = binary.AppendUvarint(b, uint64(i-last))
				last = i
			}
			return b
		}
	}
	if x == nil {
		b = appendIDs(append(b, evidenceFull), m.Claims)
	} else {
		b = binary.AppendUvarint(append(b, evidencePlaced), uint64(x.person))
		b = appendIDs(b, m.Claims)
		for _, c := range x.claims {
			b = binary.AppendUvarint(b, uint64(c))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(m.Sources)))
	for i, s := range m.Sources {
		b = appendID(b, s.Article)
		known := 0 // most publishers and languages of a move come again
		for ; known < i && (m.Sources[known].Publisher != s.Publisher || m.Sources[known].Language != s.Language); known++ {
		}
		if b = binary.AppendUvarint(b, uint64(i-known)); known == i {
			b = appendText(appendText(b, s.Publisher), s.Language)
		}
		b = appendDate(b, s.Published)
	}
	return b
}

// surplus is the places in after of what m lacks; false where m's evidence is not after's without some of it.
func surplus(m graph.Move, after *graph.Move) ([]int, bool) {
	if len(after.Claims) == 0 || len(m.Claims) > len(after.Claims) || len(m.Sources) != len(m.Claims) || len(after.Sources) != len(after.Claims) {
		return nil, false
	}
	var more []int
	i := 0
	for k, id := range after.Claims {
		if i < len(m.Claims) && m.Claims[i] == id && m.Sources[i] == after.Sources[k] {
			i++
		} else {
			more = append(more, k)
		}
	}
	return more, i == len(m.Claims)
}

func (d *decoder) evidence(m, after *graph.Move) {
	switch d.byte() {
	case evidenceIDs:
		m.Claims = d.ids()
	case evidenceFull:
		m.Claims = d.ids()
		m.Sources = d.sources()
	case evidencePlaced:
		x := whereabouts{person: int64(d.uint())}
		m.Claims = d.ids()
		for range m.Claims {
			if n := int64(d.uint()); d.where != nil {
				x.claims = append(x.claims, n)
			}
		}
		if d.where != nil {
			*d.where = x
		}
		m.Sources = d.sources()
	case evidenceSurplus:
		d.without(m, after)
	default:
		d.torn, d.s = true, ""
	}
}

func (d *decoder) sources() []graph.Source {
	n := d.length()
	if n == 0 {
		return nil
	}
	list := make([]graph.Source, n)
	for i := range list {
		s := &list[i]
		s.Article = d.id()
		if back := d.int(); back == 0 {
			s.Publisher, s.Language = d.text(), d.text()
		} else if back <= i {
			s.Publisher, s.Language = list[i-back].Publisher, list[i-back].Language
		} else {
			d.torn, d.s = true, ""
		}
		s.Published = d.date()
	}
	return list
}

// without reads what the version after it has more.
func (d *decoder) without(m, after *graph.Move) {
	n := d.length()
	if after == nil {
		d.torn, d.s = true, ""
		return
	}
	lacks := make(map[int]bool, n)
	for place, i := 0, 0; i < n; i++ {
		if place += d.int(); place >= len(after.Claims) {
			d.torn, d.s = true, ""
			return
		}
		lacks[place] = true
	}
	for i, id := range after.Claims {
		if !lacks[i] {
			m.Claims = append(m.Claims, id)
			if i < len(after.Sources) {
				m.Sources = append(m.Sources, after.Sources[i])
			}
		}
	}
}
