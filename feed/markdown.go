package feed

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// isMarkdown tells by name and content type: nothing in the bytes does.
func isMarkdown(name, media string) bool {
	return strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".markdown") || strings.HasPrefix(media, "text/markdown")
}

// longestLink is how many bytes may lie between the brackets of a link.
const longestLink = 2000

// unmark reads a page as Markdown. Its body becomes HTML: the marks turn into
// tags, which stand for nothing in the page, and all else stays as it is. A
// block of settings at the top, as publishing programs write it, is what the
// page states.
func unmark(p *hearsay.Page) {
	p.Wrap, p.Media = hearsay.WrapMarkdown, hearsay.MediaHTML
	m := &unmarker{data: p.Bytes}
	m.at = settings(p)
	for m.at < len(m.data) {
		m.line()
	}
	m.close()
	p.Body = m.done()
}

// settings reads "---", lines of "name: value" and "---" at the top of a page,
// and returns where the text begins.
func settings(p *hearsay.Page) int {
	data := p.Bytes
	at := 0
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		at = len("\ufeff")
	}
	start := at
	line := func() (from, to int) {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			n = len(data) - at
		}
		from, to = at, at+n
		at = min(len(data), to+1)
		return from, to
	}
	is := func(from, to int, mark string) bool { return string(bytes.TrimRight(data[from:to], " \t\r")) == mark }
	if from, to := line(); !is(from, to, "---") {
		return start
	}
	var s hearsay.Stated
	for at < len(data) {
		from, to := line()
		if is(from, to, "---") {
			p.Stated = s
			if p.Address == "" {
				p.Address = s.Address.Text
			}
			return at
		}
		name, value, ok := bytes.Cut(data[from:to], []byte(":"))
		if !ok {
			continue
		}
		value = bytes.Trim(value, " \t\r\"'")
		if len(value) == 0 {
			continue
		}
		at := from + len(name) + 1 + bytes.Index(data[from+len(name)+1:to], value)
		f := identity(data, at, at+len(value))
		switch plainName(string(name)) {
		case "title", "headline":
			s.Title = f
		case "date", "published", "publisheddate", "pubdate":
			s.Published = f
		case "author", "byline", "by":
			s.Author = f
		case "description", "summary", "subtitle", "standfirst":
			s.Standfirst = f
		case "outlet", "publisher", "publication", "site", "source":
			if fits(fieldOutlet, f.Text) {
				s.Outlet = f
			} else {
				s.Address = f
			}
		case "url", "link", "canonical":
			s.Address = f
		}
	}
	return start
}

// unmarker turns Markdown into HTML line by line.
type unmarker struct {
	writer
	data  []byte
	at    int    // of the next line
	begin int    // of the line being read
	open  string // the block element that is open: "p", "li", "h1" ...; "" for none
	fence string // the mark that ends the code block, "" outside of one
}

// tag writes a tag, which stands for nothing in the page.
func (m *unmarker) tag(s string) { m.text.WriteString(s) }

func (m *unmarker) start(element string) {
	m.close()
	m.tag("<" + element + ">")
	m.open = element
}

func (m *unmarker) close() {
	if m.open != "" {
		m.tag("</" + m.open + ">\n")
		m.open = ""
	}
}

// line reads one line.
func (m *unmarker) line() {
	from := m.at
	m.begin = from
	to := m.end(from)
	m.at = min(len(m.data), to+1)
	from, to = trimRange(m.data, from, to)
	for from < to && m.data[from] == '>' && m.fence == "" {
		from, to = trimRange(m.data, from+1, to)
	}
	text := string(m.data[from:to])
	switch {
	case m.fence != "":
		if strings.HasPrefix(text, m.fence) {
			m.fence = ""
		}
	case strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~"):
		m.close()
		m.fence = text[:3]
	case text == "" || rule(text) || definition(text):
		m.close()
	default:
		m.content(from, to, text)
	}
}

// content writes a line of text: the start of a heading, of a list item or of a
// paragraph, or more of the block that is open.
func (m *unmarker) content(from, to int, text string) {
	if n := len(text) - len(strings.TrimLeft(text, "#")); n > 0 && n < 7 && n < len(text) && text[n] == ' ' {
		m.start("h" + strconv.Itoa(n))
		from, to = trimRange(m.data, from+n, to)
		for to > from && m.data[to-1] == '#' {
			to--
		}
		m.inline(from, to)
		m.close()
		return
	}
	if n := bullet(text); n > 0 {
		m.start("li")
		from, to = trimRange(m.data, from+n, to)
	} else if m.open == "" {
		m.start(m.underlined())
	} else {
		m.put("\n", hearsay.Raw{Start: int32(m.begin - 1), End: int32(m.begin)})
	}
	m.inline(from, to)
}

