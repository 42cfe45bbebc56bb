package extract

import (
	"strings"
	"unicode"
)

// measured is a fragment with what the model sees of it.
type measured struct {
	*fragment
	words    []string
	letters  int
	capitals int
	digits   int
	commas   int
	stops    int // sentence marks inside and at the end
	ends     bool
	upper    bool // begins with a capital, a digit or a quotation mark
	linked   float32
	vote     float32
	hint     float32 // what class and id say, log odds
	odds     wordOdds
	worded   float32 // wording of chrome: 1 weak, 2 proof
	repeated float32
	sentence bool
}

// measureAll measures the fragments of a page.
func measureAll(fragments []fragment, v *vote, hints map[uint32]float32) []measured {
	out := make([]measured, len(fragments))
	seen := map[string]int{}
	for i := range fragments {
		out[i] = measureFragment(&fragments[i], v)
		out[i].hint = hintOf(fragments[i].class, hints)
		if hints != nil {
			out[i].odds = wordOddsOf(wordingHashes(out[i].words), hints)
		}
		seen[fragments[i].text]++
	}
	for i := range out {
		out[i].repeated = float32(min(seen[out[i].text]-1, 5))
	}
	return out
}

func measureFragment(f *fragment, v *vote) measured {
	m := measured{fragment: f, words: lexemes(f.text)}
	last := ' '
	for i, r := range f.text {
		switch {
		case unicode.IsUpper(r):
			m.capitals++
			m.letters++
		case unicode.IsLetter(r):
			m.letters++
		case unicode.IsDigit(r):
			m.digits++
		case r == ',' || r == '，' || r == '、':
			m.commas++
		}
		if i == 0 {
			m.upper = unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“„«'‘—-", r)
		}
		if (last == '.' || last == '!' || last == '?') && unicode.IsSpace(r) || r == '。' {
			m.stops++
		}
		last = r
	}
	m.ends = endsSentence(f.text)
	if n := len(f.text); n > 0 {
		m.linked = float32(min(f.linked, n)) / float32(n)
	}
	m.vote = v.share(m.words)
	m.sentence = len(m.words) >= 6 && m.ends
	if len(m.words) <= 40 {
		if p, ok := matchPhrase(split(f.text)); ok {
			m.worded = 1
			if p.proof {
				m.worded = 2
			}
		}
	}
	return m
}

// hintOf adds up what the words of class and id of the surrounding elements
// tell, the inner ones more.
func hintOf(class []uint32, hints map[uint32]float32) float32 {
	var sum float32
	weight := float32(1)
	for _, c := range class {
		sum += float32(weight * hints[c]) // rounded here, so that no machine fuses it
		weight *= .9
	}
	return sum
}

// FeatureNames names the numbers of [Example.Features], in order.
var FeatureNames = []string{"words", "letters/word", "capitals", "digits", "commas/word", "sentences", "ends", "begins", "linked", "links",
	"vote", "hint", "worded", "repeated", "breaks", "depth", "tag", "place in page", "blocks from h1", "share of words above",
	"article", "main", "section", "aside", "nav", "footer", "header", "form", "figure", "list", "table", "quote", "body", "heading", "caption", "hidden", "definition",
	"own words", "own vote", "own linked", "parent words", "parent vote", "parent linked", "parent share",
	"page words", "page blocks", "page vote words", "vote near", "words near", "linked near",
	"words-1", "vote-1", "linked-1", "ends-1", "tag-1", "hint-1", "same parent-1", "words+1", "vote+1", "linked+1", "ends+1", "tag+1", "hint+1", "same parent+1",
	"words-2", "vote-2", "words+2", "vote+2", "words-3", "vote-3", "words+3", "vote+3", "words-4", "vote-4", "words+4", "vote+4", "votes above", "votes below",
	"class vote", "class words", "class blocks", "class linked",
	"sentences in 10", "sentences in 25", "linked in 10", "linked in 25", "votes in 10", "votes in 25", "words in 10", "words in 25",
	"wording", "wording least", "wording most", "wording of three least", "wording of first three", "wording-1", "wording+1"}

var tagNumber = map[string]float32{"p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 6, "h6": 6, "td": 7, "th": 8, "div": 9, "blockquote": 10,
	"figcaption": 11, "dt": 12, "dd": 12, "pre": 13, "section": 14, "article": 15, "header": 16, "footer": 17, "main": 18, "body": 19, "address": 20, "summary": 21}

// group sums what the fragments of one element have together.
type group struct {
	blocks, words, voted, linked, length float32
}

func (g *group) add(m *measured) {
	n := float32(len(m.words))
	g.blocks++
	g.words += n
	g.voted += n * m.vote
	g.linked += m.linked * float32(len(m.text))
	g.length += float32(len(m.text))
}

func (g *group) ratios() (vote, linked float32) {
	return g.voted / max(g.words, 1), g.linked / max(g.length, 1)
}

