package mentions

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// GoldNames lists the names that the entity annotation of a treebank shows, in
// order of the text. GUM marks whole noun phrases, described ones beside named
// ones; of a mention whose head is a proper noun the name is the head with the
// proper nouns that its tree joins to it: not the title before ("Dr."), the
// apposition or what follows a comma, but "of ..." in the names of places and
// organisations. Peoples and families in the plural and offices written with
// capitals ("the President") are no names. A name inside a longer one is not
// counted. Mentions of other kinds (events, works, days) are told as
// [NameOther].
func GoldNames(b *nlp.Treebank) []Name {
	var out []Name
	for _, m := range b.Marks() {
		if tag := b.Gold.Tokens[m.Head].Tag; tag != hearsay.TagNNP && tag != hearsay.TagNNPS {
			continue
		}
		g := goldName{b: b, mention: m, kind: goldKind(m.Kind)}
		first, last := g.extent()
		n := Name{Span: hearsay.Span{Start: b.Gold.Tokens[first].Start, End: b.Gold.Tokens[last].End}, Kind: g.kind}
		if g.kind == NameOther && m.Kind == "time" || g.kind == NamePerson && (b.Gold.Tokens[m.Head].Tag == hearsay.TagNNPS || g.onlyTitles(first, last)) {
			continue
		}
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(x, y Name) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), cmp.Compare(x.Kind, y.Kind))
	})
	end := int32(0)
	return slices.DeleteFunc(out, func(n Name) bool {
		inside := n.Start < end
		end = max(end, n.End)
		return inside
	})
}

func goldKind(kind string) NameKind {
	switch kind {
	case "person":
		return NamePerson
	case "organization":
		return NameOrganisation
	case "place":
		return NamePlace
	}
	return NameOther
}

// goldName is one annotated mention whose name is looked for.
type goldName struct {
	b       *nlp.Treebank
	mention nlp.Marked
	kind    NameKind
}

// extent is the first and the last token of the name.
func (g *goldName) extent() (first, last int32) {
	first, last = g.mention.Head, g.mention.Head
	for k := first - 1; k >= g.mention.First && (g.joins(k) || g.connects(k)); k-- {
		if g.joins(k) {
			first = k
		}
	}
	for k := last + 1; k <= g.mention.Last && (g.joins(k) || g.connects(k)); k++ {
		if g.joins(k) {
			last = k
		}
	}
	return first, last
}

// joins reports whether token k is a proper noun, or a number, that hangs on the head by
// relations that make one name.
func (g *goldName) joins(k int32) bool {
	tokens := g.b.Gold.Tokens
	if t := tokens[k].Tag; t != hearsay.TagNNP && t != hearsay.TagNNPS && !(t == hearsay.TagCD && tokens[k].Dep == hearsay.DepFlat) {
		return false
	}
	for steps := 0; k != g.mention.Head && steps < maxPhrase; steps++ {
		t := &tokens[k]
		switch t.Dep {
		case hearsay.DepFlat, hearsay.DepCompound, hearsay.DepAmod, hearsay.DepGoeswith, hearsay.DepFixed:
		case hearsay.DepNmod, hearsay.DepNmodPoss, hearsay.DepNmodDesc, hearsay.DepConj:
			if g.kind == NamePerson { // "Dr. Holm"; but "St. Helens"
				return false
			}
		default:
			return false
		}
		k = t.Head
		if k < g.mention.First || k > g.mention.Last {
			return false
		}
	}
	return k == g.mention.Head
}

// connects reports whether token k may stand inside a name.
func (g *goldName) connects(k int32) bool {
	t := &g.b.Gold.Tokens[k]
	switch t.Tag {
	case hearsay.TagHYPH, hearsay.TagPOS:
		return true
	}
	switch w := en.Lower(t.Of(g.b.Text)); w {
	case "of", "for", "on", "the", "and":
		return g.kind != NamePerson
	case "&", "-", "'", "’", ".":
		return true
	default:
		return en.Particles()[w]
	}
}

// onlyTitles reports whether a person's name is made of titles alone.
func (g *goldName) onlyTitles(first, last int32) bool {
	for k := first; k <= last; k++ {
		w := en.Lower(g.b.Gold.Tokens[k].Of(g.b.Text))
		_, title := en.Titles().Get(w)
		_, role := en.Nouns().Get(w)
		if !title && !role && !en.Particles()[w] {
			return false
		}
	}
	return true
}
