package nlp

import (
	"cmp"
	"math"
	"slices"

	"hearsay"
)

// A context is a neighbour on one side with the number of times it was seen.
type context struct{ id, count int32 }

const (
	leastWord     = 5     // words seen less often are not clustered
	contextWords  = 12000 // neighbours that are told apart
	exchangeTurns = 12
)

// contextsOf gathers the frequent words of the texts, commonest first, with
// their left and right neighbours.
func contextsOf(texts []string) (words []uint64, contexts [][]context) {
	runs := make([][]uint64, 0, len(texts)) // 0 parts sentences
	counts := map[uint64]int{}
	for _, text := range texts {
		run := spellings(text)
		runs = append(runs, run)
		for _, w := range run {
			counts[w]++
		}
	}
	delete(counts, 0)
	for w, n := range counts {
		if n >= leastWord {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b uint64) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	numbers := make(map[uint64]int32, len(words))
	for i, w := range words {
		numbers[w] = int32(i)
	}
	pairs := make([]map[int32]int32, len(words))
	for i := range pairs {
		pairs[i] = map[int32]int32{}
	}
	known := int32(min(len(words), contextWords))
	side := func(w uint64, right int32) int32 {
		n, ok := numbers[w]
		if !ok || n >= known {
			n = known // rare words and sentence ends
			if w == 0 {
				n++
			}
		}
		return 2*n + right
	}
	for _, run := range runs {
		for i := 1; i+1 < len(run); i++ {
			if n, ok := numbers[run[i]]; ok {
				pairs[n][side(run[i-1], 0)]++
				pairs[n][side(run[i+1], 1)]++
			}
		}
	}
	contexts = make([][]context, len(words))
	for i, p := range pairs {
		for id, n := range p {
			contexts[i] = append(contexts[i], context{id, n})
		}
		slices.SortFunc(contexts[i], func(a, b context) int { return cmp.Compare(a.id, b.id) })
	}
	return words, contexts
}

// spellings are the hashes of a text's words, with a 0 around each sentence.
func spellings(text string) []uint64 {
	a, marks := segment(text, paragraphs(text))
	r := reader{model: &model{}, text: text, tokens: a.Tokens, marks: marks}
	out := []uint64{0}
	for _, s := range a.Sentences {
		r.look(s.First, s.Last)
		for _, w := range r.words {
			out = append(out, w.word)
		}
		out = append(out, 0)
	}
	return out
}

// paragraphs takes every line as a block.
func paragraphs(text string) []hearsay.Block {
	var out []hearsay.Block
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			if i > start {
				out = append(out, hearsay.Block{Span: hearsay.Span{Start: int32(start), End: int32(i)}})
			}
			start = i + 1
		}
	}
	return out
}

// cluster puts words into n classes so that neighbours on both sides foretell
// the class as well as they can: the exchange algorithm (Martin, Liermann and
// Ney 1998) with the predictive objective (Uszkoreit and Brants 2008), greedy,
// words in order of frequency.
func cluster(words []uint64, contexts [][]context, n int, c *Course) []uint8 {
	class := make([]uint8, len(words))
	size := 0
	for _, w := range contexts {
		for _, x := range w {
			size = max(size, int(x.id)+1)
		}
	}
	x := exchange{joint: make([]int32, size*n), totals: make([]int32, n), n: n, gains: make([]float32, n)}
	for i := 2; i < len(x.small); i++ {
		x.small[i] = float32(float64(i) * math.Log(float64(i)))
	}
	for i := range words {
		class[i] = uint8(i % n)
		x.add(contexts[i], int(class[i]), 1)
	}
	for turn := range exchangeTurns {
		moved := 0
		for i := range words {
			x.add(contexts[i], int(class[i]), -1)
			to := x.best(contexts[i])
			x.add(contexts[i], to, 1)
			if to != int(class[i]) {
				class[i] = uint8(to)
				moved++
			}
		}
		c.Note("clusters, %d: turn %d moved %d words", n, turn+1, moved)
		if moved*200 < len(words) {
			break
		}
	}
	return class
}

// exchange holds the counts of contexts with classes.
type exchange struct {
	joint  []int32 // context * n + class
	totals []int32 // class
	n      int
	gains  []float32
	small  [1 << 12]float32 // n log n of small counts
}

func (x *exchange) add(contexts []context, class int, by int32) {
	for _, k := range contexts {
		x.joint[int(k.id)*x.n+class] += by * k.count
		x.totals[class] += by * k.count
	}
}

// best is the class that raises the likelihood most for a word that is in none.
func (x *exchange) best(contexts []context) int {
	clear(x.gains)
	var all int32
	for _, k := range contexts {
		all += k.count
		row := x.joint[int(k.id)*x.n : int(k.id+1)*x.n]
		alone := x.entropy(k.count)
		for j, have := range row {
			if have == 0 {
				x.gains[j] += alone
			} else {
				x.gains[j] += x.entropy(have+k.count) - x.entropy(have)
			}
		}
	}
	top := 0
	for j := range x.gains {
		x.gains[j] -= x.entropy(x.totals[j]+all) - x.entropy(x.totals[j])
		if x.gains[j] > x.gains[top] {
			top = j
		}
	}
	return top
}

// entropy is n log n.
func (x *exchange) entropy(n int32) float32 {
	if n < int32(len(x.small)) {
		return x.small[n]
	}
	return float32(float64(n) * math.Log(float64(n)))
}
