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
	var sums [moveCount]int32
	var mv move
	for stage := range m.moves {
		var lead int32
		if mv, lead = m.weigh(stage, &sums, legal, work); lead > m.sure[stage] {
			break
		}
	}
	return mv
}

// weigh adds a stage to the sums and returns the best legal move and its lead.
func (m *model) weigh(stage int, sums *[moveCount]int32, legal uint8, work *scratch) (mv move, lead int32) {
	from, to := moveAgenda.stage(stage)
	m.moves[stage].add(sums, work, moveAgenda.features(work, from, to))
	mv = top(sums, legal)
	return mv, sums[mv] - sums[top(sums, legal&^(1<<mv))]
}

// add adds up the moves' weights. Slots hold 16 bits of fingerprint and the
// weights of left and right; shift's is what makes the sum 0.
func (t *table) add(sums *[moveCount]int32, work *scratch, features []uint64) {
	t.gather(work.slots[:], features)
	var lefts, rights int32
	for i, key := range features {
		slot := work.slots[i] & held(work.slots[i], key, 1<<16-1)
		lefts += int32(int8(slot >> 16))
		rights += int32(int8(slot >> 24))
	}
	sums[moveShift] -= lefts + rights
	sums[moveLeft] += lefts
	sums[moveRight] += rights
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
