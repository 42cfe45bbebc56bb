package stance

import "slices"

// matched stands for a word that headline and account share: what is told is not
// how it is told.
const matched = "="

// bag is the words of a pair for the linear model, as hashes: of the headline,
// of the sentences that hold most of it, of the account's first ones.
func (m *match) bag() *bag {
	var out []uint32
	shared := make([]bool, len(m.h.words))
	for k, i := range m.said {
		_, x := m.within(k, len(m.b.sentences))
		shared[i] = x == 1
	}
	out = appendWords(out, "h", m.h.words, func(i int) bool { return shared[i] })
	out = appendWords(out, "r", m.h.words, func(i int) bool { return false })
	if m.b.line() {
		return m.bagged(out)
	}
	ids := map[uint32]bool{}
	for i := range m.h.words {
		if w := &m.h.words[i]; !w.function {
			ids[w.id] = true
		}
	}
	for k := range min(2, len(m.best)) {
		out = m.appendSentence(out, "b", m.best[k], ids)
	}
	for k := range min(2, len(m.b.sentences)) {
		out = m.appendSentence(out, "l", k, ids)
	}
	return m.bagged(out)
}

func (m *match) bagged(words []uint32) *bag {
	slices.Sort(words)
	b := &bag{words: slices.Compact(words)}
	of := m.b.opening
	if len(m.best) > 0 {
		of = m.b.sentences[m.best[0]].meaning
	}
	b.meaning.Join(&m.h.meaning, m.h.meaning.Unit())
	b.meaning.Join(&of, -of.Unit())
	return b
}

func (m *match) appendSentence(out []uint32, part string, s int, ids map[uint32]bool) []uint32 {
	words := m.b.words[m.b.sentences[s].first:m.b.sentences[s].last]
	return appendWords(out, part, words, func(i int) bool { return ids[words[i].id] })
}

// appendWords adds the words of a stretch and its pairs of neighbours.
func appendWords(out []uint32, part string, words []word, shared func(i int) bool) []uint32 {
	before := "^"
	for i := range words {
		form := words[i].form
		if words[i].number {
			form = "0"
		}
		if shared(i) {
			form = matched
		}
		out = append(out, hash(part+form), hash(part+before+" "+form))
		before = form
	}
	return append(out, hash(part+before+" $"))
}
