package nlp

import (
	"errors"
	"sync"

	"hearsay"
	"hearsay/flat"
	"hearsay/lang/en"
)

// The body of the model file:
//
//	4 bytes  number of sections, then 4 bytes for the length of each
//	         the sections
const (
	modelKind    = "lang"
	modelVersion = 4
)

// moveStages are the stages of the decision on moves.
const moveStages = 3

// sections of the model file, in order.
const (
	sectionName = iota // "en-" and a date or number
	sectionSure        // 4 bytes for each stage of moves, tags and labels
	sectionLexiconSeeds
	sectionLexiconSlots
	sectionMoves                                // seeds and slots of each stage
	sectionTags   = sectionMoves + 2*moveStages // seeds, slots and rows of each stage
	sectionLabels = sectionTags + 3*rankStages  // likewise
	sectionCount  = sectionLabels + 3*rankStages
)

// allStages is the number of the model's stages.
const allStages = moveStages + 2*rankStages

// model is a language model, a view of its file.
type model struct {
	name    string
	lexicon lexicon
	tags    rankers
	labels  rankers
	moves   [moveStages]table
	sure    [moveStages]int32 // the lead over the second best with which a stage decides
}

// ready reports whether the model can tag and parse.
func (m *model) ready() bool { return len(m.moves[0].slots) > 0 }

// english is the embedded model.
var english = sync.OnceValue(func() *model {
	if en.Model == "" {
		return &model{name: "en-0"}
	}
	return flat.Embedded(readModel(en.Model))
})

// readModel checks a model file and returns the model that it holds.
func readModel(file string) (*model, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	if r.Word() != sectionCount {
		return nil, errors.New("language model: wrong number of sections")
	}
	var lengths [sectionCount]int
	for i := range lengths {
		lengths[i] = int(r.Word())
	}
	var parts [sectionCount]string
	for i, n := range lengths {
		parts[i] = r.Cut(n)
	}
	if err := r.Done(); err != nil {
		return nil, err
	}
	if len(parts[sectionSure]) != 4*allStages {
		return nil, errors.New("language model: wrong number of stages")
	}
	return view(&parts), nil
}

// view is the model whose sections are given.
func view(parts *[sectionCount]string) *model {
	m := &model{
		name:    parts[sectionName],
		lexicon: lexicon{table{parts[sectionLexiconSeeds], parts[sectionLexiconSlots]}},
		tags:    rankers{agenda: &tagAgenda, classes: int(hearsay.TagCount)},
		labels:  rankers{agenda: &labelAgenda, classes: int(hearsay.DepCount)},
	}
	sure := func(stage int) int32 { return int32(flat.Word(parts[sectionSure], 4*stage)) }
	for i := range m.moves {
		at := sectionMoves + 2*i
		m.moves[i], m.sure[i] = table{parts[at], parts[at+1]}, sure(i)
	}
	for i := range rankStages {
		m.tags.stages[i], m.tags.sure[i] = rankerAt(parts, sectionTags+3*i), sure(moveStages+i)
		m.labels.stages[i], m.labels.sure[i] = rankerAt(parts, sectionLabels+3*i), sure(moveStages+rankStages+i)
	}
	return m
}

func rankerAt(parts *[sectionCount]string, at int) ranker {
	return ranker{table: table{parts[at], parts[at+1]}, rows: parts[at+2]}
}

// modelFile lays the sections out as a model file.
func modelFile(parts [sectionCount][]byte) []byte {
	body := flat.AppendWords(nil, sectionCount)
	for _, p := range parts {
		body = flat.AppendWords(body, uint32(len(p)))
	}
	for _, p := range parts {
		body = append(body, p...)
	}
	return flat.Seal(modelKind, modelVersion, body)
}
