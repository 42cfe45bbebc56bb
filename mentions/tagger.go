package mentions

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// label says what a unit is to a name: outside, the beginning or the inside of
// one of a kind.
type label uint8

const (
	outside    label = 0
	labelCount       = int(1 + 2*(NamePlace+1))
)

func begins(k NameKind) label { return 1 + 2*label(k) }

func inside(k NameKind) label { return 2 + 2*label(k) }

// part splits a label that is not outside.
func (l label) part() (k NameKind, begin bool) { return NameKind(l-1) / 2, l%2 == 1 }

// window is a run of units that can be nothing but names and what joins them.
type window struct{ from, to int }

// windows lists the runs of words with a capital, with the connectors between
// them; outside of them nothing is a name.
func (f *finder) windows() []window {
	var out []window
	for i := 0; i < len(f.units); {
		if !f.mayName(i) {
			i++
			continue
		}
		end := f.end(i)
		s := window{i, i + 1}
		for j := i + 1; j < end; j++ {
			if f.mayName(j) {
				s.to = j + 1
			} else if j-s.to >= maxConnectors || !f.mayConnect(j) {
				break
			}
		}
		out = append(out, s)
		i = s.to
	}
	return out
}

// maxConnectors bounds the units between two capitalised words of a name: "of
// the".
const maxConnectors = 3

// mayName reports whether a unit may begin a name.
func (f *finder) mayName(i int) bool {
	u := f.units[i]
	if !u.has(isWord) || u.has(isClitic) {
		return false
	}
	return u.has(isCapital|isUpper|isInner) || f.arabic(i)
}

// mayConnect reports whether a unit may stand inside a name.
func (f *finder) mayConnect(i int) bool {
	switch w := f.word(i); w {
	case "of", "for", "on", "the", "and", "&", "'s", "’s", "-", "–", ".", "'", "’", "in", "!":
		return true
	default:
		return f.units[i].has(isNumber) || en.Particles()[w]
	}
}

// path is the best sequence of labels for units with the given scores (Viterbi
// 1967). The inside of a name follows only that name.
func path(scores [][labelCount]float32, turns *[labelCount][labelCount]float32, back [][labelCount]label, out []label) []label {
	var best [labelCount]float32
	for i := range scores {
		var next [labelCount]float32
		for b := range label(labelCount) {
			from, top := outside, float32(-1e9)
			for a := range label(labelCount) {
				if i == 0 && a != outside {
					break
				}
				if b != outside && b%2 == 0 && a != b && a != b-1 {
					continue
				}
				if v := best[a] + turns[a][b]; v > top {
					from, top = a, v
				}
			}
			next[b], back[i][b] = top+scores[i][b], from
		}
		best = next
	}
	last := outside
	for l := range best {
		if best[l] > best[last] {
			last = label(l)
		}
	}
	out = out[:len(scores)]
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = last
		last = back[i][last]
	}
	return out
}

// tagged is a name as the tagger sees it: units, last excluded, and how well
// each kind suits it.
type tagged struct {
	from, to int
	kind     NameKind
	suits    [NamePlace + 1]float32
}

// tagNames finds the names of the text with a learnt model, the rules' findings
// in view.
func (f *finder) tagNames(w *Weights) []tagged {
	s := newScout(f)
	var (
		out      []tagged
		features []uint64
		scores   [][labelCount]float32
		back     [][labelCount]label
		labels   []label
	)
	for _, win := range f.windows() {
		scores = scores[:0]
		begin, end := f.begin(win.from), f.end(win.from)
		for i := win.from; i < win.to; i++ {
			features = s.features(win, i, begin, end, features[:0])
			scores = append(scores, w.score(features))
		}
		for len(back) < len(scores) {
			back, labels = append(back, [labelCount]label{}), append(labels, outside)
		}
		for k, l := range path(scores, &w.turns, back, labels) {
			if l == outside {
				continue
			}
			kind, begin := l.part()
			if begin {
				out = append(out, tagged{from: win.from + k, kind: kind})
			}
			x := &out[len(out)-1]
			x.to = win.from + k + 1
			for kind := range x.suits {
				at := begins(NameKind(kind))
				if !begin {
					at = inside(NameKind(kind))
				}
				x.suits[kind] += scores[k][at]
			}
		}
	}
	for k := range out {
		if x := &out[k]; x.kind == NamePerson && x.to < f.end(x.from) && (k+1 == len(out) || out[k+1].from > x.to) {
			if u := f.units[x.to]; u.has(isHyphen) && u.has(isCapital) && !f.capitalInside(x.to) {
				x.to++ // "Park" of "Park Joo-ho"
			}
		}
	}
	for k := range out {
		f.testify(&out[k])
	}
	f.agree(out)
	return out
}

