package report

import (
	"slices"

	"hearsay"
)

// Timeline returns the expressions of time of all articles in order of input and
// text, with the statements that stand in the same sentence and their claims.
func Timeline(d *hearsay.Dossier) []hearsay.Event {
	claims := claimsOf(d)
	var events []hearsay.Event
	for a, r := range d.Readings {
		anchors := make([]hearsay.Span, len(r.Statements))
		for i := range r.Statements {
			anchors[i] = r.Statements[i].Anchor()
		}
		for t := range r.Times {
			e := hearsay.Event{Date: r.Times[t].Value, Precision: r.Times[t].Precision, Evidence: hearsay.Place{Article: int32(a), Span: r.Times[t].Span}}
			sentence := sentenceAt(r, r.Times[t].Start)
			for i := range r.Statements {
				if anchors[i].Overlaps(sentence) || int(r.Statements[i].Time) == t {
					ref := hearsay.Ref{Article: int32(a), Index: int32(i)}
					e.Statements = append(e.Statements, ref)
					e.Claims = append(e.Claims, claims[ref]...)
				}
			}
			slices.Sort(e.Claims)
			e.Claims = slices.Compact(e.Claims)
			events = append(events, e)
		}
	}
	return events
}

// claimsOf lists the claims that each statement has a position on.
func claimsOf(d *hearsay.Dossier) map[hearsay.Ref][]int32 {
	of := map[hearsay.Ref][]int32{}
	for i := range d.Claims {
		for _, p := range d.Claims[i].Positions {
			of[p.Statement] = append(of[p.Statement], int32(i))
		}
	}
	return of
}

// sentenceAt is the sentence that holds a place; the empty span when none does.
func sentenceAt(r *hearsay.Reading, at int32) hearsay.Span {
	i, found := slices.BinarySearchFunc(r.Sentences, at, func(s hearsay.Sentence, at int32) int { return int(s.Start - at) })
	if !found {
		i--
	}
	if i < 0 || r.Sentences[i].End <= at {
		return hearsay.Span{Start: at, End: at + 1}
	}
	return r.Sentences[i].Span
}
