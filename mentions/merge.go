package mentions

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// Merge joins the entities of many readings that are the same: listed names by
// what they name, persons by surname and a given name that agrees, other names
// by their letters, unnamed people only where two articles share the sentence
// or follow one report of one agency.
func Merge(readings []*hearsay.Reading) []hearsay.Referent {
	m := newMerger(readings)
	m.byName()
	m.byPerson()
	m.acrossKinds()
	m.byMisprint()
	m.bySetting()
	m.bySentence()
	m.byAgency()
	m.byOffice()
	return m.referents()
}

// merger is a union of entities; those of all readings are numbered through.
type merger struct {
	readings []*hearsay.Reading
	offset   []int32 // of each reading: number of its first entity
	refs     []hearsay.Ref
	parent   []int32
}

func newMerger(readings []*hearsay.Reading) *merger {
	m := &merger{readings: readings}
	for r, reading := range readings {
		m.offset = append(m.offset, int32(len(m.refs)))
		for e := range reading.Entities {
			m.parent = append(m.parent, int32(len(m.refs)))
			m.refs = append(m.refs, hearsay.Ref{Article: int32(r), Index: int32(e)})
		}
	}
	return m
}

func (m *merger) entity(n int32) *hearsay.Entity {
	return &m.readings[m.refs[n].Article].Entities[m.refs[n].Index]
}

func (m *merger) root(n int32) int32 {
	for m.parent[n] != n {
		m.parent[n] = m.parent[m.parent[n]]
		n = m.parent[n]
	}
	return n
}

// join unites two entities under the earlier one.
func (m *merger) join(a, b int32) {
	a, b = m.root(a), m.root(b)
	m.parent[max(a, b)] = min(a, b)
}

// words yields the texts of the named mentions of an entity.
func (m *merger) words(n int32, yield func(text string)) {
	r := m.readings[m.refs[n].Article]
	for _, k := range m.entity(n).Mentions {
		if r.Mentions[k].Form == hearsay.MentionName {
			yield(trimMediumNoun(trimArticle(r.Mentions[k].Of(r.Article.Text))))
		}
	}
}

// trimMediumNoun leaves out what a listed medium is said to be: "Reuters news
// agency".
func trimMediumNoun(s string) string {
	for cut := strings.LastIndexByte(s, ' '); cut > 0; cut = strings.LastIndexByte(s[:cut], ' ') {
		if n, ok := en.Nouns().Get(s[cut+1:]); !ok || !n.Is(en.NounMedia) {
			continue
		}
		if name, ok := en.Names().Get(s[:cut]); ok && (name.Kind == en.NameAgency || name.Kind == en.NameOutlet) {
			return s[:cut]
		}
	}
	return s
}

// bareHouse leaves out of an unlisted name "US" before it and the legal form behind
// it: "US Border Watch", "Leisure Vale Ltd".
func bareHouse(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && strings.Contains(rest, " ") {
		switch first {
		case "US", "U.S.", "UK", "U.K.":
			s = rest
		}
	}
	if cut := strings.LastIndexByte(s, ' '); cut > 0 && legalForm(s[cut+1:]) {
		return strings.TrimRight(s[:cut], ", ")
	}
	return s
}

// legalForm reports whether the last word of a name only says how a firm is
// constituted.
func legalForm(w string) bool {
	switch w {
	case "Inc", "Inc.", "Ltd", "Ltd.", "Limited", "LLC", "LLP", "PLC", "Plc", "plc", "GmbH", "AG", "SA", "S.A.", "NV", "AB", "ASA", "SpA", "Corp", "Corp.", "Corporation":
		return true
	}
	return false
}

// withoutNation leaves out a nation before a listed name: "US State Department".
func withoutNation(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok {
		if _, nation := en.Adjectives().Get(en.Lower(first)); nation {
			if name, known := en.Names().Get(rest); known && (name.Kind == en.NameState || name.Kind == en.NameGovernment) {
				return rest
			}
		}
	}
	return s
}

func trimArticle(s string) string {
	for _, a := range []string{"the ", "The ", "THE "} {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return rest
		}
	}
	return s
}

// byName joins countries, organisations, places, media and documents that have
// a name.
func (m *merger) byName() {
	first := map[string]int32{}
	for n := range m.refs {
		for _, key := range m.nameKeys(int32(n)) {
			if o, ok := first[key]; ok {
				m.join(o, int32(n))
			} else {
				first[key] = int32(n)
			}
		}
	}
}

// nameKeys lists what an entity can be known by in another text.
func (m *merger) nameKeys(n int32) []string {
	e := m.entity(n)
	if e.Kind == hearsay.KindPerson || e.Kind == hearsay.KindUnnamed || e.Kind == hearsay.KindRole {
		return nil
	}
	var keys []string
	m.words(n, func(text string) {
		text = withoutNation(text)
		key := "o:" + spelling(withoutArticle(en.Lower(text)))
		if name, ok := en.Names().Get(text); ok {
			if name.Sort == "armed" && !slices.Contains(keys, key) { // "al-Wasat", and "Al Wasaat"
				keys = append(keys, key)
			}
			key = listedKey(e.Kind, text, name)
		} else if bare := bareHouse(text); bare != text {
			key = "o:" + spelling(withoutArticle(en.Lower(bare)))
		}
		if !slices.Contains(keys, key) && len(key) > 3 {
			keys = append(keys, key)
		}
	})
	if len(keys) == 0 && e.Nation != "" && len(e.Roles) > 0 && e.Kind == hearsay.KindOrganisation {
		if last := e.Roles[0][strings.LastIndexByte(e.Roles[0], ' ')+1:]; stands(last) {
			keys = append(keys, "n:"+e.Nation)
		}
	}
	return keys
}

