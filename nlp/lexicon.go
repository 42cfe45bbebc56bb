package nlp

import "hearsay"

// lexicon holds what is known of a word alone, by the hash of its normalised
// spelling: its clusters, the tags it has, and its tag when that is settled.
type lexicon struct{ table table }

// entry is what the lexicon says of one word. Zero means unknown.
type entry struct {
	fine, coarse uint8       // cluster, from 1
	senses       uint8       // number of its set of tags
	only         hearsay.Tag // the tag of its uncapitalised form
}

func (e entry) pack() uint32 {
	return uint32(e.fine) | uint32(e.coarse)<<8 | uint32(e.senses)<<16 | uint32(e.only)<<24
}

// describe adds to f what the lexicon knows.
func (x *lexicon) describe(f *form) {
	f.fine, f.coarse, f.senses, f.only = 0, 0, 0, hearsay.TagNone
	slot, ok := x.table.find8(f.word)
	if !ok {
		return
	}
	f.fine, f.coarse, f.senses = small[slot&0xff], small[slot>>8&0xff], small[slot>>16&0xff]
	if only := hearsay.Tag(slot >> 24); f.low && only < hearsay.TagCount {
		f.only = only
	}
}
