package graph

import (
	"strconv"
	"strings"
)

// The tables of ClassifyRole. A pattern is a folded word, "stem*", "*ending" or "*part*"; words joined by "_" stand
// one after the other. The first number is the weight: 4 decides, 3 names a trade, 2 a field of work, 1 is a hint.

const familyPatterns = `
SPORT 4: head_coach coach coaches *_coach entraineur* entrenador* allenat* treinador* trainer cheftrainer*
SPORT 4: defensive_coordinator offensive_coordinator sporting_director director_deportivo directora_deportiva directeur_sportif directrice_sportive
SPORT 4: direttore_sportivo diretor_desportivo diretor_esportivo sportdirektor* sportvorstand* sportchef* kaderplaner* capo_scout scout ds
SPORT 4: goalkeeper striker midfielder defender quarterback footballer player joueur joueuse spieler* jugador* calciatore calciatrice jogador* gardien_de_but
SPORT 4: team_principal team_boss athletic_director director_of_athletics *_race_engineer director_de_futbol diretor_de_futebol diretor_executivo_de_futebol
SPORT 3: football futbol futebol calcio fussball athletics team_manager motogp f1

EDITORIAL 5: editor editors editor_in_chief editorial subeditor redakteur* *redakteur *redakteurin *redakteure redacteur* redactrice* redactor* redattore redattrice redator* redaction* redazione
EDITORIAL 5: caporedattore caporedattrice rubrikleiter* ressortleiter* *ressortleiter *ressortleiterin redac_chef rubricard*
EDITORIAL 5: journalist* journaliste* *journalist *journalistin periodista* giornalista* jornalista* reporter* correspondent* korrespondent* *korrespondent correspondant* corresponsal* corrispondente correspondente
EDITORIAL 5: columnist* chroniqueu* kolumnist* columnista* editorialist* commentat* comentarista* comentador* anchor newsreader presenter presentateur presentatrice presentador* presentatore conduttore conduttrice moderator* apresentador* host
EDITORIAL 5: bureau_chief chef_du_bureau publisher verleger* editeur editrice newsroom news_director intendant* generalintendant* programmdirektor* director_de_programas diretor_de_programas director_de_informacao diretor_de_informacao
EDITORIAL 3: news actualites current_affairs producer* produzent* producteur* productrice* productor* produttor* produttric* produtor* writer* ecrivain* hauptstadtburo* parlamentsburo* textchef* courrieriste recherchiste director_de_carrusel*

MEDICAL 4: chief_medical_officer medical_director directeur_medical directrice_medicale direttore_sanitario director_medico directora_medica diretor_clinico diretora_clinica diretor_medico nurse nurses infirmier* krankenpfleger* enfermer* infermier* enfermeir*
MEDICAL 4: doctor physician surgeon medecin* arzt arztin chefarzt* oberarzt* *arzt *arztin medico medica cirujano* chirurg* chirurgien* chirurgo cirurgiao pharmacist pharmacien* apotheker* farmaceutico* farmacista psycholog* oncologist cardiologist dentist* dentista*
MEDICAL 3: arztlich* oncology hematology cardiology oncologie onkolog* kardiolog* clinical klinisch* clinic* clinique* medical medizin* medicina medicine nursing infectious_diseases pflegedirekt* salute health_officer

ACADEMIC 4: professor professors professorin professora professeur* profesor* professoressa professore professur* *professor *professorin lecturer maitre_de_conferences maitresse_de_conferences catedratic* dozent* docente* docent reader_in privatdozent* lehrstuhl* juniorprofess*
ACADEMIC 4: rector rectora recteur rectrice rektor* rettore rettrice reitor* prorett* prorektor* vicerrect* vicerrector* pro_rector provost chancellor_of_the_university vice_chancellor deputy_vice_chancellor dean doyen doyenne dekan* decan* preside diretor_da_faculdade
ACADEMIC 4: president_of_the_university universitatsprasident* teacher lehrer* enseignant* maestra profesorado schulleiter* headteacher principal_of_the_school proviseur* admissions graduate_student phd_student doctorant* doktorand* dottorand* doutorand*
ACADEMIC 2: faculty faculte fakultat* facultad* facolta academic academique academico university universite universitat* universidad* universita universidade school_of department_of_medicine grande_ecole chancellor

PUBLIC_OFFICE 4: minister ministre ministra ministro minist* *minister *ministerin secretary_of_state secretaire_d_etat staatssekretar* secretario_de_estado secretaria_de_estado sottosegretari* secretario_do_tesouro secretario_de_* secretaria_de_* permanent_secretary foreign_secretary home_secretary
PUBLIC_OFFICE 4: senator* senateur senatrice senador* deputado* deputada* diputad* depute deputee congressman congresswoman member_of_parliament mp mep abgeordnet* parlamentari* eurodeput*
PUBLIC_OFFICE 4: mayor maire burgermeister* oberburgermeister* alcald* sindaco sindaca prefeit* ambassador ambassad* botschafter* embajador* ambasciat* embaixador* consul konsul* consul_general
PUBLIC_OFFICE 4: judge juge richter* juez jueza giudice juiz juiza magistrat* magistrad* prosecutor procureur* staatsanwalt* fiscal_general procurador* procuratore pubblico_ministero attorney_general
PUBLIC_OFFICE 4: prefet* prefetto prefecto governor gouverneur* gobernador* governator* governador* gouverneurin deputy_governor vice_gouverneur commissioner haut_commissaire kommissar* comisari* commissari* comissari*
PUBLIC_OFFICE 4: chancellor_of_the_exchequer bundeskanzler* kanzler* prime_minister premier_ministre primer_ministro primeiro_ministro regierungssprecher* staatsprasident* bundesprasident* president_of_the_republic president_de_la_republique presidente_de_la_republica presidente_da_republica presidente_della_repubblica consejo_de_ministros consiglio_dei_ministri
PUBLIC_OFFICE 4: inspector_de_hacienda chef_de_cabinet directeur_de_cabinet directrice_de_cabinet chef_adjoint_de_cabinet jefe_de_gabinete jefa_de_gabinete directora_de_gabinete director_de_gabinete capo_di_gabinetto chefe_de_gabinete civil_servant fonctionnaire* beamt* funcionari* diplomat* grand_chancelier sous_ministre commander general_staff councillor police_chief fire_chief

LEGAL 4: general_counsel counsel lawyer* attorney avocat* anwalt* anwaltin *anwalt *anwaltin abogad* letrad* avvocat* advogad* barrister solicitor juriste* jurist* notar* notaire* notario* syndikus* legal_director head_of_legal chefjurist* jurista
LEGAL 4: product_liability intellectual_property propriete_intellectuelle propiedad_intelectual
LEGAL 3: legal juridique juridi* legale legali recht rechts* asesoria_juridica affaires_juridiques litigation contentieux mercantil restructuring_lawyer appellate supreme_court_practice itc_practice antitrust competition_litigation
LEGAL 2: regulatory regulator* law derecho droit direito diritto kartellrecht* tort compliance konformitat*

HR 4: chro human_resources ressources_humaines recursos_humanos risorse_umane hr rh drh personalchef* personalvorst* personalleiter* personaldirekt* arbeitsdirekt* chief_people_officer people_officer talent_acquisition recruiter recruteu* recruitment recrutement recrutamento reclutamiento selezione_del_personale chief_diversity_officer diversity diversite diversidad personnel_director
HR 2: people personal personalwesen talent* personnel learning_and_development

FINANCE 5: equity_research
FINANCE 4: cfo finance_chief chief_financial_officer finanzchef* finanzvorst* finanzdirekt* finanzleiter* daf directeur_administratif_et_financier directeur_financier directrice_financiere director_financiero directora_financiera direttore_finanziario direttrice_finanziaria diretor_financeiro diretora_financeira treasurer tresorier* kammerer schatzmeister* tesorer* tesoureir* controller controllerin controleur_de_gestion comptroller accountant comptable* buchhalter* contable* contador* contabile auditor auditeur auditrice revisor* wirtschaftsprufer* commissaire_aux_comptes
FINANCE 4: economist* economiste* okonom* chefokonom* chefvolkswirt* volkswirt* economista* chief_investment_officer investment_officer portfolio_manager gerant fund_manager ma fondsmanager* banker* banquier* bankier* banquero* banchiere trader* broker* underwriter actuar* actuaire* aktuar* teller investor_relations relations_investisseurs relaciones_con_inversores relacoes_com_investidores investment_banker investmentchef* investment_adviser loan_officer
FINANCE 3: finance finances finanz finanz* financ* financier* financiere* finanziar* finanzas* finanze accounting comptabilite buchhaltung contabilidad investment* investissement* investimento* inversion* equities equity fixed_income capital_markets wealth_management asset_management vermogensverwalt* gestion_de_actifs gestion_actions gestion_d_actifs private_banking banking banque banca banco bank bank_* mergers m_a ma_partner tax fiscal* steuer* impuestos impostos tributari* audit* risk* risque* riesgos risco* rischi* risiko* insurance assurance* versicherung* seguros assicurazion* actuariat credit* kredit* prets mortgage* bonds merger_arbitrage hedge_fund securities fund funds fonds fondo fondos fondi fundo fundos treasury financial_sponsors fintech fig trading trader cash_trading private_equity policy_monetaria politica_monetaria monetary restructuring siniestros cartoes

FINANCE 2: debt markets analyst* analista* analyste*

SALES 4: cro chief_revenue_officer chief_commercial_officer sales salesman saleswoman vertrieb* verkauf* ventas vendite vendas vendeu* ventes commercial* commerciale* comercial* kommerziell* business_development entwicklung_des_geschafts account_manager account_executive key_account* revenue distribution_director grands_comptes cuentas
SALES 2: developpement_commercial partnerships partenariats parcerias alianzas alliances clients clientes customer* kunden* franchise retail tiendas enseignes loja*

MARKETING 4: cmo chief_marketing_officer chief_communications_officer marketing* communications communication communicazione comunicacion comunicacao comunicazione kommunikation* unternehmenskommunikation dircom pr public_relations relations_publiques relaciones_publicas press_officer attache_de_presse attachee_de_presse pressesprech* sprecher* porte_parole portavoz vocero portavoce porta_voz addetto_stampa press_office imprensa brand_manager markenchef* brand marque marques marca marcas pubblicita publicite werbung social_media_manager spokesman spokeswoman spokesperson
MARKETING 2: presse press advertising growth events public_affairs affaires_publiques global_affairs external_affairs relaciones_institucionales relacoes_institucionais merchandising community referent*_fur_presse engagement sponsoring

DESIGN 4: designer* *designer *designerin designers creative_director creative creatif* creativ* creatividad kreativ* criativ* creazione criacao creation directeur_artistique directrice_artistique direction_artistique artistic_director art_director director_de_arte diretor_de_arte diretora_de_arte direttore_artistico stylist* styliste* ux ui copywriter redator_publicitario choreograf* chefchoreograf* choreographer operndirektor* ballettdirektor* conservateur conservatrice curator* kurator* curador* curatore
DESIGN 4: product_design
DESIGN 3: design* diseno disen*
DESIGN 2: architect architecte* arquitect* architett* womenswear menswear vehicle_concept artist*

RESEARCH 5: forschung_und_entwicklung recherche_et_developpement investigacion_y_desarrollo ricerca_e_sviluppo pesquisa_e_desenvolvimento research_and_development
RESEARCH 4: researcher* chercheur* chercheuse* forscher* investigador* ricercator* ricercatric* pesquisador* scientist* scientifique* wissenschaft* cientific* cientista* scienziat* chief_scientist chief_scientific_officer research_director postdoc* post_doc* laboratory_director
RESEARCH 3: research recherche* forschung* investigacion investigacao ricerca pesquisa r_d rd science ciencia sciences scientific scientifico laboratory laboratoire laboratorio laborleiter* lab fellow clinical_development discovery
RESEARCH 2: superintelligence reinforcement_learning post_training ai_research innovation* innovacion innovazione inovacao
RESEARCH 1: ai ia ki artificial_intelligence intelligence_artificielle kunstliche_intelligenz inteligencia_artificial intelligenza_artificiale machine_learning

PRODUCT 4: product_manager product_owner chief_product_officer cpo product_chief product_officer chef_de_produit produktmanager* produktchef* produktvorst* product_management product_lead
PRODUCT 3: product products produit produits produkt* producto* prodotto prodotti produto* roadmap

ENGINEERING 4: cto cio chief_technology_officer ciso chief_information_officer chief_information_security_officer chief_security_officer engineer* engineering ingenieur* ingenieri* ingenier* ingegner* engenheir* engenharia developer* developpeu* entwickler* *entwickler desarrollador* sviluppator* desenvolvedor* programmer* programmeu* programmierer* informatiker* architect_software software_architect directeur_technique directrice_technique direction_technique director_tecnico directora_tecnica director_tecnologico direttore_tecnico diretor_de_tecnologia diretora_de_tecnologia director_de_tecnologia directora_de_tecnologia technikchef* technikvorst* it_vorstand* it_leiter* dsi devops data_scientist head_of_data soc_architect technical_lead
ENGINEERING 3: software hardware autopilot technology technologie* technik* tecnologia* tecnologic* technique* technisch* technical tecnico tecnica tecnici it informatique* informatik* informatica data datos donnees daten* dados dati cloud security cyber* cybersecurity securite_informatique platform infrastructure* systems sistemas systemes radeon gpu* soc embedded_systems network redes digital* numerique* digitale* machine_learning_engineer web plateforme* developpement_logiciel *entwicklung entwicklung* vehicle_engineering aeronautics aerodynamic* bauleit*

OPERATIONS 4: coo chief_operating_officer chief_operations_officer operations operacion* operazioni operacoes betrieb* operativ* operational operationnel* supply_chain cadena_de_suministro chaine_d_approvisionnement lieferkette* logistic* logistik* logistique* procurement einkauf* achats compras acquisti beschaffung* manufacturing production* produktions* produktionsleiter* produccion producao produzione industriel* industriale industrial plant_manager werksleiter* works_manager facility facilities fab quality qualite calidad qualita qualidade project_manager chef_de_projet projektleiter* jefe_de_proyecto capo_progetto gerente_de_projetos office_manager
OPERATIONS 2: qualitat* transformation* transformacion trasformazione transformacao administratif administrative administrativ* administrator sustainability sostenibilidad nachhaltigkeit* sicherheit* fleet store_manager shared_services services_partages restaurant_manager hotel_manager
`

