package report

import (
	"slices"
	"strings"

	"hearsay"
)

// Wording returns the labels used for each referent that is called by more than
// one: people and groups by title and description, places and organisations by
// name, events by the nouns that texts choose between, and reports by the nouns
// and verbs with which they are cited.
func Wording(d *hearsay.Dossier) []hearsay.Wording {
	var out []hearsay.Wording
	for _, labels := range [...][]labelled{referentLabels(d), eventLabels(d), reportLabels(d)} {
		for _, l := range labels {
			if w, ok := l.wording(d); ok {
				out = append(out, w)
			}
		}
	}
	return out
}

// labelled is what one referent is called, place by place.
type labelled struct{ places []hearsay.Place }

// wording gathers equal labels of one voice. ok is false when all labels are the
// same but for capitals.
func (l labelled) wording(d *hearsay.Dossier) (hearsay.Wording, bool) {
	var w hearsay.Wording
	index := map[string]int{}
	different := map[string]int{}
	places := slices.Clone(l.places)
	slices.SortStableFunc(places, func(p, q hearsay.Place) int {
		if p.Article != q.Article {
			return int(p.Article - q.Article)
		}
		return int(p.Span.Start - q.Span.Start)
	})
	for _, p := range slices.Compact(places) {
		r := d.Readings[p.Article]
		text := p.Span.Of(r.Article.Text)
		voice := voiceAt(r, p.Span)
		key := voice.String() + " " + plain(text)
		i, known := index[key]
		if !known {
			i = len(w.Labels)
			index[key] = i
			w.Labels = append(w.Labels, hearsay.Label{Text: text, Voice: voice})
		}
		w.Labels[i].Places = append(w.Labels[i].Places, p)
		different[plain(text)]++
	}
	most := 0
	for _, label := range w.Labels {
		if n := different[plain(label.Text)]; n > most {
			w.Referent, most = label.Text, n
		}
	}
	return w, len(different) > 1
}

// plain is a label without its article and capitals.
func plain(label string) string {
	label = strings.ToLower(label)
	for _, article := range [...]string{"the ", "a ", "an "} {
		label = strings.TrimPrefix(label, article)
	}
	return label
}

// voiceAt tells whether a place stands between quotation marks.
func voiceAt(r *hearsay.Reading, at hearsay.Span) hearsay.Voice {
	i, found := slices.BinarySearchFunc(r.Quotations, at.Start, func(q hearsay.Quotation, start int32) int { return int(q.Start - start) })
	if !found {
		i--
	}
	for ; i >= 0; i-- {
		if r.Quotations[i].Contains(at) {
			return hearsay.VoiceQuoted
		}
		if r.Quotations[i].Depth == 0 {
			break
		}
	}
	return hearsay.VoiceOwn
}
