package claims

import (
	"math"
	"slices"

	"hearsay"
)

// node is a set of features that one or more units have: copies and repetitions
// are held against the rest once.
type node struct {
	features    []feature
	total       float64
	root, agent int32
	asked       bool // a fragment that someone demands or promises
	scrap       bool // a fragment of next to no words
	denial      bool
	sought      bool
	units       []int32
}

// Weights of what only one of two units says, by whether it is the one that
// leaves less unshared: a short account of a long sentence is still an account
// of it.
const (
	unsharedShort = 0.7
	unsharedLong  = 0.3
)

// half is the share of all that two contents say that they must have in common
// when that is next to nothing: one telling word, or two words.
const half = 0.5

// A fragment of fewer features than scrapFeatures says the same only as what says
// hardly more.
const (
	scrapFeatures = 3
	most          = 0.75
)

// collapse gives equal units one node, except those that only name somebody, and "no
// rats" beside "rats", and weighs the features by how rare they are among nodes.
func (rd *reader) collapse(active []int32) []node {
	var nodes []node
	byKey := map[string]int32{}
	var key []byte
	for _, i := range active {
		u := &rd.units[i]
		key = key[:0]
		for _, f := range u.features {
			key = append(key, byte(f.id), byte(f.id>>8), byte(f.id>>16), byte(f.id>>24))
		}
		key = append(key, flag(u.asked), flag(u.denial), flag(u.fragment), flag(u.sought), byte(u.root), byte(u.root>>8), byte(u.root>>16), byte(u.agent), byte(u.agent>>8), byte(u.agent>>16), flag(u.negated && len(u.features) < 2))
		if rd.telling(u) == 0 {
			key = append(key, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
		}
		n, ok := byKey[string(key)]
		if !ok {
			n = int32(len(nodes))
			byKey[string(key)] = n
			nodes = append(nodes, node{features: slices.Clone(u.features), root: u.root, agent: u.agent, asked: u.asked, denial: u.denial, sought: u.sought, scrap: u.fragment && len(u.features) < scrapFeatures})
		}
		nodes[n].units = append(nodes[n].units, i)
		u.node = n
	}
	rd.weigh(nodes)
	return nodes
}

func (rd *reader) weigh(nodes []node) {
	clear(rd.vocab.counts)
	for i := range nodes {
		for _, f := range nodes[i].features {
			rd.vocab.counts[f.id]++
		}
	}
	rd.size = float64(len(nodes))
	for i := range nodes {
		rd.weighOne(&nodes[i])
	}
}

func (rd *reader) weighOne(n *node) {
	n.total = 0
	for k := range n.features {
		f := &n.features[k]
		rare := math.Log(1+rd.size/float64(max(1, rd.vocab.counts[f.id]))) / math.Log(1+rd.size)
		f.weight = strength[rd.vocab.kinds[f.id]] * (0.3 + 0.7*rare)
		n.total += f.weight
	}
}

// similar is how far two nodes say the same, 0 to 1. Numbers count when they are
// shared: that they differ makes a dispute, not another claim.
func (rd *reader) similar(a, b *node) float64 {
	var shared, one, other float64
	telling, count := 0, 0
	for i, j := 0, 0; i < len(a.features) || j < len(b.features); {
		switch {
		case j == len(b.features) || i < len(a.features) && a.features[i].id < b.features[j].id:
			one += rd.missed(a.features[i])
			i++
		case i == len(a.features) || a.features[i].id > b.features[j].id:
			other += rd.missed(b.features[j])
			j++
		default:
			shared += a.features[i].weight
			count++
			if k := rd.vocab.kinds[a.features[i].id]; k == word || k == action {
				telling++
			}
			i++
			j++
		}
	}
	if telling == 0 || (telling < 2 || count < 3 && !held(a, b, one, other)) && shared < half*(shared+one+other) {
		return 0
	}
	if (a.scrap || b.scrap) && shared < most*(shared+one+other) {
		return 0
	}
	f := rd.sameAct(a, b)
	s := f * overlap(shared, one, other)
	if s < sameFrom && s >= nearlyFrom && rd.akin(a, b, count) {
		m := rd.kin(a, b)
		s = f * overlap(shared+m, one-m, other-m)
	}
	return s
}

// nearlyFrom is the similarity from which words of like meaning are looked for.
const nearlyFrom = 0.35

// overlap is the share of two contents that is common to both.
func overlap(shared, one, other float64) float64 {
	return shared / (shared + unsharedShort*min(one, other) + unsharedLong*max(one, other))
}

// held reports whether one of two nodes is wholly in the other, its predicate among
// what is shared.
func held(a, b *node, one, other float64) bool {
	return one == 0 && a.root >= 0 && has(b, a.root) && !a.scrap || other == 0 && b.root >= 0 && has(a, b.root) && !b.scrap
}

func (rd *reader) missed(f feature) float64 {
	if rd.vocab.kinds[f.id] == number {
		return 0
	}
	return f.weight
}

// directive reports whether an act wants something done.
func directive(a hearsay.Act) bool {
	return a == hearsay.ActDemand || a == hearsay.ActPromise || a == hearsay.ActWarn
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// Factors for what sets two contents apart.
const (
	otherPredicate = 0.8 // the predicate of one is not in the other
	otherAgent     = 0.8 // the subjects differ
	otherPerson    = 0.6 // and are of one kind, so that one cannot stand for the other
	exchanged      = 0.5 // each is in the other, in another part of the same act
)

// sameAgent lowers the similarity of contents with different subjects.
func (rd *reader) sameAgent(a, b *node) float64 {
	switch {
	case a.agent < 0 || b.agent < 0 || a.agent == b.agent || rd.vocab.kinds[a.agent] != name || rd.vocab.kinds[b.agent] != name:
		return 1
	case a.asked && b.asked:
		return exchanged * otherAgent
	case has(a, b.agent) && has(b, a.agent) && a.root != b.root:
		return 1
	case has(a, b.agent) && has(b, a.agent):
		return exchanged
	case rd.vocab.person[a.agent] == rd.vocab.person[b.agent]:
		return otherPerson
	}
	return otherAgent
}

// sameAct lowers the similarity of units whose predicates are not found in one
// another, or that tell the same of different people; of what is wanted and what
// is so; and of a denial and what it denies.
func (rd *reader) sameAct(a, b *node) float64 {
	f := 1.0
	if a.asked != b.asked {
		f *= 0.45
	}
	if a.denial != b.denial {
		f *= 0.5
	}
	if a.sought != b.sought {
		f *= exchanged
	}
	if rd.exclusive(a, b) {
		f *= exchanged
	}
	if a.root >= 0 && !has(b, a.root) {
		f *= otherPredicate
	}
	if b.root >= 0 && !has(a, b.root) {
		f *= otherPredicate
	}
	return f * rd.sameAgent(a, b)
}

func has(n *node, id int32) bool { return includes(n.features, id) }

func includes(features []feature, id int32) bool {
	_, ok := slices.BinarySearchFunc(features, id, func(f feature, id int32) int { return int(f.id - id) })
	return ok
}
