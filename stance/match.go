package stance

import (
	"slices"
)

// match holds a headline against an account, word by word.
type match struct {
	h, b *Text

	said   []int     // words of the headline that say something
	weight []float64 // their rarity
	total  float64
	near   [][]float32 // for each of them, the likeness to each distinct word of the account
	best   []int       // sentences of the account by how much of the headline they hold
	share  []float64   // of the headline, by sentence, exact words
	soft   []float64   // the same with words of like meaning
}

// alike is the likeness from which two words are taken to mean much the same.
const alike = .45

// wordless words still count a little where a headline is made of nothing else.
func newMatch(h, b *Text) *match {
	m := &match{h: h, b: b}
	for i := range h.words {
		if w := &h.words[i]; !w.function {
			m.said = append(m.said, i)
			m.weight = append(m.weight, float64(w.rarity))
			m.total += float64(w.rarity)
		}
	}
	if m.total == 0 {
		m.total = 1
	}
	m.near = make([][]float32, len(m.said))
	for k, i := range m.said {
		m.near[k] = b.likeness(&h.words[i])
	}
	m.share = make([]float64, len(b.sentences))
	m.soft = make([]float64, len(b.sentences))
	for s := range b.sentences {
		for k := range m.said {
			exact, soft := m.inSentence(k, s)
			if exact {
				m.share[s] += m.weight[k]
			}
			m.soft[s] += m.weight[k] * soft
		}
		m.share[s] /= m.total
		m.soft[s] /= m.total
	}
	m.best = make([]int, len(b.sentences))
	for s := range m.best {
		m.best[s] = s
	}
	slices.SortStableFunc(m.best, func(a, b int) int {
		switch x, y := m.rank(a), m.rank(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return m
}

// rank prefers sentences that hold much of the headline, early ones among equals.
func (m *match) rank(s int) float64 { return m.soft[s] - .01*float64(min(s, 10)) }

// likeness is that of a word to each distinct word of the account.
func (t *Text) likeness(w *word) []float32 {
	out := make([]float32, len(t.distinct))
	for i, k := range t.distinct {
		o := &t.words[k]
		switch {
		case o.id == w.id:
			out[i] = 1
		case w.known && o.known && !w.number && !o.number:
			if x := w.vector.Like(o.vector); x > alike {
				out[i] = x
			}
		}
	}
	return out
}

// inSentence tells whether sentence s has the k-th word, and how near its nearest
// one is.
func (m *match) inSentence(k, s int) (exact bool, soft float64) {
	for _, i := range m.b.sentences[s].distinct {
		x := m.near[k][i]
		exact = exact || x == 1
		soft = max(soft, float64(x))
	}
	return exact, soft
}

// anywhere does the same with the sentences up to a last one.
func (m *match) within(k, last int) (exact bool, soft float64) {
	for s := range min(last, len(m.b.sentences)) {
		e, f := m.inSentence(k, s)
		exact, soft = exact || e, max(soft, f)
	}
	return exact, soft
}
