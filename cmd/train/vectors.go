package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"hearsay/vectors"
)

// packVectors makes the file of word vectors from what tools/vectors/distil.py
// wrote: a word, a tab and its numbers on each line.
func packVectors(in, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	var words []string
	var rows [][]float32
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		word, numbers, _ := strings.Cut(lines.Text(), "\t")
		var row []float32
		for n := range strings.FieldsSeq(numbers) {
			x, err := strconv.ParseFloat(n, 32)
			if err != nil {
				return fmt.Errorf("%s: %q: %w", in, word, err)
			}
			row = append(row, float32(x))
		}
		words, rows = append(words, word), append(rows, row)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	file, err := vectors.Pack(words, rows)
	if err != nil {
		return err
	}
	return os.WriteFile(out, file, 0o644)
}
