package nlp

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// learnLexicon clusters the words of the course's texts and gathers the tags of
// the words of its treebanks.
func learnLexicon(c *Course) (seeds, slots []byte) {
	entries := map[uint64]*entry{}
	at := func(key uint64) *entry {
		e := entries[key]
		if e == nil {
			e = &entry{}
			entries[key] = e
		}
		return e
	}
	words, contexts := contextsOf(append(slices.Clone(c.Texts), texts(c.Treebanks)...))
	c.Note("%d words to cluster", len(words))
	fine := cluster(words, contexts, 255, c)
	coarse := cluster(words, contexts, 48, c)
	for i, w := range words {
		e := at(w)
		e.fine, e.coarse = fine[i]+1, coarse[i]+1
	}
	tagsOf(append(slices.Clone(c.Treebanks), c.Silver...), at)

	var keys []uint64
	for k := range entries {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	p := place(keys)
	for _, s := range p.seeds {
		seeds = binary.LittleEndian.AppendUint16(seeds, s)
	}
	for _, k := range p.keys {
		if k < 0 {
			slots = append(slots, 0, 0, 0, 0, 0, 0, 0, 0)
			continue
		}
		slots = binary.LittleEndian.AppendUint32(slots, uint32(keys[k]>>32))
		slots = binary.LittleEndian.AppendUint32(slots, entries[keys[k]].pack())
	}
	return seeds, slots
}

func texts(banks []*Treebank) []string {
	var out []string
	for _, b := range banks {
		out = append(out, b.Text)
	}
	return out
}

// Words seen fewer times than leastSenses have no set of tags; an uncapitalised
// word has only one tag when it was seen leastOnly times and all but one in 200
// had it.
const (
	leastSenses = 5
	leastOnly   = 30
)

// tagCounts counts the tags of one word.
type tagCounts struct {
	all, low [hearsay.TagCount]int
	n, lows  int
}

// tagsOf fills in the senses and the settled tags of words.
func tagsOf(banks []*Treebank, at func(uint64) *entry) {
	uses := map[uint64]*tagCounts{}
	m := &model{}
	for _, b := range banks {
		r := b.reader(m)
		for _, s := range b.Gold.Sentences {
			r.look(s.First, s.Last)
			for i, t := range b.Gold.Tokens[s.First:s.Last] {
				f := &r.words[i]
				u := uses[f.word]
				if u == nil {
					u = &tagCounts{}
					uses[f.word] = u
				}
				u.n++
				u.all[t.Tag]++
				if f.low {
					u.lows++
					u.low[t.Tag]++
				}
			}
		}
	}
	var words []uint64
	sets, counts := map[uint64]string{}, map[string]int{}
	for w, u := range uses {
		words = append(words, w)
		if u.n >= leastSenses {
			sets[w] = u.senses()
			counts[sets[w]] += u.n
		}
	}
	numbers := ranked(counts, 255)
	slices.Sort(words)
	for _, w := range words {
		if senses, only := numbers[sets[w]], uses[w].settled(); senses != 0 || only != hearsay.TagNone {
			e := at(w)
			e.senses, e.only = senses, only
		}
	}
}

// senses names the set of tags that make up a twentieth of a word's uses.
func (u *tagCounts) senses() string {
	var b strings.Builder
	for t, n := range u.all {
		if n*20 >= u.n {
			fmt.Fprintf(&b, "%d ", t)
		}
	}
	return b.String()
}

func (u *tagCounts) settled() hearsay.Tag {
	for t, n := range u.low {
		if u.lows >= leastOnly && n*200 >= u.lows*199 {
			return hearsay.Tag(t)
		}
	}
	return hearsay.TagNone
}

// ranked numbers the commonest names from 1 to at most limit.
func ranked(counts map[string]int, limit int) map[string]uint8 {
	var names []string
	for n := range counts {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	numbers := map[string]uint8{}
	for i, n := range names[:min(len(names), limit)] {
		numbers[n] = uint8(i + 1)
	}
	return numbers
}
