package mentions

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/lang/en"
)

// minimumShared is the number of letters and digits from which two equal
// sentences show that one text was copied from the other.
const minimumShared = 40

// bySentence joins entities without a name that two articles mention at the
// same place of the same sentence.
func (m *merger) bySentence() {
	first := map[string]int32{}
	var key strings.Builder
	for r, reading := range m.readings {
		for i := range reading.Mentions {
			x := &reading.Mentions[i]
			if x.Form != hearsay.MentionNominal || x.Entity < 0 || reading.Entities[x.Entity].Kind == hearsay.KindPerson {
				continue
			}
			s := sentenceOf(reading, x.Start)
			if s < 0 {
				continue
			}
			key.Reset()
			at := 0
			for k, c := range reading.Sentences[s].Of(reading.Article.Text) {
				if k+int(reading.Sentences[s].Start) == int(x.Start) {
					at = key.Len()
				}
				if unicode.IsLetter(c) || unicode.IsDigit(c) {
					key.WriteRune(unicode.ToLower(c))
				}
			}
			if key.Len() < minimumShared {
				continue
			}
			key.WriteString("/" + strconv.Itoa(at))
			n := m.offset[r] + x.Entity
			if o, ok := first[key.String()]; ok && m.refs[o].Article != int32(r) {
				m.join(o, n)
			} else if !ok {
				first[key.String()] = n
			}
		}
	}
}

// sentenceOf is the sentence that holds a place of the text; -1 for none.
func sentenceOf(r *hearsay.Reading, at int32) int {
	i, _ := slices.BinarySearchFunc(r.Sentences, at, func(s hearsay.Sentence, at int32) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if i < len(r.Sentences) && r.Sentences[i].Start <= at {
		return i
	}
	return -1
}

// byAgency joins unnamed sources whom different articles give to one agency and
// describe by the same number, nation and standing. A description that fits two
// sources of one article joins none.
func (m *merger) byAgency() {
	keys := map[string][]int32{}
	var order []string
	for n := range m.refs {
		for _, key := range m.sourceKeys(int32(n)) {
			if keys[key] == nil {
				order = append(order, key)
			}
			keys[key] = append(keys[key], int32(n))
		}
	}
	for _, key := range order {
		if !m.onceEach(keys[key]) {
			continue
		}
		for _, n := range keys[key][1:] {
			m.join(keys[key][0], n)
		}
	}
}

// onceEach reports whether no article has two of the entities.
func (m *merger) onceEach(group []int32) bool {
	for i := 1; i < len(group); i++ {
		if m.refs[group[i]].Article == m.refs[group[i-1]].Article && m.root(group[i]) != m.root(group[i-1]) {
			return false
		}
	}
	return true
}

// sourceKeys describes an unnamed source, once for each agency near it.
func (m *merger) sourceKeys(n int32) []string {
	e := m.entity(n)
	if e.Kind != hearsay.KindUnnamed || e.Nation == "" || len(e.Roles) == 0 {
		return nil
	}
	key := e.Nation + "/" + strconv.Itoa(int(e.Number)) + "/" + standing(e.Roles[0]) + "/"
	r := m.readings[m.refs[n].Article]
	var out []string
	for _, a := range agenciesNear(r, e) {
		out = append(out, key+a)
	}
	return out
}

// standing reduces a description to its noun, its ordinal and its rank:
// "senior" and "high-ranking" are one.
func standing(role string) string {
	ordinal, rank, noun := "", "", ""
	for _, w := range strings.Fields(role) {
		switch w {
		case "second", "third", "fourth", "another":
			ordinal = w
		case "senior", "high-ranking", "top", "high-level", "ranking":
			rank = "senior"
		case "former", "ex":
			rank += " former"
		case "source", "sources", "insider", "insiders", "interlocutor", "interlocutors":
			noun = "source"
		case "official", "officials":
			noun = "official"
		case "diplomat", "diplomats":
			noun = "diplomat"
		case "person", "people":
			noun = "person"
		}
	}
	return ordinal + " " + rank + " " + noun
}

// agenciesNear lists the media that a source is given for: those of the
// sentence that introduces it, else the only one of the text, else those that
// the article credits.
func agenciesNear(r *hearsay.Reading, e *hearsay.Entity) []string {
	s := sentenceOf(r, r.Mentions[e.Mentions[0]].Start)
	var near, all []string
	for i := range r.Mentions {
		x := &r.Mentions[i]
		if x.Entity < 0 || r.Entities[x.Entity].Kind != hearsay.KindMedia {
			continue
		}
		name := r.Entities[x.Entity].Name
		if n, ok := en.Names().Get(name); ok {
			name = n.Name
		} else {
			continue
		}
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
		if s >= 0 && r.Sentences[s].Contains(x.Span) && !slices.Contains(near, name) {
			near = append(near, name)
		}
	}
	switch {
	case len(near) > 0:
		return near
	case len(all) == 1:
		return all
	case len(all) > 1:
		return nil
	}
	for _, c := range r.Article.Credits {
		if !slices.Contains(all, c.Agency) {
			all = append(all, c.Agency)
		}
	}
	return all
}

// byOffice joins a holder of a government's office without a name to the only
// person whom any article names with that office: "a Kremlin spokesperson".
func (m *merger) byOffice() {
	type office struct {
		person int32
		unique bool
	}
	known := map[string]office{}
	for n := range m.refs {
		e := m.entity(int32(n))
		if e.Kind != hearsay.KindPerson {
			continue
		}
		for _, r := range e.Roles {
			if key := officeKey(r); key != "" {
				o, ok := known[key]
				known[key] = office{int32(n), !ok || o.unique && m.root(o.person) == m.root(int32(n))}
			}
		}
	}
	for n := range m.refs {
		e := m.entity(int32(n))
		if e.Kind != hearsay.KindUnnamed && e.Kind != hearsay.KindRole || e.Number > 1 || len(e.Roles) == 0 {
			continue
		}
		if o, ok := known[officeKey(e.Roles[0])]; ok && o.unique {
			m.join(o.person, int32(n))
		}
	}
}

// officeKey is the institution and office of a role such as "kremlin press
// secretary"; empty for other roles.
func officeKey(role string) string {
	for _, w := range []string{" spokesman", " spokeswoman", " spokesperson", " press secretary"} {
		if house, ok := strings.CutSuffix(role, w); ok && en.SeatOfGovernment(house) {
			return house + " spokesperson"
		}
	}
	return ""
}
