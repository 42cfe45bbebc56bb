package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// counted are the files whose texts the background frequencies are counted in:
// objects, one a line, with a field "text" and, for articles of known stories,
// "cluster".
var counted = []struct{ corpus, file string }{
	{"polnear", "attribution/train.jsonl"},
	{"rumours", "stories/rumours.jsonl"},
	{"ecb", "stories/ecb.jsonl"},
}

const (
	perStory  = 4 // articles of one story that are counted, so that its names stay rare
	leastSeen = 3 // documents a word must be in
)

// background writes in how many texts each word occurs: one "word count" a
// line, the first line counts the texts.
func background(data, out string, without []string) error {
	texts, frequency, err := count(data, func(corpus, _ string) bool { return slices.Contains(without, corpus) })
	if err != nil {
		return err
	}
	lines := []string{}
	for w, n := range frequency {
		lines = append(lines, fmt.Sprintf("%s %d\n", w, n))
	}
	slices.Sort(lines)
	head := fmt.Sprintf(backgroundHead, texts)
	return os.WriteFile(out, []byte(head+strings.Join(lines, "")), 0o644)
}

// count tells in how many texts each word occurs that leastSeen texts have,
// leaving out the stories that skip picks.
func count(data string, skip func(corpus, story string) bool) (texts int, frequency map[string]int, err error) {
	frequency, stories := map[string]int{}, map[string]int{}
	for _, g := range counted {
		err := eachDocument(filepath.Join(data, g.file), func(d document) {
			story := d.Cluster
			if skip(g.corpus, story) {
				return
			}
			if story != "" {
				if stories[g.corpus+story]++; stories[g.corpus+story] > perStory {
					return
				}
			}
			texts++
			for _, w := range distinctWords(d.Text) {
				frequency[w]++
			}
		})
		if err != nil {
			return 0, nil, err
		}
	}
	maps.DeleteFunc(frequency, func(_ string, n int) bool { return n < leastSeen })
	return texts, frequency, nil
}

const backgroundHead = `# In how many of %[1]d news texts each word occurs, counted by cmd/train in the
# development data; counts only, no text. Words of fewer than three texts are
# left out. The first line counts the texts.
texts %[1]d
`

// distinctWords are the words of a text in lower case: runs of letters and
// digits, with apostrophes inside them.
func distinctWords(text string) []string {
	text = strings.Map(func(r rune) rune {
		if r == '’' || r == '‘' {
			return '\''
		}
		return unicode.ToLower(r)
	}, text)
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i, w := range words {
		words[i] = strings.Trim(w, "'")
	}
	slices.Sort(words)
	return slices.DeleteFunc(slices.Compact(words), func(w string) bool { return w == "" })
}
