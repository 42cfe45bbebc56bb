package mentions

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// facts is what is known of an entity while a text is read.
type facts struct {
	given    string
	gender   en.Gender
	named    bool
	guess    bool   // a name of one word whose kind nothing tells
	thing    bool   // taken up by "it"
	lemma    string // noun of the description that introduced it
	first    int    // unit of the first expression
	salience float64
	sentence int32 // at which salience holds
	seen     bool
	subject  int32  // sentence in which it was last a subject; -1
	last     int    // unit of the last mention
	leads    int    // unit of the last subject mention; -1
	told     int    // mentions so far
	votes    [3]int // for a person, an organisation, a place
	suited   int    // words of the name that the entity's Suits are of
	quoted   bool   // cited as a source, or subject of a verb that reports
	spoke    int32  // sentence in which it was last the first to speak; -1
}

func (f *finder) newEntity(kind hearsay.EntityKind, name string, at int) int32 {
	f.entities = append(f.entities, hearsay.Entity{Kind: kind, Name: name})
	f.facts = append(f.facts, facts{first: at, subject: -1, leads: -1, spoke: -1})
	return int32(len(f.entities) - 1)
}

// gather joins the names into entities: full names of persons first, then
// everything else by its name, then the short forms.
func (f *finder) gather() {
	f.lastWords = map[string][]int32{}
	people := map[string][]int32{}
	firsts := map[string][]int32{}
	others := map[string]int32{}
	f.eachName(func(x *expression) bool { return x.kind == hearsay.KindPerson && !x.known && f.full(x) }, func(x *expression) {
		f.gatherFullName(x, people, firsts)
	})
	f.eachName(func(x *expression) bool { return x.known }, func(x *expression) { f.gatherKnown(x, others) })
	f.eachName(func(x *expression) bool { return x.kind == hearsay.KindPerson && x.sure }, func(x *expression) { f.gatherPerson(x, people, firsts, others) })
	f.eachName(func(x *expression) bool { return x.core[1]-x.core[0] > 1 }, func(x *expression) { f.gatherOther(x, people, firsts, others) })
	f.eachName(func(x *expression) bool { return true }, func(x *expression) { f.gatherOther(x, people, firsts, others) })
	f.joinAliases()
	for e := range f.entities {
		if f.entities[e].Kind == hearsay.KindPerson {
			f.people = append(f.people, int32(e))
		}
	}
	slices.SortFunc(f.people, func(a, b int32) int { return cmp.Compare(f.facts[a].first, f.facts[b].first) })
	for key, e := range others {
		if code, ok := strings.CutPrefix(key, "n:"); ok {
			f.nations[code] = e
		}
	}
}

func (f *finder) eachName(want func(x *expression) bool, do func(x *expression)) {
	for i := range f.found {
		if x := &f.found[i]; x.form == hearsay.MentionName && x.entity < 0 && want(x) {
			do(x)
		}
	}
}

// full reports whether a person's name is more than a surname: "van Dalen" is
// not.
func (f *finder) full(x *expression) bool {
	return x.core[1]-x.core[0] > 1 && !en.Particles()[f.word(x.core[0])]
}

// gatherFullName joins a person's name of several words to the entity with the
// same surname and a given name that agrees.
func (f *finder) gatherFullName(x *expression, people, firsts map[string][]int32) {
	given, surname := f.parts(x)
	for _, e := range latest(people[surname]) {
		k := &f.facts[e]
		if (sameGiven(k.given, given) || f.endsName(x, e)) && (k.gender == x.gender || k.gender == 0 || x.gender == 0) {
			f.join(x, e)
			if len(given) > len(k.given) {
				k.given = given
			}
			return
		}
	}
	e := f.newEntity(hearsay.KindPerson, f.stretch(x.core[0], x.core[1]), x.first)
	f.facts[e].given = given
	people[surname] = append(people[surname], e)
	if a, b, ok := strings.Cut(surname, "-"); ok { // "Rouleau" of "Couture-Rouleau"
		people[a] = append(people[a], e)
		people[b] = append(people[b], e)
	}
	firsts[given] = append(firsts[given], e)
	f.join(x, e)
}

// endsName reports whether a name of several words ends the longer name of a
// person: "Lopez Obrador".
func (f *finder) endsName(x *expression, e int32) bool {
	short, long := f.stretch(x.core[0], x.core[1]), f.entities[e].Name
	if len(short) > len(long) {
		short, long = long, short
	}
	return strings.Contains(short, " ") && strings.HasSuffix(long, " "+short)
}

// parts returns the first and the last word of a person's name, lower-cased,
// without "Jr" and the like.
func (f *finder) parts(x *expression) (given, surname string) {
	from, to := x.core[0], x.core[1]
	for to-from > 1 && suffix(f.word(to-1)) {
		to--
	}
	return f.word(from), withoutArticle(f.word(to - 1))
}

