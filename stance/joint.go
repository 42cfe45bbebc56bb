package stance

import (
	"math"
	"strings"
	"sync"
)

// joint is the evidence on each pair that the others give: what like accounts
// tell of the same headline, what the same account tells of like headlines.
type joint struct {
	set    *Set
	found  []pairEvidence
	views  []view
	ofHead [][]int // pairs of each headline
	ofBody [][]int // pairs of each account
	bodies likeness
	heads  likeness
}

// likeness keeps cosines of texts of one kind.
type likeness struct {
	texts []*Text
	known map[[2]int]float64
}

func (l *likeness) of(a, b int) float64 {
	if a > b {
		a, b = b, a
	}
	x, ok := l.known[[2]int{a, b}]
	if !ok {
		x = cosine(l.texts[a], l.texts[b])
		l.known[[2]int{a, b}] = x
	}
	return x
}

func newJoint(set *Set, found []pairEvidence, views []view) *joint {
	j := &joint{set: set, found: found, views: views, ofHead: make([][]int, len(set.Headlines)), ofBody: make([][]int, len(set.Bodies)),
		bodies: likeness{set.Bodies, map[[2]int]float64{}}, heads: likeness{set.Headlines, map[[2]int]float64{}}}
	for i, p := range set.Pairs {
		j.ofHead[p.Headline] = append(j.ofHead[p.Headline], i)
		j.ofBody[p.Body] = append(j.ofBody[p.Body], i)
	}
	for _, lists := range [][][]int{j.ofHead, j.ofBody} {
		for i := range lists {
			lists[i] = spread(lists[i], company)
		}
	}
	return j
}

// company is how many others a pair is judged among at most, so that the work
// does not grow with the square of the set.
const company = 400

// spread takes n of a list, evenly.
func spread(list []int, n int) []int {
	if len(list) <= n {
		return list
	}
	out := make([]int, n)
	for i := range out {
		out[i] = list[i*len(list)/n]
	}
	return out
}

// pool is a weighted mean of views.
type pool struct {
	weight, related float64
	relatedWeight   float64
	shares          shares
}

func (p *pool) add(v view, weight float64) {
	p.weight += weight
	p.related += weight * v.related
	w := weight * v.related
	p.relatedWeight += w
	for k := range p.shares {
		p.shares[k] += w * v.shares[k]
	}
}

// row adds the mean, drawn towards the pair's own view where the pool is small.
func (p *pool) row(r *row, name string, own view) {
	r.add(name+".weight", p.weight)
	r.add(name+".related", (p.related+.3*own.related)/(p.weight+.3))
	for k := range p.shares {
		r.add(name+"."+labelNames[k], (p.shares[k]+.3*own.shares[k])/(p.relatedWeight+.3))
	}
}

// relating adds the evidence of the others on whether a pair is related.
func (j *joint) relating(i int, r *row) {
	p, own := j.set.Pairs[i], j.views[i]
	r.add("joint.own", logit(own.related))
	var accounts, headlines pool
	best, at := 0.0, 0.0
	rank, rival := 0.0, 0.0
	for _, o := range j.ofHead[p.Headline] {
		b := j.set.Pairs[o].Body
		if b == p.Body {
			continue
		}
		x := j.bodies.of(p.Body, b)
		accounts.add(j.views[o], x*x)
		if v := j.views[o].related * x; v > best {
			best, at = v, x
		}
		if j.views[o].related > own.related {
			rank++
		}
		rival = max(rival, j.views[o].related)
	}
	nearest := 0.0
	for _, o := range j.ofBody[p.Body] {
		h := j.set.Pairs[o].Headline
		if h == p.Headline {
			continue
		}
		x := j.heads.of(p.Headline, h)
		headlines.add(j.views[o], x*x)
		nearest = max(nearest, j.views[o].related*x)
	}
	accounts.row(r, "joint.accounts", own)
	headlines.row(r, "joint.headlines", own)
	r.add("joint.best", best)
	r.add("joint.at", at)
	r.add("joint.nearest", nearest)
	r.add("joint.rank", rank)
	r.add("joint.rival", rival)
	r.add("joint.centre", j.centre(p, own))
}

// centre is how near the account is to the middle of the other accounts that the
// headline seems to belong to.
func (j *joint) centre(p Pair, own view) float64 {
	sum, weight := 0.0, 0.0
	for _, o := range j.ofHead[p.Headline] {
		b := j.set.Pairs[o].Body
		if b == p.Body || j.views[o].related < .5 {
			continue
		}
		sum += j.bodies.of(p.Body, b)
		weight++
	}
	return ratio(sum, weight)
}

// bearing adds the evidence of the others on the stance of a pair.
func (j *joint) bearing(i int, r *row) {
	p, own := j.set.Pairs[i], j.views[i]
	for k := range own.shares {
		r.add("own."+labelNames[k], own.shares[k])
	}
	var body, head, accounts, headlines pool
	for _, o := range j.ofBody[p.Body] {
		h := j.set.Pairs[o].Headline
		if h == p.Headline {
			continue
		}
		body.add(j.views[o], 1)
		x := j.heads.of(p.Headline, h)
		headlines.add(j.views[o], x*x)
	}
	for _, o := range j.ofHead[p.Headline] {
		b := j.set.Pairs[o].Body
		if b == p.Body {
			continue
		}
		head.add(j.views[o], 1)
		x := j.bodies.of(p.Body, b)
		accounts.add(j.views[o], x*x)
	}
	body.row(r, "body", own)
	head.row(r, "head", own)
	headlines.row(r, "headlines", own)
	accounts.row(r, "accounts", own)
	c := compare()
	j.against(i, j.ofHead[p.Headline], c.account, r)
	j.against(i, j.ofBody[p.Body], c.headline, r)
}

// against adds by how much the pair has more of some columns than the related
// ones among others.
func (j *joint) against(i int, others, columns []int, r *row) {
	mean, weight := make([]float64, len(columns)), 0.0
	for _, o := range others {
		if j.set.Pairs[o] == j.set.Pairs[i] {
			continue
		}
		w := j.views[o].related
		weight += w
		for k, c := range columns {
			mean[k] += w * float64(j.found[o].row[c])
		}
	}
	for k, c := range columns {
		x := 0.0
		if weight > .5 {
			x = float64(j.found[i].row[c]) - mean[k]/weight
		}
		r.add("against", x)
	}
}

// compared are the columns in which accounts of one headline, and headlines of
// one account, are set against each other.
type compared struct{ account, headline []int }

var compare = sync.OnceValue(func() compared {
	var c compared
	for i, name := range columns() {
		group, class, _ := strings.Cut(name, ".")
		class, soft := strings.CutPrefix(class, "kin.")
		switch class {
		case "refute", "deny", "doubt", "unverified", "rumour", "hedge", "confirm", "correct", "satire", "negate", "actual", "question", "report", "said":
		default:
			continue
		}
		switch {
		case group == "head":
			c.headline = append(c.headline, i)
		case group == "near", group == "lead", group == "whole", group == "best" && soft:
			c.account = append(c.account, i)
		}
	}
	return c
})

func logit(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}
