// Command handful measures how articles are grouped that a person gives together:
// five accounts of one event, alone and with two accounts of another.
//
//	go run ./bench/handful -data ../shared/data
//
// The five are the first accounts of a cluster of 60 to 600 words (rumours: 200 to
// 600), the two are the first of the other event of its topic (ECB+) or of the
// next cluster (rumours). Torn are the fives that are in several stories; merged
// the sevens in which one of the two is in a story with one of the five; parted the
// pairs of a five that are together without one of the others and apart with it.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
	"hearsay/copies"
	"hearsay/pipeline"
	"hearsay/stories"
)

const (
	several = 5 // accounts of one event
	others  = 2 // of another
)

func main() {
	data := flag.String("data", "../shared/data", "the folder of the development data")
	list := flag.Bool("list", false, "name the sets that are torn or merged")
	flag.Parse()
	for _, set := range []struct {
		file         string
		words, every int // least words of an account; 3 takes every third cluster
	}{{"rumours", 200, 3}, {"rumours", 200, 1}, {"ecb", 60, 1}} {
		clusters, err := read(filepath.Join(*data, "stories", set.file+".jsonl"), set.words, set.every)
		if err != nil {
			fmt.Fprintln(os.Stderr, "handful:", err)
			os.Exit(1)
		}
		s := measure(clusters)
		fmt.Printf("%s, one cluster in %d: torn %d of %d, merged %d of %d, parted %d of %d\n", set.file, set.every,
			len(s.torn), s.fives, len(s.merged), s.sevens, s.parted, s.pairs)
		if *list {
			fmt.Println("  torn", s.torn)
			fmt.Println("  merged", s.merged)
		}
	}
}

type sheet struct {
	torn, merged  []string
	fives, sevens int
	parted, pairs int
}

func measure(clusters []cluster) (s sheet) {
	for i, c := range clusters {
		if len(c.accounts) < several {
			continue
		}
		s.fives++
		five := group(c.accounts)
		if slices.Max(five) > 0 {
			s.torn = append(s.torn, c.name)
		}
		for k := range c.accounts {
			s.without(group(slices.Delete(slices.Clone(c.accounts), k, k+1)), slices.Delete(slices.Clone(five), k, k+1))
		}
		other := another(clusters, i)
		if len(other.accounts) < others {
			continue
		}
		s.sevens++
		in := group(slices.Concat(c.accounts, other.accounts[:others]))
		if slices.ContainsFunc(in[several:], func(story int) bool { return slices.Contains(in[:several], story) }) {
			s.merged = append(s.merged, c.name+"+"+other.name)
		}
	}
	return s
}

// without counts the pairs that an account has parted.
func (s *sheet) without(before, after []int) {
	for i := range before {
		for j := range i {
			s.pairs++
			if before[i] == before[j] && after[i] != after[j] {
				s.parted++
			}
		}
	}
}

// group is the story of each account, from 0.
func group(accounts []*hearsay.Reading) []int {
	in := make([]int, len(accounts))
	for k, s := range stories.Group(accounts, copies.Find(accounts)) {
		for _, a := range s.Articles {
			in[a] = k
		}
	}
	return in
}

// cluster is the first several accounts of an event.
type cluster struct {
	name     string
	accounts []*hearsay.Reading
}

// another is the other event of the topic, which is named "7a" and "7b", or else
// the next cluster.
func another(clusters []cluster, i int) cluster {
	topic := strings.TrimRight(clusters[i].name, "ab")
	for k, c := range clusters {
		if k != i && strings.TrimRight(c.name, "ab") == topic {
			return c
		}
	}
	if topic != clusters[i].name {
		return cluster{}
	}
	return clusters[(i+1)%len(clusters)]
}

func read(name string, words, every int) ([]cluster, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []cluster
	at := map[string]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct{ ID, Text, Cluster string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		k, ok := at[d.Cluster]
		if !ok {
			k = len(out)
			at[d.Cluster], out = k, append(out, cluster{name: d.Cluster})
		}
		if n := len(strings.Fields(d.Text)); k%every == 0 && words <= n && n <= 600 && len(out[k].accounts) < several {
			out[k].accounts = append(out[k].accounts, pipeline.ReadArticle(pipeline.Plain(d.ID, d.Text), nil))
		}
	}
	return slices.DeleteFunc(out, func(c cluster) bool { return len(c.accounts) == 0 }), lines.Err()
}
