package stance

import (
	"encoding/binary"
	"sync"

	"hearsay/boost"
	"hearsay/flat"
	"hearsay/lang/en"
)

// Model judges headlines against accounts and against single lines.
type Model struct {
	Accounts, Lines Judge
}

// The body of a model file holds for each judge its forests, its linear model,
// its tilts.
const (
	modelKind    = "bear"
	modelVersion = 2
)

var english = sync.OnceValue(func() *Model { return flat.Embedded(Read(en.Stance)) })

// Bytes is the model file that Read reads.
func (m *Model) Bytes() []byte {
	var body []byte
	for _, j := range m.judges() {
		for _, f := range j.forests() {
			body = flat.AppendFloats(body, f.Base)
			body = binary.LittleEndian.AppendUint16(body, uint16(len(f.Trees)))
			for _, t := range f.Trees {
				body = boost.AppendTree(body, t)
			}
		}
		body = flat.AppendFloats(body, j.Linear.Scale)
		for _, w := range j.Linear.Weights {
			body = append(body, byte(w))
		}
		body = append(body, j.Linear.Rarity...)
		body = flat.AppendFloats(body, j.Tilt[:]...)
	}
	return flat.Seal(modelKind, modelVersion, body)
}

func (m *Model) judges() []*Judge { return []*Judge{&m.Accounts, &m.Lines} }

func (j *Judge) forests() []*boost.Forest {
	return []*boost.Forest{&j.Related, &j.Stances[0], &j.Stances[1], &j.Stances[2], &j.Joint, &j.Settled[0], &j.Settled[1], &j.Settled[2]}
}

// Read reads what Bytes wrote.
func Read(file string) (*Model, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	m := &Model{}
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
		for i, b := range []byte(r.Cut(linearWeights)) {
			j.Linear.Weights[i] = int8(b)
		}
		j.Linear.Rarity = []byte(r.Cut(places))
		r.Floats(j.Tilt[:])
	}
	if err := r.Done(); err != nil {
		return nil, err
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
