package terminal

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/schema"
)

// claims prints what is said: a claim a row, an account a column, and under
// each row the voices that the accounts quote.
func (p *printer) claims() {
	if len(p.Claims) == 0 {
		return
	}
	p.section("WHAT IS SAID", p.proportion())
	p.legend()
	m := p.matrix()
	m.head(p)
	for i, s := range p.MainFirst() {
		ranked := p.Ranked(s.ID)
		if len(ranked) == 0 {
			continue
		}
		if i > 0 {
			p.newline()
			p.line(0, 2, note(p.kinship(s, p.MainFirst()[0])+", told by "+p.refs(s.Articles)))
		}
		chosen := p.chosen(ranked, i == 0)
		for _, c := range chosen {
			m.row(p, c)
			p.voices(c)
		}
		p.more(len(ranked)-len(chosen), "claim")
	}
}

// proportion counts the claims that concern several texts, and the rest.
func (p *printer) proportion() string {
	n, disputed := 0, 0
	for i := range p.Claims {
		if p.Matters(&p.Claims[i]) {
			n++
		}
		if p.Disputed(&p.Claims[i]) {
			disputed++
		}
	}
	if n == 0 {
		return count(len(p.Claims), "claim")
	}
	return fmt.Sprintf("%s: %d disputed, %d told by several texts, %d by one alone", count(len(p.Claims), "claim"), disputed, p.shared(), len(p.Claims)-n)
}

func (p *printer) shared() int {
	n := 0
	for i := range p.Claims {
		if p.TextsOf(&p.Claims[i]) > 1 {
			n++
		}
	}
	return n
}

// The short report shows so many disputed claims and so many others of the main
// story, and one of each of the others.
const (
	mostDisputed = 5
	mostOthers   = 4
)

// chosen are the claims to show, in their order; of the parts of a claim only
// the first that is disputed, unless everything is shown.
func (p *printer) chosen(ranked []*schema.Claim, main bool) []*schema.Claim {
	if p.Full {
		return ranked
	}
	disputed, others := 1, 1
	if main {
		disputed, others = mostDisputed, mostOthers
	}
	var out []*schema.Claim
	for _, c := range ranked {
		if c.Parent != nil {
			if last := len(out) - 1; last >= 0 && out[last].ID == *c.Parent && p.Disputed(c) {
				out = append(out, c)
			}
			continue
		}
		left := &others
		if p.Disputed(c) {
			left = &disputed
		}
		if *left > 0 {
			*left--
			out = append(out, c)
		}
	}
	return out
}

func (p *printer) legend() {
	var runs []run
	for _, s := range stances {
		runs = append(runs, run{s.sign, s.ink}, note(" "+s.name+" "))
	}
	p.line(0, 0, runs...)
}

// refs refers to accounts by their numbers: "[1 2 5]".
func (p *printer) refs(articles []string) string { return "[" + p.numbers(articles) + "]" }

// numbers lists accounts by their numbers: "1 2 5".
func (p *printer) numbers(articles []string) string {
	var n []int
	for _, id := range articles {
		n = append(n, p.Number(id))
	}
	slices.Sort(n)
	return strings.Trim(fmt.Sprint(slices.Compact(n)), "[]")
}

// matrix is the layout of the table of claims; zero columns mean that the
// terminal is too narrow for a table.
type matrix struct {
	wording int // columns for the claim
	cell    int // columns for each account
}

const (
	originsColumn = 12 // "1-2 origins" and a blank
	leastWording  = 36
	leastCell     = 4 // a number and a blank, or two signs
	leastNamed    = 8
	mostCell      = 11
)

func (p *printer) matrix() matrix {
	n := max(len(p.Articles), 1)
	cell := min((p.Width-originsColumn-leastWording)/n, mostCell)
	if cell < leastCell {
		return matrix{}
	}
	return matrix{wording: p.Width - originsColumn - n*cell, cell: cell}
}

// head prints the numbers of the accounts and, where there is room, names.
func (m matrix) head(p *printer) {
	if m.cell == 0 {
		p.newline()
		return
	}
	numbers, above, below := pad("", m.wording), pad("", m.wording), pad("", m.wording)
	for i := range p.Articles {
		first, second := twoLines(strings.TrimPrefix(clean(p.labelOf(i)), "The "), m.cell-1)
		numbers += pad(fmt.Sprint(i+1), m.cell)
		above += pad(first, m.cell)
		below += pad(second, m.cell)
	}
	rows := []string{numbers}
	if m.cell >= leastNamed {
		rows = append(rows, above, below)
	}
	for _, row := range rows {
		if row = strings.TrimRight(row, " "); row != "" {
			p.put(row, heading)
			p.newline()
		}
	}
}

// twoLines breaks a name at a blank, so that both parts are at most columns.
func twoLines(name string, columns int) (first, second string) {
	first, short := excerpt(name, columns)
	if !short || !strings.HasPrefix(name[len(first):], " ") {
		return cut(name, columns), ""
	}
	return first, cut(strings.TrimSpace(name[len(first):]), columns)
}

