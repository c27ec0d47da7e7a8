package extract

// balance is whose arrivals and departures a paragraph lists side by side: "Zugänge: P (A), P (B). Abgänge: P (C). – Kanzlei D". The house
// is named in the marker ("Arrivées chez D :") or is the only organization outside the brackets; these say where people come from and
// where they go.
func (d *document) balance(s *sentence) *organization {
	kind, at := d.itemMarker(s)
	if kind != "join" && kind != "leave" || !s.namesPerson(at) || d.hasVerb(s) {
		return nil
	}
	other := false
	var house *organization
	for k := max(0, s.index-3); k < len(d.sents) && k <= s.index+3; k++ {
		x := d.sents[k]
		if x.block != s.block && !(len(x.block.sentences) == 1 && len(s.block.sentences) == 1) && !x.block.title {
			continue
		}
		m, from := d.itemMarker(x)
		if m != "" && m != kind && x.namesPerson(from) {
			other = true
		}
		if m == "" && x.namesPerson(0) {
			return nil // tells of somebody else
		}
		for j := range x.nodes {
			o := x.orgAt(j)
			if o == nil || d.publishers[o] {
				continue
			}
			if m != "" && j > from+1 { // not in the marker: a role's, or a remark
				return nil
			}
			if house != nil && house != o {
				return nil
			}
			house = o
		}
	}
	if house == nil || !other && !(s.orgAt(at) == house) {
		return nil
	}
	return house
}