// proof is what a name gains for a kind that its company or its last word
// shows.
const proof = 60

// testify adds what the words beside the name prove: the house of "Fabrikon chief
// executive Vera Holm", "the town of Aldby", "Nordtank AS".
func (f *finder) testify(x *tagged) {
	if f.word(x.from-1) == "the" && x.from > f.begin(x.from) || f.nameNoun(x.to-1).End && x.to-x.from > 1 && !f.given(x.from) {
		x.suits[NamePerson] -= proof
		if x.kind == NamePerson {
			x.kind = x.best()
		}
	}
	if f.where(x.from, x.to) {
		x.suits[NamePlace] += 2 * proof
	}
	if f.housed(x.from, x.to) {
		x.suits[NameOrganisation] += hint
	}
	switch {
	case f.placed(x.to):
		x.suits[NamePlace] += 2 * proof
	case x.kind != NamePlace && x.to < f.end(x.from) && f.titleBefore(x.to) > 0, f.nameNoun(x.to-1).End && x.to-x.from > 1:
		x.suits[NameOrganisation] += proof
	case f.word(x.from-1) == "of" && placeNoun(f.word(x.from-2)), placeNoun(f.word(x.from - 1)),
		x.to-x.from > 1 && placeNoun(f.word(x.from)):
		x.suits[NamePlace] += proof
	case x.to-x.from > 1 && f.nameNoun(x.to-1).Place && !f.given(x.from):
		x.suits[NamePlace] += proof // "Norton Bridge", but not "Vera Hill"
	case x.to-x.from > 1 && f.initial(x.from) && !f.initial(x.to-1) && !f.nameNoun(x.to-1).Any:
		x.suits[NamePerson] += proof
	}
}

// hint is what a name gains for a kind that the words beside it speak for without
// proving it.
const hint = 40

// where reports whether the name says where something is: "in and around Aldby",
// "the mayor of Aldby", but not "in Aldby's view", nor "confidence in Holm".
func (f *finder) where(from, to int) bool {
	begin, next := f.begin(from), to
	if next < f.end(from) && (f.units[next].has(isClitic) || f.tag(next) == hearsay.TagNN || f.tag(next) == hearsay.TagNNS) || from == begin {
		return false
	}
	switch f.word(from - 1) {
	case "in":
		return from-2 < begin || !trusting(f.word(from-2)) && f.tag(from-2) != hearsay.TagVBN
	case "near", "outside", "around", "across", "throughout", "downtown", "northern", "southern", "eastern", "western", "central":
		return true
	case "from":
		switch f.word(from - 2) {
		case "km", "miles", "kilometres", "kilometers", "away", "far":
			return true
		}
	case "of":
		switch f.word(from - 2) {
		case "north", "south", "east", "west", "outskirts", "streets", "mayor", "people", "residents", "inhabitants", "centre", "center", "suburbs", "miles", "kilometres", "kilometers":
			return true
		}
	}
	return false
}

// trusting reports whether "in" behind a noun need not tell a place: "confidence in
// Holm".
func trusting(w string) bool {
	switch w {
	case "confidence", "trust", "faith", "stake", "stakes", "share", "shares", "interest", "belief", "investment", "investor", "investors", "role", "hand", "change", "increase", "involvement", "part", "believe", "believes", "believed", "disappointed", "invest", "invested":
		return true
	}
	return false
}

// placed reports whether what follows a name that ends before unit i says that it
// is a place: "the Aldby mayor", "Aldby district", "Aldby, a village in".
func (f *finder) placed(i int) bool {
	if i == 0 || i >= f.end(i-1) {
		return false
	}
	if f.units[i].has(isClitic) {
		for k := i + 1; k < min(i+4, f.end(i-1)); k++ {
			switch f.word(k) {
			case "ministry", "government", "army", "parliament", "capital", "minister", "constitution", "military":
				return true
			}
		}
		return false
	}
	switch w := f.word(i); w {
	case "mayor", "council", "police", "airport", "courthouse", "courtroom", "area", "residents", "councillor", "councillors", "sheriff", "mp", "neighbourhood", "neighborhood":
		return true
	case ",":
		if !determiner(f.next(i + 1)) {
			return false
		}
		for k := i + 2; k < min(i+5, f.end(i-1)); k++ {
			if placeNoun(f.word(k)) {
				return f.tag(k+1) != hearsay.TagNN && !f.units[min(k+1, len(f.units)-1)].has(isClitic) // "the town's mayor"
			} else if f.tag(k) != hearsay.TagJJ && f.tag(k) != hearsay.TagNN {
				return false
			}
		}
	default:
		return placeNoun(w) && !f.units[i].has(isCapital)
	}
	return false
}

