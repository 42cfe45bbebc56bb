package nlp

import "slices"

// placed is the layout of a table: a seed a bucket and, for each slot, the index
// of its key, -1 for none.
type placed struct {
	seeds []uint16
	keys  []int32
}

// place finds seeds that give every key a slot of its own. Keys must differ.
func place(keys []uint64) placed {
	slots := uint64(len(keys)+len(keys)/12) + 1
	buckets := uint64(len(keys)/4) + 1
	for {
		if p, ok := placeIn(keys, slots, buckets); ok {
			return p
		}
		slots += slots/16 + 1
	}
}

func placeIn(keys []uint64, slots, buckets uint64) (placed, bool) {
	p := placed{make([]uint16, buckets), make([]int32, slots)}
	for i := range p.keys {
		p.keys[i] = -1
	}
	members := make([][]int32, buckets)
	for i, k := range keys {
		b := bucketOf(k, buckets)
		members[b] = append(members[b], int32(i))
	}
	order := make([]int32, buckets)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return len(members[b]) - len(members[a]) })
	for _, b := range order {
		if !p.settle(keys, members[b], b) {
			return p, false
		}
	}
	return p, true
}

// settle finds a seed for one bucket.
func (p *placed) settle(keys []uint64, members []int32, b int32) bool {
	for seed := range 1 << 16 {
		if p.try(keys, members, uint16(seed)) {
			p.seeds[b] = uint16(seed)
			return true
		}
	}
	return false
}

func (p *placed) try(keys []uint64, members []int32, seed uint16) bool {
	for n, i := range members {
		at := slotOf(keys[i], seed, uint64(len(p.keys)))
		if p.keys[at] >= 0 {
			for _, j := range members[:n] {
				p.keys[slotOf(keys[j], seed, uint64(len(p.keys)))] = -1
			}
			return false
		}
		p.keys[at] = i
	}
	return true
}
