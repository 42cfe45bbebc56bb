package copies

import (
	"cmp"
	"slices"
)

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
func CompareTexts(a, b *Text) Match {
	none := func(uint32) bool { return false }
	return compare(sorted(a, none), sorted(b, none))
}

// entry is a text sorted once, to be merged with many others.
type entry struct {
	*Text
	grams  []uint64
	places []int32  // of grams, in order of their hashes, then of the text
	set    []uint64 // distinct grams, sorted
	kept   []uint64 // those of them without a common word
	mask   []bool   // the word is common to many texts
	ranked []word   // sorted by hash, then by place; nil until it is asked for
}

// word is one word of a text.
type word struct {
	hash uint32
	at   int32
	rare float64 // inverse document frequency
}

func sorted(t *Text, common func(uint32) bool) *entry {
	e := &entry{Text: t, grams: t.grams()}
	e.places = make([]int32, len(e.grams))
	for i := range e.places {
		e.places[i] = int32(i)
	}
	slices.SortFunc(e.places, func(i, j int32) int { return cmp.Or(cmp.Compare(e.grams[i], e.grams[j]), int(i-j)) })
	e.set = make([]uint64, len(e.grams))
	for k, i := range e.places {
		e.set[k] = e.grams[i]
	}
	e.set = slices.Compact(e.set)
	e.kept, e.mask = e.set, commonWords(t, e.grams, common)
	if slices.Contains(e.mask, true) {
		e.kept = set(kept(e.grams, e.mask))
	}
	return e
}

func compare(a, b *entry) Match {
	m := Match{A: len(a.set), B: len(b.set), Shared: overlap(a.set, b.set)}
	if m.Shared == 0 {
		return m
	}
	m.Similarity = float64(m.Shared) / float64(m.A+m.B-m.Shared)
	if least := min(len(a.kept), len(b.kept)); least > 0 {
		m.Containment = float64(overlap(a.kept, b.kept)) / float64(least)
	}
	m.Runs = runs(a, b)
	m.measure(a, b)
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
func runs(a, b *entry) []Run {
	first := meets(a, b)
	used := slices.Clone(b.mask)
	var out []Run
	for i := 0; i < len(a.grams); {
		best := Run{}
		if k := first[i]; k >= 0 {
			for _, j := range b.places[k:min(int(k)+mostPlaces, len(b.places))] {
				if b.grams[j] != a.grams[i] {
					break
				}
				n := 0
				for i+n < a.Len() && int(j)+n < b.Len() && !a.mask[i+n] && !used[int(j)+n] && a.words[i+n] == b.words[int(j)+n] {
					n++
				}
				if n > best.Len {
					best = Run{i, int(j), n}
				}
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

// meets tells for each gram of a where in b.places its places begin; -1 for nowhere.
func meets(a, b *entry) []int32 {
	first := make([]int32, len(a.grams))
	k := 0
	for _, i := range a.places {
		for k < len(b.places) && b.grams[b.places[k]] < a.grams[i] {
			k++
		}
		first[i] = -1
		if k < len(b.places) && b.grams[b.places[k]] == a.grams[i] {
			first[i] = int32(k)
		}
	}
	return first
}

// mostPlaces bounds how many places of one shingle in the other text are tried.
const mostPlaces = 16
