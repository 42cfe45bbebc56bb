package extract

import (
	"strings"
	"unicode"
)

// common are a dozen of the commonest short words of languages in which news
// pages are often met; a language is told by which of them a text is full of.
var common = []struct {
	code  string
	words string
}{
	{"en", "the of and to in that is was for on with said as it by at from has he his"},
	{"de", "der die das und ist nicht den von zu mit sich des auf für dem ein eine im auch"},
	{"fr", "le la les des et est une dans que pour qui sur pas du au avec sont ce plus"},
	{"es", "el los las una que por con para del se está como más pero su fue ha lo"},
	{"pt", "os uma não que com para do da em por mais como dos foi ao são no na"},
	{"it", "il che di una non per con del della sono è gli nel alla anche più si dei"},
	{"nl", "het een van en dat niet op zijn voor met aan ook bij naar maar wordt om er"},
	{"pl", "nie się jest na że do to jak ale po od przez dla był są oraz tym"},
	{"sv", "och att det som är på för inte en av med till har den om ett"},
	{"da", "og at det er på for ikke en af med til har den som et"},
	{"cs", "je se na že to jako by do ale jsou za po pro jeho být který"},
	{"tr", "ve bir bu için ile de da çok olarak daha olan gibi sonra kadar"},
	{"id", "yang dan di dengan untuk ini itu dari tidak dalam akan pada adalah"},
	{"ro", "şi și nu este care pe din cu la un pentru mai sau fost"},
	{"hu", "és nem hogy egy az meg van csak volt mint már ezt"},
	{"fi", "ja on ei että se oli ovat myös mutta kun joka kuin"},
	{"ru", "и в не на что с по это как от из для был его"},
	{"uk", "і в не на що з до це як від та для був його"},
}

// language is the BCP 47 code of the language of text; empty when it shows none.
func language(text string) string {
	if code := scriptLanguage(text); code != "" {
		return code
	}
	counts := map[string]int{}
	n := 0
	for f := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		counts[strings.ToLower(f)]++
		if n++; n == 2000 {
			break
		}
	}
	best, most := "", 0
	for _, c := range common {
		sum := 0
		for w := range strings.FieldsSeq(c.words) {
			sum += counts[w]
		}
		if sum > most {
			best, most = c.code, sum
		}
	}
	if n < 8 || most*12 < n {
		return ""
	}
	return best
}

// scriptLanguage names the language of scripts that one or few languages use.
func scriptLanguage(text string) string {
	var letters, han, kana, hangul, arabic, hebrew, greek, devanagari, thai int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case r < 0x370:
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		case unicode.Is(unicode.Greek, r):
			greek++
		case unicode.Is(unicode.Devanagari, r):
			devanagari++
		case unicode.Is(unicode.Thai, r):
			thai++
		}
		if letters == 4000 {
			break
		}
	}
	for _, s := range []struct {
		n    int
		code string
	}{{kana * 4, "ja"}, {han + kana, "zh"}, {hangul, "ko"}, {arabic, "ar"}, {hebrew, "he"}, {greek, "el"}, {devanagari, "hi"}, {thai, "th"}} {
		if s.n*2 > letters && letters > 0 {
			return s.code
		}
	}
	return ""
}