// withoutArticle leaves out the Arabic article of a lower-cased name: "al-Hamadi"
// and "Hamadi" are one.
func withoutArticle(w string) string {
	for _, a := range []string{"al-", "el-", "al ", "el "} {
		if rest, ok := strings.CutPrefix(w, a); ok && len(rest) > 3 {
			return rest
		}
	}
	return w
}

func suffix(w string) bool {
	switch w {
	case "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "qc", "kc", "sc", "mp", "obe", "cbe", "mbe", "phd", "md", "frs":
		return true
	}
	return false
}

// sameGiven reports whether two given names may be the same person's: equal, an
// initial of the other, or a short form.
func sameGiven(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) <= 1 || len(a) >= 3 {
		return strings.HasPrefix(b, a)
	}
	return false
}

// gatherPerson joins a surname, or a first name alone, to the person it fits
// best.
func (f *finder) gatherPerson(x *expression, people, firsts map[string][]int32, others map[string]int32) {
	given, surname := f.parts(x)
	if !f.full(x) {
		given = ""
	}
	if e := f.fitting(x, people[surname]); e >= 0 {
		f.join(x, e)
		return
	}
	if given == "" {
		if e := f.fitting(x, firsts[surname]); e >= 0 {
			f.join(x, e)
			return
		}
	}
	if e, ok := others["s:"+surname]; ok && given == "" && !x.known { // "Halden" of "Halden Motors"
		f.join(x, e)
		return
	}
	e := f.newEntity(hearsay.KindPerson, f.stretch(x.core[0], x.core[1]), x.first)
	f.facts[e].given = given
	if given == "" && x.gender == en.GenderUnknown {
		f.facts[e].gender = f.genderAt(x.core[0])
	}
	people[surname] = append(people[surname], e)
	others[surname] = e
	f.join(x, e)
}

// fitting is the person among es that a short name means: the one last named
// before it, else the first named after it; -1 for none.
func (f *finder) fitting(x *expression, es []int32) int32 {
	best := int32(-1)
	for _, e := range latest(es) {
		k := &f.facts[e]
		if x.gender != 0 && k.gender != 0 && x.gender != k.gender {
			continue
		}
		if best < 0 || k.first <= x.first && k.first >= f.facts[best].first {
			best = e
		}
	}
	return best
}

// gatherKnown joins a listed name by what it names; a capital stands for its
// country unless the text only ever means the place.
func (f *finder) gatherKnown(x *expression, others map[string]int32) {
	key, kind, name := "k:"+x.name.Name, x.kind, f.stretch(x.core[0], x.core[1])
	switch x.name.Kind {
	case en.NameCountry, en.NamePeople:
		key = "n:" + x.nation
		if x.kind == hearsay.KindGroup {
			key = "p:" + x.nation
		}
	case en.NameCapital:
		if f.capitalsOnlyPlaces(x.name.Nation) {
			key, kind = "k:"+name, hearsay.KindPlace
		} else {
			key = "n:" + x.nation
		}
	case en.NameGovernment:
		if strings.HasSuffix(x.name.Name, "administration") {
			key = "n:" + x.nation
		}
	}
	e, ok := others[key]
	if !ok {
		e = f.newEntity(kind, name, x.first)
		others[key] = e
	} else if x.name.Kind == en.NameCountry && !f.fullCountry(f.entities[e].Name, name) {
		f.entities[e].Name = name
	}
	if short := f.initials(x); kind == hearsay.KindMedia && len(short) > 2 { // "THR"
		if _, ok := others["s:"+short]; !ok {
			others["s:"+short] = e
		}
	}
	if rest := trimArticle(name); rest != name { // "The Mirror", and "the Mirror"
		others[en.Lower(rest)] = e
	}
	if x.core[1]-x.core[0] == 1 {
		if _, ok := others[f.lowStretch(x.core[0], x.core[1])]; !ok {
			others[f.lowStretch(x.core[0], x.core[1])] = e
		}
	}
	f.join(x, e)
}

// fullCountry reports whether the name that a country has is as full as
// another of its names.
func (f *finder) fullCountry(has, other string) bool {
	n, ok := en.Names().Get(has)
	return ok && n.Kind == en.NameCountry && len(has) >= len(other)
}

// capitalsOnlyPlaces reports whether every mention of a nation's capital stands
// behind a preposition of place or before a noun.
func (f *finder) capitalsOnlyPlaces(nation string) bool {
	if v, ok := f.placeOnly[nation]; ok {
		return v
	}
	only := true
	for i := range f.found {
		x := &f.found[i]
		if x.known && x.name.Kind == en.NameCapital && x.nation == nation && !f.locative(x) {
			only = false
			break
		}
	}
	f.placeOnly[nation] = only
	return only
}

