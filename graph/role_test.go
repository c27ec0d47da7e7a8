package graph

import (
	"slices"
	"strings"
	"testing"
)

// roleExamples are lines of family, level: roles.
const roleExamples = `
EXECUTIVE C_LEVEL: CEO; C.E.O.; chief executive; Chief Executive Officer; co-CEO; interim chief executive; chairman and CEO; president; President and CEO; managing director; founder; co-founder; executive chairman
EXECUTIVE C_LEVEL: PDG; président-directeur général; directeur général; directrice générale; directrice générale pour l'Allemagne; président; présidente; président du directoire; membre du directoire; cofondatrice; patron; secrétaire général
EXECUTIVE C_LEVEL: Vorstandsvorsitzender; Vorstandsvorsitzende; Vorstandschef; Geschäftsführer; Geschäftsführerin; Mitgründer; Vorsitzender der Geschäftsführung; Präsident; Generaldirektor; Schweiz-Chefin; Strategiechef
EXECUTIVE C_LEVEL: director general; consejero delegado; consejera delegada y cofundadora; presidenta; presidente ejecutivo; gerente general; cofundador; director ejecutivo
EXECUTIVE C_LEVEL: amministratore delegato; amministratrice delegata; direttore generale; AD; presidente; fondatore
EXECUTIVE C_LEVEL: diretor-presidente; diretor-geral; presidente-executivo; cofundadora
EXECUTIVE VP: vice president; VP; senior vice president; vice-président; directeur général adjoint; directrice générale déléguée; Vizepräsident; vicepresidenta; vice-presidente; deputy CEO
EXECUTIVE DIRECTOR: director; directeur; directrice; Direktor; directora; direttore; diretora; general manager; country manager; chief of staff; executive director
EXECUTIVE BOARD: board member; member of the board of directors; chairman; chairwoman; non-executive chair; trustee; Aufsichtsratsvorsitzender; Aufsichtsrätin; présidence du conseil d'administration; administratrice; presidente del consiglio di amministrazione; presidente do conselho de administração; presidente não executivo
EXECUTIVE LEAD: head of strategy; leader; responsable de la Unidad de Gestión; jefa; Leiter; à la tête
OTHER PARTNER: partner; managing partner; associé; associée; socio; sócia; Partnerin; general partner
OTHER PROFESSIONAL: consultant; adviser
OTHER MANAGER: manager
OTHER INTERN: intern; stagiaire; Praktikantin; becario; tirocinante; estagiário
RESEARCH LEAD: chef de l'IA; head of AI research; head of R&D; chief scientist; wissenschaftlicher Leiter; responsable de investigación; head of machine learning
RESEARCH PROFESSIONAL: research scientist; AI researcher; chercheur; chercheuse en IA; Forscherin; investigadora; ricercatrice; pesquisador; científica titular
RESEARCH SENIOR: Senior Research Scientist; senior staff research scientist; senior fellow
RESEARCH C_LEVEL: chief scientific officer; Chief AI Officer; Vorstand für Forschung und Entwicklung
RESEARCH DIRECTOR: directeur de la recherche; directrice de recherche; director of A.I.; director mundial de investigación
RESEARCH VP: VP of AI Research; vice-président chargé de l'IA
ENGINEERING C_LEVEL: CTO; chief technology officer; directeur technique; cofondateur et directeur technique; director de tecnología; diretora de tecnologia; Technikchef; IT-Vorstand; chief information officer; Co-founder & CTO; Vice President and Chief Technology Officer
ENGINEERING PROFESSIONAL: engineer; software engineer; ingénieur; Ingenieurin; ingeniero de software; ingegnere; engenheira; développeur; Entwickler; Autopilot engineer
ENGINEERING SENIOR: senior engineer; Staff Engineer; principal engineer
ENGINEERING LEAD: lead engineer; ingénieur en chef; head of engineering; chief engineer; Entwicklungsleiter; responsable des données
ENGINEERING VP: vice president of engineering; VP of hardware engineering; Vice President of Mac Hardware Engineering
ENGINEERING DIRECTOR: director of engineering; Director of Reliability Engineering
ENGINEERING INTERN: Software Engineering Intern
FINANCE C_LEVEL: CFO; Chief Financial Officer; directrice financière; directeur financier; Finanzchef; Finanzvorständin; director financiero; direttore finanziario; diretora financeira; finance chief; finance director; chief investment officer; Executive Vice President and Chief Financial Officer
FINANCE LEAD: economist in chief; économiste en chef; economista-chefe; Chefökonom; head of equity research; co-head of EMEA corporate finance; head of M&A; responsable de relaciones con inversores
FINANCE PROFESSIONAL: auditor; trader; banker; treasurer; Wirtschaftsprüferin; comptable; analyst
FINANCE PARTNER: audit partner; socio de Fiscal; M&A partner; partner, risk advisory
FINANCE MANAGER: portfolio manager; Fondsmanager
FINANCE DIRECTOR: directeur des risques; diretor de risco
FINANCE VP: vicepresidente financiero; vice president of finance, IT and change initiatives
LEGAL PROFESSIONAL: lawyer; general counsel; avocate; abogada; avvocato; advogado; Rechtsanwältin; letrada; of counsel
LEGAL PARTNER: litigation partner; socia de Mercantil
LEGAL DIRECTOR: directrice juridique; diretora jurídica; legal director
HR C_LEVEL: Chief People Officer; Personalvorständin; DRH; CHRO
HR DIRECTOR: directrice des ressources humaines; Arbeitsdirektorin; personnel director
HR VP: vicepresidenta de Recursos Humanos
MARKETING C_LEVEL: CMO; Chief Marketing Officer; chief communications officer
MARKETING DIRECTOR: marketing director; directrice marketing; directeur de la communication; directora de comunicación; direttore comunicazione; diretora de Comunicação Corporativa
MARKETING PROFESSIONAL: Pressesprecher; porte-parole; vocero; addetto stampa; spokeswoman
MARKETING LEAD: jefe de Comunicación Externa; Leiterin Marketing
SALES C_LEVEL: chief revenue officer; chief commercial officer; Vertriebschef
SALES DIRECTOR: directeur commercial; direttore commerciale; directrice des ventes; sales director
SALES LEAD: head of sales; Vertriebsleiter; responsable comercial
SALES MANAGER: sales manager; account manager
PRODUCT MANAGER: product manager; chef de produit; Produktmanagerin
PRODUCT C_LEVEL: chief product officer; CPO; product chief
PRODUCT DIRECTOR: directrice produit; director de producto
PRODUCT LEAD: head of product
DESIGN PROFESSIONAL: designer; diseñadora; UX designer; womenswear designer
DESIGN DIRECTOR: creative director; directeur artistique; direttore creativo; diretor de arte; Kreativdirektorin; design director; director of product design
DESIGN C_LEVEL: chief creative officer; Kreativchef
OPERATIONS C_LEVEL: COO; chief operating officer; directeur des opérations; director de Operaciones; president and COO
OPERATIONS LEAD: Einkaufsleiter; chefe de operações
OPERATIONS MANAGER: project manager; works manager
OPERATIONS DIRECTOR: director de la cadena de suministro; directrice industrielle
EDITORIAL LEAD: editor-in-chief; rédacteur en chef; rédactrice en chef; Chefredakteurin; redactor jefe; redactora jefa; caporedattore; editor-chefe; managing editor; bureau chief; Ressortleiter; deputy managing editor
EDITORIAL PROFESSIONAL: reporter; journalist; journaliste; Redakteurin; periodista; giornalista; jornalista; columnist; anchor; competition and tech correspondent, Brussels; US media and marketing correspondent; présentatrice du journal
ACADEMIC SENIOR: professor; professeure; catedrático de Bioquímica; Professorin; associate professor; professore ordinario
ACADEMIC PROFESSIONAL: assistant professor; lecturer; maîtresse de conférences; docente
ACADEMIC C_LEVEL: rector; rettore; reitora; recteur; vice-chancellor; provost; Rektorin
ACADEMIC DIRECTOR: dean; doyenne; Dekanin; dean of engineering
ACADEMIC VP: deputy vice-chancellor; vicerrector de Investigación; prorettore
MEDICAL PROFESSIONAL: doctor; surgeon; nurse; médecin; Ärztin; médica; infirmière
MEDICAL LEAD: Chefarzt; médecin en chef; chief nurse; head of infectious diseases
MEDICAL C_LEVEL: chief medical officer
MEDICAL DIRECTOR: medical director; Ärztlicher Direktor; directeur médical
PUBLIC_OFFICE C_LEVEL: minister; ministre de l'Économie; Finanzministerin; ministra; ministro da Economia; governor; mayor; maire; Bürgermeisterin; alcaldesa; sindaco; prime minister; presidente del Consejo de Ministros; Foreign Secretary
PUBLIC_OFFICE PROFESSIONAL: senator; judge; députée; Richterin; jueza; magistrado; Staatsanwalt; procuratore
PUBLIC_OFFICE DIRECTOR: ambassador; Botschafter; embajadora; chef de cabinet; jefa de gabinete; secretário do Tesouro Nacional
PUBLIC_OFFICE VP: deputy governor; vice-gouverneur
SPORT LEAD: head coach; Cheftrainer
SPORT PROFESSIONAL: coach; Trainer; entraîneur; entrenador; allenatore; treinador; striker; goalkeeper
SPORT DIRECTOR: sporting director; directeur sportif; Sportdirektor; director deportivo; direttore sportivo; diretor desportivo
`

