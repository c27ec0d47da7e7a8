package neo4j

import (
	"fmt"
	"strings"

	"talentgraph/graph"
)

// encodeFilter gives the conditions of a filter that are set, by name. Those of filters inside it are under names of their own, and
// what they ask is in nested, as Cypher.
func encodeFilter(f graph.MoveFilter) properties {
	p := encodeLevel(f)
	n := 0
	if nested := nest(p, f, &n); nested != "" {
		p["nested"] = nested
	}
	return p
}

func encodeLevel(f graph.MoveFilter) properties {
	p := properties{}
	putList(p, "people", sortedTexts(f.People)) // without repeats, which would find moves twice
	putList(p, "from", sortedTexts(f.From))
	putList(p, "to", sortedTexts(f.To))
	putList(p, "organizations", sortedTexts(f.Organizations))
	putDate(p, "since", f.Since.First())
	putDate(p, "until", f.Until.Last())
	putList(p, "statuses", f.Statuses)
	putList(p, "roleFamilies", f.RoleFamilies)
	putList(p, "seniorities", f.Seniorities)
	if f.Inferred != nil {
		p["inferred"] = *f.Inferred
	}
	if f.MinConfidence > 0 {
		p["minConfidence"] = f.MinConfidence
	}
	putList(p, "words", f.Words)
	putList(p, "months", f.Months)
	for _, x := range []struct {
		fields []graph.MoveField
		suffix string
	}{{f.Known, "Known"}, {f.Unknown, "Unknown"}} {
		for _, field := range x.fields {
			p[fieldProperties[field]+x.suffix] = true
		}
	}
	encodeWider(p, f)
	return p
}

func encodeWider(p properties, f graph.MoveFilter) {
	putDate(p, "announcedSince", f.AnnouncedSince.First())
	putDate(p, "announcedUntil", f.AnnouncedUntil.Last())
	putDate(p, "reportedSince", f.ReportedSince.First())
	putDate(p, "reportedUntil", f.ReportedUntil.Last())
	if !f.AsOf.IsZero() {
		p["asOf"] = []string{f.AsOf.First().String(), f.AsOf.Last().String()}
	}
	if f.MaxConfidence > 0 {
		p["maxConfidence"] = f.MaxConfidence
	}
	if f.MinPublishers > 0 {
		p["minPublishers"] = f.MinPublishers
	}
	if f.Inside != nil {
		p["inside"] = *f.Inside
	}
	putList(p, "role", f.Role)
	putList(p, "fromCountries", f.FromCountries)
	putList(p, "toCountries", f.ToCountries)
	putList(p, "countries", f.Countries)
	putList(p, "fromSectors", f.FromSectors)
	putList(p, "toSectors", f.ToSectors)
	putList(p, "sectors", f.Sectors)
	putList(p, "fromGroups", f.FromGroups)
	putList(p, "toGroups", f.ToGroups)
	putList(p, "firstLanguages", f.FirstLanguages)
	putList(p, "languages", f.Languages)
	putList(p, "publishers", f.Publishers)
}

// fieldProperties are the properties that fields are kept in.
var fieldProperties = map[graph.MoveField]string{
	graph.FromField: "from", graph.ToField: "to", graph.DateField: "date", graph.AnnouncedField: "announced", graph.ReportedField: "reported",
	graph.RoleFromField: "roleFrom", graph.RoleToField: "roleTo", graph.FamilyField: "roleFamily", graph.SeniorityField: "seniority",
	graph.EndedField: "ended",
}

// nest adds the conditions of the filters in f to p, each under a name of its own, and says in Cypher what they ask. A property that
// is not there makes a condition neither true nor false, which the CASE turns to false.
func nest(p properties, f graph.MoveFilter, n *int) string {
	one := func(x graph.MoveFilter) string {
		*n++
		prefix := fmt.Sprintf("n%d_", *n)
		level := encodeLevel(x)
		var all []string
		for _, c := range conditions {
			if v := level[c.name]; v != nil {
				p[prefix+c.name] = v
				all = append(all, strings.ReplaceAll(c.cypher, "$."+c.name, "$."+prefix+c.name))
			}
		}
		if inner := nest(p, x, n); inner != "" {
			all = append(all, inner)
		}
		if len(all) == 0 {
			return "true"
		}
		return "CASE WHEN " + strings.Join(all, " AND ") + " THEN true ELSE false END"
	}
	var all, any []string
	for _, x := range f.All {
		all = append(all, one(x))
	}
	for _, x := range f.Any {
		any = append(any, one(x))
	}
	if len(any) > 0 {
		all = append(all, "("+strings.Join(any, " OR ")+")")
	}
	for _, x := range f.None {
		all = append(all, "NOT ("+one(x)+")")
	}
	return strings.Join(all, " AND ")
}

