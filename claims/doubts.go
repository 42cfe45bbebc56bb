package claims

import (
	"fmt"

	"hearsay"
)

// doubtFrom is the similarity from which two claims that were kept apart may be
// one.
const doubtFrom = 0.43

// Doubts lists denials without a target and claims that may say the same.
func Doubts(d *hearsay.Dossier) []hearsay.Doubt {
	return append(aimless(d), uncertain(d)...)
}

// aimless lists the denials and confirmations that bear on no claim.
func aimless(d *hearsay.Dossier) []hearsay.Doubt {
	placed := map[hearsay.Ref]bool{}
	for i := range d.Claims {
		for _, p := range d.Claims[i].Positions {
			placed[p.Statement] = true
		}
	}
	var out []hearsay.Doubt
	for a, r := range d.Readings {
		for i := range r.Statements {
			s := &r.Statements[i]
			if s.Act != hearsay.ActDeny && s.Act != hearsay.ActConfirm || placed[hearsay.Ref{Article: int32(a), Index: int32(i)}] || aside(r, s) {
				continue
			}
			out = append(out, doubt(d, hearsay.DoubtStance, hearsay.Place{Article: int32(a), Span: firstSpan(s)}, "What this denies or confirms was not found."))
		}
	}
	return out
}

func firstSpan(s *hearsay.Statement) hearsay.Span {
	for _, spans := range [...][]hearsay.Span{s.Content, s.Cue, s.Source.Spans} {
		if len(spans) > 0 {
			return spans[0]
		}
	}
	return hearsay.Span{}
}

func doubt(d *hearsay.Dossier, kind hearsay.DoubtKind, at hearsay.Place, note string) hearsay.Doubt {
	x := hearsay.Doubt{Kind: kind, Article: at.Article, Note: note}
	if !at.Span.Empty() {
		e := d.Readings[at.Article].Article.Evidence(at.Span)
		x.Evidence = &e
	}
	return x
}

// uncertain holds the wordings of a story's claims against each other and lists,
// for each, the first later claim that nearly says the same.
func uncertain(d *hearsay.Dossier) []hearsay.Doubt {
	byStory := make([][]int32, len(d.Stories))
	for i := range d.Claims {
		s := d.Claims[i].Story
		byStory[s] = append(byStory[s], int32(i))
	}
	names := nameAll(d)
	var out []hearsay.Doubt
	for _, list := range byStory {
		rd, active := wordings(d, names, list)
		nodes := rd.collapse(active)
		ix := newIndex(nodes, len(rd.vocab.kinds))
		for i := range nodes {
			for _, j := range ix.near(&nodes[i], int32(i)+1) {
				if s := rd.similar(&nodes[i], &nodes[j]); s >= doubtFrom && s < sameFrom {
					a, b := d.Claims[list[nodes[i].units[0]]].Wording, d.Claims[list[nodes[j].units[0]]].Wording
					note := fmt.Sprintf("May say the same as “%s”.", a.Span.Of(d.Readings[a.Article].Article.Text))
					out = append(out, doubt(d, hearsay.DoubtAlignment, b, note))
					break
				}
			}
		}
	}
	return out
}

// worded is a statement of the article that gives a claim its wording.
func worded(c *hearsay.Claim) hearsay.Ref {
	for _, p := range c.Positions {
		if p.Statement.Article == c.Wording.Article {
			return p.Statement
		}
	}
	return c.Positions[0].Statement
}
