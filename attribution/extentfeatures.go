package attribution

import "slices"

// extentFeatures appends those by which a chooser judges whether extent k of all
// is the content of f; the first of all is what the tagger says.
func (th *theatre) extentFeatures(f *found, all []extent, k int, into []uint64) []uint64 {
	e := &all[k]
	c, l, ct := th.cue, th.lemma[th.cue], th.tagAt(th.cue)
	own := cover(f.cue)
	first, last := e.runs[0], e.runs[len(e.runs)-1]
	shape := min(uint64(len(e.runs)), 3)*4 + flag(first.from < own.from)*2 + flag(last.to > own.to)
	tagger := th.matches(e.runs, all[0].runs)
	rule := uint64(15)
	if th.ruled {
		rule = th.matches(e.runs, th.found[th.rule[c]].content)
	}
	quoted := th.matches(e.runs, th.whole)
	agree := tagger*16 + rule
	less := steps(all[0].score - e.score)
	best := flag(true)
	for i := range all {
		if all[i].score > e.score {
			best = 0
		}
	}
	root := th.root(first)
	if first.to <= own.from && last.from >= own.to && len(e.runs) > 1 {
		root = th.root(last)
	}
	path := uint64(7)
	if th.window.has(root) {
		path = th.path[root-th.window.from]
	}
	size := near(total(e.runs))
	into = append(into,
		hash1(301, agree), hash2(302, agree, less), hash2(303, agree, shape), hash2(304, less, shape), hash2(305, less, best), hash3(306, agree, less, shape),
		hash2(307, shape, l), hash2(308, shape, ct), hash3(309, shape, size, ct), hash3(310, shape, size, l), hash3(311, path, shape, ct), hash3(312, path, l, shape),
		hash2(313, agree, l), hash2(314, agree, ct), hash2(315, less, size), hash2(316, tagger, size), hash2(317, rule, size), hash3(318, tagger, quoted, shape), hash3(319, quoted, rule, less))
	more, fewer, clash := th.swallowed(e.runs, all[0].runs)
	into = append(into, hash3(380, more, fewer, shape), hash3(381, more, fewer, agree), hash3(382, more, clash, ct), hash3(383, more, clash, less), hash3(384, clash, agree, shape), hash2(385, clash, l))
	into = th.edges(f, e, agree, shape, into)
	into = th.segments(e, agree, shape, into)
	return th.cuts(f, e, agree, shape, into)
}

// matches tells which edges of two contents are the same.
func (th *theatre) matches(a, b []run) uint64 {
	if len(b) == 0 {
		return 8
	}
	if slices.Equal(a, b) {
		return 9
	}
	x, y := cover(a), cover(b)
	return flag(x.from == y.from) + 2*flag(x.to == y.to) + 4*flag(len(a) == len(b))
}

// swallowed counts the cues of rules that runs hold and the tagger's content does
// not, those that only the latter holds, and those in runs whose source or own
// content runs leave out.
func (th *theatre) swallowed(runs, tagger []run) (more, fewer, clash uint64) {
	for t := th.window.from; t < th.window.to; t++ {
		i := th.rule[t]
		if i < 0 || t == th.cue {
			continue
		}
		in, was := anyHas(runs, t), anyHas(tagger, t)
		switch {
		case in && !was:
			more++
		case was && !in:
			fewer++
		}
		if g := &th.found[i]; in && (len(g.source) > 0 && !anyHas(runs, g.source[0].from) || len(g.content) > 0 && 2*shareOf(g.content, runs) < total(g.content)) {
			clash++
		}
	}
	return min(more, 3), min(fewer, 3), min(clash, 2)
}

// shareOf counts the tokens of a that lie in b.
func shareOf(a, b []run) (n int32) {
	for _, r := range a {
		n += common(b, r)
	}
	return n
}

