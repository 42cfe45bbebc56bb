package stories

import (
	"cmp"
	"slices"
)

// postings lists, for each word, the live texts that have it among their heaviest,
// oldest first. The zero value is ready.
type postings struct {
	lists map[uint32]list
}

// list is the postings of a word; the first gone of them are of dropped texts.
type list struct {
	of   []posting
	gone int
}

// posting is a text with the weight of the word.
type posting struct {
	text int32
	x    float32
}

const (
	mostTried    = 128  // newest texts with a word that are tried
	mostPostings = 1024 // postings that are tried for a text, those of rare words first
)

func (p *postings) add(id int32, keys []weight) {
	if p.lists == nil {
		p.lists = map[uint32]list{}
	}
	for _, k := range keys {
		l := p.lists[k.word]
		if l.gone > 0 && len(l.of) == cap(l.of) {
			l.of, l.gone = slices.Delete(l.of, 0, l.gone), 0
		}
		l.of = append(l.of, posting{id, k.x})
		p.lists[k.word] = l
	}
}

// drop takes out the oldest text.
func (p *postings) drop(keys []weight) {
	for _, k := range keys {
		l := p.lists[k.word]
		if l.gone++; l.gone == len(l.of) {
			delete(p.lists, k.word)
		} else {
			p.lists[k.word] = l
		}
	}
}

// each visits the texts that share keys with a text, the newest of each word.
func (p *postings) each(keys []weight, visit func(text int32, like float32)) {
	type found struct {
		of []posting
		x  float32
	}
	var lists [mostKeys]found
	n := 0
	for _, k := range keys {
		if l, ok := p.lists[k.word]; ok {
			lists[n] = found{l.of[max(l.gone, len(l.of)-mostTried):], k.x}
			n++
		}
	}
	slices.SortStableFunc(lists[:n], func(a, b found) int { return cmp.Compare(len(a.of), len(b.of)) })
	left := mostPostings
	for _, l := range lists[:n] {
		if left -= len(l.of); left < 0 {
			return
		}
		for _, p := range l.of {
			visit(p.text, p.x*l.x)
		}
	}
}
