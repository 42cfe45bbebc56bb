package extract

import (
	"strings"

	"hearsay"
)

// judgeRest gives every line below the head its role.
func (d *draft) judgeRest() {
	start := max(d.head+1, d.standfirst[1])
	d.cutTail(start)
	last := d.lastSentence(start)
	for i := start; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.as == dropped && !l.proof && (l.speech || l.sentence && l.count > 20) && i <= last {
			d.keepDoubtful(i, l.reason)
			continue
		}
		if l.as != undecided {
			continue
		}
		switch {
		case i > last && last >= 0:
			l.as, l.reason = dropped, "label"
		case l.bullet > 0 && l.count > 0:
			l.as = listItem
		case l.sentence || l.speech || l.count >= 14 || strings.HasSuffix(l.body(), ":"):
			if l.as = paragraph; l.weak != "" {
				d.keepDoubtful(i, l.weak)
			}
		default:
			d.judgeShort(i, start)
		}
	}
	d.keepSomething()
}

// lastSentence is the last undecided line of running text, -1 for none.
func (d *draft) lastSentence(start int) int {
	last := -1
	for i := start; i < len(d.lines); i++ {
		if l := &d.lines[i]; l.as == undecided && (l.sentence || l.speech || l.count >= 25 || l.bullet > 0 && i == last+1) {
			last = i
		}
	}
	return last
}

// keepDoubtful keeps a line that one weak signal would drop although somebody
// speaks in it.
func (d *draft) keepDoubtful(i int, reason string) {
	l := &d.lines[i]
	d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtCleaning, Evidence: ptr(l.evidence(l.from, l.to)),
		Note: "kept as text, may be " + article(reason)})
	l.as, l.reason = paragraph, ""
}

func ptr(e hearsay.Evidence) *hearsay.Evidence { return &e }

func article(reason string) string {
	if strings.ContainsAny(reason[:1], "aeiou") {
		return "an " + reason
	}
	return "a " + reason
}

// judgeShort decides about a short line between paragraphs: a subhead, the
// caption beside an image credit, a name in a list of links, or text.
func (d *draft) judgeShort(i, start int) {
	l := &d.lines[i]
	next, prev := d.neighbour(i, 1), d.neighbour(i, -1)
	switch {
	case l.names():
		l.as, l.reason = dropped, "caption"
	case d.creditBeside(i):
		l.as, l.reason = dropped, "caption"
	case !d.bodyAbove(i, start):
		d.judgeLead(i)
	case l.roleLine() && l.count <= 4:
		l.as, l.reason = dropped, "byline"
	case prev != nil && prev.as == dropped && (prev.reason == "related link" || prev.reason == "tags" || prev.reason == "navigation") && !l.gap:
		l.as, l.reason = dropped, prev.reason
	case endsSentence(l.body()):
		l.as = paragraph
	case next != nil && next.as == undecided && (next.sentence || next.bullet > 0 || next.count >= 14):
		l.as = subhead
	default:
		l.as = paragraph
	}
}

// judgeLead decides about a short line between the headline and the first
// paragraph: chrome, unless a text without headline or speech speaks for it.
func (d *draft) judgeLead(i int) {
	l := &d.lines[i]
	switch {
	case d.head < 0 && l.count >= 5:
		l.as = paragraph
	case l.bareName():
		l.as, l.reason = dropped, "label"
	case l.count <= 3 || d.about(l) < .5:
		l.as, l.reason = dropped, "label"
	default:
		l.as = subhead
	}
}

func (d *draft) neighbour(i, step int) *line {
	if j := i + step; j >= 0 && j < len(d.lines) {
		return &d.lines[j]
	}
	return nil
}

// creditBeside reports whether an image credit touches line i: then it is the
// image's caption.
func (d *draft) creditBeside(i int) bool {
	if next := d.neighbour(i, 1); next != nil && next.reason == "image credit" && !next.gap {
		return true
	}
	prev := d.neighbour(i, -1)
	return prev != nil && prev.reason == "image credit" && !d.lines[i].gap && d.lines[i].count <= 12
}

// bodyAbove reports whether a paragraph stands between start and line i.
func (d *draft) bodyAbove(i, start int) bool {
	for j := start; j < i; j++ {
		if as := d.lines[j].as; as == paragraph || as == listItem {
			return true
		}
	}
	return false
}

// cutTail drops everything below a heading that ends articles, "Comments" or
// "Related stories", when what follows is short beside what stands above.
func (d *draft) cutTail(start int) {
	above, below := 0, 0
	for i := start; i < len(d.lines); i++ {
		if l := &d.lines[i]; l.as == undecided {
			below += l.count
		}
	}
	for i := start; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.as == undecided {
			above += l.count
			below -= l.count
			continue
		}
		if l.count > 5 || !endsArticles[l.reason] || !l.proof || above < below*2 || above < 60 {
			continue
		}
		if l.reason == "related link" && d.longest(i) > 35 {
			continue
		}
		for j := i + 1; j < len(d.lines); j++ {
			if t := &d.lines[j]; t.as == undecided {
				t.as, t.reason, t.proof = dropped, l.reason, true
			}
		}
		return
	}
}

var endsArticles = map[string]bool{"comments": true, "related link": true}

// longest is the word count of the longest undecided line below i.
func (d *draft) longest(i int) int {
	n := 0
	for _, l := range d.lines[i+1:] {
		if l.as == undecided {
			n = max(n, l.count)
		}
	}
	return n
}

// keepSomething turns the labels of a text without a sentence into its body: a
// list of headlines is a text, too.
func (d *draft) keepSomething() {
	for i := range d.lines {
		if as := d.lines[i].as; as == paragraph || as == listItem || as == headline || as == standfirst {
			return
		}
	}
	for i := range d.lines {
		if l := &d.lines[i]; l.as == subhead || l.as == dropped && !l.proof && l.reason == "label" {
			l.as, l.reason = paragraph, ""
		}
	}
}
