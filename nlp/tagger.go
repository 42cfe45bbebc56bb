package nlp

import "hearsay"

// The atoms of a tagging decision, around the word in question.
const (
	tagNothing = iota
	tagWord
	tagExact
	tagShape
	tagSuffix1
	tagSuffix2
	tagSuffix3
	tagSuffix4
	tagPrefix1
	tagPrefix2
	tagPrefix3
	tagFine
	tagCoarse
	tagSenses
	tagWordL
	tagWordLL
	tagWordR
	tagWordRR
	tagTagL
	tagTagLL
	tagFineL
	tagFineLL
	tagFineR
	tagFineRR
	tagSensesR
	tagSensesRR
	tagShapeL
	tagShapeR
	tagSuffixL
	tagSuffixR
	tagPlace
	tagInside
	tagAlways
)

var tagAgenda = newAgenda("tag", []template{
	{tagAlways}, {tagWord}, {tagExact}, {tagSuffix3}, {tagSuffix2, tagShape}, {tagFine}, {tagSenses},
	{tagTagL, tagSenses}, {tagTagL, tagTagLL, tagSenses}, {tagTagL, tagWord}, {tagWordR, tagSenses},
	{tagSenses, tagSensesR}, {tagTagL, tagSenses, tagSensesR}, {tagFine, tagFineR}, {tagFineL, tagFine},
	{tagWordL, tagWord}, {tagShape, tagPlace}, {tagTagL, tagSuffix3}, {tagSuffix3, tagShape, tagPlace},
}, []template{
	{tagSuffix1, tagShape}, {tagSuffix4}, {tagPrefix1, tagShape}, {tagPrefix2}, {tagPrefix3},
	{tagFine, tagShape, tagPlace}, {tagCoarse, tagSuffix2}, {tagSenses, tagShape}, {tagShape, tagShapeL, tagShapeR},
	{tagTagL}, {tagTagL, tagTagLL}, {tagTagLL, tagWord}, {tagTagL, tagFine}, {tagTagL, tagSensesR}, {tagWordL},
	{tagWordL, tagSenses}, {tagWordLL}, {tagWordR}, {tagWordR, tagWord}, {tagWordRR}, {tagFineL}, {tagFineR},
	{tagFineLL}, {tagFineRR}, {tagSenses, tagSensesR, tagSensesRR}, {tagSuffixL, tagShape}, {tagSuffixR, tagSenses},
	{tagSuffix3, tagSuffixR}, {tagWordL, tagWordR, tagShape}, {tagInside, tagPlace, tagShape},
	{tagTagL, tagTagLL, tagShape},
})

// edge stands for the words beyond a sentence's ends.
var edge = func() form {
	h := mix(0xED6E)
	return form{word: h, fine: h, senses: h, shape: h, tag: h, suffix: [4]uint64{h, h, h, h}}
}()

// tagAtoms fills in the atoms of the word at i.
func tagAtoms(atoms *[atomCount]uint64, words []form, i int) {
	at := func(k int) *form {
		if k < 0 || k >= len(words) {
			return &edge
		}
		return &words[k]
	}
	f, l, ll, r, rr := &words[i], at(i-1), at(i-2), at(i+1), at(i+2)
	place := small[2]
	if i == 0 {
		place = small[0]
	} else if i == 1 && l.word == openQuote {
		place = small[1]
	}
	*atoms = [atomCount]uint64{
		tagWord: f.word, tagExact: f.exact, tagShape: f.shape,
		tagSuffix1: f.suffix[0], tagSuffix2: f.suffix[1], tagSuffix3: f.suffix[2], tagSuffix4: f.suffix[3],
		tagPrefix1: f.prefix[0], tagPrefix2: f.prefix[1], tagPrefix3: f.prefix[2],
		tagFine: f.fine, tagCoarse: f.coarse, tagSenses: f.senses,
		tagWordL: l.word, tagWordLL: ll.word, tagWordR: r.word, tagWordRR: rr.word,
		tagTagL: l.tag, tagTagLL: ll.tag, tagFineL: l.fine, tagFineLL: ll.fine, tagFineR: r.fine, tagFineRR: rr.fine,
		tagSensesR: r.senses, tagSensesRR: rr.senses, tagShapeL: l.shape, tagShapeR: r.shape,
		tagSuffixL: l.suffix[2], tagSuffixR: r.suffix[2], tagPlace: place, tagInside: f.inside, tagAlways: small[9],
	}
}

var openQuote = spell("``")

// tag sets the tags of a sentence's words, left to right.
func (m *model) tag(words []form, tags []hearsay.Tag, work *scratch) {
	for i := range words {
		t := words[i].only
		if t == hearsay.TagNone {
			tagAtoms(&work.atoms, words, i)
			var sums [maxClasses]int32
			t = hearsay.Tag(m.tags.choose(&sums, work))
		}
		tags[i], words[i].tag = t, small[t]
	}
}
