package attribution

import (
	"hearsay"
)

// nest finds the statement that each one is told in: the one with the shortest
// content that holds its cue, or its content when it has none.
func (v *view) nest(all []found, out []hearsay.Statement) {
	holder := make([]int32, len(v.word)) // by token: the statement of shortest content seen so far
	for i := range holder {
		holder[i] = -1
	}
	for i := range all {
		if all[i].back {
			continue // the sentence before is told on its own
		}
		for _, r := range all[i].content {
			for t := r.from; t < r.to; t++ {
				if h := holder[t]; h < 0 || total(all[i].content) < total(all[h].content) {
					holder[t] = int32(i)
				}
			}
		}
	}
	for i := range all {
		if all[i].relay >= 0 {
			out[i].Within = all[i].relay
			continue
		}
		out[i].Within = -1
		if !all[i].own {
			out[i].Within = v.holderOf(all, holder, int32(i))
		}
	}
}

// holderOf looks for the statement around statement i, from the innermost
// holder of its cue outwards.
func (v *view) holderOf(all []found, holder []int32, i int32) int32 {
	f := &all[i]
	if len(f.content) == 0 && len(f.cue) == 0 {
		return -1
	}
	at := f.head
	if at < 0 && len(f.cue) > 0 {
		at = f.cue[0].from
	}
	if at < 0 {
		return -1
	}
	j := holder[at]
	if j < 0 || j == i || all[j].relay == i {
		return -1
	}
	if other := all[j].head; other >= 0 && anyHas(f.content, other) && total(f.content) >= total(all[j].content) {
		return -1 // each would hold the other
	}
	return j
}

// carry gives a statement that carries another on that one's source, and its
// place among the voices.
func (v *view) carry(out []hearsay.Statement) {
	for i := range out {
		for c, steps := out[i].Carried, 0; c >= 0 && steps < len(out); c, steps = out[c].Carried, steps+1 {
			out[i].Source.Entity, out[i].Source.Kind = out[c].Source.Entity, out[c].Source.Kind
			out[i].Within = out[c].Within
			if len(out[c].Source.Spans) > 0 {
				break
			}
		}
	}
}

// forest cuts every circle of statements told in one another at the one that
// tells most, which becomes the outermost.
func (v *view) forest(all []found, out []hearsay.Statement) {
	state := make([]int32, len(out)) // the walk that last came by, 1 + its start
	for i := range out {
		j := int32(i)
		for j >= 0 && state[j] == 0 {
			state[j] = int32(i) + 1
			j = out[j].Within
		}
		if j < 0 || state[j] != int32(i)+1 {
			continue
		}
		outermost := j
		for k := out[j].Within; k != j; k = out[k].Within {
			if total(all[k].content) > total(all[outermost].content) {
				outermost = k
			}
		}
		out[outermost].Within = -1
	}
}

// chain lists the voices of each statement from the outermost to its source, the
// article's own outlet left out.
func (v *view) chain(all []found, out []hearsay.Statement, at []int32) {
	by := v.mediums(all, out, at)
	for i := range out {
		var voices []int32
		for j, steps := int32(i), 0; j >= 0 && steps < 8; j, steps = out[j].Within, steps+1 {
			if e := out[j].Source.Entity; j == int32(i) || e < 0 || !v.ownOutlet(e) {
				voices = append(voices, e)
			}
			if by[j] >= 0 {
				voices = append(voices, by[j])
			}
		}
		for k := len(voices) - 1; k >= 0; k-- {
			if e := voices[k]; e >= 0 && (len(out[i].Chain) == 0 || out[i].Chain[len(out[i].Chain)-1] != e) {
				out[i].Chain = append(out[i].Chain, e)
			}
		}
	}
}

// via is the outlet that a source told it to, -1 for none: "told Reuters".
func (v *view) via(f *found, at []int32) int32 {
	if f.head < 0 {
		return -1
	}
	for _, k := range v.kids(f.head) {
		d := v.dep(k)
		if k < f.head || d != hearsay.DepObj && d != hearsay.DepIobj && d != hearsay.DepObl || anyHas(f.content, k) || anyHas(f.source, k) {
			continue
		}
		if m := at[k]; m >= 0 {
			if e := v.r.Mentions[m].Entity; e >= 0 && v.r.Entities[e].Kind == hearsay.KindMedia {
				return e
			}
		}
	}
	return -1
}

// aim finds what a denial, confirmation or answer is directed at: a statement
// within it, the question it answers, or the last one of somebody else.
func (v *view) aim(all []found, out []hearsay.Statement) {
	for i := range out {
		s := &out[i]
		switch s.Act {
		case hearsay.ActDeny, hearsay.ActConfirm, hearsay.ActDecline:
			s.Target = v.target(all, out, int32(i))
		}
	}
}

func (v *view) target(all []found, out []hearsay.Statement, i int32) int32 {
	for j := range out {
		if out[j].Within == i && out[j].Carried < 0 {
			return int32(j)
		}
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if out[j].Act == hearsay.ActQuestion && v.sameSentence(&all[i], &all[j]) {
			return j
		}
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		o := &out[j]
		if o.Act == hearsay.ActAssert && (o.Source.Entity < 0 || o.Source.Entity != out[i].Source.Entity) && j != out[i].Within {
			return j
		}
	}
	return -1
}

func (v *view) sameSentence(f, g *found) bool {
	x, y := v.extent(f), v.extent(g)
	return !x.empty() && !y.empty() && v.sentence[x.from] <= v.sentence[y.to-1] && v.sentence[y.from] <= v.sentence[x.to-1]
}
