package mentions

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hearsay"
	"hearsay/nlp"
	"os"
	"strings"
	"testing"
	"time"
)

func corpus(n int) *hearsay.Reading {
	in, _ := os.Open("/work/shared/data/attribution/train.jsonl")
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<20), 1<<22)
	var b strings.Builder
	a := &hearsay.Article{}
	for sc.Scan() && b.Len() < n {
		var d struct{ Text string }
		json.Unmarshal(sc.Bytes(), &d)
		for _, p := range strings.Split(d.Text, "\n") {
			if strings.TrimSpace(p) == "" {
				continue
			}
			s := int32(b.Len())
			b.WriteString(p)
			a.Blocks = append(a.Blocks, hearsay.Block{Span: hearsay.Span{Start: s, End: int32(b.Len())}})
			b.WriteString("\n\n")
		}
	}
	a.Text = b.String()
	r := &hearsay.Reading{Article: a}
	x := nlp.Analyse(a.Text, a.Blocks)
	r.Tokens, r.Sentences, r.Quotations = x.Tokens, x.Sentences, x.Quotations
	return r
}
func BenchmarkOne(b *testing.B) {
	r := corpus(1000000)
	b.SetBytes(int64(len(r.Article.Text)))
	b.ResetTimer()
	for range b.N {
		Find(r)
	}
}
func BenchmarkSmall(b *testing.B) {
	r := corpus(5000)
	b.SetBytes(int64(len(r.Article.Text)))
	b.ResetTimer()
	for range b.N {
		Find(r)
	}
}

func TestLongZ(t *testing.T) {
	for _, s := range []string{"Ann Smith ", "he ", "the official ", "\"", "President ", "one of the sources ", "Bank of the ", "US-", "Mr. ", "a source familiar with ", "(NATO) ", "Vera Holm, the mayor, said. ", "A Smith. B Smith. C D Smith. ", "his wife's ", "of "} {
		for _, n := range []int{5000, 10000, 20000} {
			t0 := time.Now()
			r := analysed(strings.Repeat(s, n/len(s)))
			t1 := time.Now()
			Find(r)
			fmt.Printf("%q %d nlp %v find %v\n", s, n, t1.Sub(t0), time.Since(t1))
		}
	}
}

func TestZZ(t *testing.T) {
	b, _ := os.ReadFile("/tmp/mentions/x.txt")
	r := read(strings.TrimSpace(string(b)))
	s := r.Article.Text
	for i, x := range r.Tokens {
		fmt.Printf("%d:%s/%s/%s/%d ", i, x.Of(s), x.Tag, x.Dep, x.Head)
	}
	fmt.Println()
	for _, x := range r.Mentions {
		n := "-"
		if x.Entity >= 0 {
			e := r.Entities[x.Entity]
			n = fmt.Sprintf("%d %q %v %v nation=%s number=%d plural=%v", x.Entity, e.Name, e.Kind, e.Roles, e.Nation, e.Number, e.Plural)
		}
		fmt.Printf("  %q %d -> %s\n", x.Of(s), x.Form, n)
	}
	m := newMerger([]*hearsay.Reading{r})
	for n := range m.refs {
		fmt.Println(m.entity(int32(n)).Name, m.sourceKeys(int32(n)))
	}
}