func TestClassifyRole(t *testing.T) {
	n := 0
	for line := range strings.Lines(roleExamples) {
		head, roles, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		family, level, _ := strings.Cut(head, " ")
		for _, role := range strings.Split(roles, "; ") {
			n++
			f, l := ClassifyRole(role)
			if string(f) != family || string(l) != level {
				t.Errorf("ClassifyRole(%q) = %s, %s, want %s, %s", role, f, l, family, level)
			}
			if upper, _ := ClassifyRole(strings.ToUpper(role)); upper != f {
				t.Errorf("ClassifyRole(%q) = %s in capitals, %s as written", role, upper, f)
			}
		}
	}
	if n < 150 {
		t.Errorf("%d examples, want at least 150", n)
	}
	for _, empty := range []string{"", " ", "—", "\xff"} {
		if f, l := ClassifyRole(empty); f != "" || l != "" {
			t.Errorf("ClassifyRole(%q) = %s, %s, want neither", empty, f, l)
		}
	}
}

func TestRoleTables(t *testing.T) {
	check := func(name string, p *rolePatterns, known []string) {
		seen := map[string]bool{}
		for _, m := range p.meanings() {
			if !slices.Contains(known, m.value) || m.weight < 1 || m.weight > 13 {
				t.Errorf("%s table has %q of weight %d", name, m.value, m.weight)
			}
			seen[m.value] = true
		}
		for _, k := range known {
			if !seen[k] && k != string(OtherFamily) {
				t.Errorf("no pattern of the %s table gives %s", name, k)
			}
		}
	}
	var families, levels []string
	for _, f := range RoleFamilies() {
		if f != Executive { // follows from the level
			families = append(families, string(f))
		}
	}
	for _, l := range Seniorities() {
		levels = append(levels, string(l))
	}
	check("family", familyTable, families)
	check("level", levelTable, levels)
	for _, table := range []string{familyPatterns, levelPatterns} {
		for line := range strings.Lines(table) {
			_, patterns, _ := strings.Cut(line, ":")
			for _, pattern := range strings.Fields(patterns) {
				if strings.Trim(pattern, "abcdefghijklmnopqrstuvwxyz0123456789_*") != "" {
					t.Errorf("pattern %q is not folded", pattern)
				}
			}
		}
	}
}

func (p *rolePatterns) meanings() []roleMeaning {
	var all []roleMeaning
	for _, m := range p.words {
		all = append(all, m)
	}
	for _, a := range p.affixes {
		all = append(all, a.roleMeaning)
	}
	for _, phrases := range p.phrases {
		for _, ph := range phrases {
			all = append(all, ph.roleMeaning)
		}
	}
	return all
}

func BenchmarkClassifyRole(b *testing.B) {
	for b.Loop() {
		ClassifyRole("Senior Vice President of Sales for the Americas")
	}
}
