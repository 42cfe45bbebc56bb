package stance

import (
	"math"
	"math/bits"

	"hearsay/lang/en"
)

// evidence is what speaks for one stance or another in a pair taken alone.
func evidence(m *match, r *row) {
	m.words(r)
	m.meaning(r)
	m.headline(r)
	m.account(r)
	m.matching(r)
	m.crossing(r)
}

// words: how much of the headline is in the account.
func (m *match) words(r *row) {
	r.add("words.cosine", cosine(m.h, m.b))
	var any, soft, lead, softLead, names, named, numbers, numbered, rarest, rare float64
	var weak float64 = 1
	for k, i := range m.said {
		w := &m.h.words[i]
		e, s := m.within(k, len(m.b.sentences))
		el, sl := m.within(k, openingSentences)
		any += of(e) * m.weight[k]
		soft += s * m.weight[k]
		lead += of(el) * m.weight[k]
		softLead += sl * m.weight[k]
		if w.name {
			named += m.weight[k]
			names += of(e) * m.weight[k]
		}
		if w.number {
			numbered++
			numbers += of(e)
		}
		if m.weight[k] > rarest {
			rarest, rare = m.weight[k], of(e)
		}
		weak = min(weak, s)
	}
	r.add("words.share", any/m.total)
	r.add("words.soft", soft/m.total)
	r.add("words.lead", lead/m.total)
	r.add("words.softlead", softLead/m.total)
	r.add("words.names", ratio(names, named))
	r.add("words.numbers", ratio(numbers, numbered))
	r.add("words.numbered", numbered)
	r.add("words.rarest", rare)
	r.add("words.weakest", weak)
	r.add("words.best", m.at(m.share, 0))
	r.add("words.softbest", m.at(m.soft, 0))
	r.add("words.second", m.at(m.soft, 1))
	r.add("words.third", m.at(m.soft, 2))
	r.add("words.place", m.placeOfBest())
	r.add("words.pairs", m.pairs())
	r.add("words.count", float64(len(m.said)))
	r.add("words.length", math.Log(1+float64(len(m.b.words))))
	r.add("words.sentences", float64(len(m.b.sentences)))
}

