package nlp

import "math/bits"

// parse builds the tree of s greedily.
func (m *model) parse(s *state) {
	var hashes [maxTemplates]uint64
	for !s.done() {
		legal := s.legal()
		mv := m.choose(s, hashes[:len(moveTemplates)], legal)
		if mv == moveShift {
			s.shift()
			continue
		}
		head, child := s.arc(mv)
		s.attach(head, child, m.label(s, hashes[:], head, child))
	}
}

// choose picks the best legal move.
func (m *model) choose(s *state, features []uint64, legal uint8) move {
	if legal&(legal-1) == 0 {
		return only(legal)
	}
	s.moveFeatures(features)
	var slots [maxTemplates]uint32
	m.moves.gather(slots[:], features)
	var sums [moveCount]int32
	for i, key := range features {
		slot := slots[i] & held(slots[i], key)
		sums[0] += int32(int8(slot >> 8))
		sums[1] += int32(int8(slot >> 16))
		sums[2] += int32(int8(slot >> 24))
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
