package stories

import "slices"

// ruling is what a person decided: that all of a tell one event or, where b is
// not empty, that none of a tells the event of any of b.
type ruling struct{ a, b []int32 }

// Together puts texts into one story for as long as they live, whatever their
// words. Later rulings outweigh earlier ones.
func (g *Grouper) Together(texts ...int32) {
	r := ruling{a: g.alive(texts)}
	if len(r.a) < 2 {
		return
	}
	g.rulings = append(g.rulings, r)
	g.gather(r)
	g.part(g.member(r.a[0]).group)
}

// Apart keeps each text of a out of the stories of those of b.
func (g *Grouper) Apart(a, b []int32) {
	r := ruling{g.alive(a), g.alive(b)}
	if len(r.a) == 0 || len(r.b) == 0 {
		return
	}
	g.rulings = append(g.rulings, r)
	parted := map[*loose]bool{}
	for _, t := range slices.Concat(r.a, r.b) {
		if s := g.member(t).group; !parted[s] {
			parted[s] = true
			g.part(s)
		}
	}
}

func (g *Grouper) alive(texts []int32) []int32 {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t int32) bool { return t < g.first || int(t-g.first) >= len(g.live) })
	slices.Sort(texts)
	return slices.Compact(texts)
}

// gather joins the loose groups of texts that are ruled to be together.
func (g *Grouper) gather(r ruling) {
	if len(r.b) > 0 {
		return
	}
	for _, t := range r.a[1:] {
		if s, o := g.member(r.a[0]).group, g.member(t).group; s != o {
			g.join(s, o)
		}
	}
}

// forget drops a text from the rulings, and those that rule nothing any more.
func (g *Grouper) forget(text int32) {
	is := func(t int32) bool { return t == text }
	kept := g.rulings[:0]
	for _, r := range g.rulings {
		both := len(r.b) > 0
		r.a, r.b = slices.DeleteFunc(r.a, is), slices.DeleteFunc(r.b, is)
		if both && len(r.a) > 0 && len(r.b) > 0 || !both && len(r.a) > 1 {
			kept = append(kept, r)
		}
	}
	clear(g.rulings[len(kept):])
	g.rulings = kept
}

// ruled is, for pairs of members of a group, 1 where they are ruled to be together,
// -1 where apart, and 0; ok is false where nothing is ruled.
func (g *Grouper) ruled(members []int32) (s square, ok bool) {
	for _, r := range g.rulings {
		a, b := indices(members, r.a), indices(members, r.b)
		say := float32(-1)
		if len(r.b) == 0 {
			b, say = a, 1
		}
		for _, i := range a {
			for _, j := range b {
				if i == j {
					continue
				}
				if !ok {
					s, ok = newSquare(len(members), func(int, int) float64 { return 0 }), true
				}
				s.set(i, j, say)
			}
		}
	}
	return s, ok
}

func indices(members, texts []int32) []int {
	var out []int
	for _, t := range texts {
		if i, ok := slices.BinarySearch(members, t); ok {
			out = append(out, i)
		}
	}
	return out
}

// leanRuled is the evidence of rulings on a join, rest where there are none: apart
// outweighs together.
func (g *group) leanRuled(k int, ruled square, rest float64) float64 {
	b, lean := g.tree[k], rest
	for _, i := range g.tree[b.a].docs {
		for _, j := range g.tree[b.b].docs {
			switch ruled.at(i, j) {
			case -1:
				return -surely
			case 1:
				lean = surely
			}
		}
	}
	return lean
}
