package copies

import "slices"

// Index finds, among live texts, those that share passages with another text.
// Its memory depends on the live texts only. The zero value is ready; texts are
// numbered from 0 in the order in which they are added.
type Index struct {
	Window int // most live texts; older ones are dropped; 0 for no limit

	texts []*Text // from number first on
	first int32
	heads map[uint32]posting
	nodes []node // linked lists of texts by fingerprint; 0 ends a list
	free  int32  // head of the list of unused nodes
	hits  []int32
}

// posting lists the live texts with a fingerprint, oldest first.
type posting struct{ oldest, newest, count int32 }

type node struct{ text, next int32 }

// commonAt is the number of live texts that make a fingerprint common: page
// chrome and boilerplate rather than a copy.
const commonAt = 60

// Add takes in a text and returns its number.
func (x *Index) Add(t *Text) int32 {
	if x.heads == nil {
		x.heads = map[uint32]posting{}
		x.nodes = make([]node, 1)
	}
	id := x.first + int32(len(x.texts))
	x.texts = append(x.texts, t)
	x.hits = append(x.hits, 0)
	for _, h := range distinct(fingerprints(t.grams())) {
		at := x.link(node{text: id})
		p := x.heads[h]
		if p.count++; p.count == 1 {
			p.oldest = at
		} else {
			x.nodes[p.newest].next = at
		}
		p.newest = at
		x.heads[h] = p
	}
	if x.Window > 0 && len(x.texts) > x.Window {
		x.dropOldest()
	}
	return id
}

func (x *Index) link(n node) int32 {
	if x.free != 0 {
		at := x.free
		x.free = x.nodes[at].next
		x.nodes[at] = n
		return at
	}
	x.nodes = append(x.nodes, n)
	return int32(len(x.nodes) - 1)
}

func (x *Index) dropOldest() {
	for _, h := range distinct(fingerprints(x.texts[0].grams())) {
		p := x.heads[h]
		gone := p.oldest
		p.oldest = x.nodes[gone].next
		x.nodes[gone] = node{0, x.free}
		x.free = gone
		if p.count--; p.count == 0 {
			delete(x.heads, h)
		} else {
			x.heads[h] = p
		}
	}
	x.texts[0] = nil
	x.texts = x.texts[1:]
	x.hits = x.hits[1:]
	x.first++
}

// distinct returns the hashes of fingerprints, sorted, each once.
func distinct(prints []fingerprint) []uint32 {
	hashes := make([]uint32, len(prints))
	for i, p := range prints {
		hashes[i] = p.hash
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// Text returns a live text, nil for one that was dropped.
func (x *Index) Text(id int32) *Text {
	if id < x.first || id >= x.first+int32(len(x.texts)) {
		return nil
	}
	return x.texts[id-x.first]
}

// Candidates returns the live texts that may share enough with t to be its
// copies, in order. t itself, when live, is one of them.
func (x *Index) Candidates(t *Text) []int32 {
	hashes := distinct(fingerprints(t.grams()))
	var telling, common []uint32
	for _, h := range hashes {
		if x.common(h) {
			common = append(common, h)
		} else {
			telling = append(telling, h)
		}
	}
	if len(common) > len(telling) {
		slices.SortStableFunc(common, func(g, h uint32) int { return int(x.heads[g].count - x.heads[h].count) })
		telling = append(telling, common[:min(len(common), commonTried)]...)
	}
	touched := x.count(telling)
	found := touched[:0]
	for _, id := range touched {
		n := x.hits[id-x.first]
		x.hits[id-x.first] = 0
		if n >= candidateHits || n*candidateShare >= int32(min(len(telling), x.prints(id))) {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return found
}

// A candidate shares one of candidateShare fingerprints of the smaller text, or
// candidateHits of them. Of a text that is common for the most part (syndicated,
// not chrome) the commonTried rarest common ones are tried too.
const (
	candidateShare = 9
	candidateHits  = 14
	commonTried    = 12
)

func (x *Index) common(hash uint32) bool { return x.heads[hash].count >= commonAt }

// count adds to hits how many of the fingerprints each live text has, and
// returns the texts with any.
func (x *Index) count(hashes []uint32) []int32 {
	var touched []int32
	for _, h := range hashes {
		for at := x.heads[h].oldest; at != 0; at = x.nodes[at].next {
			id := x.nodes[at].text
			if x.hits[id-x.first] == 0 {
				touched = append(touched, id)
			}
			x.hits[id-x.first]++
		}
	}
	return touched
}

// prints estimates the number of fingerprints of a text.
func (x *Index) prints(id int32) int { return x.texts[id-x.first].Len() * 2 / (window + 1) }

// Compare compares two live texts, leaving out what is common to many.
func (x *Index) Compare(a, b int32) Match { return x.CompareTexts(x.Text(a), x.Text(b)) }

// CompareTexts compares two texts that need not be live.
func (x *Index) CompareTexts(a, b *Text) Match {
	return compare(sorted(a, x.common), sorted(b, x.common))
}
