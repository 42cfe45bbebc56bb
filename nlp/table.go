package nlp

import "hearsay/flat"

// table finds features by hash and displacement (Belazzougui, Botelho and
// Dietzfelbinger 2009): each key has one slot, found through the seed of its
// bucket, and a fingerprint that nearly all unseen keys fail.
type table struct {
	seeds string // 2 bytes a bucket
	slots string // 4 or 8 bytes a slot
}

// slotOf is where a key lies among n slots, given its bucket's seed.
func slotOf(key uint64, seed uint16, n uint64) uint64 {
	x := (key ^ uint64(seed)*0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93
	return (x >> 32) * n >> 32
}

// bucketOf is a key's bucket among n.
func bucketOf(key uint64, n uint64) uint64 { return (key & 0xffffffff) * n >> 32 }

// print is a key's fingerprint; tables keep as many of its low bits as they have
// room for.
func print(key uint64) uint32 { return uint32(key >> 36) }

// gather reads the slots of keys in a table of 4-byte slots. A slot belongs to
// its key when held says so. Reading all before judging any lets the memory
// answer many requests at once. The zero table holds nothing.
func (t *table) gather(slots []uint32, keys []uint64) {
	slots = slots[:len(keys)]
	buckets, n := uint64(len(t.seeds)/2), uint64(len(t.slots)/4)
	if buckets == 0 {
		for i, key := range keys {
			slots[i] = ^print(key)
		}
		return
	}
	for i, key := range keys {
		b := bucketOf(key, buckets) * 2
		seed := t.seeds[b : b+2]
		slots[i] = uint32(seed[0]) | uint32(seed[1])<<8
	}
	for i, key := range keys {
		slots[i] = flat.Word(t.slots, int(slotOf(key, uint16(slots[i]), n)*4))
	}
}

// held is all ones when the fingerprint in the bits of mask is the key's own,
// zero otherwise.
func held(slot uint32, key uint64, mask uint32) uint32 {
	return uint32((int64((slot^print(key))&mask) - 1) >> 63)
}

// find8 is the slot of a key in a table of 8-byte slots whose first four bytes
// are the key's upper half.
func (t *table) find8(key uint64) (slot uint32, ok bool) {
	b := bucketOf(key, uint64(len(t.seeds)/2)) * 2
	if b+1 >= uint64(len(t.seeds)) {
		return 0, false
	}
	seed := uint16(t.seeds[b]) | uint16(t.seeds[b+1])<<8
	i := int(slotOf(key, seed, uint64(len(t.slots)/8)) * 8)
	return flat.Word(t.slots, i+4), flat.Word(t.slots, i) == uint32(key>>32)
}
