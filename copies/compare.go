package copies

import "slices"

// Match is how two texts share words. Shingles are distinct word 5-grams.
type Match struct {
	Shared, A, B int     // shingles of both, of a, of b; the common ones included
	Similarity   float64 // Jaccard of the shingles
	Containment  float64 // of the smaller text in the larger, common shingles left out
	Score        float64 // from .5 on it is a copy
	Runs         []Run   // shared runs of at least 5 words, in order of a

	smaller  int     // words of the smaller text, common ones left out
	covered  int     // of them in runs
	unquoted int     // of these, not between quotation marks in both texts
	longest  int     // words of the longest run
	inStep   float64 // share of the smaller text that is in step with the larger
	foreign  float64 // likeness of the words outside the runs, from 0
}

// Run is a stretch of words that both texts have, as word numbers.
type Run struct{ A, B, Len int }

// Compare compares two texts on their own.
func Compare(a, b string) Match { return CompareTexts(Words(a), Words(b)) }

// CompareTexts compares two texts on their own.
func CompareTexts(a, b *Text) Match { return compare(a, b, func(uint32) bool { return false }) }

func compare(a, b *Text, common func(uint32) bool) Match {
	var m Match
	ga, gb := a.grams(), b.grams()
	inA, inB := set(ga), set(gb)
	m.A, m.B, m.Shared = len(inA), len(inB), overlap(inA, inB)
	if m.Shared == 0 {
		return m
	}
	m.Similarity = float64(m.Shared) / float64(m.A+m.B-m.Shared)
	maskA, maskB := commonWords(a, ga, common), commonWords(b, gb, common)
	keptA, keptB := inA, inB
	if slices.Contains(maskA, true) {
		keptA = set(kept(ga, maskA))
	}
	if slices.Contains(maskB, true) {
		keptB = set(kept(gb, maskB))
	}
	if least := min(len(keptA), len(keptB)); least > 0 {
		m.Containment = float64(overlap(keptA, keptB)) / float64(least)
	}
	m.Runs = runs(a, b, ga, gb, maskA, maskB)
	m.measure(a, b, maskA, maskB)
	m.Score = m.score()
	return m
}

// set sorts and drops repetitions; it leaves its argument alone.
func set(grams []uint64) []uint64 {
	s := slices.Clone(grams)
	slices.Sort(s)
	return slices.Compact(s)
}

func overlap(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// commonWords marks the words between neighbouring common fingerprints. A text
// that is common for the most part is no chrome, and nothing of it is marked.
func commonWords(t *Text, grams []uint64, common func(uint32) bool) []bool {
	mask := make([]bool, t.Len())
	last, n := -1, 0
	for _, p := range fingerprints(grams) {
		if !common(p.hash) {
			last = -1
			continue
		}
		from := int(p.at)
		if last >= 0 {
			from = last
		}
		for k := from; k < int(p.at)+shingle; k++ {
			if !mask[k] {
				mask[k] = true
				n++
			}
		}
		last = int(p.at)
	}
	if float64(n) > mostlyCommon*float64(t.Len()) {
		clear(mask)
	}
	return mask
}

// mostlyCommon is the share of a text above which common words are its own.
const mostlyCommon = .6

// kept are the grams without a masked word.
func kept(grams []uint64, mask []bool) []uint64 {
	out := make([]uint64, 0, len(grams))
	blocked := -1
	for i := range mask {
		if mask[i] {
			blocked = i
		}
		if g := i - shingle + 1; g >= 0 && blocked < g {
			out = append(out, grams[g])
		}
	}
	return out
}

// runs tiles a with the longest stretches that b has too; no word is used twice.
func runs(a, b *Text, ga, gb []uint64, maskA, maskB []bool) []Run {
	first := make(map[uint64]int32, len(gb))
	next := make([]int32, len(gb))
	for j := len(gb) - 1; j >= 0; j-- {
		if f, ok := first[gb[j]]; ok {
			next[j] = f
		} else {
			next[j] = -1
		}
		first[gb[j]] = int32(j)
	}
	used := slices.Clone(maskB)
	var out []Run
	for i := 0; i < len(ga); {
		best := Run{}
		j, ok := first[ga[i]]
		for tries := 0; ok && j >= 0 && tries < mostPlaces; j, tries = next[j], tries+1 {
			n := 0
			for i+n < len(a.words) && int(j)+n < len(b.words) && !maskA[i+n] && !used[int(j)+n] && a.words[i+n] == b.words[int(j)+n] {
				n++
			}
			if n > best.Len {
				best = Run{i, int(j), n}
			}
		}
		if best.Len < shingle {
			i++
			continue
		}
		for k := range best.Len {
			used[best.B+k] = true
		}
		out = append(out, best)
		i += best.Len
	}
	return out
}

// mostPlaces bounds how many places of one shingle in the other text are tried.
const mostPlaces = 16
