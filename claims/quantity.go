package claims

import (
	"strconv"
	"strings"

	"hearsay"
)

// quantity is a number as an interval: "at least 12" has no upper end, "dozens"
// has both far apart. Max is negative for none.
type quantity struct {
	min, max float64
	money    string // "$", "€", "£"; empty for a count
	percent  bool
}

func (q quantity) key() string {
	k := q.money + strconv.FormatFloat(q.min, 'g', -1, 64)
	if q.percent {
		k += "%"
	}
	return k
}

// rounded is how far apart prices can be and still be one: $349 is told as $350.
const rounded = 1.01

// disjoint reports whether no value fits both.
func (q quantity) disjoint(p quantity) bool {
	slack := 1.0
	if q.money != "" && p.money != "" {
		slack = rounded
	}
	return q.max >= 0 && q.max*slack < p.min || p.max >= 0 && p.max*slack < q.min
}

// numberWords are the cardinal words; a ratio below joins "twenty" and "five".
var numberWords = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1}

// scales multiply the number before them; alone in the plural they mean a range.
var scales = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3}

// quantityAt reads a number at the first token and tells how many tokens it
// takes; 0 when there is none. Words that bound it stand before it and are read
// by bound.
func quantityAt(r *hearsay.Reading, tokens []int32) (quantity, int) {
	text := r.Article.Text
	at := func(k int) string {
		if k >= len(tokens) {
			return ""
		}
		return strings.ToLower(r.Tokens[tokens[k]].Of(text))
	}
	if f, ok := scales[strings.TrimSuffix(at(0), "s")]; ok && strings.HasSuffix(at(0), "s") && f >= 12 && len(at(0)) > 3 {
		return quantity{min: f, max: 100 * f}, 1
	}
	value, ok := plainNumber(at(0))
	if !ok {
		return quantity{}, 0
	}
	n := 1
	if rest, ok := numberWords[at(n)]; ok && value >= 20 && rest < 10 {
		value, n = value+rest, n+1
	} else if at(n) == "-" {
		if rest, ok := numberWords[at(n+1)]; ok && value >= 20 && rest < 10 {
			value, n = value+rest, n+2
		}
	}
	for f, ok := scales[at(n)]; ok; f, ok = scales[at(n)] {
		value, n = value*f, n+1
	}
	q := quantity{min: value, max: value}
	if len(tokens) > 0 && r.Tokens[tokens[0]].Start > 0 {
		q.money = currency(text[:r.Tokens[tokens[0]].Start])
	}
	if w := at(n); w == "%" || w == "percent" || w == "per" && at(n+1) == "cent" {
		q.percent = true
		n++
		if w == "per" {
			n++
		}
	}
	if word := at(n); word == "to" || word == "-" || word == "–" {
		if high, m := plainNumber(at(n + 1)); m && high > q.max {
			q.max, n = high, n+2
		}
	}
	return q, n
}

// plainNumber reads digits with separators, or one number word.
func plainNumber(w string) (float64, bool) {
	if v, ok := numberWords[w]; ok {
		return v, true
	}
	if ten, unit, ok := strings.Cut(w, "-"); ok {
		a, b := numberWords[ten], numberWords[unit]
		if a >= 20 && b > 0 && b < 10 {
			return a + b, true
		}
	}
	w = strings.TrimLeft(w, "$€£")
	scale := 1.0
	for _, suffix := range [...]string{"bn", "m", "k"} {
		if s, ok := strings.CutSuffix(w, suffix); ok && s != "" {
			w, scale = s, scales[suffix]
			break
		}
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v * scale, err == nil
}

func currency(before string) string {
	for _, sign := range [...]string{"$", "€", "£"} {
		if strings.HasSuffix(before, sign) {
			return sign
		}
	}
	return ""
}
