package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/lang/und"
)

// bylineWords are the words before the names of those who wrote an article, and
// the labels that are nobody's name.
var bylineWords = func() (words struct {
	leads  [][]string
	labels map[string]bool
}) {
	words.labels = map[string]bool{}
	for line := range entries(und.BylineWords) {
		switch kind, phrase, _ := strings.Cut(line, " "); kind {
		case "lead":
			words.leads = append(words.leads, strings.Fields(phrase))
		case "label":
			words.labels[phrase] = true
		}
	}
	return words
}()

// byline reports whether the line names the writers and does nothing else.
func (l *line) byline() bool {
	_, _, ok := writers(l.body(), l.words)
	return ok
}

// writers finds the names in a byline: "By A. N. Author and B. Other, Moscow".
// What stands behind the names must be what stands there in bylines: nothing, a
// place or role, a date, an address.
func writers(s string, ws []word) (from, to int, ok bool) {
	lead := leadOf(ws)
	if lead == 0 || lead >= len(ws) {
		return 0, 0, false
	}
	i := lead
	for i < len(ws) && (ws[i].lower == ":" || ws[i].lower == "-" || ws[i].lower == "|") {
		i++
	}
	if i < len(ws) && ws[i].lower == "by" {
		i++
	}
	n := namesAt(s, ws[i:])
	if n == 0 || i == lead && nounLead[ws[lead-1].lower] {
		return 0, 0, false
	}
	rest := ws[i+n:]
	if !bylineTail(s, rest) {
		return 0, 0, false
	}
	return ws[i].from, ws[i+n-1].to, true
}

// nounLead holds the leads that must be parted from the name by a mark.
var nounLead = map[string]bool{"author": true, "reporter": true, "text": true, "autor": true, "autorin": true, "redaktion": true, "auteur": true, "autore": true, "автор": true}

func leadOf(ws []word) int {
	n := 0
	for _, lead := range bylineWords.leads {
		if startsWith(ws, lead) {
			n = max(n, len(lead))
		}
	}
	return n
}

// namesAt is the number of words, from the first of ws on, that are names of
// people joined by "and" or commas.
func namesAt(s string, ws []word) int {
	end, run := 0, 0
	for i, w := range ws {
		switch {
		case w.kind == letters && capital(s[w.from:w.to]) && months[w.lower] == 0 && !dateWords.weekday[w.lower] && !fieldName(w.lower):
			run++
			end = i + 1
			if run > 5 {
				return 0
			}
		case w.lower == "." && i > 0 && ws[i-1].to-ws[i-1].from <= 3 && w.from == ws[i-1].to && run > 0:
			if i+1 < len(ws) && ws[i+1].kind == letters {
				end = i + 1
			}
		case particles[w.lower] && run > 0:
			run++
		case (w.lower == "and" || w.lower == "&" || w.lower == ",") && run > 0:
			if !nameFollows(s, ws[i+1:], w.lower == ",") {
				return end
			}
			run = 0
		default:
			return end
		}
	}
	return end
}

// nameFollows reports whether at least two capitalised words come next; after a
// comma they must not be all that is left, which would be a place or a role.
func nameFollows(s string, ws []word, comma bool) bool {
	n := 0
	for n < len(ws) && ws[n].kind == letters && (capital(s[ws[n].from:ws[n].to]) || n > 0 && particles[ws[n].lower]) {
		n++
	}
	if n < 2 {
		return false
	}
	return !comma || n < len(ws) && (ws[n].lower == "and" || ws[n].lower == ",") && !bylineRole[ws[n-1].lower]
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.Is(unicode.Lo, r)
}

var particles = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "la": true, "le": true, "da": true, "di": true,
	"del": true, "dos": true, "bin": true, "al": true, "el": true, "ibn": true, "ul": true, "ten": true, "ter": true, "du": true, "zu": true}

// fieldName: a word that begins the next field of a byline.
func fieldName(s string) bool {
	switch s {
	case "published", "updated", "posted", "last", "first", "modified", "date", "time", "edited", "written", "reported", "source", "photo", "share", "read", "comments", "email", "follow":
		return true
	}
	return false
}

var bylineRole = map[string]bool{"correspondent": true, "reporter": true, "editor": true, "writer": true, "staff": true, "journalist": true,
	"producer": true, "chief": true, "columnist": true, "contributor": true, "desk": true, "bureau": true, "newsroom": true}

// bylineTail reports whether rest is what can follow the names of a byline.
func bylineTail(s string, rest []word) bool {
	if len(rest) == 0 {
		return true
	}
	if rest[0].kind == digits {
		return true
	}
	switch rest[0].lower {
	case "|", "@", "(", "/", "·", "•", "-", "–", "—", ";":
		return len(rest) <= 40
	case ",", "in", "for", "at":
		words := 0
		for _, w := range rest {
			if w.kind == letters {
				words++
			}
		}
		return words <= 8 && !endsSentence(s)
	case ".":
		return len(rest) == 1
	}
	if fieldName(rest[0].lower) || months[rest[0].lower] != 0 || dateWords.weekday[rest[0].lower] || len(rest) > 1 && dateWords.joins[rest[0].lower] && rest[1].kind == digits {
		return true
	}
	for _, w := range rest[:min(3, len(rest))] {
		if bylineRole[w.lower] {
			return len(rest) <= 12
		}
	}
	return false
}

// bareName reports whether the line is nothing but a name of two to four words.
func (l *line) bareName() bool {
	if l.count < 2 || l.count > 4 || l.sentence {
		return false
	}
	for _, w := range l.words {
		if w.kind == digits || w.kind == mark && w.lower != "." || w.kind == letters && !capital(l.body()[w.from:w.to]) && !particles[w.lower] ||
			stopwords()[w.lower] {
			return false
		}
	}
	return true
}

// roleLine reports whether the line is a writer's role: "Political Correspondent".
func (l *line) roleLine() bool {
	if l.count == 0 || l.count > 8 || l.sentence {
		return false
	}
	for _, w := range l.words {
		if bylineRole[w.lower] {
			return true
		}
	}
	return false
}
