package stories

import "math"

// othersNames are the evidence on a pair of texts when the other texts of the
// group are heard, in the order of others. Weights are learnt by Learn.
var othersNames = [...]string{
	"others-bias",
	"others-pair",       // evidence on the pair alone
	"others-alike",      // correlation of what both have in common with each of the others
	"others-shared",     // share of the texts told with either that are told with both
	"others-few",        // 1 over the root of the size of the group
	"others-few-alike",  //
	"others-few-shared", //
}

type others [len(othersNames)]float64

func (w *others) dot(x *others) float64 {
	s := 0.0
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

// company is the chances, from evidence in logits, that texts of a group tell one
// event, by pair.
type company struct {
	alone     square
	rows      [][]float64
	sum, mean []float64 // of each row
	spread    []float64 // root of the sum of squares about the mean
}

func companyOf(alone square) *company {
	n := alone.n
	c := &company{alone, make([][]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	for i := range n {
		row := make([]float64, n)
		for j := range row {
			if row[j] = 1; j != i {
				row[j] = float64(chance(alone.at(i, j)))
			}
			c.sum[i] += row[j]
		}
		c.mean[i] = c.sum[i] / float64(n)
		for _, x := range row {
			c.spread[i] += (x - c.mean[i]) * (x - c.mean[i])
		}
		c.spread[i] = math.Sqrt(c.spread[i])
		c.rows[i] = row
	}
	return c
}

// of is the evidence on texts i and j.
func (c *company) of(i, j int) *others {
	a, b := c.rows[i], c.rows[j]
	alike, both := 0.0, 0.0
	for k, x := range a {
		if k == i || k == j {
			continue
		}
		alike += (x - c.mean[i]) * (b[k] - c.mean[j])
		both += min(x, b[k])
	}
	alike /= c.spread[i]*c.spread[j] + .1
	either := max(0, c.sum[i]+c.sum[j]-2-2*a[j]-both)
	shared := (both + .5) / (either + 1)
	few := 1 / math.Sqrt(float64(len(a)))
	return &others{1, float64(c.alone.at(i, j)), alike, shared, few, few * alike, few * shared}
}

// enough is the size of a group from which its texts say as much of a pair as the
// pair does alone.
const enough = 10

// heard is the evidence on all pairs: that on the pair alone, and up to half of it
// what the others say.
func (c *company) heard(w *others) square {
	share := min(1, float64(max(0, c.alone.n-2))/(enough-2)) / 2
	return newSquare(c.alone.n, func(i, j int) float64 {
		return share*w.dot(c.of(i, j)) + (1-share)*float64(c.alone.at(i, j))
	})
}