func of(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// ratio is -1 where there is nothing to have a share of.
func ratio(a, b float64) float64 {
	if b == 0 {
		return -1
	}
	return a / b
}

// at is the value of the k-th best sentence.
func (m *match) at(values []float64, k int) float64 {
	if k >= len(m.best) {
		return 0
	}
	return values[m.best[k]]
}

func (m *match) placeOfBest() float64 {
	if len(m.best) == 0 {
		return 0
	}
	return float64(m.best[0])
}

// pairs is the share of the headline's neighbouring words that stand near each
// other in the account.
func (m *match) pairs() float64 {
	const near = 4
	found, all := 0.0, 0.0
	for k := 0; k+1 < len(m.said); k++ {
		a, b := m.h.words[m.said[k]].id, m.h.words[m.said[k+1]].id
		all++
		for i := range m.b.words {
			if m.b.words[i].id != a && m.b.words[i].id != b {
				continue
			}
			other := b
			if m.b.words[i].id == b {
				other = a
			}
			if hasNear(m.b.words, i, other, near) {
				found++
				break
			}
		}
	}
	return ratio(found, all)
}

func hasNear(words []word, i int, id uint32, near int) bool {
	for k := i + 1; k < min(i+1+near, len(words)); k++ {
		if words[k].id == id {
			return true
		}
	}
	return false
}

// meaning: how near the headline is to the account and its parts.
func (m *match) meaning(r *row) {
	r.add("meaning.all", float64(m.h.meaning.Like(&m.b.meaning)))
	r.add("meaning.lead", float64(m.h.meaning.Like(&m.b.opening)))
	best, place := -1.0, 0
	for s := range m.b.sentences {
		if x := float64(m.h.meaning.Like(&m.b.sentences[s].meaning)); x > best {
			best, place = x, s
		}
	}
	r.add("meaning.sentence", best)
	r.add("meaning.place", float64(place))
	if len(m.best) > 0 {
		r.add("meaning.best", float64(m.h.meaning.Like(&m.b.sentences[m.best[0]].meaning)))
	} else {
		r.add("meaning.best", 0)
	}
}

// headline: how the headline itself bears on what it reports.
func (m *match) headline(r *row) {
	counts := bearings(m.h.words)
	for k, name := range en.Bearings() {
		r.add("head."+name, counts[k])
	}
	r.flag("head.question", m.h.question)
	for k, name := range []string{"colon", "quote", "cry", "dots"} {
		r.add("head."+name, m.h.marks[k])
	}
	shared := m.sharedBy(m.h.words, m.b)
	m.reach(r, "head", m.h.words, shared)
	addKin(r, "head", m.h.words, shared)
	r.add("head.said", saidShare(m.h.words))
}

// account: how the account bears on what it reports, in its opening and as a
// whole.
func (m *match) account(r *row) {
	lead := m.b.words
	if len(m.b.sentences) > openingSentences {
		lead = lead[:m.b.sentences[openingSentences].first]
	}
	first := lead
	if len(m.b.sentences) > 1 {
		first = first[:m.b.sentences[1].first]
	}
	whole, opening, start := bearings(m.b.words), bearings(lead), bearings(first)
	n := float64(len(m.b.words)) + 50
	for k, name := range en.Bearings() {
		r.add("whole."+name, 100*whole[k]/n)
		r.add("lead."+name, opening[k])
		r.add("first."+name, start[k])
	}
	r.add("whole.said", saidShare(m.b.words))
	r.add("lead.said", saidShare(lead))
	var denied, confirmed, hedged, questions, media, unnamed float64
	for i := range m.b.sentences {
		s := &m.b.sentences[i]
		denied += of(s.denied)
		confirmed += of(s.confirmed)
		hedged += of(s.hedged)
		questions += of(s.question)
		media += of(s.sources[5])
		unnamed += of(s.sources[4])
	}
	k := float64(len(m.b.sentences)) + 1
	r.add("whole.denied", denied/k)
	r.add("whole.confirmed", confirmed/k)
	r.add("whole.hedged", hedged/k)
	r.add("whole.questions", questions/k)
	r.add("whole.media", media/k)
	r.add("whole.unnamed", unnamed/k)
}

// matching: how the sentences that hold most of the headline bear on it.
func (m *match) matching(r *row) {
	for k, name := range []string{"best", "next"} {
		var s sentence
		var words []word
		if k < len(m.best) {
			s = m.b.sentences[m.best[k]]
			words = m.b.words[s.first:s.last]
		}
		counts := bearings(words)
		for c, class := range en.Bearings() {
			r.add(name+"."+class, counts[c])
		}
		r.add(name+".said", float64(s.said))
		r.flag(name+".denied", s.denied)
		r.flag(name+".confirmed", s.confirmed)
		r.flag(name+".hedged", s.hedged)
		r.flag(name+".question", s.question)
		r.flag(name+".quoted", s.quoted)
		r.flag(name+".media", s.sources[5])
		r.flag(name+".unnamed", s.sources[4])
		r.flag(name+".named", s.sources[1] || s.sources[2] || s.sources[3])
	}
	// the classes weighted by how much of the headline their sentences hold
	var near [32]float64
	total := 0.0
	for s := range m.b.sentences {
		x := m.soft[s] * m.soft[s]
		total += x
		counts := bearings(m.b.words[m.b.sentences[s].first:m.b.sentences[s].last])
		for k := range counts {
			near[k] += x * min(counts[k], 2)
		}
	}
	for k, name := range en.Bearings() {
		r.add("near."+name, near[k]/(total+.05))
	}
}

// crossing: where headline and account part ways.
func (m *match) crossing(r *row) {
	var s sentence
	if len(m.best) > 0 {
		s = m.b.sentences[m.best[0]]
	}
	words := m.b.words[s.first:s.last]
	h, b := bearings(m.h.words), bearings(words)
	for k, name := range en.Bearings() {
		switch name {
		case "refute", "deny", "doubt", "negate", "hedge", "unverified":
			r.add("cross."+name, min(h[k], 2)-min(b[k], 2))
		}
	}
	numbers := 0.0
	for i := range m.h.words {
		if w := &m.h.words[i]; w.number && !m.b.has(w.id) {
			numbers++
		}
	}
	r.add("cross.numbers", numbers)
	shared := m.sharedBy(words, m.h)
	m.reach(r, "best", words, shared)
	addKin(r, "best", words, shared)
	lead := m.b.words
	if len(m.b.sentences) > openingSentences {
		lead = lead[:m.b.sentences[openingSentences].first]
	}
	addKin(r, "lead", lead, m.sharedBy(lead, m.h))
	m.back(r, s)
	m.places(r)
}

// back: how much of the best sentence is in the headline.
func (m *match) back(r *row, s sentence) {
	var exact, near, all, weakest float64 = 0, 0, 0, 1
	for _, i := range s.distinct {
		w := &m.b.words[m.b.distinct[i]]
		soft := 0.0
		for k := range m.said {
			soft = max(soft, float64(m.near[k][i]))
		}
		x := float64(w.rarity)
		all += x
		near += x * soft
		if soft == 1 {
			exact += x
		}
		weakest = min(weakest, soft)
	}
	r.add("back.share", ratio(exact, all))
	r.add("back.soft", ratio(near, all))
	r.add("back.weakest", weakest)
}

// addKin adds the nearness to the classes of words that only one text has.
func addKin(r *row, name string, words []word, shared []bool) {
	found := nearestKin(words, shared)
	for k, class := range kinClasses {
		r.add(name+".kin."+class, float64(found[k]))
	}
}

// places: where in the account the classes that speak against a report come
// first.
func (m *match) places(r *row) {
	for k, name := range en.Bearings() {
		switch name {
		case "refute", "deny", "doubt", "unverified", "correct", "satire":
		default:
			continue
		}
		at := 1.5
		for i := range m.b.words {
			if m.b.words[i].bearing>>k&1 == 1 {
				at = float64(i) / float64(len(m.b.words))
				break
			}
		}
		r.add("place."+name, at)
	}
}

// sharedBy tells which words of a stretch another text has too.
func (m *match) sharedBy(words []word, other *Text) []bool {
	out := make([]bool, len(words))
	for i := range words {
		out[i] = !words[i].function && other.has(words[i].id)
	}
	return out
}

// reach: how near the classes stand to a word that headline and account share.
func (m *match) reach(r *row, name string, words []word, shared []bool) {
	for k, class := range en.Bearings() {
		switch class {
		case "refute", "deny", "doubt", "negate", "hedge", "unverified", "rumour", "report":
		default:
			continue
		}
		nearest := 0.0
		for i := range words {
			if words[i].bearing>>k&1 == 0 {
				continue
			}
			for j := range words {
				if shared[j] && j != i {
					nearest = max(nearest, 1/math.Abs(float64(i-j)))
				}
			}
		}
		r.add("reach."+name+"."+class, nearest)
	}
}

func (t *Text) has(id uint32) bool {
	for _, k := range t.distinct {
		if t.words[k].id == id {
			return true
		}
	}
	return false
}

// bearings counts the classes of words.
func bearings(words []word) (counts [32]float64) {
	for i := range words {
		for set := words[i].bearing; set != 0; set &= set - 1 {
			counts[bits.TrailingZeros32(set)]++
		}
	}
	return counts
}

func saidShare(words []word) float64 {
	n := 0.0
	for i := range words {
		n += of(words[i].said)
	}
	return n / (float64(len(words)) + 1)
}
