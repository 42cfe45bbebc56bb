package terminal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hearsay/schema"
)

// printer lays a dossier out. Whatever it prints passes through clean.
type printer struct {
	*schema.Lookup
	Options
	out strings.Builder
	ink ink // of what was printed last
}

// put prints clean text; neighbours of one ink share its code.
func (p *printer) put(text string, i ink) {
	if p.Colour && codes[i] != codes[p.ink] {
		if codes[p.ink] != "" {
			p.out.WriteString("\x1b[0m")
		}
		if codes[i] != "" {
			p.out.WriteString("\x1b[" + codes[i] + "m")
		}
	}
	p.ink = i
	p.out.WriteString(text)
}

// newline ends a line and its ink.
func (p *printer) newline() { p.put("\n", plain) }

func (p *printer) indent(columns int) { p.put(strings.Repeat(" ", max(columns, 0)), plain) }

// run is a stretch of one ink.
type run struct {
	text string
	ink  ink
}

// leastQuoted is how many columns of a quotation are always shown.
const leastQuoted = 40

// said is source text between quotation marks, shortened to about columns
// unless everything is asked for; the sign of a cut stands outside the marks.
func (p *printer) said(text string, columns int) []run {
	text = strings.TrimSpace(clean(text))
	short := false
	if !p.Full {
		text, short = excerpt(text, max(columns, leastQuoted))
	}
	runs := []run{{marked(text), plain}}
	if short {
		runs = append(runs, run{" …", label})
	}
	return runs
}

// marked puts text between quotation marks, unless it brings its own.
func marked(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune("“\"«„", first) && strings.ContainsRune("”\"»", last) {
		return text
	}
	return "“" + text + "”"
}

// note is a stretch of hearsay's own words.
func note(text string) run { return run{text, label} }

// line prints runs as one paragraph, broken at blanks to the width: the first
// line indented by first columns, the others by rest.
func (p *printer) line(first, rest int, runs ...run) {
	p.indent(first)
	p.onward(first, rest, runs...)
}

// onward prints the rest of a line of which column columns are printed.
func (p *printer) onward(column, rest int, runs ...run) {
	start, blank := true, false
	for _, r := range runs {
		text := clean(r.text)
		for text != "" {
			word := text
			if at := strings.IndexByte(text, ' '); at == 0 {
				blank, text = !start, text[1:]
				continue
			} else if at > 0 {
				word = text[:at]
			}
			text = text[len(word):]
			column = p.word(word, r.ink, column, rest, blank, start)
			blank, start = false, false
		}
	}
	p.newline()
}

// word prints one word, on a new line when it does not fit, and returns the
// column behind it. A word longer than a line is broken.
func (p *printer) word(word string, i ink, column, rest int, blank, start bool) int {
	room := p.Width - column
	if blank {
		room--
	}
	if w := width(word); w <= room {
		if blank {
			p.put(" ", p.ink)
			column++
		}
		p.put(word, i)
		return column + w
	}
	if !start {
		p.newline()
		p.indent(rest)
		column = rest
	}
	for width(word) > p.Width-column {
		head, tail := take(word, p.Width-column)
		if tail == "" {
			break
		}
		p.put(head, i)
		p.newline()
		p.indent(rest)
		word, column = tail, rest
	}
	p.put(word, i)
	return column + width(word)
}

// section prints a heading with what it counts.
func (p *printer) section(title, counts string) {
	p.newline()
	p.line(0, 2, run{title, heading}, note(" · "+counts))
}

// more says how many entries are left out, if any are.
func (p *printer) more(left int, what string) {
	if left > 0 {
		p.line(2, 2, note("… and "+count(left, what)+" more; --full shows all"))
	}
}

// few is how many of n entries to print.
func (p *printer) few(n, short int) int {
	if p.Full {
		return n
	}
	return min(n, short)
}

// count prints a number with its noun: "1 claim", "3 claims", "2 stories".
func count(n int, noun string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(noun, "ry"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	case strings.HasSuffix(noun, "ch"):
		noun += "es"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
