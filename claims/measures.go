package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// measure is a number or a day that a statement gives, and what it is of.
type measure struct {
	ref   hearsay.Ref
	of    string // "people kill", "$ price"; for days "day" and the predicate
	value quantity
	kind  hearsay.ContradictionKind
	sums  int      // of money or shares in the statement, for one of them
	goods []string // what a sum is said to be for: "$500 for the steel model"
}

// measures finds the numbers and days that statements holding a claim give for
// one thing and that no value fits.
func (v voices) measures(c *hearsay.Claim) []hearsay.Contradiction {
	var all []measure
	for _, p := range c.Positions {
		if p.Stance == hearsay.StanceAsserts || p.Stance == hearsay.StanceConfirms || p.Stance == hearsay.StanceRelays {
			all = append(all, numbers(v.d.Readings[p.Statement.Article], p.Statement)...)
			all = append(all, days(v.d.Readings[p.Statement.Article], p.Statement)...)
			for _, m := range v.ages(p.Statement.Article, within(v.d.Readings[p.Statement.Article], v.statement(p.Statement).Content)) {
				m.ref = p.Statement
				all = append(all, m)
			}
		}
	}
	var out []hearsay.Contradiction
	var done []string
	for _, m := range all {
		if slices.Contains(done, m.of) {
			continue
		}
		done = append(done, m.of)
		if x, ok := v.disagree(all, m.of); ok {
			out = append(out, x)
		}
	}
	return out
}

// disagree sets the statements that fit the first value given for a thing
// against those that do not. A statement that gives several values for it fits
// none, and a voice that later gives another number has counted on.
func (v voices) disagree(all []measure, of string) (hearsay.Contradiction, bool) {
	var of1 []measure
	for _, m := range all {
		if m.of == of && !slices.ContainsFunc(all, func(o measure) bool { return o.of == of && o.ref == m.ref && o.value != m.value }) {
			of1 = append(of1, m)
		}
	}
	for _, first := range of1 {
		x := hearsay.Contradiction{Kind: first.kind}
		for _, m := range of1 {
			switch {
			case !m.value.disjoint(first.value):
				x.A = append(x.A, m.ref)
			case !v.update(first.ref, m.ref) && (m.kind == hearsay.ByDate || !v.otherTime(first.ref, m.ref) && !v.otherScope(first, m)):
				x.B = append(x.B, m.ref)
			}
		}
		if len(x.B) > 0 {
			x.A, x.B = slices.Compact(x.A), slices.Compact(x.B)
			return x, true
		}
	}
	return hearsay.Contradiction{}, false
}

// update reports whether two statements of one voice stand in accounts of
// different days.
func (v voices) update(a, b hearsay.Ref) bool {
	p, q := v.d.Readings[a.Article].Article.Published, v.d.Readings[b.Article].Article.Published
	return v.one(a, b) && p != nil && q != nil && p.Value != q.Value
}

// otherTime reports whether two contents name different times: what they count is
// not the same.
func (v voices) otherTime(a, b hearsay.Ref) bool {
	p, q := v.times(a), v.times(b)
	return len(p) > 0 && len(q) > 0 && !slices.ContainsFunc(p, func(t string) bool { return slices.Contains(q, t) })
}

// otherScope reports whether two numbers cover different stretches of time ("this
// year", "since 2009"), are one of several sums that a statement gives, or are paid
// for different things.
func (v voices) otherScope(a, b measure) bool {
	if a.sums > 1 || b.sums > 1 || !slices.Equal(a.goods, b.goods) {
		return true
	}
	p, q := v.scope(a.ref), v.scope(b.ref)
	return !slices.Equal(p, q)
}

// scope lists the times in a content that are longer than a day.
func (v voices) scope(ref hearsay.Ref) []string {
	r := v.d.Readings[ref.Article]
	var out []string
	for _, t := range r.Times {
		if (longer(t.Precision) || t.Value == "" && stretches(t.Of(r.Article.Text))) && slices.ContainsFunc(r.Statements[ref.Index].Content, func(s hearsay.Span) bool { return s.Contains(t.Span) }) {
			out = append(out, strings.ToLower(t.Of(r.Article.Text)))
		}
	}
	return out
}

// stretches reports whether an expression that nothing dates means more than a day:
// "this year".
func stretches(expression string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(expression)) {
		switch strings.TrimSuffix(w, "s") {
		case "week", "month", "year", "decade", "season", "summer", "winter", "spring", "autumn":
			return true
		}
	}
	return false
}

func longer(p hearsay.Precision) bool {
	switch p {
	case hearsay.PrecisionYear, hearsay.PrecisionMonth, hearsay.PrecisionSeason, hearsay.PrecisionInterval:
		return true
	}
	return false
}

