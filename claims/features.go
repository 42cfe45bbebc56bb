package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/vectors"
)

// vocabulary numbers the features of a story and counts the units that have
// each.
type vocabulary struct {
	ids    map[string]int32
	keys   []string
	kinds  []kind
	person []bool // of names: of a person
	counts []int32
	// vectors are of the words that may have kin; empty for others.
	vectors []vectors.Vector
}

// kind is what a feature says.
type kind uint8

const (
	word kind = iota
	action
	quality
	name
	number
)

// strength is how much sharing a feature of a kind says: what happened before
// who was there, and both before how it is painted.
var strength = [...]float64{word: 1, action: 1.2, quality: 0.5, name: 1, number: 0.4}

func (v *vocabulary) id(key string, k kind) int32 {
	if id, ok := v.ids[key]; ok {
		return id
	}
	id := int32(len(v.kinds))
	v.ids[key] = id
	v.keys = append(v.keys, key)
	v.kinds = append(v.kinds, k)
	v.person = append(v.person, false)
	v.vectors = append(v.vectors, vectors.Vector{})
	v.counts = append(v.counts, 0)
	return id
}

// The classes of words that judge a content and are no part of it.
const (
	untrue    = "false"
	trueClass = "true"
)

// warned is the class of verbs by which somebody gets to know of a thing.
const warned = "warn"

// informs reports whether "tell", the first of tokens, is that of "told the firm of the
// leak", "was never told about it": unlike "told a story", it lets somebody know.
func informs(r *hearsay.Reading, tokens []int32) bool {
	if child(r, tokens, tokens[0], hearsay.DepObj, hearsay.DepIobj, hearsay.DepNsubjPass) < 0 && !beforeIt(r, tokens[0]) {
		return false
	}
	return slices.ContainsFunc(tokens, func(i int32) bool {
		of := r.Tokens[i]
		if of.Head != tokens[0] || of.Dep != hearsay.DepObl {
			return false
		}
		c := child(r, tokens, i, hearsay.DepCase)
		return c >= 0 && knownOf(strings.ToLower(r.Tokens[c].Of(r.Article.Text)))
	})
}

// arrested is the class of verbs by which somebody is taken; a town that is captured
// is seized.
const arrested = "arrest"

// ofPeople reports whether what a verb is done to is somebody.
func ofPeople(r *hearsay.Reading, verb int32) bool {
	const reach = 12 // words from the verb to what it is done to
	for i := max(0, verb-reach); i < min(int32(len(r.Tokens)), verb+reach); i++ {
		t := r.Tokens[i]
		if t.Head != verb || t.Dep != hearsay.DepObj && t.Dep != hearsay.DepNsubjPass {
			continue
		}
		return slices.ContainsFunc(r.Mentions, func(m hearsay.Mention) bool {
			return m.Entity >= 0 && m.Contains(t.Span) && somebody(r.Entities[m.Entity].Kind)
		})
	}
	return false
}

func somebody(k hearsay.EntityKind) bool {
	return k == hearsay.KindPerson || k == hearsay.KindUnnamed || k == hearsay.KindGroup || k == hearsay.KindRole
}

// beforeIt reports whether the subject that is told stands before a verb.
func beforeIt(r *hearsay.Reading, verb int32) bool {
	for i := verb - 1; i >= 0 && i >= verb-8; i-- {
		if t := r.Tokens[i]; t.Head == verb && t.Dep == hearsay.DepNsubjPass {
			return true
		}
	}
	return false
}

func knownOf(preposition string) bool { return preposition == "of" || preposition == "about" }

// indefinite reports whether a pronoun stands for whatever a negation excludes:
// "anything", "nobody".
func indefinite(w string) bool {
	switch w {
	case "anything", "anyone", "anybody", "nothing", "nobody":
		return true
	}
	return false
}

