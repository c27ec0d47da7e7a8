package sqlite

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"slices"

	"talentgraph/graph"
)

// A fact is what filters and figures need to know of one version of a move, as numbers. Facts are kept in a log in the order in
// which the versions came to be, and what ends one in a second log, so that a time is a beginning of both: the versions of then are
// the facts before that place whose end is not among those before that place. The log is kept by columns, some thousand
// facts together, so that a question about all moves reads a few bytes of each.

// The columns of facts. Those from factArticle on have a value for each source.
const (
	factFrom           = iota        // organization.n, 0 where unknown
	factTo                           // likewise
	factFromGroup                    // likewise of Place.Group
	factToGroup                      // likewise
	factDate                         // numbers of dates
	factStatus                       // by statusWords, from factWord on a term
	factFamily                       // likewise by familyWords
	factSeniority                    // likewise by seniorityWords
	factInferred                     // 1 where it is
	factConfidence                   // confidenceNumber
	factAnnounced                    // numbers of dates
	factReported                     //
	factEnded                        //
	factPublishers                   // how many
	factFromCountry                  // terms
	factToCountry                    //
	factFromSector                   //
	factToSector                     //
	factLanguage                     // of the first source
	factRoleFrom                     // hashes of the roles, 0 for none
	factRoleTo                       //
	factWords                        // signature of the words
	factPerson                       // key of the person
	factID                           // the first bytes of the ID's rank, which sort as it does
	factItem                         // item.r
	factClaims                       // how many claims there are
	factSources                      // and how many sources
	factArticle                      // key of the article
	factPublisher                    // terms
	factSourceLanguage               //
	factPublished                    // number of a date
	factColumns                      // how many columns there are
	factEnd            = factColumns // the column of the second log: which fact ends
)

// columnShift is of a column's number in fact.at.
const columnShift = 40

// factWord is the first number of a word that its list does not have.
const factWord = 256

type fact struct {
	values  [factArticle]uint64
	sources [][factColumns - factArticle]uint64
}

func confidenceNumber(c float64) uint64 { return bits.ReverseBytes64(math.Float64bits(c)) } // most have few digits
func confidenceOf(n uint64) float64     { return math.Float64frombits(bits.ReverseBytes64(n)) }

// textHash is 0 for the empty text only.
func textHash(s string) uint64 {
	if s == "" {
		return 0
	}
	return max(1, hash(hashStart, s))
}

// rankStart is a number that sorts as an ID, but for those that begin alike.
func rankStart(rank []byte) uint64 {
	var b [8]byte
	copy(b[:], rank)
	return binary.BigEndian.Uint64(b[:])
}

// factOf is the fact of a version of a move that stands at r.
func (w *commit) factOf(m *graph.Move, r int64) (fact, error) {
	var x fact
	v := &x.values
	for column, id := range [...]graph.ID{factFrom: m.From, factTo: m.To, factFromGroup: m.FromPlace.Group, factToGroup: m.ToPlace.Group} {
		n, err := w.organization(id)
		if err != nil {
			return x, err
		}
		v[column] = uint64(n)
	}
	v[factDate], v[factAnnounced], v[factReported], v[factEnded] = uint64(number(m.Date)), uint64(number(m.Announced)), uint64(number(m.Reported)), uint64(number(m.Ended))
	var err error
	term := func(kind int, text string) uint64 {
		n, e := w.term(kind, text)
		err = cmp.Or(err, e)
		return n
	}
	word := func(list []string, text string) uint64 {
		if i := slices.Index(list, text); i >= 0 {
			return uint64(i)
		}
		return factWord + term(wordTerm, text)
	}
	v[factStatus], v[factFamily], v[factSeniority] = word(statusWords, string(m.Status)), word(familyWords, string(m.RoleFamily)), word(seniorityWords, string(m.Seniority))
	v[factFromCountry], v[factToCountry] = term(countryTerm, m.FromPlace.Country), term(countryTerm, m.ToPlace.Country)
	v[factFromSector], v[factToSector] = term(sectorTerm, m.FromPlace.Sector), term(sectorTerm, m.ToPlace.Sector)
	v[factLanguage] = term(languageTerm, m.Language())
	if m.Inferred {
		v[factInferred] = 1
	}
	v[factConfidence], v[factPublishers] = confidenceNumber(m.Confidence), uint64(m.Publishers)
	v[factRoleFrom], v[factRoleTo], v[factWords] = textHash(m.RoleFrom), textHash(m.RoleTo), uint64(signature(m.Words))
	v[factPerson], v[factID], v[factItem] = uint64(key(m.Person)), rankStart(rank(m.ID)), uint64(r)
	v[factClaims], v[factSources] = uint64(len(m.Claims)), uint64(len(m.Sources))
	if len(m.Sources) > 0 {
		x.sources = make([][factColumns - factArticle]uint64, 0, len(m.Sources))
	}
	for _, s := range m.Sources {
		x.sources = append(x.sources, [...]uint64{uint64(key(s.Article)), term(publisherTerm, s.Publisher), term(languageTerm, s.Language), uint64(number(s.Published))})
	}
	return x, err
}