// end is where the line that holds byte at ends.
func (m *unmarker) end(at int) int {
	if n := bytes.IndexByte(m.data[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(m.data)
}

// underlined is the element of a first line: a heading when the line below it is
// a rule, else a paragraph.
func (m *unmarker) underlined() string {
	switch next := strings.TrimSpace(string(m.data[m.at:m.end(m.at)])); {
	case len(next) > 2 && strings.Trim(next, "=") == "":
		return "h1"
	case len(next) > 2 && strings.Trim(next, "-") == "":
		return "h2"
	}
	return "p"
}

// rule reports whether a line is nothing but marks: a rule, or the line below a
// heading.
func rule(text string) bool {
	for _, mark := range []string{"-", "=", "*", "_"} {
		if len(text) > 2 && strings.Trim(text, mark+" ") == "" {
			return true
		}
	}
	return false
}

// definition reports whether a line names the address of a link: "[1]: https://...".
func definition(text string) bool {
	label, _, ok := strings.Cut(text, "]: ")
	return ok && text[0] == '[' && !strings.Contains(label[1:], "[")
}

// bullet is the length of the mark of a list item that text begins with.
func bullet(text string) int {
	if len(text) > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ' {
		return 2
	}
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if n > 0 && n < 4 && n+1 < len(text) && (text[n] == '.' || text[n] == ')') && text[n+1] == ' ' {
		return n + 2
	}
	return 0
}

// inline writes data[from:to] without the marks in it.
func (m *unmarker) inline(from, to int) {
	last := from
	flush := func(at int) {
		if at > last {
			m.put(string(m.data[last:at]), hearsay.Raw{Start: int32(last), End: int32(at)})
		}
	}
	for at := from; at < to; {
		n := m.mark(from, at, to)
		if n == 0 {
			at++
			continue
		}
		flush(at)
		switch m.data[at] {
		case '\\':
			last = at + 1
			at += 2
			continue
		case '`': // what stands in a span of code is meant as it is
			run := m.data[at : at+n]
			if end := bytes.Index(m.data[at+n:min(to, at+n+longestLink)], run); end >= 0 {
				last = at + n
				flush(last + end)
				at += 2*n + end
				last = at
				continue
			}
		}
		at += n
		last = at
	}
	flush(to)
}

// Unmarked is a stretch of Markdown without the marks in its lines.
func Unmarked(stretch string) string {
	m := &unmarker{data: []byte(stretch)}
	m.inline(0, len(stretch))
	return m.done().Text
}

// mark is how many bytes from at on are no text: marks of emphasis and of links,
// images, addresses behind the text of a link, the stroke before a mark that is
// meant as a character.
func (m *unmarker) mark(from, at, to int) int {
	rest := m.data[at:to]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && rest[1] < 0x80 && unicode.In(rune(rest[1]), unicode.Punct, unicode.Symbol) {
			return 2
		}
	case '*', '_':
		n := len(rest) - len(bytes.TrimLeft(rest, string(c)))
		before, _ := utf8.DecodeLastRune(m.data[from:at])
		after, _ := utf8.DecodeRune(rest[n:])
		inWord := letter(before) && letter(after)
		if n < 4 && (c == '*' || !inWord) && (at > from && !unicode.IsSpace(before) || n < len(rest) && !unicode.IsSpace(after)) {
			return n
		}
	case '`':
		return len(rest) - len(bytes.TrimLeft(rest, "`"))
	case '!':
		if len(rest) > 1 && rest[1] == '[' {
			if n := linkText(rest[1:]); n > 0 {
				return 1 + n + target(rest[1+n:])
			}
		}
	case '[':
		if n := linkText(rest); n > 0 && target(rest[n:]) > 0 {
			return 1
		}
	case ']':
		return closing(rest)
	case '<':
		if end := bytes.IndexByte(rest[:min(len(rest), longestLink)], '>'); end > 0 && (bytes.HasPrefix(rest, []byte("<http")) || bytes.HasPrefix(rest, []byte("<mailto:"))) {
			return end + 1
		}
	}
	return 0
}

func letter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// linkText is the length of "[text]" at the start of s, 0 when there is none.
func linkText(s []byte) int {
	depth := 0
	for i, c := range s[:min(len(s), longestLink)] {
		switch c {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// closing is the length of "](address)" or "][label]" at the start of s.
func closing(s []byte) int {
	if n := target(s[1:]); n > 0 {
		return 1 + n
	}
	return 0
}

// target is the length of "(address)" or "[label]" at the start of s.
func target(s []byte) int {
	if len(s) == 0 {
		return 0
	}
	open, shut := s[0], byte(']')
	switch open {
	case '(':
		shut = ')'
	case '[':
	default:
		return 0
	}
	depth := 0
	for i, c := range s[:min(len(s), longestLink)] {
		switch c {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// trimRange narrows data[from:to] to what is left without blanks at its ends.
func trimRange(data []byte, from, to int) (int, int) {
	for from < to && (data[from] == ' ' || data[from] == '\t') {
		from++
	}
	for to > from && (data[to-1] == ' ' || data[to-1] == '\t' || data[to-1] == '\r') {
		to--
	}
	return from, to
}
