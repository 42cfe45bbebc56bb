package attribution

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// Annotation is one attribution of an annotated text, in bytes of that text.
type Annotation struct{ Source, Cue, Content [][2]int }

// Annotations are statements as the corpus marks them: the outermost alone, and
// what carries a statement on as part of it, over the end
// of a paragraph where words were quoted before.
func Annotations(text string, statements []hearsay.Statement) []Annotation {
	var out []Annotation
	place := make([]int, len(statements))
	for i := range statements {
		s := &statements[i]
		if place[i] = -1; s.Carried < 0 && s.Within < 0 {
			place[i] = len(out)
			out = append(out, Annotation{inBytes(s.Source.Spans), inBytes(s.Cue), inBytes(s.Content)})
		}
	}
	for i := range statements {
		c := i
		for statements[c].Carried >= 0 {
			c = int(statements[c].Carried)
		}
		if c == i || place[c] < 0 {
			continue
		}
		from, to := statements[c].Anchor().End, statements[i].Anchor().Start
		if from > to || statements[c].Form != hearsay.Indirect || !strings.Contains(text[from:to], "\n") {
			out[place[c]].Content = append(out[place[c]].Content, inBytes(statements[i].Content)...)
		}
	}
	return out
}

func inBytes(spans []hearsay.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{int(s.Start), int(s.End)}
	}
	return out
}

// Type is the rendering of an annotated attribution, told from its text alone.
type Type uint8

const (
	TypeAll Type = iota
	TypeDirect
	TypeMixed
	TypeIndirect
	TypeSpeech
	typeCount
)

var typeNames = [typeCount]string{"all", "direct", "mixed", "indirect", "speech"}

func (t Type) String() string { return typeNames[t] }

// Agreement counts how predicted attributions match annotated ones. An
// attribution is found end to end when the contents share at least half of
// their tokens and the sources overlap; the pairing is one to one, best first.
type Agreement struct {
	Gold, Predicted       [typeCount]int
	FoundGold, FoundPred  [typeCount]int // end to end, by type of the annotation and of the prediction
	ContentPairs, Sources int            // pairs by content alone, and those among them whose sources overlap
}

// Add sums two counts.
func (a *Agreement) Add(b Agreement) {
	for t := range typeCount {
		a.Gold[t] += b.Gold[t]
		a.Predicted[t] += b.Predicted[t]
		a.FoundGold[t] += b.FoundGold[t]
		a.FoundPred[t] += b.FoundPred[t]
	}
	a.ContentPairs += b.ContentPairs
	a.Sources += b.Sources
}

// PRF is precision, recall and their harmonic mean, end to end.
func (a *Agreement) PRF(t Type) (p, r, f float64) {
	p, r = ratio(a.FoundPred[t], a.Predicted[t]), ratio(a.FoundGold[t], a.Gold[t])
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// SourceGivenContent is the share of pairs with overlapping contents whose
// sources overlap too.
func (a *Agreement) SourceGivenContent() float64 { return ratio(a.Sources, a.ContentPairs) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Agree compares predicted with annotated attributions of one text. A
// prediction that lies inside the content of another is left out, since the
// annotation has none of these.
func Agree(text string, gold, predicted []Annotation) Agreement {
	d := tokenise(text)
	var g, p []tokenSets
	for _, a := range gold {
		g = append(g, d.sets(a))
	}
	for _, a := range predicted {
		p = append(p, d.sets(a))
	}
	p = outermost(p)
	var out Agreement
	for _, x := range g {
		x.eachType(func(t Type) { out.Gold[t]++ })
	}
	for _, x := range p {
		x.eachType(func(t Type) { out.Predicted[t]++ })
	}
	for _, pair := range pairUp(g, p, .5, true) {
		g[pair[0]].eachType(func(t Type) { out.FoundGold[t]++ })
		p[pair[1]].eachType(func(t Type) { out.FoundPred[t]++ })
	}
	for _, pair := range pairUp(g, p, 0, false) {
		out.ContentPairs++
		if sourcesOverlap(&g[pair[0]], &p[pair[1]]) {
			out.Sources++
		}
	}
	return out
}

// scoredText is a text cut into runs of word characters and single marks.
type scoredText struct {
	text   string
	tokens [][2]int
	word   []bool
	quoted []bool
}

func tokenise(text string) *scoredText {
	d := &scoredText{text: text}
	inWord := func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }
	mask := quotedBytes(text)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		end := at + n
		switch {
		case unicode.IsSpace(r):
			at = end
			continue
		case inWord(r):
			for end < len(text) {
				r, n := utf8.DecodeRuneInString(text[end:])
				if !inWord(r) {
					break
				}
				end += n
			}
		}
		d.tokens = append(d.tokens, [2]int{at, end})
		d.word = append(d.word, inWord(r))
		d.quoted = append(d.quoted, mask[at])
		at = end
	}
	return d
}