// locative reports whether a place name says where, or what kind.
func (f *finder) locative(x *expression) bool {
	if x.absorbed {
		return true
	}
	switch f.word(x.first - 1) {
	case "in", "at", "near", "outside", "around", "across", "inside":
		return true
	case "central", "northern", "southern", "eastern", "western", "downtown", "to", "from", "of", "over", "through":
		return !f.acts(x)
	}
	if f.next(x.last) == "" || f.units[x.last].has(isClitic) {
		return false
	}
	u := f.units[x.last]
	if !u.has(isWord) {
		return u.Of(f.text) == "," && f.startsAt[min(x.last+1, len(f.units)-1)] > 0
	}
	return !f.acts(x) && !en.FunctionWord(f.word(x.last))
}

// acts reports whether the expression is the subject of a verb, or is told
// something.
func (f *finder) acts(x *expression) bool {
	switch f.dep(x) {
	case hearsay.DepNsubj, hearsay.DepNsubjPass, hearsay.DepNsubjOuter, hearsay.DepIobj:
		return true
	}
	after := f.next(x.last)
	if after == "" {
		return false
	}
	switch f.tag(x.last) {
	case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD:
		return true
	case hearsay.TagVBN:
		return en.Verbal(after) && f.next(x.last+1) != "by"
	case hearsay.TagNone:
		return en.Verbal(after) || auxiliary(after)
	}
	return false
}

// dep is the relation by which the expression hangs on the rest of its
// sentence; none in a sentence without a tree.
func (f *finder) dep(x *expression) hearsay.Dep {
	from, to := f.units[x.first].first, f.units[x.last-1].last
	for k := to; k >= from; k-- {
		if t := &f.r.Tokens[k]; t.Dep != hearsay.DepNone && (t.Head < from || t.Head > to) {
			return t.Dep
		}
	}
	return hearsay.DepNone
}

func auxiliary(w string) bool {
	switch w {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "must", "should", "does", "did", "do":
		return true
	}
	return false
}

// gatherOther joins a name that no list holds and no title introduces.
func (f *finder) gatherOther(x *expression, people, firsts map[string][]int32, others map[string]int32) {
	low := withoutArticle(f.lowStretch(x.core[0], x.core[1]))
	if _, surname := f.parts(x); en.Particles()[f.word(x.core[0])] {
		low = surname
	}
	if x.core[1]-x.core[0] == 1 || en.Particles()[f.word(x.core[0])] {
		for _, es := range [][]int32{people[low], firsts[low]} {
			if e := f.fitting(x, es); e >= 0 {
				f.join(x, e)
				return
			}
		}
	}
	if last := x.core[1] - 1; last-x.core[0] > 1 && legalForm(f.units[last].Of(f.text)) {
		low = f.lowStretch(x.core[0], last)
	}
	e, ok := others[low]
	if !ok {
		if e, ok = f.shortened(x, others); !ok {
			e = f.newEntity(x.kind, f.stretch(x.core[0], x.core[1]), x.first)
		}
		others[low] = e
		f.register(x, e, others)
	}
	f.vote(x, e)
	f.join(x, e)
}

// ballot lists the kinds between which the company of a name decides, in the
// order of [hearsay.Entity].Suits.
var ballot = [...]hearsay.EntityKind{hearsay.KindPerson, hearsay.KindOrganisation, hearsay.KindPlace}

// suited is how well each kind of the ballot suits a name: what the tagger
// sees, and the kind that the rules gave it.
func suited(x *expression) [3]float32 {
	out := x.suits
	n := slices.Index(ballot[:], x.kind)
	switch {
	case n < 0:
	case x.sure && out == [3]float32{}:
		out[n] += proof
	case out == [3]float32{}:
		out[n] += float32(x.weight)
	}
	return out
}

// vote lets every mention of a name say what kind it looks like; a sure one
// decides.
func (f *finder) vote(x *expression, e int32) {
	k := &f.facts[e]
	if k.named {
		return
	}
	n := slices.Index(ballot[:], x.kind)
	if x.sure || n < 0 {
		f.entities[e].Kind = x.kind
		return
	}
	k.votes[n] += x.weight
	k.guess = x.core[1]-x.core[0] == 1 && x.weight == 1 && !f.units[x.core[0]].has(isUpper) && f.word(x.core[0]-1) != "the"
	for i, v := range k.votes {
		if v > k.votes[max(0, slices.Index(ballot[:], f.entities[e].Kind))] {
			f.entities[e].Kind = ballot[i]
		}
	}
}

