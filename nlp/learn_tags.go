package nlp

import (
	"fmt"

	"hearsay"
)

// learnTaggers learns the tagger of all lessons, and gives each lesson the tags
// of a tagger that has not seen it.
func learnTaggers(lessons []lesson, c *Course) *rankWeights {
	taggers := make([]rankWeights, folds+1)
	tasks := make([]func(), len(taggers))
	for fold := range taggers {
		tasks[fold] = func() {
			if fold == folds {
				taggers[fold].join(learnTags(lessons, c, "all", tagMargin))
				return
			}
			var rest []lesson
			for i, x := range lessons {
				if foldOf(i) != fold {
					rest = append(rest, x)
				}
			}
			taggers[fold].join(learnTags(rest, c, fmt.Sprintf("without fold %d", fold+1), -1))
		}
	}
	c.Do(tasks)
	for fold := range folds {
		tagFold(&taggers[fold], lessons, fold, c)
	}
	return &taggers[folds]
}

// foldOf is the fold of a lesson, neighbours together.
func foldOf(lesson int) int { return lesson / 2 % folds }

// tagFold gives the lessons of a fold their tags.
func tagFold(w *rankWeights, lessons []lesson, fold int, c *Course) {
	var parts [sectionCount][]byte
	w.packAll(&parts, sectionTags, tagBytes)
	m := unsure(&parts)
	work := &scratch{}
	wrong, all := 0, 0
	for i := range lessons {
		if foldOf(i) != fold {
			continue
		}
		x := &lessons[i]
		x.given = make([]hearsay.Tag, len(x.tags))
		m.tag(x.words, x.given, work)
		for j, t := range x.given {
			if all++; t != x.tags[j] {
				wrong++
			}
		}
	}
	c.Note("tags of fold %d: %.2f%% right", fold+1, 100-100*float64(wrong)/float64(all))
}

// learnTags learns the tagger of some lessons, which it leaves as they are.
func learnTags(lessons []lesson, c *Course, name string, margin int32) *rankLearner {
	l := &rankLearner{agenda: &tagAgenda}
	work := &scratch{}
	var words []form
	for round := range tagRounds {
		wrong, all := 0, 0
		for _, k := range shuffled(len(lessons), round) {
			x := &lessons[k]
			words = append(words[:0], x.words...)
			for i, gold := range x.tags {
				t := words[i].only
				if t == hearsay.TagNone {
					var sums [maxClasses]int32
					tagAtoms(&work.atoms, words, i)
					t = hearsay.Tag(l.decide(&sums, int(hearsay.TagCount), uint8(gold), margin, x.weight, work))
					if t != gold {
						wrong++
					}
				}
				words[i].tag = small[t]
				all++
			}
		}
		c.Note("tags, %s: round %d: %d of %d wrong", name, round+1, wrong, all)
	}
	return l
}
