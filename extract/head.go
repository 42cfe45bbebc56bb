package extract

import (
	"strings"
)

const (
	longestHeadline   = 30 // words
	longestStandfirst = 90 // words
)

// judgeHead finds headline and standfirst and drops what stands around them.
func (d *draft) judgeHead() {
	first := d.firstSentence()
	for i := 0; i <= first && i < len(d.lines); i++ {
		d.trimStamp(i)
	}
	d.findMasthead()
	d.findHeadline(first)
	d.trimOutlet()
	d.dropAbove(first)
	d.dropDuplicates()
	d.findName()
	d.findStandfirst()
}

// findHeadline chooses the best line above the first sentence.
func (d *draft) findHeadline(first int) {
	best, score := -1, 2
	for i := 0; i < first && i < len(d.lines); i++ {
		if s := d.headlineScore(i); s > score {
			best, score = i, s
		}
	}
	if d.head = best; best >= 0 {
		d.lines[best].as, d.lines[best].reason = headline, ""
	}
}

// headlineScore weighs what speaks for line i as the headline.
func (d *draft) headlineScore(i int) int {
	l := &d.lines[i]
	if l.as == dropped && (l.proof || l.reason == "image credit" || l.reason == "caption") || l.ellipsis > 0 || l.bullet > 0 || l.names() {
		return 0
	}
	score := 0
	switch {
	case l.count > longestHeadline || l.count < 2:
		return 0
	case l.count == 2:
		score -= 2
	case l.count > 3:
		score++
	}
	switch about := d.about(l); {
	case about >= .4:
		score += 3
	case about >= .2:
		score += 2
	case about == 0 && len(d.topics) > 12:
		score--
	}
	if i == 0 && l.count > 3 {
		score++
	}
	text := l.body()
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, ":") {
		score -= 2
	}
	if r := d.repeats(i); r > 0 && r <= 4 {
		score += 2
	}
	if i+1 < len(d.lines) && (d.lines[i+1].gap || d.lines[i+1].as == dropped || d.lines[i+1].bullet > 0) {
		score++
	}
	if !capital(text) && !strings.ContainsAny(text[:1], "0123456789\"'") && text[0] < 0x80 {
		score--
	}
	if l.as == dropped {
		score--
	}
	if l.labelled {
		score += 4
	}
	return score
}

// names reports whether l is a list of names without a sentence, as the
// alternative text of an image is: "Jane Roe, city hall, Springfield strike".
func (l *line) names() bool {
	text := l.body()
	parts := strings.Split(text, ", ")
	if len(parts) < 3 || l.sentence || l.speech {
		return false
	}
	for _, p := range parts {
		ws := split(p)
		if len(ws) > 6 {
			return false
		}
		for _, w := range ws {
			if w.lower != "of" && w.lower != "the" && w.lower != "in" && w.lower != "at" && w.lower != "and" && stopwords()[w.lower] {
				return false
			}
		}
	}
	return len(text)/len(parts) < 40
}

// dropAbove drops what stands above the headline, or above the first sentence
// when there is none.
func (d *draft) dropAbove(first int) {
	end := d.head
	if end < 0 {
		end = first
	}
	for i := 0; i < end && i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.as != undecided {
			continue
		}
		switch {
		case d.head < 0 && l.ellipsis > 0 && l.count >= 6:
		case d.head < 0 && (l.count >= 12 && d.about(l) >= .3 || l.speech):
		case l.names():
			l.as, l.reason = dropped, "caption"
		default:
			l.as, l.reason = dropped, "label"
		}
	}
}

// findStandfirst looks below the headline (or at the top of a text without one)
// for a summary: text above the byline or date, points of a list, a line that is
// no full sentence, a teaser that breaks off.
func (d *draft) findStandfirst() {
	start := d.head + 1
	for start < len(d.lines) && (d.lines[start].as == dropped || d.creditBelow(start)) {
		start++
	}
	if start >= len(d.lines) {
		return
	}
	if end := d.aboveByline(start); end > start {
		d.setStandfirst(start, end)
		return
	}
	l := &d.lines[start]
	end := start
	switch {
	case l.bullet > 0 && d.head >= 0:
		for end < len(d.lines) && d.lines[end].bullet > 0 && d.lines[end].as == undecided && !d.lines[end].gapAfter(start, end) {
			end++
		}
		if end-start > 6 || !d.bodyFollows(end) {
			return
		}
	case l.ellipsis > 0 && l.count >= 6 && l.count <= longestStandfirst && d.bodyFollows(start+1):
		end = start + 1
	case d.head >= 0 && l.count >= 5 && l.count <= 50 && !endsSentence(l.body()) && !strings.HasSuffix(l.body(), ":") && !l.names() && d.bodyFollows(start+1):
		end = start + 1
	case d.head >= 0 && l.count >= 6 && l.count <= 45 && d.saidAgain(start):
		end = start + 1
	}
	d.setStandfirst(start, end)
}

