package nlp

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// splitter cuts the tokens of a block into sentences.
type splitter struct {
	text   string
	tokens []hearsay.Token
	marks  []mark // of the whole text, in order
	seen   int    // marks that end before the token last asked about
}

// mostTokens is where a text without stops is cut: what is quadratic in a
// sentence stays bounded on any input, and no written sentence is as long.
const mostTokens = 400

// block appends the sentences of tokens [first,last).
func (p *splitter) block(to []hearsay.Sentence, first, last int, block int32) []hearsay.Sentence {
	for i := first; i < last; {
		next, ends := p.after(i, last)
		if ends || next == last || next-first >= mostTokens {
			to = append(to, hearsay.Sentence{
				Span:  hearsay.Span{Start: p.tokens[first].Start, End: p.tokens[next-1].End},
				First: int32(first), Last: int32(next), Block: block})
			first = next
		}
		i = next
	}
	return to
}

// dateline is the token behind a place and a colon that open a text, or first:
// "Holmsund: The ferry sank". A place is listed, or the text has something in it.
func (p *splitter) dateline(first, last int) int {
	colon := first
	for colon < last && colon < first+3 && upperAt(p.text, int(p.tokens[colon].Start)) {
		colon++
	}
	if colon == first || colon+1 >= last || p.of(colon) != ":" || !upperAt(p.text, int(p.tokens[colon+1].Start)) {
		return first
	}
	name := p.text[p.tokens[first].Start:p.tokens[colon-1].End]
	if n, ok := en.Names().Get(name); ok {
		switch n.Kind {
		case en.NamePlace, en.NameRegion, en.NameCapital:
			return colon + 1
		}
		return first
	}
	for _, in := range []string{" in ", " near ", " outside ", " around ", " from "} {
		at := strings.Index(p.text, in+name)
		if at < 0 {
			continue
		}
		if end := at + len(in) + len(name); end == len(p.text) || !isLower(p.text[end]) && !upperAt(p.text, end) && p.text[end] != '-' {
			return colon + 1
		}
	}
	return first
}

// after reports whether a sentence ends with tokens[i], and the token where the
// next one begins: closing marks and brackets stay with what they close.
func (p *splitter) after(i, last int) (next int, ends bool) {
	word := p.of(i)
	if !final(word) {
		return i + 1, false
	}
	next, quoted := i+1, false
	for next < last && p.closing(next) {
		quoted = quoted || p.quotes(next) != 0
		next++
	}
	if next == last {
		return next, true
	}
	if !p.spaced(next) {
		return next, word == "." && next == i+1 && p.glued(i, next)
	}
	follows := p.of(next)
	low := lowerStart(follows)
	switch {
	case len(word) > 1 && word[len(word)-1] == '.' && word[0] != '.':
		return next, p.endsShort(word[:len(word)-1], next, quoted)
	case word == ".":
		return next, !(quoted && low) && !continued(follows)
	case word[0] == '.' || word[0] == 0xE2:
		stutter := i > 0 && p.of(i-1) == follows
		return next, !low && !continued(follows) && !stutter
	}
	return next, !low && !continued(follows) && !(quoted && p.reported(next, last))
}

func (p *splitter) of(i int) string { return p.tokens[i].Of(p.text) }

// final reports whether a word can end a sentence.
func final(w string) bool {
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return strings.HasSuffix(w, "…") || w == "。"
}

// continued reports whether a mark goes on with the sentence before it.
func continued(w string) bool {
	return w == "," || w == ";" || w == ":"
}

func lowerStart(w string) bool { return isLower(w[0]) || w[0] == 0xC3 && len(w) > 1 && w[1] >= 0x9F }

// closing reports whether token i closes a quotation or bracket.
func (p *splitter) closing(i int) bool {
	switch w := p.of(i); w {
	case ")", "]", "}":
		return true
	}
	return p.quotes(i) < 0
}

// quotes is 1 when token i is an opening quotation mark, -1 a closing one, 0
// neither.
func (p *splitter) quotes(i int) int {
	t := p.tokens[i]
	for p.seen < len(p.marks) && p.marks[p.seen].Start < t.Start {
		p.seen++
	}
	for k := p.seen; k > 0 && p.marks[k-1].Start >= t.Start; k-- {
		p.seen = k - 1
	}
	if p.seen < len(p.marks) && p.marks[p.seen].Span == t.Span {
		if p.marks[p.seen].open {
			return 1
		}
		return -1
	}
	return 0
}

// spaced reports whether a space stands before token i.
func (p *splitter) spaced(i int) bool { return p.tokens[i].Start > p.tokens[i-1].End }

// glued reports a stop between a small letter and a capital without a space:
// "the end.The start".
func (p *splitter) glued(i, next int) bool {
	return i > 0 && upperAt(p.text, int(p.tokens[next].Start)) && lowerStart(p.of(i-1)) && len(p.of(i-1)) > 1
}

// endsShort decides for a short form with its stop.
func (p *splitter) endsShort(word string, next int, quoted bool) bool {
	follows := p.of(next)
	var buf [16]byte
	starter := len(follows) <= len(buf) && upperAt(follows, 0) && starters[string(lowerInto(buf[:0], follows))]
	if isDigit(word[0]) {
		return false // "1." before an item
	}
	switch abbreviated(word) {
	case abbrTitle, abbrNumber:
		return false
	case abbrClock:
		return upperAt(follows, 0) && !calendar[follows] || p.quotes(next) > 0
	}
	if quoted || p.quotes(next) > 0 {
		return starter || p.quotes(next) > 0 && len(word) > 1
	}
	if len(word) == 1 && follows == "A" {
		return false
	}
	return starter
}

var sayings = set("said", "says", "asked", "asks", "told", "tells", "replied", "added", "shouted", "wrote", "writes", "tweeted",
	"wondered", "demanded", "declared", "cried", "exclaimed", "yelled", "responded", "answered", "inquired", "quipped", "joked", "continued", "insisted")

// reported reports whether "Name said" or "said Name" follows at i.
func (p *splitter) reported(i, last int) bool {
	for k := i; k < min(i+6, last); k++ {
		w := p.of(k)
		if sayings[w] {
			return true
		}
		if !upperAt(w, 0) && w != "'s" && w != "’s" && w != "of" {
			return false
		}
	}
	return false
}
