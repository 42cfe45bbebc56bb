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

// agenda is the templates of one kind of decision, each with a constant that
// tells its features from those of the others.
type agenda struct {
	templates []template
	salts     []uint64
}

// newAgenda makes the constants, which depend on the agenda's name and the
// template's atoms, not on its place.
func newAgenda(name string, templates []template) agenda {
	salts := make([]uint64, len(templates))
	for i, t := range templates {
		salts[i] = mix(spell(name) ^ uint64(t[0])<<48 ^ uint64(t[1])<<32 ^ uint64(t[2])<<16 ^ uint64(t[3]))
	}
	return agenda{templates, salts}
}

// features fills work with the features of a decision by the atoms in it.
func (g *agenda) features(work *scratch) []uint64 {
	templates, atoms := g.templates, &work.atoms
	hashes, salts := work.hashes[:len(templates)], g.salts[:len(templates)]
	for i := range templates {
		t := &templates[i]
		h := salts[i] + atoms[t[0]&(atomCount-1)] + atoms[t[1]&(atomCount-1)]*0x9e3779b97f4a7c15 +
			atoms[t[2]&(atomCount-1)]*0xc2b2ae3d27d4eb4f + atoms[t[3]&(atomCount-1)]*0x165667b19e3779f9
		h ^= h >> 32
		h *= 0xd6e8feb86659fd93
		hashes[i] = h ^ h>>29
	}
	return hashes
}

// scratch is room for the work of one decision.
type scratch struct {
	atoms  [atomCount]uint64
	hashes [maxTemplates]uint64
	slots  [maxTemplates]uint32
}

const (
	atomCount    = 128 // bounds the atoms of a decision, a power of two
	maxTemplates = 256 // bounds the templates of an agenda, a power of two
)
