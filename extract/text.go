package extract

import (
	"slices"
	"strings"

	"hearsay"
)

// draft is a text on its way to an article.
type draft struct {
	page       string
	lines      []line
	head       int // line of the headline, -1 for none
	standfirst [2]int
	topics     map[string]bool // content words of the first sentences
	same       map[string]int  // lines by their words; filled when first asked for
	bureaus    bureaus         // agencies by the text's own word; filled when first asked for
	byline     *hearsay.Evidence
	masthead   *hearsay.Evidence
	credits    []hearsay.Credit
	doubts     []hearsay.Doubt
	dayOrder   order // of dates such as 03/04/2024
}

// readText judges the lines of an already extracted text.
func readText(page string) *draft {
	d := &draft{page: page, lines: lines(page), head: -1}
	for i := range d.lines {
		d.lines[i].trimGlued()
		d.lines[i].measure()
		d.judgeForm(i)
	}
	d.breadcrumbList()
	d.findTopics()
	d.judgeHead()
	d.judgeRest()
	d.judgeAgencies()
	return d
}

// judgeForm drops a line for what it is by itself: byline, agency credit, date
// or chrome. Dates and names are kept for later.
func (d *draft) judgeForm(i int) {
	l := &d.lines[i]
	text := l.body()
	l.dates, l.front = datesIn(text, d.dayOrder), l.from
	if from, to, ok := writers(text, l.words); ok && l.count <= 40 {
		l.as, l.reason, l.proof = dropped, "byline", true
		if found := creditLine(text[:to], l.words[:wordsUntil(l.words, to)], d.own()); found != nil {
			d.credit(l, found)
		} else if d.byline == nil {
			e := l.evidence(l.from+from, l.from+to)
			d.byline = &e
		}
		return
	}
	if found := creditLine(text, l.words, d.own()); found != nil {
		if l.as, l.reason, l.proof = dropped, "agency credit", true; l.creditForm() {
			d.credit(l, found)
		} else {
			l.agency = found
		}
		return
	}
	if l.dateLine() {
		l.as, l.reason, l.proof = dropped, "date", true
		return
	}
	l.judgeAlone()
	if l.as == undecided {
		d.trimCredit(i)
	}
}

// creditForm: a bare agency name is a credit only in brackets, behind a dash
// or after a word of crediting.
func (l *line) creditForm() bool {
	return slices.ContainsFunc(l.words, word.creditForm)
}

// asks reports whether l is one question or exclamation.
func (l *line) asks() bool {
	text := strings.TrimRight(l.body(), "\"'”’")
	return (strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!")) && !strings.Contains(text, ". ")
}

// judgeAgencies decides about lines that are nothing but the name of an agency:
// beside a byline or date and below the body it credits the text, elsewhere an
// image.
func (d *draft) judgeAgencies() {
	first, last := d.firstBody(), -1
	for i := range d.lines {
		if as := d.lines[i].as; as == paragraph || as == listItem {
			last = i
		}
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.agency == nil {
			continue
		}
		beside := i > last
		for _, step := range []int{-1, 1} {
			if n := d.neighbour(i, step); n != nil && i < first && (n.reason == "byline" || n.reason == "date") {
				beside = true
			}
		}
		if beside {
			d.credit(l, l.agency)
		} else {
			l.reason = "image credit"
		}
	}
}

func wordsUntil(ws []word, to int) int {
	n := 0
	for n < len(ws) && ws[n].to <= to {
		n++
	}
	return n
}

func (d *draft) credit(l *line, found []credit) {
	for _, c := range found {
		d.credits = append(d.credits, hearsay.Credit{Agency: c.name, Evidence: l.evidence(l.from+c.from, l.from+c.to)})
	}
}

// trimCredit cuts a credit off the end of a paragraph.
func (d *draft) trimCredit(i int) {
	l := &d.lines[i]
	from, found := gluedCredit(l.body(), d.own())
	if found == nil {
		return
	}
	d.credit(l, found)
	l.drop(l.from+from, l.to, "agency credit")
	l.measure()
}

// breadcrumbList drops the steps of a breadcrumb that stand on lines of their
// own: a numbered list that begins with "You are here".
func (d *draft) breadcrumbList() {
	for i := 0; i < len(d.lines); i++ {
		if l := &d.lines[i]; l.reason != "navigation" || l.bullet == 0 {
			continue
		}
		for i+1 < len(d.lines) && d.lines[i+1].bullet > 0 && !d.lines[i+1].sentence && !d.lines[i+1].gap {
			i++
			d.lines[i].as, d.lines[i].reason, d.lines[i].proof = dropped, "navigation", true
		}
	}
}

// findTopics collects what the first sentences are about.
func (d *draft) findTopics() {
	d.topics = map[string]bool{}
	n := 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != undecided || !l.sentence || l.count < 8 {
			continue
		}
		l.content(func(w string) { d.topics[w] = true })
		if n++; n == 6 {
			return
		}
	}
}

// about is the share of l's content words that the first sentences have too.
func (d *draft) about(l *line) float64 {
	n, hit := 0, 0
	l.content(func(w string) {
		n++
		if d.topics[w] {
			hit++
		}
	})
	if n == 0 {
		return 0
	}
	return float64(hit) / float64(n)
}

// repeats counts the other lines that have the same words as line i.
func (d *draft) repeats(i int) int {
	if d.same == nil {
		d.same = map[string]int{}
		for j := range d.lines {
			d.same[d.lines[j].unmarked()]++
		}
	}
	return d.same[d.lines[i].unmarked()] - 1
}

// unmarked is plain without the number or bullet of a list.
func (l *line) unmarked() string {
	if l.bullet == 0 {
		return l.plain()
	}
	c := *l
	c.words = nil
	for _, w := range l.words {
		if w.from >= l.bullet {
			c.words = append(c.words, w)
		}
	}
	return c.plain()
}

// firstSentence is the first line of running text that is not broken off.
func (d *draft) firstSentence() int {
	for i := range d.lines {
		l := &d.lines[i]
		if l.as == undecided && l.sentence && l.count >= 8 && l.ellipsis == 0 && !(l.asks() && l.count <= longestHeadline) {
			return i
		}
	}
	return len(d.lines)
}