// register lists the initials and the first word of a longer name, by which it
// may be called later.
func (f *finder) register(x *expression, e int32, others map[string]int32) {
	if x.core[1]-x.core[0] < 2 || x.kind == hearsay.KindPerson {
		return
	}
	if last := f.word(x.core[1] - 1); f.nameNoun(x.core[1]-1).End && !slices.Contains(f.lastWords[last], e) {
		f.lastWords[last] = append(f.lastWords[last], e)
	}
	initials := f.initials(x)
	for _, short := range []string{initials, f.word(x.core[0])} {
		if _, ok := others["s:"+short]; !ok && len(short) > 1 && (short == initials || !f.units[x.core[0]].has(isListed) && f.nationAt(x.core[0]) == "") {
			others["s:"+short] = e
		}
	}
}

// initials are the lower-cased first letters of the capitalised words of a name.
func (f *finder) initials(x *expression) string {
	out := make([]byte, 0, 8)
	for k := x.core[0]; k < x.core[1]; k++ {
		if u := f.units[k]; u.has(isCapital) {
			out = append(out, f.low[u.Start])
		}
	}
	return string(out)
}

// ofPlace reports whether the last word of a house's name lets it bear the name of
// its place: "Aldby" is not the Aldby Council.
func ofPlace(name string) bool {
	switch en.Lower(lastWord(name)) {
	case "council", "police", "constabulary", "court", "department", "ministry", "authority", "parliament", "assembly", "airport",
		"courier", "herald", "times", "gazette", "tribune", "chronicle", "telegraph", "journal", "observer", "examiner", "mercury", "post", "news", "echo", "standard":
		return true
	}
	return false
}

// shortened finds the organisation whose initials or first word the name is,
// or that it is given for in brackets.
func (f *finder) shortened(x *expression, others map[string]int32) (int32, bool) {
	if x.core[1]-x.core[0] != 1 {
		return 0, false
	}
	if p := x.first - 2; p >= 0 && f.word(p+1) == "(" && f.endsAt[p+1] > 0 && f.next(x.last) == ")" {
		if y := &f.found[f.renumbered(f.endsAt[p+1]-1)]; y.entity >= 0 && y.kind != hearsay.KindPerson {
			return y.entity, true
		}
	}
	if e, ok := others["s:"+f.lowStretch(x.core[0], x.core[1])]; ok && !(x.kind == hearsay.KindPlace && ofPlace(f.entities[e].Name)) {
		return e, true
	}
	if f.nameNoun(x.core[0]).End {
		if e := f.fitting(x, f.lastWords[f.word(x.core[0])]); e >= 0 {
			return e, true // "the Front" of "the Northern Front"
		}
	}
	return 0, false
}

// join makes x a mention of e and adds what x tells of it.
func (f *finder) join(x *expression, e int32) {
	x.entity = e
	t, k := &f.entities[e], &f.facts[e]
	k.named = k.named || x.sure
	if k.gender == 0 {
		k.gender = x.gender
	}
	k.first = min(k.first, x.first)
	if t.Nation == "" {
		t.Nation = x.nation
	}
	if words := x.core[1] - x.core[0]; x.form == hearsay.MentionName && words > k.suited {
		k.suited, t.Suits = words, suited(x)
	}
	if x.form == hearsay.MentionName && t.Kind == hearsay.KindPerson && x.core[1]-x.core[0] > len(strings.Fields(t.Name)) {
		t.Name = f.stretch(x.core[0], x.core[1])
	}
	if name := f.stretch(x.core[0], x.core[1]); x.form == hearsay.MentionName && name != t.Name && strings.ToUpper(name) == t.Name {
		t.Name = name // "LUSKERRY" of a dateline
	}
	for _, r := range x.roles {
		if r != "" && !slices.Contains(t.Roles, r) && len(t.Roles) < 16 {
			t.Roles = append(t.Roles, r)
		}
	}
}

// order numbers the expressions by place, outer before inner; of those that
// cover the same units all but the first are dropped.
func (f *finder) order() {
	perm := make([]int, len(f.found))
	for i := range perm {
		perm[i] = i
	}
	slices.SortStableFunc(perm, func(i, j int) int {
		a, b := &f.found[i], &f.found[j]
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last), cmp.Compare(a.form, b.form))
	})
	sorted := make([]expression, len(perm))
	f.moved = make([]int, len(perm))
	for to, from := range perm {
		f.moved[from] = to
		sorted[to] = f.found[from]
		if to > 0 && sorted[to].first == sorted[to-1].first && sorted[to].last == sorted[to-1].last {
			sorted[to].absorbed = true
		}
	}
	for i := range sorted {
		if o := sorted[i].owner; o >= 0 {
			sorted[i].owner = f.moved[o]
		}
	}
	f.found = sorted
}

// renumbered is the place, after sorting, of the expression once at i.
func (f *finder) renumbered(i int32) int32 { return int32(f.moved[i]) }

// latest bounds how many persons of one name are told apart.
func latest(es []int32) []int32 { return es[max(0, len(es)-recentEntities):] }
