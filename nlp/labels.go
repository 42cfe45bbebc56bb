package nlp

import "hearsay"

// The atoms of a labelling decision: the head, the child with its finished
// subtree, and what surrounds them.
const (
	labNothing = iota
	hw
	ht
	hf
	ho
	cw
	ct
	cf
	co
	side
	far
	parts
	quotes
	clw
	clt
	cld
	cl2d
	crw
	crt
	crd
	cls // the labels of the child's left children
	crs
	cm   // its marker
	hls  // the labels of the head's left children
	hrs  //
	last // label of the head's child before this one on the same side
	lastT
	lastW
	before // tag before the child
	after
	beforeW
	afterW
	hbefore
	hafter
	below // tag of the word that would be the head's own head on the stack
	belowF
	hm
	cp // the marks before and after the child
	ca
	hp
	firstT // the first and the last word of the child's subtree stand beside it
	firstP
	labAlways
)

var labelAgenda = newAgenda("label", []template{
	{labAlways}, {ht, ct, side}, {cw, ct}, {hw, ct, side}, {ht, cw, side}, {hf, cf, side}, {hw, cw}, {ct, cls, side},
	{cm, ht, ct}, {cm, hf, ct}, {ht, ct, parts}, {ht, ct, cld}, {ht, ct, crd}, {ht, hls, side, ct}, {last, ht, ct},
	{cp, ca, ct, ht}, {before, ct, after}, {ht, cf, side}, {hf, ct, side}, {cm, hw}, {hw, hrs, side}, {ct, clw},
}, []template{
	{hw}, {ht, side}, {hf}, {cw}, {ct, side}, {cf}, {cf, ct}, {hw, cf}, {hf, cw}, {ho, co, side}, {ht, ct, far},
	{ht, ct, quotes, side}, {cw, far}, {hw, ct, parts}, {ct, clt}, {ct, cld}, {ct, crt}, {ct, crd}, {ct, crw},
	{ct, cld, cl2d}, {ht, clw}, {hf, clw, ct}, {ht, ct, cls, side}, {ct, crs, side}, {ht, cls, crs, side}, {cw, cls},
	{hw, cls, side}, {cm, ht, side}, {cm, ct}, {cm, cw}, {cm, cf, ht}, {ht, hrs, side, ct}, {hw, hls, side},
	{ht, hls, hrs, ct}, {last, ct, side}, {lastT, ht, ct}, {lastW, ct}, {last, cm}, {ct, before}, {ct, after},
	{ct, beforeW}, {ct, afterW}, {ht, ct, before}, {ht, ct, after}, {cw, beforeW}, {cw, afterW}, {ht, hbefore, ct},
	{ht, hafter, ct}, {hbefore, ht, hafter, ct}, {below, ht, ct}, {belowF, ht, ct}, {hm, ht, ct}, {firstT, ct, ht},
	{firstT, ct, side}, {cp, ct, side}, {ca, ct, side}, {cp, ct, ht}, {ca, ct, ht}, {cp, cw}, {hp, ht, ct},
	{firstP, ct, ht}, {firstP, ca, ct, ht},
})

// labelAtoms fills in the atoms of the arc from head to child, which is not made
// yet.
func (s *state) labelAtoms(a *[atomCount]uint64, head, child int32) {
	h, c := &s.words[head], &s.words[child]
	hn, cn := &s.nodes[head], &s.nodes[child]
	*a = [atomCount]uint64{
		hw: h.word, ht: h.tag, hf: h.fine, ho: h.coarse, cw: c.word, ct: c.tag, cf: c.fine, co: c.coarse,
		cls: bag(cn.leftDeps), crs: bag(cn.rightDeps), cm: cn.marker, hls: bag(hn.leftDeps), hrs: bag(hn.rightDeps), hm: hn.marker,
		quotes: quoted(h, c), far: span(head, child), labAlways: small[2],
	}
	a[clw], a[clt], a[cld] = s.child(cn.left)
	_, _, a[cl2d] = s.child(cn.left2)
	a[crw], a[crt], a[crd] = s.child(cn.right)
	b, e := s.form(child-1), s.form(child+1)
	a[before], a[after], a[beforeW], a[afterW] = b.tag, e.tag, b.word, e.word
	a[hbefore], a[hafter] = s.form(head-1).tag, s.form(head+1).tag
	under := len(s.stack) - 2
	if child < head {
		a[side], a[parts] = small[1], s.parted(child, head)
		a[lastW], a[lastT], a[last] = s.child(hn.left)
	} else {
		a[side], a[parts] = small[2], s.parted(head, child)
		a[lastW], a[lastT], a[last] = s.child(hn.right)
		under--
	}
	if under >= 0 {
		u := &s.words[s.stack[under]]
		a[below], a[belowF] = u.tag, u.fine
	}
	first := cn.first
	a[firstT], a[firstP] = s.form(first-1).tag, s.form(first).marks
	a[cp], a[ca], a[hp] = c.marks, e.marks, h.marks
}

// label chooses the relation of an arc that is not made yet.
func (m *model) label(s *state, work *scratch, head, child int32) hearsay.Dep {
	if head == s.root() {
		return hearsay.DepRoot
	}
	s.labelAtoms(&work.atoms, head, child)
	sums := notRoot
	return hearsay.Dep(m.labels.choose(&sums, work))
}

// notRoot keeps labels from being the root's.
var notRoot = [maxClasses]int32{hearsay.DepRoot: -1 << 30}
