package schema

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Headline is the clearest headline of the story that most accounts tell: the
// one that shares most words with the most told claim and with the headlines of
// other texts; of equals the shorter, then the first. It is nil when no account
// has one.
func (l *Lookup) Headline() *Span {
	var best *Span
	most := -1.0
	stories := l.MainFirst()
	for i := range l.Articles {
		h := l.Articles[i].Headline
		if h == nil || strings.TrimSpace(h.Text) == "" || len(stories) > 0 && !slices.Contains(stories[0].Articles, l.Articles[i].ID) {
			continue
		}
		shared := l.shared(l.Articles[i].ID, h.Text)
		if shared > most || shared == most && len(h.Text) < len(best.Text) {
			best, most = h, shared
		}
	}
	return best
}

func (l *Lookup) shared(article, headline string) float64 {
	mine, sum := longWords(headline), 0.0
	if c := l.MostTold(); c != nil {
		sum = jaccard(mine, longWords(c.Wording.Text))
	}
	for _, text := range l.texts {
		other := l.Article(text[0])
		own := false
		for _, id := range text {
			own = own || id == article
		}
		if !own && other.Headline != nil {
			sum += jaccard(mine, longWords(other.Headline.Text))
		}
	}
	return sum
}

// longWords are the words of four letters or more, in lower case.
func longWords(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) >= 4 {
			set[w] = true
		}
	}
	return set
}

func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(max(len(a)+len(b)-both, 1))
}
