package nlp

import (
	"slices"
	"strings"

	"hearsay"
)

// quoter finds the quotations of a text, block by block: a mark left open or
// closed by mistake disturbs its own block and no other. Straight marks take
// their direction from the spaces around them and, where these say nothing,
// from what is open.
type quoter struct {
	text       string
	start, end int // of the block
	marks      []mark
	quotations []hearsay.Quotation
	open       []opened
	pending    int // the quotation left open by the block before; -1 for none
}

// opened is a quotation that waits for its closing mark.
type opened struct {
	family    family
	quotation int
	low       bool // opened by „ or ‚, which “ and ‘ may close
}

// block reads text[start:end]. A block outside the body carries nothing on.
func (q *quoter) block(start, end int, body bool) {
	q.start, q.end, q.open = start, end, q.open[:0]
	if !body {
		q.pending = -1
	}
	first := len(q.quotations)
	for i := start; i < end; {
		switch q.text[i] {
		case '"', '\'', '`', 0xC2, 0xE2:
			if g, ok := signAt(q.text, start, i, end); ok {
				q.sign(g)
				i = int(g.End)
				continue
			}
		}
		i++
	}
	q.pending = q.finish(first, body)
}

// sign settles one sign.
func (q *quoter) sign(g sign) {
	switch g.family {
	case double:
		q.double(g)
	case single:
		q.single(g)
	default:
		q.angled(g)
	}
}

func (q *quoter) double(g sign) {
	at := q.find(double)
	low := at >= 0 && q.open[at].low
	closes := !g.opens()
	switch {
	case g.leans > 0:
		closes = at >= 0 && (low || closes && !g.edge())
	case g.leans < 0:
		closes = at >= 0 || closes
	case !closes && g.wordly(), closes && at < 0 && g.wordly():
		closes = at >= 0
	case closes && at < 0 && g.edge() && g.right != 0:
		if closes = q.surplus(int(g.End)) < 1; closes {
			return // spaces on both sides, and nothing to pair with
		}
	}
	switch {
	case !closes && at >= 0 && q.surplus(int(g.End)) < 2:
		q.abandon(at, g.Start)
		q.push(g)
	case !closes:
		q.push(g)
	case at >= 0:
		q.close(at, g)
	default:
		q.stray(g)
	}
}

// mostAhead is how many marks surplus looks at; no paragraph to be read has more
// to come.
const mostAhead = 64

// surplus is how many more closing marks than opening ones follow in the block,
// at most 2: with 2, a second opening mark begins a quotation inside the first.
func (q *quoter) surplus(from int) int {
	closing := 0
	for i, seen := from, 0; i < q.end && closing < 2 && seen < mostAhead; {
		g, ok := signAt(q.text, q.start, i, q.end)
		if !ok {
			i++
			continue
		}
		if i = int(g.End); g.family != double {
			continue
		}
		seen++
		if g.leans > 0 || g.leans == 0 && g.opens() {
			closing--
		} else {
			closing++
		}
	}
	return closing
}

func (q *quoter) angled(g sign) {
	at := q.find(g.family)
	switch opens := g.leans > 0 || g.opens(); {
	case at >= 0 && (g.leans < 0 || !g.opens()):
		q.close(at, g)
	case opens:
		q.push(g)
	default:
		q.stray(g)
	}
}

func (q *quoter) single(g sign) {
	if g.wordly() {
		return
	}
	at := q.find(single)
	if at >= 0 && g.left != 0 && !g.opens() {
		if g.leans <= 0 && (g.closesFirmly() || !q.possessive(g)) || g.leans > 0 && q.open[at].low {
			q.close(at, g)
		}
		return
	}
	if g.leans < 0 || !g.opens() || q.shortAnd(g) || elision(q.text[:q.end], int(g.Start), int(g.End)) > int(g.End) {
		return
	}
	within := q.find(double) >= 0 || q.find(angled) >= 0
	if at >= 0 {
		q.abandon(at, g.Start)
	}
	if q.closed(int(g.End)) || g.leans > 0 && g.left == 0 || within && (g.leans > 0 || q.led(g)) {
		q.push(g)
	}
}

// shortAnd reports whether g begins the "and" of "rock 'n' roll".
func (q *quoter) shortAnd(g sign) bool {
	at := int(g.End)
	return at+1 < q.end && q.text[at]|0x20 == 'n' && apostropheAt(q.text[:q.end], at+1) > 0
}

// possessive reports whether the mark behind an s is the genitive's, because a
// firmer closing mark follows.
func (q *quoter) possessive(g sign) bool {
	return (g.left == 's' || g.left == 'S') && q.closed(int(g.End))
}

