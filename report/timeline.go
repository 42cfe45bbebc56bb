package report

import (
	"slices"
	"strings"

	"hearsay"
)

// Timeline returns the expressions of time of all articles in order of input and
// text, with the statements that stand in the same sentence and their claims. In
// an undated copy of a dated article an expression means what it means there.
func Timeline(d *hearsay.Dossier) []hearsay.Event {
	claims := claimsOf(d)
	dates := borrowed(d)
	var events []hearsay.Event
	for a, r := range d.Readings {
		anchors := make([]hearsay.Span, len(r.Statements))
		for i := range r.Statements {
			anchors[i] = r.Statements[i].Anchor()
		}
		for t := range r.Times {
			e := hearsay.Event{Date: r.Times[t].Value, Precision: r.Times[t].Precision, Evidence: hearsay.Place{Article: int32(a), Span: r.Times[t].Span}}
			if b, ok := dates[place{int32(a), int32(t)}]; ok {
				e.Date, e.Precision = b.Value, b.Precision
			}
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

// place is a time of one article.
type place struct{ article, time int32 }

// borrowed finds, for the unresolved times of articles without a date, the same
// expression at the same place of an exact or near copy that has one.
func borrowed(d *hearsay.Dossier) map[place]hearsay.Time {
	out := map[place]hearsay.Time{}
	for _, c := range d.Copies {
		a, b := d.Readings[c.A], d.Readings[c.B]
		if c.Relation > hearsay.CopyNear || (a.Article.Published == nil) == (b.Article.Published == nil) {
			continue
		}
		from, to, toIndex := b, a, c.A
		if b.Article.Published == nil {
			from, to, toIndex = a, b, c.B
		}
		for i, t := range to.Times {
			key := place{toIndex, int32(i)}
			if _, done := out[key]; done || t.Value != "" {
				continue
			}
			if k := sameTime(from, to, t); k >= 0 {
				out[key] = from.Times[k]
			}
		}
	}
	return out
}

// sameTime is the time of one article whose sentence has the same words as that
// of a time of another; -1 for none.
func sameTime(from, to *hearsay.Reading, t hearsay.Time) int {
	here := words(to, sentenceAt(to, t.Start))
	for k, u := range from.Times {
		if u.Value == "" || !strings.EqualFold(u.Of(from.Article.Text), t.Of(to.Article.Text)) {
			continue
		}
		there := words(from, sentenceAt(from, u.Start))
		if n := common(here, there); n*10 >= 8*max(len(here), len(there)) {
			return k
		}
	}
	return -1
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
