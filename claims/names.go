package claims

import (
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// naming is what entities are called over all accounts.
type naming struct {
	key    map[hearsay.Ref]string // of an entity of a reading
	nation map[string]string      // by key: the country it belongs to
}

// nameAll gives every entity that several accounts can name alike a key that is
// the same wherever it is named. A country, its capital, its people and the seat
// of its government have one key, since "Washington", "the White House" and "the
// Americans" are one voice to a reporter.
func nameAll(d *hearsay.Dossier) naming {
	n := naming{map[hearsay.Ref]string{}, map[string]string{}}
	first := map[string]int{} // by name: referents of one name are one, whatever their kinds
	for i, ref := range d.Referents {
		for _, m := range ref.Members {
			r := d.Readings[m.Article]
			e := &r.Entities[m.Index]
			switch nation := nationOf(e.Name); {
			case !named(r, e), e.Kind == hearsay.KindDocument && strings.ToLower(e.Name) == e.Name:
			case nation != "":
				n.key[m] = nation
			default:
				same := strings.ToLower(ref.Name)
				if _, known := first[same]; !known {
					first[same] = i
				}
				key := "@" + strconv.Itoa(first[same])
				n.key[m] = key
				if e.Nation != "" && n.nation[key] == "" {
					n.nation[key] = "@" + e.Nation
				}
			}
		}
	}
	return n
}

func named(r *hearsay.Reading, e *hearsay.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m int32) bool { return r.Mentions[m].Form == hearsay.MentionName })
}

// nationOf is the key of the nation that a name stands for; empty for others.
func nationOf(phrase string) string {
	phrase = strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The ")
	n, ok := en.Names().Get(phrase)
	if !ok {
		return ""
	}
	switch n.Kind {
	case en.NameCountry, en.NameCapital, en.NamePeople, en.NameGovernment:
		return "@" + n.Nation
	}
	return ""
}

// longestName bounds the names looked up word by word.
const longestName = 4

// nation is the key of a nation named at the first of tokens, by name or
// adjective, and how many tokens it takes.
func nation(r *hearsay.Reading, tokens []int32) (string, int) {
	text := r.Article.Text
	first := r.Tokens[tokens[0]]
	if c := text[first.Start]; c < 'A' || c > 'Z' {
		return "", 0
	}
	for n := min(longestName, len(tokens)); n > 0; n-- {
		last := r.Tokens[tokens[n-1]]
		if tokens[n-1] != tokens[0]+int32(n-1) {
			continue
		}
		if key := nationOf(text[first.Start:last.End]); key != "" {
			return key, n
		}
	}
	if code, ok := en.Adjectives().Get(en.Lower(first.Of(text))); ok {
		return "@" + code, 1
	}
	return "", 0
}

// mention is the key of the longest resolved mention that begins at a token, the
// token after it, and whether it is a person's. Of a description what follows its
// head is said, and not part of the name: "the firm of the leaking valve". The
// first person is the speaker.
func (rd *reader) mention(r *hearsay.Reading, article, token, speaker int32) (string, int32, bool) {
	start := r.Tokens[token].Start
	key, end, person := "", start, false
	for _, i := range rd.starting(r, article, start) {
		m := &r.Mentions[i]
		to := m.End
		if m.Form == hearsay.MentionNominal {
			to = r.Tokens[m.Head].End
		}
		if m.Entity < 0 || to <= end {
			continue
		}
		if k := rd.names[hearsay.Ref{Article: article, Index: m.Entity}]; k != "" {
			key, end, person = k, to, r.Entities[m.Entity].Kind == hearsay.KindPerson
		}
	}
	if w := r.Tokens[token].Of(r.Article.Text); key == "" && speaker >= 0 && firstPerson(w) {
		if house := rd.house(r, article, speaker); house != "" && !singular(w) {
			return house, token + 1, false
		}
		return rd.names[hearsay.Ref{Article: article, Index: speaker}], token + 1, r.Entities[speaker].Kind == hearsay.KindPerson
	}
	last := token
	for int(last) < len(r.Tokens) && r.Tokens[last].Start < end {
		last++
	}
	return key, last, person
}

// house is the key of whom a speaker speaks for, "we" in his mouth; empty when the
// article names none.
func (rd *reader) house(r *hearsay.Reading, article, speaker int32) string {
	for k := range r.Entities {
		if e := &r.Entities[k]; speaksFor(&r.Entities[speaker], e) {
			if key := rd.names[hearsay.Ref{Article: article, Index: int32(k)}]; key != "" {
				return key
			}
		}
	}
	return ""
}

// singular reports whether a word of the first person means the speaker alone.
func singular(w string) bool {
	switch strings.ToLower(w) {
	case "i", "me", "my", "myself":
		return true
	}
	return false
}

func firstPerson(w string) bool {
	switch strings.ToLower(w) {
	case "i", "we", "me", "us", "my", "our", "myself", "ourselves":
		return w != "US"
	}
	return false
}

// starting lists the mentions that begin at a place.
func (rd *reader) starting(r *hearsay.Reading, article int32, at int32) []int32 {
	if rd.mentions == nil {
		rd.mentions = map[int32][]int32{}
	}
	order, ok := rd.mentions[article]
	if !ok {
		order = make([]int32, len(r.Mentions))
		for i := range order {
			order[i] = int32(i)
		}
		slices.SortStableFunc(order, func(x, y int32) int { return int(r.Mentions[x].Start - r.Mentions[y].Start) })
		rd.mentions[article] = order
	}
	from, _ := slices.BinarySearchFunc(order, at, func(i, at int32) int { return int(r.Mentions[i].Start - at) })
	to := from
	for to < len(order) && r.Mentions[order[to]].Start == at {
		to++
	}
	return order[from:to]
}
