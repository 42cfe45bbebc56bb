package vectors

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"hearsay/flat"
)

// The body of the file of vectors:
//
//	4 bytes  number of words, then 4 bytes for the number of dimensions
//	         a hash for each word, 4 bytes, ascending
//	         a scale for each word, a float of 4 bytes
//	         a row for each word, one signed byte a dimension
//
// It holds hashes and not words: of 100,000 other words one is taken for one of
// the vocabulary.
const (
	modelKind    = "vect"
	modelVersion = 2
)

// Table is a file of vectors.
type Table struct {
	words  int
	hashes string
	scales string
	rows   string
}

// Read checks a file of vectors.
func Read(file string) (*Table, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	n, dimensions := int(r.Word()), r.Word()
	if dimensions != Dimensions {
		return nil, errors.New("vectors: wrong number of dimensions")
	}
	t := &Table{n, r.Cut(4 * n), r.Cut(4 * n), r.Cut(n * Dimensions)}
	if err := r.Done(); err != nil {
		return nil, err
	}
	return t, nil
}

// Of is the vector of a word in lower case with straight apostrophes.
func (t *Table) Of(word string) (Vector, bool) {
	h := hash(word)
	low, high := 0, t.words
	for low < high {
		middle := (low + high) / 2
		if flat.Word(t.hashes, 4*middle) < h {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == t.words || flat.Word(t.hashes, 4*low) != h {
		return Vector{}, false
	}
	return Vector{math.Float32frombits(flat.Word(t.scales, 4*low)), t.rows[low*Dimensions : (low+1)*Dimensions]}, true
}

// Pack lays words and their vectors out as a file. The largest number of a
// vector becomes 127 or -127.
func Pack(words []string, rows [][]float32) ([]byte, error) {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if hash(words[a]) < hash(words[b]) {
			return -1
		}
		return 1
	})
	body := make([]byte, 0, len(words)*(8+Dimensions)+8)
	body = binary.LittleEndian.AppendUint32(body, uint32(len(words)))
	body = binary.LittleEndian.AppendUint32(body, Dimensions)
	for k, i := range order {
		if k > 0 && hash(words[order[k-1]]) == hash(words[i]) {
			return nil, fmt.Errorf("vectors: %q and %q have one hash", words[order[k-1]], words[i])
		}
		if len(rows[i]) != Dimensions {
			return nil, fmt.Errorf("vectors: %q has %d dimensions, not %d", words[i], len(rows[i]), Dimensions)
		}
		body = binary.LittleEndian.AppendUint32(body, hash(words[i]))
	}
	for _, i := range order {
		body = binary.LittleEndian.AppendUint32(body, math.Float32bits(scaleOf(rows[i])))
	}
	for _, i := range order {
		scale := scaleOf(rows[i])
		for _, x := range rows[i] {
			body = append(body, byte(int8(math.Round(float64(x/scale)))))
		}
	}
	return flat.Seal(modelKind, modelVersion, body), nil
}

func scaleOf(row []float32) float32 {
	var largest float32
	for _, x := range row {
		largest = max(largest, x, -x)
	}
	if largest == 0 {
		return 1
	}
	return largest / 127
}

// hash is FNV-1a.
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