const levelPatterns = `
INTERN 9: intern interns internship stagiaire* praktikant* werkstudent* becari* stagist* tirocinant* estagiari* trainee* volontar* student studente* etudiant* apprentice* apprenti* auszubildend* aprendiz* graduate_student phd_student doctorant* doktorand* dottorand* doutorand*
PROFESSIONAL 9: assistant_professor chief_resident associate_editor copy_chief
DIRECTOR 6: general_manager country_manager
DIRECTOR 9: chief_of_staff chef_de_cabinet directeur_de_cabinet directrice_de_cabinet jefe_de_gabinete jefa_de_gabinete capo_di_gabinetto chefe_de_gabinete bereichsleiter* sporting_director
LEAD 9: *_en_chef sous_chef head_chef pastry_chef private_chef souschef head_coach executive_chef ingenieur_en_chef chief_engineer economiste_en_chef economist_in_chief chief_economist chefokonom* chefvolkswirt* economista_jefe economista_chefe capo_economista economista_capo chief_scientist chief_strategist chief_designer bureau_chief chief_correspondent editor_in_chief editors_in_chief redacteur_en_chef redactrice_en_chef redacteurs_en_chef producteur_en_chef redac_chef chefredakteur* *chefredakteur *chefredakteurin redactor_jefe redactora_jefa redactora_jefe redactor_chefe redator_chefe redatora_chefe editor_chefe caporedattore caporedattrice managing_editor executive_editor deputy_editor chefarzt* chief_nurse cheftrainer* chefjurist* textchef* chef_de_produit_senior department_chair chair_of_the_department
MANAGER 9: chef_de_produit chef_de_projet product_manager project_manager team_manager account_manager office_manager

VP 8: vice_president* vice_presidente* vicepresident* vizeprasident* vice_presidenc* vice_presidenz* vp svp evp avp senior_vice_president executive_vice_president directeur_general_adjoint directrice_generale_adjointe directeur_general_delegue directrice_generale_deleguee deputy_ceo deputy_chief_executive deputy_governor vice_gouverneur vice_governor vicegobernador* vicegovernator* deputy_director_general director_general_adjunto vicedirettor* vice_direttor* deputy_vice_chancellor pro_vice_chancellor vicerrect* prorett* prorektor* vice_rector vizechef* vize_chef* vizekanzler* generaldirektor_stellvertret* vicesecretari* vicepremier* vice_ministr* viceministr* vice_provost subdirector_general
BOARD 8: vice_chairman vice_chair vice_chairwoman

PROFESSIONAL 13: adviser_to advisor_to conseiller_*_aupres assistant_to assistante_de_direction
VP 12: deputy_ceo deputy_chief_* deputy_c_* deputy_director_general deputy_secretary_general assistant_secretary_general stellvertretend*_vorstand*
C_LEVEL 11: presidente_del_consejo_de_ministros presidente_del_consiglio_dei_ministri presidente_do_conselho_de_ministros
BOARD 11: non_executive* nao_executiv* no_ejecutiv* non_esecutiv* non_executif*
C_LEVEL 10: ceo cfo cto coo cmo cio cpo cro cso cdo chro ciso cco cxo chief_*_officer chief_executive* chief_*_*_officer chief_*_and_*_officer chief_*_and_*_*_officer chief_*_*_and_*_officer
C_LEVEL 7: executive_chairman executive_chair president_and_ceo managing_director managing_directors pdg dg drh daf dsi president_directeur_general presidente_directrice_generale directeur_general directrice_generale direction_generale directeurs_generaux directeur_financier directrice_financiere direction_financiere directeur_executif directrice_executive directrices_executives directeur_technique directrice_technique direction_technique directeur_des_operations directrice_des_operations directeur_operationnel chef_de_la_direction cheffe_de_la_direction membre_du_directoire president_du_directoire presidente_du_directoire
C_LEVEL 7: director_general directora_general directores_generales director_ejecutivo directora_ejecutiva director_financiero directora_financiera director_de_operaciones directora_de_operaciones director_tecnologico directora_tecnologica director_de_tecnologia directora_de_tecnologia consejero_delegado consejera_delegada consejeros_delegados presidente_ejecutivo presidenta_ejecutiva gerente_general
C_LEVEL 7: amministratore_delegato amministratrice_delegata ad direttore_generale direttrice_generale direttore_finanziario direttrice_finanziaria direttore_operativo direttore_esecutivo consigliere_delegato presidente_esecutivo
C_LEVEL 7: diretor_geral diretora_geral director_geral directora_geral diretor_financeiro diretora_financeira diretor_executivo diretora_executiva presidente_executivo presidente_executiva diretor_presidente diretora_presidente administrador_delegado diretor_de_operacoes diretora_de_operacoes diretor_de_tecnologia diretora_de_tecnologia executive_president
C_LEVEL 7: geschaftsfuhrer* geschaftsfuhrend* *geschaftsfuhrer *geschaftsfuhrerin geschaftsfuhrung vorstandschef* vorstandsvorsitz* vorstandsmitglied* vorstandssprecher* vorstand *vorstand *vorstandin vorstandin generaldirektor* finanzchef* finanzdirektor* technikchef* personalchef* produktchef* vertriebschef* marketingchef* konzernchef* firmenchef* strategiechef* kreativchef* investmentchef* co_investmentchef* marktchef* chefin *chefin boss intendant* generalintendant* *_chef
C_LEVEL 7: founder* *founder fondateur* fondatrice* cofondat* cofundad* fundador* fondatore fondatrice cofondatore cofondatrice grunder* *grunder *grunderin finance_director finance_chief *_chief minister ministre ministra ministro *minister *ministerin prime_minister mayor maire burgermeister* oberburgermeister* alcald* sindaco sindaca prefeit* governor gouverneur gouverneurin gobernador* governatore governatrice governador* bundeskanzler* kanzler* chancellor vice_chancellor rector rectora recteur rectrice rektor* rettore rettrice reitor* provost secretary_general secretaire_general secretaire_generale secretario_general secretaria_general segretari*_general* secretario_geral secretaria_geral generalsekretar* director_general_of publisher numero_uno numero_un numero_um number_one foreign_secretary permanent_secretary premier_ministre copresident* co_president* co_ceo patron patronne owner inhaber* proprietaire*

BOARD 6: board chairman chairwoman chairperson chair non_executive* trustee* aufsichtsrat* verwaltungsrat* stiftungsrat* beirat* conseil_d_administration conseil_de_surveillance consejo_de_administracion consejo consiglio_di_amministrazione consiglio conselho_de_administracao conselho administrateur* administratrice* consejer* consiglier* conselheir* independent_director lead_independent_director presidence_du_conseil advisory_board
C_LEVEL 5: president presidents presidente presidenta prasident* presidence presidenz* presidenci*
PARTNER 6: partner partners partnerin *partner *partnerin associe associee associes associees socio socia socios socias associe_gerant managing_partner
DIRECTOR 5: director directors directeur directeurs directrice directrices direction directora directores direttor* direttrice diretor diretora diretores direktor* *direktor *direktorin dean doyen doyenne dekan* decan* preside ambassador ambassad* botschafter* embajador* embaixador* ambasciat* subdirector* subdiretor* vicedirector* vicediretor* superintend* secretaria_de_* secretary_of_state secretaire_d_etat staatssekretar* sottosegretari* secretario_de_* secretario_do_tesouro commissioner haut_commissaire prefet* delegue_general deleguee_generale
LEAD 4: head heads lead leads leader co_lead chief chef cheffe chefs jefe jefa capo chefe leiter leiterin *leiter *leiterin leitung leitend* *leitung responsable responsables responsabile responsabili responsavel tete guida principal_investigator dirige codirige* codirect* codirett* boss_of country_head numero_due numero_deux verantwortlich* teamlead* *chef captain commander team_boss
MANAGER 3: manager managers *manager *managerin gerente* gerant gestor* gestionnaire* supervisor* superviseu* superintendente abteilungsleiter* teamleiter* coordinat* coordonnat* koordinat* coordinador* coordenador* intermediate
SENIOR 2: senior senioren sr staff principal professor professors professora professeur* profesor* professore professoressa *professor *professorin catedratic* distinguished fellow expert* lead_* supervising leitender executive executivo premier_vice oberarzt* special_adviser professorin premiere premier confirme experto
JUNIOR 1: junior assistant assistente asistente assistenz* assistent* aide entry_level postdoc* post_doc* trainee_lawyer
`

