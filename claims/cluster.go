package claims

import (
	"cmp"
	"slices"
)

// Similarity from which two units say the same, and the mean that their
// clusters must have.
const (
	sameFrom = 0.50
	meanFrom = 0.38
)

// edge joins two nodes that may say the same.
type edge struct {
	a, b  int32
	score float64
	sure  bool // known from the structure of the text, not from words
}

// clusters is a partition of nodes that grows together.
type clusters struct {
	parent  []int32
	members [][]int32
}

func newClusters(n int) *clusters {
	c := &clusters{parent: make([]int32, n), members: make([][]int32, n)}
	for i := range c.parent {
		c.parent[i], c.members[i] = int32(i), []int32{int32(i)}
	}
	return c
}

func (c *clusters) find(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

func (c *clusters) join(a, b int32) {
	a, b = c.find(a), c.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	c.parent[b] = a
	c.members[a] = append(c.members[a], c.members[b]...)
	c.members[b] = nil
}

// group joins nodes along edges, the surest first, as long as the clusters that
// an edge would join are similar on the whole; then the clusters of identities, whose
// clauses have few words in common.
func (rd *reader) group(edges, identities []edge) *clusters {
	slices.SortStableFunc(edges, func(x, y edge) int {
		if x.sure != y.sure {
			if x.sure {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	c := newClusters(len(rd.nodes))
	for _, e := range edges {
		a, b := c.find(e.a), c.find(e.b)
		if a == b || !e.sure && (rd.mean(c.members[a], c.members[b]) < meanFrom || rd.atOdds(c.members[a], c.members[b])) {
			continue
		}
		c.join(a, b)
	}
	for _, e := range identities {
		c.join(e.a, e.b)
	}
	return c
}

// atOdds reports whether some of one cluster tell the opposite of some of another, or
// the same of another side.
func (rd *reader) atOdds(a, b []int32) bool {
	for _, i := range a[:min(len(a), representatives)] {
		for _, j := range b[:min(len(b), representatives)] {
			if rd.exclusive(&rd.nodes[i], &rd.nodes[j]) {
				return true
			}
		}
	}
	return false
}

// representatives bounds the cost of a mean.
const representatives = 8

func (rd *reader) mean(a, b []int32) float64 {
	a, b = a[:min(len(a), representatives)], b[:min(len(b), representatives)]
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += rd.similar(&rd.nodes[i], &rd.nodes[j])
		}
	}
	return sum / float64(len(a)*len(b))
}
