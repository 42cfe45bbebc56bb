package claims

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"hearsay"
	"hearsay/lang/en"
)

// accounts finds the claims of a story that tell of one event what cannot both be so:
// the same act on the same thing by another side ("the army shelled the hospital",
// "rebels shelled the hospital"), or an act and its opposite ("the council accepted
// the plan", "rejected"). Only claims that several voices hold apart are set against
// each other.
func (v voices) accounts() []hearsay.Contradiction {
	byStory := make([][]int32, len(v.d.Stories))
	for i := range v.d.Claims {
		s := v.d.Claims[i].Story
		byStory[s] = append(byStory[s], int32(i))
	}
	names := nameAll(v.d)
	var out []hearsay.Contradiction
	for _, list := range byStory {
		rd, active := wordings(v.d, names, list)
		nodes := rd.collapse(active)
		ix := newIndex(nodes, len(rd.vocab.kinds))
		for i := range nodes {
			for _, j := range ix.near(&nodes[i], int32(i)+1) {
				if !rd.exclude(&nodes[i], &nodes[j]) {
					continue
				}
				if x, ok := v.apart(list[nodes[i].units[0]], list[nodes[j].units[0]]); ok {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// wordings reads the wordings of claims as units, one a claim in their order.
func wordings(d *hearsay.Dossier, names naming, claims []int32) (*reader, []int32) {
	rd := newReader(d, names)
	var active []int32
	for _, c := range claims {
		w := d.Claims[c].Wording
		u := rd.unit(worded(&d.Claims[c]), d.Readings[w.Article], []hearsay.Span{w.Span}, int32(len(rd.units)))
		active = append(active, int32(len(rd.units)))
		rd.units = append(rd.units, u)
	}
	return rd, active
}

// apart sets the statements that hold one claim against those that hold another; ok is
// false when a voice speaks on both sides, or both are told of different times.
func (v voices) apart(a, b int32) (hearsay.Contradiction, bool) {
	x := hearsay.Contradiction{Claim: a, Kind: hearsay.ByAccount, A: v.holding(a), B: v.holding(b)}
	for _, p := range x.A {
		for _, q := range x.B {
			if p == q || v.one(p, q) || v.otherTime(p, q) {
				return x, false
			}
		}
	}
	return x, len(x.A) > 0 && len(x.B) > 0
}

// holding lists the statements that hold a claim to be so.
func (v voices) holding(claim int32) []hearsay.Ref {
	var out []hearsay.Ref
	for _, p := range v.d.Claims[claim].Positions {
		if p.Stance == hearsay.StanceAsserts || p.Stance == hearsay.StanceConfirms {
			out = append(out, p.Statement)
		}
	}
	return out
}

// restShared is the share of what two contents say beside act and doer that the
// shorter one must have in common with the other.
const restShared = 0.6

// exclude reports whether two affirmed clauses cannot both be so.
func (rd *reader) exclude(a, b *node) bool {
	u, w := &rd.units[a.units[0]], &rd.units[b.units[0]]
	if u.negated || w.negated || u.unsure || w.unsure || u.fragment || w.fragment || a.asked || b.asked || a.root < 0 || b.root < 0 {
		return false
	}
	if rd.otherKin(u, w) {
		return true
	}
	p, q := rd.doingOf(u), rd.doingOf(w)
	switch {
	case a.root == b.root:
		return rd.single(a.root) && p.patient >= 0 && p.patient == q.patient && p.definite && q.definite && rd.otherSide(a, b) && rd.rest(a, b)
	case rd.opposites(a.root, b.root):
		return a.agent >= 0 && a.agent == b.agent && p.patient == q.patient && rd.rest(a, b)
	}
	return false
}

// otherKin reports whether two clauses say that somebody is to the same person what
// one cannot both be: his son and his daughter.
func (rd *reader) otherKin(u, w *unit) bool {
	i, ok := rd.identityOf(u)
	j, both := rd.identityOf(w)
	return ok && both && i.of == j.of && rd.opposites(i.role, j.role) && (u.agent < 0 || w.agent < 0 || u.agent == w.agent || rd.vocab.kinds[u.agent] != name || rd.vocab.kinds[w.agent] != name)
}

// doing is to whom a clause tells that something is done.
type doing struct {
	patient  int32 // feature; -1 for unknown
	definite bool  // a certain one
}

func (rd *reader) doingOf(u *unit) doing {
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	root, _ := predicate(r, tokens)
	d := doing{patient: -1}
	if root < 0 {
		return d
	}
	p := child(r, tokens, root, hearsay.DepObj, hearsay.DepNsubjPass)
	if p < 0 {
		return d
	}
	d.definite = r.Tokens[p].Tag == hearsay.TagNNP || slices.ContainsFunc(tokens, func(i int32) bool {
		t := r.Tokens[i]
		return t.Head == p && (t.Dep == hearsay.DepNmodPoss || t.Dep == hearsay.DepDet && definite(strings.ToLower(t.Of(r.Article.Text))))
	})
	if key, _, _ := rd.mention(r, u.ref.Article, p, u.speaker); key != "" {
		d.patient = rd.vocab.id(key, name)
		return d
	}
	if key, _, k := term(r, []int32{p}); key != "" {
		d.patient = rd.vocab.id(key, k)
	}
	return d
}

// mayBeOne is the likeness from which two nouns may mean the same people.
const mayBeOne = 0.5

// exclusive reports whether two nodes tell an act and its opposite, or of different
// sides a single act or what each is ready for.
func (rd *reader) exclusive(a, b *node) bool {
	if a.root < 0 || b.root < 0 {
		return false
	}
	return rd.opposites(a.root, b.root) || a.root == b.root && (rd.single(a.root) || exclusions().own[rd.vocab.keys[a.root]]) && rd.otherSide(a, b)
}

// otherSide reports whether two nodes tell of different doers: two names of one sort
// and of two countries, none in the other clause, or two nouns of unlike meaning. A
// name and a noun may be one: "Smith", "her husband".
func (rd *reader) otherSide(a, b *node) bool {
	if a.agent < 0 || b.agent < 0 || a.agent == b.agent || has(a, b.agent) || has(b, a.agent) {
		return false
	}
	v := &rd.vocab
	if v.kinds[a.agent] == name && v.kinds[b.agent] == name {
		n, m := rd.country(v.keys[a.agent]), rd.country(v.keys[b.agent])
		if n != "" && m != "" {
			return n != m
		}
		return v.person[a.agent] == v.person[b.agent]
	}
	x, y := v.vectors[a.agent], v.vectors[b.agent]
	return x.Weight() > 0 && y.Weight() > 0 && x.Like(y) < mayBeOne
}

// country is the key of the country that a name belongs to, itself for a country's.
func (rd *reader) country(name string) string {
	if n := rd.nations[name]; n != "" {
		return n
	}
	if _, err := strconv.Atoi(strings.TrimPrefix(name, "@")); err == nil {
		return ""
	}
	return name
}

// rest reports whether what two clauses say beside act and doer is much the same, and
// something that tells what it is about.
func (rd *reader) rest(a, b *node) bool {
	var shared, one, other float64
	telling := false
	beside := func(f feature, n *node) bool {
		return f.id != n.root && f.id != n.agent && rd.vocab.kinds[f.id] != number
	}
	for _, f := range a.features {
		switch {
		case !beside(f, a):
		case has(b, f.id):
			shared += f.weight
			telling = telling || rd.vocab.kinds[f.id] != quality
		default:
			one += f.weight
		}
	}
	for _, f := range b.features {
		if beside(f, b) && !has(a, f.id) {
			other += f.weight
		}
	}
	return telling && shared >= restShared*(shared+min(one, other))
}

// opposites reports whether one of two acts excludes the other.
func (rd *reader) opposites(a, b int32) bool {
	return slices.Contains(exclusions().opposites[rd.vocab.keys[a]], rd.vocab.keys[b])
}

func (rd *reader) single(act int32) bool { return exclusions().single[rd.vocab.keys[act]] }

type exclusion struct {
	opposites   map[string][]string
	single, own map[string]bool
}

// exclusions are the lists of en by the keys of features.
var exclusions = sync.OnceValue(func() exclusion {
	key := func(w string) string {
		if class, ok := en.Synonym(w); ok {
			return class
		}
		return stem(w)
	}
	x := exclusion{map[string][]string{}, map[string]bool{}, map[string]bool{}}
	for _, p := range en.Opposites() {
		a, b := key(p[0]), key(p[1])
		x.opposites[a] = append(x.opposites[a], b)
		x.opposites[b] = append(x.opposites[b], a)
	}
	for _, w := range en.Singles() {
		x.single[key(w)] = true
	}
	for _, w := range en.Owns() {
		x.own[key(w)] = true
	}
	return x
})
