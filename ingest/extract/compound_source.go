package extract

// sources takes from the organizations of a sentence those that are only quoted: "Nach Informationen der „Wirtschaftspost“ soll er
// …", "sagte sie dem Südwestrundfunk". One that the article also speaks of otherwise stays.
func (d *document) sources(s *sentence) {
	p := d.p
	parting := false // "sagt dem Spiegel Adieu"
	for i := range s.nodes {
		parting = parting || p.is("adieu", s.nodes[i].low)
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if !isName(n) || n.ref != refName || n.org == nil || n.org.count > 2 || n.person() {
			continue
		}
		j := i - 1
		maker := false // "meldet die Spedition Dachser"
		for j > 0 && s.nodes[j].kind == kindWord && (p.is("sourcelink", s.nodes[j].low) || p.is("orgnoun", s.nodes[j].low)) {
			maker = maker || !p.is("sourcelink", s.nodes[j].low) && !p.is("medium", s.nodes[j].low)
			j--
		}
		if first := s.toks[n.a]; p.is("det", first.low) && n.b-n.a > 2 {
			x := s.toks[n.a+1].low
			maker = maker || (p.is("orgnoun", x) || p.is("orghead", x)) && !p.is("medium", x)
		}
		if maker {
			continue
		}
		behind := i+1 < len(s.nodes) && p.is("sourcebehind", s.nodes[i+1].low) && !(i > 0 && (p.is("focusprep", s.nodes[i-1].low) || s.nodes[i-1].low == "für")) // not "für den WDR berichtete"
		before := j >= 0 && s.nodes[j].kind == kindWord && p.is("sourcebefore", s.nodes[j].low)
		asked := false
		for k := i - 1; k >= 0 && k > i-7 && !before; k-- { // "sagte sie am Mittwoch dem Südwestrundfunk"
			x := &s.nodes[k]
			if x.kind == kindWord && p.is("saidto", x.low) {
				asked = s.toks[n.a].low == "dem" || s.toks[n.a].low == "der" || s.toks[n.a].low == "den" || i > 0 && s.nodes[i-1].low == "gegenüber"
				break
			}
			if x.kind != kindPerson && x.kind != kindDate && !(x.kind == kindWord && p.is("skip", x.low)) {
				break
			}
		}
		if i+1 < len(s.nodes) && s.nodes[i+1].low == "mit" && asked { // "teilte der SC Fortuna mit"
			continue
		}
		if i+2 < len(s.nodes) && s.nodes[i+1].low == "-" { // "anderslautenden Berichten Lindwurm-Chef Amrhein"
			continue
		}
		if before || behind || asked && !parting {
			n.kind, n.org = kindWord, nil
		}
	}
}