func listedKey(kind hearsay.EntityKind, text string, name en.Name) string {
	switch name.Kind {
	case en.NameCountry:
		return "n:" + name.Nation
	case en.NamePeople:
		if kind == hearsay.KindGroup {
			return "p:" + name.Nation
		}
		return "n:" + name.Nation
	case en.NameCapital:
		if kind == hearsay.KindPlace {
			return "c:" + name.Nation
		}
		return "n:" + name.Nation
	case en.NameGovernment:
		if strings.HasSuffix(text, "administration") {
			return "n:" + name.Nation
		}
	}
	return "k:" + name.Name
}

// byPerson joins persons of one surname whose given names agree.
func (m *merger) byPerson() {
	groups := map[string][]int32{}
	var order []string
	for n := range m.refs {
		if m.entity(int32(n)).Kind != hearsay.KindPerson {
			continue
		}
		_, surname := nameParts(m.entity(int32(n)).Name)
		key := spelling(surname)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], int32(n))
	}
	for _, key := range order {
		m.joinNamesakes(groups[key])
	}
}

// joinNamesakes joins persons of one surname: full names to full names that
// agree, then surnames alone where only one person can be meant.
func (m *merger) joinNamesakes(group []int32) {
	var full []int32
	for _, n := range group {
		given, _ := nameParts(m.entity(n).Name)
		if given == "" {
			continue
		}
		same := int32(-1)
		for _, o := range full {
			if g, _ := nameParts(m.entity(o).Name); sameGiven(g, given) || en.SameName(g, given) {
				same = o
				break
			}
		}
		if same >= 0 {
			m.join(same, n)
		} else if len(full) < recentEntities {
			full = append(full, n)
		}
	}
	alone := int32(-1)
	for _, n := range group {
		if given, _ := nameParts(m.entity(n).Name); given != "" {
			continue
		}
		switch {
		case len(full) == 1:
			m.join(full[0], n)
		case len(full) == 0 && alone >= 0:
			m.join(alone, n)
		case len(full) == 0:
			alone = n
		default:
			m.joinByOffice(full, n)
		}
	}
}

// joinByOffice joins a surname alone to the one full name that shares a role
// with it.
func (m *merger) joinByOffice(full []int32, n int32) {
	chosen := int32(-1)
	for _, o := range full {
		if m.shareRole(o, n) {
			if chosen >= 0 {
				return
			}
			chosen = o
		}
	}
	if chosen >= 0 {
		m.join(chosen, n)
	}
}

func (m *merger) shareRole(a, b int32) bool {
	for _, r := range m.entity(a).Roles {
		for _, s := range m.entity(b).Roles {
			if r == s || en.RoleFits(lastWord(r), s) || en.RoleFits(lastWord(s), r) {
				return true
			}
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// nameParts returns the lower-cased first and last word of a person's name.
func nameParts(name string) (given, surname string) {
	w := strings.Fields(en.Lower(name))
	for len(w) > 1 && suffix(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	switch len(w) {
	case 0:
		return "", ""
	case 1:
		return "", withoutArticle(w[0])
	}
	if en.Particles()[w[0]] { // "Van Susteren"
		return "", withoutArticle(w[len(w)-1])
	}
	return w[0], withoutArticle(w[len(w)-1])
}

// referents gathers the unions in order of their first member.
func (m *merger) referents() []hearsay.Referent {
	at := make([]int32, len(m.refs))
	var out []hearsay.Referent
	for n := range m.refs {
		r := m.root(int32(n))
		if r == int32(n) {
			at[n] = int32(len(out))
			out = append(out, hearsay.Referent{})
		}
		out[at[r]].Members = append(out[at[r]].Members, m.refs[n])
	}
	for i := range out {
		m.name(&out[i])
	}
	return out
}

// name takes a referent's name and kind from its members: the name most
// members have, the longer of two; a named kind before a role.
func (m *merger) name(r *hearsay.Referent) {
	count := map[string]int{}
	for _, ref := range r.Members {
		count[m.readings[ref.Article].Entities[ref.Index].Name]++
	}
	best := func(favour hearsay.EntityKind) *hearsay.Entity {
		ref := slices.MaxFunc(r.Members, func(a, b hearsay.Ref) int {
			x, y := &m.readings[a.Article].Entities[a.Index], &m.readings[b.Article].Entities[b.Index]
			return cmp.Or(cmp.Compare(bit(x.Kind == favour), bit(y.Kind == favour)), cmp.Compare(rank(x.Kind), rank(y.Kind)), cmp.Compare(count[x.Name], count[y.Name]), cmp.Compare(len(x.Name), len(y.Name)))
		})
		return &m.readings[ref.Article].Entities[ref.Index]
	}
	e := best(hearsay.KindMedia)
	r.Name, r.Kind = e.Name, e.Kind
	if kind, ok := m.elected(r); ok {
		r.Name, r.Kind = best(kind).Name, kind
	}
}

// rank orders kinds by how much they tell.
func rank(k hearsay.EntityKind) int {
	switch k {
	case hearsay.KindPerson, hearsay.KindMedia:
		return 3
	case hearsay.KindOrganisation:
		return 2
	case hearsay.KindPlace, hearsay.KindDocument:
		return 1
	}
	return 0
}
