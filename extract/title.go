package extract

import (
	"strings"
)

// leastTitle is the score of a main heading of three words by itself.
const leastTitle = 1.1

// findTitle finds the visible headline: the heading that says what the page's
// markup gives as its title, else its only main heading.
func (d *document) findTitle() {
	titles := d.titles()
	first := len(d.score)
	for i := range d.score {
		if d.keeps(i) {
			first = i
			break
		}
	}
	best, score := -1, float32(leastTitle)
	for i := range d.out {
		if s := d.titleScore(i, first, titles); s > score {
			best, score = i, s
		}
	}
	d.draft.head = best
	if best >= 0 {
		d.lines[best].trimTitle()
	}
}

// trimTitle cuts a date that stands in the element of the headline off its ends.
func (l *line) trimTitle() {
	found := dates(l.text)
	if len(found) == 0 {
		return
	}
	l.dates = found
	first, last := found[0], found[len(found)-1]
	from, to := 0, len(l.text)
	if first.from == 0 && first.day > 0 && len(l.text)-first.to > 20 {
		from = len(l.text) - len(strings.TrimLeft(l.text[first.to:], titleMarks))
	}
	if last.from > from && last.from > 20 && last.day > 0 && (len(split(l.text[last.to:])) <= 4 || gapped(l.text[:last.from])) {
		to = len(strings.TrimRight(l.text[:last.from], titleMarks))
	}
	if from == 0 && to == len(l.text) {
		return
	}
	l.stamped = true
	if from > 0 {
		l.drop(0, from, "date")
	}
	if to < len(l.text) {
		l.drop(to, len(l.text), "date")
	}
}

const titleMarks = " \u00a0|•·-–—,:"

// gapped reports whether s ends with more than one blank, as a mark of layout.
func gapped(s string) bool {
	return len(s)-len(strings.TrimRight(s, " \u00a0")) > 1
}

// titles are the word lists of the titles in the markup, the best first.
func (d *document) titles() [][]string {
	var out [][]string
	add := func(s string) {
		if ws := lexemes(strings.ToLower(s)); len(ws) > 0 {
			out = append(out, ws)
		}
	}
	add(d.ld.headline.value)
	for _, key := range []string{"og:title", "twitter:title", "headline", "dc.title", "title"} {
		if m, ok := d.markup.meta(key); ok {
			add(m.value)
		}
	}
	add(d.markup.title.text)
	return out
}

// titleScore weighs what speaks for block i as the headline.
func (d *document) titleScore(i, first int, titles [][]string) float32 {
	f := &d.out[i]
	ws := lexemes(strings.ToLower(f.text))
	if len(ws) == 0 || len(ws) > 45 || f.marks&(inHidden|inNav) != 0 && f.tag != "h1" {
		return 0
	}
	score := float32(0)
	for k, t := range titles {
		same := alike(ws, t)
		if same < .6 {
			continue
		}
		score = max(score, same*2-float32(k)*.05)
	}
	switch f.tag {
	case "h1":
		score += 1.2
		if len(ws) < 3 {
			score -= .7
		}
	case "h2", "h3":
		score += .3
	case "a", "li", "td":
		score -= .5
	}
	if f.marks&inHeading == 0 {
		score -= .4
	}
	if f.linked*2 > len(f.text) {
		score -= .5
	}
	if f.marks&(inFooter|inAside) != 0 {
		score--
	}
	if i > first+3 {
		score -= .8
	}
	if first-i > 60 {
		score -= .3
	}
	return score
}

// alike is how much a visible heading says what a title says: the share of the
// heading's words in the title. A short heading must be two fifths of the title.
func alike(heading, title []string) float32 {
	has := map[string]int{}
	for _, w := range title {
		has[w]++
	}
	hit := 0
	for _, w := range heading {
		if has[w] > 0 {
			has[w]--
			hit++
		}
	}
	if len(heading) < 4 && hit*5 < len(title)*2 {
		return 0
	}
	return float32(hit) / float32(len(heading))
}

// summaryWords are found in class and id of standfirsts.
var summaryWords = hashes("standfirst", "dek", "deck", "subtitle", "subheadline", "subheading", "subhead", "summary", "lead", "lede", "teaser",
	"intro", "excerpt", "sapo", "strapline", "vorspann", "chapo", "entradilla", "bajada", "sottotitolo", "ingress", "kicker", "synopsis", "tagline", "abstract")

func hashes(words ...string) map[uint32]bool {
	set := map[uint32]bool{}
	for _, w := range words {
		set[hashWord(w)] = true
	}
	return set
}

// findSummary finds the standfirst between the headline and the body: a block
// that its class calls so, or that says what the page's description says and
// stands apart from the paragraphs.
func (d *document) findSummary(first int) {
	h := d.draft.head
	if h < 0 {
		return
	}
	description := d.description()
	paragraphs := 0
	for i := h + 1; i < len(d.lines) && i < h+25 && paragraphs < 2; i++ {
		l, f := &d.lines[i], &d.out[i]
		if l.as == paragraph && !d.called(i) {
			paragraphs++
		}
		n := len(lexemes(l.body()))
		if n < 4 || n > longestStandfirst || f.marks&(inNav|inHidden|inForm|inAside|inFooter|inCaption) != 0 || l.proof || f.linked*3 > len(f.text) || len(l.dates) > 0 && n < 12 {
			continue
		}
		said := len(description) > 0 && alike(lexemes(strings.ToLower(l.body())), description) >= .9
		apart := i+1 >= len(d.out) || d.partedFromBody(i)
		if d.called(i) && (said || apart || f.marks&inHeading != 0) || said && apart && (l.as != paragraph || f.marks&inHeading != 0 || paragraphs <= 1) {
			l.as, l.reason = standfirst, ""
			d.draft.standfirst = [2]int{i, i + 1}
			return
		}
	}
}

func (d *document) description() []string {
	if m, ok := d.markup.meta("og:description", "description", "twitter:description"); ok {
		return lexemes(strings.ToLower(m.value))
	}
	return nil
}

// called reports whether the elements next around block i are called a summary.
func (d *document) called(i int) bool {
	class := d.out[i].class
	for _, c := range class[:min(len(class), 4)] {
		if summaryWords[c] {
			return true
		}
	}
	return false
}

// partedFromBody reports whether the paragraphs that follow stand in another
// element than block i.
func (d *document) partedFromBody(i int) bool {
	for j := i + 1; j < len(d.lines) && j < i+30; j++ {
		if d.lines[j].as == paragraph {
			return d.out[j].parent != d.out[i].parent
		}
	}
	return false
}
