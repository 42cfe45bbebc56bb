package nlp

// index numbers 64-bit keys in order of their first insertion.
type index struct {
	slots []numbered
	keys  []uint64
}

// numbered is a key with its number plus one; 0 is a free slot.
type numbered struct {
	key    uint64
	number int32
}

func (x *index) find(key uint64) int32 {
	if len(x.slots) == 0 {
		return -1
	}
	mask := uint64(len(x.slots) - 1)
	for i := key >> 7 & mask; ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.key == key || s.number == 0 {
			return s.number - 1
		}
	}
}

// number is the key's number, a new one when it has none.
func (x *index) number(key uint64) int32 {
	if n := x.find(key); n >= 0 {
		return n
	}
	if len(x.keys)*2 >= len(x.slots) {
		x.grow()
	}
	x.keys = append(x.keys, key)
	x.put(key, int32(len(x.keys)))
	return int32(len(x.keys) - 1)
}

func (x *index) put(key uint64, n int32) {
	mask := uint64(len(x.slots) - 1)
	i := key >> 7 & mask
	for x.slots[i].number != 0 {
		i = (i + 1) & mask
	}
	x.slots[i] = numbered{key, n}
}

func (x *index) grow() {
	x.slots = make([]numbered, max(1<<16, 2*len(x.slots)))
	for i, k := range x.keys {
		x.put(k, int32(i+1))
	}
}