// edges tells of the words at the first and the last edge of an extent.
func (th *theatre) edges(f *found, e *extent, agree, shape uint64, into []uint64) []uint64 {
	c, ct, l := th.cue, th.tagAt(th.cue), th.lemma[th.cue]
	first, last := e.runs[0], e.runs[len(e.runs)-1]
	from, to := first.from, last.to
	sentence := th.sentenceOf(last.to - 1)
	closing := flag(to >= sentence.to) + 2*flag(to+1 >= sentence.to) + 4*flag(th.quoteAt(to) != th.quoteAt(to-1)) + 8*flag(th.quoteAt(to-1) == 1) + 16*flag(th.sentence[to-1] != th.sentence[c])
	opening := flag(from == th.sentenceOf(from).from) + 2*flag(th.quoteAt(from) != th.quoteAt(from-1)) + 4*flag(th.quoteAt(from) == 1) + 8*flag(from == cover(f.cue).to)
	next := to
	if th.at(next) == "," {
		next++
	}
	comma := flag(next > to)
	passed := uint64(0)
	if to-1 > c && th.window.has(to-1) {
		passed = th.passed[to-1-th.window.from]
	}
	into = append(into,
		hash2(320, closing, shape), hash3(321, closing, agree, shape), hash2(322, th.wordAt(next), comma), hash3(323, th.tagAt(next), comma, shape), hash3(324, th.wordAt(next), comma, l),
		hash3(325, th.tagAt(to-1), th.tagAt(next), comma), hash2(326, th.hash[to-1], shape), hash3(327, th.tagAt(next), th.tagAt(next+1), comma), hash3(328, th.wordAt(next), th.wordAt(next+1), comma),
		hash2(329, passed, shape), hash3(330, passed, closing, ct), hash3(331, closing, l, shape), hash3(332, th.depAt(next), comma, shape),
		hash2(340, opening, shape), hash3(341, opening, agree, shape), hash2(342, th.hash[from], shape), hash3(343, th.hash[from], l, shape), hash2(344, th.wordAt(from-1), shape), hash3(345, th.tagAt(from-1), th.tagAt(from), shape),
		hash3(346, opening, l, shape), hash3(347, th.hash[from], ct, opening))
	if from > c {
		into = append(into, hash3(348, near(from-cover(f.cue).to), th.wordAt(cover(f.cue).to), shape), hash3(349, near(from-cover(f.cue).to), l, th.tagAt(from)))
	}
	return into
}

// leaning is how much the tagger prefers token t inside the content, in steps.
func (th *theatre) leaning(t int32) uint64 {
	if !th.window.has(t) {
		return 50
	}
	s := &th.scores[t-th.window.from]
	return steps(s[InContent] - max(s[Outside], max(s[InSource], s[InCue])))
}

// segments tells how sharply the tagger sees the edges of an extent, what its last
// segment and the one behind it begin with, and how likely other cues lie in it.
func (th *theatre) segments(e *extent, agree, shape uint64, into []uint64) []uint64 {
	c, ct, l, fine := th.cue, th.tagAt(th.cue), th.lemma[th.cue], th.fine[th.cue]
	from, to := e.runs[0].from, e.runs[len(e.runs)-1].to
	into = append(into, hash3(500, th.leaning(to-1), th.leaning(to), shape), hash3(501, th.leaning(from), th.leaning(from-1), shape), hash2(502, th.leaning(to), agree), hash2(503, th.leaning(from-1), agree))
	last := to - 1
	for last > from+1 && last > to-40 && !th.breaks(last) {
		last--
	}
	word := last
	if !isWord(th.at(word)) {
		word++
	}
	inner, outer, several := float32(-20), float32(-20), uint64(0)
	for _, r := range e.runs {
		for t := r.from; t < r.to; t++ {
			if t != c && th.score[t] != 0 {
				inner = max(inner, th.score[t])
				several += flag(th.score[t] > 0)
			}
		}
	}
	for t := to; t < min(to+8, th.sentenceOf(to-1).to); t++ {
		if t != c && th.score[t] != 0 {
			outer = max(outer, th.score[t])
		}
	}
	size, held, next := near(to-last), steps(2*inner), steps(2*outer)
	next2 := to
	if !isWord(th.at(next2)) {
		next2++
	}
	return append(into, hash3(504, th.wordAt(word), size, shape), hash3(505, th.tagAt(word), th.wordAt(last), size), hash3(506, th.depAt(word), size, shape), hash3(507, th.wordAt(word), l, shape),
		hash3(508, th.leaning(word), size, th.tagAt(word)), hash3(509, th.wordAt(word), th.wordAt(next2), shape), hash2(510, held, shape), hash2(511, held, agree), hash2(512, next, shape), hash3(513, held, next, agree),
		hash3(514, min(several, 3), shape, ct), hash3(515, min(several, 3), near(total(e.runs)), ct), hash3(516, fine, shape, near(total(e.runs))), hash3(517, fine, th.wordAt(next2), shape), hash3(518, fine, th.tagAt(next2), th.tagAt(to-1)),
		hash3(519, fine, th.hash[from], shape), hash3(520, fine, th.depAt(next2), shape), hash3(521, th.fineAt(to-1), th.fineAt(next2), th.wordAt(to)), hash3(522, th.coarseAt(to-1), th.wordAt(next2), flag(next2 > to)), hash3(523, th.leaning(to), th.wordAt(next2), th.leaning(to-1)),
		hash3(524, th.leaning(to), flag(next2 > to), th.tagAt(next2)), hash3(525, fine, th.wordAt(word), size))
}

