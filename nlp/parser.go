package nlp

import "math/bits"

// parse builds the tree of s greedily.
func (m *model) parse(s *state, work *scratch) {
	for !s.done() {
		mv := m.choose(s, work)
		if mv == moveShift {
			s.shift()
			continue
		}
		head, child := s.arc(mv)
		s.attach(head, child, m.label(s, work, head, child))
	}
}

// choose picks the best legal move.
func (m *model) choose(s *state, work *scratch) move {
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return only(legal)
	}
	s.moveAtoms(&work.atoms)
	features := moveAgenda.features(work)
	m.moves.gather(work.slots[:], features)
	var sums [moveCount]int32
	for i, key := range features {
		slot := work.slots[i] & held(work.slots[i], key, 1<<16-1)
		left, right := int32(int8(slot>>16)), int32(int8(slot>>24))
		sums[moveShift] -= left + right
		sums[moveLeft] += left
		sums[moveRight] += right
	}
	return top(&sums, legal)
}

// only is the one move of a set.
func only(set uint8) move { return move(bits.TrailingZeros8(set)) }

// top is the move of a set with the highest sum, the first of equals.
func top(sums *[moveCount]int32, set uint8) move {
	m := only(set)
	for k := m + 1; k < moveCount; k++ {
		if set>>k&1 != 0 && sums[k] > sums[m] {
			m = k
		}
	}
	return m
}
