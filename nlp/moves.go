package nlp

// The atoms of a structural decision: s0, s1, s2 from the top of the stack; b0,
// b1, b2, b3 of the buffer; their outermost children.
const (
	atNothing = iota
	s0w
	s0t
	s0f
	s0o
	s1w
	s1t
	s1f
	s1o
	s2w
	s2t
	s2f
	b0w
	b0t
	b0f
	b0o
	b1w
	b1t
	b1f
	b2w
	b2t
	b3t
	s0lw
	s0lt
	s0ld
	s0l2t
	s0l2d
	s0rw
	s0rt
	s0rd
	s0r2t
	s0r2d
	s1lt
	s1ld
	s1rw
	s1rt
	s1rd
	b0lw
	b0lt
	b0ld
	b0l2t
	b0l2d
	s0ls // the labels of s0's left children
	s0rs
	s1rs
	b0ls
	s0n // how many children s0 has on either side
	s1n
	b0n
	s0b0 // distance
	s1s0
	prev // tag before b0
	s0after
	s0before
	s1after
	s0b0q // quotations
	s1s0q
	s0b0k // what parts them
	s1s0k
	s0m // s0's marker
	s1m
	b0p // marks before b0, and before all that is below it
	b0P
	s0P
	b1p
	s0p // marks after s0
	s1p
	fin // finite verbs before and behind b0
	atAlways
)

var moveAgenda = newAgenda("move", []template{
	{fin, s0t, b0t}, {fin, s1t, s0t, b0t},
	{atAlways}, {s0t, b0t}, {s0w, b0t}, {s0t, b0w}, {s0f, b0f}, {s1t, s0t, b0t}, {s0t, b0t, b1t}, {s1t, s0t, b0t, b1t},
	{s0w, b0w}, {s0t, b0t, b1t, b2t}, {s0t, b0t, s0b0k}, {s1t, s0t, s1s0k}, {s0t, b0t, s0b0}, {s0t, s0rd, b0t},
	{s0t, s0ld, b0t}, {s0t, b0t, b0ld}, {s1t, s0t, s0ld}, {s1t, s1rd, s0t}, {b0P, s0t, b0t}, {s0m, s0t, s1t},
	{s1w, s0t}, {s1w, s0w}, {s1t, s0w}, {s1f, s0f}, {s0m, s1w}, {s0w, s0rd, b0t}, {b0P, s1t, s0t, b0t}, {s1w, s0t, b0t},
}, []template{
	{s0w, s0t}, {s0t}, {s0f, s0t}, {s1w, s1t}, {s1t}, {b0w, b0t}, {b0t}, {b0f, b0t}, {b1w}, {b1t}, {s0w, s0t, b0t},
	{s0t, b0w, b0t}, {s0w, b0f}, {s0f, b0w}, {s0f, b0t}, {s0t, b0f}, {s1w, s1t, s0t}, {s1t, s0w, s0t}, {s1t, s0t},
	{s1f, s0t}, {s1t, s0f}, {b0t, b1t}, {s0w, b0t, b1t}, {s0t, b0w, b1t}, {s1t, s0w, b0t}, {s1t, s0t, b0w},
	{s0t, s0ls, b0t}, {s0t, s0rs, b0t}, {s1t, s1rs, s0t}, {b0P, s0w, b0t}, {s0P, s1t, s0t},
}, []template{
	{s0P, s0t, b0t, b0P}, {s0w}, {s0f}, {s1w}, {b0w}, {b1w, b1t}, {b2w}, {b2t}, {s2t}, {s1w, s0f}, {s1f, s0w},
	{s1t, b0t}, {s1w, b0t}, {s1t, b0w}, {s1f, b0f}, {b0w, b1t}, {b0t, b1w}, {b0f, b1f}, {b0t, b1t, b2t},
	{b1t, b2t, b3t}, {s0o, b0o, b1t}, {s1o, s0o, b0o}, {s2t, s1t, s0t}, {s2t, s1t, s0t, b0t}, {s2w, s0t, b0t},
	{s2f, s1t, s0t}, {s0t, s0lt, b0t}, {s0t, s0rt, b0t}, {s0w, s0ld, b0t}, {s0t, b0t, b0lt}, {s0t, b0w, b0ld},
	{s0t, s0lt, s0l2t}, {s0t, s0rt, s0r2t}, {b0t, b0lt, b0l2t}, {s0t, s0ld, s0l2d}, {s0t, s0rd, s0r2d},
	{b0t, b0ld, b0l2d}, {s1t, s1rt, s0t}, {s1t, s1lt, s0t}, {s1t, s1ld, s0t}, {s1w, s1rd, s0t}, {s1t, s0t, s0lt},
	{s1t, s0t, s0rt}, {s1t, s0t, s0rd}, {s1t, s0lw}, {s1w, s0lw}, {s0rw, b0t}, {s0t, s0rw}, {s1rw, s0t},
	{b0lw, b0t, s0t}, {s0w, s0ls}, {s0t, s0ls}, {s0w, s0rs}, {s0t, s0rs}, {s1t, s1rs}, {b0t, b0ls}, {s0t, s0n},
	{s1t, s1n}, {b0t, b0n}, {s0w, s0n}, {s0w, s0b0}, {b0w, s0b0}, {s1t, s0t, s1s0}, {s1w, s1s0}, {s0t, s0after, b0t},
	{s0t, prev, b0t}, {s0t, s0after, prev, b0t}, {s0before, s0t, b0t}, {s1t, s1after, s0t}, {s0t, b0t, s0b0q},
	{s1t, s0t, s1s0q}, {s0w, b0t, s0b0q}, {s0b0q, s1s0q, b0t}, {s0m, s1f}, {s0m, s0f, s1t}, {s1m, s0m}, {s0m, b0t},
	{b0P}, {b0P, b0t}, {b0P, s0t, b0w}, {s0P, s1w, s0t}, {s0P, s1t, s0w}, {s0P, b0P, s0t}, {s0P, s1t, s0t, b0t},
	{s0P, b0P, s1t, b0t}, {b0P, s0f, b0f}, {s0P, s1f, s0f}, {b0p, b0t}, {b0p, b0w}, {s0p, s0t}, {s0w, s0p},
	{s0t, b0t, s0p}, {s1t, s0t, s0p}, {s1t, s0t, s1p}, {b0t, b1t, b1p}, {s1t, s1p, s0t, s0p},
	{fin, b0w}, {fin, s0w, b0t}, {fin, s1t, s0t}, {fin, s0t, b0t, b1t},
})