// cuts tells of the ties of the tree that an extent's edges would cut, and of what
// it leaves out between its runs.
func (th *theatre) cuts(f *found, e *extent, agree, shape uint64, into []uint64) []uint64 {
	c := th.cue
	sentence := th.sentenceOf(c)
	lost, strange, verbs, left := 0, 0, 0, 0
	worst := uint64(0)
	span := cover(e.runs)
	for t := sentence.from; t < sentence.to; t++ {
		if !isWord(th.word[t]) || anyHas(f.cue, t) || anyHas(f.source, t) {
			continue
		}
		in, h := anyHas(e.runs, t), th.head(t)
		switch {
		case in && (h < 0 || h != c && !anyHas(e.runs, h)):
			strange++
		case !in && h >= 0 && anyHas(e.runs, h):
			lost++
			worst = th.depAt(t)*2 + flag(t > h)
		}
		if in && th.tensed(t) {
			verbs++
		}
		if !in && span.has(t) {
			left++
		}
	}
	split := uint64(0)
	for _, r := range e.runs {
		for _, t := range []int32{r.from, r.to - 1} {
			if q := th.quote[t]; q >= 0 && q != th.quote[c] && !r.contains(th.quoted[q]) {
				split++
			}
		}
	}
	link := uint64(3) // what the first word behind the extent hangs on
	if to := span.to; to < sentence.to {
		k := to
		for k < sentence.to && !isWord(th.word[k]) {
			k++
		}
		if k < sentence.to {
			switch h := th.head(k); {
			case h == c:
				link = 4
			case h >= 0 && anyHas(e.runs, h):
				link = 5 + th.depAt(k)
			case h >= 0 && h > k:
				link = 1
				if g := th.head(h); g >= 0 && anyHas(e.runs, g) {
					link = 100 + th.depAt(h)
				} else if g == c {
					link = 2
				}
			default:
				link = 0
			}
		}
	}
	l, s, v, o := uint64(min(lost, 4)), uint64(min(strange, 4)), uint64(min(verbs, 4)), uint64(min(left, 5))
	ct := th.tagAt(c)
	return append(into, hash3(360, l, s, shape), hash2(361, l, worst), hash3(362, s, shape, ct), hash3(363, v, shape, ct), hash2(364, v, th.lemma[c]), hash2(365, o, shape), hash3(366, o, th.lemma[c], shape),
		hash2(367, split, shape), hash2(368, split, agree), hash2(369, link, shape), hash3(370, link, ct, v), hash3(371, link, th.lemma[c], shape), hash3(372, l, agree, link), hash3(373, s, agree, v))
}
