package stories

// square is a symmetric table of numbers.
type square struct {
	n int
	x []float32
}

func newSquare(n int, at func(i, j int) float64) square {
	s := square{n, make([]float32, n*n)}
	for i := range n {
		for j := range i {
			v := float32(at(i, j))
			s.x[i*n+j], s.x[j*n+i] = v, v
		}
	}
	return s
}

func (s square) at(i, j int) float32     { return s.x[i*s.n+j] }
func (s square) set(i, j int, v float32) { s.x[i*s.n+j], s.x[j*s.n+i] = v, v }

// branch is a node of the tree of a group: a text, or two branches.
type branch struct {
	a, b int   // branches; -1 for a text
	docs []int // numbers in the group
	like float64
}

// grow builds the average-link tree of a group from the likeness of its texts:
// texts first, then the joins, the root last. Ties go to the lower numbers.
func grow(like square) []branch {
	n := like.n
	tree := make([]branch, 0, 2*n)
	for i := range n {
		tree = append(tree, branch{a: -1, b: -1, docs: []int{i}})
	}
	work := square{n, append([]float32(nil), like.x...)}
	g := grower{work: work, at: make([]int, n), live: make([]bool, n), best: make([]int, n)}
	for i := range n {
		g.at[i], g.live[i] = i, true
	}
	for i := range n {
		g.look(i)
	}
	for len(tree) < 2*n-1 {
		i := g.closest()
		j := g.best[i]
		a, b := g.at[i], g.at[j]
		docs := append(append(make([]int, 0, len(tree[a].docs)+len(tree[b].docs)), tree[a].docs...), tree[b].docs...)
		tree = append(tree, branch{a, b, docs, float64(work.at(i, j))})
		g.join(i, j, float32(len(tree[a].docs)), float32(len(tree[b].docs)))
		g.at[i] = len(tree) - 1
	}
	return tree
}

// grower holds the rows still apart, the branch of each, and the closest other
// row of each.
type grower struct {
	work square
	at   []int
	live []bool
	best []int
}

func (g *grower) look(i int) {
	g.best[i] = -1
	for j := range g.live {
		if j != i && g.live[j] && (g.best[i] < 0 || g.work.at(i, j) > g.work.at(i, g.best[i])) {
			g.best[i] = j
		}
	}
}

func (g *grower) closest() int {
	c := -1
	for i := range g.live {
		if g.live[i] && g.best[i] >= 0 && (c < 0 || g.work.at(i, g.best[i]) > g.work.at(c, g.best[c])) {
			c = i
		}
	}
	return c
}

// join folds row j, of weight nj, into row i, of weight ni.
func (g *grower) join(i, j int, ni, nj float32) {
	g.live[j] = false
	for k := range g.live {
		if g.live[k] && k != i {
			g.work.set(i, k, (ni*g.work.at(i, k)+nj*g.work.at(j, k))/(ni+nj))
		}
	}
	g.look(i)
	for k := range g.live {
		if !g.live[k] || k == i {
			continue
		}
		if g.best[k] == i || g.best[k] == j {
			g.look(k)
		} else if g.best[k] >= 0 && g.work.at(k, i) > g.work.at(k, g.best[k]) {
			g.best[k] = i
		}
	}
}
