package stories

import (
	"slices"
	"strings"
	"time"

	"hearsay"
	"hearsay/times"
)

// document is a reading with its words.
type document struct {
	reading *hearsay.Reading
	words   []seen
	text    *Text
	opening vector         // of the first words
	times   map[uint32]int // how often each word occurs
}

func read(r *hearsay.Reading) document {
	words := reader{news: background()}
	words.read(r.Article.Text)
	d := document{reading: r, words: words.words, text: words.text(), times: map[uint32]int{}}
	d.opening = weigh(d.text.terms, term.opening)
	for _, w := range d.words {
		d.times[w.word]++
	}
	return d
}

// telling is a sentence of one article that tells the event of another as past.
type telling struct {
	by, of   int32 // of is -1 for an event that no article reports
	sentence hearsay.Span
}

const (
	tellsLike   = .12                 // likeness of the sentence to the opening of the other article
	tellsNames  = 2                   // times that the other article has a name which this one has in the sentence only
	asideLike   = .25                 // likeness to the opening of its own article from which a sentence is no aside
	tellsWords  = 6                   // distinct words of a sentence that can tell an event
	notRecent   = 10 * 24 * time.Hour // a day further back than this is another event's
	datesNearBy = 4 * 24 * time.Hour  // between the event and the report of it
	longApart   = 60 * 24 * time.Hour // between reports of one event
)

// tellings finds, in the articles of a loose group, the sentences that tell the
// event of another of them as past: they name what the other article is about
// and nothing else in their own does. Where no other article is meant, the sentence
// may mention an event of the background.
func tellings(docs []document, members []int) []telling {
	var out []telling
	for _, by := range members {
		for k, s := range docs[by].reading.Sentences {
			if k == 0 {
				continue // tells the article's own event
			}
			when, ok := docs[by].past(s.Span)
			if !ok {
				continue
			}
			best, like := -1, 0.0
			for _, of := range members {
				if of == by || !docs[of].couldBe(when, docs[by].reading.Article.Published) {
					continue
				}
				dated := docs[by].longAfter(docs[of]) && docs[of].reportedAt(when)
				if l := docs[by].tells(s.Span, docs[of], dated); l > like {
					best, like = of, l
				}
			}
			if best >= 0 || docs[by].aside(s.Span) {
				out = append(out, telling{int32(by), int32(best), s.Span})
			}
		}
	}
	return out
}

// past reports whether all the times of a sentence lie well before publication,
// and the value of one of them when it is known.
func (d document) past(sentence hearsay.Span) (when string, ok bool) {
	for _, t := range d.reading.Times {
		switch {
		case !sentence.Contains(t.Span):
		case t.Value == "" && distant(strings.ToLower(t.Of(d.reading.Article.Text))):
			ok = true
		case t.Value != "" && before(t, d.reading.Article.Published):
			when, ok = t.Value, true
		default:
			return "", false
		}
	}
	return when, ok
}

// distant reports whether an expression that could not be resolved goes further
// back than days.
func distant(expression string) bool {
	if strings.HasSuffix(expression, "this month") {
		return false
	}
	for _, w := range strings.FieldsFunc(expression, func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch w {
		case "minute", "minutes", "hour", "hours", "day", "days", "week", "today", "yesterday", "next", "will":
			return false
		case "month", "months", "year", "years", "weeks", "ago", "summer", "winter", "spring", "autumn":
			return true
		}
		if dayNames()[hash(string(stem([]byte(w))))] && !strings.HasSuffix(w, "day") {
			return true
		}
	}
	return false
}

// before reports whether a time lies wholly before publication, and, when it is
// told in days or weeks, not just before it.
func before(t hearsay.Time, published *hearsay.Date) bool {
	if published == nil {
		return false
	}
	_, end, ok := times.Bounds(t.Value)
	first, _, okPublished := times.Bounds(published.Value)
	if !ok || !okPublished || end.After(first) {
		return false
	}
	switch t.Precision {
	case hearsay.PrecisionMonth, hearsay.PrecisionSeason, hearsay.PrecisionYear:
		return true
	}
	return end.Add(notRecent).Before(first)
}

