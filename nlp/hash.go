package nlp

// mix spreads every bit of x over the whole word (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// small are the hashes of small numbers: tags, labels, clusters, counts.
var small = func() (t [256]uint64) {
	for i := range t {
		t[i] = mix(uint64(i) + 0x9e3779b97f4a7c15)
	}
	return t
}()

// spell hashes the bytes of a short string (FNV-1a, then mixed).
func spell(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return mix(h)
}

// A template names the atoms whose conjunction is one feature; unused places
// hold atom 0, which is always 0.
type template [4]uint8

// conjunctions fills hashes with the features of the templates over the atoms.
func conjunctions(hashes []uint64, templates []template, salts []uint64, atoms *[atomCount]uint64) {
	hashes, salts = hashes[:len(templates)], salts[:len(templates)]
	for i := range templates {
		t := &templates[i]
		h := salts[i] + atoms[t[0]&63] + atoms[t[1]&63]*0x9e3779b97f4a7c15 + atoms[t[2]&63]*0xc2b2ae3d27d4eb4f + atoms[t[3]&63]*0x165667b19e3779f9
		h ^= h >> 32
		h *= 0xd6e8feb86659fd93
		hashes[i] = h ^ h>>29
	}
}

// salt gives each template of a list its own constant, which depends on the
// list's name and on the template's atoms, not on its place.
func salt(name string, templates []template) []uint64 {
	salts := make([]uint64, len(templates))
	for i, t := range templates {
		salts[i] = mix(spell(name) ^ uint64(t[0])<<48 ^ uint64(t[1])<<32 ^ uint64(t[2])<<16 ^ uint64(t[3]))
	}
	return salts
}

// atomCount bounds the atoms of one decision.
const atomCount = 64
