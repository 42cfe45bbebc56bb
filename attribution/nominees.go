package attribution

import (
	"slices"

	"hearsay"
)

// nominee is a noun phrase that may be the source of a cue; head -1 stands for
// nobody.
type nominee struct {
	head int32
	runs []run
}

// reachOfNominees is how far from the cue a source is looked for.
const reachOfNominees = 60

// nominees are the noun phrases around the cue of f, and nobody.
func (th *theatre) nominees(f *found) []nominee {
	out := []nominee{{head: -1}}
	tagged := false
	for h := max(th.window.from, th.cue-reachOfNominees); h < min(th.window.to, th.cue+reachOfNominees); h++ {
		if !th.nominated(h) {
			continue
		}
		n := nominee{head: h}
		switch {
		case anyHas(f.source, h):
			n.runs, tagged = f.source, true
		case th.ruled && anyHas(th.found[th.rule[th.cue]].source, h):
			n.runs = th.found[th.rule[th.cue]].source
		default:
			n.runs = []run{th.phrase(h, th.cue)}
			if th.tag(h) == hearsay.TagPRPS {
				n.runs[0] = single(h)
			}
		}
		out = append(out, n)
	}
	if !tagged && len(f.source) > 0 {
		out = append(out, nominee{th.headOf(f.source[0]), f.source})
	}
	return out
}

// nominated reports whether t heads a noun phrase, or is a possessive pronoun.
func (th *theatre) nominated(t int32) bool {
	if t == th.cue {
		return false
	}
	switch th.dep(t) {
	case hearsay.DepCompound, hearsay.DepFlat, hearsay.DepAmod, hearsay.DepDet, hearsay.DepNummod, hearsay.DepCase, hearsay.DepMark, hearsay.DepFixed, hearsay.DepAux, hearsay.DepCop:
		return false
	}
	return th.tag(t) == hearsay.TagPRPS || th.nominal(t) && th.tag(t) != hearsay.TagNone && isWord(th.word[t])
}

// nomineeFeatures appends those by which a chooser judges whether n is the source
// of the cue of f.
func (th *theatre) nomineeFeatures(f *found, n *nominee, into []uint64) []uint64 {
	c := th.cue
	l, ct, cd := th.lemma[c], th.tagAt(c), th.depAt(c)
	sub := th.subject(c)
	if n.head < 0 {
		state := flag(sub.token >= 0) + 2*flag(sub.passive) + 4*flag(len(f.source) > 0) + 8*flag(th.child(c, hearsay.DepNsubjPass) >= 0) + 16*flag(th.ruled)
		if th.ruled {
			state += 32 * flag(len(th.found[th.rule[c]].source) > 0)
		}
		before := uint64(0)
		if len(f.cue) > 0 {
			before = th.wordAt(f.cue[0].from - 1)
		}
		return append(into, hash1(201, 0), hash2(202, l, state), hash2(203, ct, state), hash3(204, ct, cd, state), hash1(205, state), hash2(206, before, state), hash1(207, l), hash2(208, th.hash[c], state))
	}
	h := n.head
	i := h - th.window.from
	path, tag, dep, w := th.path[i], th.tagAt(h), th.depAt(h), th.hash[h]
	side := flag(h > c)
	tagged := flag(anyHas(f.source, h)) + 2*flag(len(f.source) > 0)
	ruled := uint64(0)
	if th.ruled {
		ruled = 1 + flag(len(th.found[th.rule[c]].source) > 0) + 2*flag(anyHas(th.found[th.rule[c]].source, h))
	}
	agree := tagged*8 + ruled
	role := flag(sub.token == h)*(1+flag(sub.borne)+2*flag(sub.passive)) + 8*flag(th.inverted(c) == h) + 16*flag(th.agent(c) == h) + 32*flag(th.possessed(c) == h)
	inside := flag(anyHas(f.content, h)) + 2*flag(th.quote[h] >= 0 && th.quote[h] != th.quote[c]) + 4*flag(th.sentence[h] != th.sentence[c])
	nouns, verbs, commas := th.between(h, c)
	s := th.scores[i]
	margin := s[InSource] - max(s[Outside], max(s[InContent], s[InCue]))
	level := steps(margin)
	kind := th.kindAt(h)
	first := flag(th.sentenceOf(h).from == n.runs[0].from)
	own, from, to := cover(f.cue), n.runs[0].from, n.runs[len(n.runs)-1].to
	beside := flag(to == own.from) + 2*flag(from == own.to) + 4*flag(th.quoteAt(from-1) == 1) + 8*flag(th.at(from-1) == ",") + 16*flag(th.at(to) == ",")
	preposition := uint64(0)
	if k := th.child(h, hearsay.DepCase); k >= 0 {
		preposition = th.hash[k]
	} else if k := from - 1; k >= 0 && th.tag(k) == hearsay.TagIN {
		preposition = th.hash[k] + 1
	}
	saying := flag(speechForms[th.word[c]])
	return append(into, hash3(247, preposition, side, saying), hash3(248, preposition, side, l), hash3(249, beside, saying, role), hash3(250, beside, agree, kind), hash3(251, beside, preposition, saying),
		hash3(252, beside, tag, ct), hash3(253, th.fine[h], dep, side), hash3(254, th.fine[h], th.fine[c], side), hash3(255, th.fine[h], role, saying), hash3(256, preposition, agree, role), hash3(257, beside, level, kind),
		hash1(210, agree), hash2(211, agree, role), hash2(212, agree, level), hash3(213, agree, role, level), hash2(214, level, inside), hash1(215, level),
		hash2(216, path, ct), hash2(217, path, l), hash3(218, path, tag, ct), hash2(219, role, ct), hash2(220, role, l), hash3(221, role, tag, inside),
		hash2(222, dep, side), hash3(223, dep, side, ct), hash3(224, tag, side, near(h-c)), hash2(225, w, side), hash3(226, w, dep, ct), hash2(227, w, l),
		hash3(228, nouns, side, ct), hash3(229, nouns, verbs, side), hash3(230, verbs, commas, side), hash3(231, commas, side, dep), hash2(232, inside, side), hash3(233, inside, dep, ct),
		hash3(234, kind, side, near(h-c)), hash3(235, kind, dep, ct), hash2(236, kind, agree), hash3(237, first, dep, side), hash3(238, th.tagAt(th.head(h)), dep, side),
		hash3(239, nouns, role, level), hash3(240, inside, role, agree), hash3(241, th.wordAt(n.runs[0].from-1), side, tag), hash3(242, th.wordAt(n.runs[len(n.runs)-1].to), side, tag),
		hash3(243, verbs, inside, kind), hash3(244, th.wordAt(th.head(h)), dep, ct), hash2(245, cd, path), hash3(246, uint64(f.act), kind, dep))
}

