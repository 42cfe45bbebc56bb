package attribution

import "hearsay"

// Label is what a token is for one cue.
type Label uint8

const (
	Outside Label = iota
	InCue
	InSource
	InContent
	labelCount
)

// theatre is the stage on which the parts of one cue are looked for.
type theatre struct {
	*scene
	cue    int32
	window run
	whole  []run                 // the content as the tagger sees it, with the whole of its quotations
	scores [][labelCount]float32 // of the tagger, for the tokens of the window
	label  []Label               // the rule's opinion, or a guess by the tree, for the tokens of the window
	ruled  bool
	path   []uint64 // how each token of the window hangs together with the cue
	top    []int32  // the token under the cue, or beside it, through which each hangs together
	second []int32  // the token below top through which it does, or top itself
	passed []uint64 // what kinds of borders lie between the cue and each token
	ahead  []uint64 // the next border behind each token, and how far it is
}

// windowOf holds the sentence of a cue, the quotations that reach out of it, and
// a quotation that follows it at once.
func (s *scene) windowOf(cue int32) run {
	sentence := s.sentenceOf(cue)
	w := sentence
	block := s.block(cue)
	widen := func(t int32) {
		if t < 0 || int(t) >= len(s.word) || s.block(t) != block {
			return
		}
		if q := s.quote[t]; q >= 0 {
			w = w.join(s.quoted[q])
		}
	}
	for t := sentence.from; t < sentence.to; t++ {
		widen(t)
	}
	widen(w.to)
	if w.to == sentence.to {
		widen(w.to + 1)
	}
	const most = 400
	return run{max(w.from, cue-most), min(w.to, cue+most)}
}

func (s *scene) stage(cue int32) *theatre {
	w := s.windowOf(cue)
	th := &theatre{scene: s, cue: cue, window: w, label: make([]Label, w.len()), path: make([]uint64, w.len()), top: make([]int32, w.len()), second: make([]int32, w.len()), passed: make([]uint64, w.len()), ahead: make([]uint64, w.len())}
	if i := s.rule[cue]; i >= 0 {
		th.ruled = true
		f := &s.found[i]
		th.mark(f.content, InContent)
		th.mark(f.source, InSource)
		th.mark(f.cue, InCue)
	} else {
		th.guess()
	}
	th.trace()
	th.walk()
	return th
}

// walk notes for every token the borders between the cue and it: commas, words
// that open a clause, verbs joined to another, the ends of quotations and of
// sentences.
func (th *theatre) walk() {
	seen := uint64(0)
	for t := th.cue + 1; t < th.window.to; t++ {
		seen = th.border(t, seen)
		th.passed[t-th.window.from] = seen
	}
	next, at := uint64(0), th.window.to
	for t := th.window.to - 1; t >= th.window.from; t-- {
		th.ahead[t-th.window.from] = next*8 + near(at-t)
		if b := th.border(t, 0); b != 0 && b != 64 && b != 512 && b != 256 || th.quoteAt(t) != th.quoteAt(t-1) {
			next, at = b+1, t
		}
	}
	seen = 0
	for t := th.cue - 1; t >= th.window.from; t-- {
		th.passed[t-th.window.from] = seen + 1<<20
		seen = th.border(t, seen)
	}
}

func (th *theatre) border(t int32, seen uint64) uint64 {
	w := th.word[t]
	switch {
	case th.quote[t] >= 0 && th.quote[t] != th.quote[th.cue]:
		return seen | 1
	case w == ",":
		if seen&2 != 0 {
			return seen | 4
		}
		return seen | 2
	case subordinators[w] || w == "who" || w == "which":
		return seen | 8
	case th.tag(t) == hearsay.TagCC && int(t+1) < len(th.word) && (th.tensed(t+1) || th.tag(t+1) == hearsay.TagRB):
		return seen | 16
	case w == ":" || w == ";" || w == "—" || w == "--" || w == "–" || w == "(":
		return seen | 32
	case th.tensed(t):
		if seen&64 != 0 {
			return seen | 128
		}
		return seen | 64
	case th.sentence[t] != th.sentence[th.cue]:
		return seen | 256
	case th.tag(t) == hearsay.TagIN:
		return seen | 512
	}
	return seen
}

func (th *theatre) mark(runs []run, l Label) {
	for _, r := range runs {
		for t := max(r.from, th.window.from); t < min(r.to, th.window.to); t++ {
			th.label[t-th.window.from] = l
		}
	}
}

// guess marks the subject of a cue that no rule describes, and its complement.
func (th *theatre) guess() {
	if k := th.complement(th.cue); k >= 0 {
		th.mark([]run{th.reach[k].after(th.cue)}, InContent)
	}
	if sub := th.subject(th.cue); sub.token >= 0 {
		th.mark([]run{th.phrase(sub.token, sub.limit)}, InSource)
	}
	th.mark([]run{single(th.cue)}, InCue)
}

// complement is the dependent behind t that most likely is content, -1 for none.
func (v *view) complement(t int32) int32 {
	for _, deps := range [][]hearsay.Dep{{hearsay.DepCcomp}, {hearsay.DepXcomp}, {hearsay.DepObj}, {hearsay.DepAcl}, {hearsay.DepObl, hearsay.DepNmod}, {hearsay.DepAdvcl}} {
		if k := v.childAfter(t, deps...); k >= 0 {
			return k
		}
	}
	return -1
}

