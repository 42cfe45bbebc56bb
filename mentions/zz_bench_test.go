package mentions

import (
"sort"
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

func TestPolNeAR(t *testing.T){
 in,_:=os.Open("/work/shared/data/attribution/dev.jsonl"); sc:=bufio.NewScanner(in); sc.Buffer(make([]byte,1<<20),1<<22)
 miss:=map[string]int{}; n,hit,exact:=0,0,0
 for sc.Scan(){ var d struct{Text string; Attributions []struct{Source [][2]int}}; json.Unmarshal(sc.Bytes(),&d)
  rs:=[]rune(d.Text); r:=read(string(rs))
  off:=make([]int32,len(rs)+1); b:=0; for i,c:=range rs{off[i]=int32(b); b+=len(string(c))}; off[len(rs)]=int32(b)
  for _,a:=range d.Attributions{ if len(a.Source)!=1{continue}; s:=hearsay.Span{Start:off[a.Source[0][0]],End:off[a.Source[0][1]]}
   n++; ok,ex:=false,false; best:=0.0
   for _,m:=range r.Mentions{ sh:=min(m.End,s.End)-max(m.Start,s.Start); if sh>0{v:=float64(sh)/float64(max(m.End,s.End)-min(m.Start,s.Start)); if v>best{best=v}; if s.Contains(r.Tokens[m.Head].Span)&&(v>=.5||m.Start==s.Start){ok=true}}}
   ex=best>=.9
   if ok{hit++}; if ex{exact++}; if !ok{miss[s.Of(r.Article.Text)]++}
  }}
 fmt.Println(n,hit,exact)
 type kv struct{k string;v int}; var l []kv; for k,v:=range miss{l=append(l,kv{k,v})}
 sort.Slice(l,func(i,j int)bool{if l[i].v!=l[j].v{return l[i].v>l[j].v};return l[i].k<l[j].k})
 for i,x:=range l{ if i<150{fmt.Printf("%d %q; ",x.v,x.k)}}
}
