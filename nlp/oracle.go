package nlp

// oracle tells how many gold arcs a move puts out of reach (Goldberg and Nivre
// 2013, arc-hybrid).
type oracle struct {
	heads    []int32   // of the sentence's words; the root is the word behind the last
	children [][]int32 // of each word and the root, left to right
}

func (o *oracle) reset(heads []int32) {
	o.heads = heads
	for len(o.children) < len(heads)+1 {
		o.children = append(o.children, nil)
	}
	for i := range o.children {
		o.children[i] = o.children[i][:0]
	}
	for i, h := range heads {
		o.children[h] = append(o.children[h], int32(i))
	}
}

// costs are those of the moves in the set legal.
func (o *oracle) costs(s *state, legal uint8) (costs [moveCount]int) {
	top := len(s.stack) - 1
	if top >= 0 {
		s0 := s.stack[top]
		ahead := 0
		for _, c := range o.children[s0] {
			if c >= s.next {
				ahead++
			}
		}
		head := o.heads[s0]
		costs[moveLeft], costs[moveRight] = ahead, ahead
		if head > s.next || top >= 1 && head == s.stack[top-1] {
			costs[moveLeft]++
		}
		if head >= s.next {
			costs[moveRight]++
		}
	}
	if legal&(1<<moveShift) != 0 {
		b := s.next
		for i, w := range s.stack {
			if o.heads[w] == b || i < top && o.heads[b] == w {
				costs[moveShift]++
			}
		}
	}
	return costs
}

// zero is the set of legal moves with the lowest cost.
func (o *oracle) zero(s *state, legal uint8) (set uint8) {
	costs := o.costs(s, legal)
	least := 1 << 30
	for m := range moveCount {
		if legal>>m&1 == 0 {
			continue
		}
		if costs[m] < least {
			least, set = costs[m], 0
		}
		if costs[m] == least {
			set |= 1 << m
		}
	}
	return set
}
