package web

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"hearsay/schema"
)

// cell is a stretch of source text with its place: the only thing that the
// serif is used for.
type cell struct {
	Text     string
	Lang     string // BCP 47; empty for an unknown language
	Href     string // its place in this page
	Where    string // its place in words: "Harbour Post ¶ 3"
	Points   string // its place in numbers: "120–180"
	Original string // its place in the page it was published at; empty when unknown
	Broken   bool   // the text does not stand at the place that the dossier gives
}

// place is an anchor that an account's text carries: code points [Start,End).
type place struct {
	Anchor     string
	Start, End int
}

// cell makes a stretch showable and keeps its place to be marked in the
// account. A stretch that does not hold is shown as such, never moved.
func (x *index) cell(s *schema.Span) cell {
	a := x.account[s.Article]
	if a == nil {
		return cell{Text: s.Text, Broken: true, Where: "no account " + s.Article}
	}
	if s.Start == nil || s.End == nil {
		return a.apartCell(s)
	}
	from, to := *s.Start, *s.End
	if from < 0 || to > len(a.runes) || from >= to || string(a.runes[from:to]) != s.Text {
		return cell{Text: s.Text, Lang: a.Language, Href: "#" + a.Anchor, Where: a.Label, Broken: true}
	}
	return a.cellAt(from, to)
}

// cellAt is the cell of the code points [from,to) of the account's text.
func (a *account) cellAt(from, to int) cell {
	p := place{fmt.Sprintf("%s-%d-%d", a.Anchor, from, to), from, to}
	if !a.marked[p.Anchor] {
		a.marked[p.Anchor] = true
		a.places = append(a.places, p)
	}
	text := string(a.runes[from:to])
	return cell{Text: text, Lang: a.Language, Href: "#" + p.Anchor, Where: a.Label + " " + a.blockName(from),
		Points: fmt.Sprintf("%d–%d", from, to), Original: textFragment(a.Address, text)}
}

// apartCell is the cell of a stretch outside the clean text, known by its bytes.
func (a *account) apartCell(s *schema.Span) cell {
	r := raw{fmt.Sprintf("%s-raw-%d-%d", a.Anchor, s.Raw[0], s.Raw[1]), s.Text, s.Raw[0], s.Raw[1]}
	if !a.marked[r.Anchor] {
		a.marked[r.Anchor] = true
		a.apart = append(a.apart, r)
	}
	return cell{Text: s.Text, Lang: a.Language, Href: "#" + r.Anchor, Where: a.Label + " outside the text",
		Points: fmt.Sprintf("bytes %d–%d", r.Start, r.End), Original: textFragment(a.Address, s.Text)}
}

func (x *index) cells(all []schema.Span) []cell {
	out := make([]cell, 0, len(all))
	for i := range all {
		out = append(out, x.cell(&all[i]))
	}
	return out
}

// wholeWords is how many code points a text fragment quotes as a whole; of
// longer stretches it names the first and last words.
const wholeWords = 120

// textFragment is the address with a text directive (WICG Scroll to Text
// Fragment) for the stretch; empty when the address is not of the web.
func textFragment(address, text string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	directive := escapeDirective(strings.Join(words, " "))
	if len([]rune(text)) > wholeWords && len(words) >= 8 {
		directive = escapeDirective(strings.Join(words[:4], " ")) + "," + escapeDirective(strings.Join(words[len(words)-4:], " "))
	}
	hash := "#"
	if u.Fragment != "" {
		hash = ""
	}
	return u.String() + hash + ":~:text=" + directive
}

// escapeDirective also escapes the three characters that a text directive uses
// itself.
func escapeDirective(s string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(s))
}

// around is the stretch of the block about the code points [from,to): the
// sentence as far as stops tell, without its stop, and no more than a few lines.
func (a *account) around(from, to int) (int, int) {
	const most = 220
	b := a.blockAt(from)
	if b == nil {
		return from, to
	}
	start, end := from, to
	for start > b.Start && from-start < most && !stopBefore(a.runes, start) {
		start--
	}
	for end < b.End && end-to < most && !stopBefore(a.runes, end) {
		end++
	}
	for start > b.Start && start < from && !unicode.IsSpace(a.runes[start-1]) {
		start++
	}
	for end < b.End && end > to && !unicode.IsSpace(a.runes[end]) {
		end--
	}
	for end > to && !unicode.IsLetter(a.runes[end-1]) && !unicode.IsDigit(a.runes[end-1]) {
		end--
	}
	for start < from && unicode.IsSpace(a.runes[start]) {
		start++
	}
	return start, end
}

// stopBefore reports whether a sentence may end before runes[at]: a full stop,
// question or exclamation mark after a word of two letters or more, then space.
func stopBefore(runes []rune, at int) bool {
	if at >= len(runes) || at < 3 || !unicode.IsSpace(runes[at]) {
		return false
	}
	k := at - 1
	for k > 0 && strings.ContainsRune(`"'”’)»`, runes[k]) {
		k--
	}
	if !strings.ContainsRune(".?!。؟…", runes[k]) || k < 2 {
		return false
	}
	return unicode.IsLower(runes[k-1]) && unicode.IsLetter(runes[k-2]) || unicode.IsDigit(runes[k-1]) || k < at-1
}
