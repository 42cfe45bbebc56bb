package report

import (
	"slices"
	"strings"

	"hearsay"
)

// referentLabels lists how each referent is called: the title before a name, a
// description, and for all but people the name itself.
func referentLabels(d *hearsay.Dossier) []labelled {
	var out []labelled
	for i := range d.Referents {
		var l labelled
		for _, m := range d.Referents[i].Members {
			r := d.Readings[m.Article]
			e := &r.Entities[m.Index]
			for _, k := range e.Mentions {
				if at := label(r, e, &r.Mentions[k]); !at.Empty() {
					l.places = append(l.places, hearsay.Place{Article: m.Article, Span: at})
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// label is the part of a mention that says how its referent is called; empty
// for pronouns and for plain names of people.
func label(r *hearsay.Reading, e *hearsay.Entity, m *hearsay.Mention) hearsay.Span {
	text := r.Article.Text
	switch {
	case m.Form == hearsay.MentionPronoun:
		return hearsay.Span{}
	case m.Form == hearsay.MentionNominal || e.Kind != hearsay.KindPerson:
		return withoutOwner(r, m.Span)
	}
	first := firstName(r, m.Span, e)
	if first < 0 || first == m.Start {
		return hearsay.Span{}
	}
	title := hearsay.Span{Start: m.Start, End: first}
	for title.End > title.Start && strings.ContainsRune(" ,\t\n", rune(text[title.End-1])) {
		title.End--
	}
	if w := strings.ToLower(strings.Trim(title.Of(text), ".")); w == "mr" || w == "mrs" || w == "ms" || w == "the" {
		return hearsay.Span{}
	}
	return withoutOwner(r, title)
}

// firstName is where the name itself begins in a mention; -1 when it is not
// there.
func firstName(r *hearsay.Reading, at hearsay.Span, e *hearsay.Entity) int32 {
	name := strings.Fields(strings.ToLower(e.Name))
	lower := strings.ToLower(at.Of(r.Article.Text))
	if len(lower) != at.Len() {
		return -1
	}
	best := -1
	for _, w := range name {
		if i := wordIndex(lower, w); i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return at.Start + int32(best)
}

func wordIndex(s, w string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], w)
		if i < 0 {
			return -1
		}
		i += from
		if (i == 0 || s[i-1] == ' ') && (i+len(w) == len(s) || !letter(s[i+len(w)])) {
			return i
		}
		from = i + 1
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// withoutOwner cuts a possessive pronoun off the beginning of a label, and marks
// off its ends.
func withoutOwner(r *hearsay.Reading, at hearsay.Span) hearsay.Span {
	text := r.Article.Text
	for _, w := range [...]string{"his ", "her ", "its ", "their ", "our ", "my "} {
		if len(w) < at.Len() && strings.EqualFold(text[at.Start:at.Start+int32(len(w))], w) {
			at.Start += int32(len(w))
		}
	}
	for !at.Empty() && slices.Contains([]byte(",;:."), text[at.End-1]) && !abbreviation(text[at.Start:at.End]) {
		at.End--
	}
	return at
}

// abbreviation reports whether a label ends in the full stop of "U.S.".
func abbreviation(s string) bool {
	return len(s) > 2 && s[len(s)-1] == '.' && strings.Contains(s[:len(s)-1], ".")
}
