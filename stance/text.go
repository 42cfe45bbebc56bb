package stance

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
	"hearsay/vectors"
)

// Text is a headline, or the account that it is held against, prepared.
type Text struct {
	words     []word
	sentences []sentence
	terms     []term // distinct, by id
	distinct  []int  // the first word of each id that is no function word
	length    float64
	meaning   vectors.Sum
	opening   vectors.Sum
	question  bool
	marks     [markKinds]float64
}

// The marks of a headline that tell how it is meant.
const (
	markColon = iota
	markQuote
	markCry
	markDots
	markKinds
)

// word is a token that is no mark.
type word struct {
	id       uint32 // of the base form
	form     string // lower case
	rarity   float32
	bearing  uint32 // classes of lang/en/bearings.txt that a phrase ending here has
	vector   vectors.Vector
	known    bool // has a vector
	kin      kinship
	function bool
	name     bool
	number   bool
	sentence int32
	said     bool // inside what somebody says
}

// term is a distinct word of a text with the length of its part of the text's
// direction.
type term struct {
	id     uint32
	weight float32
}

type sentence struct {
	first, last int32 // of words
	meaning     vectors.Sum
	distinct    []int // places in Text.distinct of its words
	question    bool
	said        float32 // share of its words inside what somebody says
	denied      bool    // a statement of it denies
	hedged      bool    // a statement of it is hedged
	confirmed   bool
	sources     [7]bool // kinds of sources of its statements
	quoted      bool
}

const openingSentences = 3

// PrepareAll reads texts for judging.
func PrepareAll(readings []*hearsay.Reading) []*Text {
	out := make([]*Text, len(readings))
	for i, r := range readings {
		out[i] = Prepare(r)
	}
	return out
}

// Prepare reads a text for judging.
func Prepare(r *hearsay.Reading) *Text {
	t := &Text{}
	said := contents(r)
	for k := range r.Sentences {
		t.add(r, k, said)
	}
	t.index()
	return t
}

// contents tells of each token whether it stands in what somebody says.
func contents(r *hearsay.Reading) []bool {
	said := make([]bool, len(r.Tokens))
	for i := range r.Statements {
		for _, s := range r.Statements[i].Content {
			for k := firstToken(r, s.Start); k < len(r.Tokens) && r.Tokens[k].Start < s.End; k++ {
				said[k] = true
			}
		}
	}
	return said
}

func firstToken(r *hearsay.Reading, at int32) int {
	k, _ := slices.BinarySearchFunc(r.Tokens, at, func(t hearsay.Token, at int32) int { return int(t.Start - at) })
	return k
}

func (t *Text) add(r *hearsay.Reading, k int, said []bool) {
	from := r.Sentences[k]
	s := sentence{first: int32(len(t.words))}
	inside := 0
	for i := from.First; i < from.Last; i++ {
		tok := &r.Tokens[i]
		form := tok.Of(r.Article.Text)
		if form == "?" {
			s.question = true
		}
		if !wordlike(form) {
			t.mark(form)
			continue
		}
		w := newWord(form, tok.Tag)
		w.sentence, w.said = int32(len(t.sentences)), said[i]
		if said[i] {
			inside++
		}
		t.words = append(t.words, w)
	}
	s.last = int32(len(t.words))
	if s.last == s.first {
		return
	}
	s.said = float32(inside) / float32(s.last-s.first)
	markBearings(t.words[s.first:s.last])
	s.read(r, from.Span)
	for i := s.first; i < s.last; i++ {
		w := &t.words[i]
		if w.known {
			s.meaning.Add(w.vector, 1)
		}
	}
	t.question = t.question || s.question
	t.sentences = append(t.sentences, s)
}

func (t *Text) mark(form string) {
	switch form {
	case ":", "-", "–", "—", "|":
		t.marks[markColon]++
	case "'", "\"", "‘", "’", "“", "”", "''", "``":
		t.marks[markQuote]++
	case "!":
		t.marks[markCry]++
	case "...", "…":
		t.marks[markDots]++
	}
}

