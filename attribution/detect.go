package attribution

import (
	"slices"

	"hearsay"
	"hearsay/lang/en"
)

// slack is how far below the detector's threshold an attribution that the rules
// have found may score and still be kept.
const slack = 1.5

// nearly is how far below it a word may lie that is read at all; less than slack, since
// the judge has learnt from more than it is asked about.
const nearly = 1

// headlineSlack is that for headlines, where the rules decide: the corpus has few.
const headlineSlack = 3.5

// detect lets the learnt models choose among the attributions of the rules, add
// those that no rule describes, and say what belongs to each cue. They have seen
// outermost attributions alone: within what somebody says, the rules decide.
func (v *view) detect(rules []found, w *Weights) []found {
	s := newScene(v, rules)
	s.mark(w)
	d := detection{scene: s, taken: make([]int32, len(v.word))}
	var late []int32
	for t := range int32(len(v.word)) {
		if !s.candidate(t) || s.rule[t] < 0 && d.owned(t) {
			continue
		}
		if score := s.score[t]; score >= -nearly || s.rule[t] >= 0 && (s.found[s.rule[t]].sure || score >= -headlineSlack && !s.role(t).Body()) {
			if d.add(t, w) {
				continue
			}
		}
		if s.rule[t] >= 0 {
			late = append(late, t)
		}
	}
	d.compete()
	for _, t := range late {
		if d.inside(t) {
			d.keep(t, s.found[s.rule[t]])
		}
	}
	return d.result()
}

// detection collects attributions, no two with a token of their cues in common.
type detection struct {
	*scene
	out   []found
	heads []int32 // the token that carries each
	taken []int32 // by token: 1 + the attribution whose cue it is in
}

// mark scores the words that may be cues against the detector's threshold.
func (s *scene) mark(w *Weights) {
	s.score = make([]float32, len(s.word))
	var features []uint64
	for t := range int32(len(s.word)) {
		if s.candidate(t) {
			features = s.cueFeatures(t, features[:0])
			s.score[t] = w.Cues.score(features) - w.Threshold
		}
	}
}

// add decodes the attribution that t heads and keeps it if it is held for right.
func (d *detection) add(t int32, w *Weights) bool {
	f, ok := d.decode(t, w)
	if !ok || f.verdict < d.bar(&f, t) && !f.sure {
		return false
	}
	d.keep(t, f)
	return true
}

// ruleLenience is how far below the judge's threshold what a rule reads off a verb
// of saying may lie: the judge knows the news of one country and year, the rules
// know none.
const ruleLenience = 1

// unknownBar is how far above the judge's threshold a word must lie of which the
// lexicon does not know that it tells anything.
const unknownBar = 0.6

func (d *detection) bar(f *found, t int32) float32 {
	if d.rule[t] < 0 {
		if isWord(d.word[t]) && len(en.Cues(d.word[t])) == 0 && d.role(t).Body() {
			return unknownBar
		}
		return 0
	}
	for _, c := range en.Cues(d.word[t]) {
		if c.Lemma == f.lemma && (c.Part == en.CuePhrase || c.Part == en.CueVerb && c.Frames.Has(en.FrameThat|en.FrameObjThat) && c.Frames.Has(en.FrameQuote)) {
			return -ruleLenience
		}
	}
	return 0
}

// owned reports whether t is in the cue of what the outlet itself says.
func (d *detection) owned(t int32) bool {
	at := d.taken[t] - 1
	return at >= 0 && d.out[at].own
}

func (d *detection) keep(t int32, f found) {
	if rival := clash(d.taken, f.cue); rival >= 0 {
		if d.out[rival].verdict >= f.verdict {
			return
		}
		d.out[rival].content, d.out[rival].cue = nil, nil
	}
	for _, r := range f.cue {
		for k := r.from; k < r.to; k++ {
			d.taken[k] = int32(len(d.out)) + 1
		}
	}
	d.out, d.heads = append(d.out, f), append(d.heads, t)
}

// rivalry weighs what an attribution would lose by another content against what
// another attribution is worth, whose cue the content would swallow.
const rivalry = 0.3