// housed reports whether the noun behind the name, or the one it belongs to, is
// of a house: "Fabrikon shares", "lawyers for Fabrikon".
func (f *finder) housed(from, to int) bool {
	if to < f.end(from) {
		k := to
		if f.units[k].has(isClitic) {
			k++
		}
		switch f.next(k) {
		case "shares", "executives", "employees", "staff", "workers", "shareholders", "headquarters", "factory", "plant", "subsidiary", "customers", "spokesman", "spokeswoman", "spokesperson", "boss", "bosses", "ceo", "lawyers", "managers", "management", "stock", "investors", "commander", "commanders", "fighters", "militants", "gunmen", "rebels", "forces", "troops", "soldiers", "terrorists", "insurgents", "officials", "lawmakers":
			return true
		}
	}
	switch f.word(from - 1) {
	case "for", "of", "at":
		switch f.word(from - 2) {
		case "lawyers", "attorneys", "spokesman", "spokeswoman", "spokesperson", "employees", "managers", "executives", "shares", "shareholders", "customers", "subsidiary", "owner", "owners", "works", "worked", "working":
			return from-2 >= f.begin(from)
		}
	}
	return false
}

// best is the kind that suits the name best.
func (t *tagged) best() NameKind {
	best := NameOther
	for k, v := range t.suits {
		if v > t.suits[best] {
			best = NameKind(k)
		}
	}
	return best
}

// placeNoun reports whether a lower-cased noun says of the name behind it that it
// is a place's: "the river Orva".
func placeNoun(w string) bool {
	switch w {
	case "river", "lake", "mount", "cape", "town", "city", "village", "port", "island", "region", "province", "district", "county", "hamlet", "suburb", "canton":
		return true
	}
	return false
}

// initial reports whether unit i is one or more initials: "J.R.".
func (f *finder) initial(i int) bool {
	w := f.units[i].Of(f.text)
	if len(w) > 6 || !strings.HasSuffix(w, ".") {
		return false
	}
	for k := 0; k < len(w); k++ {
		if k%2 == 0 && (w[k] < 'A' || w[k] > 'Z') || k%2 == 1 && w[k] != '.' {
			return false
		}
	}
	return true
}

// agree gives one name one kind all over the text: the one that suits its
// mentions best in sum. A surname or a given name goes with the person's whole
// name, the first word with the organisation's.
func (f *finder) agree(names []tagged) {
	sums := map[string]*[NamePlace + 1]float32{}
	add := func(key string, x *tagged) {
		sum := sums[key]
		if sum == nil {
			sum = new([NamePlace + 1]float32)
			sums[key] = sum
		}
		for k, v := range x.suits {
			sum[k] += v
		}
	}
	for i := range names {
		x := &names[i]
		add(f.stretch(x.from, x.to), x)
		if x.to-x.from > 1 && legalForm(f.stretch(x.to-1, x.to)) {
			add(f.stretch(x.from, x.to-1), x)
		}
		if x.kind == NamePerson && x.to-x.from > 1 {
			add(f.stretch(x.to-1, x.to), x)
		}
		if (x.kind == NamePerson || x.kind == NameOrganisation && !ofPlace(f.stretch(x.from, x.to))) && x.to-x.from > 1 {
			add(f.stretch(x.from, x.from+1), x)
		}
	}
	events := map[string]bool{}
	for i := range names {
		if x := &names[i]; f.isEvent(x.from, x.to) {
			events[f.stretch(x.from, x.to)] = true
			events[f.stretch(x.to-1, x.to)] = true
		}
	}
	for i := range names {
		x := &names[i]
		sum := sums[f.stretch(x.from, x.to)]
		if events[f.stretch(x.from, x.to)] { // "Cyclone Odile", and "Odile"
			x.kind = NameOther
			continue
		}
		x.suits = *sum
		x.kind = x.best()
	}
}
