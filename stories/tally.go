package stories

import "math"

// tally counts in how many texts of a branch each word is, and is a name, by word.
type tally []tallied

type tallied struct {
	word     uint32
	in, name int32
	rarity
}

func tallyOf(t *Text) tally {
	out := make(tally, len(t.terms))
	for i, x := range t.terms {
		out[i] = tallied{word: x.word, in: 1, rarity: x.rarity}
		if x.name {
			out[i].name = 1
		}
	}
	return out
}

// each visits the words of a and b.
func each(a, b tally, visit func(x, y tallied)) {
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].word < b[j].word:
			visit(a[i], tallied{word: a[i].word, rarity: a[i].rarity})
			i++
		case i == len(a) || b[j].word < a[i].word:
			visit(tallied{word: b[j].word, rarity: b[j].rarity}, b[j])
			j++
		default:
			visit(a[i], b[j])
			i, j = i+1, j+1
		}
	}
}

func (a tally) plus(b tally) tally {
	out := make(tally, 0, max(len(a), len(b)))
	each(a, b, func(x, y tallied) {
		out = append(out, tallied{x.word, x.in + y.in, x.name + y.name, x.rarity})
	})
	return out
}

// local is the inverse document frequency inside a group of n texts, of which in
// have the word: what all have says nothing.
func local(n, in float64, r rarity) float64 { return math.Log((n + 1) / (in + float64(r.share))) }

const (
	coreShare = .5 // of the texts of a branch that have a word of its core
	mostShare = .6 // of one branch that have a word,
	hardly    = .1 // and of the other, for it to tell them apart
)

// contrast is how the words of two branches compare. Cores and words that tell
// apart are weighed by rarity; min and max are over the two directions.
type contrast struct {
	coreMin, coreMax  float64 // share of one core that the other has
	nameMin, nameMax  float64 // the same for names
	apart, namesApart float64 // what each side has alone, the weaker side
	centroids         float64 // cosine of the two, against the words of both together
}

func contrastOf(a, b tally, na, nb int) contrast {
	fa, fb := 1/float64(na), 1/float64(nb)
	var words, names overlap
	var dotted, normA, normB float64
	each(a, b, func(x, y tallied) {
		rare := float64(x.idf)
		words.add(float64(x.in)*fa, float64(y.in)*fb, rare)
		if x.name+y.name > 0 {
			names.add(float64(x.name)*fa, float64(y.name)*fb, rare)
		}
		w := local(float64(na+nb), float64(x.in+y.in), x.rarity)
		if x.name+y.name > 0 {
			w *= 2
		}
		if w > 0 {
			p, q := w*float64(x.in)*fa, w*float64(y.in)*fb
			dotted, normA, normB = dotted+p*q, normA+p*p, normB+q*q
		}
	})
	var c contrast
	c.coreMin, c.coreMax = words.shared()
	c.nameMin, c.nameMax = names.shared()
	c.apart, c.namesApart = words.apart(), names.apart()
	if normA > 0 && normB > 0 {
		c.centroids = dotted / math.Sqrt(normA*normB)
	}
	return c
}

// overlap sums over words what two branches have in common and alone.
type overlap struct {
	core, common [2]float64
	alone        [2]float64
}

// add takes in a word that the shares x and y of the two branches have.
func (o *overlap) add(x, y, rare float64) {
	for side, p := range [2][2]float64{{x, y}, {y, x}} {
		if p[0] >= coreShare {
			w := rare * p[0] * rare * p[0]
			o.core[side] += w
			o.common[side] += w * min(1, p[1]/p[0])
		}
		if p[0] >= mostShare && p[1] <= hardly {
			o.alone[side] += rare
		}
	}
}

func (o *overlap) shared() (least, most float64) {
	var s [2]float64
	for side := range s {
		if s[side] = .5; o.core[side] > 0 {
			s[side] = o.common[side] / o.core[side]
		}
	}
	return min(s[0], s[1]), max(s[0], s[1])
}

func (o *overlap) apart() float64 { return math.Log1p(max(0, min(o.alone[0], o.alone[1]))) }