// appendFact writes a fact as it is kept until there are enough to keep them by columns.
func appendFact(b []byte, x *fact) []byte {
	for _, v := range x.values {
		b = binary.AppendUvarint(b, v)
	}
	for _, s := range x.sources {
		for _, v := range s {
			b = binary.AppendUvarint(b, v)
		}
	}
	return b
}

func readFact(body []byte) (fact, error) {
	d := decode(body)
	var x fact
	for i := range x.values {
		x.values[i] = d.uint()
	}
	if n := x.values[factSources]; n > uint64(len(d.s)) {
		d.torn = true
	} else if n > 0 {
		x.sources = make([][factColumns - factArticle]uint64, n)
		for i := range x.sources {
			for k := range x.sources[i] {
				x.sources[i][k] = d.uint()
			}
		}
	}
	return x, d.err()
}

// column is the values of facts in one column.
func column(facts []fact, c int) []uint64 {
	values := make([]uint64, 0, len(facts))
	for i := range facts {
		if c < factArticle {
			values = append(values, facts[i].values[c])
			continue
		}
		for _, s := range facts[i].sources {
			values = append(values, s[c-factArticle])
		}
	}
	return values
}

// packColumn writes values in as many bytes each as the highest takes, after how many there are and how many bytes that is.
func packColumn(values []uint64) []byte {
	var all uint64
	for _, v := range values {
		all |= v
	}
	width := (bits.Len64(all) + 7) / 8
	b := binary.AppendUvarint(make([]byte, 0, 4+width*len(values)), uint64(len(values)))
	b = append(b, byte(width))
	for _, v := range values {
		for range width {
			b = append(b, byte(v))
			v >>= 8
		}
	}
	return b
}

// mostValues is how many no column of some facts has: there are some thousand facts with their sources.
const mostValues = 1 << 24

// unpackColumn reads what packColumn wrote, into the room of dst.
func unpackColumn(dst []uint64, body []byte) ([]uint64, error) {
	d := decode(body)
	n, width := d.uint(), int(d.byte())
	if d.torn || width > 8 || n > mostValues || uint64(len(d.s)) != n*uint64(width) {
		return nil, errTorn
	}
	dst = slices.Grow(dst[:0], int(n))[:n]
	b := body[len(body)-len(d.s):]
	switch width {
	case 0:
		clear(dst)
	case 1:
		for i := range dst {
			dst[i] = uint64(b[i])
		}
	case 2:
		for i := range dst {
			dst[i] = uint64(binary.LittleEndian.Uint16(b[2*i:]))
		}
	case 4:
		for i := range dst {
			dst[i] = uint64(binary.LittleEndian.Uint32(b[4*i:]))
		}
	case 8:
		for i := range dst {
			dst[i] = binary.LittleEndian.Uint64(b[8*i:])
		}
	default:
		for i := range dst {
			var v uint64
			for k := width - 1; k >= 0; k-- {
				v = v<<8 | uint64(b[k])
			}
			dst[i], b = v, b[width:]
		}
	}
	return dst, nil
}
