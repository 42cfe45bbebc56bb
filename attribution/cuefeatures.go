package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// cueFeatures appends the features by which the detector judges whether t heads
// a cue.
func (s *scene) cueFeatures(t int32, into []uint64) []uint64 {
	w, l, tag, dep := s.hash[t], s.lemma[t], s.tagAt(t), s.depAt(t)
	h := s.head(t)
	into = append(into, hash1(1, tag), hash1(2, w), hash2(3, l, tag), hash2(4, tag, dep), hash2(5, l, dep),
		hash2(6, w, s.wordAt(t+1)), hash2(7, w, s.wordAt(t-1)), hash3(8, s.tagAt(t-1), tag, s.tagAt(t+1)), hash3(9, s.tagAt(t-2), s.tagAt(t-1), tag),
		hash3(10, tag, s.tagAt(t+1), s.tagAt(t+2)), hash2(11, tag, s.wordAt(t+1)), hash2(12, tag, s.wordAt(t-1)),
		hash3(13, dep, s.depAt(h), s.tagAt(h)), hash2(14, s.wordAt(h), dep), hash3(15, l, s.wordAt(h), dep), hash2(16, tag, spell(ending(s.word[t]))))
	into = append(into, hash2(70, s.fine[t], tag), hash3(71, s.fine[t], s.fineAt(t+1), tag), hash3(72, s.fineAt(t-1), s.fine[t], tag), hash3(73, s.coarseAt(t-1), s.fine[t], s.coarseAt(t+1)),
		hash3(74, s.fine[t], dep, s.coarseAt(h)), hash2(75, l, s.fineAt(t+1)), hash2(76, l, s.fineAt(t-1)), hash3(77, s.coarseAt(t+1), s.coarseAt(t+2), s.fine[t]), hash2(78, w, s.coarseAt(h)))
	into = s.lexical(t, into)
	into = s.surroundings(t, into)
	return s.dependents(t, into)
}

func ending(w string) string { return w[max(len(w)-3, 0):] }

// lexical tells what the lexicon and the rules say of t.
func (s *scene) lexical(t int32, into []uint64) []uint64 {
	l := s.lemma[t]
	for _, c := range en.Cues(s.word[t]) {
		into = append(into, hash3(20, uint64(c.Part), uint64(c.Act), s.tagAt(t)), hash2(21, uint64(c.Part), uint64(c.Frames)))
	}
	i := s.rule[t]
	if i < 0 {
		return append(into, hash1(22, s.tagAt(t)), hash1(23, l))
	}
	f := &s.found[i]
	speaker, word := uint64(0), uint64(0)
	if f.speaker >= 0 {
		speaker, word = s.tagAt(f.speaker)+1, s.hash[f.speaker]
	}
	kind := uint64(0)
	if len(f.content) > 0 {
		r := f.content[0]
		kind = s.depAt(s.root(r))*4 + flag(r.from > t)*2 + flag(s.quote[r.from] >= 0)
	}
	return append(into, hash2(24, spell(f.lemma), kind), hash1(25, spell(f.lemma)), hash2(26, speaker, kind), hash2(27, speaker, l), hash2(28, word, s.tagAt(t)),
		hash2(29, uint64(f.act), kind), hash2(30, uint64(f.act), speaker), hash2(31, near(total(f.content)), kind))
}

// surroundings tells of quotation marks, of the block and of statements around t.
func (s *scene) surroundings(t int32, into []uint64) []uint64 {
	sentence := s.sentenceOf(t)
	in, before, after := s.quote[t] >= 0, false, false
	for i := t - 1; i >= sentence.from && i > t-6; i-- {
		before = before || s.quote[i] >= 0
	}
	for i := t + 1; i < sentence.to && i < t+7; i++ {
		after = after || s.quote[i] >= 0
	}
	marks := flag(in)*4 + flag(before)*2 + flag(after)
	under := uint64(0)
	if u := s.under[t]; u >= 0 && u != s.rule[t] {
		under = 1 + uint64(s.found[u].act)
	}
	modal := uint64(0)
	for _, k := range s.kids(t) {
		if s.dep(k) == hearsay.DepAux || isNot(s.word[k]) {
			modal = modal*31 + s.hash[k]
		}
	}
	role := uint64(s.role(t))
	return append(into, hash2(40, marks, s.lemma[t]), hash2(41, marks, s.tagAt(t)), hash2(42, under, s.lemma[t]), hash2(43, under, s.tagAt(t)),
		hash2(44, modal, s.tagAt(t)), hash2(45, modal, s.lemma[t]), hash3(46, role, near(t-sentence.from), s.tagAt(t)), hash2(47, flag(s.block(t) == 0), s.hash[t]),
		hash2(48, s.wordAt(t-1), s.wordAt(t+1)))
}

// dependents tells of the words that hang on t.
func (s *scene) dependents(t int32, into []uint64) []uint64 {
	l, all := s.lemma[t], uint64(0)
	for _, k := range s.kids(t) {
		d := s.depAt(k)
		side := flag(k > t)
		switch s.dep(k) {
		case hearsay.DepPunct, hearsay.DepAdvmod, hearsay.DepDet:
			if k == t+1 {
				into = append(into, hash2(50, s.hash[k], l))
			}
			continue
		case hearsay.DepNsubj, hearsay.DepNsubjPass, hearsay.DepNmodPoss, hearsay.DepCompound:
			into = append(into, hash3(51, d, s.hash[k], s.tagAt(t)), hash3(52, d, s.tagAt(k), l), hash3(80, d, s.fine[k], s.fine[t]), hash3(81, d, s.fine[k], s.tagAt(t)))
		case hearsay.DepObj, hearsay.DepObl, hearsay.DepNmod, hearsay.DepXcomp, hearsay.DepCcomp, hearsay.DepAcl:
			mark := s.child(k, hearsay.DepCase, hearsay.DepMark)
			m := uint64(7)
			if mark >= 0 {
				m = s.hash[mark]
			}
			into = append(into, hash3(53, d, m, l), hash3(54, d, m, s.tagAt(t)), hash3(55, d, s.hash[k], l), hash3(56, d, s.tagAt(k), s.tagAt(t)),
				hash3(82, d, s.fine[k], s.fine[t]), hash3(83, d, m, s.fine[t]), hash3(84, d, s.fine[k], l))
		}
		into = append(into, hash3(57, d, side, l), hash3(58, d, side, s.tagAt(t)))
		into = append(into, hash3(85, d, side, s.fine[t]))
		all = all*7 + d*2 + side
	}
	if k := s.complement(t); k >= 0 {
		into = append(into, hash3(62, s.depAt(k), s.hash[k], s.tagAt(t)), hash2(63, l, s.wordAt(k-1)), hash3(64, l, s.depAt(k), s.tagAt(k)), hash2(65, near(s.reach[k].len()), l))
	}
	into = append(into, hash2(59, all, s.tagAt(t)))
	into = append(into, hash2(86, all, s.fine[t]))
	if v := s.view.subject(t); v.token >= 0 {
		into = append(into, hash3(87, s.fine[v.token], s.fine[t], flag(v.borne)), hash3(88, s.fine[v.token], s.kindAt(v.token), l), hash3(66, s.tagAt(v.token), s.hash[v.token], flag(v.borne)), hash2(67, l, s.hash[v.token]))
	}
	if v := s.view.subject(t); v.token >= 0 && v.borne {
		into = append(into, hash2(60, s.hash[v.token], s.tagAt(t)), hash3(61, s.tagAt(v.token), l, s.depAt(t)))
	}
	return into
}
