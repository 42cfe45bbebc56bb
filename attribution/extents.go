package attribution

import (
	"cmp"
	"slices"

	"hearsay"
)

// extent is what a cue may introduce: the runs of its content, and how the tagger
// weighs their tokens against their lying outside.
type extent struct {
	runs  []run
	score float32
	worth float32 // the chooser's score
}

const (
	finalists = 14 // extents that the chooser looks at
	mostEdges = 12 // ends, or beginnings, that are tried on one side of a cue
)

// extents are the likeliest contents of f: what the tagger and the rule say, and
// stretches that begin and end where clauses, phrases and quotations do.
func (th *theatre) extents(f *found) []extent {
	var all []extent
	taken := append(append([]run(nil), f.cue...), f.source...)
	add := func(runs ...run) {
		runs = th.trimAll(th.byBlock(joined(subtract(disjoint(runs), taken), taken)))
		if len(runs) == 0 || slices.ContainsFunc(all, func(e extent) bool { return slices.Equal(e.runs, runs) }) {
			return
		}
		all = append(all, extent{runs: runs, score: th.weigh(runs)})
	}
	add(f.content...)
	if th.ruled {
		add(th.found[th.rule[th.cue]].content...)
	}
	sp := speech{view: th.view}
	th.whole = sp.quoting(f, th.touched(f.content))
	add(th.whole...)
	if th.ruled {
		g := th.found[th.rule[th.cue]]
		add(sp.quoting(&g, th.touched(g.content))...)
	}
	fixed := len(all)
	own := cover(f.cue)
	here := th.sentenceOf(th.cue)
	left := own.from
	if len(f.source) > 0 && f.source[0].from < left && f.source[0].from >= here.from {
		left = f.source[0].from
	}
	starts, ends := th.starts(f, own.to), th.ends(f, own.to)
	fronts := th.fronts(left)
	var subject run
	if s := th.subject(th.cue); s.token >= 0 && s.token < th.cue {
		subject = th.phrase(s.token, th.cue)
	}
	for _, to := range ends {
		for _, from := range starts {
			if from >= to {
				continue
			}
			add(run{from, to})
			if !subject.empty() && len(f.source) == 0 {
				add(subject, run{from, to})
			}
		}
		for _, from := range fronts {
			add(run{from, left}, run{own.to, to})
		}
	}
	for _, from := range fronts {
		add(run{from, left})
	}
	if q := th.quote[th.cue]; q < 0 {
		for t := th.window.from; t < th.window.to; t++ {
			if q := th.quote[t]; q >= 0 {
				add(th.quoted[q])
				t = th.quoted[q].to - 1
			}
		}
	}
	rest := all[fixed:]
	slices.SortStableFunc(rest, func(a, b extent) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), max(finalists, fixed))]
}

// disjoint are runs in order, without the empty ones, and those that touch joined.
func disjoint(runs []run) []run {
	var out []run
	for _, r := range runs {
		if !r.empty() {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b run) int { return cmp.Compare(a.from, b.from) })
	n := 0
	for i := 1; i < len(out); i++ {
		if out[i].from <= out[n].to {
			out[n] = out[n].join(out[i])
			continue
		}
		n++
		out[n] = out[i]
	}
	return out[:min(len(out), n+1)]
}

// weigh sums how much the tagger prefers the tokens of runs inside the content to
// their lying outside.
func (th *theatre) weigh(runs []run) float32 {
	sum := float32(0)
	for _, r := range runs {
		for t := max(r.from, th.window.from); t < min(r.to, th.window.to); t++ {
			s := &th.scores[t-th.window.from]
			sum += s[InContent] - max(s[Outside], max(s[InSource], s[InCue]))
		}
	}
	return sum
}

