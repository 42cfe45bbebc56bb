package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"hearsay/copies"
	"hearsay/internal/usage"
)

// MinHash (Broder 1997) with banding (Leskovec et al. 2014) is the usual way to find
// near-duplicates; it stands here beside the index of copies.
const (
	permutations = 128
	bands        = 32 // of 4 rows: half of the pairs of a Jaccard index of .42 meet
	rows         = permutations / bands
)

type signature [permutations]uint32

// signed is the signature of the word 5-grams of a text.
func signed(text string) (s signature) {
	for i := range s {
		s[i] = math.MaxUint32
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := 0; i+5 <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, w := range words[i : i+5] {
			for k := range len(w) {
				h = (h ^ uint64(w[k])) * 1099511628211
			}
			h = (h ^ ' ') * 1099511628211
		}
		a, b := uint32(h), uint32(h>>32)|1
		for k := range s {
			x := a + uint32(k)*b
			x ^= x >> 15
			x *= 2246822519
			s[k] = min(s[k], x^x>>13)
		}
	}
	return s
}

// like estimates the Jaccard index.
func (s *signature) like(t *signature) float64 {
	n := 0
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return float64(n) / permutations
}

type banded [bands]map[[rows]uint32][]int32

func (b *banded) add(s *signature, id int32) (met []int32) {
	for k := range b {
		if b[k] == nil {
			b[k] = map[[rows]uint32][]int32{}
		}
		key := [rows]uint32(s[k*rows:])
		met = append(met, b[k][key]...)
		b[k][key] = append(b[k][key], id)
	}
	slices.Sort(met)
	return slices.Compact(met)
}

type labelledPair struct {
	A, B  string
	Label int
	Kind  string
}

// pairs compares the index of copies with MinHash on the development pairs.
func pairs(page *bytes.Buffer, data string) error {
	ids, texts, err := documents(filepath.Join(data, "copies/documents.jsonl"))
	if err != nil {
		return err
	}
	var gold []labelledPair
	if err := lines(filepath.Join(data, "copies/pairs.jsonl"), func(line []byte) error {
		var p labelledPair
		err := json.Unmarshal(line, &p)
		gold = append(gold, p)
		return err
	}); err != nil {
		return err
	}
	fmt.Fprintf(page, "\nCopies on the development pairs (%d, of %d documents); of one pass that finds all pairs: documents a CPU second\n\n", len(gold), len(texts))
	fmt.Fprintf(page, "%-36s %6s %6s %6s  %-22s %-24s %s\n", "method", "P", "R", "F1", "worst copies, found", "worst others, called so", "documents/CPU second")
	start := usage.CPU()
	index := &copies.Index{}
	for _, t := range texts {
		w := copies.Words(t)
		for _, c := range index.Candidates(w) {
			index.CompareTexts(index.Text(c), w)
		}
		index.Add(w)
	}
	speed := float64(len(texts)) / (usage.CPU() - start).Seconds()
	report(page, "hearsay", gold, speed, func(p labelledPair) bool { return index.Compare(ids[p.A], ids[p.B]).Score >= .5 })

	start = usage.CPU()
	signs, table := make([]signature, len(texts)), &banded{}
	met := map[[2]int32]bool{}
	for i, t := range texts {
		signs[i] = signed(t)
		for _, c := range table.add(&signs[i], int32(i)) {
			met[[2]int32{c, int32(i)}] = true
			signs[c].like(&signs[i])
		}
	}
	speed = float64(len(texts)) / (usage.CPU() - start).Seconds()
	for _, least := range []float64{.5, .17} {
		name := fmt.Sprintf("MinHash %d, Jaccard from %.2f", permutations, least)
		report(page, name, gold, speed, func(p labelledPair) bool { return signs[ids[p.A]].like(&signs[ids[p.B]]) >= least })
		report(page, name+", banded", gold, speed, func(p labelledPair) bool {
			a, b := ids[p.A], ids[p.B]
			return met[[2]int32{min(a, b), max(a, b)}] && signs[a].like(&signs[b]) >= least
		})
	}
	return nil
}

func report(page *bytes.Buffer, name string, gold []labelledPair, speed float64, called func(labelledPair) bool) {
	type tally struct{ called, all int }
	kinds := map[string]*tally{}
	var right, wrong, missed int
	for _, p := range gold {
		k := kinds[p.Kind]
		if k == nil {
			k = &tally{}
			kinds[p.Kind] = k
		}
		k.all++
		switch says := called(p); {
		case says:
			k.called++
			right += p.Label
			wrong += 1 - p.Label
		default:
			missed += p.Label
		}
	}
	least, most, leastKind, mostKind := 2.0, -1.0, "", ""
	for _, kind := range sortedKeys(kinds) {
		share := float64(kinds[kind].called) / float64(kinds[kind].all)
		if negative := strings.HasPrefix(kind, "neg"); negative && share > most {
			most, mostKind = share, kind
		} else if !negative && share < least {
			least, leastKind = share, kind
		}
	}
	p, r := float64(right)/float64(max(right+wrong, 1)), float64(right)/float64(right+missed)
	fmt.Fprintf(page, "%-36s %6.3f %6.3f %6.3f  %-16s %.3f %-18s %.3f %9.0f\n", name, p, r, 2*p*r/(p+r), leastKind, least, mostKind, most, speed)
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func documents(name string) (ids map[string]int32, texts []string, err error) {
	ids = map[string]int32{}
	err = lines(name, func(line []byte) error {
		var d struct{ ID, Text string }
		err := json.Unmarshal(line, &d)
		ids[d.ID] = int32(len(texts))
		texts = append(texts, d.Text)
		return err
	})
	return ids, texts, err
}

func lines(name string, visit func(line []byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		if err := visit(in.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return in.Err()
}
