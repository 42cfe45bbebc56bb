package report

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// eventLabels finds, storyline by storyline, the nouns that can name one event.
// Of the phrases of a group that begin at a word the longest counts.
func eventLabels(d *hearsay.Dossier) []labelled {
	groups := en.EventNouns()
	heads := headWords(groups)
	var out []labelled
	for _, articles := range storylines(d) {
		found := make([]labelled, len(groups))
		for _, a := range articles {
			r := d.Readings[a]
			for i := range r.Tokens {
				for _, g := range heads[singular(strings.ToLower(r.Tokens[i].Of(r.Article.Text)))] {
					found[g].add(a, eventAt(r, i, groups[g]))
				}
			}
		}
		out = append(out, found...)
	}
	return out
}

// storylines lists the articles of each storyline, in order.
func storylines(d *hearsay.Dossier) [][]int32 {
	of := map[int32]int{}
	var out [][]int32
	for _, s := range d.Stories {
		k, known := of[s.Storyline]
		if !known {
			k = len(out)
			of[s.Storyline] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], s.Articles...)
	}
	for _, articles := range out {
		slices.Sort(articles)
	}
	return out
}

// add adds a place, unless it is empty or inside the one before it.
func (l *labelled) add(article int32, at hearsay.Span) {
	if at.Empty() {
		return
	}
	if n := len(l.places); n > 0 && l.places[n-1].Article == article && l.places[n-1].Span.Contains(at) {
		return
	}
	l.places = append(l.places, hearsay.Place{Article: article, Span: at})
}

// headWords maps the first word of each phrase to its groups.
func headWords(groups [][]string) map[string][]int {
	heads := map[string][]int{}
	for g, phrases := range groups {
		for _, p := range phrases {
			first, _, _ := strings.Cut(p, " ")
			if first = singular(first); !slices.Contains(heads[first], g) {
				heads[first] = append(heads[first], g)
			}
		}
	}
	return heads
}

// eventAt is the longest phrase of a group that begins at a token; empty when
// none does, or the word is not used as a noun.
func eventAt(r *hearsay.Reading, i int, phrases []string) hearsay.Span {
	text, best := r.Article.Text, hearsay.Span{}
	for _, p := range phrases {
		n := 0
		for w := range strings.FieldsSeq(p) {
			if i+n >= len(r.Tokens) || singular(strings.ToLower(r.Tokens[i+n].Of(text))) != singular(w) {
				n = -1
				break
			}
			n++
		}
		if n <= 0 || !noun(r, i+n-1) {
			continue
		}
		if at := (hearsay.Span{Start: r.Tokens[i].Start, End: r.Tokens[i+n-1].End}); at.Len() > best.Len() {
			best = at
		}
	}
	return best
}

// noun reports whether a word is used as a noun; an untagged one may be.
func noun(r *hearsay.Reading, i int) bool {
	switch t := r.Tokens[i]; t.Tag {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS, hearsay.TagNone:
		return true
	case hearsay.TagVBG:
		return i > 0 && (r.Tokens[i-1].Tag == hearsay.TagDT || r.Tokens[i-1].Tag == hearsay.TagIN)
	}
	return false
}

func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "is") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
