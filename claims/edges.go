package claims

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// sameVoice is what a common source adds to the similarity of two contents.
const sameVoice = 0.08

// oppositeFrom is the similarity from which a negated content is held against an
// affirmed one: a denial must be about the very thing, and a word alone is none.
const oppositeFrom = 0.58

// opposite reports whether one of two nodes is negated and the other is not.
func (rd *reader) opposite(a, b *node) bool {
	return rd.units[a.units[0]].negated != rd.units[b.units[0]].negated
}

// deniesIt reports whether the negated one of two nodes is about the other: they
// share more than a word, and it has the predicate of the other. Who has not seen the
// papers does not deny that they seem genuine.
func (rd *reader) deniesIt(a, b *node) bool {
	if rd.units[b.units[0]].negated {
		a, b = b, a
	}
	if a.root >= 0 && b.root >= 0 && !has(a, b.root) || rd.ofNone(a.units[0]) {
		return false
	}
	n := 0
	for _, f := range a.features {
		if has(b, f.id) {
			n++
		}
	}
	return n > 1
}

// ofNone reports whether a clause tells a thing of none of some others: "neither is
// named Munn" does not deny that the woman is.
func (rd *reader) ofNone(unit int32) bool {
	r := rd.d.Readings[rd.units[unit].ref.Article]
	for _, i := range within(r, rd.units[unit].spans) {
		switch t := r.Tokens[i]; t.Dep {
		case hearsay.DepNsubj, hearsay.DepNsubjPass:
			if w := strings.ToLower(t.Of(r.Article.Text)); w == "neither" || w == "none" {
				return true
			}
		}
	}
	return false
}

// edges lists the pairs of nodes that may say the same: by their words, by a
// passage that was copied, or because one statement holds the other.
func (rd *reader) edges(active []int32) []edge {
	var edges []edge
	nodes := rd.nodes
	voices := make([][]string, len(nodes))
	for i := range nodes {
		voices[i] = rd.voices(&nodes[i])
	}
	for i := range nodes {
		for _, j := range rd.index.near(&nodes[i], int32(i)+1) {
			s := rd.similar(&nodes[i], &nodes[j])
			if s > 0 && slices.ContainsFunc(voices[i], func(v string) bool { return slices.Contains(voices[j], v) }) {
				s += sameVoice
			}
			if s >= sameFrom && (!rd.opposite(&nodes[i], &nodes[j]) || s >= oppositeFrom && rd.deniesIt(&nodes[i], &nodes[j])) && !rd.heldApart(&nodes[i], &nodes[j]) {
				edges = append(edges, edge{a: int32(i), b: j, score: s})
			}
		}
	}
	edges = append(edges, rd.nested(active)...)
	edges = append(edges, rd.verbatim(active)...)
	edges = append(edges, rd.retold(active)...)
	return append(edges, rd.copied(active)...)
}

// heldApart reports whether some article has one content inside the other with
// much left over: then the words they share are the same words of the text, and
// no sign that they say the same.
func (rd *reader) heldApart(a, b *node) bool {
	const few = 8
	for _, i := range a.units[:min(len(a.units), few)] {
		for _, j := range b.units[:min(len(b.units), few)] {
			u, v := &rd.units[i], &rd.units[j]
			if u.ref.Article != v.ref.Article {
				continue
			}
			if covers(u.spans, v.spans) && rd.left(i, j) > residue || covers(v.spans, u.spans) && rd.left(j, i) > residue {
				return true
			}
		}
	}
	return false
}

// voices names the sources of a node's statements, at most eight.
func (rd *reader) voices(n *node) []string {
	var out []string
	for _, i := range n.units[:min(len(n.units), 8)] {
		ref := rd.units[i].ref
		e := rd.statement(ref).Source.Entity
		if e < 0 {
			continue
		}
		if k := rd.names[hearsay.Ref{Article: ref.Article, Index: e}]; k != "" {
			out = append(out, k)
		}
	}
	return out
}

// residue is the share of a content's weight that a statement inside it may
// leave over for both to say the same.
const residue = 0.35