// quotedBytes marks what stands between double quotation marks of any kind; an
// unclosed quotation ends with its line.
func quotedBytes(text string) []bool {
	mask := make([]bool, len(text)+1)
	start := 0
	for line := range strings.Lines(text) {
		open := -1
		for at := 0; at < len(line); {
			r, n := utf8.DecodeRuneInString(line[at:])
			opens := strings.ContainsRune("“„«", r)
			closes := strings.ContainsRune("”»", r)
			if two := line[at:min(at+2, len(line))]; two == "``" || two == "''" {
				n, opens, closes = 2, two == "``" || open < 0, two == "''" && open >= 0
			} else if r == '"' {
				opens, closes = open < 0, open >= 0
			}
			switch {
			case closes && open >= 0:
				for k := open; k < at+n; k++ {
					mask[start+k] = true
				}
				open = -1
			case opens && open < 0:
				open = at
			}
			at += n
		}
		for k := open; open >= 0 && k < len(line); k++ {
			mask[start+k] = true
		}
		start += len(line)
	}
	return mask
}

// tokenSets are the tokens of an attribution, ascending.
type tokenSets struct {
	source, cue, content []int
	sourceWords          []int
	kind                 Type
	speech               bool
}

func (x *tokenSets) eachType(visit func(Type)) {
	visit(TypeAll)
	visit(x.kind)
	if x.speech {
		visit(TypeSpeech)
	}
}

func (d *scoredText) sets(a Annotation) tokenSets {
	x := tokenSets{source: d.covered(a.Source), cue: d.covered(a.Cue), content: d.covered(a.Content)}
	for _, i := range x.source {
		if d.word[i] {
			x.sourceWords = append(x.sourceWords, i)
		}
	}
	words, quoted := 0, 0
	for _, i := range x.content {
		if d.word[i] {
			words++
			if d.quoted[i] {
				quoted++
			}
		}
	}
	switch {
	case words > 0 && quoted == words:
		x.kind = TypeDirect
	case quoted == 0:
		x.kind = TypeIndirect
	default:
		x.kind = TypeMixed
	}
	x.speech = d.speaks(x.cue)
	return x
}

// covered are the tokens that share a byte with some span.
func (d *scoredText) covered(spans [][2]int) []int {
	var out []int
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(d.tokens, s[0], func(t [2]int, at int) int { return cmp.Compare(t[1], at+1) })
		for ; i < len(d.tokens) && d.tokens[i][0] < s[1]; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// speaks reports whether a cue is one of saying: a verb of saying, "according",
// a final colon or no word at all.
func (d *scoredText) speaks(cue []int) bool {
	if len(cue) == 0 {
		return false
	}
	last := d.tokens[cue[len(cue)-1]]
	if d.text[last[0]:last[1]] == ":" {
		return true
	}
	words := false
	for _, i := range cue {
		if d.word[i] {
			words = true
			if speechForms[strings.ToLower(d.text[d.tokens[i][0]:d.tokens[i][1]])] {
				return true
			}
		}
	}
	return !words
}

func outermost(p []tokenSets) []tokenSets {
	var kept []tokenSets
	for i := range p {
		inner := slices.ContainsFunc(p, func(q tokenSets) bool {
			return len(q.content) > len(p[i].content) && within(p[i].cue, q.content) && within(p[i].content, q.content)
		})
		if !inner {
			kept = append(kept, p[i])
		}
	}
	return kept
}

func within(a, b []int) bool { return shared(a, b) == len(a) }

// shared is the size of the intersection of two ascending lists.
func shared(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

func overlapRatio(a, b []int) float64 {
	n := shared(a, b)
	return ratio(n, len(a)+len(b)-n)
}

// manyWords is the length in words from which a source must match by half:
// a source as long as the text would overlap with every other.
const manyWords = 25

func sourcesOverlap(g, p *tokenSets) bool {
	if len(g.source) == 0 || len(p.source) == 0 {
		return len(g.source) == len(p.source)
	}
	return shared(g.sourceWords, p.sourceWords) > 0 &&
		(len(p.sourceWords) <= manyWords || overlapRatio(g.sourceWords, p.sourceWords) >= .5)
}

// pairUp matches one to one by overlap of contents, best first.
func pairUp(g, p []tokenSets, least float64, sources bool) [][2]int {
	type edge struct {
		overlap float64
		g, p    int
	}
	var edges []edge
	for i := range g {
		for j := range p {
			v := overlapRatio(g[i].content, p[j].content)
			if v > 0 && v >= least && (!sources || sourcesOverlap(&g[i], &p[j])) {
				edges = append(edges, edge{v, i, j})
			}
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return cmp.Compare(b.overlap, a.overlap) })
	usedG, usedP := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, e := range edges {
		if !usedG[e.g] && !usedP[e.p] {
			usedG[e.g], usedP[e.p] = true, true
			out = append(out, [2]int{e.g, e.p})
		}
	}
	return out
}
