package claims

import (
	"slices"

	"hearsay"
)

// identity is who somebody is said to be: "the woman is the minister's sister" is a
// sister of the minister. Who is meant is told in many ways ("she", "the suspect",
// "Ada Munn, a baker who"), and what she is said to be is what the clause claims.
type identity struct {
	role, of int32 // features: a noun, and the name that it goes with
}

// identityOf is what a unit says that somebody is; ok is false for a clause with
// another predicate, or without a name that its predicate noun goes with.
func (rd *reader) identityOf(u *unit) (identity, bool) {
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	root, _ := predicate(r, tokens)
	if root < 0 || u.root < 0 || u.fragment || !nominal(r.Tokens[root].Tag) || child(r, tokens, root, hearsay.DepCop) < 0 {
		return identity{}, false
	}
	if and := child(r, tokens, root, hearsay.DepConj); and >= 0 && nominal(r.Tokens[and].Tag) {
		return identity{}, false
	}
	for _, i := range tokens {
		t := r.Tokens[i]
		if t.Head != root || t.Dep != hearsay.DepNmodPoss && t.Dep != hearsay.DepNmod {
			continue
		}
		for _, j := range tokens {
			if j != i && r.Tokens[j].Head != i {
				continue
			}
			if key, _, _ := rd.mention(r, u.ref.Article, j, u.speaker); key != "" {
				return identity{role: u.root, of: rd.vocab.id(key, name)}, true
			}
		}
	}
	return identity{}, false
}

// identities joins clauses that say of somebody that he is the same to the same
// person. Where they name two persons only those that name one and the same are joined.
func (rd *reader) identities(active []int32) []edge {
	var edges []edge
	told := map[identity][]int32{}
	var order []identity
	for _, i := range active {
		if id, ok := rd.identityOf(&rd.units[i]); ok {
			if len(told[id]) == 0 {
				order = append(order, id)
			}
			told[id] = append(told[id], i)
		}
	}
	for _, id := range order {
		apart := rd.persons(told[id]) > 1
		first := map[int32]int32{} // by the agent that keeps clauses apart
		for _, i := range told[id] {
			u := &rd.units[i]
			agent := int32(-1)
			if apart {
				agent = u.agent
			}
			if n, known := first[agent]; !known {
				first[agent] = u.node
			} else if n != u.node {
				edges = append(edges, edge{a: n, b: u.node, score: 1, sure: true})
			}
		}
	}
	return edges
}

// persons counts the names among the subjects of clauses.
func (rd *reader) persons(units []int32) int {
	var names []int32
	for _, i := range units {
		if a := rd.units[i].agent; a >= 0 && rd.vocab.kinds[a] == name && !slices.Contains(names, a) {
			names = append(names, a)
		}
	}
	return len(names)
}
