package extract

import (
	"testing"

	"talentgraph/graph"
)

// TestGerman states what the German tables and compound.go make of ordinary sentences: "person: from > to".
func TestGerman(t *testing.T) {
	checkTold(t, Article{Language: "de", Published: graph.Date{Year: 2025, Month: 7, Day: 10}}, []toldCase{
		{"Jonas Weber wechselt zum 1. Oktober von Siemens zur Commerzbank.", []string{"Jonas Weber: Siemens > Commerzbank"}},
		{"Anna Krüger ist von der Lufthansa zu Zalando gewechselt.", []string{"Anna Krüger: Lufthansa > Zalando"}},
		{"Ex-Deutsche-Bank-Finanzchef Jonas Weber heuert bei Zalando an.", []string{"Jonas Weber: Deutsche Bank > Zalando"}},
		{"Der Aufsichtsrat der Trumpf AG hat Anna Krüger zur Finanzchefin bestellt. Zuvor war sie Partnerin bei McKinsey.", []string{"Anna Krüger: McKinsey > Trumpf AG"}},
		{"Jonas Weber scheidet zum Jahresende aus dem Vorstand der Commerzbank aus.", []string{"Jonas Weber: Commerzbank > "}},
		{"Zalando trennt sich von Finanzchef Jonas Weber.", []string{"Jonas Weber: Zalando > "}},
		{"Anna Krüger folgt auf Jonas Weber, der Zalando zum Jahresende verlässt.", []string{"Anna Krüger:  > Zalando", "Jonas Weber: Zalando > "}},
		{"Jonas Weber, bislang Leiter Vertrieb bei Siemens, wird neuer Geschäftsführer der Stadtwerke Bochum.", []string{"Jonas Weber: Siemens > Stadtwerke Bochum"}},
		{"Zalando holt Jonas Weber von Siemens.", []string{"Jonas Weber: Siemens > Zalando"}},
		{"Nach sieben Jahren kehrt Anna Krüger der Lufthansa den Rücken.", []string{"Anna Krüger: Lufthansa > "}},
		{"Jonas Weber bleibt bei Siemens. Der Wechsel zu Zalando kommt nicht zustande.", []string{"Jonas Weber: Siemens > Zalando (denied)"}},
		{"Die Caritas Essen bekommt einen neuen Direktor. Jonas Weber, zuletzt Finanzchef bei Siemens, beginnt im Mai.", []string{"Jonas Weber: Siemens > Caritas Essen"}},
		{"Die Agentur Falk muss sich nach einem neuen Kreativchef umsehen. Jonas Weber wechselt im Mai zu Zalando.", []string{"Jonas Weber: Falk > Zalando"}},
		{"Nach Informationen der „Wirtschaftspost“ soll Anna Krüger die Leitung des Kölner Versorgers Enerwest übernehmen.", []string{"Anna Krüger:  > Enerwest"}},
		{"Anna Krüger wechselt von der Bäckerei Huber zum Spielzeughersteller Ravenstein.", []string{"Anna Krüger: Bäckerei Huber > Ravenstein"}},
		{"Jonas Weber hat die Kanzlei Luther verlassen. Ein dritter Partner, Peter Scheel, wechselte bereits im vergangenen Jahr zu Noerr.", []string{"Jonas Weber: Luther > ", "Peter Scheel: Luther > Noerr"}},
		{"Der bisherige Chefredakteur des Magazins „Trend“, Jonas Weber, dockt bei Zalando an.", []string{"Jonas Weber: Trend > Zalando"}},
		{"Jonas Weber ist seit kurzem Finanzchef bei Zalando. Zuvor war er bei der Nord/LB.", []string{"Jonas Weber: Nord/LB > Zalando"}},
		{"Für die Nordbank AG ist das ein herber Verlust: Anna Krüger wechselt zu Siemens.", []string{"Anna Krüger: Nordbank AG > Siemens"}},
		{"Bei der Berufsfeuerwehr Dortmund hat Jonas Weber gekündigt.", []string{"Jonas Weber: Berufsfeuerwehr Dortmund > "}},
		{"Der frühere SRF-Journalist Jonas Weber geht zur Rheinenergie.", []string{"Jonas Weber: SRF > Rheinenergie"}},
		{"Mit Jonas Weber verlässt auch Anna Krüger Siemens; beide gehen zur Commerzbank.", []string{"Anna Krüger: Siemens > Commerzbank", "Jonas Weber: Siemens > Commerzbank"}},
		{"Zalando hat mit Anna Krüger eine neue Finanzchefin. Zuvor war sie Partnerin bei McKinsey.", []string{"Anna Krüger: McKinsey > Zalando"}},
		{"Jonas Weber lege sein Mandat zum Jahresende nieder, teilte Siemens mit.", []string{"Jonas Weber: Siemens > "}},
		{"Das Architekturbüro Lohmeyer Tesch hat einen Preis gewonnen. Gründerin Anna Krüger nahm ihn entgegen. Das Büro zieht im Herbst in die Zuckerfabrik um.", nil},
		{"Anna Krüger tauscht im August den Spiegel gegen die Süddeutsche Zeitung ein.", []string{"Anna Krüger: Spiegel > Süddeutsche Zeitung"}},
		{"Nach nur 14 Monaten wirft Anna Krüger bei Zalando das Handtuch.", []string{"Anna Krüger: Zalando > "}},
		{"Die Universität Mainz freut sich auf Anna Krüger, die sie der Universität Zürich abgeworben hat.", []string{"Anna Krüger: Universität Zürich > Universität Mainz"}},
		{"Jonas Weber (33) – vom Tagesspiegel zum RBB.", []string{"Jonas Weber: Tagesspiegel > RBB"}},
		{"Liebe Kolleginnen, heute ist mein letzter Tag bei Siemens. Ab Montag findet ihr mich bei Zalando.\n\nJonas Weber", []string{"Jonas Weber: Siemens > Zalando"}},
		{"Jonas Weber und Tim Schulte hören bei Noerr auf. Sie sollen für Ashurst das erste deutsche Büro eröffnen.", []string{"Jonas Weber: Noerr > Ashurst", "Tim Schulte: Noerr > Ashurst"}},
		{"Und dann Schalke 04. Jonas Weber warf hin.", []string{"Jonas Weber: Schalke 04 > "}},
		{"Jonas Weber verlässt Lindwurm Mobility. Nicht gegangen ist Lindwurm-Chef Tobias Amrhein.", []string{"Jonas Weber: Lindwurm Mobility > ", "Tobias Amrhein: Lindwurm Mobility >  (denied)"}},
		{"Großes Stühlerücken bei Siemens: Jonas Weber muss gehen.", []string{"Jonas Weber: Siemens > "}},
		{"Kiefer & Sohn verliert seinen Finanzchef an Zalando: Jonas Weber geht im Mai.", []string{"Jonas Weber: Kiefer & Sohn > Zalando"}},
		{"Siemens-Chef Jonas Weber hat Zalando einen Korb gegeben.", []string{"Jonas Weber: Siemens > Zalando (denied)"}},
		{"Jonas Weber gratulierte Anna Krüger zum Jubiläum. Seit 25 Jahren steht sie bei der Bäckerei Huber hinter der Theke.", nil},
		{"Jonas Weber steigt bei Siemens zum Finanzchef auf.", nil},
		{"Jonas Weber verlässt sich bei Siemens ganz auf sein Team.", nil},
		{"In Genf stellt Maserati den Geländewagen Levante vor.", nil},
		{"Siemens verlegt den Hauptsitz von Berlin nach München, sagte Finanzchef Jonas Weber.", nil},
	}, graph.Denied)
}
