package web

import (
	"cmp"
	"slices"

	"hearsay/schema"
)

// layer is something that stands over the code points [Start,End) of a text: a
// statement's content, source or cue, a difference of copies, a place that a
// section links to. Layers may overlap in any way.
type layer struct {
	Start, End int
	ID         string // of the first piece
	Ref        string // of all pieces: what they belong to
	Class      string
	order      int // of layers over the same stretch: which is outside
}

// token is a piece of markup: a layer's start, its end, or text.
type token struct {
	Open, Close bool
	ID          string
	Ref         string
	Class       string
	Text        string
}

// Which layer stands outside when two cover the same stretch.
const (
	orderPlace = iota
	orderDifference
	orderContent
	orderSource
	orderCue
)

func (x *index) layers(a *account) []layer {
	var out []layer
	for _, p := range a.places {
		out = append(out, layer{p.Start, p.End, p.Anchor, p.Anchor, "at", orderPlace})
	}
	for i := range x.Copies {
		c := &x.Copies[i]
		if c.Relation != "copy" && c.Relation != "near-copy" {
			continue
		}
		for _, d := range c.Differences {
			for _, s := range []*schema.Span{d.A, d.B} {
				out = a.add(out, s, layer{Class: "diff", order: orderDifference})
			}
		}
	}
	for _, s := range x.said[a.ID] {
		out = a.addStatement(out, s, x.statementAnchor(s))
	}
	sortLayers(out)
	underline(out)
	return out
}

// sortLayers puts layers in the order of a tree: by start, the longer outside.
func sortLayers(all []layer) {
	slices.SortStableFunc(all, func(p, q layer) int {
		return cmp.Or(cmp.Compare(p.Start, q.Start), cmp.Compare(q.End, p.End), cmp.Compare(p.order, q.order))
	})
}

// add puts the span down as a layer if it holds in the account's text.
func (a *account) add(out []layer, s *schema.Span, l layer) []layer {
	if s == nil || s.Article != a.ID || s.Start == nil || s.End == nil ||
		*s.Start < 0 || *s.End > len(a.runes) || *s.Start >= *s.End {
		return out
	}
	l.Start, l.End = *s.Start, *s.End
	return append(out, l)
}

// addStatement gives the statement's id to the first of its content, cue and
// source that stands in the text.
func (a *account) addStatement(out []layer, s *schema.Statement, id string) []layer {
	free := id
	put := func(spans []schema.Span, class string, order int) {
		for i := range spans {
			n := len(out)
			out = a.add(out, &spans[i], layer{ID: free, Ref: id, Class: class, order: order})
			if len(out) > n {
				free = ""
			}
		}
	}
	form := "indirect"
	if s.Form == "direct" || s.Form == "mixed" {
		form = s.Form
	}
	put(s.Content, "st "+form, orderContent)
	put(s.Cue, "cue", orderCue)
	put(s.Source.Spans, "src", orderSource)
	return out
}

// mostLines is how many underlines are told apart by their height.
const mostLines = 4

// underline gives each content a height above the contents inside it, so that
// nested statements are underlined twice.
func underline(sorted []layer) {
	height := make([]int, len(sorted))
	for i := len(sorted) - 1; i >= 0; i-- { // inner layers stand after outer ones
		if sorted[i].order != orderContent {
			continue
		}
		for j := i + 1; j < len(sorted) && sorted[j].Start < sorted[i].End; j++ {
			if sorted[j].order == orderContent {
				height[i] = max(height[i], height[j]+1)
			}
		}
		sorted[i].Class += " h" + string(rune('0'+min(height[i], mostLines-1)))
	}
}

// tokens divides the text [from,to) at the ends of its layers. Tokens open and
// close in the order of a tree: a layer that ends inside another closes that
// one and opens it again, without its id.
func tokens(runes []rune, from, to int, layers []layer) []token {
	var out []token
	var open []layer
	var cuts []int
	var in []layer
	for _, l := range layers {
		if l.Start < to && from < l.End {
			l.Start, l.End = max(l.Start, from), min(l.End, to)
			in = append(in, l)
			cuts = append(cuts, l.Start, l.End)
		}
	}
	cuts = append(cuts, from, to)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	next := 0
	for i, at := range cuts {
		out, open = closeAt(out, open, at)
		for next < len(in) && in[next].Start <= at {
			out = append(out, opening(in[next]))
			open = append(open, in[next])
			next++
		}
		if i+1 < len(cuts) {
			out = append(out, token{Text: string(runes[at:cuts[i+1]])})
		}
	}
	return out
}

func opening(l layer) token { return token{Open: true, ID: l.ID, Ref: l.Ref, Class: l.Class} }

// closeAt closes the layers that end at the place, and opens those again that
// stood inside them but go on.
func closeAt(out []token, open []layer, at int) ([]token, []layer) {
	first := slices.IndexFunc(open, func(l layer) bool { return l.End <= at })
	if first < 0 {
		return out, open
	}
	again := slices.Clone(open[first:])
	for range again {
		out = append(out, token{Close: true})
	}
	open = open[:first]
	for _, l := range again {
		if l.End > at {
			l.ID = ""
			out = append(out, opening(l))
			open = append(open, l)
		}
	}
	return out, open
}
