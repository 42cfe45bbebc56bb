package nlp

import (
	"math/bits"

	"hearsay"
)

// node is a word with the part of the tree that is built below it. Arc-hybrid
// parsing attaches the nearest child first, so the outermost child of each side
// is the last one attached.
type node struct {
	left, left2, right, right2 int32 // outermost and next children of each side; -1 for none
	lefts, rights              uint8
	leftDeps, rightDeps        uint64 // the labels of the children, a bit each
	marker                     uint64 // the last child that is a case, mark or conjunction
	first                      int32  // the leftmost word below it, itself included
	head                       int32  // -1 while unattached
	dep                        hearsay.Dep
}

// state is a configuration of the arc-hybrid system: a stack, a buffer that is
// the words from next on, with the root behind the last word, and the arcs.
// Punctuation is not parsed but known to the words behind it; see punctuation.go.
type state struct {
	words []form  // of the sentence without its punctuation, then the root
	place []int32 // where each stands among the sentence's tokens
	nodes []node
	stack []int32
	next  int32
	kinds []passed
}

// passed counts what parts clauses, up to a word.
type passed struct {
	before between // the word, with the marks before it
	after  between // and with the word
}

// between counts words and marks that part clauses.
type between struct{ verbs, finite, commas, conjunctions, others uint16 }

var rootForm = func() form {
	h := mix(0x4007)
	return form{word: h, exact: h, fine: h, coarse: h, tag: h}
}()

// reset prepares s for a tagged sentence. A sentence that is all punctuation
// keeps its first token.
func (s *state) reset(words []form, tags []hearsay.Tag) {
	s.words, s.place, s.stack, s.next = s.words[:0], s.place[:0], s.stack[:0], 0
	s.nodes, s.kinds = s.nodes[:0], s.kinds[:0]
	var k between
	marks := uint64(0)
	for i, t := range tags {
		if punctuation(t) && !(len(s.words) == 0 && i == len(tags)-1) {
			marks = marks*3 + small[t]
			k.count(t)
			continue
		}
		s.add(&words[i], int32(i), marks, &k, t)
		marks = 0
	}
	s.add(&rootForm, int32(len(tags)), marks, &k, hearsay.TagNone)
}

func (s *state) add(f *form, place int32, marks uint64, k *between, t hearsay.Tag) {
	s.words = append(s.words, *f)
	s.words[len(s.words)-1].marks = marks
	s.place = append(s.place, place)
	s.nodes = append(s.nodes, node{left: -1, left2: -1, right: -1, right2: -1, head: -1, first: int32(len(s.nodes))})
	before := *k
	k.count(t)
	s.kinds = append(s.kinds, passed{before, *k})
}

func (k *between) count(t hearsay.Tag) {
	switch t {
	case hearsay.TagVBD, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagMD:
		k.finite++
	}
	switch t {
	case hearsay.TagVB, hearsay.TagVBD, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagVBN, hearsay.TagMD:
		k.verbs++
	case hearsay.TagComma:
		k.commas++
	case hearsay.TagCC:
		k.conjunctions++
	case hearsay.TagColon, hearsay.TagOpenQuote, hearsay.TagCloseQuote, hearsay.TagLRB, hearsay.TagRRB, hearsay.TagStop, hearsay.TagWDT, hearsay.TagWP, hearsay.TagWRB:
		k.others++
	}
}

// parted is a hash of what stands strictly between words a < b.
func (s *state) parted(a, b int32) uint64 {
	x, y := &s.kinds[a].after, &s.kinds[b].before
	code := min(y.verbs-x.verbs, 2) | min(y.commas-x.commas, 2)<<2 | min(y.conjunctions-x.conjunctions, 1)<<4 | min(y.others-x.others, 1)<<5
	return small[code&0xff]
}

// finite is a hash of how many finite verbs the sentence has before and behind
// the next word.
func (s *state) finite() uint64 {
	k := &s.kinds[s.next]
	behind := s.kinds[s.root()].before.finite - k.after.finite
	return small[0x80|min(k.before.finite, 2)<<2|min(behind, 2)]
}

// root is the place of the root.
func (s *state) root() int32 { return int32(len(s.words) - 1) }

// done reports whether only the root is left.
func (s *state) done() bool { return len(s.stack) == 0 && s.next == s.root() }

// move is a transition.
type move uint8

const (
	moveShift move = iota // the next word goes on the stack
	moveLeft              // the top becomes a child of the next word
	moveRight             // the top becomes a child of the word below it
	moveCount
)

// legal is the set of moves that can be made, a bit each. Only the last word on
// the stack attaches to the root.
func (s *state) legal() (set uint8) {
	if s.next < s.root() {
		set |= 1 << moveShift
	}
	switch n := len(s.stack); {
	case n >= 2 && s.next == s.root():
		set |= 1 << moveRight
	case n >= 2:
		set |= 1<<moveLeft | 1<<moveRight
	case n == 1:
		set |= 1 << moveLeft
	}
	return set
}

// arc is the arc that a move would make.
func (s *state) arc(m move) (head, child int32) {
	top := len(s.stack) - 1
	if m == moveLeft {
		return s.next, s.stack[top]
	}
	return s.stack[top-1], s.stack[top]
}

// shift makes moveShift.
func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach makes the arc of moveLeft or moveRight.
func (s *state) attach(head, child int32, d hearsay.Dep) {
	s.stack = s.stack[:len(s.stack)-1]
	h, c := &s.nodes[head], &s.nodes[child]
	c.head, c.dep = head, d
	bit := uint64(1) << (d & 63)
	if child < head {
		h.left2, h.left = h.left, child
		h.lefts++
		h.first = c.first
		h.leftDeps |= bit
	} else {
		h.right2, h.right = h.right, child
		h.rights++
		h.rightDeps |= bit
	}
	if d == hearsay.DepCase || d == hearsay.DepMark || d == hearsay.DepCc {
		h.marker = s.words[child].word
	}
}

// span is a hash of the distance between two words.
func span(a, b int32) uint64 {
	d := b - a
	if d < 0 {
		d = -d
	}
	if d > 4 {
		d = 3 + int32(bits.Len32(uint32(d))) // 5-7, 8-15, ...
	}
	return small[0x40+d&0x3f]
}

// quoted is a hash of how two words stand to quotations.
func quoted(a, b *form) uint64 {
	switch {
	case a.quotation == b.quotation && a.quotation == 0:
		return small[0]
	case a.quotation == b.quotation:
		return small[1]
	case b.quotation == 0:
		return small[2]
	case a.quotation == 0:
		return small[3]
	}
	return small[4]
}
