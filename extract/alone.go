package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// judgeAlone drops the line when its own form shows that it is chrome.
func (l *line) judgeAlone() {
	text := l.body()
	if text == "" {
		l.as, l.proof = dropped, true
		return
	}
	for _, rule := range []func(*line) (string, bool){iconRun, playerTimes, counter, breadcrumb, linkOnly, imageCredit, copyrightLine, wording} {
		if reason, proof := rule(l); reason != "" {
			if l.speech && !proof {
				l.weak = reason
				continue
			}
			l.as, l.reason, l.proof = dropped, reason, proof
			return
		}
	}
}

// iconRun: one name fragment makes up a quarter of the words.
func iconRun(l *line) (string, bool) {
	if l.count < 4 || l.sentence {
		return "", false
	}
	if iconShare(l.body()) {
		return "icons", true
	}
	seen, most := map[string]int{}, 0
	for _, w := range l.words {
		if w.kind == letters && len(w.lower) > 2 && !stopwords()[w.lower] {
			seen[w.lower]++
			most = max(most, seen[w.lower])
		}
	}
	if l.count >= 8 && most >= 4 && most*4 > l.count {
		return "icons", false
	}
	return "", false
}

// playerTimes: "0:00", "0:00 / 25:36", "1x".
func playerTimes(l *line) (string, bool) {
	colon := false
	if len(l.words) == 5 && l.words[4].kind == digits && l.words[4].to-l.words[4].from == 4 {
		return "date", true
	}
	for i, w := range l.words {
		switch {
		case w.lower == ":":
			colon = colon || i > 0 && l.words[i-1].kind == digits
		case w.kind == letters && w.lower != "x" && w.lower != "hd":
			return "", false
		}
	}
	if colon {
		return "player", true
	}
	return "counter", true
}

// counter: "5 min read", "12 comments", "3 hours ago", "1.2k views".
func counter(l *line) (string, bool) {
	if len(l.words) == 0 || l.count > 5 || l.words[0].kind != digits {
		return "", false
	}
	last := l.words[len(l.words)-1].lower
	switch last {
	case "read", "views", "shares", "comments", "comment", "likes", "followers", "reactions", "votes", "retweets", "replies", "photos", "images", "slides":
		return "counter", true
	case "ago":
		return "date", true
	}
	return "", false
}

// breadcrumb: short labels between arrows, or a run of labels between bars.
func breadcrumb(l *line) (string, bool) {
	if l.sentence {
		return "", false
	}
	text := l.body()
	for _, sep := range []string{" > ", " » ", " › ", " → ", " / ", " | ", " • ", " · ", ">", "»", "›"} {
		parts := strings.Split(text, sep)
		need := 3
		if sep == " > " || sep == " » " || sep == " › " || sep == ">" || sep == "»" || sep == "›" {
			need = 2
		}
		if len(parts) < need {
			continue
		}
		short := 0
		for _, p := range parts[:len(parts)-1] {
			if n := len(strings.Fields(p)); n <= 4 {
				short++
			}
		}
		if short == len(parts)-1 && len(dates(text)) == 0 && !l.byline() {
			return "navigation", len(parts) > 2
		}
	}
	return "", false
}

// linkOnly: an address, handles, hash tags and nothing else.
func linkOnly(l *line) (string, bool) {
	for f := range strings.FieldsSeq(l.body()) {
		switch {
		case strings.HasPrefix(f, "http://"), strings.HasPrefix(f, "https://"), strings.HasPrefix(f, "www."), strings.HasPrefix(f, "pic.twitter.com"):
		case strings.HasPrefix(f, "#") && len(f) > 1, strings.HasPrefix(f, "@") && len(f) > 1:
		case strings.Contains(f, "@") && strings.Contains(f, ".") && !strings.Contains(f, "("):
		default:
			return "", false
		}
	}
	return "link", true
}

