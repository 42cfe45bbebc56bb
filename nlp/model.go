package nlp

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"sync"

	"hearsay"
	"hearsay/lang/en"
)

// The model file is flat and little-endian, and used where it lies:
//
//	8 bytes  "hearsay\n"
//	4 bytes  version of the layout
//	4 bytes  CRC-32C of everything behind it
//	4 bytes  number of sections, then 4 bytes for the length of each
//	         the sections
const (
	modelMagic   = "hearsay\n"
	modelVersion = 3
	modelHead    = len(modelMagic) + 8
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

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// english is the embedded model.
var english = sync.OnceValue(func() *model {
	if en.Model == "" {
		return &model{name: "en-0"}
	}
	m, err := readModel(en.Model)
	if err != nil {
		panic(err) // the build embedded a damaged file
	}
	return m
})

// readModel checks a model file and returns the model that it holds.
func readModel(file string) (*model, error) {
	if len(file) < modelHead+4 || file[:len(modelMagic)] != modelMagic {
		return nil, errors.New("language model: not a model file")
	}
	if u32(file, len(modelMagic)) != modelVersion {
		return nil, errors.New("language model: unknown version")
	}
	if checksum(file[modelHead:]) != u32(file, len(modelMagic)+4) {
		return nil, errors.New("language model: checksum does not match")
	}
	if u32(file, modelHead) != sectionCount {
		return nil, errors.New("language model: wrong number of sections")
	}
	var parts [sectionCount]string
	at := modelHead + 4 + 4*sectionCount
	for i := range parts {
		n := int(u32(file, modelHead+4+4*i))
		if n > len(file)-at {
			return nil, errors.New("language model: cut short")
		}
		parts[i] = file[at : at+n]
		at += n
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
	sure := func(stage int) int32 { return int32(u32(parts[sectionSure], 4*stage)) }
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

// checksum is the CRC-32C of a file that is too large to copy.
func checksum(file string) uint32 {
	var sum uint32
	var piece [4096]byte
	for len(file) > 0 {
		n := copy(piece[:], file)
		sum = crc32.Update(sum, castagnoli, piece[:n])
		file = file[n:]
	}
	return sum
}

func u32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// modelFile lays the sections out as a model file.
func modelFile(parts [sectionCount][]byte) []byte {
	file := append([]byte(modelMagic), make([]byte, 8)...)
	file = binary.LittleEndian.AppendUint32(file, sectionCount)
	for _, p := range parts {
		file = binary.LittleEndian.AppendUint32(file, uint32(len(p)))
	}
	for _, p := range parts {
		file = append(file, p...)
	}
	binary.LittleEndian.PutUint32(file[len(modelMagic):], modelVersion)
	binary.LittleEndian.PutUint32(file[len(modelMagic)+4:], crc32.Checksum(file[modelHead:], castagnoli))
	return file
}