// steps buckets a difference of scores by its sign and its size.
func steps(x float32) uint64 {
	n := uint64(0)
	for size := max(x, -x); size >= 0.5 && n < 9; size /= 1.6 {
		n++
	}
	if x < 0 {
		return 20 + n
	}
	return n
}

// between counts the heads of noun phrases, verbs with a tense and commas between
// two tokens, each up to three.
func (th *theatre) between(a, b int32) (nouns, verbs, commas uint64) {
	for t := min(a, b) + 1; t < max(a, b); t++ {
		switch {
		case th.tensed(t):
			verbs++
		case th.nominated(t):
			nouns++
		case th.word[t] == ",":
			commas++
		}
	}
	return min(nouns, 3), min(verbs, 3), min(commas, 3)
}

// kindAt is what kind of thing the mention headed by t is, and 0 for no mention.
func (s *scene) kindAt(t int32) uint64 {
	m := s.mention[t]
	if m < 0 {
		return 0
	}
	e := s.r.Mentions[m].Entity
	if e < 0 {
		return 1
	}
	return 2 + uint64(s.r.Entities[e].Kind)
}

// chooseSource gives f the source that the chooser holds for the likeliest.
func (th *theatre) chooseSource(f *found, w *Weights) {
	all := th.nominees(f)
	if th.voiced() {
		if some := slices.DeleteFunc(slices.Clone(all), th.governed); len(some) > 0 {
			all = some
		}
	}
	var features []uint64
	best, lead := w.Sources.pick(len(all), func(i int) []uint64 {
		features = th.nomineeFeatures(f, &all[i], features[:0])
		return features
	})
	f.source, f.leads[0] = all[best].runs, lead
}

// governed reports whether n is nobody, or stands behind the cue and "of": who
// says something "of the mayor" is not the mayor.
func (th *theatre) governed(n nominee) bool {
	return n.head < 0 || n.runs[0].from == th.cue+2 && th.word[th.cue+1] == "of"
}

// voiced reports whether the cue is a verb of saying with a tense and no passive:
// somebody says it.
func (th *theatre) voiced() bool {
	_, saying := (&speech{view: th.view}).speaks(th.cue)
	return saying && th.finite(th.cue) && th.child(th.cue, hearsay.DepNsubjPass, hearsay.DepAuxPass, hearsay.DepExpl) < 0
}

// sourceLesson is the choice of the source of a cue that f was decoded for.
func (th *theatre) sourceLesson(f *found, truth *Marks) (c choice, ok bool) {
	all := th.nominees(f)
	var features []uint64
	for i := range all {
		features = th.nomineeFeatures(f, &all[i], features[:0])
		worth := float32(0)
		switch h := all[i].head; {
		case h < 0 && len(truth.Source) == 0, h >= 0 && overlapsAny(truth.Source, th.r.Tokens[h].Span):
			worth, ok = 1, true
		}
		c.candidates, c.worth = append(c.candidates, shortened(features, sourceBits)), append(c.worth, worth)
	}
	return c, ok
}