// row prints a claim with its cells on the first line.
func (m matrix) row(p *printer, c *schema.Claim) {
	indent := 2
	if c.Parent != nil {
		indent = 4
	}
	mark := run{"  ", plain}
	if p.Disputed(c) {
		mark = run{"✕ ", denies}
	}
	if m.cell == 0 {
		p.indent(indent - 2)
		p.put(mark.text, mark.ink)
		p.onward(indent, indent, p.said(c.Wording.Text, 2*p.Width)...)
		p.line(indent, indent, p.chips(c)...)
		return
	}
	lines := m.wrapped(p, c, indent)
	p.indent(indent - 2)
	p.put(mark.text, mark.ink)
	p.put(pad(lines[0], m.wording-indent), plain)
	for i := range p.Articles {
		p.cell(c, p.Articles[i].ID, m.cell)
	}
	p.put(between(c.Origins), label)
	p.newline()
	for _, l := range lines[1:] {
		p.indent(indent)
		p.put(l, plain)
		p.newline()
	}
}

// wrapped breaks the wording to its column.
func (m matrix) wrapped(p *printer, c *schema.Claim, indent int) []string {
	columns := m.wording - indent - 1
	inner := printer{Options: Options{Width: columns, Full: p.Full}}
	inner.line(0, 0, p.said(c.Wording.Text, 2*columns-8)...)
	return strings.Split(strings.TrimSuffix(inner.out.String(), "\n"), "\n")
}

// cell prints the signs of the stances that one account holds.
func (p *printer) cell(c *schema.Claim, article string, columns int) {
	held := p.Stances(c, article)
	if len(held) == 0 {
		held = []string{"absent"}
	}
	for _, s := range held[:min(len(held), columns-1)] {
		sign, colour := stance(s)
		p.put(sign, colour)
		columns -= width(sign)
	}
	p.indent(columns)
}

// chips are the cells of a narrow terminal: each stance with the accounts that
// hold it.
func (p *printer) chips(c *schema.Claim) []run {
	var runs []run
	for _, s := range stances {
		var holders []string
		for i := range p.Articles {
			if slices.Contains(p.Stances(c, p.Articles[i].ID), s.name) {
				holders = append(holders, p.Articles[i].ID)
			}
		}
		if len(holders) > 0 {
			runs = append(runs, run{s.sign, s.ink}, note(" "+p.numbers(holders)+" · "))
		}
	}
	return append(runs, note(between(c.Origins)))
}

// attributed is one stance of one chain of voices, over the accounts that
// quote it.
type attributed struct {
	stance   string
	voices   []string
	articles []string
	cue      string // of a denial
	content  string
}

// attributions groups the positions of a claim by stance and voices, denials
// first.
func (p *printer) attributions(c *schema.Claim) []attributed {
	var out []attributed
	for _, x := range c.Positions {
		s := p.Statement(x.Statement)
		if s == nil {
			continue
		}
		voices := p.Voices(s)
		at := slices.IndexFunc(out, func(a attributed) bool { return a.stance == x.Stance && slices.Equal(a.voices, voices) })
		if at < 0 {
			out = append(out, attributed{stance: x.Stance, voices: voices, cue: denial(s), content: content(s)})
			at = len(out) - 1
		}
		out[at].articles = append(out[at].articles, s.Article)
	}
	slices.SortStableFunc(out, func(a, b attributed) int {
		return order(a.stance) - order(b.stance)
	})
	return out
}

// denial is the cue of an indirect statement that denies by it, "rejects", where that
// is short; empty for others.
func denial(s *schema.Statement) string {
	const short = 24
	if s.Act != "deny" || s.Form != "indirect" || len(s.Cue) != 1 || len(s.Cue[0].Text) > short || len(s.Content) == 0 {
		return ""
	}
	return s.Cue[0].Text
}

// denied leads over from a voice to what it says, by its cue if it has one.
func (p *printer) denied(cue string) []run {
	if cue == "" {
		return []run{note(": ")}
	}
	return append(append([]run{note(" ")}, p.said(cue, leastQuoted)...), note(" "))
}

// content is what a statement says, or, where it only says that it was made
// ("declined to comment"), its cue.
func content(s *schema.Statement) string {
	if len(s.Content) == 0 {
		return schema.Joined(s.Cue)
	}
	return schema.Joined(s.Content)
}

func order(stance string) int {
	if stance == "denies" {
		return 0
	}
	return 1
}

// voices prints who takes which stance: a line of its own for each denial, in
// its own words, and one line for the others.
func (p *printer) voices(c *schema.Claim) {
	indent := 4
	if c.Parent != nil {
		indent = 6
	}
	all := p.attributions(c)
	n := p.few(len(all), 4)
	var rest []run
	for i, a := range all[:n] {
		sign, colour := stance(a.stance)
		runs := []run{{sign + " ", colour}, {chain(a.voices), voice}, note(" " + p.refs(a.articles))}
		switch {
		case p.Full || a.stance == "denies" && i < 2:
			runs = append(append(runs, p.denied(a.cue)...), p.said(a.content, p.Width-indent-width(chain(a.voices))-10)...)
			p.line(indent, indent+2, runs...)
		default:
			rest = append(append(rest, runs...), note("  "))
		}
	}
	if left := len(all) - n; left > 0 {
		rest = append(rest, note("and "+count(left, "voice")+" more"))
	}
	if len(rest) > 0 {
		p.line(indent, indent+2, rest...)
	}
}

// chain joins voices, outermost first.
func chain(voices []string) string {
	if len(voices) == 0 {
		return "no source named"
	}
	return clean(strings.Join(voices, " ‹ "))
}
