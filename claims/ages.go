package claims

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// tallies lists what a stretch of an article counts that accounts can give otherwise:
// people to whom something befell, and how old somebody is.
func (v voices) tallies(article int32, tokens []int32) []measure {
	r := v.d.Readings[article]
	out := slices.DeleteFunc(numbersIn(r, tokens), func(m measure) bool { return !people(m.of) })
	return append(out, v.ages(article, tokens)...)
}

const age = "age "

// The forms in which an age stands beside a name: "Ann Lee, 23, ", "Ann Lee (23)",
// "Ann Lee is 23 years old", "23-year-old clerk Ann Lee".
var (
	ageAfter  = regexp.MustCompile(`^(?:,? \(?|,? (?:who )?(?:is|was) )(?:aged )?([0-9]{1,2})(?:[,.)]|$| years old)`)
	ageBefore = regexp.MustCompile(`\b([0-9]{1,2})[- ]year[- ]old(?: [\pL-]+){0,3} $`)
)

// nearAge bounds how far from a name an age is looked for, in bytes.
const nearAge = 60

// ages lists the ages that a stretch gives for persons that all accounts name.
func (v voices) ages(article int32, tokens []int32) []measure {
	if len(tokens) == 0 {
		return nil
	}
	r := v.d.Readings[article]
	at := hearsay.Span{Start: r.Tokens[tokens[0]].Start, End: r.Tokens[tokens[len(tokens)-1]].End}
	var out []measure
	for _, m := range r.Mentions {
		if m.Form != hearsay.MentionName || m.Entity < 0 || r.Entities[m.Entity].Kind != hearsay.KindPerson || !at.Contains(m.Span) {
			continue
		}
		who, known := v.of[hearsay.Ref{Article: article, Index: m.Entity}]
		if !known {
			continue
		}
		after, before := r.Article.Text[m.End:min(at.End, m.End+nearAge)], r.Article.Text[max(at.Start, m.Start-nearAge):m.Start]
		var years string
		if f := ageAfter.FindStringSubmatch(after); f != nil {
			years = f[1]
		} else if f := ageBefore.FindStringSubmatchIndex(before); f != nil && !acts(r, hearsay.Span{Start: m.Start - int32(len(before)-f[0]), End: m.Start}) {
			years = before[f[2]:f[3]]
		}
		if n, err := strconv.Atoi(years); err == nil && n > 0 {
			// a birthday may lie between two accounts
			out = append(out, measure{of: age + strconv.Itoa(int(who)), kind: hearsay.ByNumber, value: quantity{min: float64(n) - 0.5, max: float64(n) + 0.5}})
		}
	}
	return out
}

// acts reports whether a verb stands in a stretch: "the 23-year-old had shot Ann Lee".
func acts(r *hearsay.Reading, at hearsay.Span) bool {
	return slices.ContainsFunc(within(r, []hearsay.Span{at}), func(i int32) bool { return verbal(r.Tokens[i].Tag) })
}

// aged reports whether a tally is an age.
func aged(of string) bool { return strings.HasPrefix(of, age) }
