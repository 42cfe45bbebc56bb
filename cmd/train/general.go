package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"unicode"
)

// generalTexts is the number of texts of generalWords words that the frequencies
// of general English are turned into.
const (
	generalTexts = 1000
	generalWords = 300
)

// general writes in how many of generalTexts texts words are expected, from the
// word list of the Python package wordfreq (data/large_en.msgpack.gz): a MessagePack
// list of lists, of which list i+1 holds the words with frequency 10^(-i/100).
func general(list, out string) error {
	f, err := os.Open(list)
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	b, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	lines := []string{}
	err = eachBucket(b, func(i int, words []string) {
		in := math.Pow(10, -float64(i)/100) * generalWords
		n := int(math.Round(generalTexts * (1 - math.Exp(-in))))
		for _, w := range words {
			if n > 0 && !strings.ContainsFunc(w, notInWord) {
				lines = append(lines, fmt.Sprintf("%s %d\n", w, n))
			}
		}
	})
	if err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	slices.Sort(lines)
	head := fmt.Sprintf(generalHead, generalTexts, generalWords)
	return os.WriteFile(out, []byte(head+strings.Join(lines, "")), 0o644)
}

// notInWord also keeps out numbers, which wordfreq counts by their length.
func notInWord(r rune) bool { return r != '\'' && !unicode.IsLetter(r) }

const generalHead = `# In how many of %[1]d texts of %[2]d words each word of general English is expected,
# from the frequencies of wordfreq 3.1.1 (Robyn Speer; data CC BY-SA 4.0, and so is
# this table), made by cmd/train. The first line counts the texts.
texts %[1]d
`

// eachBucket reads the MessagePack list: a head, then lists of words.
func eachBucket(b []byte, visit func(i int, words []string)) error {
	m := message{b: b}
	buckets := m.size(0x90, 4, 0xdc)
	m.skipMap()
	for i := range buckets - 1 {
		words := make([]string, m.size(0x90, 4, 0xdc))
		for k := range words {
			words[k] = m.text()
		}
		if m.bad {
			return errors.New("not a word list of wordfreq")
		}
		visit(i, words)
	}
	return nil
}

// message is what is left of a MessagePack message; bad once it holds something
// that a word list does not.
type message struct {
	b   []byte
	bad bool
}

func (m *message) take(n int) []byte {
	if m.bad || n > len(m.b) {
		m.bad = true
		return make([]byte, min(n, 8))
	}
	out := m.b[:n]
	m.b = m.b[n:]
	return out
}

// size reads the head of a value: a short form with so many bits of length, or
// long and the longer form after it, which have 2 and 4 bytes of it.
func (m *message) size(short byte, bits int, long byte) int {
	switch h := m.take(1)[0]; {
	case h>>bits == short>>bits:
		return int(h & (1<<bits - 1))
	case h == long:
		s := m.take(2)
		return int(s[0])<<8 | int(s[1])
	case h == long-1 && short == 0xa0: // str 8
		return int(m.take(1)[0])
	}
	m.bad = true
	return 0
}

func (m *message) text() string { return string(m.take(m.size(0xa0, 5, 0xda))) }

// skipMap skips the map of texts and small numbers that a word list begins with.
func (m *message) skipMap() {
	for range m.size(0x80, 4, 0xde) {
		m.text()
		if len(m.b) > 0 && m.b[0] < 0x80 {
			m.take(1)
		} else {
			m.text()
		}
	}
}