// conditions says in Cypher what each condition asks of a move m; $ stands for where the values are.
var conditions = []condition{
	{"people", "m.person IN $.people"},
	{"from", "m.from IN $.from"},
	{"to", "m.to IN $.to"},
	{"organizations", "(m.from IN $.organizations OR m.to IN $.organizations)"},
	{"since", "m.latest >= $.since"},
	{"until", "m.earliest <= $.until"},
	{"statuses", "coalesce(m.status, '') IN $.statuses"},
	{"roleFamilies", "coalesce(m.roleFamily, '') IN $.roleFamilies"},
	{"seniorities", "coalesce(m.seniority, '') IN $.seniorities"},
	{"inferred", "m.inferred = $.inferred"},
	{"minConfidence", "m.confidence >= $.minConfidence"},
	{"words", "all(w IN $.words WHERE w IN m.words)"},
	{"months", "coalesce(left(m.date, 7), '') IN $.months"},
	{"someUnknown", "(m.from IS NULL OR m.to IS NULL)"}, // only of a page
	{"announcedSince", "m.announcedLatest >= $.announcedSince"},
	{"announcedUntil", "m.announcedEarliest <= $.announcedUntil"},
	{"reportedSince", "m.reportedLatest >= $.reportedSince"},
	{"reportedUntil", "m.reportedEarliest <= $.reportedUntil"},
	{"asOf", "m.stayFrom <= $.asOf[1] AND m.stayTo >= $.asOf[0]"},
	{"maxConfidence", "m.confidence <= $.maxConfidence"},
	{"minPublishers", "m.publishers >= $.minPublishers"},
	{"inside", "coalesce(m.fromGroup = m.toGroup, false) = $.inside"},
	{"role", "all(w IN $.role WHERE w IN m.roleWords)"},
	{"fromCountries", "coalesce(m.fromCountry, '') IN $.fromCountries"},
	{"toCountries", "coalesce(m.toCountry, '') IN $.toCountries"},
	{"countries", "(coalesce(m.fromCountry, '') IN $.countries OR coalesce(m.toCountry, '') IN $.countries)"},
	{"fromSectors", "coalesce(m.fromSector, '') IN $.fromSectors"},
	{"toSectors", "coalesce(m.toSector, '') IN $.toSectors"},
	{"sectors", "(coalesce(m.fromSector, '') IN $.sectors OR coalesce(m.toSector, '') IN $.sectors)"},
	{"fromGroups", "m.fromGroup IN $.fromGroups"},
	{"toGroups", "m.toGroup IN $.toGroups"},
	{"firstLanguages", "coalesce(m.language, '') IN $.firstLanguages"},
	{"languages", "any(x IN m.sourceLanguages WHERE x IN $.languages)"},
	{"publishers", "any(x IN m.sourcePublishers WHERE x IN $.publishers)"},
	{"fromKnown", "m.from IS NOT NULL"}, {"fromUnknown", "m.from IS NULL"},
	{"toKnown", "m.to IS NOT NULL"}, {"toUnknown", "m.to IS NULL"},
	{"dateKnown", "m.date IS NOT NULL"}, {"dateUnknown", "m.date IS NULL"},
	{"announcedKnown", "m.announced IS NOT NULL"}, {"announcedUnknown", "m.announced IS NULL"},
	{"reportedKnown", "m.reported IS NOT NULL"}, {"reportedUnknown", "m.reported IS NULL"},
	{"roleFromKnown", "m.roleFrom IS NOT NULL"}, {"roleFromUnknown", "m.roleFrom IS NULL"},
	{"roleToKnown", "m.roleTo IS NOT NULL"}, {"roleToUnknown", "m.roleTo IS NULL"},
	{"roleFamilyKnown", "m.roleFamily IS NOT NULL"}, {"roleFamilyUnknown", "m.roleFamily IS NULL"},
	{"seniorityKnown", "m.seniority IS NOT NULL"}, {"seniorityUnknown", "m.seniority IS NULL"},
	{"endedKnown", "m.ended IS NOT NULL"}, {"endedUnknown", "m.ended IS NULL"},
}

type condition struct{ name, cypher string }

// shape names the conditions that are set: two filters of one shape need only one statement.
func shape(p properties) string {
	var names []string
	for _, c := range conditions {
		if p[c.name] != nil {
			names = append(names, c.name)
		}
	}
	if nested, ok := p["nested"].(string); ok {
		names = append(names, nested)
	}
	return strings.Join(names, " ")
}

// filters are conditions in force together: those of a row r, which differ from page to page, and those under $q.where.
type filters struct{ row, where properties }

// source says in Cypher where the values of a condition are; empty where neither filter has it.
func (f filters) source(name string) string {
	if f.row[name] != nil {
		return "r." + name
	}
	if f.where[name] != nil {
		return "$q.where." + name
	}
	return ""
}

func (f filters) longest(name string) int {
	for _, p := range []properties{f.row, f.where} {
		if l, ok := p[name].([]string); ok {
			return len(l)
		}
	}
	return 0
}

// rest is the Cypher of all conditions but the ones met already, which are given by source.
func (f filters) rest(met ...string) string {
	var all []string
	for _, x := range []struct {
		p      properties
		prefix string
	}{{f.row, "r"}, {f.where, "$q.where"}} {
		for _, c := range conditions {
			if x.p[c.name] != nil && !containsText(met, x.prefix+"."+c.name) {
				all = append(all, strings.ReplaceAll(c.cypher, "$.", x.prefix+"."))
			}
		}
		if nested, ok := x.p["nested"].(string); ok {
			all = append(all, strings.ReplaceAll(nested, "$.", x.prefix+"."))
		}
	}
	return opaque(all)
}

// opaque is AND and all of the conditions, in a form that the planner leaves alone: it would look for indexes and
// turn alternatives into unions of seeks, which takes it seconds and makes plans that are worse.
func opaque(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return " AND CASE WHEN " + strings.Join(conditions, " AND ") + " THEN true ELSE false END"
}

func containsText(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
