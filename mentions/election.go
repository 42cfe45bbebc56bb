package mentions

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// acrossKinds joins what bears one name and is a person in one article and a
// house or a place in another: one name means one thing in a dossier. A surname
// alone that a full name ends with is left to the person, unless its own article
// takes it for something else.
func (m *merger) acrossKinds() {
	surnames, houses := map[string][]int32{}, map[string][]int32{}
	groups := map[string][]int32{}
	var order []string
	for n := range m.refs {
		e := m.entity(int32(n))
		if _, known := en.Names().Get(e.Name); known || e.Suits == [3]float32{} || !slices.Contains(ballot[:], e.Kind) {
			continue
		}
		if given, surname := nameParts(e.Name); e.Kind == hearsay.KindPerson && given != "" {
			surnames[spelling(surname)] = append(surnames[spelling(surname)], int32(n))
		}
		if first, _, ok := strings.Cut(trimArticle(e.Name), " "); ok && e.Kind == hearsay.KindOrganisation && !ofPlace(e.Name) {
			houses[spelling(first)] = append(houses[spelling(first)], int32(n))
		}
		key := spelling(withoutArticle(en.Lower(trimArticle(e.Name))))
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], int32(n))
	}
	for _, key := range order {
		group := groups[key]
		oneWord := !strings.Contains(trimArticle(m.entity(group[0]).Name), " ")
		switch bearers := surnames[key]; {
		case len(key) < 3:
			continue
		case oneWord && len(bearers) > 0:
			m.joinSurname(bearers, group)
			continue
		case oneWord && len(houses[key]) > 0:
			m.joinHouse(houses[key], group)
		}
		for _, n := range group[1:] {
			m.join(group[0], n)
		}
	}
}

// joinSurname joins names of one word to the only person whose surname they are,
// where their own article does not clearly take them for something else.
func (m *merger) joinSurname(bearers, group []int32) {
	if slices.ContainsFunc(bearers, func(n int32) bool { return m.root(n) != m.root(bearers[0]) }) {
		return
	}
	for _, n := range group {
		if e := m.entity(n); e.Kind != hearsay.KindPerson && max(e.Suits[1], e.Suits[2])-e.Suits[0] < sureLead*3 {
			m.join(bearers[0], n)
		}
	}
}

// joinHouse joins names of one word to the only house whose name they begin, where
// their own article does not take them for a place.
func (m *merger) joinHouse(houses, group []int32) {
	if slices.ContainsFunc(houses, func(n int32) bool { return m.root(n) != m.root(houses[0]) }) {
		return
	}
	for _, n := range group {
		if m.entity(n).Kind != hearsay.KindPlace {
			m.join(houses[0], n)
		}
	}
}

// elected is the kind that suits best over all articles what some of them take
// for a person, others for a house or a place; false where they agree, or a list
// knows the name.
func (m *merger) elected(r *hearsay.Referent) (hearsay.EntityKind, bool) {
	var sums [3]float32
	agree := true
	for _, ref := range r.Members {
		e := &m.readings[ref.Article].Entities[ref.Index]
		if _, known := en.Names().Get(e.Name); known || e.Kind == hearsay.KindMedia {
			return e.Kind, r.Kind == hearsay.KindPerson
		} else if !slices.Contains(ballot[:], e.Kind) {
			return 0, false
		}
		agree = agree && e.Kind == r.Kind
		for k, v := range e.Suits {
			sums[k] += v
		}
	}
	if agree {
		return 0, false
	}
	best := 0
	for k, v := range sums {
		if v > sums[best] {
			best = k
		}
	}
	return ballot[best], true
}