// closed reports whether a mark that can close a single quotation follows
// before one that opens another.
func (q *quoter) closed(from int) bool {
	for i := from; i < q.end; {
		c := q.text[i]
		if c != '\'' && c != 0xE2 {
			i++
			continue
		}
		g, ok := signAt(q.text, q.start, i, q.end)
		if !ok {
			i++
			continue
		}
		if i = int(g.End); g.family != single || g.wordly() {
			continue
		}
		if g.opens() {
			return false
		}
		if g.leans <= 0 && (g.closesFirmly() || g.left != 's') {
			return true
		}
	}
	return false
}

// led reports whether punctuation that leads into speech stands before g.
func (q *quoter) led(g sign) bool {
	before := strings.TrimRight(q.text[q.start:g.Start], " \u00a0")
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "“")
}

// find is the place of the innermost open quotation of a family, -1 for none.
func (q *quoter) find(f family) int {
	for i := len(q.open) - 1; i >= 0; i-- {
		if q.open[i].family == f {
			return i
		}
	}
	return -1
}

func (q *quoter) push(g sign) {
	q.marks = append(q.marks, mark{g.Span, g.family, true})
	low := g.Len() == 3 && (q.text[g.Start+2] == 0x9E || q.text[g.Start+2] == 0x9A)
	q.open = append(q.open, opened{g.family, len(q.quotations), low})
	q.quotations = append(q.quotations, hearsay.Quotation{
		Span: hearsay.Span{Start: g.End}, Outer: hearsay.Span{Start: g.Start}, Depth: uint8(min(len(q.open)-1, 255)), Opened: true})
}

// close ends the open quotation at, and those left open inside it.
func (q *quoter) close(at int, g sign) {
	q.marks = append(q.marks, mark{g.Span, g.family, false})
	for i := len(q.open) - 1; i > at; i-- {
		q.end1(i, g.Start)
	}
	z := &q.quotations[q.open[at].quotation]
	z.End, z.Outer.End, z.Closed = g.Start, g.End, true
	q.open = q.open[:at]
}

// abandon ends the open quotation at, whose closing mark is missing, and those
// inside it.
func (q *quoter) abandon(at int, end int32) {
	for i := len(q.open) - 1; i >= at; i-- {
		q.end1(i, end)
	}
	q.open = q.open[:at]
}

// end1 ends an open quotation that has no closing mark.
func (q *quoter) end1(i int, end int32) {
	z := &q.quotations[q.open[i].quotation]
	z.End = max(z.Start, z.Start+int32(len(strings.TrimRight(q.text[z.Start:end], " \t\n\u00a0"))))
	z.Outer.End = z.End
}

// stray settles a closing mark with nothing open: it ends a quotation carried on
// from the block before, or one whose opening mark was lost; behind a number it
// is inches.
func (q *quoter) stray(g sign) {
	carried := q.pending >= 0
	lost := strings.ContainsRune(",.?!…", g.left) && g.left != 0
	if len(q.marks) > 0 && q.marks[len(q.marks)-1].Start >= int32(q.start) || !carried && !lost {
		return
	}
	q.marks = append(q.marks, mark{g.Span, g.family, false})
	q.quotations = append(q.quotations, hearsay.Quotation{
		Span: hearsay.Span{Start: int32(q.start), End: g.Start}, Outer: hearsay.Span{Start: int32(q.start), End: g.End},
		Closed: true, Continues: carried})
}

// finish ends what the block left open, trims what its quotations hold, and
// returns the quotation that the next block may carry on, -1 for none.
func (q *quoter) finish(first int, body bool) int {
	pending := -1
	if len(q.open) > 0 && body {
		pending = q.open[0].quotation
	}
	q.abandon(0, int32(q.end))
	kept := q.quotations[:first]
	for i := first; i < len(q.quotations); i++ {
		z := q.quotations[i]
		trim(q.text, &z.Span)
		if z.Opened && int(z.Outer.Start) == q.leading() && q.pending >= 0 {
			z.Continues = true
		}
		if i == pending {
			pending = len(kept)
		}
		if !z.Empty() {
			kept = append(kept, z)
		} else if i == pending {
			pending = -1
		}
	}
	q.quotations = kept
	slices.SortStableFunc(q.quotations[first:], func(a, b hearsay.Quotation) int { return int(a.Outer.Start - b.Outer.Start) })
	return pending
}

// leading is where the block's text begins.
func (q *quoter) leading() int {
	i := q.start
	for n := spaceAt(q.text[:q.end], i); n > 0; n = spaceAt(q.text[:q.end], i) {
		i += n
	}
	return i
}

// trim narrows a span to its first and last characters that are not spaces.
func trim(text string, s *hearsay.Span) {
	for n := spaceAt(text[:s.End], int(s.Start)); n > 0; n = spaceAt(text[:s.End], int(s.Start)) {
		s.Start += int32(n)
	}
	s.End = s.Start + int32(len(strings.TrimRight(text[s.Start:s.End], " \t\n\r\u00a0\u2009\u202f")))
}
