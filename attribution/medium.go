package attribution

import (
	"strings"

	"hearsay"
	"hearsay/nlp"
)

// mediums are, for each statement, the medium that its source told it to: the one
// that the sentence names ("told Reuters"), and for an unnamed source the one that the
// article says it spoke to elsewhere ("three sources told Reuters", later "a third
// source"): nobody else knows it. -1 for none, and for the article's own outlet.
func (v *view) mediums(all []found, out []hearsay.Statement, at []int32) []int32 {
	by := make([]int32, len(all))
	of := make([]int32, len(v.r.Entities)) // of unnamed sources
	for e := range of {
		of[e] = -1
	}
	for i := range all {
		by[i] = v.via(&all[i], at)
		e := out[i].Source.Entity
		if e < 0 || v.r.Entities[e].Kind != hearsay.KindUnnamed || of[e] >= 0 {
			continue
		}
		if of[e] = by[i]; of[e] < 0 {
			of[e] = v.spokenTo(&all[i], at)
		}
		if w := out[i].Within; of[e] < 0 && w >= 0 && v.medium(out[w].Source.Entity) {
			of[e] = out[w].Source.Entity
		}
	}
	v.fellows(of)
	for i := range by {
		if e := out[i].Source.Entity; by[i] < 0 && e >= 0 && !v.mediumAround(out, int32(i)) {
			by[i] = of[e]
		}
		if by[i] < 0 && goesOn(all[i].lemma) {
			by[i] = before(out, by, i)
		}
		if by[i] >= 0 && v.ownOutlet(by[i]) {
			by[i] = -1
		}
	}
	return by
}

// fellows gives unnamed sources of which the article does not tell to whom they spoke
// the medium of those that go by the same noun, or the only one that any spoke to where
// the article is credited to it.
func (v *view) fellows(of []int32) {
	const several = -2
	one := int32(-1)
	merge := func(m, to int32) int32 {
		if to == -1 || to == m {
			return m
		}
		return several
	}
	nouns := map[string]int32{}
	for e, m := range of {
		if m < 0 {
			continue
		}
		n := v.description(int32(e))
		if _, known := nouns[n]; !known {
			nouns[n] = -1
		}
		one, nouns[n] = merge(m, one), merge(m, nouns[n])
	}
	credits := v.r.Article.Credits
	credited := one >= 0 && len(credits) == 1 && strings.EqualFold(credits[0].Agency, v.r.Entities[one].Name)
	for e := range of {
		if of[e] >= 0 || v.r.Entities[e].Kind != hearsay.KindUnnamed {
			continue
		}
		if m, known := nouns[v.description(int32(e))]; known && m >= 0 {
			of[e] = m
		} else if credited {
			of[e] = one
		}
	}
}

// description is the base form of the head of an entity's first mention.
func (v *view) description(e int32) string {
	if len(v.r.Entities[e].Mentions) == 0 {
		return ""
	}
	head := v.r.Mentions[v.r.Entities[e].Mentions[0]].Head
	return nlp.Lemma(v.word[head], v.tag(head))
}

// medium reports whether an entity is one that reports.
func (v *view) medium(e int32) bool {
	return e >= 0 && v.r.Entities[e].Kind == hearsay.KindMedia
}

// mediumAround reports whether a statement is told within a medium's.
func (v *view) mediumAround(out []hearsay.Statement, i int32) bool {
	for j, steps := out[i].Within, 0; j >= 0 && steps < 8; j, steps = out[j].Within, steps+1 {
		if v.medium(out[j].Source.Entity) {
			return true
		}
	}
	return false
}

// ownOutlet reports whether a medium is the outlet of the article.
func (v *view) ownOutlet(e int32) bool {
	own := v.r.Article.Outlet.Name
	return own != "" && hearsay.SameMedium(v.r.Entities[e].Name, own)
}

// spokenTo is the medium that a source's description tells of, -1 for none: "a source
// in a comment to Reuters", "the interlocutors of the agency", "who Reuters spoke to".
func (v *view) spokenTo(f *found, at []int32) int32 {
	if f.speaker < 0 {
		return -1
	}
	reach := v.reach[f.speaker]
	for t := f.speaker + 1; t < reach.to; t++ {
		m := at[t]
		if m < 0 || v.r.Mentions[m].Head != t || !v.medium(v.r.Mentions[m].Entity) {
			continue
		}
		switch h := v.head(t); {
		case v.dep(t) == hearsay.DepNmod && (h == f.speaker || commentary[v.at(h)]),
			v.dep(t) == hearsay.DepObl && spoke[v.at(h)], v.dep(t) == hearsay.DepObj && told[v.at(h)],
			v.dep(t) == hearsay.DepNsubj && v.speaks(h, reach):
			return v.r.Mentions[m].Entity
		}
	}
	return -1
}

var (
	commentary = wordSet("comment comments interview interviews remark remarks conversation conversations statement")
	spoke      = wordSet("speak speaks spoke spoken speaking talk talks talked talking")
	told       = wordSet("tell tells told telling")
)

// speaks reports whether a verb, or one that it governs in a run, is of speaking with
// somebody: "claims to have spoken with".
func (v *view) speaks(verb int32, r run) bool {
	for t := verb; t < r.to && t < verb+5; t++ {
		if spoke[v.at(t)] || v.at(t) == "interviewed" || v.at(t) == "quoted" || v.at(t) == "cited" {
			return true
		}
	}
	return false
}

// goesOn reports whether a cue carries on what was said before.
func goesOn(lemma string) bool { return lemma == "add" || lemma == "continue" || lemma == "go on" }

// before is the medium of the statement right before one of the same source.
func before(out []hearsay.Statement, by []int32, i int) int32 {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if out[j].Within < 0 && out[j].Source.Entity >= 0 {
			if out[j].Source.Entity == out[i].Source.Entity {
				return by[j]
			}
			break
		}
	}
	return -1
}
