package main

import "strings"

// wording is what the slots of a language's constructions are filled with. Persons and organizations are invented; names of
// organizations take no article.
type wording struct {
	men, women, surnames, orgs []string
	roles                      [][2]string // of a man, of a woman
	described, medium          string
	places, numbers            []string
	dates                      map[string]string
	before, beforeRole         map[string]string // what an operator ("de:") becomes before a name, before a role
}

func items(s string) []string { return strings.Split(s, ", ") }

func pairs(s string) (out [][2]string) {
	for _, p := range items(s) {
		a, b, ok := strings.Cut(p, "/")
		if !ok {
			b = a
		}
		out = append(out, [2]string{a, b})
	}
	return out
}

func table(s string) map[string]string {
	m := map[string]string{}
	for _, p := range items(s) {
		a, b, _ := strings.Cut(p, "=")
		m[a] = b
	}
	return m
}

var invented = items("Vantara Technologies, Northbridge, Altimera, Celestia Capital, Brightwater, Orvella, Kestrel Bank, Quantis Systems, Mirabel Media, Solvane, Pharmatis, Hallmere Partners, Datavia, Lumenor, Triaxis, Novacem, Heliora Energy, Bluestone Labs, Cortexa, Zephyria, Ostara Foods, Merivale, Pellucid, Argentis")

