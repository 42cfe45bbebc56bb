package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// Narrate gives the readings of a story a statement of the outlet's own for each
// sentence that nobody is cited for and that counts what another account counts
// otherwise: "Twelve people were treated" against "the hospital treated at least 17",
// "Ann Lee, 23," against "32-year-old Ann Lee".
// A disagreement is between statements, and most counts stand in an outlet's own
// words. It is to be called once, before Align.
func Narrate(d *hearsay.Dossier) {
	v := newVoices(d)
	for _, s := range d.Stories {
		n := narration{voices: v, counts: map[string][]count{}}
		for _, a := range s.Articles {
			n.gather(a)
		}
		n.state()
	}
}

// count is a number of one thing that an account gives, in a statement or in a
// sentence of its own.
type count struct {
	article  int32
	sentence int32 // index into the sentences; -1 in a statement
	value    quantity
	words    []string // that say something, in the sentence or the content
}

// alike is how many words, the number and what it counts left out, two counts must
// share to be of one thing.
const alike = 2

// like reports whether two counts are of one thing, by the words beside the number.
func (c *count) like(o *count, of string) bool {
	if aged(of) {
		return true
	}
	n := 0
	for _, w := range c.words {
		if !strings.Contains(" "+of+" ", " "+w+" ") && slices.Contains(o.words, w) {
			n++
		}
	}
	return n >= alike
}

type narration struct {
	voices
	counts map[string][]count // by what is counted, in order
	order  []string
}

func (n *narration) gather(article int32) {
	r := n.d.Readings[article]
	for i := range r.Statements {
		for _, m := range n.tallies(article, within(r, r.Statements[i].Content)) {
			n.add(m.of, count{article, -1, m.value, around(r, &r.Statements[i])})
		}
	}
	for i, s := range r.Sentences {
		if !s.Parsed || attributed(r, s.Span) {
			continue
		}
		tokens := within(r, []hearsay.Span{s.Span})
		for _, m := range n.tallies(article, tokens) {
			n.add(m.of, count{article, int32(i), m.value, saying(r, tokens)})
		}
	}
}

// around lists the words of the sentence in which a statement's content begins.
func around(r *hearsay.Reading, s *hearsay.Statement) []string {
	i := sentenceOf(r, hearsay.Cover(s.Content))
	if i < 0 {
		return nil
	}
	return saying(r, within(r, []hearsay.Span{r.Sentences[i].Span}))
}

// saying lists the words of a stretch that say something, each once.
func saying(r *hearsay.Reading, tokens []int32) []string {
	var out []string
	for k := 0; k < len(tokens); {
		key, n, kd := term(r, tokens[k:])
		if key != "" && kd != number && !slices.Contains(out, key) {
			out = append(out, key)
		}
		k += n
	}
	return out
}

func (n *narration) add(of string, c count) {
	if _, known := n.counts[of]; !known {
		n.order = append(n.order, of)
	}
	n.counts[of] = append(n.counts[of], c)
}

// state adds a statement for each sentence that disagrees with another account.
func (n *narration) state() {
	made := map[[2]int32]bool{}
	for _, of := range n.order {
		for _, c := range n.counts[of] {
			key := [2]int32{c.article, c.sentence}
			other := func(o count) bool { return o.article != c.article && o.value.disjoint(c.value) && c.like(&o, of) }
			if c.sentence < 0 || made[key] || !slices.ContainsFunc(n.counts[of], other) {
				continue
			}
			made[key] = true
			r := n.d.Readings[c.article]
			r.Statements = append(r.Statements, hearsay.Statement{
				Source:  hearsay.Source{Entity: -1, Kind: hearsay.SourceMedia},
				Content: []hearsay.Span{r.Sentences[c.sentence].Span},
				Within:  -1, Carried: -1, Target: -1, Time: -1,
			})
		}
	}
}