// rolePatterns is a parsed table: what each pattern stands for, by how it can be found.
type rolePatterns struct {
	words   map[string]roleMeaning  // whole words
	affixes []roleAffix             // stems and endings
	phrases map[string][]rolePhrase // several words, by the first one; "" for those that begin with a pattern
}

type roleMeaning struct {
	value  string
	weight int
}

type roleAffix struct {
	pattern string
	roleMeaning
}

type rolePhrase struct {
	words []string
	roleMeaning
}

// parseRolePatterns reads a table. Of two meanings of one pattern the heavier wins, then the first.
func parseRolePatterns(table string) *rolePatterns {
	p := &rolePatterns{words: make(map[string]roleMeaning), phrases: make(map[string][]rolePhrase)}
	for line := range strings.Lines(table) {
		head, rest, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value, weight, _ := strings.Cut(head, " ")
		n, _ := strconv.Atoi(weight) // a wrong weight is 0 and never matches: a test finds it
		m := roleMeaning{value: value, weight: n}
		for _, pattern := range strings.Fields(rest) {
			switch {
			case strings.Contains(pattern, "_"):
				words := strings.Split(pattern, "_")
				first := words[0]
				if strings.Contains(first, "*") {
					first = ""
				}
				p.phrases[first] = append(p.phrases[first], rolePhrase{words, m})
			case strings.Contains(pattern, "*"):
				p.affixes = append(p.affixes, roleAffix{pattern, m})
			default:
				if p.words[pattern].weight < m.weight {
					p.words[pattern] = m
				}
			}
		}
	}
	return p
}

var (
	familyTable = parseRolePatterns(familyPatterns)
	levelTable  = parseRolePatterns(levelPatterns)
)
