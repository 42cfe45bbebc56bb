package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of an already extracted text with what it is judged to be.
type line struct {
	passage
	gap      bool // an empty line stands before it
	from, to int  // what is left of text when glued chrome is cut off
	cuts     []cut
	words    []word
	count    int  // words of letters
	bullet   int  // bytes of a list mark at its beginning
	sentence bool // running text that ends as a sentence does
	ellipsis int  // bytes of "..." at its end
	speech   bool // holds a quotation or a verb of reporting
	as       as
	reason   string   // of dropped lines
	weak     string   // the reason for which a line would be dropped if nobody spoke in it
	agency   []credit // the agencies when the line is nothing but their names
	proof    bool     // dropped on more than one weak signal
	dates    []stamp
	front    int  // where the text begins that dates counts from
	stamped  bool // one of dates was cut off its front
	labelled bool // a label called it the title
}

// cut is chrome glued to the text of a line.
type cut struct {
	from, to int
	reason   string
}

// as is what a line is judged to be.
type as uint8

const (
	undecided as = iota
	dropped
	headline
	standfirst
	paragraph
	subhead
	listItem
)

// body is the text of l that is not glued chrome.
func (l *line) body() string { return l.text[l.from:l.to] }

// lines breaks a text into its lines that show anything.
func lines(page string) []line {
	var out []line
	gap := false
	for at := 0; at < len(page); {
		end := at + strings.IndexByte(page[at:], '\n')
		next := end + 1
		if end < at {
			end, next = len(page), len(page)
		}
		from, to := trimmed(page, at, end)
		at = next
		if from == to {
			gap = true
			continue
		}
		l := line{passage: identity(page, from, to), gap: gap, to: to - from}
		out = append(out, l)
		gap = false
	}
	return out
}

// measure fills what can be seen of the line's own text.
func (l *line) measure() {
	text := l.body()
	l.words = split(text)
	l.count, l.speech, l.sentence = 0, false, false
	stops, marks := 0, 0
	for _, w := range l.words {
		switch {
		case w.kind == mark:
			marks += quoteMark(w.lower)
		case w.kind == letters:
			l.count++
			if stopwords()[w.lower] {
				stops++
			}
			l.speech = l.speech || reporting[w.lower]
		}
	}
	l.speech = l.speech || marks >= 2 && l.count >= 4
	l.bullet = bulletOf(text)
	l.ellipsis = ellipsisOf(text)
	ended := endsSentence(text)
	l.sentence = ended && (l.count >= 5 && stops >= 1 || l.count >= 8 || l.count >= 3 && l.speech) ||
		l.count >= 25 && stops*6 >= l.count || l.count >= 8 && stops >= 2 && strings.HasSuffix(text, ":")
}

func quoteMark(s string) int {
	switch s {
	case "\"", "“", "”", "„", "«", "»", "‘":
		return 1
	}
	return 0
}

// reporting holds the verbs that say most often that somebody speaks.
var reporting = map[string]bool{
	"said": true, "says": true, "saying": true, "told": true, "tells": true, "asked": true, "added": true, "adds": true,
	"denied": true, "denies": true, "claimed": true, "claims": true, "warned": true, "insisted": true, "announced": true,
	"reported": true, "confirmed": true, "stated": true, "argued": true, "according": true, "noted": true, "wrote": true,
	"testified": true, "alleged": true, "replied": true, "responded": true, "explained": true, "stressed": true,
}

// endsSentence reports whether s ends with a mark of the end of a sentence,
// perhaps inside quotation marks or brackets.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'”’»)]", r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r) && len(s) > 0
}

// ellipsisOf is the length of the dots by which a teaser breaks off.
func ellipsisOf(s string) int {
	rest := strings.TrimRight(s, ".…")
	if cut := s[len(rest):]; strings.HasPrefix(cut, "..") || strings.Contains(cut, "…") {
		return len(s) - len(strings.TrimRightFunc(rest, unicode.IsSpace))
	}
	return 0
}

// bulletOf is the length of a list mark with its space: "- ", "• ", "2. ".
func bulletOf(s string) int {
	for _, m := range []string{"- ", "– ", "— ", "• ", "* ", "· ", "▪ ", "■ ", "● ", "◦ ", "‣ ", "➤ ", "► "} {
		if strings.HasPrefix(s, m) {
			return len(m)
		}
	}
	i := 0
	for i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ' {
		return i + 2
	}
	return 0
}

// content calls yield for the words of l that tell what it is about.
func (l *line) content(yield func(string)) {
	for _, w := range l.words {
		if w.kind != mark && len(w.lower) >= 3 && !stopwords()[w.lower] {
			yield(strings.TrimSuffix(w.lower, "'s"))
		}
	}
}

// plain is the line's words in lower case without marks, to compare lines.
func (l *line) plain() string {
	var b strings.Builder
	for _, w := range l.words {
		if w.kind != mark {
			b.WriteString(w.lower)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