// nested joins a statement with the one that holds it, when what the outer one
// says beside is little more than who said it.
func (rd *reader) nested(active []int32) []edge {
	var edges []edge
	for _, i := range active {
		inner := &rd.units[i]
		parent := rd.statement(inner.ref).Within
		if parent < 0 || inner.whole != i {
			continue
		}
		ref := hearsay.Ref{Article: inner.ref.Article, Index: parent}
		w, ok := rd.of[ref]
		if !ok {
			continue
		}
		outers := []int32{w}
		if rd.units[w].apart {
			outers = rd.units[w].parts
		}
		for _, o := range outers {
			if rd.units[o].denial == inner.denial && covers(rd.units[o].spans, inner.spans) && rd.left(o, i) <= residue {
				edges = append(edges, edge{a: rd.units[o].node, b: inner.node, score: 1, sure: true})
			}
		}
	}
	return edges
}

func covers(outer, inner []hearsay.Span) bool {
	for _, s := range inner {
		if !slices.ContainsFunc(outer, func(o hearsay.Span) bool { return o.Contains(s) }) {
			return false
		}
	}
	return true
}

// left is the weight of what an outer unit says beside an inner statement and
// its source and cue, as a share of the weight of the inner one. That someone
// demands or promises something is itself said by the outer one.
func (rd *reader) left(outer, inner int32) float64 {
	ref := rd.units[inner].ref
	s, r := rd.statement(ref), rd.d.Readings[ref.Article]
	if onlyTells(r, within(r, rd.units[outer].spans), s) {
		return 0
	}
	told := unit{speaker: -1}
	if !directive(s.Act) {
		rd.features(&told, r, ref.Article, within(r, slices.Concat(s.Source.Spans, s.Cue)))
	}
	sum, whole := 0.0, &rd.nodes[rd.units[inner].node]
	for _, f := range rd.nodes[rd.units[outer].node].features {
		_, said := slices.BinarySearchFunc(told.features, f.id, func(g feature, id int32) int { return int(g.id - id) })
		if !said && !has(whole, f.id) {
			sum += f.weight
		}
	}
	return sum / max(whole.total, 1e-9)
}

// onlyTells reports whether a clause tells that a statement inside it was made and
// nothing beside: its predicate is the verb of the statement's cue, and what that verb
// introduces is the statement's content.
func onlyTells(r *hearsay.Reading, outer []int32, inner *hearsay.Statement) bool {
	if directive(inner.Act) || bears(inner.Act) || len(inner.Content) == 0 {
		return false
	}
	head := top(r, outer)
	if head < 0 || !verbal(r.Tokens[head].Tag) || !slices.ContainsFunc(inner.Cue, func(s hearsay.Span) bool { return s.Contains(r.Tokens[head].Span) }) {
		return false
	}
	content := within(r, inner.Content)
	clause := child(r, outer, head, hearsay.DepCcomp)
	if clause < 0 || !slices.Contains(content, clause) {
		return false
	}
	return !slices.ContainsFunc(outer, func(i int32) bool {
		t := r.Tokens[i]
		return t.Head == head && t.Start > r.Tokens[clause].Start && (t.Dep == hearsay.DepConj || t.Dep == hearsay.DepParataxis || t.Dep == hearsay.DepAdvcl) && !slices.Contains(content, i)
	})
}

// utteranceWords are so many in a row that they are one speaker's, whoever is named.
const utteranceWords = 8

// verbatim joins clauses that are the same word for word, however little they tell
// ("they're all still there"); of two words or less it could be anything. What is wanted is
// one thing only of one who wants it.
func (rd *reader) verbatim(active []int32) []edge {
	var edges []edge
	first := map[string]int32{}
	for _, i := range active {
		u := &rd.units[i]
		words := rd.words(u)
		if u.fragment || len(words) < 3 || len(words) < utteranceWords && slices.ContainsFunc(words, firstPerson) {
			continue
		}
		key := strings.Join(words, " ")
		if u.asked {
			key += " " + strconv.Itoa(int(u.agent))
		}
		if n, known := first[key]; !known {
			first[key] = u.node
		} else if n != u.node {
			edges = append(edges, edge{a: n, b: u.node, score: 1, sure: true})
		}
	}
	return edges
}