// imageCredit: "© Getty Images...", "Photo: ...", "(AP Photo/...)".
func imageCredit(l *line) (string, bool) {
	text := l.body()
	if rest, ok := strings.CutPrefix(text, "©"); ok {
		if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest)); !unicode.IsDigit(r) {
			return "image credit", true
		}
	}
	lower := strings.ToLower(text)
	for _, p := range creditPrefixes {
		if rest, ok := strings.CutPrefix(lower, p); ok && (l.count <= 60) {
			if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsAny(p, ":|/") || r == ':' || r == ' ' || r == '|' || r == '/' || rest == "" {
				return "image credit", strings.ContainsAny(p, ":|/") || !l.sentence
			}
		}
	}
	for _, in := range creditMarks {
		if strings.Contains(lower, in) {
			return "caption", l.count <= 60
		}
	}
	if l.count <= 60 && !l.speech && (captionStart.MatchString(lower) || captionEnd.MatchString(lower)) {
		return "caption", true
	}
	if l.count <= 40 && creditedEnd(text) {
		return "caption", false
	}
	if l.count <= 30 && !l.sentence {
		for _, s := range creditSuffixes {
			if strings.HasSuffix(strings.TrimRight(lower, ").]"), s) {
				return "caption", false
			}
		}
	}
	return "", false
}

// How captions begin that tell what an image shows, and how lines end that name whose
// it is.
var (
	captionStart = regexp.MustCompile(`^(?:an?|this|the) (?:undated |file |handout |combined |still )*(?:image|photo|photograph|picture|frame grab|framegrab|video grab) (?:made |taken |grabbed |released |provided |posted |dated )*(?:from |by |on |in )?[^.]*\b(?:shows?|purports?|purportedly)\b`)
	captionEnd   = regexp.MustCompile(`[.!?”"] (?:photo|picture|photograph|image|credit): [^.:]{2,40}$|[.] +(?:ap|afp|reuters|epa) photo(?:/[^.]*)?$|\byoutube screenshot$`)
)

// creditedEnd reports whether an agency's bare name follows the last sentence:
// "Workers search the rubble on Wednesday. AP".
func creditedEnd(s string) bool {
	at := strings.LastIndex(s, ". ")
	if at < 0 {
		return false
	}
	ws := split(s[at+2:])
	if len(ws) == 0 || len(ws) > 3 {
		return false
	}
	a, ok := agencyAt(s[at+2:], ws, 0)
	return ok && len(a.words) == len(ws)
}

var creditPrefixes = []string{"image source :", "image source:", "image source |", "image credit", "image:", "image |", "image by ", "image courtesy",
	"photo:", "photo |", "photo by ", "photo credit", "photo courtesy", "photo/", "photos:", "photos by ", "photograph:", "photograph by ", "photographer:",
	"picture:", "picture credit", "pictures:", "pic:", "pics:", "pic credit", "(photo", "(image", "(picture", "(file photo", "[photo", "[image", "file photo",
	"file pic", "file image", "credit:", "credits:", "credit |", "representational image", "representative image", "illustration:", "illustration by ",
	"getty images", "reuters/", "ap photo", "afp/", "epa/", "shutterstock", "screenshot:", "screengrab", "video:", "video by ", "caption:", "graphic:"}

var creditMarks = []string{"(ap photo", "(photo by ", "(photo: ", "(photo credit", "(image: ", "(image credit", "/getty images", "via getty images", "(getty images)",
	"handout via", "file photo)", "(file photo", "(file)", " reuters/", "[ap photo", "/ap photo", "afp via getty", "(credit: ", "epa-efe", "(reuters photo",
	"photograph: ", "photo courtesy of", "/shutterstock", "(pic: ", "(picture: ", "(source: getty", "(file image", "/epa", "via ap)", "/afp)", "/reuters)", "/ap)"}

var creditSuffixes = []string{"getty images", "/afp", "/reuters", "/ap", "ap photo", "file photo", "file image", "/epa", "shutterstock", "istock", "alamy", "/pa", "unsplash", "via twitter", "via reuters", "via ap"}

// copyrightLine: "© 2024 The Post. All rights reserved."
func copyrightLine(l *line) (string, bool) {
	text := strings.ToLower(l.body())
	for _, p := range []string{"©", "(c) 20", "copyright ©", "copyright 20", "copyright (c)"} {
		if strings.HasPrefix(text, p) && l.count <= 60 {
			return "copyright", true
		}
	}
	return "", false
}

// wording: the phrases of lang/en/chrome.txt.
func wording(l *line) (string, bool) {
	if l.count > 45 {
		return "", false
	}
	m, ok := matchPhrase(l.words)
	if !ok || !m.proof && l.sentence && l.count > 30 {
		return "", false
	}
	return m.reason, m.proof
}
