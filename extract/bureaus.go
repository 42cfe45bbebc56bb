package extract

import (
	"strings"
	"unicode/utf8"
)

// longestBureau is the most words before "News Agency" in a name.
const longestBureau = 4

// own are the agencies that the text itself calls so: "the Marlow News Agency
// (MNA)", "Marlow Press Agency", "MNA news agency", "the news agency MNA".
func (d *draft) own() bureaus {
	if d.bureaus != nil {
		return d.bureaus
	}
	d.bureaus = bureaus{}
	for i := range d.lines {
		text := d.lines[i].text
		if !bureauWord(text) {
			continue
		}
		ws := split(text)
		for k := range ws {
			d.bureaus.note(text, ws, k)
		}
	}
	return d.bureaus
}

// bureauWord reports whether s may hold a word of bureauTails, at the cost of a
// search.
func bureauWord(s string) bool {
	for _, w := range []string{"gency", "GENCY", "ewswire", "Wire", "Service"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// note adds the agency whose name begins at word k.
func (b bureaus) note(s string, ws []word, k int) {
	if a, ok := namedAgency(s, ws, k); ok && !(k > 0 && nameWord(s, ws[k-1])) {
		b.add(a)
		if short, ok := shortForm(s, ws[k+len(a.words):], a); ok {
			b.add(short)
		}
		return
	}
	for _, tail := range []string{"news", "press"} {
		if ws[k].lower != tail || s[ws[k].from:ws[k].to] != tail || k+1 >= len(ws) || ws[k+1].lower != "agency" {
			continue
		}
		if k+2 < len(ws) && abbreviation(s, ws[k+2]) {
			b.add(agency{name: s[ws[k+2].from:ws[k+2].to], words: []string{ws[k+2].lower}, upper: true})
		}
		if k > 0 && abbreviation(s, ws[k-1]) {
			b.add(agency{name: s[ws[k-1].from:ws[k-1].to], words: []string{ws[k-1].lower}, upper: true})
		}
	}
}

// add keeps what was first said of a name; a full name counts for more than an
// abbreviation that stands by itself.
func (b bureaus) add(a agency) {
	list := b[a.words[0]]
	for i := range list {
		if strings.Join(list[i].words, " ") == strings.Join(a.words, " ") {
			if strings.EqualFold(list[i].name, a.words[0]) {
				list[i] = a
			}
			return
		}
	}
	b[a.words[0]] = append(list, a)
}

// shortForm reads "(MNA)" behind a full name.
func shortForm(s string, ws []word, full agency) (agency, bool) {
	if len(ws) < 3 || ws[0].lower != "(" || ws[2].lower != ")" || !abbreviation(s, ws[1]) {
		return agency{}, false
	}
	return agency{name: full.name, words: []string{ws[1].lower}, upper: true, loose: full.loose}, true
}

// abbreviation: two to six capitals.
func abbreviation(s string, w word) bool {
	text := s[w.from:w.to]
	n := utf8.RuneCountInString(text)
	return w.kind == letters && n >= 2 && n <= 6 && strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// bureauTails are the last words of names of news agencies; a bare "agency" may
// be of the state.
var bureauTails = []struct {
	words []string
	loose bool
}{
	{[]string{"news", "agency"}, false}, {[]string{"press", "agency"}, false}, {[]string{"news", "service"}, false}, {[]string{"wire", "service"}, false},
	{[]string{"newswire"}, false}, {[]string{"wire"}, false}, {[]string{"agency"}, true},
}

// namedAgency reads a name at word i that says by its form that it is an
// agency's: capitalised words that end as bureauTails do.
func namedAgency(s string, ws []word, i int) (agency, bool) {
	if creditWords[ws[i].lower] {
		return agency{}, false
	}
	for n := 0; n <= longestBureau && i+n < len(ws) && nameWord(s, ws[i+n]); n++ {
		if n == 0 {
			continue
		}
		for _, t := range bureauTails {
			end := i + n + len(t.words)
			if !startsWith(ws[i+n:], t.words) || !allCapital(s, ws[i+n:end]) || end < len(ws) && nameWord(s, ws[end]) {
				continue
			}
			a := agency{name: s[ws[i].from:ws[end-1].to], loose: t.loose}
			for _, w := range ws[i:end] {
				a.words = append(a.words, w.lower)
			}
			return a, true
		}
	}
	return agency{}, false
}

func nameWord(s string, w word) bool {
	return w.kind == letters && capital(s[w.from:w.to]) && !stopwords()[w.lower]
}

func allCapital(s string, ws []word) bool {
	for _, w := range ws {
		if !nameWord(s, w) {
			return false
		}
	}
	return true
}
