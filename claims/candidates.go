package claims

import "slices"

// index finds the nodes that share features with a node.
type index struct {
	nodes    []node
	postings [][]int32 // by feature
	longest  int       // features of more nodes than this find no candidates
	overlap  []float64 // scratch, by node
	touched  []int32
}

func newIndex(nodes []node, features int) *index {
	ix := &index{nodes: nodes, postings: make([][]int32, features), longest: max(100, len(nodes)/10), overlap: make([]float64, len(nodes))}
	for i := range nodes {
		for _, f := range nodes[i].features {
			ix.postings[f.id] = append(ix.postings[f.id], int32(i))
		}
	}
	return ix
}

// near lists the nodes after from that share at least a fifth of the weight of
// features with n, in order.
func (ix *index) near(n *node, from int32) []int32 {
	ix.touched = ix.touched[:0]
	usable := 0.0
	for _, f := range n.features {
		if len(ix.list(f.id)) <= ix.longest {
			usable += f.weight
		}
	}
	for _, f := range n.features {
		list := ix.list(f.id)
		if len(list) > ix.longest {
			continue
		}
		at, _ := slices.BinarySearch(list, from)
		for _, j := range list[at:] {
			if ix.overlap[j] == 0 {
				ix.touched = append(ix.touched, j)
			}
			ix.overlap[j] += f.weight
		}
	}
	out := ix.touched[:0]
	for _, j := range ix.touched {
		if ix.overlap[j] >= 0.2*min(usable, ix.nodes[j].total) {
			out = append(out, j)
		}
		ix.overlap[j] = 0
	}
	slices.Sort(out)
	return out
}

// list is the postings of a feature, none for one that no node has.
func (ix *index) list(id int32) []int32 {
	if int(id) >= len(ix.postings) {
		return nil
	}
	return ix.postings[id]
}