// times lists what the times in a content mean, or say where that is not known.
func (v voices) times(ref hearsay.Ref) []string {
	r := v.d.Readings[ref.Article]
	var out []string
	for _, t := range r.Times {
		if slices.ContainsFunc(r.Statements[ref.Index].Content, func(s hearsay.Span) bool { return s.Contains(t.Span) }) {
			if t.Value != "" {
				out = append(out, t.Value)
			} else {
				out = append(out, strings.ToLower(t.Of(r.Article.Text)))
			}
		}
	}
	return out
}

// numbers lists the counts, sums and shares in a statement's content.
func numbers(r *hearsay.Reading, ref hearsay.Ref) []measure {
	out := numbersIn(r, within(r, r.Statements[ref.Index].Content))
	sums := 0
	for i := range out {
		if out[i].ref = ref; out[i].value.money != "" || out[i].value.percent {
			sums++
		}
	}
	for i := range out {
		if out[i].value.money != "" || out[i].value.percent {
			out[i].sums = sums
		}
	}
	return out
}

func numbersIn(r *hearsay.Reading, tokens []int32) []measure {
	var out []measure
	for k := 0; k < len(tokens); {
		q, n := quantityAt(r, tokens[k:])
		if n == 0 {
			k++
			continue
		}
		if !inTime(r, tokens[k]) && !ifSo(r, tokens[k]) && !converted(r, tokens, k) && !partial(r, tokens, k, n) {
			if of := counted(r, tokens, k, n, q); of != "" {
				m := measure{of: of, value: bound(r, tokens, k, q), kind: hearsay.ByNumber}
				if q.money != "" {
					m.goods = goods(r, tokens[k+n:])
				}
				out = append(out, m)
			}
		}
		k += n
	}
	return out
}

// ifSo reports whether a number stands in a condition: "if they catch five".
func ifSo(r *hearsay.Reading, i int32) bool {
	for range 10 {
		t := r.Tokens[i]
		if t.Head < 0 {
			return false
		}
		if t.Dep == hearsay.DepAdvcl {
			for j := max(0, i-10); j < i; j++ {
				if m := r.Tokens[j]; m.Head == i && m.Dep == hearsay.DepMark && (strings.EqualFold(m.Of(r.Article.Text), "if") || strings.EqualFold(m.Of(r.Article.Text), "unless")) {
					return true
				}
			}
		}
		i = t.Head
	}
	return false
}

// goods lists the nouns of a phrase with "for" after a sum, up to the next mark.
func goods(r *hearsay.Reading, after []int32) []string {
	var out []string
	bought := false
	for _, i := range after {
		t := r.Tokens[i]
		switch w := t.Of(r.Article.Text); {
		case strings.EqualFold(w, "for"):
			bought = true
		case !wordlike(w), bought && verbal(t.Tag):
			return out
		case bought && nominal(t.Tag):
			out = append(out, class(w, t.Tag))
		}
	}
	return out
}

// people reports whether what is counted is people to whom something befalls.
func people(of string) bool {
	noun, deed, _ := strings.Cut(of, " ")
	return noun == "people" && deed != ""
}

func inTime(r *hearsay.Reading, token int32) bool {
	return slices.ContainsFunc(r.Times, func(t hearsay.Time) bool { return t.Contains(r.Tokens[token].Span) })
}

