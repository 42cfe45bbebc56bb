package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels are the buttons whose text is found run together with the line that
// follows or precedes them.
var labels = []struct{ text, reason string }{
	{"Advertisement", "advertisement"},
	{"ADVERTISEMENT", "advertisement"},
	{"Share this article", "share"},
	{"Copy link", "share"},
	{"Link copied", "share"},
	{"Bookmark", "share"},
	{"Facebook", "share"},
	{"Twitter", "share"},
	{"WhatsApp", "share"},
	{"Share", "share"},
	{"Save", "share"},
	{"Print", "share"},
	{"Email", "share"},
	{"Read more", "related link"},
	{"Read More", "related link"},
	{"READ MORE", "related link"},
	{"Sign up", "newsletter"},
	{"Subscribe", "account"},
	{"Play video", "player"},
	{"Comments", "comments"},
}

// trimGlued cuts chrome off both ends of the line: names of icons, labels of
// buttons, player times that stand against the text without a space.
func (l *line) trimGlued() {
	for {
		n := gluedHead(l.text[l.from:l.to])
		if n.to == 0 {
			break
		}
		l.drop(l.from, l.from+n.to, n.reason)
	}
	for {
		c := gluedTail(l.text[l.from:l.to])
		if c.reason == "" {
			break
		}
		l.drop(l.from+c.from, l.to, c.reason)
	}
}

// drop takes [from,to), one end of the line, out of its body.
func (l *line) drop(from, to int, reason string) {
	a, b := trimmed(l.text, from, to)
	l.cuts = append(l.cuts, cut{a, b, reason})
	if from == l.from {
		l.from = to
	} else {
		l.to = from
	}
	l.from, l.to = trimmed(l.text, l.from, l.to)
}

// gluedHead finds a label that the text follows without a space.
func gluedHead(s string) cut {
	for _, b := range labels {
		rest, ok := strings.CutPrefix(s, b.text)
		if !ok || rest == "" {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) || strings.ContainsRune("\"“‘«", r) {
			return cut{0, len(b.text), b.reason}
		}
	}
	return cut{}
}

// gluedTail finds chrome that stands against the end of a sentence.
func gluedTail(s string) cut {
	if at := iconsAt(s); at > 0 {
		return cut{at, len(s), "icons"}
	}
	for _, b := range labels {
		if rest, ok := strings.CutSuffix(s, b.text); ok && rest != "" && closesAgainst(rest) {
			return cut{len(rest), len(s), b.reason}
		}
	}
	return cut{}
}

// closesAgainst reports whether s ends with the end of a sentence, or with a
// lower case letter, directly.
func closesAgainst(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLower(r) || strings.ContainsRune(".!?”\")", r)
}

// iconsAt is where a run of icon names begins that is glued to the end of a
// sentence, 0 for none: "...the front.icon bookmark-bicon cameraicon".
func iconsAt(s string) int {
	const name = "icon"
	end := strings.LastIndex(s, name)
	if end < 0 || strings.Count(s, name) < 4 {
		return 0
	}
	for at := strings.Index(s, name); at >= 0 && at < end; {
		if at > 0 && iconShare(s[at:]) && sentenceEnd(s[:at]) {
			return at
		}
		next := strings.Index(s[at+1:], name)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return 0
}

func sentenceEnd(s string) bool {
	return endsSentence(strings.TrimRightFunc(s, unicode.IsSpace))
}

// iconShare reports whether s is made of icon names.
func iconShare(s string) bool {
	fields := strings.Fields(s)
	n := 0
	for _, f := range fields {
		if strings.Contains(f, "icon") {
			n++
		}
	}
	return n >= 3 && n*5 >= len(fields)*2
}
