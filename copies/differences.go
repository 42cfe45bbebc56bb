package copies

import (
	"slices"

	"hearsay"
)

// spans turns runs into shared stretches of both texts, and what lies between
// them into differences. No stretch crosses a block. Marks, case and white space
// are no differences.
func (m Match) spans(a, b *hearsay.Article, ta, tb *Text) ([]hearsay.Shared, []hearsay.Difference) {
	blocksA, blocksB := blocksOf(a, ta), blocksOf(b, tb)
	var shared []hearsay.Shared
	for _, r := range m.Runs {
		for from := 0; from < r.Len; {
			n := 1
			for from+n < r.Len && blocksA[r.A+from+n] == blocksA[r.A+from] && blocksB[r.B+from+n] == blocksB[r.B+from] {
				n++
			}
			shared = append(shared, hearsay.Shared{A: ta.stretch(r.A+from, n), B: tb.stretch(r.B+from, n)})
			from += n
		}
	}
	d := differ{a: side{ta, blocksA, marks(ta.Len(), m.Runs, func(r Run) int { return r.A })},
		b: side{tb, blocksB, marks(tb.Len(), m.Runs, func(r Run) int { return r.B })}}
	i, j := 0, 0
	for _, r := range inOrder(m.Runs) {
		d.between(i, r.A, j, r.B)
		i, j = r.A+r.Len, r.B+r.Len
	}
	d.between(i, ta.Len(), j, tb.Len())
	return shared, d.found
}

func (t *Text) stretch(from, n int) hearsay.Span {
	return hearsay.Span{Start: t.spans[from].Start, End: t.spans[from+n-1].End}
}

// blocksOf is the block of each word.
func blocksOf(article *hearsay.Article, t *Text) []int32 {
	out := make([]int32, t.Len())
	b := 0
	for i, s := range t.spans {
		for b < len(article.Blocks)-1 && article.Blocks[b].End <= s.Start {
			b++
		}
		out[i] = int32(b)
	}
	return out
}

func marks(n int, runs []Run, start func(Run) int) []bool {
	in := make([]bool, n)
	for _, r := range runs {
		for k := range r.Len {
			in[start(r)+k] = true
		}
	}
	return in
}

// inOrder is the chain of runs with most words that both texts have in the same
// order; the other runs were moved.
func inOrder(runs []Run) []Run {
	best := make([]int, len(runs))
	from := make([]int, len(runs))
	last := -1
	for i, r := range runs {
		best[i], from[i] = r.Len, -1
		for j := range i {
			if runs[j].B+runs[j].Len <= r.B && best[j]+r.Len > best[i] {
				best[i], from[i] = best[j]+r.Len, j
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	var chain []Run
	for ; last >= 0; last = from[last] {
		chain = append(chain, runs[last])
	}
	slices.Reverse(chain)
	return chain
}

type side struct {
	text   *Text
	blocks []int32
	shared []bool // the word is in a run, moved or not
}

type differ struct {
	a, b  side
	found []hearsay.Difference
}

// mostAligned is the number of words on each side up to which a gap is aligned
// word by word.
const mostAligned = 120

// shortGap is the length in words of the shorter side up to which two equal
// words align a gap.
const shortGap = 12

// between records how words i to iEnd of a and j to jEnd of b differ.
func (d *differ) between(i, iEnd, j, jEnd int) {
	if iEnd-i <= mostAligned && jEnd-j <= mostAligned {
		for i < iEnd && j < jEnd {
			x, y, n := d.anchor(i, iEnd, j, jEnd)
			if n == 0 {
				break
			}
			d.gap(i, x, j, y)
			i, j = x+n, y+n
		}
	}
	d.gap(i, iEnd, j, jEnd)
}

// anchor finds the next words that both sides have, nearest to where they stand:
// a word or two in a short gap, more in one where they may meet by chance.
func (d *differ) anchor(i, iEnd, j, jEnd int) (x, y, n int) {
	least := 2
	if min(iEnd-i, jEnd-j) > shortGap {
		least = 4
	}
	for away := 0; away < (iEnd-i)+(jEnd-j)-1; away++ {
		for k := max(0, away-(jEnd-j)+1); k <= min(away, iEnd-i-1); k++ {
			x, y := i+k, j+away-k
			n := 0
			for x+n < iEnd && y+n < jEnd && d.a.text.words[x+n] == d.b.text.words[y+n] && !d.a.shared[x+n] && !d.b.shared[y+n] {
				n++
			}
			if n >= least || n == 1 && least == 2 && (x+1 == iEnd || y+1 == jEnd || away <= 2) {
				return x, y, n
			}
		}
	}
	return 0, 0, 0
}

// gap records the words of both sides as different, cut at blocks and at words
// that are shared elsewhere.
func (d *differ) gap(i, iEnd, j, jEnd int) {
	sa, sb := d.a.stretches(i, iEnd), d.b.stretches(j, jEnd)
	for k := range max(len(sa), len(sb)) {
		var x hearsay.Difference
		if k < len(sa) {
			x.A = sa[k]
		}
		if k < len(sb) {
			x.B = sb[k]
		}
		d.found = append(d.found, x)
	}
}

func (s side) stretches(from, to int) []hearsay.Span {
	var out []hearsay.Span
	for i := from; i < to; {
		if s.shared[i] {
			i++
			continue
		}
		n := 1
		for i+n < to && !s.shared[i+n] && s.blocks[i+n] == s.blocks[i] {
			n++
		}
		out = append(out, s.text.stretch(i, n))
		i += n
	}
	return out
}
