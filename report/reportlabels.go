package report

import (
	"slices"
	"strings"

	"hearsay"
)

// reportLabels finds how a medium's report is cited: the verbs that introduce
// it, and noun phrases such as "the report". A phrase that names no medium is
// about the one that its article cites most.
func reportLabels(d *hearsay.Dossier) []labelled {
	speakers := newSpeakers(d)
	byMedium := map[int32]*labelled{}
	var order []int32
	add := func(medium int32, p hearsay.Place) {
		l, ok := byMedium[medium]
		if !ok {
			l = &labelled{}
			byMedium[medium] = l
			order = append(order, medium)
		}
		l.places = append(l.places, p)
	}
	for a, r := range d.Readings {
		cited := map[int32]int{}
		most := int32(-1)
		for i := range r.Statements {
			s := &r.Statements[i]
			for _, e := range s.Chain {
				if m, ok := speakers.referents[hearsay.Ref{Article: int32(a), Index: e}]; ok && d.Referents[m].Kind == hearsay.KindMedia {
					if cited[m]++; most < 0 || cited[m] > cited[most] {
						most = m
					}
				}
			}
			m := speakers.of(hearsay.Ref{Article: int32(a), Index: int32(i)})
			if m < 0 || d.Referents[m].Kind != hearsay.KindMedia {
				continue
			}
			for _, c := range s.Cue {
				if w := headWord(r, c); !w.Empty() {
					add(m, hearsay.Place{Article: int32(a), Span: w})
				}
			}
		}
		if most < 0 {
			continue
		}
		for i := range r.Tokens {
			if at := reportPhrase(r, i); !at.Empty() {
				add(most, hearsay.Place{Article: int32(a), Span: at})
			}
		}
	}
	slices.Sort(order)
	out := make([]labelled, 0, len(order))
	for _, m := range order {
		out = append(out, *byMedium[m])
	}
	return out
}

// headWord is the verb of a cue: its last word with a verb's tag, or its only
// word.
func headWord(r *hearsay.Reading, cue hearsay.Span) hearsay.Span {
	first, _ := slices.BinarySearchFunc(r.Tokens, cue.Start, func(t hearsay.Token, at int32) int { return int(t.Start - at) })
	var verb hearsay.Span
	n := 0
	for i := first; i < len(r.Tokens) && r.Tokens[i].Start < cue.End; i++ {
		n++
		switch r.Tokens[i].Tag {
		case hearsay.TagVB, hearsay.TagVBD, hearsay.TagVBN, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagVBG:
			verb = r.Tokens[i].Span
		}
	}
	if verb.Empty() && n == 1 {
		return cue
	}
	return verb
}

// reportPhrase is the noun phrase with which a report is named, ending at a
// token; empty when none does.
func reportPhrase(r *hearsay.Reading, i int) hearsay.Span {
	text := r.Article.Text
	switch singular(strings.ToLower(r.Tokens[i].Of(text))) {
	case "report", "claim", "allegation", "rumour", "rumor":
	default:
		return hearsay.Span{}
	}
	if !noun(r, i) {
		return hearsay.Span{}
	}
	first := i
	for first > 0 && r.Tokens[first-1].End+1 == r.Tokens[first].Start && premodifier(r.Tokens[first-1]) {
		first--
	}
	return hearsay.Span{Start: r.Tokens[first].Start, End: r.Tokens[i].End}
}

func premodifier(t hearsay.Token) bool {
	switch t.Tag {
	case hearsay.TagDT, hearsay.TagJJ, hearsay.TagNN, hearsay.TagNNP, hearsay.TagVBN:
		return true
	}
	return false
}