// trace finds for every token how it hangs together with the cue: the relation
// under the cue that it stands in, or how far up from the cue they meet and by
// which relations.
func (th *theatre) trace() {
	up := map[int32]uint64{} // ancestors of the cue: steps, and the relation below
	below := map[int32]int32{}
	steps := uint64(0)
	for h, last := th.cue, int32(-1); h >= 0 && steps < 12; h, last = th.head(h), h {
		up[h] = steps
		below[h] = last
		steps++
	}
	for t := th.window.from; t < th.window.to; t++ {
		i := t - th.window.from
		th.top[i], th.second[i] = -1, -1
		k, last := t, t
		for depth := 0; depth < 30; depth++ {
			if n, ok := up[k]; ok {
				th.path[i] = hash2(3, n, uint64(4)) + th.depOf(below[k])
				th.top[i], th.second[i] = k, k
				break
			}
			h := th.head(k)
			if h < 0 {
				break
			}
			if n, ok := up[h]; ok {
				th.path[i] = hash3(4, n, th.depAt(k), th.depOf(below[h])) + flag(k > th.cue)
				th.top[i], th.second[i] = k, last
				break
			}
			k, last = h, k
		}
	}
}

func (th *theatre) depOf(t int32) uint64 {
	if t < 0 {
		return 0
	}
	return th.depAt(t)
}

func (th *theatre) labelAt(t int32) uint64 {
	if !th.window.has(t) {
		return 9
	}
	return uint64(th.label[t-th.window.from]) + 16*flag(th.ruled)
}

// features appends those by which the tagger judges what token t is for the cue.
func (th *theatre) features(t int32, into []uint64) []uint64 {
	i := t - th.window.from
	c, l, ct := th.cue, th.lemma[th.cue], th.tagAt(th.cue)
	path, top := th.path[i], th.top[i]
	side, d := flag(t > c), near(t-c)
	rule := th.labelAt(t)
	w, tag := th.hash[t], th.tagAt(t)
	marker, edge := uint64(0), uint64(0)
	if top >= 0 {
		if m := th.child(top, hearsay.DepMark, hearsay.DepCase); m >= 0 {
			marker = th.hash[m]
		}
		r := th.reach[top]
		edge = flag(t == top) + 2*flag(t == r.from) + 4*flag(t == r.to-1) + 8*flag(!r.has(c))
	}
	branch := uint64(0)
	if k := th.second[i]; k >= 0 {
		m := th.child(k, hearsay.DepMark, hearsay.DepCase, hearsay.DepCc)
		branch = th.depAt(k) + 100*flag(k > top)
		if m >= 0 {
			branch += 1000 * th.hash[m]
		}
	}
	q := th.quote[t]
	marks := flag(q >= 0)
	if q >= 0 {
		marks += 2*flag(th.quoted[q].from == t) + 4*flag(th.quoted[q].to == t+1) + 8*flag(th.quote[c] == q)
	}
	far := uint64(2)
	if th.sentence[t] < th.sentence[c] {
		far = 1
	} else if th.sentence[t] > th.sentence[c] {
		far = 3
	}
	return append(into,
		hash1(101, path), hash2(102, path, l), hash2(103, path, ct), hash2(104, path, tag), hash3(105, path, marker, l), hash2(106, path, marker),
		hash2(107, path, edge), hash3(108, path, edge, l), hash2(109, path, w), hash2(110, path, marks), hash2(111, path, near(t-top)),
		hash1(112, rule), hash3(113, th.labelAt(t-1), rule, th.labelAt(t+1)), hash2(114, rule, l), hash2(115, rule, path), hash2(116, rule, w), hash3(117, rule, marks, far),
		hash3(118, rule, tag, side), hash3(119, th.labelAt(t-2), rule, th.labelAt(t+2)), hash2(120, rule, th.labelAt(t+1)+16*th.wordAt(t+1)),
		hash2(121, w, side), hash3(122, w, side, d), hash3(123, th.wordAt(t-1), w, side), hash3(124, w, th.wordAt(t+1), side), hash3(125, tag, d, side),
		hash3(126, th.tagAt(t-1), tag, th.tagAt(t+1)), hash3(127, l, d, side), hash3(128, l, w, side), hash3(129, th.tagAt(t-1)*64+tag, d, side),
		hash3(130, marks, side, far), hash3(131, marks, l, side), hash3(132, marks, ct, th.quoteAt(t-1)*4+th.quoteAt(t+1)), hash3(133, th.depAt(t), side, d),
		hash2(140, th.passed[i], rule), hash2(141, th.passed[i], l), hash2(142, th.passed[i], path), hash3(143, th.passed[i], tag, rule), hash2(144, th.passed[i], w),
		hash3(145, th.ahead[i], rule, side), hash2(146, th.ahead[i], path), hash3(147, th.ahead[i], tag, side),
		hash2(136, path, branch), hash3(137, path, branch, l), hash3(138, rule, branch, path), hash3(139, path, branch, tag),
		hash2(134, th.wordAt(t-1), side), hash2(135, th.wordAt(t+1), side))
}

func (th *theatre) quoteAt(t int32) uint64 {
	if t < 0 || int(t) >= len(th.quote) {
		return 2
	}
	return flag(th.quote[t] >= 0)
}

// turn is the kind of place between a token and the one before it; transitions
// between labels are weighed apart for each.
func (th *theatre) turn(t int32) int {
	switch {
	case t == th.window.from:
		return 0
	case th.labelAt(t) != th.labelAt(t-1):
		return 1
	case th.quoteAt(t) != th.quoteAt(t-1):
		return 2
	case !isWord(th.word[t]):
		return 3
	case !isWord(th.word[t-1]):
		return 4
	case th.top[t-th.window.from] != th.top[t-1-th.window.from]:
		return 5
	case th.ruled:
		return 6
	}
	return 7
}

const turnCount = 8