// creditBelow reports whether the line below line i credits an image, of which
// line i then is the caption.
func (d *draft) creditBelow(i int) bool {
	next := d.neighbour(i, 1)
	return next != nil && next.reason == "image credit" && !next.gap
}

// findName takes a bare name below the headline for the byline when a role or
// a date stands beside it.
func (d *draft) findName() {
	if d.head < 0 || d.byline != nil {
		return
	}
	for i := d.head + 1; i < len(d.lines) && i < d.head+8; i++ {
		l, next := &d.lines[i], d.neighbour(i, 1)
		if l.as == undecided && l.sentence {
			return
		}
		if l.as != undecided || !l.bareName() || next == nil || !next.roleLine() && next.reason != "date" {
			continue
		}
		d.byline = ptr(l.evidence(l.from, l.to))
		l.as, l.reason, l.proof = dropped, "byline", true
		if next.as == undecided && next.roleLine() {
			next.as, next.reason, next.proof = dropped, "byline", true
		}
		return
	}
}

// gapAfter: a blank line inside the points ends them, one above them does not.
func (l *line) gapAfter(start, at int) bool { return at > start && l.gap }

// aboveByline is the end of the text that stands between the headline and the
// byline, date or picture below it; start when there is none of the kind.
func (d *draft) aboveByline(start int) int {
	if d.head < 0 {
		return start
	}
	for i := d.head + 1; i < start; i++ {
		if d.lines[i].reason == "byline" || d.lines[i].reason == "date" {
			return start
		}
	}
	end, words := start, 0
	for end < len(d.lines) && d.lines[end].as == undecided && end-start < 4 {
		words += d.lines[end].count
		end++
	}
	if end == start || end == len(d.lines) || words > longestStandfirst || words < 4 || !d.bodyFollows(end) {
		return start
	}
	for i := end; i < len(d.lines) && d.lines[i].as == dropped; i++ {
		switch d.lines[i].reason {
		case "byline", "date":
			return end
		case "agency credit", "share":
			if end-start == 1 && d.lines[i].agency == nil {
				return end
			}
		}
	}
	return start
}

// bodyFollows reports whether a sentence of the body stands at or below line i.
func (d *draft) bodyFollows(i int) bool {
	for ; i < len(d.lines); i++ {
		if l := &d.lines[i]; l.as == undecided && l.sentence && l.count >= 6 {
			return true
		}
	}
	return false
}

// saidAgain reports whether the next paragraph says what line i says, and more.
func (d *draft) saidAgain(i int) bool {
	l := &d.lines[i]
	for j := i + 1; j < len(d.lines); j++ {
		next := &d.lines[j]
		if next.as != undecided || !next.sentence {
			continue
		}
		if next.count < l.count {
			return false
		}
		has := map[string]bool{}
		next.content(func(w string) { has[w] = true })
		n, hit := 0, 0
		l.content(func(w string) {
			n++
			if has[w] {
				hit++
			}
		})
		return n >= 4 && hit*10 >= n*7
	}
	return false
}

func (d *draft) setStandfirst(start, end int) {
	for i := start; i < end; i++ {
		l := &d.lines[i]
		l.as = standfirst
		if l.ellipsis > 0 && i == end-1 {
			l.drop(l.to-l.ellipsis, l.to, "ellipsis")
		}
	}
	d.standfirst = [2]int{start, end}
}

// dropDuplicates drops lines that say the headline again.
func (d *draft) dropDuplicates() {
	if d.head < 0 {
		return
	}
	own := d.lines[d.head].plain()
	for i := range d.lines {
		l := &d.lines[i]
		if i != d.head && l.as == undecided && l.unmarked() == own {
			l.as, l.reason, l.proof = dropped, "duplicate headline", true
		}
	}
}
