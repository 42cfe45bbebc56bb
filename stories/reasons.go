package stories

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

const (
	mostNames   = 5   // names given as reasons of a story
	rareWord    = 2.5 // inverse document frequency of a word that can stand in for names
	mostNumbers = 3   // numbers, years, months and weekdays
)

// shared gives the places of what decided for a story: the rarest names that most
// of its articles have (rare words where there are none), then numbers and dates. Each is shown where it first
// stands in the first two articles that have it.
func shared(docs []document, articles []int32) []hearsay.Place {
	if len(articles) < 2 {
		return nil
	}
	var sum tally
	for _, a := range articles {
		sum = sum.plus(tallyOf(docs[a].text))
	}
	numbers := map[uint32]bool{}
	for _, a := range articles {
		for _, w := range docs[a].words {
			if first, _ := utf8.DecodeRuneInString(docs[a].reading.Article.Text[w.Start:]); unicode.IsDigit(first) || w.day && w.capital {
				numbers[w.word] = true
			}
		}
	}
	var names, facts, others []tallied
	for _, t := range sum {
		switch {
		case t.in < 2 || 2*int(t.in) < len(articles):
		case numbers[t.word]:
			facts = append(facts, t)
		case 2*t.name > t.in:
			names = append(names, t)
		case t.idf >= rareWord:
			others = append(others, t)
		}
	}
	if len(names) == 0 {
		names = others
	}
	var out []hearsay.Place
	for _, t := range append(rarest(names, mostNames), rarest(facts, mostNumbers)...) {
		out = append(out, places(docs, articles, t.word)...)
	}
	return out
}

func rarest(words []tallied, n int) []tallied {
	worth := func(t tallied) float64 { return float64(t.in) * float64(t.idf) }
	slices.SortFunc(words, func(a, b tallied) int { return cmp.Or(cmp.Compare(worth(b), worth(a)), compare(a.word, b.word)) })
	return words[:min(n, len(words))]
}

func places(docs []document, articles []int32, word uint32) []hearsay.Place {
	var out []hearsay.Place
	for _, a := range articles {
		for _, w := range docs[a].words {
			if w.word == word {
				out = append(out, hearsay.Place{Article: a, Span: w.Span})
				break
			}
		}
		if len(out) == 2 {
			break
		}
	}
	return out
}