// features finds what a unit is about. The words of a mention that is resolved
// count as one name.
func (rd *reader) features(u *unit, r *hearsay.Reading, article int32, tokens []int32) {
	root, agent := predicate(r, tokens)
	add := func(key string, k kind) int32 {
		id := rd.vocab.id(key, k)
		at, known := slices.BinarySearchFunc(u.features, id, func(f feature, id int32) int { return int(f.id - id) })
		if !known {
			u.features = slices.Insert(u.features, at, feature{id: id})
		}
		return id
	}
	for k := 0; k < len(tokens); {
		i := tokens[k]
		if key, last, person := rd.mention(r, article, i, u.speaker); key != "" {
			id := add(key, name)
			rd.vocab.person[id] = person
			for k < len(tokens) && tokens[k] < last {
				if tokens[k] == agent {
					u.agent = id
				}
				k++
			}
			continue
		}
		key, n, kd := term(r, tokens[k:])
		if key != "" {
			id := add(key, kd)
			if rd.vocab.vectors[id].Weight() == 0 {
				rd.vocab.vectors[id] = vectorOf(r, i, kd)
			}
			if slices.Contains(tokens[k:k+n], root) {
				u.root = id
			}
			if slices.Contains(tokens[k:k+n], agent) {
				u.agent = id
			}
		}
		k += n
	}
	u.empty = len(u.features) == 0
	u.fragment = !clause(r, tokens)
	u.denial = root >= 0 && tellsDenial(r, root)
	u.sought = root >= 0 && seeks(r, tokens, root)
}

// seeks reports whether a predicate tells what somebody tries to do:
// "they were trying to kill him" does not tell that they did.
func seeks(r *hearsay.Reading, tokens []int32, root int32) bool {
	x := child(r, tokens, root, hearsay.DepXcomp)
	if x < 0 {
		return false
	}
	switch base(r.Tokens[root].Of(r.Article.Text), r.Tokens[root].Tag) {
	case "try", "attempt", "seek":
		return true
	}
	return false
}

// tellsDenial reports whether a predicate is a denial. A refusal is an act of its
// own, though its words can deny too.
func tellsDenial(r *hearsay.Reading, root int32) bool {
	w := strings.ToLower(r.Tokens[root].Of(r.Article.Text))
	_, act := en.Synonym(base(w, r.Tokens[root].Tag))
	return !act && denial(w)
}

// term reads a word, or the longest phrase that has a class: its key, how many
// tokens it takes and what it is. The key is empty for a word that says nothing.
func term(r *hearsay.Reading, tokens []int32) (string, int, kind) {
	text := r.Article.Text
	first := r.Tokens[tokens[0]]
	w := first.Of(text)
	if !wordlike(w) {
		return "", 1, word
	}
	if key, n := nation(r, tokens); n > 0 {
		return key, n, name
	}
	if q, n := quantityAt(r, tokens); n > 0 {
		return "#" + q.key(), n, number
	}
	lemma := base(w, first.Tag)
	phrase := lemma
	class, n := "", 1
	if p := child(r, tokens, tokens[0], hearsay.DepCompoundPrt); p > tokens[0]+1 {
		if c, ok := en.Synonym(lemma + " " + strings.ToLower(r.Tokens[p].Of(text))); ok {
			return c, 1, action
		}
	}
	for k := 1; k < min(3, len(tokens)) && tokens[k] == tokens[0]+int32(k); k++ {
		t := r.Tokens[tokens[k]]
		phrase += " " + base(t.Of(text), t.Tag)
		if c, ok := en.Synonym(phrase); ok {
			class, n = c, k+1
		}
	}
	if class != "" {
		return class, n, action
	}
	if lemma == "tell" && verbal(first.Tag) && informs(r, tokens) {
		return warned, 1, action
	}
	if lemma == "capture" && verbal(first.Tag) && ofPeople(r, tokens[0]) {
		return arrested, 1, action
	}
	if en.FunctionWord(lemma) || indefinite(lemma) {
		return "", 1, word
	}
	if c, ok := en.Synonym(lemma); ok {
		if c == untrue || c == trueClass {
			return "", 1, word
		}
		return c, 1, action
	}
	if c, ok := participle(w); ok {
		return c, 1, action
	}
	switch lemma = stem(lemma); {
	case verbal(first.Tag):
		return lemma, 1, action
	case first.Tag == hearsay.TagJJ || first.Tag == hearsay.TagRB || first.Tag == hearsay.TagJJR || first.Tag == hearsay.TagJJS || first.Tag == hearsay.TagRBR:
		return lemma, 1, quality
	}
	return lemma, 1, word
}

func wordlike(w string) bool {
	c := w[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 && !strings.ContainsAny(w, "“”‘’–—…")
}

func verbal(t hearsay.Tag) bool {
	switch t {
	case hearsay.TagVB, hearsay.TagVBD, hearsay.TagVBG, hearsay.TagVBN, hearsay.TagVBP, hearsay.TagVBZ:
		return true
	}
	return false
}

func finite(t hearsay.Tag) bool {
	switch t {
	case hearsay.TagVBD, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagMD:
		return true
	}
	return false
}
