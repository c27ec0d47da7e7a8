package graph

import "testing"

func TestOrganizationKey(t *testing.T) {
	for name, want := range map[string]string{
		"Acme Robotics": "acme robotics", "Acme Robotics Inc.": "acme robotics", "ACME Robotics, Inc": "acme robotics",
		"The Acme Robotics Company": "acme robotics",
		"L'Oréal":                   "oreal", "l’Oréal S.A.": "oreal", "La Poste": "poste", "Groupe La Poste": "poste",
		"AT&T Inc.": "att", "Johnson & Johnson": "johnson johnson", "Johnson and Johnson": "johnson johnson",
		"McKinsey & Company": "mckinsey", "J.P. Morgan": "jp morgan", "J. P. Morgan Chase & Co.": "jp morgan chase",
		"Canal+": "canal plus", "Groupe Canal+": "canal plus", "Canal Plus": "canal plus",
		"UniCredit S.p.A.": "unicredit", "E.ON SE": "eon", "DNB A/S": "dnb", "Grupo Bimbo, S.A.B. de C.V.": "bimbo",
		"Robert Bosch GmbH & Co. KG": "robert bosch", "Volkswagen AG": "volkswagen", "Volkswagen Group": "volkswagen",
		"Merck KGaA": "merck", "Fidelity Holdings Ltd": "fidelity", "Trench, Rossi e Watanabe": "trench rossi watanabe",
		"Deutsche Telekom AG": "deutsche telekom", "PT Bank Central Asia Tbk": "bank central asia",
		"GmbH": "gmbh", "The": "the", "The Group": "group", "El Al": "el al", "Y Combinator": "y combinator", "X": "x",
		"AS Roma": "as roma", "华为": "huawei", "Яндекс": "iandeks", "1. FC Nürnberg": "1 fc nurnberg",
		"LA Times": "losangeles times", "LA POSTE": "poste", "Yahoo!": "yahoo", "McDonald’s": "mcdonalds", "": "", "…": "",
	} {
		if got := OrganizationKey(name); got != want {
			t.Errorf("OrganizationKey(%q) = %q, want %q", name, got, want)
		}
	}
}
