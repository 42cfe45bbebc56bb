package report

import (
	"cmp"
	"slices"
)

// Words that more utterances than frequentWord have find no candidates; pairs of
// neighbouring words find the first frequentPair of them.
const (
	frequentWord = 60
	frequentPair = 100
)

// candidates lists the pairs of utterances that share a telling word or two
// neighbouring ones, in order.
func candidates(list []utterance) [][2]int {
	byKey := map[string][]int{}
	var keys []string
	add := func(key string, i int) {
		at := byKey[key]
		if len(at) == 0 {
			keys = append(keys, key)
		} else if at[len(at)-1] == i {
			return
		}
		byKey[key] = append(at, i)
	}
	for i := range list {
		t := telling(list[i].all)
		if len(t) < 2 {
			t = list[i].all
		}
		for k, w := range t {
			add(w, i)
			if k > 0 {
				add(t[k-1]+" "+w, i)
			}
		}
	}
	seen := map[[2]int]bool{}
	var pairs [][2]int
	for _, key := range keys {
		at := byKey[key]
		if len(at) > frequentWord && !slices.Contains([]byte(key), ' ') {
			continue
		}
		for n, i := range at {
			for _, j := range at[n+1 : min(len(at), n+1+frequentPair)] {
				if p := [2]int{i, j}; !seen[p] {
					seen[p] = true
					pairs = append(pairs, p)
				}
			}
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int) int { return cmp.Or(p[0]-q[0], p[1]-q[1]) })
	return pairs
}
