package main

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wire makes a stream without end from the stories of the development data. Each
// round tells every story anew in other words of like frequency: the articles of
// a round keep what they have in common, copies included, and share little with
// those of other rounds.
type wire struct {
	stories [][]string // articles of each
	order   []place    // of the articles of a round
	rank    map[string]int
	words   []string // by frequency
}

type place struct{ story, article int }

const (
	perStory = 8   // articles of a story at most
	band     = 64  // words of like frequency that change places
	kept     = 128 // most frequent words, which stay
	atOnce   = 40  // stories told at one time
)

func newWire(data string) (*wire, error) {
	w := &wire{rank: map[string]int{}}
	for _, name := range []string{"ecb", "rumours"} {
		if err := w.read(filepath.Join(data, "stories", name+".jsonl")); err != nil {
			return nil, err
		}
	}
	for from := 0; from < len(w.stories); from += atOnce {
		for k := range perStory {
			for s := from; s < min(from+atOnce, len(w.stories)); s++ {
				if k < len(w.stories[s]) {
					w.order = append(w.order, place{s, k})
				}
			}
		}
	}
	times := map[string]int{}
	for _, s := range w.stories {
		for _, text := range s {
			eachWord(text, func(word string, isWord bool) {
				if isWord {
					times[strings.ToLower(word)]++
				}
			})
		}
	}
	for word := range times {
		w.words = append(w.words, word)
	}
	slices.SortFunc(w.words, func(a, b string) int { return cmp.Or(times[b]-times[a], cmp.Compare(a, b)) })
	for i, word := range w.words {
		w.rank[word] = i
	}
	return w, nil
}

func (w *wire) read(name string) error {
	at := map[string]int{}
	return lines(name, func(line []byte) error {
		var d struct{ Text, Cluster string }
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		k, ok := at[d.Cluster]
		if !ok {
			k = len(w.stories)
			at[d.Cluster], w.stories = k, append(w.stories, nil)
		}
		if len(w.stories[k]) < perStory {
			w.stories[k] = append(w.stories[k], d.Text)
		}
		return nil
	})
}

// meanWords is the mean number of words of an article.
func (w *wire) meanWords() float64 {
	n := 0
	for _, p := range w.order {
		n += len(strings.Fields(w.stories[p.story][p.article]))
	}
	return float64(n) / float64(len(w.order))
}

func (w *wire) article(n int) string {
	p := w.order[n%len(w.order)]
	return w.told(w.stories[p.story][p.article], uint32(n/len(w.order)), uint32(p.story))
}

// told puts other words of like frequency for those of text.
func (w *wire) told(text string, round, story uint32) string {
	var b strings.Builder
	seed := round*2654435761 + story*40503
	eachWord(text, func(word string, isWord bool) {
		r, known := w.rank[strings.ToLower(word)]
		if !isWord || !known || r < kept {
			b.WriteString(word)
			return
		}
		from := r - r%band
		size := min(band, len(w.words)-from)
		h := (seed ^ uint32(from)) * 2246822519
		to := w.words[from+(r%band+int(h>>16))%size]
		if c, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(c) {
			c, n := utf8.DecodeRuneInString(to)
			to = string(unicode.ToUpper(c)) + to[n:]
		}
		b.WriteString(to)
	})
	return b.String()
}

// eachWord visits the words of text and what lies between them.
func eachWord(text string, visit func(s string, isWord bool)) {
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case end < 0:
			visit(text, true)
			return
		case end > 0:
			visit(text[:end], true)
			text = text[end:]
		}
		end = strings.IndexFunc(text, unicode.IsLetter)
		if end < 0 {
			end = len(text)
		}
		visit(text[:end], false)
		text = text[end:]
	}
}
