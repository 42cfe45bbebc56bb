package attribution

import (
	"cmp"
	"slices"

	"hearsay"
)

// link turns attributions into statements: in order of the text, each with its
// source's entity and the voices that it comes through.
func (v *view) link(all []found) []hearsay.Statement {
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		x, y := v.extent(&all[a]), v.extent(&all[b])
		if x.from == y.from && len(all[a].source) > 0 && slices.Equal(all[a].source, all[b].source) {
			return cmp.Compare(all[a].head, all[b].head)
		}
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(all[a].relay+1, all[b].relay+1), cmp.Compare(y.to, x.to), cmp.Compare(all[a].head, all[b].head))
	})
	place := make([]int32, len(all))
	for i, o := range order {
		place[o] = int32(i)
	}
	sorted := make([]found, len(all))
	for i, o := range order {
		f := all[o]
		if f.relay >= 0 {
			f.relay = place[f.relay]
		}
		if f.carried >= 0 {
			f.carried = place[f.carried]
		}
		sorted[i] = f
	}
	out := make([]hearsay.Statement, len(sorted))
	at := v.mentionAt()
	for i := range sorted {
		out[i] = v.statement(&sorted[i], at)
	}
	v.documents(sorted, out)
	v.nest(sorted, out)
	v.carry(out)
	v.forest(sorted, out)
	v.pronounSpeakers(sorted, out, at)
	v.sameSpeaker(sorted, out)
	v.chain(sorted, out, at)
	v.aim(sorted, out)
	return out
}

func (v *view) extent(f *found) run {
	return cover(append(append(append([]run(nil), f.source...), f.cue...), f.content...))
}

func (v *view) statement(f *found, at []int32) hearsay.Statement {
	s := hearsay.Statement{Cue: v.spans(f.cue), Content: v.spans(f.content), Form: v.formOf(f), Act: v.actOf(f), Within: -1, Carried: f.carried,
		Target: -1, Time: v.timeOf(f), Lemma: f.lemma, Hedged: f.hedged}
	s.Source = hearsay.Source{Spans: v.spans(f.source), Entity: -1}
	if f.speaker >= 0 && len(f.source) > 0 {
		if m := at[f.speaker]; m >= 0 {
			s.Source.Entity = v.r.Mentions[m].Entity
		}
	}
	s.Source.Kind = v.kindOf(f, s.Source.Entity)
	return s
}

func (v *view) spans(runs []run) []hearsay.Span {
	var out []hearsay.Span
	for _, r := range runs {
		if !r.empty() {
			out = append(out, v.span(r))
		}
	}
	return out
}

// mentionAt is, for each token, the mention whose head it is, or else the
// shortest that holds it; -1 for none.
func (v *view) mentionAt() []int32 {
	at := make([]int32, len(v.word))
	for i := range at {
		at[i] = -1
	}
	for m, mention := range v.r.Mentions {
		first, _ := slices.BinarySearchFunc(v.r.Tokens, mention.Start, func(t hearsay.Token, start int32) int { return cmp.Compare(t.Start, start) })
		for t := first; t < len(at) && v.r.Tokens[t].End <= mention.End; t++ {
			if old := at[t]; old < 0 || mention.Head == int32(t) || v.r.Mentions[old].Head != int32(t) && mention.Len() < v.r.Mentions[old].Len() {
				at[t] = int32(m)
			}
		}
	}
	return at
}

// formOf tells how much of the content stands in quotation marks; marks that
// the cue itself stands in do not count.
func (v *view) formOf(f *found) hearsay.Form {
	around := int32(-1)
	if f.head >= 0 {
		around = v.quote[f.head]
	}
	words, quoted := 0, 0
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if !isWord(v.word[t]) {
				continue
			}
			words++
			if q := v.quote[t]; q >= 0 && (q != around || v.inner(t, f.head)) {
				quoted++
			}
		}
	}
	switch {
	case quoted == 0:
		return hearsay.Indirect
	case quoted == words:
		return hearsay.Direct
	}
	return hearsay.Mixed
}

// inner reports whether t stands in a quotation that the cue does not stand in.
func (v *view) inner(t, cue int32) bool {
	for q := v.quote[t] + 1; int(q) < len(v.quoted) && v.r.Quotations[q].Depth > 0; q++ {
		if v.quoted[q].has(t) && !v.quoted[q].has(cue) {
			return true
		}
	}
	return false
}

// timeOf is the expression of time that stands with the cue, outside what was
// said.
func (v *view) timeOf(f *found) int32 {
	if len(f.cue) == 0 {
		return -1
	}
	sentence := v.span(v.sentenceOf(f.cue[0].from))
	cue := v.span(f.cue[0])
	best, distance := int32(-1), int32(1<<30)
	for i, t := range v.r.Times {
		if t.Start >= sentence.End {
			break
		}
		if !sentence.Contains(t.Span) || overlapsAny(v.spans(f.content), t.Span) || overlapsAny(v.spans(f.source), t.Span) {
			continue
		}
		d := max(t.Start-cue.End, cue.Start-t.End)
		if d < distance {
			best, distance = int32(i), d
		}
	}
	return best
}

func overlapsAny(spans []hearsay.Span, s hearsay.Span) bool {
	for _, x := range spans {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

// sameSpeaker resolves the pronoun of "he added": who adds is who spoke last.
func (v *view) sameSpeaker(all []found, out []hearsay.Statement) {
	for i := range out {
		f := &all[i]
		if !goesOn(f.lemma) || f.speaker < 0 || v.tag(f.speaker) != hearsay.TagPRP || out[i].Within >= 0 {
			continue
		}
		for j := i - 1; j >= 0 && j > i-8; j-- {
			e := out[j].Source.Entity
			if out[j].Within >= 0 || e < 0 {
				continue
			}
			if k := out[j].Source.Kind; k == hearsay.SourcePerson || k == hearsay.SourceUnnamed || k == hearsay.SourceRole {
				out[i].Source.Entity, out[i].Source.Kind = e, k
			}
			break
		}
	}
}