// compete chooses contents again, with a bonus for those that leave other likely
// attributions outside: "Lee said it would rain, referring to the forecast". What
// the outlet itself adds is no part of what others say.
func (d *detection) compete() {
	for i := range d.out {
		f := &d.out[i]
		if len(f.options) < 2 || !slices.ContainsFunc(d.out, func(g found) bool { return g.head >= 0 && g.head != f.head && anyHas(f.content, g.head) }) {
			continue
		}
		best, most := -1, float32(0)
		for k, e := range f.options {
			worth := e.worth
			for j := range d.out {
				if g := &d.out[j]; j != i && g.head >= 0 && g.verdict > 0 && len(g.cue) > 0 && anyHas(f.content, g.head) && !anyHas(e.runs, g.head) {
					worth += rivalry * min(g.verdict, 3)
				}
			}
			if best < 0 || worth > most {
				best, most = k, worth
			}
		}
		f.content = f.options[best].runs
	}
	for i := range d.out {
		g := &d.out[i]
		for j := range d.out {
			if f := &d.out[j]; g.own && i != j && f.head < g.head && anyHas(f.content, g.head) {
				f.content = d.trimAll(subtract(f.content, []run{cover(g.cue).join(cover(g.content))}))
			}
		}
	}
}

// inside reports whether t stands in the content of an attribution, or in a turn.
func (d *detection) inside(t int32) bool {
	for i := range d.out {
		if anyHas(d.out[i].content, t) {
			return true
		}
	}
	for i := range d.found {
		if f := &d.found[i]; f.head < 0 && f.sure && anyHas(f.content, t) {
			return true
		}
	}
	return false
}

