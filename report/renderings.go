package report

import (
	"cmp"
	"slices"

	"hearsay"
)

// Renderings groups the statements of different articles that render one
// utterance: the same speaker, much the same words, and for words too few to
// tell utterances apart the same claim. What accounts of different texts word
// differently comes first and what copies repeat unchanged last, else in order of
// the first statement.
func Renderings(d *hearsay.Dossier) []hearsay.Rendering {
	var out []hearsay.Rendering
	x := renderer{d: d, speakers: newSpeakers(d), claims: claimsOf(d)}
	for _, s := range d.Stories {
		out = append(out, x.story(s.Articles)...)
	}
	x.order(out)
	return out
}

// order sorts renderings by how much they tell.
func (x *renderer) order(list []hearsay.Rendering) {
	text := copied(x.d)
	tells := func(g *hearsay.Rendering) int {
		apart := slices.ContainsFunc(g.Statements, func(s hearsay.Ref) bool { return text[s.Article] != text[g.Statements[0].Article] })
		worded := x.worded(g)
		switch {
		case worded && apart:
			return 0
		case worded:
			return 1
		case apart:
			return 2
		}
		return 3
	}
	rank := map[hearsay.Ref]int{}
	for i := range list {
		rank[list[i].Statements[0]] = tells(&list[i])
	}
	slices.SortStableFunc(list, func(p, q hearsay.Rendering) int {
		a, b := p.Statements[0], q.Statements[0]
		return cmp.Or(rank[a]-rank[b], int(a.Article-b.Article), int(a.Index-b.Index))
	})
}

// worded reports whether the statements of a rendering differ in their words.
func (x *renderer) worded(g *hearsay.Rendering) bool {
	first := x.utterance(g.Statements[0])
	return slices.ContainsFunc(g.Statements[1:], func(s hearsay.Ref) bool { return !slices.Equal(x.utterance(s).all, first.all) })
}

// copied gives the articles of one text one number, by article.
func copied(d *hearsay.Dossier) []int32 {
	text := make([]int32, len(d.Readings))
	for i := range text {
		text[i] = int32(i)
	}
	for _, c := range d.Copies {
		if c.Relation != hearsay.CopyExact && c.Relation != hearsay.CopyNear {
			continue
		}
		from, to := max(text[c.A], text[c.B]), min(text[c.A], text[c.B])
		for i := range text {
			if text[i] == from {
				text[i] = to
			}
		}
	}
	return text
}

type renderer struct {
	d        *hearsay.Dossier
	speakers speakers
	claims   map[hearsay.Ref][]int32
}

// utterance is what one statement gives of what was said.
type utterance struct {
	ref    hearsay.Ref
	spans  []hearsay.Span
	words  []string // of the quoted part when there is one
	all    []string // of the whole content
	group  int
	quoted bool
}

func (x *renderer) story(articles []int32) []hearsay.Rendering {
	var list []utterance
	order := slices.Clone(articles)
	slices.Sort(order)
	for _, a := range order {
		r := x.d.Readings[a]
		for i := range r.Statements {
			if u := x.utterance(hearsay.Ref{Article: a, Index: int32(i)}); len(u.all) > 0 {
				u.group = len(list)
				list = append(list, u)
			}
		}
	}
	for _, p := range candidates(list) {
		if list[p[0]].ref.Article != list[p[1]].ref.Article && root(list, p[0]) != root(list, p[1]) && x.same(&list[p[0]], &list[p[1]]) {
			join(list, p[0], p[1])
		}
	}
	return x.outermost(x.innermost(x.groups(list)))
}

// innermost drops the renderings of what passes on the words of another voice where
// that voice has a rendering of its own.
func (x *renderer) innermost(list []hearsay.Rendering) []hearsay.Rendering {
	var rendered []hearsay.Ref
	for _, g := range list {
		rendered = append(rendered, g.Statements...)
	}
	return slices.DeleteFunc(slices.Clone(list), func(g hearsay.Rendering) bool {
		return slices.ContainsFunc(g.Statements, func(s hearsay.Ref) bool {
			r := x.d.Readings[s.Article]
			return relayed(r, s.Index) && slices.ContainsFunc(rendered, func(t hearsay.Ref) bool {
				return t.Article == s.Article && lies(r, t.Index, s.Index)
			})
		})
	})
}

