package graph

import "strings"

// set makes a lookup of the words of a text.
func set(text string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(text) {
		m[w] = true
	}
	return m
}

var (
	// titles are dropped wherever they begin or end a name.
	titles = set(`mr mrs ms miss mx dr drs prof professor sir dame lord lady madam
		mme mlle mm monsieur madame mademoiselle docteur professeur maitre
		herr frau doktor ing dipl mag
		senor senora senorita sra srta doctor doctora dra profesor profesora dona
		sig signor signora signorina dott dottor dottore dottssa dottoressa avv avvocato prof.ssa profssa onorevole
		senhor senhora doutor doutora profa engo exmo
		rev reverend rabbi sheikh`)
	// dottedTitles are names or initials unless a full stop follows.
	dottedTitles = set(`m me gen col maj capt cap lt sgt adm cdr rep sen gov hon pres fr st on eng arq`)
	// degrees are dropped at the end, in capitals, with full stops or after a comma.
	degrees = set(`phd dphil md mba jd llm llb msc bsc ma ba rn cpa cfa cfp esq qc kc obe cbe mbe frs mp pe dds do edd mph pharmd`)
	// particles belong to the word after them.
	particles = set(`de del della dello dei degli di da das dos do du des la las le les los el al
		van von vom der den ten ter te zu zum zur und y e st saint san santa bin ibn ben abu af av ap mac`)
	// firmParticles are no one's given name.
	firmParticles = set(`von vom de del della dos degli zur zum`)

	compoundFirst  = set(`jean marie anne pierre hans karl heinz klaus franz ernst gian`)
	compoundSecond = set(`luc pierre paul marie claude louis marc michel francois jacques yves philippe baptiste charles
		christophe dominique daniel bernard georges noel rene sebastien francoise christine laure sophie helene
		jose jeanne peter dieter juergen jurgen werner georg joachim josef guenter gunter otto dietrich wilhelm
		maria heinrich carlo luca paolo franco piero battista`)

	spanishSurnames = set(`garcia ruiz moreno torres navarro romero ramos castro ortega rubio molina delgado morales
		ortiz marin iglesias medina santos castillo vidal herrera cabrera flores reyes cruz aguilar vargas rojas mora
		contreras guerrero salazar rivera silva soto mendoza pena nunez`)

	compoundSurnames = set(`欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 皇甫 尉迟 公孙 慕容 令狐 南宫 남궁 황보 제갈 선우`)
)

// generations brings the suffixes that tell father from son to one form each.
var generations = map[string]string{
	"jr": "jr", "jnr": "jr", "junior": "jr", "filho": "jr", "fils": "jr", "sr": "sr", "snr": "sr", "senior": "sr",
	"pere": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "neto": "neto",
}

// koreanSurnames are the customary spellings where the transliteration gives another.
var koreanSurnames = map[rune]string{
	'김': "kim", '이': "lee", '박': "park", '최': "choi", '정': "jung", '강': "kang", '조': "cho", '윤': "yoon", '장': "jang",
	'임': "lim", '한': "han", '오': "oh", '서': "seo", '신': "shin", '권': "kwon", '황': "hwang", '안': "ahn", '송': "song",
	'류': "ryu", '유': "yoo", '전': "jeon", '홍': "hong", '고': "ko", '문': "moon", '양': "yang", '손': "son", '배': "bae",
	'백': "baek", '허': "heo", '남': "nam", '심': "shim", '노': "noh", '하': "ha", '곽': "kwak", '성': "sung", '차': "cha",
	'주': "joo", '우': "woo", '구': "koo", '민': "min", '나': "na", '진': "jin", '지': "ji", '엄': "eom", '변': "byun",
}
