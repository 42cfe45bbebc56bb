package mentions

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// minimumKin is the number of unlisted names from which two articles are held to
// tell of the same people and houses.
const minimumKin = 2

// bySetting joins houses without a name that articles on the same people and
// houses describe in the same words: "the environment ministry".
func (m *merger) bySetting() {
	cast := m.cast()
	groups := map[string][]int32{}
	for n := range m.refs {
		key := m.described(int32(n))
		if key == "" {
			continue
		}
		joined := false
		for _, o := range groups[key] {
			if kin(cast[m.refs[o].Article], cast[m.refs[n].Article]) {
				m.join(o, int32(n))
				joined = true
				break
			}
		}
		if !joined && len(groups[key]) < recentEntities {
			groups[key] = append(groups[key], int32(n))
		}
	}
}

// described is the description of a house that has no name, where it says more
// than of what sort it is; empty for others.
func (m *merger) described(n int32) string {
	e := m.entity(n)
	if e.Kind != hearsay.KindOrganisation || e.Plural || e.Suits != [3]float32{} {
		return ""
	}
	text := en.Lower(trimArticle(e.Name))
	if _, known := en.Names().Get(e.Name); known || text == en.Lower(e.Name) || !strings.Contains(text, " ") {
		return ""
	}
	return text
}

// cast lists for each article the unlisted names that it shares with others, in
// order.
func (m *merger) cast() [][]int32 {
	out := make([][]int32, len(m.readings))
	for n := range m.refs {
		e := m.entity(int32(n))
		if _, known := en.Names().Get(e.Name); known || e.Suits == [3]float32{} {
			continue
		}
		if a, root := m.refs[n].Article, m.root(int32(n)); !slices.Contains(out[a], root) {
			out[a] = append(out[a], root)
		}
	}
	for a := range out {
		slices.Sort(out[a])
	}
	return out
}

// kin reports whether two ordered lists share enough.
func kin(a, b []int32) bool {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			i, j, shared = i+1, j+1, shared+1
		}
	}
	return shared >= minimumKin
}
