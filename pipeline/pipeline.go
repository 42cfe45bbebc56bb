// Package pipeline is the only place that knows the order of the stages:
// [Read] turns one page into a reading, [Compare] turns readings into a dossier.
package pipeline

import (
	"fmt"
	"slices"

	"hearsay"
	"hearsay/attribution"
	"hearsay/claims"
	"hearsay/copies"
	"hearsay/extract"
	"hearsay/mentions"
	"hearsay/nlp"
	"hearsay/origins"
	"hearsay/report"
	"hearsay/stories"
	"hearsay/times"
)

// Read reads one page alone. The error names the page and says why it holds no
// account.
func Read(page *hearsay.Page) (*hearsay.Reading, error) {
	article, doubts, err := extract.Clean(page)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", page.Name, err)
	}
	return ReadArticle(article, doubts), nil
}

// ReadArticle reads an article that is already clean.
func ReadArticle(article *hearsay.Article, doubts []hearsay.Doubt) *hearsay.Reading {
	r := &hearsay.Reading{Article: article, Model: nlp.Model(), Doubts: doubts}
	analysis := nlp.Analyse(article.Text, article.Blocks)
	r.Tokens, r.Sentences, r.Quotations = analysis.Tokens, analysis.Sentences, analysis.Quotations
	r.Times = times.Find(article.Text, article.Published)
	r.Mentions, r.Entities = mentions.Find(r)
	r.Statements = attribution.Find(r)
	mentions.Speakers(r)
	r.Doubts = append(r.Doubts, mentions.Doubts(r)...)
	r.Doubts = append(r.Doubts, attribution.Doubts(r)...)
	return r
}

// Compare reads readings across.
func Compare(readings []*hearsay.Reading) *hearsay.Dossier {
	readings = withoutRepeated(readings)
	d := &hearsay.Dossier{Readings: readings}
	for i, r := range readings {
		for _, doubt := range r.Doubts {
			doubt.Article = int32(i)
			d.Doubts = append(d.Doubts, doubt)
		}
	}
	d.Referents = mentions.Merge(readings)
	d.Doubts = append(d.Doubts, mentions.MergeDoubts(readings, d.Referents)...)
	d.Copies = copies.Find(readings)
	d.Stories = stories.Group(readings, d.Copies)
	claims.Narrate(d)
	d.Claims = claims.Align(d)
	tracer := origins.NewTracer(d)
	for i := range d.Claims {
		d.Claims[i].Origins = tracer.Trace(&d.Claims[i])
		d.Claims[i].Absent = report.Absences(d, &d.Claims[i])
	}
	d.Contradictions = claims.Contradictions(d)
	d.Renderings = report.Renderings(d)
	d.Timeline = report.Timeline(d)
	d.Wording = report.Wording(d)
	d.Doubts = append(d.Doubts, claims.Doubts(d)...)
	return d
}

// withoutRepeated reads accounts again of which lines stand in several accounts
// of their outlet, without those lines.
func withoutRepeated(readings []*hearsay.Reading) []*hearsay.Reading {
	articles := make([]*hearsay.Article, len(readings))
	for i, r := range readings {
		articles[i] = r.Article
	}
	repeated := extract.Repeated(articles)
	out := slices.Clone(readings)
	each(len(out), func(i int) {
		if repeated[i] == nil || articles[i].Page == nil {
			return
		}
		if article, doubts, err := extract.CleanWithout(articles[i].Page, repeated[i]); err == nil {
			out[i] = ReadArticle(article, doubts)
		}
	})
	return out
}