// couldBe reports whether d may be a report of an event at the time when, told by
// an article published then: it is not dated later, nor at another time.
func (d document) couldBe(when string, published *hearsay.Date) bool {
	own := d.reading.Article.Published
	if own == nil {
		return true
	}
	first, end, ok := times.Bounds(own.Value)
	if !ok {
		return true
	}
	if published != nil {
		if _, endOther, ok := times.Bounds(published.Value); ok && !first.Before(endOther) {
			return false
		}
	}
	if from, to, ok := times.Bounds(when); ok {
		return !end.Add(datesNearBy).Before(from) && !to.Add(datesNearBy).Before(first)
	}
	return true
}

// longAfter reports whether d was published so long after other that they cannot
// be reports of one event.
func (d document) longAfter(other document) bool {
	a, b := d.reading.Article.Published, other.reading.Article.Published
	if a == nil || b == nil {
		return false
	}
	first, _, okA := times.Bounds(a.Value)
	_, end, okB := times.Bounds(b.Value)
	return okA && okB && first.Sub(end) > longApart
}

// reportedAt reports whether d was published at a time that is known to a month.
func (d document) reportedAt(when string) bool {
	own := d.reading.Article.Published
	from, to, ok := times.Bounds(when)
	if own == nil || !ok || to.Sub(from) > longApart {
		return false
	}
	first, end, ok := times.Bounds(own.Value)
	return ok && !first.Before(from) && !end.After(to.Add(datesNearBy))
}

// tells is the likeness of a sentence of d to the opening of other. It is 0 when
// nothing shows that the other's event is meant: its date, or a name that is the
// other article's and that d has nowhere else.
func (d document) tells(sentence hearsay.Span, other document, dated bool) float64 {
	words, inside := d.within(sentence)
	if len(inside) < tellsWords {
		return 0
	}
	named := dated
	for _, w := range words {
		if w.capital && !w.day && d.times[w.word] == inside[w.word] && other.times[w.word] >= tellsNames && other.names(w.word) {
			named = true
		}
	}
	if !named {
		return 0
	}
	like := dot(weigh(background().terms(words), term.weight), other.opening)
	if !dated && (like < tellsLike || like < d.likeOpening(words, inside)) {
		return 0
	}
	return like
}

func (d document) names(word uint32) bool {
	i, ok := slices.BinarySearchFunc(d.text.terms, word, func(t term, w uint32) int { return compare(t.word, w) })
	return ok && d.text.terms[i].name
}

// aside reports whether a sentence tells of something else than its article: what
// it shares with the rest is unlike the opening, and most of its names stand
// nowhere else.
func (d document) aside(sentence hearsay.Span) bool {
	words, inside := d.within(sentence)
	rest := slices.DeleteFunc(background().terms(words), func(t term) bool { return d.times[t.word] == inside[t.word] })
	if len(inside) < tellsWords || dot(weigh(rest, term.weight), d.opening) >= asideLike {
		return false
	}
	own, elsewhere := map[uint32]bool{}, map[uint32]bool{}
	for _, w := range words {
		switch {
		case !w.capital || w.day || w.start:
		case d.times[w.word] == inside[w.word]:
			own[w.word] = true
		default:
			elsewhere[w.word] = true
		}
	}
	return len(own) >= 2 && len(own) > len(elsewhere)
}

// within are the words of a sentence and how often each is in it.
func (d document) within(sentence hearsay.Span) (words []seen, times map[uint32]int) {
	from, _ := slices.BinarySearchFunc(d.words, sentence.Start, func(w seen, at int32) int { return int(w.Start - at) })
	to := from
	times = map[uint32]int{}
	for to < len(d.words) && d.words[to].End <= sentence.End {
		times[d.words[to].word]++
		to++
	}
	return d.words[from:to], times
}

// likeOpening is the likeness of a sentence of d to the opening of d without it.
func (d document) likeOpening(words []seen, inside map[uint32]int) float64 {
	rest := slices.DeleteFunc(slices.Clone(d.text.terms), func(t term) bool { return d.times[t.word] == inside[t.word] })
	return dot(weigh(background().terms(words), term.weight), weigh(rest, term.opening))
}
