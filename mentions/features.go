package mentions

import (
	"slices"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// traits are what the tagger sees of one unit.
type traits struct {
	word, exact, end2, end3, end4, start2, start3 uint64
	shape, tag, dep, fine, coarse                 uint64
	list                                          uint64 // the list that a name here is on, and the place in it
	gazette                                       uint64 // set of what the word may be by the lists
	rule                                          uint64 // what the rules took it for
	document                                      uint64 // what the rules took the word for in the whole text
}

// Bits of traits.gazette.
const (
	bitGiven = 1 << iota
	bitTitle
	bitAdjective
	bitRole
	bitEnd
	bitAny
	bitEvent
	bitPlace
	bitLaw
	bitCity
	bitOpening
	bitTitled
	bitListed
	bitDate
	bitVerbal
	bitFunction
)

// scout looks at units for the tagger.
type scout struct {
	f        *finder
	seen     []traits
	rule     []uint8 // by unit
	list     []uint8
	document map[string]uint8
}

// newScout notes what the lists and the rules say of the units: for each the
// kind that the rules gave the name there and the kind that they gave its
// entity over the whole text.
func newScout(f *finder) *scout {
	n := len(f.units)
	s := &scout{f: f, seen: make([]traits, n), rule: make([]uint8, n), list: make([]uint8, n), document: map[string]uint8{}}
	g := *f
	g.found, g.nations, g.placeOnly = slices.Clone(f.found), map[string]int32{}, map[string]bool{}
	g.order()
	g.gather()
	for i := range g.found {
		x := &g.found[i]
		code := uint8(1+x.kind)<<4 | bit(x.sure)<<1 | bit(x.last-x.first > x.core[1]-x.core[0])<<2
		if x.entity >= 0 {
			code = uint8(1+g.entities[x.entity].Kind)<<4 | code&15 | bit(g.facts[x.entity].named)<<3
		}
		for k := x.core[0]; k < x.core[1]; k++ {
			s.rule[k] = code | bit(k > x.core[0])
			s.document[f.units[k].Of(f.text)] |= vote(x)
		}
	}
	for i := 0; i < n; i++ {
		if !f.mayName(i) {
			continue
		}
		if to, name, ok := longest(f, en.Names(), f.text, i); ok {
			for k := i; k < to; k++ {
				s.list[k] = uint8(1+name.Kind)<<1 | bit(k > i)
			}
			i = to - 1
		}
	}
	return s
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// vote is what one finding of the rules says of its words: bits for a person,
// an organisation, a place, something else; higher ones where the rules are
// sure.
func vote(x *expression) uint8 {
	v := uint8(0)
	switch x.kind {
	case hearsay.KindPerson:
		v = 1
	case hearsay.KindOrganisation, hearsay.KindMedia:
		v = 2
	case hearsay.KindPlace:
		v = 4
	default:
		return 8
	}
	if x.sure {
		v <<= 4
	}
	return v
}

// beyond stands for units outside the sentence.
var beyond = traits{word: 7, exact: 7, shape: 63, tag: 127, fine: 511, coarse: 511, gazette: 1 << 20}

// at is what is seen of unit i from a sentence [begin,end).
func (s *scout) at(i, begin, end int) *traits {
	if i < begin || i >= end {
		return &beyond
	}
	t := &s.seen[i]
	if t.word == 0 {
		s.look(i, t)
	}
	return t
}

func (s *scout) look(i int, t *traits) {
	f := s.f
	u := f.units[i]
	low, exact := u.Of(f.low), u.Of(f.text)
	t.word, t.exact = spell(low), spell(exact)
	t.end2, t.end3, t.end4 = ending(low, 2), ending(low, 3), ending(low, 4)
	t.start2, t.start3 = beginning(low, 2), beginning(low, 3)
	t.shape = uint64(outline(exact))
	last := f.r.Tokens[u.last]
	t.tag, t.dep = uint64(last.Tag)+1, uint64(last.Dep)+1
	fine, coarse := nlp.Classes(exact)
	t.fine, t.coarse = uint64(fine), uint64(coarse)
	t.list, t.rule = uint64(s.list[i]), uint64(s.rule[i])
	t.document = uint64(s.document[exact])
	t.gazette = s.gazette(i, low)
}

func (s *scout) gazette(i int, low string) uint64 {
	f, u, g := s.f, s.f.units[i], uint64(0)
	set := func(ok bool, bit uint64) {
		if ok {
			g |= bit
		}
	}
	set(u.has(isOpening), bitOpening)
	set(u.has(isTitled), bitTitled)
	set(u.has(isListed), bitListed)
	set(u.has(isDate), bitDate)
	set(en.FunctionWord(low), bitFunction)
	_, title := en.Titles().Get(low)
	set(title, bitTitle)
	_, adjective := en.Adjectives().Get(low)
	set(adjective, bitAdjective)
	_, role := en.Nouns().Get(low)
	set(role, bitRole)
	set(en.Verbal(low), bitVerbal)
	if u.has(isCapital) {
		set(f.given(i), bitGiven)
		n := f.nameNoun(i)
		set(n.End, bitEnd)
		set(n.Any, bitAny)
		set(n.Event, bitEvent)
		set(n.Place, bitPlace)
		set(n.Law, bitLaw)
		set(en.Cities()[u.Of(f.text)], bitCity)
	}
	return g
}

// outline is the shape of a word: runs of capitals, small letters, digits and
// marks, each counted once or as several.
func outline(w string) uint16 {
	out, last, run := uint16(1), -1, 0
	for i := 0; i < len(w) && i < 12; i++ {
		c, kind := w[i], 3
		switch {
		case c >= 'A' && c <= 'Z':
			kind = 0
		case c >= 'a' && c <= 'z' || c >= 0x80:
			kind = 1
		case c >= '0' && c <= '9':
			kind = 2
		}
		if kind != last {
			out, run = out<<2|uint16(kind), 0
		} else if run++; run == 1 && kind == 0 {
			out = out<<2 | uint16(kind)
		}
		last = kind
	}
	return out
}

func ending(w string, n int) uint64 {
	if len(w) <= n {
		return 0
	}
	return spell(w[len(w)-n:])
}

func beginning(w string, n int) uint64 {
	if len(w) <= n {
		return 0
	}
	return spell(w[:n]) ^ 1
}

// spell hashes a word (FNV-1a); never 0.
func spell(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h | 1
}

// fact hashes up to three values under the number of a template.
func fact(template int, a, b, c uint64) uint64 {
	h := uint64(template)*0x9e3779b97f4a7c15 + a*0xff51afd7ed558ccd + b*0xc2b2ae3d27d4eb4f + c*0x165667b19e3779f9
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>29
}

// features appends the facts of unit i of a window in the sentence [begin,end).
func (s *scout) features(st window, i, begin, end int, out []uint64) []uint64 {
	t, l, r := s.at(i, begin, end), s.at(i-1, begin, end), s.at(i+1, begin, end)
	ll, rr := s.at(i-2, begin, end), s.at(i+2, begin, end)
	before, after := s.at(st.from-1, begin, end), s.at(st.to, begin, end)
	first, last := s.at(st.from, begin, end), s.at(st.to-1, begin, end)
	place := uint64(min(i-st.from, 3)) | uint64(min(st.to-1-i, 3))<<2
	opening := t.gazette & (bitOpening | bitTitled | bitListed)
	return append(out,
		fact(0, 1, 0, 0),
		fact(1, t.word, 0, 0), fact(2, t.exact, opening, 0), fact(3, t.end2, t.shape, 0), fact(4, t.end3, t.shape, 0), fact(5, t.end4, 0, 0),
		fact(6, t.start2, t.shape, 0), fact(7, t.start3, t.shape, 0), fact(8, t.shape, opening, 0), fact(9, t.tag, t.shape, 0), fact(10, t.tag, opening, 0),
		fact(11, t.fine, t.shape, 0), fact(12, t.coarse, t.shape, opening), fact(13, t.list, 0, 0), fact(14, t.list, t.word, 0), fact(15, t.gazette, 0, 0),
		fact(16, t.gazette, t.shape, place), fact(17, t.rule, 0, 0), fact(18, t.rule, t.list, 0), fact(19, t.rule, t.tag, opening), fact(20, t.rule, t.document, 0),
		fact(21, t.document, 0, 0), fact(22, t.document, t.shape, opening), fact(23, t.dep, t.tag, 0), fact(24, place, t.shape, 0),
		fact(25, l.word, 0, 0), fact(26, r.word, 0, 0), fact(27, ll.word, 0, 0), fact(28, rr.word, 0, 0), fact(29, l.word, t.word, 0), fact(30, t.word, r.word, 0),
		fact(31, l.word, t.shape, r.word), fact(32, l.tag, t.tag, r.tag), fact(33, l.shape, t.shape, r.shape), fact(34, ll.tag, l.tag, t.shape),
		fact(35, l.fine, t.shape, 0), fact(36, r.fine, t.shape, 0), fact(37, ll.fine, 0, 0), fact(38, rr.fine, 0, 0), fact(39, l.fine, t.fine, 0), fact(40, t.fine, r.fine, 0),
		fact(41, l.list, t.list, r.list), fact(42, l.gazette, t.shape, 0), fact(43, r.gazette, t.shape, 0), fact(44, l.gazette, t.gazette, 0), fact(45, t.gazette, r.gazette, 0),
		fact(46, l.rule, t.rule, r.rule), fact(47, l.rule, t.list, 0), fact(48, t.rule, r.shape, r.tag),
		fact(49, before.word, place, 0), fact(50, after.word, place, 0), fact(51, before.fine, after.fine, 0), fact(52, before.word, after.word, 0), fact(53, before.gazette, place, 0),
		fact(54, last.word, place, 0), fact(55, last.gazette, place, 0), fact(56, last.fine, place, 0), fact(57, first.gazette, place, 0), fact(58, first.word, place, 0),
		fact(59, last.end3, place, 0), fact(60, t.end3, r.end3, 0), fact(61, l.end3, t.end3, 0), fact(62, l.document, t.document, r.document), fact(63, t.rule, t.gazette, 0),
		fact(64, t.rule, last.gazette, place), fact(65, before.tag, after.tag, place), fact(66, t.rule, t.fine, 0), fact(67, t.document, l.word, 0), fact(68, t.document, r.word, 0))
}
