package attribution

import (
	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// Features are hashes of small facts. hash2 and the rest combine facts, each
// under the number of the template that combines them.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	return x ^ x>>32
}

func hash1(template int, a uint64) uint64 { return mix(uint64(template)*0x9e3779b97f4a7c15 + a) }

func hash2(template int, a, b uint64) uint64 {
	return mix(uint64(template)*0x9e3779b97f4a7c15 + a + b*0xc2b2ae3d27d4eb4f)
}

func hash3(template int, a, b, c uint64) uint64 {
	return mix(uint64(template)*0x9e3779b97f4a7c15 + a + b*0xc2b2ae3d27d4eb4f + c*0x165667b19e3779f9)
}

// spell hashes a word (FNV-1a).
func spell(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}

// scene is a view with what the learnt models ask of every token, and with the
// attributions that the rules found.
type scene struct {
	*view
	hash    []uint64 // of each word
	fine    []uint64 // class of each word, and the coarser one
	coarse  []uint64
	mention []int32  // of each token, -1 for none
	lemma   []uint64 // of each word's first cue, or of the word
	rule    []int32  // by token: the rule's attribution that it heads, -1 for none
	found   []found
	score   []float32 // by token: the detector's, above its threshold
	under   []int32   // by token: the rule's attribution of shortest content that holds it, -1 for none
}

func newScene(v *view, all []found) *scene {
	n := len(v.word)
	s := &scene{view: v, hash: make([]uint64, n), fine: make([]uint64, n), coarse: make([]uint64, n), lemma: make([]uint64, n), rule: make([]int32, n), under: make([]int32, n), found: all, mention: v.mentionAt()}
	for i, w := range v.word {
		s.hash[i] = spell(w)
		fine, coarse := nlp.Classes(v.r.Tokens[i].Of(v.text))
		s.fine[i], s.coarse[i] = uint64(fine)+1, uint64(coarse)+1
		s.lemma[i] = s.hash[i]
		if cues := en.Cues(w); len(cues) > 0 {
			s.lemma[i] = spell(cues[len(cues)-1].Lemma)
		}
		s.rule[i], s.under[i] = -1, -1
	}
	for i := range all {
		f := &all[i]
		if f.head >= 0 && s.rule[f.head] < 0 {
			s.rule[f.head] = int32(i)
		} else if f.head < 0 && len(f.cue) > 0 && s.rule[f.cue[0].from] < 0 {
			s.rule[f.cue[0].from] = int32(i)
		}
		for _, r := range f.content {
			for t := r.from; t < r.to; t++ {
				if u := s.under[t]; u < 0 || total(all[u].content) > total(f.content) {
					s.under[t] = int32(i)
				}
			}
		}
	}
	return s
}

// word hash at t, 1 outside the text.
func (s *scene) wordAt(t int32) uint64 {
	if t < 0 || int(t) >= len(s.hash) {
		return 1
	}
	return s.hash[t]
}

func (s *scene) tagAt(t int32) uint64 {
	if t < 0 || int(t) >= len(s.hash) {
		return 99
	}
	return uint64(s.tag(t)) + 1
}

func (s *scene) depAt(t int32) uint64 {
	if t < 0 || int(t) >= len(s.hash) {
		return 99
	}
	return uint64(s.dep(t)) + 1
}

// fineAt is the class of the word at t, 0 outside the text; coarseAt the coarser one.
func (s *scene) fineAt(t int32) uint64 {
	if t < 0 || int(t) >= len(s.fine) {
		return 0
	}
	return s.fine[t]
}

func (s *scene) coarseAt(t int32) uint64 {
	if t < 0 || int(t) >= len(s.coarse) {
		return 0
	}
	return s.coarse[t]
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// near buckets a distance in tokens.
func near(d int32) uint64 {
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 3:
		return uint64(d)
	case d <= 6:
		return 4
	case d <= 12:
		return 5
	case d <= 25:
		return 6
	}
	return 7
}

// candidate reports whether t may head a cue.
func (s *scene) candidate(t int32) bool {
	if s.rule[t] >= 0 {
		return true
	}
	switch s.tag(t) {
	case hearsay.TagVB, hearsay.TagVBD, hearsay.TagVBG, hearsay.TagVBN, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagNN, hearsay.TagNNS,
		hearsay.TagJJ, hearsay.TagIN, hearsay.TagRB, hearsay.TagColon, hearsay.TagMD:
		return s.dep(t) != hearsay.DepAux || s.tag(t) == hearsay.TagMD
	}
	return s.word[t] == ":"
}
