// Package vectors tells how alike words and short texts are in meaning: "sank"
// is nearer to "capsized" than to "sang".
//
// Each word has one vector, whatever it means in its sentence. The mean over the
// words of a text stands for the text; how much a word says there is in the
// length of its vector, so that "the" hardly counts.
package vectors

import (
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay/flat"
	"hearsay/lang/en"
)

// Dimensions of every vector.
const Dimensions = 72

// Vector is a word's vector, a view of the file that holds it.
type Vector struct {
	scale float32 // a number of the vector is scale times the byte, read as signed
	row   string
}

// Sum is a weighted sum of vectors. Its direction is that of their mean.
type Sum [Dimensions]float32

var english = sync.OnceValue(func() *Table { return flat.Embedded(Read(en.Vectors)) })

// Of is the vector of an English word in lower case with straight apostrophes.
func Of(word string) (Vector, bool) { return english().Of(word) }

// Text is the sum over the words of a text: runs of letters and digits, with
// apostrophes inside them. Words without a vector are left out.
func Text(text string) Sum {
	var s Sum
	for word := range Words(text) {
		if v, ok := Of(word); ok {
			s.Add(v, 1)
		}
	}
	return s
}

// Words are the words of a text as the vocabulary has them.
func Words(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var word strings.Builder
		pending := false // an apostrophe that counts when a letter follows
		for i := 0; i <= len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			i += max(n, 1)
			switch {
			case n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				if pending {
					word.WriteByte('\'')
					pending = false
				}
				word.WriteRune(unicode.ToLower(r))
			case n > 0 && (r == '\'' || r == '’' || r == '‘') && word.Len() > 0 && !pending:
				pending = true
			default:
				pending = false
				if word.Len() > 0 {
					if !yield(word.String()) {
						return
					}
					word.Reset()
				}
			}
		}
	}
}

// Add adds a vector that counts so much.
func (s *Sum) Add(v Vector, weight float32) {
	weight *= v.scale
	for i := range min(len(v.row), Dimensions) {
		s[i] += weight * float32(int8(v.row[i]))
	}
}

// Join adds a sum that counts so much.
func (s *Sum) Join(o *Sum, weight float32) {
	for i := range s {
		s[i] += weight * o[i]
	}
}

// Unit is what makes the sum one of length 1; 0 for an empty one.
func (s *Sum) Unit() float32 {
	var a float32
	for _, x := range s {
		a += x * x
	}
	if a == 0 {
		return 0
	}
	return float32(1 / math.Sqrt(float64(a)))
}

// Like is the cosine of two sums, 0 when one is empty.
func (s *Sum) Like(o *Sum) float32 {
	var dot, a, b float32
	for i := range s {
		dot += s[i] * o[i]
		a += s[i] * s[i]
		b += o[i] * o[i]
	}
	if a == 0 || b == 0 {
		return 0
	}
	return dot / float32(math.Sqrt(float64(a)*float64(b)))
}

// Like is the cosine of two words.
func (v Vector) Like(o Vector) float32 {
	var dot, a, b int32
	for i := range min(len(v.row), len(o.row)) {
		x, y := int32(int8(v.row[i])), int32(int8(o.row[i]))
		dot += x * y
		a += x * x
		b += y * y
	}
	if a == 0 || b == 0 {
		return 0
	}
	return float32(float64(dot) / math.Sqrt(float64(a)*float64(b)))
}

// Weight is how much the word says in a text: the length of its vector.
func (v Vector) Weight() float32 {
	var a int32
	for i := range len(v.row) {
		x := int32(int8(v.row[i]))
		a += x * x
	}
	return v.scale * float32(math.Sqrt(float64(a)))
}