// moveAtoms fills in the atoms of the configuration.
func (s *state) moveAtoms(a *[atomCount]uint64) {
	*a = [atomCount]uint64{atAlways: small[1]}
	top := len(s.stack) - 1
	i0, i1, i2 := int32(-1), int32(-1), int32(-1)
	if top >= 0 {
		i0 = s.stack[top]
	}
	if top >= 1 {
		i1 = s.stack[top-1]
	}
	if top >= 2 {
		i2 = s.stack[top-2]
	}
	f0, f1, f2 := s.form(i0), s.form(i1), s.form(i2)
	b0, b1, b2, b3 := s.form(s.next), s.form(s.next+1), s.form(s.next+2), s.form(s.next+3)
	a[s0w], a[s0t], a[s0f], a[s0o] = f0.word, f0.tag, f0.fine, f0.coarse
	a[s1w], a[s1t], a[s1f], a[s1o] = f1.word, f1.tag, f1.fine, f1.coarse
	a[s2w], a[s2t], a[s2f] = f2.word, f2.tag, f2.fine
	a[b0w], a[b0t], a[b0f], a[b0o] = b0.word, b0.tag, b0.fine, b0.coarse
	a[b1w], a[b1t], a[b1f] = b1.word, b1.tag, b1.fine
	a[b2w], a[b2t], a[b3t] = b2.word, b2.tag, b3.tag
	a[prev] = s.form(s.next - 1).tag
	a[b0p], a[b1p] = b0.marks, b1.marks
	a[fin] = s.finite()
	a[s0b0q] = quoted(f0, b0)
	if i0 >= 0 {
		s.topAtoms(a, i0)
		a[s0b0], a[s0b0k] = span(i0, s.next), s.parted(i0, s.next)
	}
	if i1 >= 0 {
		s.belowAtoms(a, i1)
		a[s1s0], a[s1s0q], a[s1s0k] = span(i1, i0), quoted(f1, f0), s.parted(i1, i0)
	}
	n := &s.nodes[s.next]
	a[b0lw], a[b0lt], a[b0ld] = s.child(n.left)
	_, a[b0l2t], a[b0l2d] = s.child(n.left2)
	a[b0P] = s.words[n.first].marks
	a[b0ls], a[b0n] = bag(n.leftDeps), small[min(n.lefts, 15)]
}

func (s *state) topAtoms(a *[atomCount]uint64, i int32) {
	n := &s.nodes[i]
	a[s0lw], a[s0lt], a[s0ld] = s.child(n.left)
	_, a[s0l2t], a[s0l2d] = s.child(n.left2)
	a[s0rw], a[s0rt], a[s0rd] = s.child(n.right)
	_, a[s0r2t], a[s0r2d] = s.child(n.right2)
	a[s0ls], a[s0rs], a[s0n] = bag(n.leftDeps), bag(n.rightDeps), small[min(n.lefts, 7)<<3|min(n.rights, 7)]
	a[s0after], a[s0before] = s.form(i+1).tag, s.form(i-1).tag
	a[s0m], a[s0p], a[s0P] = n.marker, s.form(i+1).marks, s.words[n.first].marks
}

func (s *state) belowAtoms(a *[atomCount]uint64, i int32) {
	n := &s.nodes[i]
	_, a[s1lt], a[s1ld] = s.child(n.left)
	a[s1rw], a[s1rt], a[s1rd] = s.child(n.right)
	a[s1rs], a[s1n] = bag(n.rightDeps), small[min(n.lefts, 7)<<3|min(n.rights, 7)]
	a[s1after] = s.form(i + 1).tag
	a[s1m], a[s1p] = n.marker, s.form(i+1).marks
}

// form is the word at i, nothing beyond the ends.
func (s *state) form(i int32) *form {
	if i < 0 || int(i) >= len(s.words) {
		return &nothing
	}
	return &s.words[i]
}

var nothing form

// child is what the models see of a child.
func (s *state) child(i int32) (word, tag, dep uint64) {
	if i < 0 {
		return 0, 0, 0
	}
	f := &s.words[i]
	return f.word, f.tag, small[s.nodes[i].dep]
}

// bag hashes a set of labels.
func bag(deps uint64) uint64 {
	if deps == 0 {
		return 0
	}
	return mix(deps)
}
