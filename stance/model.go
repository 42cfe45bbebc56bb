package stance

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"sync"

	"hearsay/boost"
	"hearsay/lang/en"
)

// Model judges headlines against accounts and against single lines.
type Model struct {
	Accounts, Lines Judge
}

// modelMagic begins a model file and names its version. Behind it stands the
// CRC-32C of the rest: for each judge its forests, its linear model, its tilts.
const modelMagic = "HSS1"

var english = sync.OnceValue(func() *Model {
	m, err := Read(en.Stance)
	if err != nil {
		panic(err) // the build embedded a damaged file
	}
	return m
})

// Bytes writes the model, little endian.
func (m *Model) Bytes() []byte {
	out := append([]byte(modelMagic), 0, 0, 0, 0)
	for _, j := range m.judges() {
		for _, f := range j.forests() {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(f.Base))
			out = binary.LittleEndian.AppendUint16(out, uint16(len(f.Trees)))
			for _, t := range f.Trees {
				out = boost.AppendTree(out, t)
			}
		}
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(j.Linear.Scale))
		for _, w := range j.Linear.Weights {
			out = append(out, byte(w))
		}
		out = append(out, j.Linear.Rarity...)
		for _, x := range j.Tilt {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
		}
	}
	binary.LittleEndian.PutUint32(out[4:], crc32.Checksum(out[8:], castagnoli))
	return out
}

func (m *Model) judges() []*Judge { return []*Judge{&m.Accounts, &m.Lines} }

func (j *Judge) forests() []*boost.Forest {
	return []*boost.Forest{&j.Related, &j.Stances[0], &j.Stances[1], &j.Stances[2], &j.Joint, &j.Settled[0], &j.Settled[1], &j.Settled[2]}
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var errModel = errors.New("stance: not a model of this version")

// Read reads what Bytes wrote.
func Read(file string) (*Model, error) {
	data := []byte(file)
	if len(data) < 8 || string(data[:4]) != modelMagic || crc32.Checksum(data[8:], castagnoli) != binary.LittleEndian.Uint32(data[4:]) {
		return nil, errModel
	}
	m, r := &Model{}, &boost.Reader{Data: data, At: 8}
	for _, j := range m.judges() {
		widths := j.widths()
		for k, f := range j.forests() {
			f.Base = r.Float()
			for range r.Half() {
				t, err := boost.ReadTree(r, widths[k])
				if err != nil {
					return nil, err
				}
				f.Trees = append(f.Trees, t)
			}
		}
		j.Linear.Scale = r.Float()
		j.Linear.Weights = make([]int8, linearWeights)
		for i := range j.Linear.Weights {
			j.Linear.Weights[i] = int8(r.Byte())
		}
		j.Linear.Rarity = make([]uint8, places)
		for i := range j.Linear.Rarity {
			j.Linear.Rarity[i] = r.Byte()
		}
		for k := range j.Tilt {
			j.Tilt[k] = r.Float()
		}
	}
	if r.Short || r.At != len(data) {
		return nil, errModel
	}
	return m, nil
}

// widths are the lengths of the rows that the forests look at.
func (j *Judge) widths() [8]int {
	set := &Set{Headlines: []*Text{{}}, Bodies: []*Text{{}}, Pairs: []Pair{{}}}
	e := gather(set, set.Pairs[0])
	relating, bearing := newJoint(set, []pairEvidence{e}, make([]view, 1)).rows(0)
	all, settled := len(e.row), len(bearing)
	return [8]int{relatedColumns, all, all, all, len(relating), settled, settled, settled}
}

// Decide labels the pairs of a set: how an account, or a line such as a claim,
// bears on a headline. Headlines and accounts of one set help to judge each
// other.
func Decide(set *Set) []Label {
	m := english()
	out := make([]Label, len(set.Pairs))
	for _, part := range []struct {
		judge *Judge
		lines bool
	}{{&m.Accounts, false}, {&m.Lines, true}} {
		some := &Set{Headlines: set.Headlines, Bodies: set.Bodies}
		var places []int
		for i, p := range set.Pairs {
			if set.Bodies[p.Body].line() == part.lines {
				some.Pairs, places = append(some.Pairs, p), append(places, i)
			}
		}
		for k, label := range part.judge.Decide(some) {
			out[places[k]] = label
		}
	}
	return out
}

// lineWords is the length up to which a single sentence counts as a line.
const lineWords = 30

func (t *Text) line() bool { return len(t.sentences) <= 1 && len(t.words) <= lineWords }
