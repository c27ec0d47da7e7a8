package graphtest

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"talentgraph/graph"
)

// employer is an organization that people leave and join.
type employer struct {
	main  string
	other []string // other names in use
}

const (
	unknownEmployers = 20000 // those that no catalogue has
	employerSkew     = 0.85  // the exponent of their sizes
)

// employersOf lists employers, the largest first: those of the catalogue, curated ones before others, with unknown ones
// in between.
func employersOf(c *graph.Catalogue) []employer {
	var known []graph.CatalogueEntry
	for _, e := range c.Entries() {
		if found, ok := c.Lookup(e.Name); ok && found.Key == e.Key && !e.Ambiguous {
			known = append(known, e)
		}
	}
	order := func(e graph.CatalogueEntry) uint32 {
		h := uint32(2166136261)
		for _, b := range []byte(e.Key) {
			h = (h ^ uint32(b)) * 16777619
		}
		return h
	}
	slices.SortFunc(known, func(a, b graph.CatalogueEntry) int {
		if a.Curated != b.Curated {
			if a.Curated {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.Key, b.Key))
	})
	var list []employer
	unknown := 0
	for len(known) > 0 || unknown < unknownEmployers {
		if len(known) > 0 && (unknown >= unknownEmployers || (len(list)%5) < 3) {
			e := employer{main: known[0].Name}
			for _, n := range append(slices.Clone(known[0].Aliases), known[0].FormerNames...) {
				if found, ok := c.Lookup(n); ok && found.Key == known[0].Key {
					e.other = append(e.other, n)
				}
			}
			list = append(list, e)
			known = known[1:]
			continue
		}
		list = append(list, unknownEmployer(unknown))
		unknown++
	}
	return list
}

func unknownEmployer(i int) employer {
	name := worldStems[i%len(worldStems)] + " " + worldTrades[i/len(worldStems)%len(worldTrades)]
	if more := i / len(worldStems) / len(worldTrades); more > 0 {
		name = worldStems[(i*31+more)%len(worldStems)] + " " + name
	}
	e := employer{main: name}
	for _, form := range []string{" Inc.", ", Inc.", " Ltd", " GmbH", " SA"}[i%3 : i%3+2] {
		e.other = append(e.other, name+form)
	}
	return e
}

func (w *World) employer(r *rand.Rand) int { return zipf(r, len(w.employers), employerSkew) }

// name is what an article calls the employer.
func (e employer) name(r *rand.Rand) string {
	if len(e.other) > 0 && r.Float64() < 0.25 {
		return e.other[r.IntN(len(e.other))]
	}
	if r.Float64() < 0.01 {
		return strings.ToUpper(e.main)
	}
	return e.main
}

var worldStems = strings.Fields(`Harbor Cobalt Juniper Meridian Northgate Aster Bluewater Cedar Dunmore Eastbrook Fathom Granite
	Halcyon Ironwood Jasper Kestrel Lumen Marlow Nimbus Orchard Palisade Quarry Redfern Sable Tamarack Umber Vantage Westmark
	Yarrow Zephyr Alder Basalt Calder Drift Ember Falcon Glade Heron Indigo Jubilee Keystone Lattice Mosaic Nettle Onyx Pinnacle
	Quill Ridge Saffron Thistle Upland Verity Willow Xenon Yonder Zenith Anchor Beacon Crescent Delphi Elm Foundry Gable
	Hollow Isthmus Jetty Knoll Larch Maple Noble Oriel Prairie Quince Rowan Summit Tidal Union Vesper Wharf Argent Birch
	Copper Dorset Echo Fennel Garnet Hazel Iris Jade Kelp Linden Merit Nova Opal Pebble Quartz Raven Slate Topaz Ursa Violet Wren`)

var worldTrades = strings.Fields(`Robotics Capital Therapeutics Analytics Energy Logistics Foods Media Partners Systems Bank Software
	Aerospace Motors Biotech Insurance Studios Networks Semiconductors Materials Health Security Advisory Learning Games
	Textiles Diagnostics Ventures Railways Publishing`)

// worldFields are the roles of a field of work, from the first to the last.
var worldFields = [][]string{
	{"software engineer", "senior software engineer", "engineering manager", "director of engineering", "vice president of engineering", "chief technology officer"},
	{"research scientist", "senior research scientist", "head of research", "director of research", "chief scientist"},
	{"sales manager", "regional sales manager", "head of sales", "vice president of sales", "chief revenue officer"},
	{"marketing manager", "head of marketing", "marketing director", "vice president of marketing", "chief marketing officer"},
	{"financial analyst", "finance manager", "head of finance", "finance director", "chief financial officer"},
	{"associate lawyer", "senior counsel", "head of legal", "general counsel"},
	{"reporter", "senior reporter", "news editor", "managing editor", "editor in chief"},
	{"product manager", "senior product manager", "head of product", "vice president of product", "chief product officer"},
	{"general manager", "managing director", "president", "chief executive officer"},
	{"lecturer", "assistant professor", "professor", "dean"},
}

var worldSyllables = strings.Fields(`bar cor dal fen gar hol jas kor lan mor nar pel quin ros sal tor val wes yar zan ber cal del far
	gol han jor kel lor mal nor pas rad sor tam ver wil yel zor bran crin drow fral glen hest krim lund marn prel stav thor
	vell brug clav dren finn gres hald ist jurg kles laz mert nyst oster plav rusk skov tull ulm vind warm`)

var worldEndings = strings.Fields("a ski sen berg ton ez er i ov ak ano ell in ou sson land mann dottir")

var fallbackGiven = strings.Fields(`james mary john linda robert sarah michael emma david laura thomas anna peter julia daniel sofia
	paul maria mark elena luis carmen jean claire hans petra wei mei hiroshi yuki ravi priya omar leila ivan olga lars ingrid`)

var fallbackSurnames = strings.Fields(`smith johnson brown taylor wilson martin garcia lopez perez muller schmidt weber fischer dubois
	moreau laurent rossi russo ferrari silva santos wang li zhang chen kumar singh sharma kim lee park sato suzuki tanaka
	ivanov petrov hansen larsen khan ahmed cohen`)