// read looks at the statements of the sentence.
func (s *sentence) read(r *hearsay.Reading, at hearsay.Span) {
	for i := range r.Statements {
		st := &r.Statements[i]
		a := st.Anchor()
		if a.Start >= at.End || a.End <= at.Start {
			continue
		}
		s.denied = s.denied || st.Act == hearsay.ActDeny
		s.confirmed = s.confirmed || st.Act == hearsay.ActConfirm
		s.hedged = s.hedged || st.Hedged
		s.quoted = s.quoted || st.Form != hearsay.Indirect
		s.sources[st.Source.Kind] = true
	}
}

func newWord(form string, tag hearsay.Tag) word {
	first, _ := firstRune(form)
	w := word{form: plain(form), name: unicode.IsUpper(first), number: hasDigit(form) || tag == hearsay.TagCD}
	lemma := strings.ToLower(nlp.Lemma(form, tag))
	w.id = hash(lemma)
	w.function = en.FunctionWord(lemma) || en.FunctionWord(w.form)
	w.rarity = rarity(w.form)
	if w.vector, w.known = vectors.Of(w.form); w.known && !w.function {
		w.kin = kin(w.vector)
	}
	return w
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

func plain(form string) string {
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}

func wordlike(form string) bool {
	return strings.ContainsFunc(form, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func hasDigit(form string) bool { return strings.ContainsFunc(form, unicode.IsDigit) }

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// rarity is the inverse document frequency of a form.
func rarity(form string) float32 {
	b := background()
	return float32(math.Log(float64(b.texts+1) / (float64(b.frequency[form]) + .5)))
}

type frequencies struct {
	texts     int
	frequency map[string]int
}

var background = sync.OnceValue(func() frequencies {
	n, f := en.Background()
	return frequencies{n, f}
})

// markBearings finds the phrases that tell how a text bears on what it reports,
// by the forms as they stand and by base forms.
func markBearings(words []word) {
	const longest = 4
	for i := range words {
		phrase := ""
		for k := i; k < min(i+longest, len(words)); k++ {
			if k > i {
				phrase += " "
			}
			phrase += words[k].form
			if set, ok := en.Bearing().Get(phrase); ok {
				words[k].bearing |= set
			}
		}
		if set, ok := lemmaBearings()[words[i].id]; ok {
			words[i].bearing |= set
		}
	}
}

// lemmaBearings are the single words of the classes by the hash of the base form.
var lemmaBearings = sync.OnceValue(func() map[uint32]uint32 {
	out := map[uint32]uint32{}
	for form, set := range en.Bearing().All() {
		if !strings.Contains(form, " ") {
			out[hash(form)] |= set
		}
	}
	return out
})

// index gathers the distinct words.
func (t *Text) index() {
	counts := map[uint32]term{}
	place := map[uint32]int{}
	for i := range t.words {
		w := &t.words[i]
		if w.known {
			t.meaning.Add(w.vector, 1)
			if w.sentence < openingSentences {
				t.opening.Add(w.vector, 1)
			}
		}
		if w.function {
			continue
		}
		k, ok := place[w.id]
		if !ok {
			k = len(t.distinct)
			place[w.id] = k
			t.distinct = append(t.distinct, i)
		}
		if s := &t.sentences[w.sentence]; !slices.Contains(s.distinct, k) {
			s.distinct = append(s.distinct, k)
		}
		c := counts[w.id]
		c.id = w.id
		c.weight++
		counts[w.id] = c
	}
	rare := map[uint32]float32{}
	for i := range t.words {
		rare[t.words[i].id] = t.words[i].rarity
	}
	for _, c := range counts {
		c.weight = (1 + float32(math.Log(float64(c.weight)))) * rare[c.id]
		t.terms = append(t.terms, c)
	}
	slices.SortFunc(t.terms, func(a, b term) int {
		if a.id < b.id {
			return -1
		}
		return 1
	})
	for _, c := range t.terms {
		t.length += float64(c.weight) * float64(c.weight)
	}
	t.length = math.Sqrt(t.length)
}

// cosine is the likeness of the words of two texts.
func cosine(a, b *Text) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			dot += float64(x.weight) * float64(y.weight)
			i++
			j++
		}
	}
	if dot == 0 {
		return 0
	}
	return dot / (a.length * b.length)
}
