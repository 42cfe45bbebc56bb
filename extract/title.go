package extract

import (
	"strings"
)

// leastTitle is the score of a main heading of three words by itself.
const leastTitle = 1.1

// findTitle finds the visible headline: the heading that says what the page's
// markup gives as its title, else its only main heading, else the heading that
// the body begins with.
func (d *document) findTitle() {
	titles, site := d.titles(), d.siteName()
	first := len(d.score)
	for i := range d.score {
		if d.keeps(i) {
			first = i
			break
		}
	}
	best, score := -1, float32(leastTitle)
	for i := range d.out {
		if s := d.titleScore(i, first, titles, site); s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		best = d.lesserTitle(first, site)
	} else {
		best = d.belowSite(best, first, titles)
	}
	d.draft.head = best
	if best >= 0 {
		d.lines[best].trimTitle()
	}
}

// belowSite is the heading near the body that says one part of a title when the
// one found far above says another: the name of the site.
func (d *document) belowSite(best, first int, titles []title) int {
	if best >= first-3 {
		return best
	}
	for _, t := range titles {
		own := t.part(lexemes(strings.ToLower(d.out[best].text)))
		if own < 0 {
			continue
		}
		for i := max(best+1, first-3); i <= first+3 && i < len(d.out); i++ {
			f := &d.out[i]
			if f.marks&inHeading == 0 || f.marks&(inNav|inHidden|inFooter|inAside) != 0 {
				continue
			}
			if other := t.part(lexemes(strings.ToLower(f.text))); other >= 0 && other != own {
				return i
			}
		}
	}
	return best
}

// part is the part of the title that a heading says, -1 for none.
func (t *title) part(heading []string) int {
	if len(t.parts) < 2 {
		return -1
	}
	for k, p := range t.parts {
		if overlap(heading, p) >= .8 {
			return k
		}
	}
	return -1
}

// lesserTitle is a main heading that no title repeats, near the body, else the
// heading of any kind just above it; -1 for none.
func (d *document) lesserTitle(first int, site [][]string) int {
	main, other := -1, -1
	for i := range d.out {
		f := &d.out[i]
		if i > first+5 {
			break
		}
		if f.marks&inHeading == 0 || f.marks&(inHidden|inFooter|inAside) != 0 || f.linked*2 > len(f.text) {
			continue
		}
		ws := lexemes(strings.ToLower(f.text))
		if len(ws) == 0 || len(ws) > 45 || named(ws, site) {
			continue
		}
		switch {
		case f.tag == "h1" && i >= first-15:
			main = i
		case f.marks&inNav == 0 && len(ws) >= 2 && i >= first-2 && i <= first && other < 0:
			other = i
		}
	}
	if main >= 0 {
		return main
	}
	return other
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
	inside := strings.Count(l.text[:last.from], "(") > strings.Count(l.text[:last.from], ")")
	if last.from > from && last.from > 20 && last.day > 0 && !inside && (len(split(l.text[last.to:])) <= 4 || gapped(l.text[:last.from])) {
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

// title is a title in the markup by its words, whole and in the parts between
// its bars and dashes.
type title struct {
	words []string
	parts [][]string
}

// titles are the titles in the markup, the best first.
func (d *document) titles() []title {
	var out []title
	add := func(s string) {
		s = strings.ToLower(s)
		if ws := lexemes(s); len(ws) > 0 {
			t := title{words: ws}
			for _, part := range titleParts(s) {
				if p := lexemes(part); len(p) > 0 {
					t.parts = append(t.parts, p)
				}
			}
			out = append(out, t)
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

// titleParts parts a title at the marks that stand between a headline, its
// kicker and the name of the site.
func titleParts(s string) []string {
	const bar = "|"
	for _, mark := range []string{" - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " : ", ": ", " > ", " / "} {
		s = strings.ReplaceAll(s, mark, bar)
	}
	return strings.Split(s, bar)
}

// siteName is how the page calls its site.
func (d *document) siteName() [][]string {
	var out [][]string
	if m, ok := d.markup.meta("og:site_name", "application-name"); ok {
		out = append(out, lexemes(strings.ToLower(m.value)))
	}
	if v := d.ld.publisher.value; v != "" {
		out = append(out, lexemes(strings.ToLower(v)))
	}
	return out
}

// named reports whether ws is the name of the site.
func named(ws []string, site [][]string) bool {
	for _, name := range site {
		if overlap(ws, name) > .8 {
			return true
		}
	}
	return false
}

// titleScore weighs what speaks for block i as the headline.
func (d *document) titleScore(i, first int, titles []title, site [][]string) float32 {
	f := &d.out[i]
	ws := lexemes(strings.ToLower(f.text))
	if len(ws) == 0 || len(ws) > 45 || f.marks&(inHidden|inNav) != 0 && f.tag != "h1" {
		return 0
	}
	score := float32(0)
	for k, t := range titles {
		if same := t.said(ws); same >= .6 {
			score = max(score, same*2-float32(k)*.05)
		}
	}
	said := score > 1.7
	switch f.tag {
	case "h1":
		score += 1.2
		if len(ws) < 3 && !said {
			score -= .7
		}
	case "h2", "h3":
		score += .3
	case "a", "li":
		score -= .5
	}
	if f.marks&inHeading == 0 {
		score -= .4
	}
	if f.linked*2 > len(f.text) {
		score -= .4
	}
	if f.marks&(inFooter|inAside) != 0 {
		score--
	}
	if named(ws, site) {
		score -= 1.5
	}
	switch {
	case i > first+3 && said:
		score -= .4
	case i > first+3:
		score -= .8
	}
	return score - min(float32(max(first-i, 0))*.01, .3)
}

// said is how much a visible heading says what the title says: by the words
// that both have, by those of one of the title's parts, or by the share of the
// heading's words in the title. A short heading must be two fifths of the title.
func (t *title) said(heading []string) float32 {
	same := overlap(heading, t.words)
	for k, part := range t.parts {
		if s := overlap(heading, part); s >= .8 {
			if k > 0 {
				s *= .93
			}
			same = max(same, s)
		}
	}
	if len(heading) >= 4 || len(heading)*5 >= len(t.words)*2 {
		same = max(same, .9*alike(heading, t.words))
	}
	return same
}

// sharedWords counts the words that two lists share.
func sharedWords(a, b []string) int {
	has := map[string]int{}
	for _, w := range b {
		has[w]++
	}
	n := 0
	for _, w := range a {
		if has[w] > 0 {
			has[w]--
			n++
		}
	}
	return n
}

// alike is the share of the words of a that b has.
func alike(a, b []string) float32 { return float32(sharedWords(a, b)) / float32(max(len(a), 1)) }

// overlap is what two lists share of both (Dice).
func overlap(a, b []string) float32 {
	return 2 * float32(sharedWords(a, b)) / float32(max(len(a)+len(b), 1))
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