// features turns measured fragments into rows of numbers.
func features(ms []measured) [][]float32 {
	own, parent, page := map[int32]*group{}, map[int32]*group{}, &group{}
	named := map[className]*group{}
	top := -1
	for i := range ms {
		m := &ms[i]
		for _, g := range []*group{at(own, m.own), at(parent, m.parent), at(named, m.className()), page} {
			g.add(m)
		}
		if m.tag == "h1" && top < 0 {
			top = i
		}
	}
	rows := make([][]float32, len(ms))
	sums := runningSums(ms)
	var above, votesAbove float32
	for i := range ms {
		m := &ms[i]
		row := make([]float32, 0, len(FeatureNames))
		row = m.alone(row)
		row = append(row, float32(i)/float32(len(ms)), clamp(float32(i-top), -50, 50), above/max(page.words, 1))
		row = m.around(row)
		row = groups(row, at(own, m.own), at(parent, m.parent), page)
		row = append(row, float32(len(ms)), page.voted)
		row = near(row, ms, i)
		row = append(row, votesAbove, page.voted-votesAbove)
		row = at(named, m.className()).together(row)
		row = within(row, sums, i)
		row = append(row, m.odds[:]...)
		rows[i] = append(row, meanWording(ms, i-1), meanWording(ms, i+1))
		above += float32(len(m.words))
		votesAbove += float32(len(m.words)) * m.vote
	}
	return rows
}

func meanWording(ms []measured, i int) float32 {
	if i < 0 || i >= len(ms) {
		return 0
	}
	return ms[i].odds[0]
}

// className is the tag of a block and the first words of class and id around it.
type className struct {
	tag   string
	class [3]uint32
}

func (f *fragment) className() className {
	n := className{tag: f.tag}
	copy(n.class[:], f.class)
	return n
}

// together are the features of all blocks that share tag and class.
func (g *group) together(row []float32) []float32 {
	vote, linked := g.ratios()
	return append(row, vote, g.words, min(g.blocks, 99), linked)
}

// windowSums are the words of sentences, in links, voted for and all up to a block.
type windowSums [4]float32

func runningSums(ms []measured) []windowSums {
	sums := make([]windowSums, len(ms)+1)
	for i := range ms {
		m := &ms[i]
		n := float32(len(m.words))
		sums[i+1] = sums[i]
		if m.sentence {
			sums[i+1][0] += n
		}
		sums[i+1][1] += float32(n * m.linked) // rounded here, so that no machine fuses it
		sums[i+1][2] += float32(n * m.vote)
		sums[i+1][3] += n
	}
	return sums
}

// within are the features of the ten and the twenty-five blocks on either side.
func within(row []float32, sums []windowSums, i int) []float32 {
	for k := range sums[0] {
		for _, reach := range []int{10, 25} {
			row = append(row, sums[min(i+reach+1, len(sums)-1)][k]-sums[max(i-reach, 0)][k])
		}
	}
	return row
}

func at[K comparable](gs map[K]*group, id K) *group {
	g := gs[id]
	if g == nil {
		g = &group{}
		gs[id] = g
	}
	return g
}

func clamp(x, low, high float32) float32 { return min(max(x, low), high) }

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// alone are the features of the fragment by itself.
func (m *measured) alone(row []float32) []float32 {
	n := float32(max(len(m.words), 1))
	letters := float32(max(m.letters, 1))
	return append(row, float32(len(m.words)), float32(m.letters)/n, float32(m.capitals)/letters, float32(m.digits)/(letters+float32(m.digits)),
		float32(m.commas)/n, float32(m.stops), flag(m.ends), flag(m.upper), m.linked, float32(m.links), m.vote, m.hint, m.worded, m.repeated,
		float32(min(m.breaks, 5)), float32(min(m.depth, 60)), tagNumber[m.tag])
}

// around are the kinds of elements that the fragment stands in.
func (m *measured) around(row []float32) []float32 {
	for _, p := range []places{inArticle, inMain, inSection, inAside, inNav, inFooter, inHeader, inForm, inFigure, inList, inTable, inQuote, inBody, inHeading, inCaption, inHidden, inDefinition} {
		row = append(row, flag(m.marks&p != 0))
	}
	return row
}

func groups(row []float32, own, parent, page *group) []float32 {
	ov, ol := own.ratios()
	pv, pl := parent.ratios()
	return append(row, own.words, ov, ol, parent.words, pv, pl, parent.words/max(page.words, 1), page.words)
}

// near are the features of the neighbours.
func near(row []float32, ms []measured, i int) []float32 {
	var g group
	for j := max(i-4, 0); j < min(i+5, len(ms)); j++ {
		if j != i {
			g.add(&ms[j])
		}
	}
	vote, linked := g.ratios()
	row = append(row, vote, g.words, linked)
	for _, d := range []int{-1, 1} {
		j := i + d
		if j < 0 || j >= len(ms) {
			row = append(row, 0, 0, 0, 0, -1, 0, 0)
			continue
		}
		m := &ms[j]
		row = append(row, float32(len(m.words)), m.vote, m.linked, flag(m.ends), tagNumber[m.tag], m.hint, flag(m.parent == ms[i].parent))
	}
	for _, d := range []int{-2, 2, -3, 3, -4, 4} {
		j := i + d
		if j < 0 || j >= len(ms) {
			row = append(row, 0, 0)
			continue
		}
		row = append(row, float32(len(ms[j].words)), ms[j].vote)
	}
	return row
}
