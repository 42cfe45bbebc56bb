package copies

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"hearsay/lang/en"
)

// How much of the smaller text must stand in the larger for a copy, by what the
// rest of the two looks like. Set on all development pairs (F1 .998); chosen by
// grid on four fifths of them, parted by shared articles, the other fifth gives
// .997.
const (
	needForeign = .31 // the rests have nothing to do with each other: a text inside another
	needSpread  = .35 // several passages
	needOne     = .48 // two accounts of one event with one passage in common: a quotation, a caption

	foreignBelow = .06 // likeness of rests that have nothing to do with each other
	onePassage   = .70 // share of the longest run that makes it one passage
	leastWords   = 25  // in runs, for a passage to count as copied from an unlike text
	unquotedNeed = .15 // of the smaller text's own words that must stand in the larger
	needInStep   = .60 // of the smaller text in step with the larger, where words were misread
	mostMisread  = 20  // words between two runs in step
)

// score is .5 where the containment just meets the need, and less for what both
// texts quote.
func (m *Match) score() float64 {
	if m.covered == 0 {
		return 0
	}
	if m.onlyQuotes() {
		return min(m.Containment, .5) * .9
	}
	need := needSpread
	switch {
	case m.foreign < foreignBelow && m.covered >= leastWords:
		need = needForeign
	case float64(m.longest) >= onePassage*float64(m.covered):
		need = needOne
	}
	return min(1, max(.5*m.Containment/need, .5*m.inStep/needInStep))
}

// onlyQuotes reports whether what two texts share are words that both quote,
// while neither has much of the other's own words.
func (m *Match) onlyQuotes() bool {
	own := m.smaller - (m.covered - m.unquoted)
	return m.unquoted < min(leastBody, m.covered) || float64(m.unquoted) < unquotedNeed*float64(own)
}

// measure looks at the runs and at what is left beside them.
func (m *Match) measure(a, b *entry) {
	restA, restB := negated(a.mask), negated(b.mask)
	for _, r := range m.Runs {
		m.covered += r.Len
		m.longest = max(m.longest, r.Len)
		for k := range r.Len {
			if !a.quoted[r.A+k] || !b.quoted[r.B+k] {
				m.unquoted++
			}
		}
		clear(restA[r.A : r.A+r.Len])
		clear(restB[r.B : r.B+r.Len])
	}
	m.smaller = min(count(restA), count(restB)) + m.covered
	m.inStep = float64(inStep(inOrder(m.Runs))) / float64(max(m.smaller, 1))
	if m.Containment > needForeign/2 && m.Containment < 2*needOne {
		m.foreign = likeness(a, b, restA, restB)
	}
}

// inStep is the number of words in runs that keep their order, and between two of
// them where both texts have equally many, a few: words misread, not rewritten.
func inStep(runs []Run) int {
	n := 0
	for i, r := range runs {
		n += r.Len
		if i == 0 {
			continue
		}
		last := runs[i-1]
		a, b := r.A-last.A-last.Len, r.B-last.B-last.Len
		if d := a - b; max(a, b) <= mostMisread && 4*max(d, -d) <= max(a, b, 4) {
			n += min(a, b)
		}
	}
	return n
}

func negated(mask []bool) []bool {
	out := make([]bool, len(mask))
	for i, v := range mask {
		out[i] = !v
	}
	return out
}

func count(mask []bool) int {
	n := 0
	for _, v := range mask {
		if v {
			n++
		}
	}
	return n
}

// rarity is the inverse document frequency of words by their hash; that of words
// which the background lacks stands under 0.
var rarity = sync.OnceValue(func() map[uint32]float64 {
	texts, frequency := en.Background()
	m := make(map[uint32]float64, len(frequency)+1)
	for word, n := range frequency {
		h := uint32(wordBasis)
		for _, r := range word {
			h = (h ^ uint32(r)) * wordPrime
		}
		m[h] = math.Log(float64(texts) / float64(n))
	}
	m[0] = math.Log(float64(texts))
	return m
})

// byRarity sorts the words of a text and weighs each.
func byRarity(t *Text) []word {
	idf := rarity()
	out := make([]word, len(t.words))
	for i, h := range t.words {
		out[i] = word{hash: h, at: int32(i)}
	}
	slices.SortFunc(out, func(x, y word) int { return cmp.Or(cmp.Compare(x.hash, y.hash), int(x.at-y.at)) })
	for i := range out {
		if i > 0 && out[i].hash == out[i-1].hash {
			out[i].rare = out[i-1].rare
			continue
		}
		rare, ok := idf[out[i].hash]
		if !ok {
			rare = idf[0]
		}
		out[i].rare = rare
	}
	return out
}

// likeness is the cosine of the TF-IDF vectors of the marked words.
func likeness(a, b *entry, inA, inB []bool) float64 {
	va, vb := vector(a, inA), vector(b, inB)
	var aa, bb, ab float64
	for i, j := 0, 0; i < len(va) || j < len(vb); {
		switch {
		case j == len(vb) || i < len(va) && va[i].word < vb[j].word:
			aa += va[i].weight * va[i].weight
			i++
		case i == len(va) || vb[j].word < va[i].word:
			bb += vb[j].weight * vb[j].weight
			j++
		default:
			aa += va[i].weight * va[i].weight
			bb += vb[j].weight * vb[j].weight
			ab += va[i].weight * vb[j].weight
			i, j = i+1, j+1
		}
	}
	if ab == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

type weighted struct {
	word   uint32
	weight float64
}

// vector weighs the marked words of a text, sorted by hash.
func vector(e *entry, in []bool) []weighted {
	if e.ranked == nil {
		e.ranked = byRarity(e.Text)
	}
	out := make([]weighted, 0, len(e.ranked))
	for i := 0; i < len(e.ranked); {
		n, j := 0, i
		for ; j < len(e.ranked) && e.ranked[j].hash == e.ranked[i].hash; j++ {
			if in[e.ranked[j].at] {
				n++
			}
		}
		if n > 0 {
			out = append(out, weighted{e.ranked[i].hash, e.ranked[i].rare * (1 + math.Log(float64(n)))})
		}
		i = j
	}
	return out
}
