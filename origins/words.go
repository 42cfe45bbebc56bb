package origins

import (
	"slices"
	"strings"
	"unicode"

	"hearsay"
)

// So many words in a row are not found twice by chance: fewer where they are
// quoted. A shorter quotation, of at least fewWords, must be the same as a whole.
const (
	runOfWords  = 12
	quotedWords = 8
	fewWords    = 5
	manyRuns    = 256 // bounds the work for a voice with many statements
)

// runs are the hashes of all runs of words in a content that are long enough; of a
// quotation also the long ones, which another account may give without its marks.
func runs(r *hearsay.Reading, s *hearsay.Statement) []uint64 {
	var words []uint64
	for _, at := range s.Content {
		for w := range strings.FieldsFuncSeq(at.Of(r.Article.Text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
			words = append(words, hash(strings.ToLower(w)))
		}
	}
	out := runsOf(words, runOfWords)
	if s.Form != hearsay.Indirect {
		out = append(out, runsOf(words, max(fewWords, min(len(words), quotedWords)))...)
	}
	return out
}

// runsOf are the hashes of all runs of n words: runs of different lengths differ.
func runsOf(words []uint64, n int) []uint64 {
	var out []uint64
	for k := 0; k+n <= len(words) && k < manyRuns/2; k++ {
		h := uint64(n)
		for _, w := range words[k : k+n] {
			h = (h ^ w) * prime
		}
		out = append(out, h)
	}
	return out
}

const prime = 1099511628211 // FNV-1a (Fowler, Noll & Vo)

func hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return h
}

// sameWords joins roots to which accounts give the same words: one utterance has
// one speaker, whoever is named. Named persons who are not quoted stay apart. A
// named person stands for the others.
func (t *gathering) sameWords() {
	first := map[uint64]int{}
	for i := range t.roots {
		for _, run := range t.roots[i].runs {
			j, known := first[run]
			if !known {
				first[run] = i
				continue
			}
			to, from := t.find(j), t.find(i)
			if to == from || !t.oneUtterance(&t.roots[to], &t.roots[from]) {
				continue
			}
			if t.person(&t.roots[from]) && !t.person(&t.roots[to]) {
				to, from = from, to
			}
			t.roots[from].into, t.roots[from].why = to, "the same words in several accounts"
		}
	}
}

func (t *gathering) oneUtterance(a, b *root) bool {
	if t.unnamed(a) && t.unnamed(b) && !t.oneNation(a, b) {
		return false
	}
	return a.quoted && b.quoted || !t.person(a) || !t.person(b)
}

func (t *gathering) person(r *root) bool {
	e := t.source(r)
	return e != nil && e.Kind == hearsay.KindPerson && t.isNamed(r)
}

// namesake reports whether two named persons may be one: their last names are the
// same, and one of them is called by nothing more, or has a title before it.
func (t *gathering) namesake(a, b *root) bool {
	if !t.person(a) || !t.person(b) {
		return false
	}
	p, q := strings.Fields(plainName(t.source(a).Name)), strings.Fields(plainName(t.source(b).Name))
	if len(p) == 0 || len(q) == 0 || p[len(p)-1] != q[len(q)-1] {
		return false
	}
	return len(p) == 1 || len(q) == 1 || slices.Equal(p, q)
}

// plainName is a name in lower case with one kind of apostrophe.
func plainName(name string) string { return strings.ReplaceAll(strings.ToLower(name), "’", "'") }

// office reports whether an unnamed source may be a named one: both hold the same
// kind of office.
func (t *gathering) office(a, b *root) bool {
	p, q := t.source(a), t.source(b)
	if p == nil || q == nil || !t.unnamed(a) || p.Number > 1 || p.Plural || !t.isNamed(b) {
		return false
	}
	last := func(role string) string {
		f := strings.Fields(strings.ToLower(role))
		if len(f) == 0 {
			return ""
		}
		for _, ending := range [...]string{"woman", "man", "person"} {
			if w, ok := strings.CutSuffix(f[len(f)-1], ending); ok {
				return w
			}
		}
		return f[len(f)-1]
	}
	post := last(p.Name)
	return post != "" && slices.ContainsFunc(q.Roles, func(role string) bool { return last(role) == post })
}
