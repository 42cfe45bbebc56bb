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
// tells its features from those of the others. They come in stages: a later
// stage is looked at when the earlier ones leave the decision open.
type agenda struct {
	templates []template
	salts     []uint64
	ends      []int // of the stages
}

// newAgenda makes the constants, which depend on the agenda's name and the
// template's atoms, not on its place.
func newAgenda(name string, stages ...[]template) agenda {
	var g agenda
	for _, templates := range stages {
		for _, t := range templates {
			g.salts = append(g.salts, mix(spell(name)^uint64(t[0])<<48^uint64(t[1])<<32^uint64(t[2])<<16^uint64(t[3])))
		}
		g.templates = append(g.templates, templates...)
		g.ends = append(g.ends, len(g.templates))
	}
	return g
}

// stage is the range of the templates of a stage.
func (g *agenda) stage(n int) (from, to int) {
	if n > 0 {
		from = g.ends[n-1]
	}
	return from, g.ends[n]
}

// stageOf is the stage of a template.
func (g *agenda) stageOf(template int) uint8 {
	stage := 0
	for template >= g.ends[stage] {
		stage++
	}
	return uint8(stage)
}

// features fills work with the features of a decision by the atoms in it, those
// of the templates in a range.
func (g *agenda) features(work *scratch, from, to int) []uint64 {
	templates, atoms := g.templates[from:to], &work.atoms
	hashes, salts := work.hashes[:len(templates)], g.salts[from:to]
	salts = salts[:len(templates)]
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
	counts [maxTemplates]uint8 // of the classes in a feature's row
}

const (
	atomCount    = 128 // bounds the atoms of a decision, a power of two
	maxTemplates = 256 // bounds the templates of an agenda, a power of two
)
