package attribution

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// found is an attribution in tokens, before it is linked to others.
type found struct {
	head    int32 // token of the cue that carries it; -1 for none
	cue     []run
	source  []run
	content []run
	lemma   string
	act     hearsay.Act
	tone    en.Tone
	hedged  bool
	sure    bool       // read off a construction that leaves no choice: its parts stay as they are
	chosen  bool       // its content was chosen among candidates, those with whole quotations too
	own     bool       // the outlet's own, whoever is speaking around it
	back    bool       // it judges the sentence before, to which it points, and does not tell it
	relay   int32      // index of the attribution whose content this one carries further in; -1 for none
	carried int32      // index of the attribution that this one carries on; -1 for none
	options []extent   // the contents that it was chosen among
	leads   [2]float32 // by how much the source and the content chosen lead over the next
	verdict float32    // how surely it is right, above the threshold
	speaker int32      // token whose mention is the source when source is empty or a relative pronoun; -1 for none
}

func newFound(head int32, c en.Cue) found {
	return found{head: head, lemma: c.Lemma, act: c.Act, tone: c.Tone, hedged: c.Tone == en.ToneClaims, relay: -1, carried: -1, speaker: -1}
}

// complementisers open a content clause without being part of what was said.
func complementiser(w string) bool { return w == "that" }

// trim drops from content what is not said: commas, colons and dashes at its
// edges, the final stop of a sentence, and the word "that" before a clause.
func (v *view) trim(r run) run {
	r = v.pastDateline(r)
	for changed := true; changed && !r.empty(); {
		changed = false
		if w := v.at(r.from); !isWord(w) && !v.opens(r.from) || complementiser(w) && v.introducing(r.from) {
			r.from++
			changed = true
			continue
		}
		if w := v.at(r.to - 1); !isWord(w) && !v.closes(r.to-1, r) {
			r.to--
			changed = true
		}
	}
	return r
}

// introducing reports whether "that" at t introduces a clause, and does not
// stand for something.
func (v *view) introducing(t int32) bool {
	if v.dep(t) == hearsay.DepMark || v.tag(t) == hearsay.TagIN {
		return true
	}
	switch v.at(t + 1) {
	case "the", "a", "an", "he", "she", "it", "they", "we", "there", "his", "her", "their", "its", "this", "these", "if":
		return true
	}
	return false
}

// opens reports whether t is the opening mark of a quotation, a bracket or a
// currency sign.
func (v *view) opens(t int32) bool {
	if q := v.quote[t]; q >= 0 && v.quoted[q].from == t {
		return true
	}
	return strings.Contains("([$£€#@'‘", v.at(t))
}

// closes reports whether t ends a quotation that begins in r, or is a mark
// that belongs to the words before it.
func (v *view) closes(t int32, r run) bool {
	if q := v.quote[t]; q >= 0 {
		return v.quoted[q].from >= r.from || v.quoted[q].to > r.to
	}
	switch v.at(t) {
	case "%":
		return true
	case ")":
		return v.bracketed(t, r, "(")
	case "]":
		return v.bracketed(t, r, "[")
	}
	return false
}

// bracketed reports whether the bracket that t closes opens in r.
func (v *view) bracketed(t int32, r run, opening string) bool {
	for k := t - 1; k >= r.from; k-- {
		if v.at(k) == opening {
			return true
		}
	}
	return false
}

// aside are adverbs between a source and its verb.
var aside = wordSet("later earlier also then once again meanwhile reportedly allegedly")

// trimSource drops what is not part of a source's name: marks at its edges, a
// preposition before it and the possessive ending.
func (v *view) trimSource(r run) run {
	r = v.pastDateline(r)
	for !r.empty() {
		w := v.at(r.from)
		if !isWord(w) && w != "“" && w != "\"" || v.dep(r.from) == hearsay.DepCase || v.dep(r.from) == hearsay.DepCc || v.dep(r.from) == hearsay.DepMark || w == "that" && r.len() > 1 && v.noun(r.from+1) && v.tag(r.from+1) != hearsay.TagNN {
			r.from++
			continue
		}
		w = v.at(r.to - 1)
		if !isWord(w) && !v.closes(r.to-1, r) && !strings.HasSuffix(w, ".") || v.tag(r.to-1) == hearsay.TagPOS || w == "'s" || r.len() > 1 && (v.tag(r.to-1) == hearsay.TagIN || v.tag(r.to-1) == hearsay.TagRB || v.tag(r.to-1) == hearsay.TagRBR || aside[w]) {
			r.to--
			continue
		}
		break
	}
	return r
}

// longSource is the length in tokens from which a source is cut where a clause about
// it begins: it names somebody, and does not tell his story.
const longSource = 24

// brief cuts long sources before a clause: "Ann Lee, a doctor, who has ...".
func (v *view) brief(all []found) {
	for i := range all {
		for k := range all[i].source {
			r := &all[i].source[k]
			for t := r.from + 2; t < r.to && r.len() > longSource; t++ {
				switch v.tag(t) {
				case hearsay.TagWP, hearsay.TagWDT, hearsay.TagWPS, hearsay.TagWRB, hearsay.TagVBG:
					*r = v.trimSource(run{r.from, t})
				}
			}
		}
	}
}

func (v *view) trimAll(runs []run) []run {
	var out []run
	for _, r := range runs {
		if r = v.trim(r); !r.empty() && v.wordIn(r) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b run) int { return int(a.from - b.from) })
	return out
}

func (v *view) wordIn(r run) bool {
	for t := r.from; t < r.to; t++ {
		if isWord(v.word[t]) {
			return true
		}
	}
	return false
}

// byBlock splits runs where a new block begins, since no content crosses one.
func (v *view) byBlock(runs []run) []run {
	var out []run
	for _, r := range runs {
		from := r.from
		for t := r.from + 1; t < r.to; t++ {
			if v.block(t) != v.block(from) {
				out = append(out, run{from, t})
				from = t
			}
		}
		if from < r.to {
			out = append(out, run{from, r.to})
		}
	}
	return out
}