// result is what was found, with the attributions of headlines, which no word
// carries, and without guesses inside what somebody says.
func (d *detection) result() []found {
	v := d.view
	var kept []found
	for i, f := range d.out {
		switch rule := d.rule[d.heads[i]]; {
		case len(f.cue) == 0:
		case rule >= 0 && f.head < 0:
		case !d.inside(d.heads[i]):
			kept = append(kept, f)
		case rule >= 0 && len(d.found[rule].content) > 0:
			kept = append(kept, d.found[rule])
		case v.joined(f.cue[0].from) || adding[v.word[d.heads[i]]]:
			kept = append(kept, f)
		}
	}
	kept = v.unrivalled(kept)
	for _, f := range d.found {
		if f.head < 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

// unrivalled drops of two attributions that share most of a content, and neither
// of which is told by the other, the one that is less surely right.
func (v *view) unrivalled(all []found) (kept []found) {
	lost := make([]bool, len(all))
	for i := range all {
		for j := range all {
			f, g := &all[i], &all[j]
			if i == j || lost[j] || !f.chosen || !g.chosen || relaying[f.lemma] || relaying[g.lemma] || f.verdict > g.verdict || f.verdict == g.verdict && i < j {
				continue
			}
			if anyHas(f.content, g.head) || anyHas(g.content, f.head) || 2*shareOf(f.content, g.content) <= min(total(f.content), total(g.content)) {
				continue
			}
			lost[i] = true
			break
		}
	}
	for i := range all {
		if !lost[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// clash is the attribution that already holds a token of a cue, -1 for none.
func clash(taken []int32, cue []run) int32 {
	for _, r := range cue {
		for t := r.from; t < r.to; t++ {
			if taken[t] > 0 {
				return taken[t] - 1
			}
		}
	}
	return -1
}

// certain is the verdict on a construction that leaves no choice.
const certain = 3

// decode finds the parts of the cue that t heads.
func (s *scene) decode(t int32, w *Weights) (found, bool) {
	if i := s.rule[t]; i >= 0 && (s.found[i].sure || !s.role(t).Body()) {
		f := s.found[i]
		if f.sure {
			f.verdict = certain
		}
		return f, true
	}
	th := s.stage(t)
	f := th.tagged(w)
	if th.ruled && s.elsewhere(&s.found[s.rule[t]], th.window) {
		return s.found[s.rule[t]], true
	}
	th.chooseSource(&f, w)
	th.finish(&f)
	th.chooseContent(&f, w)
	f.verdict = w.Judge.score(th.verdictFeatures(&f, nil)) - w.Verdict
	return f, len(f.content) > 0
}

// tagged is the attribution of a cue as the tagger sees its parts.
func (th *theatre) tagged(w *Weights) found {
	n := int(th.window.len())
	turns := make([]int, n)
	th.scores = make([][labelCount]float32, n)
	var features []uint64
	for i := range n {
		k := th.window.from + int32(i)
		features = th.features(k, features[:0])
		th.scores[i] = w.labelScores(features)
		turns[i] = th.turn(k)
	}
	cue, source, content := th.parts(Path(th.scores, turns, &w.Transitions, int(th.cue-th.window.from)))
	f := th.titled(th.cue)
	f.cue = nearest(cue, th.cue)
	f.source = th.sources(source)
	if len(f.source) == 0 {
		th.unmixed(&f, th.cue)
	}
	f.content = content
	return f
}

// finish parts the source and the content of f, and tells its speaker.
func (th *theatre) finish(f *found) {
	s, t := th.scene, th.cue
	s.sober(f)
	f.source = subtract(f.source, f.cue)
	f.content = s.trimAll(s.byBlock(joined(subtract(f.content, f.source), append(f.source, f.cue...))))
	if th.ruled {
		s.whole(f, s.found[s.rule[t]].content)
	}
	s.oneSided(f)
	if len(f.content) == 0 && th.ruled {
		f.content = s.found[s.rule[t]].content
	}
	if f.speaker = -1; len(f.source) > 0 {
		f.speaker = s.headOf(f.source[0])
		if noun, ok := s.relative(f.speaker); ok {
			f.speaker = noun
		}
	}
}

// unmixed splits a cue that has swallowed its subject: "Nordhaus said:".
func (s *scene) unmixed(f *found, t int32) {
	r := f.cue[0]
	if !s.finite(t) || r.from >= t {
		return
	}
	name := s.chunkBefore(t)
	if name.empty() || name.from != r.from || !r.contains(name) {
		return
	}
	f.source, f.cue = []run{name}, []run{{name.to, r.to}}
}

// whole lets a content that breaks off inside a phrase run on to where the rule
// saw its end.
func (s *scene) whole(f *found, rule []run) {
	n := len(f.content)
	if n == 0 || len(rule) == 0 {
		return
	}
	last := &f.content[n-1]
	for _, r := range rule {
		if !r.has(last.to) || !r.has(last.to-1) || r.to > s.sentenceOf(last.from).to {
			continue
		}
		if w := s.at(last.to); s.noun(last.to) && s.noun(last.to-1) || s.modifies(last.to-1) || s.tag(last.to-1) == hearsay.TagIN && isWord(w) {
			last.to = r.to
		}
	}
}

// oneSided drops what stands before a verb of saying when a clause follows it at
// once: "Asked if ..., Lee said it was late".
func (s *scene) oneSided(f *found) {
	n := len(f.content)
	if n < 2 || f.head < 0 || !s.tensed(f.head) || s.child(f.head, hearsay.DepNsubjPass) >= 0 {
		return
	}
	last := f.content[n-1]
	if after := f.cue[0].to; last.from < after || last.from > after+6 || s.at(after) == "," || last.len() < 3 || f.content[0].to > f.cue[0].from {
		return
	}
	var kept []run
	for _, r := range f.content {
		if r.from > f.head || s.quote[r.from] >= 0 && s.at(last.from) != "to" || !s.hasVerb(r) && s.dep(s.root(r)) != hearsay.DepNsubj && r.len() < 2 {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		f.content = kept
	}
}

// elsewhere reports whether the content of a rule's attribution lies outside a
// window, as that of "This was reported by" does.
func (s *scene) elsewhere(f *found, window run) bool {
	return len(f.content) > 0 && !f.content[0].overlaps(window)
}

// titled is an attribution with the lexicon's or the rule's word on the cue.
func (s *scene) titled(t int32) found {
	if i := s.rule[t]; i >= 0 {
		return s.found[i]
	}
	f := found{head: t, act: hearsay.ActBelieve, relay: -1, carried: -1, speaker: -1}
	for _, c := range en.Cues(s.word[t]) {
		if len(c.Rest) == 0 && (c.Part == en.CueVerb) == s.isVerb(t) {
			return newFound(t, c)
		}
	}
	f.lemma = s.word[t]
	if !isWord(f.lemma) {
		f.lemma, f.act, f.head = "", hearsay.ActAssert, t
	}
	return f
}

// nearest is the run of a cue that holds its head.
func nearest(cue []run, t int32) []run {
	for _, r := range cue {
		if r.has(t) {
			return []run{r}
		}
	}
	return []run{single(t)}
}

func (s *scene) sources(runs []run) []run {
	var out []run
	for _, r := range runs {
		if r = s.trimSource(r); !r.empty() && s.wordIn(r) {
			out = append(out, r)
		}
	}
	return out
}

// joined closes the small gaps between runs that hold nothing of the others.
func joined(runs, others []run) []run {
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.from-out[n-1].to <= 3 {
			gap, free := run{out[n-1].to, r.from}, true
			for _, o := range others {
				free = free && !o.overlaps(gap)
			}
			if free {
				out[n-1].to = r.to
				continue
			}
		}
		out = append(out, r)
	}
	return out
}
