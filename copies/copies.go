// Package copies finds passages of one article that are reproduced in another.
//
//	A  The dam is safe. Engineers checked it twice this week and found no crack.
//	B  Engineers checked it twice this week and found no crack, the mayor says.
//	   B shares a run of 10 words with A
//
// Texts are compared as sequences of words. An [Index] of winnowed word 5-grams
// proposes pairs, exact comparison decides. A copy is measured by containment,
// because copies are cut and embedded; a passage that two otherwise independent
// accounts share, such as a quotation, is no copy.
package copies

import "hearsay"

// leastBody is the number of words below which a body is too short to tell.
const leastBody = 12

// Find returns the copies among readings, ordered by A, then B.
func Find(readings []*hearsay.Reading) []hearsay.Copy {
	var index Index
	texts := make([]*Text, len(readings))
	for i, r := range readings {
		texts[i] = Body(r.Article)
		texts[i].quote(r)
		index.Add(texts[i])
	}
	entries := make([]*entry, len(texts))
	for i, t := range texts {
		entries[i] = sorted(t, index.common)
	}
	var found []hearsay.Copy
	for a := range readings {
		for _, b := range index.Candidates(texts[a]) {
			if int(b) <= a || min(texts[a].Len(), texts[b].Len()) < leastBody {
				continue
			}
			m := compare(entries[a], entries[b])
			relation, ok := m.relation(texts[a], texts[b])
			if !ok {
				continue
			}
			c := hearsay.Copy{A: int32(a), B: b, Relation: relation, Similarity: m.Similarity, Containment: m.Containment}
			c.From, c.Reason = direction(readings, c, m)
			c.Shared, c.Differences = m.spans(readings[a].Article, readings[b].Article, texts[a], texts[b])
			found = append(found, c)
		}
	}
	return found
}

// quote takes the quotations from the reading instead of the marks on each line.
func (t *Text) quote(r *hearsay.Reading) {
	if len(r.Quotations) == 0 {
		return
	}
	clear(t.quoted)
	i := 0
	for _, q := range r.Quotations {
		for i > 0 && t.spans[i-1].End > q.Start {
			i--
		}
		for ; i < len(t.spans) && t.spans[i].Start < q.End; i++ {
			t.quoted[i] = t.quoted[i] || t.spans[i].Start >= q.Start
		}
	}
}