// Two clauses of different articles are one told longer and shorter when the shorter one
// has retoldWords, both have its first runWords, and runs of so many that both have cover
// retoldShare of it.
const (
	runWords    = 5
	retoldWords = 8
	retoldShare = 0.75
	retoldMost  = 1.6 // times as many words: what says more is not the same
	commonRun   = 50  // a run of more units than this is a formula
)

// retold joins clauses that are told in the same words, one of them with more or less
// around it.
func (rd *reader) retold(active []int32) []edge {
	type place struct {
		unit  int32
		first bool
	}
	var edges []edge
	seen := map[string][]place{} // by run of words
	size := map[int32]int{}      // words, by unit
	for _, i := range active {
		words := rd.words(&rd.units[i])
		if size[i] = len(words); rd.units[i].fragment || len(words) < retoldWords {
			continue
		}
		shared, first, opens := map[int32]int{}, map[int32]bool{}, map[int32]bool{}
		for k := range len(words) - runWords + 1 {
			run := strings.Join(words[k:k+runWords], " ")
			for _, p := range seen[run] {
				shared[p.unit]++
				first[p.unit] = first[p.unit] || k == 0
				opens[p.unit] = opens[p.unit] || p.first
			}
			if len(seen[run]) < commonRun {
				seen[run] = append(seen[run], place{i, k == 0})
			}
		}
		for _, j := range slices.Sorted(maps.Keys(shared)) {
			short, long, starts := size[i], size[j], first[j]
			if long < short {
				short, long, starts = long, short, opens[j]
			}
			if starts && float64(shared[j]+runWords-1) >= retoldShare*float64(short) && float64(long) <= retoldMost*float64(short) && rd.mayRetell(i, j) {
				edges = append(edges, edge{a: rd.units[j].node, b: rd.units[i].node, score: 1, sure: true})
			}
		}
	}
	return edges
}

// mayRetell reports whether nothing but their words sets two units apart.
func (rd *reader) mayRetell(i, j int32) bool {
	u, v := &rd.units[i], &rd.units[j]
	return u.ref.Article != v.ref.Article && u.node != v.node && u.negated == v.negated && u.denial == v.denial &&
		u.asked == v.asked && !(u.asked && u.agent != v.agent) && !rd.exclusive(&rd.nodes[u.node], &rd.nodes[v.node])
}

// words are the words of a unit in lower case.
func (rd *reader) words(u *unit) []string {
	r := rd.d.Readings[u.ref.Article]
	var out []string
	for _, t := range within(r, u.spans) {
		if w := r.Tokens[t].Of(r.Article.Text); wordlike(w) {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

// Bounds on the work that copies make: every article is aligned with the first
// articles it shares text with, and by them with the rest.
const copiesPerArticle = 4

// copied joins units that stand at the same place of a passage that two articles
// share.
func (rd *reader) copied(active []int32) []edge {
	byArticle := map[int32][]int32{}
	for _, i := range active {
		a := rd.units[i].ref.Article
		byArticle[a] = append(byArticle[a], i)
	}
	used := map[int32]int{}
	var edges []edge
	for _, c := range rd.d.Copies {
		if len(byArticle[c.A]) == 0 || used[c.B] >= copiesPerArticle {
			continue
		}
		used[c.B]++
		for _, run := range c.Shared {
			for _, i := range byArticle[c.A] {
				for _, j := range byArticle[c.B] {
					if rd.units[i].node != rd.units[j].node && samePlace(run, rd.units[i].spans, rd.units[j].spans) {
						edges = append(edges, edge{a: rd.units[i].node, b: rd.units[j].node, score: 1, sure: true})
					}
				}
			}
		}
	}
	return edges
}

// samePlace reports whether two contents lie inside a shared run and cover much
// the same of it.
func samePlace(run hearsay.Shared, a, b []hearsay.Span) bool {
	p, q := hearsay.Cover(a), hearsay.Cover(b)
	if !run.A.Contains(p) || !run.B.Contains(q) || run.A.Empty() || run.B.Empty() {
		return false
	}
	scale := float64(run.B.Len()) / float64(run.A.Len())
	start, end := float64(p.Start-run.A.Start)*scale, float64(p.End-run.A.Start)*scale
	from, to := float64(q.Start-run.B.Start), float64(q.End-run.B.Start)
	both := min(end, to) - max(start, from)
	return both >= 0.85*(max(end, to)-min(start, from))
}
