package stance

import (
	"math"

	"hearsay/boost"
)

// Judge decides by what a pair shows alone and then by what the others of its
// set show.
type Judge struct {
	Related boost.Forest          // over the evidence on words and meaning
	Stances [stances]boost.Forest // each stance against the two others, over all evidence
	Linear  Linear
	Joint   boost.Forest
	Settled [stances]boost.Forest
	Tilt    [stances + 1]float32 // added to the log odds of each label, unrelated last
}

// pairEvidence is what one pair shows.
type pairEvidence struct {
	row []float32
	bag *bag
}

// relatedColumns are the columns on words and meaning, which come first.
const relatedColumns = 24

func gather(set *Set, p Pair) pairEvidence {
	m := newMatch(set.Headlines[p.Headline], set.Bodies[p.Body])
	var r row
	evidence(m, &r)
	return pairEvidence{r.values, m.bag()}
}

// view judges a pair alone.
func (j *Judge) view(e pairEvidence) view {
	v := view{related: float64(j.Related.Score(e.row[:relatedColumns]))}
	trees, words := normal(&j.Stances, e.row), j.Linear.shares(e.bag)
	for k := range v.shares {
		v.shares[k] = (trees[k] + words[k]) / 2
	}
	return v
}

// normal turns one forest against the others into probabilities.
func normal(forests *[stances]boost.Forest, row []float32) shares {
	var p shares
	total := 0.0
	for k := range p {
		p[k] = float64(forests[k].Score(row))
		total += p[k]
	}
	for k := range p {
		p[k] /= total
	}
	return p
}

// settle judges a pair among the others.
func (j *Judge) settle(in *joint, i int) view {
	relating, bearing := in.rows(i)
	v := view{related: float64(j.Joint.Score(relating))}
	v.shares = normal(&j.Settled, bearing)
	for k := range v.shares {
		v.shares[k] = (v.shares[k] + in.views[i].shares[k]) / 2
	}
	return v
}

// rows are the evidence on whether a pair is related and on its stance, its own
// and that of the others.
func (j *joint) rows(i int) (relating, bearing []float32) {
	e := j.found[i]
	a := row{values: append([]float32(nil), e.row[:relatedColumns]...)}
	j.relating(i, &a)
	b := row{values: append([]float32(nil), e.row[:relatedColumns]...)}
	j.bearing(i, &b)
	return a.values, b.values
}

// label decides by tilted probabilities.
func (v view) label(tilt *[stances + 1]float32) Label {
	best, label := math.Log(1-v.related+1e-9)+float64(tilt[stances]), Unrelated
	for k := range v.shares {
		if x := math.Log(v.related*v.shares[k]+1e-9) + float64(tilt[k]); x > best {
			best, label = x, Label(k)
		}
	}
	return label
}

// Decide labels the pairs of a set.
func (j *Judge) Decide(set *Set) []Label {
	found := make([]pairEvidence, len(set.Pairs))
	views := make([]view, len(set.Pairs))
	for i, p := range set.Pairs {
		found[i] = gather(set, p)
		views[i] = j.view(found[i])
	}
	in := newJoint(set, found, views)
	out := make([]Label, len(set.Pairs))
	for i := range set.Pairs {
		out[i] = j.settle(in, i).label(&j.Tilt)
	}
	return out
}
