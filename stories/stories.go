// Package stories groups articles by the event they tell, and events that
// continue one another into storylines.
//
//	a  The ferry Astra ran aground off Lund on Monday.
//	b  Divers reached the Astra, stranded off Lund since Monday.
//	c  In March the ferry Vela had run aground there too.      a, b | c
//
// Texts are grouped loosely by names and rare words; inside a loose group what
// all have in common says nothing, and a learnt decision on the branches of its
// average-link tree tells one event from another of the same kind (Barhom et al.
// 2019 group ECB+ by words; the local weights are this project's). A sentence
// that tells another article's event as past makes that one an earlier event of
// the storyline.
package stories

import (
	"slices"

	"hearsay"
)

// Group returns the stories of readings in order of their first article. Every
// article belongs to exactly one story.
func Group(readings []*hearsay.Reading, copies []hearsay.Copy) []hearsay.Story {
	docs := make([]document, len(readings))
	texts := make([]*Text, len(readings))
	for i, r := range readings {
		docs[i] = read(r)
		texts[i] = docs[i].text
	}
	var found []hearsay.Story
	var told []telling
	for _, members := range looseGroups(texts) {
		links := tellings(docs, members)
		told = append(told, links...)
		for _, story := range split(docs, members, links, copies) {
			found = append(found, hearsay.Story{Articles: story, Reasons: shared(docs, story)})
		}
	}
	slices.SortFunc(found, func(a, b hearsay.Story) int { return int(a.Articles[0] - b.Articles[0]) })
	return lines(found, told)
}

// split parts a loose group into stories. Copies belong together; an article does
// not belong with one of another season, or one whose event it tells as past,
// unless their words say clearly that both tell one event.
func split(docs []document, members []int, links []telling, copies []hearsay.Copy) [][]int32 {
	at := map[int32]int{}
	own := make([]*Text, len(members))
	for i, m := range members {
		at[int32(m)], own[i] = i, docs[m].text
	}
	twin := make([]int, len(members)) // the first copy of each text
	for i := range twin {
		twin[i] = i
	}
	for _, c := range copies {
		a, okA := at[c.A]
		b, okB := at[c.B]
		if okA && okB && (c.Relation == hearsay.CopyExact || c.Relation == hearsay.CopyNear) {
			twin[b] = min(twin[b], twin[a])
		}
	}
	apart := newSquare(len(members), func(i, j int) float64 {
		a, b := docs[members[i]], docs[members[j]]
		if twin[i] != twin[j] && (a.longAfter(b) || b.longAfter(a)) {
			return 1
		}
		return 0
	})
	g := newGroup(own, learnt(), func(like, alone square) {
		less := newSquare(len(own), func(i, j int) float64 { return float64(apart.at(i, j)) })
		for _, l := range links {
			if l.of < 0 || alone.at(at[l.by], at[l.of]) >= clearly {
				continue // two accounts of one event, whatever one of them tells besides
			}
			by, of := at[l.by], at[l.of]
			for i := range own {
				if i != of {
					less.set(i, of, max(less.at(i, of), chance(like.at(i, by))))
				}
				for j := range own {
					if twin[i] == twin[by] && twin[j] == twin[of] && i != j {
						apart.set(i, j, 1)
						less.set(i, j, 1)
					}
				}
			}
		}
		for i := range own {
			for j := range i {
				if twin[i] == twin[j] {
					like.set(i, j, surely)
				} else {
					like.set(i, j, like.at(i, j)+unlike*less.at(i, j))
				}
			}
		}
	})
	var out [][]int32
	for _, story := range g.stories(&learnt().joins, func(k int) float64 { return g.lean(k, twin, apart) }) {
		var articles []int32
		for _, i := range story {
			articles = append(articles, int32(members[i]))
		}
		slices.Sort(articles)
		out = append(out, articles)
	}
	return out
}

// surely is evidence, in logits, that outweighs what words say.
const surely = 20

// unlike is the evidence, in logits, on two articles one of which tells the event
// of the other as past. It holds for others by the chance that they tell the same
// event as the teller.
const unlike = -4

// given is the evidence, in logits, that articles which a person gives together
// tell one event, before any of them is read.
const given = .5

// lean is for a join of copies alone, and against one that a telling goes across.
func (g *group) lean(k int, twin []int, apart square) float64 {
	b := g.tree[k]
	copies := true
	for _, i := range g.tree[b.a].docs {
		for _, j := range g.tree[b.b].docs {
			if apart.at(i, j) > 0 {
				return -surely
			}
			copies = copies && twin[i] == twin[j]
		}
	}
	if copies {
		return surely
	}
	return given
}

// lines numbers the storylines and links the stories by the sentences that tell
// of other events; those that link stories are reasons of both.
func lines(found []hearsay.Story, told []telling) []hearsay.Story {
	home := map[int32]int{}
	for i := range found {
		found[i].Storyline = int32(i)
		for _, a := range found[i].Articles {
			home[a] = i
		}
	}
	for _, l := range told {
		place := hearsay.Place{Article: l.by, Span: l.sentence}
		if l.of < 0 {
			s := &found[home[l.by]]
			s.Links = append(s.Links, hearsay.Link{Story: -1, Relation: hearsay.LinkBackground, Sentence: place})
			continue
		}
		a, b := home[l.by], home[l.of]
		if a == b {
			continue
		}
		found[a].Links = append(found[a].Links, hearsay.Link{Story: int32(b), Relation: hearsay.LinkEarlier, Sentence: place})
		found[b].Links = append(found[b].Links, hearsay.Link{Story: int32(a), Relation: hearsay.LinkFollowUp, Sentence: place})
		for _, s := range []int{a, b} {
			if !slices.Contains(found[s].Reasons, place) {
				found[s].Reasons = append(found[s].Reasons, place)
			}
		}
		from, to := found[max(a, b)].Storyline, found[min(a, b)].Storyline
		from, to = max(from, to), min(from, to)
		for i := range found {
			if found[i].Storyline == from {
				found[i].Storyline = to
			}
		}
	}
	return found
}
