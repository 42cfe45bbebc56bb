package claims

// leadOfPart is by how much a part must fit another statement better than the
// whole of which it is a part, for the whole to be taken apart.
const leadOfPart = 0.1

// choose lists the units that become claims: wholes, but the parts of a whole
// where a statement elsewhere says only one of them. A content that nobody takes
// apart stays one claim.
func (rd *reader) choose() []int32 {
	var all []int32
	for i := range rd.units {
		if len(rd.units[i].features) > 0 {
			all = append(all, int32(i))
		}
	}
	nodes := rd.collapse(all)
	ix := newIndex(nodes, len(rd.vocab.kinds))
	taken := make([]bool, len(nodes)) // by node of the whole
	var active []int32
	for i := range rd.units {
		u := &rd.units[i]
		if u.whole != int32(i) || len(u.features) == 0 {
			continue
		}
		if len(u.parts) < 2 {
			active = append(active, int32(i))
			continue
		}
		if !taken[u.node] && rd.apart(nodes, ix, u) {
			taken[u.node] = true
		}
		if taken[u.node] {
			active = append(active, u.parts...)
			rd.units[i].apart = true
		} else {
			active = append(active, int32(i))
		}
	}
	return active
}

// apart reports whether some other statement says one part of u and not the
// rest.
func (rd *reader) apart(nodes []node, ix *index, u *unit) bool {
	whole := &nodes[u.node]
	for k, p := range u.parts {
		part := &nodes[rd.units[p].node]
		for _, j := range ix.near(part, 0) {
			other := &nodes[j]
			if j == u.node || !rd.standsAlone(other) {
				continue
			}
			s := rd.similar(part, other)
			if s < sameFrom || s < rd.similar(whole, other)+leadOfPart {
				continue
			}
			alone := true
			for l, q := range u.parts {
				alone = alone && (l == k || rd.similar(&nodes[rd.units[q].node], other) < sameFrom-leadOfPart)
			}
			if alone {
				return true
			}
		}
	}
	return false
}

// standsAlone reports whether a node is the whole content of some statement that
// has no parts.
func (rd *reader) standsAlone(n *node) bool {
	for _, i := range n.units {
		if u := &rd.units[i]; u.whole == i && len(u.parts) < 2 {
			return true
		}
	}
	return false
}
