package stories

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"
)

const developmentData = "../../shared/data/stories"

type labelled struct{ ID, Text, Title, Cluster, Topic string }

func development(t testing.TB, name string) []labelled {
	f, err := os.Open(filepath.Join(developmentData, name))
	if err != nil {
		t.Skipf("SKIPPED, the development data are absent: %v", err)
	}
	defer f.Close()
	var out []labelled
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var d labelled
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func stream(docs []labelled, weight float64) Stream {
	s := Stream{Weight: weight}
	for _, d := range docs {
		topic := d.Topic
		if topic == "" {
			topic = d.Cluster
		}
		h := fnv.New32a()
		h.Write([]byte(topic))
		s.Texts = append(s.Texts, Words(d.Title, d.Text))
		s.Events = append(s.Events, d.Cluster)
		s.Folds = append(s.Folds, int(h.Sum32()%5))
	}
	return s
}

// TestFolds measures the decision out of fold: each loose group is split by
// weights learnt without the topics of its fold. It takes long and runs when
// HEARSAY_FOLDS is set.
func TestFolds(t *testing.T) {
	if os.Getenv("HEARSAY_FOLDS") == "" {
		t.Skip("set HEARSAY_FOLDS to measure out of fold")
	}
	sets := map[string]Stream{"ecb.jsonl": stream(development(t, "ecb.jsonl"), 2), "rumours.jsonl": stream(development(t, "rumours.jsonl"), 1)}
	all := examples([]Stream{sets["ecb.jsonl"], sets["rumours.jsonl"]})
	var weights [5]features
	for fold := range weights {
		var kept []example
		for _, e := range all {
			if e.fold != fold {
				kept = append(kept, e)
			}
		}
		weights[fold] = fit(kept)
	}
	for name, bar := range map[string]float64{"ecb.jsonl": .92, "rumours.jsonl": .94} {
		s := sets[name]
		story, n := make([]int, len(s.Texts)), 0
		for _, members := range looseGroups(s.Texts) {
			var texts []*Text
			for _, m := range members {
				texts = append(texts, s.Texts[m])
			}
			for _, docs := range newGroup(texts, nil).stories(weights[s.Folds[members[0]]], func(int) float64 { return 0 }) {
				for _, i := range docs {
					story[members[i]] = n
				}
				n++
			}
		}
		p, r, f, found := bcubed(s.Events, story)
		if t.Logf("%s: BCubed P %.3f R %.3f F %.4f, %d stories", name, p, r, f, found); f < bar {
			t.Errorf("%s: BCubed F %.4f", name, f)
		}
	}
}

// TestStreams holds what the learnt weights give on the development streams, in
// one pass, to what is asked.
func TestStreams(t *testing.T) {
	for name, bar := range map[string]float64{"ecb.jsonl": .92, "headlines.jsonl": .82} {
		s := stream(development(t, name), 1)
		var g Grouper
		for _, x := range s.Texts {
			g.Add(x)
		}
		g.Settle()
		story := make([]int, len(s.Texts))
		for i := range story {
			story[i] = int(g.Story(int32(i)))
		}
		p, r, f, found := bcubed(s.Events, story)
		if t.Logf("%s: BCubed P %.3f R %.3f F %.4f, %d stories", name, p, r, f, found); f < bar {
			t.Errorf("%s: BCubed F %.4f", name, f)
		}
	}
}

// bcubed is the mean over texts of precision and recall of their stories.
func bcubed(events []string, story []int) (p, r, f float64, stories int) {
	type both struct {
		event string
		story int
	}
	e, s, x := map[string]float64{}, map[int]float64{}, map[both]float64{}
	for i := range events {
		e[events[i]]++
		s[story[i]]++
		x[both{events[i], story[i]}]++
	}
	for i := range events {
		n := x[both{events[i], story[i]}]
		p += n / s[story[i]] / float64(len(events))
		r += n / e[events[i]] / float64(len(events))
	}
	return p, r, 2 * p * r / (p + r), len(s)
}