// lies reports whether a statement lies in another one, over statements between them.
func lies(r *hearsay.Reading, inner, outer int32) bool {
	for i := r.Statements[inner].Within; i >= 0; i = r.Statements[i].Within {
		if i == outer {
			return true
		}
	}
	return false
}

// outermost drops the renderings all of whose statements lie in longer ones of another
// rendering: what somebody in a quotation says is part of the quotation.
func (x *renderer) outermost(list []hearsay.Rendering) []hearsay.Rendering {
	cover := func(ref hearsay.Ref) hearsay.Span {
		return hearsay.Cover(x.d.Readings[ref.Article].Statements[ref.Index].Content)
	}
	return slices.DeleteFunc(slices.Clone(list), func(g hearsay.Rendering) bool {
		return slices.ContainsFunc(list, func(o hearsay.Rendering) bool {
			return !slices.ContainsFunc(g.Statements, func(s hearsay.Ref) bool {
				return !slices.ContainsFunc(o.Statements, func(t hearsay.Ref) bool {
					return s.Article == t.Article && s != t && cover(t).Contains(cover(s)) && cover(t).Len() > cover(s).Len()
				})
			})
		})
	})
}

func (x *renderer) utterance(ref hearsay.Ref) utterance {
	r := x.d.Readings[ref.Article]
	s := &r.Statements[ref.Index]
	u := utterance{ref: ref, spans: s.Content}
	for _, c := range s.Content {
		u.all = append(u.all, words(r, c)...)
	}
	u.words = u.all
	if s.Form != hearsay.Indirect {
		u.quoted = true
		if q := quotedWords(r, s.Content); len(q) > 0 {
			u.words = q
		}
	}
	return u
}

// relayed reports whether most of a statement's content is what an inner voice
// says: the utterance is that voice's.
func relayed(r *hearsay.Reading, index int32) bool {
	outer := hearsay.Cover(r.Statements[index].Content)
	for i := range r.Statements {
		inner := hearsay.Cover(r.Statements[i].Content)
		if int32(i) != index && r.Statements[i].Within == index && outer.Contains(inner) && inner.Len()*2 > outer.Len() {
			return true
		}
	}
	return false
}

// join puts the groups of two utterances together under the lower index.
func join(list []utterance, i, j int) {
	a, b := root(list, i), root(list, j)
	list[max(a, b)].group = min(a, b)
}

func root(list []utterance, i int) int {
	for list[i].group != i {
		i = list[i].group
	}
	return i
}

// groups collects the utterances that were joined. Of statements of one article
// over the same words, as of an outer and an inner voice, it keeps one.
func (x *renderer) groups(list []utterance) []hearsay.Rendering {
	members := map[int][]*utterance{}
	var roots []int
	for i := range list {
		k := root(list, i)
		if k == i {
			roots = append(roots, i)
		}
		members[k] = append(members[k], &list[i])
	}
	var out []hearsay.Rendering
	for _, k := range roots {
		m := tightest(members[k])
		if len(m) < 2 || m[0].ref.Article == m[len(m)-1].ref.Article {
			continue
		}
		g := hearsay.Rendering{Speaker: x.speakers.of(m[0].ref), Relation: x.relation(m)}
		for _, u := range m {
			g.Statements = append(g.Statements, u.ref)
			if g.Speaker < 0 {
				g.Speaker = x.speakers.of(u.ref)
			}
		}
		out = append(out, g)
	}
	return out
}

// tightest drops an utterance when another of the same article overlaps it and
// is closer to the words said.
func tightest(members []*utterance) []*utterance {
	var out []*utterance
	for _, u := range members {
		dropped := false
		for _, v := range members {
			if u == v || u.ref.Article != v.ref.Article || !hearsay.Cover(u.spans).Overlaps(hearsay.Cover(v.spans)) {
				continue
			}
			a, b := hearsay.Cover(u.spans).Len(), hearsay.Cover(v.spans).Len()
			dropped = dropped || b < a || b == a && v.ref.Index < u.ref.Index
		}
		if !dropped {
			out = append(out, u)
		}
	}
	return out
}
