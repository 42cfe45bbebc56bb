package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// general are the files whose texts the background frequencies are counted in:
// objects, one a line, with a field "text" and, for articles of known stories,
// "cluster".
var general = []struct{ corpus, file string }{
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
	frequency, documents, stories := map[string]int{}, 0, map[string]int{}
	for _, g := range general {
		if slices.Contains(without, g.corpus) {
			continue
		}
		err := eachDocument(filepath.Join(data, g.file), func(d document) {
			if d.Cluster != "" {
				if stories[g.corpus+d.Cluster]++; stories[g.corpus+d.Cluster] > perStory {
					return
				}
			}
			documents++
			for _, w := range distinctWords(d.Text) {
				frequency[w]++
			}
		})
		if err != nil {
			return err
		}
	}
	lines := []string{}
	for w, n := range frequency {
		if n >= leastSeen {
			lines = append(lines, fmt.Sprintf("%s %d\n", w, n))
		}
	}
	slices.Sort(lines)
	head := fmt.Sprintf(backgroundHead, documents)
	return os.WriteFile(out, []byte(head+strings.Join(lines, "")), 0o644)
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
