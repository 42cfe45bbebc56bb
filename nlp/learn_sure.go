package nlp

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"hearsay"
)

// Of a million decisions, so many may come out otherwise for being made at an
// earlier stage.
const rashness = 200

// trial is a decision as it looked after each stage: what was chosen, and by
// what lead.
type trial struct {
	class [moveStages]int
	lead  [moveStages]int32
}

// unsure is the model of the sections, without a stage that decides before the
// last.
func unsure(parts *[sectionCount][]byte) *model {
	var files [sectionCount]string
	for i, p := range parts {
		files[i] = string(p)
	}
	files[sectionSure] = strings.Repeat("\xff\xff\xff\x7f", allStages)
	return view(&files)
}

// trials parses sentences that were not learnt from.
type trials struct {
	*model
	work                scratch
	moves, tags, labels []trial
}

// learnSureness finds the leads with which a stage's decision stands.
func learnSureness(parts *[sectionCount][]byte, held []lesson, c *Course) (sure []byte) {
	t := trials{model: unsure(parts)}
	var s state
	for i := range held {
		s.reset(held[i].words, t.tag(held[i].words))
		for !s.done() {
			mv := t.move(&s)
			if mv == moveShift {
				s.shift()
				continue
			}
			head, child := s.arc(mv)
			s.attach(head, child, t.label(&s, head, child))
		}
	}
	for _, k := range []struct {
		name   string
		all    []trial
		stages int
	}{{"moves", t.moves, moveStages}, {"tags", t.tags, rankStages}, {"labels", t.labels, rankStages}} {
		for stage := range k.stages {
			least := int32(0)
			if stage < k.stages-1 {
				least, k.all = settle(k.all, stage, k.stages-1)
				c.Note("%s: stage %d leaves %d open, with a lead of %d or less", k.name, stage+1, len(k.all), least)
			}
			sure = binary.LittleEndian.AppendUint32(sure, uint32(least))
		}
	}
	return sure
}

// move is choose with all stages.
func (t *trials) move(s *state) move {
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return only(legal)
	}
	s.moveAtoms(&t.work.atoms)
	var sums [moveCount]int32
	var x trial
	var mv move
	for stage := range moveStages {
		mv, x.lead[stage] = t.weigh(stage, &sums, legal, &t.work)
		x.class[stage] = int(mv)
	}
	t.moves = append(t.moves, x)
	return mv
}

// tag tags a sentence.
func (t *trials) tag(words []form) []hearsay.Tag {
	tags := make([]hearsay.Tag, len(words))
	for i := range words {
		if tags[i] = words[i].only; tags[i] == hearsay.TagNone {
			var sums [maxClasses]int32
			tagAtoms(&t.work.atoms, words, i)
			tags[i] = hearsay.Tag(t.rank(&t.model.tags, &sums, &t.tags))
		}
		words[i].tag = small[tags[i]]
	}
	return tags
}

func (t *trials) label(s *state, head, child int32) hearsay.Dep {
	if head == s.root() {
		return hearsay.DepRoot
	}
	s.labelAtoms(&t.work.atoms, head, child)
	sums := notRoot
	return hearsay.Dep(t.rank(&t.model.labels, &sums, &t.labels))
}

// rank is choose with all stages.
func (t *trials) rank(r *rankers, sums *[maxClasses]int32, to *[]trial) (class int) {
	var x trial
	for stage := range rankStages {
		class, x.lead[stage] = r.weigh(stage, sums, &t.work)
		x.class[stage] = class
	}
	*to = append(*to, x)
	return class
}

// settle finds the lead with which decisions at a stage are rash, that is not
// those of the last stage, no more often than is allowed, and returns it with
// the decisions that it leaves open.
func settle(all []trial, stage, last int) (least int32, open []trial) {
	slices.SortStableFunc(all, func(a, b trial) int { return int(b.lead[stage]) - int(a.lead[stage]) })
	rash, settled := 0, 0
	least = math.MaxInt32
	for i, t := range all {
		if t.class[stage] != t.class[last] {
			rash++
		}
		next := int32(0)
		if i+1 < len(all) {
			next = all[i+1].lead[stage]
		}
		if rash*1_000_000 <= rashness*len(all) && (next < t.lead[stage] || i+1 == len(all)) {
			settled, least = i+1, next
		}
	}
	return least, all[settled:]
}
