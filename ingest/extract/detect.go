package extract

import (
	"strings"
	"unicode"
)

// stopwords that tell the languages apart; a word may stand in several. The last rows are languages without a pack, so
// that their articles are not taken for a neighbour's.
var stopwords = map[string]string{
	"en": "the of and to in is was for that with has his from he she will by at as its have are for on an",
	"fr": "le la les des et du est une dans pour que qui sur au par avec il elle ses aux a été chez",
	"de": "der die und das von den mit ist ein eine des dem im zum auf für wird sich er sie bei als nach",
	"es": "el la los las de y que en del una por con para su al se fue es ha como desde",
	"it": "il la di che e del della in un una per con è al alla da dei nel ha come gli anni",
	"pt": "o a de que e do da em um uma para com os no na por foi ao é como dos das seu",
	"nl": "de het een van en in is dat op te voor met zijn naar bij wordt als aan ook door",
	"sv": "och att det som en på är av för med till den har de inte om ett han men",
	"da": "og at det en den til er som på de med af for ikke der var han har et",
	"pl": "w i na z się do nie że jest to o jak po za od przez jego oraz był",
	"ro": "și în de la a cu pe care din pentru este o un mai fost că sau lui",
	"ca": "el la de i que en els les per amb una del al és un ha dels com seva",
	"tr": "ve bir bu için ile da de olarak olan daha gibi çok ise sonra kadar",
	"cs": "a v se na je že s z do o k ve pro za by ale jako po jeho od",
}

var stopwordIndex = func() map[string][]string {
	m := map[string][]string{}
	for _, lang := range sortedKeys(stopwords) {
		for _, w := range strings.Fields(stopwords[lang]) {
			m[w] = append(m[w], lang)
		}
	}
	return m
}()

// aFewWords is so short a text that it may have none of the commonest words of its language.
const aFewWords = 12

// detect guesses the language of a text from its commonest words; empty where nothing fits. It is sure but for texts of a few words.
func detect(text string) (lang string, sure bool) {
	score := map[string]float64{}
	words, other := 0, 0
	for len(text) > 0 && words < 600 {
		i := strings.IndexFunc(text, unicode.IsLetter)
		if i < 0 {
			break
		}
		text = text[i:]
		j := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if j < 0 {
			j = len(text)
		}
		w := strings.ToLower(text[:min(j, 40)])
		text = text[j:]
		words++
		if len(w) > 0 && w[0] >= 0xce {
			other++
		}
		if ls := stopwordIndex[w]; ls != nil {
			for _, l := range ls {
				score[l] += 1 / float64(len(ls))
			}
		}
	}
	if words == 0 || other*2 > words {
		return "", true
	}
	best, top := "", 0.0
	for _, l := range sortedKeys(score) {
		if score[l] > top {
			best, top = l, score[l]
		}
	}
	if top >= 1.5 {
		return best, true
	}
	if words > aFewWords {
		return "", true
	}
	return best, false
}