// starts are where a content behind the cue, which ends at from, may begin.
func (th *theatre) starts(f *found, from int32) []int32 {
	out := []int32{from}
	for _, r := range f.source {
		if r.from >= from && r.from < from+3 {
			out = append(out, r.to)
		}
	}
	add := func(t int32) {
		if t > from && t < th.window.to && t < from+30 && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	for _, r := range f.content {
		add(r.from)
	}
	if th.ruled {
		for _, r := range th.found[th.rule[th.cue]].content {
			add(r.from)
		}
	}
	for _, k := range th.kids(th.cue) {
		switch th.dep(k) {
		case hearsay.DepCcomp, hearsay.DepXcomp, hearsay.DepObj, hearsay.DepAcl, hearsay.DepObl, hearsay.DepNmod, hearsay.DepAdvcl:
			add(th.reach[k].from)
		}
	}
	for t := from; t < min(from+12, th.sentenceOf(th.cue).to); t++ {
		switch th.word[t] {
		case "that", "whether", "if", "to", "how", "why", "what", ":", ",":
			add(t)
		}
	}
	return out[:min(len(out), 6)]
}

// ends are where a content behind the cue may end.
func (th *theatre) ends(f *found, from int32) []int32 {
	var out []int32
	add := func(t int32) {
		if t > from && t <= th.window.to && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	sentence := th.sentenceOf(th.cue)
	for _, r := range f.content {
		add(r.to)
	}
	if th.ruled {
		for _, r := range th.found[th.rule[th.cue]].content {
			add(r.to)
		}
	}
	add(sentence.to)
	add(th.window.to)
	for _, k := range th.kids(th.cue) {
		if k > th.cue {
			add(th.reach[k].to)
		}
	}
	for t := from + 1; t < sentence.to && len(out) < mostEdges+6; t++ {
		if th.breaks(t) {
			add(t)
		}
	}
	return out
}

// breaks reports whether a clause or phrase may end before token t.
func (th *theatre) breaks(t int32) bool {
	switch b := th.border(t, 0); {
	case b&(2|8|16|32) != 0, th.quoteAt(t) != th.quoteAt(t-1):
		return true
	}
	return th.tag(t) == hearsay.TagIN && th.isTime(min(t+1, int32(len(th.word))-1)) || th.isTime(t) && !th.isTime(t-1) || th.tag(t) == hearsay.TagTO || th.tag(t) == hearsay.TagIN && th.dep(t) != hearsay.DepFixed ||
		th.tag(t) == hearsay.TagCC
}

// fronts are where a content before the cue or its source, which begins at to,
// may begin.
func (th *theatre) fronts(to int32) []int32 {
	sentence := th.sentenceOf(th.cue)
	var out []int32
	add := func(t int32) {
		if t < to && t >= th.window.from && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	add(sentence.from)
	add(th.window.from)
	for t := to - 2; t > sentence.from && len(out) < 7; t-- {
		if b := th.border(t-1, 0); b&(2|8|16|32) != 0 || th.tag(t-1) == hearsay.TagCC || th.quoteAt(t) != th.quoteAt(t-1) {
			add(t)
		}
	}
	return out
}

// chooseContent gives f the content that the chooser holds for the likeliest.
func (th *theatre) chooseContent(f *found, w *Weights) {
	all := th.extents(f)
	if len(all) == 0 {
		return
	}
	var features []uint64
	best, lead := w.Contents.pick(len(all), func(i int) []uint64 {
		features = th.extentFeatures(f, all, i, features[:0])
		all[i].worth = w.Contents.score(features)
		return features
	})
	f.content, f.chosen, f.leads[1], f.options = all[best].runs, true, lead, all
}

// contentLesson is the choice of the content of a cue that f was decoded for.
func (th *theatre) contentLesson(f *found, truth *Marks) (c choice, ok bool) {
	all := th.extents(f)
	var features []uint64
	for i := range all {
		features = th.extentFeatures(f, all, i, features[:0])
		iou := th.agreement(all[i].runs, truth.Content)
		worth := float32(0)
		if iou >= .5 {
			worth, ok = iou*iou*iou, true
		}
		c.candidates, c.worth = append(c.candidates, shortened(features, contentBits)), append(c.worth, worth)
	}
	return c, ok && len(all) > 1
}

// agreement is the share of the tokens in runs or spans that lie in both.
func (th *theatre) agreement(runs []run, spans []hearsay.Span) float32 {
	both, either := 0, 0
	for t := th.window.from; t < th.window.to; t++ {
		a, b := anyHas(runs, t), overlapsAny(spans, th.r.Tokens[t].Span)
		if a && b {
			both++
		}
		if a || b {
			either++
		}
	}
	return float32(both) / float32(max(either, 1))
}