// converted reports whether a number stands in parentheses, where units are
// converted.
func converted(r *hearsay.Reading, tokens []int32, k int) bool {
	for j := k - 1; j >= max(0, k-3); j-- {
		switch r.Tokens[tokens[j]].Of(r.Article.Text) {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}

// partial reports whether a number does not count the whole of a thing: it names one
// ("MiG 21"), is what others are a part of ("two of our four"), or comes on top of
// what was told ("two other gunmen", "four more").
func partial(r *hearsay.Reading, tokens []int32, k, n int) bool {
	at := func(j int) string {
		if j < 0 || j >= len(tokens) {
			return ""
		}
		return strings.ToLower(r.Tokens[tokens[j]].Of(r.Article.Text))
	}
	t := r.Tokens[tokens[k]]
	if t.Dep == hearsay.DepNummod && t.Head >= 0 && t.Head < tokens[k] || k > 0 && modelName(r, tokens[k-1], t) {
		return true
	}
	for j := k + n; j <= k+n+1; j++ {
		switch at(j) {
		case "more":
			return at(j+1) != "than"
		case "other", "others", "another", "further", "additional":
			return true
		}
	}
	for j := k - 1; j >= max(0, k-2); j-- {
		if at(j) == "of" && j > 0 {
			_, before := plainNumber(at(j - 1))
			return before || at(j-1) == "out"
		}
	}
	return false
}

// modelName reports whether a number and the name right before it both go with one
// noun: "MiG 21 jets".
func modelName(r *hearsay.Reading, before int32, number hearsay.Token) bool {
	t := r.Tokens[before]
	return (t.Tag == hearsay.TagNNP || t.Tag == hearsay.TagNN && strings.ToLower(t.Of(r.Article.Text)) != t.Of(r.Article.Text)) && t.Head >= 0 && t.Head == number.Head && t.Dep != hearsay.DepNmodPoss
}

// counted names what a number counts: the noun after it and what befalls it, so
// that the killed and the wounded stay apart. Empty when there is no noun.
func counted(r *hearsay.Reading, tokens []int32, k, n int, q quantity) string {
	text := r.Article.Text
	noun := ""
	end := k + n
	if q.min == 1 && (end < len(tokens) && strings.EqualFold(r.Tokens[tokens[end]].Of(text), "of") || k > 0 && pronoun(r.Tokens[tokens[k-1]].Of(text))) {
		return ""
	}
	for ; end < min(len(tokens), k+n+6) && noun == ""; end++ {
		t := r.Tokens[tokens[end]]
		w := strings.ToLower(t.Of(text))
		switch {
		case w == "of" || w == "-" || w == "more" || w == "other" || t.Tag == hearsay.TagJJ || t.Tag == hearsay.TagNNP || t.Tag == hearsay.TagDT:
		case w == "old":
			return ""
		case nominal(t.Tag):
			noun = class(w, t.Tag)
		default:
			end = len(tokens)
		}
	}
	for _, i := range tokens[min(end, len(tokens)):min(end+2, len(tokens))] {
		if strings.HasSuffix(strings.ToLower(r.Tokens[i].Of(text)), "old") {
			return "" // an age
		}
	}
	if noun == "time" && q.min == 1 {
		return "" // "one more time"
	}
	if q.money != "" {
		noun = q.money
	}
	if q.percent {
		noun = "%"
	}
	if noun == "" {
		if q.min >= 1900 && q.min <= 2100 || q.min == 1 || k+n < len(tokens) && r.Tokens[tokens[k+n]].Of(text) == "," {
			return "" // a year, a pronoun, an age
		}
		noun = "people"
		if deed(r, tokens, k, n) == "" || r.Tokens[tokens[k]].Dep == hearsay.DepObl {
			return ""
		}
	}
	return noun + " " + deed(r, tokens, k, n)
}

// pronoun reports whether "one" after a word counts nothing: "no one", "no-one".
func pronoun(before string) bool {
	switch strings.ToLower(before) {
	case "no", "-", "any", "every", "some", "each", "this", "that", "which":
		return true
	}
	return false
}

// deed is the nearest predicate after a number, else before it, within a few
// words; empty for none.
func deed(r *hearsay.Reading, tokens []int32, k, n int) string {
	const reach = 6
	for j := k + n; j < min(len(tokens), k+n+reach); j++ {
		if d := deedAt(r, tokens[j:]); d != "" {
			return d
		}
	}
	for j := k - 1; j >= max(0, k-reach); j-- {
		if d := deedAt(r, tokens[j:]); d != "" {
			return d
		}
	}
	return ""
}

func deedAt(r *hearsay.Reading, tokens []int32) string {
	t := r.Tokens[tokens[0]]
	key, _, k := term(r, tokens)
	if k == action && (verbal(t.Tag) || t.Tag == hearsay.TagJJ || key == "kill" || key == "wounded") {
		return key
	}
	return ""
}

func class(w string, tag hearsay.Tag) string {
	lemma := base(w, tag)
	if c, ok := en.Synonym(lemma); ok {
		return c
	}
	return lemma
}

// bound widens a number by the words before it: "at least", "up to", "about".
func bound(r *hearsay.Reading, tokens []int32, k int, q quantity) quantity {
	before := func(n int) string {
		if k-n < 0 {
			return ""
		}
		return strings.ToLower(r.Tokens[tokens[k-n]].Of(r.Article.Text))
	}
	skip := 1
	if before(skip) == q.money && q.money != "" {
		skip++
	}
	two := before(skip+1) + " " + before(skip)
	switch {
	case two == "at least" || two == "more than" || two == "no fewer" || before(skip) == "over":
		q.max = -1
	case two == "up to" || two == "at most" || two == "many as" || two == "fewer than" || two == "less than" || before(skip) == "under":
		q.min = 0
	case slices.Contains([]string{"about", "around", "some", "nearly", "almost", "roughly", "approximately"}, before(skip)):
		q.min, q.max = q.min*0.85, q.max*1.15
	}
	return q
}

// days lists the day of a content that names one day and no other time.
func days(r *hearsay.Reading, ref hearsay.Ref) []measure {
	var out []measure
	for _, t := range r.Times {
		inside := slices.ContainsFunc(r.Statements[ref.Index].Content, func(s hearsay.Span) bool { return s.Contains(t.Span) })
		if !inside {
			continue
		}
		day := strings.NewReplacer("-", "").Replace(t.Value)
		if len(out) > 0 || t.Precision != hearsay.PrecisionDay || len(day) != 8 {
			return nil
		}
		q := quantity{}
		for _, c := range day {
			q.min = 10*q.min + float64(c-'0')
		}
		q.max = q.min
		out = append(out, measure{ref: ref, of: "day", value: q, kind: hearsay.ByDate})
	}
	return out
}
