package nlp

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/lang/en"
)

func TestModelFile(t *testing.T) {
	m, err := readModel(en.Model)
	if err != nil {
		t.Fatal(err)
	}
	if !m.ready() || !strings.HasPrefix(m.name, "en-") || Model() != m.name {
		t.Errorf("model %q, ready %v", m.name, m.ready())
	}
	const most = 12 << 20
	if len(en.Model) > most {
		t.Errorf("the model has %d bytes, more than %d", len(en.Model), most)
	}
	damaged := []byte(en.Model)
	damaged[len(damaged)/2] ^= 1
	for name, file := range map[string]string{
		"checksum": string(damaged), "not a model": "", "version": en.Model[:8] + "\xff" + en.Model[9:], "cut": en.Model[:64],
	} {
		if _, err := readModel(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestAllocations: tagging and parsing take no memory once there is room for the
// longest sentence.
func TestAllocations(t *testing.T) {
	text := "\u201cThe bridge is shut,\u201d Mayor Ana Soto said on Monday.\n\nAccording to two officials, who asked not to be named, nobody knew why it had been closed."
	a, marks := segment(text, paragraphs(text))
	r := reader{model: english(), text: text, tokens: a.Tokens}
	all := func() {
		r.marks, r.quotations = marks, a.Quotations
		for i := range a.Sentences {
			r.sentence(&a.Sentences[i])
		}
	}
	all()
	if n := testing.AllocsPerRun(10, all); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestTables puts keys into tables of all sizes and asks for them again.
func TestTables(t *testing.T) {
	for _, n := range []int{0, 1, 2, 50, 5000} {
		l := &moveLearner{}
		keys := make([]uint64, n)
		for i := range keys {
			keys[i] = mix(uint64(i) + 1)
			l.numbers = []int32{-1}
			l.correct(keys[i:i+1], moveLeft, moveShift, 1)
		}
		seeds, slots := weightsOf(l).pack(0, 1)
		table := table{string(seeds), string(slots)}
		found := make([]uint32, n)
		table.gather(found, keys)
		for i, slot := range found {
			if held(slot, keys[i], 0xffff) == 0 || int8(slot>>16) <= 0 {
				t.Fatalf("%d keys: key %d has slot %#x", n, i, slot)
			}
		}
	}
	if held(0x12340000|print(1<<40)&0xffff, 1<<40, 0xffff) == 0 || held(print(1<<40)^1, 1<<40, 0xffff) != 0 {
		t.Error("fingerprints")
	}
}

// TestOracle replays gold trees: the moves without cost rebuild them.
func TestOracle(t *testing.T) {
	for _, heads := range [][]int32{{1, 4, 1, 2, 5}, {1, 2, 3}, {3, 0, 0}, {1, 3, 1}, {1}} {
		var s state
		var o oracle
		words := make([]form, len(heads)+1)
		s.reset(words, make([]hearsay.Tag, len(heads)))
		o.reset(heads)
		for !s.done() {
			m := only(o.zero(&s, s.legal()))
			if m == moveShift {
				s.shift()
				continue
			}
			head, child := s.arc(m)
			s.attach(head, child, 1)
		}
		for i, h := range heads {
			if s.nodes[i].head != h {
				t.Errorf("%v: word %d hangs on %d", heads, i, s.nodes[i].head)
			}
		}
	}
}

func weightsOf(l *moveLearner) *moveWeights {
	w := &moveWeights{}
	w.join(l)
	return w
}

// BenchmarkOpen is what a program pays before its first sentence.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := readModel(en.Model); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
}

// TestBest holds the best two classes against a search for each.
func TestBest(t *testing.T) {
	const classes = 9
	for seed := range uint64(2000) {
		var sums [maxClasses]int32
		x := mix(seed)
		for i := 1; i < classes; i++ {
			sums[i] = int32(x >> (4 * i) & 7)
		}
		first, second := 1, 0
		for i := 2; i < classes; i++ {
			if sums[i] > sums[first] {
				first = i
			}
		}
		for i := 1; i < classes; i++ {
			if i != first && (second == 0 || sums[i] > sums[second]) {
				second = i
			}
		}
		if a, b := best(&sums, classes); a != first || b != second {
			t.Fatalf("%v: %d and %d, not %d and %d", sums[:classes], a, b, first, second)
		}
	}
}

// TestAgendas: a template stands in one stage, once.
func TestAgendas(t *testing.T) {
	for name, g := range map[string]*agenda{"tags": &tagAgenda, "moves": &moveAgenda, "labels": &labelAgenda} {
		salts := map[uint64]bool{}
		for stage := range g.ends {
			from, to := g.stage(stage)
			if from >= to {
				t.Errorf("%s: stage %d is empty", name, stage)
			}
			for i := from; i < to; i++ {
				if int(g.stageOf(i)) != stage || salts[g.salts[i]] {
					t.Errorf("%s: template %d of stage %d stands twice or elsewhere", name, i, stage)
				}
				salts[g.salts[i]] = true
			}
		}
		if len(g.templates) > maxTemplates {
			t.Errorf("%s: %d templates", name, len(g.templates))
		}
	}
}