var wordings = map[string]wording{
	"en": {
		men:       items("James, David, Michael, Robert, Thomas, Daniel, Andrew, Peter, Mark, Kevin, Steven, Brian"),
		women:     items("Sarah, Emily, Laura, Rachel, Karen, Susan, Helen, Julia, Amanda, Megan, Claire, Nicole"),
		surnames:  items("Whitcombe, Harrington, Fielding, Okafor, Brennan, Castellano, Nakamura, Petersen, Lindqvist, Marlowe, Ashworth, Delgado, Kowalski, Thornton, Reyes, Hartley"),
		orgs:      invented,
		roles:     pairs("chief executive, chief financial officer, head of research, managing director, general counsel, vice president of sales, editor, partner"),
		described: "the chipmaker", medium: "Reuters", places: items("Boston, Leeds, Austin, Dublin"), numbers: items("12, $12 million, 40"),
		dates: table("day=July 7, month=July 2025, year=2025, rel=last week"),
	},
	"fr": {
		men:       items("Julien, Pierre, Nicolas, Antoine, Laurent, Philippe, Olivier, Thomas, Vincent, Mathieu"),
		women:     items("Sophie, Claire, Camille, Isabelle, Nathalie, Julie, Marion, Hélène, Valérie, Caroline"),
		surnames:  items("Lambert, Moreau, Garnier, Perrin, Chevalier, Marchand, Roussel, Fontaine, Delacroix, Vasseur, Benali, Rousselet, Gauthier, Leclerc, Masson"),
		orgs:      invented,
		roles:     pairs("directeur général/directrice générale, directeur financier/directrice financière, responsable de la recherche, président/présidente, avocat/avocate, rédacteur en chef/rédactrice en chef"),
		described: "banque", medium: "Reuters", places: items("Lyon, Nantes, Bruxelles, Genève"), numbers: items("40, 12 millions d'euros, 40"),
		dates:      table("day=7 juillet 2025, month=juillet 2025, year=2025, rel=la semaine dernière"),
		before:     table("de=de, à=chez, au=à, que=que, le="),
		beforeRole: table("de=de, le=le, un=un, son=son, que=que, nouveau=nouveau"),
	},
	"de": {
		men:       items("Jonas, Karl, Stefan, Thomas, Andreas, Michael, Christian, Markus, Tobias, Florian"),
		women:     items("Anna, Katharina, Sabine, Julia, Petra, Susanne, Claudia, Martina, Christine, Franziska"),
		surnames:  items("Weber, Krüger, Hoffmann, Brandt, Schreiber, Lindemann, Vogt, Seidel, Kaltenbach, Reinhardt, Falk, Bergmann, Ostermann, Wiegand"),
		orgs:      invented,
		roles:     pairs("Finanzchef/Finanzchefin, Vertriebsvorstand/Vertriebsvorständin, Geschäftsführer/Geschäftsführerin, Chefredakteur/Chefredakteurin, Partner/Partnerin, Leiter Forschung/Leiterin Forschung"),
		described: "Bank", medium: "Reuters", places: items("München, Leipzig, Wien, Zürich"), numbers: items("neun, 42, zwölf"),
		dates:      table("day=7. Juli 2025, month=Juli 2025, year=2025, rel=vergangene Woche, dm=7. Juli, mon=Juli"),
		before:     table("zu=zu, bei=bei, von=von, in=in, nom=, akk=, dat=, gen=von"),
		beforeRole: table("nom=der, akk=den, dat=dem, gen=des, zu=zum, von=vom, bei=beim"),
	},
	"es": {
		men:       items("Javier, Carlos, Miguel, Antonio, Fernando, Alejandro, Sergio, Pablo, Álvaro, Rafael"),
		women:     items("Marta, Ana, Lucía, Carmen, Laura, Cristina, Elena, Patricia, Beatriz, Silvia"),
		surnames:  items("Ortega, Navarro, Vidal, Iglesias, Cabrera, Lozano, Herrero, Prieto, Montero, Salgado, Aguirre, Bermejo, Carrasco, Zamora"),
		orgs:      invented,
		roles:     pairs("director financiero/directora financiera, consejero delegado/consejera delegada, director general/directora general, socio/socia, jefe de Producto/jefa de Producto"),
		described: "la entidad", medium: "Reuters", places: items("Bilbao, Sevilla, Bogotá, Valencia"), numbers: items("12, 9, 2.000 millones"),
		dates:      table("day=7 de julio de 2025, month=julio de 2025, year=2025, rel=la semana pasada, dm=7 de julio, mon=julio"),
		before:     table("de=de, a=a, en=en, por=por, con=con, art=, para=para"),
		beforeRole: table("de=del, a=al, art=el, un=un, ex=ex, en=en"),
	},
	"it": {
		men:       items("Paolo, Luca, Marco, Andrea, Giovanni, Stefano, Alessandro, Roberto, Davide, Matteo"),
		women:     items("Chiara, Elena, Francesca, Giulia, Laura, Silvia, Valentina, Paola, Martina, Federica"),
		surnames:  items("Fumagalli, Ferrari, Colombo, Rinaldi, Marchetti, Bianchi, Conti, Galli, Moretti, Barbieri, Lombardi, Santoro, Villa, Pellegrini"),
		orgs:      invented,
		roles:     pairs("direttore generale/direttrice generale, amministratore delegato/amministratrice delegata, direttore finanziario/direttrice finanziaria, socio/socia, responsabile del prodotto"),
		described: "la banca", medium: "Reuters", places: items("Torino, Bari, Lugano, Verona"), numbers: items("12, 9, 2 miliardi"),
		dates:      table("day=7 luglio 2025, month=luglio 2025, year=2025, rel=la settimana scorsa, dm=7 luglio, mon=luglio"),
		before:     table("di=di, a=a, da=da, in=in, su=su, con=con, per=per, art="),
		beforeRole: table("di=del, a=al, da=dal, art=il, in=nel"),
	},
	"pt": {
		men:       items("João, Rui, Pedro, Miguel, Carlos, Ricardo, Tiago, Paulo, Fernando, Rafael"),
		women:     items("Sofia, Rita, Ana, Mariana, Catarina, Joana, Beatriz, Carla, Patrícia, Fernanda"),
		surnames:  items("Teles, Moura, Carvalho, Figueiredo, Azevedo, Nogueira, Barbosa, Teixeira, Monteiro, Cardoso, Tavares, Pacheco, Queiroz, Siqueira"),
		orgs:      invented,
		roles:     pairs("diretor financeiro/diretora financeira, presidente executivo/presidente executiva, diretor-geral/diretora-geral, sócio/sócia, responsável de produto"),
		described: "a seguradora", medium: "Reuters", places: items("Braga, Recife, Lisboa, Porto"), numbers: items("12, 9, 2 mil milhões"),
		dates:      table("day=7 de julho de 2025, month=julho de 2025, year=2025, rel=na semana passada, dm=7 de julho, mon=julho"),
		before:     table("de=da, a=à, em=na, por=pela, com=com a, para=para a, art=a"),
		beforeRole: table("de=do, a=ao, art=o, em=no, por=pelo"),
	},
}
