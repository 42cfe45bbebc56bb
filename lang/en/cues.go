package en

import (
	_ "embed"
	"strings"
	"sync"

	"hearsay"
)

//go:embed cues.txt
var cuesText string

// Part is the kind of word that a cue is.
type Part uint8

const (
	CueVerb Part = iota
	CueNoun
	CueAdjective
	CuePhrase
)

// Frame is a set of constructions in which a cue introduces content.
type Frame uint32

const (
	FrameThat Frame = 1 << iota
	FrameQuote
	FrameWh
	FrameTo
	FrameIng
	FrameObj
	FrameNoun
	FrameObjThat
	FrameObjTo
	FrameObjFrom
	FrameObjOf
	FrameObjFor
	FrameObjAs
	FrameObjPred
	FrameAbout
	FrameFor
	FrameOf
	FrameOn
	FrameAgainst
	FrameAt
	FrameOver
	FrameToNoun
	FrameAs
	FrameBy
	FrameSource
	FrameHedge
)

var frameNames = [...]string{"that", "quote", "wh", "to", "ing", "obj", "noun", "obj-that", "obj-to", "obj-from", "obj-of", "obj-for", "obj-as", "obj-pred",
	"about", "for", "of", "on", "against", "at", "over", "to-noun", "as", "by", "source", "hedge"}

// Has reports whether f and g share a construction.
func (f Frame) Has(g Frame) bool { return f&g != 0 }

// Preposition is the frame of a prepositional content, 0 for other words.
func Preposition(word string) Frame {
	switch word {
	case "about":
		return FrameAbout
	case "for":
		return FrameFor
	case "of":
		return FrameOf
	case "on", "upon":
		return FrameOn
	case "against":
		return FrameAgainst
	case "at":
		return FrameAt
	case "over":
		return FrameOver
	case "to":
		return FrameToNoun
	}
	return 0
}

// Tone is what a reporter adds by the choice of a cue.
type Tone uint8

const (
	ToneNeutral Tone = iota
	ToneClaims       // keeps a distance
	ToneAdmits       // takes the content for true and unwelcome
	ToneInsists      // sets it against doubt
	ToneReveals      // takes the content for true
)

var toneNames = [...]string{"neutral", "claims", "admits", "insists", "reveals"}

func (t Tone) String() string { return toneNames[t] }

// Cue is one entry of cues.txt.
type Cue struct {
	Lemma  string
	Part   Part
	Frames Frame
	Act    hearsay.Act
	Tone   Tone
	Rest   []string // the words that follow the head word: "out" of "point out"
}

// Cues returns the entries whose head word can have the lower-cased form, those
// of most words first.
func Cues(form string) []Cue { return cueTable()[form] }

// Verbal reports whether the lower-cased word is a form of a verb that reports.
func Verbal(form string) bool {
	for _, c := range cueTable()[form] {
		if c.Part == CueVerb {
			return true
		}
	}
	return false
}

var cueTable = sync.OnceValue(func() map[string][]Cue {
	table := map[string][]Cue{}
	for line := range strings.Lines(cuesText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		cue, forms := parseCue(strings.Split(line, " | "))
		for _, f := range forms {
			at := table[f]
			k := len(at)
			for k > 0 && len(at[k-1].Rest) < len(cue.Rest) {
				k--
			}
			table[f] = append(at[:k:k], append([]Cue{cue}, at[k:]...)...)
		}
	}
	return table
})

// parseCue reads the fields of one line. A malformed line is a defect of the
// file, which the test of the table finds.
func parseCue(field []string) (Cue, []string) {
	words := strings.Fields(field[0])
	c := Cue{Lemma: field[0], Rest: words[1:]}
	for _, name := range strings.Fields(field[2]) {
		c.Frames |= frameNamed(name)
	}
	c.Act, _ = hearsay.ParseAct(field[3])
	for i, name := range toneNames {
		if name == field[4] {
			c.Tone = Tone(i)
		}
	}
	forms := []string{words[0]}
	switch field[1] {
	case "verb":
		c.Part = CueVerb
		if len(field) > 5 {
			return c, append(forms, strings.Fields(field[5])...)
		}
		return c, append(forms, verbForms(words[0])...)
	case "noun":
		c.Part = CueNoun
		return c, append(forms, plural(words[0]))
	case "adjective":
		c.Part = CueAdjective
	case "phrase":
		c.Part = CuePhrase
	}
	return c, forms
}

func frameNamed(name string) Frame {
	for i, n := range frameNames {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

// verbForms inflects a regular verb: third person, past, present participle.
func verbForms(verb string) []string {
	stem := strings.TrimSuffix(verb, "e")
	switch {
	case strings.HasSuffix(verb, "ee"):
		return []string{verb + "s", verb + "d", verb + "ing"}
	case stem != verb:
		return []string{verb + "s", verb + "d", stem + "ing"}
	case strings.HasSuffix(verb, "y") && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		return []string{verb[:len(verb)-1] + "ies", verb[:len(verb)-1] + "ied", verb + "ing"}
	}
	return []string{plural(verb), verb + "ed", verb + "ing"}
}

// plural adds the ending of plural nouns and of verbs in the third person.
func plural(word string) string {
	last := word[len(word)-1]
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return word[:len(word)-1] + "ies"
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh"):
		return word + "es"
	}
	return word + "s"
}
