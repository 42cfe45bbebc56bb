package web

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"hearsay/schema"
)

// samples are the pages that every check of the markup goes over.
func samples() map[string]func() (*schema.Dossier, map[string][]byte) {
	return map[string]func() (*schema.Dossier, map[string][]byte){
		"ferry":   ferry,
		"archive": func() (*schema.Dossier, map[string][]byte) { return archive(12, 60) },
		"many":    func() (*schema.Dossier, map[string][]byte) { return archive(20, 8) },
		"twelve":  func() (*schema.Dossier, map[string][]byte) { return archive(12, 12) },
		"one":     func() (*schema.Dossier, map[string][]byte) { return archive(1, 3) },
		"empty":   func() (*schema.Dossier, map[string][]byte) { return &schema.Dossier{Hearsay: schema.Version}, nil },
		"bare": func() (*schema.Dossier, map[string][]byte) {
			m := newMaker()
			m.article("-", "", "", "", "One line only.", false)
			return m.d, nil
		},
		"damaged": damaged,
	}
}

// damaged is a dossier that nothing in hearsay would make: ids that are missing,
// doubled or odd, stretches that do not hold, words that are no words of the
// schema.
func damaged() (*schema.Dossier, map[string][]byte) {
	d, _ := ferry()
	far, back := 100000, -3
	d.Articles = append(d.Articles, d.Articles[0])
	d.Articles[4].ID = `"><script>alert(1)</script>`
	d.Articles[2].Language = `x" onload="alert(1)`
	d.Articles[1].Outlet.Name = "</style><script>alert(2)</script>"
	d.Statements[3].Content[0].End = &far
	d.Statements[4].Content[0].Start = &back
	d.Statements[5].ID = "s1"
	d.Statements[6].ID = "a1"
	d.Statements[7].Source.Entity = &d.Articles[4].ID
	d.Statements[8].Content, d.Statements[8].Cue, d.Statements[8].Source.Spans = nil, nil, nil
	d.Statements[9].Act, d.Statements[9].Form = "sings", "loudly"
	d.Claims[1].Story = "nowhere"
	d.Claims[2].ID = "c1"
	d.Claims[3].Positions[0].Stance = "<b>shrugs</b>"
	d.Claims[4].Wording.Article = "a99"
	d.Contradictions = append(d.Contradictions, schema.Contradiction{Claim: "c77", Kind: "mood", A: []string{"s99"}})
	d.Quotes = append(d.Quotes, schema.Quote{Renderings: []string{"s99"}})
	vague := "sometime"
	d.Timeline[0].Date = &vague
	d.Timeline[1].Evidence.Article = "a99"
	d.Stories = append(d.Stories, schema.Story{ID: "t1"}, schema.Story{ID: "t3", Articles: []string{"a99"}})
	d.Doubts[0].Article = "a99"
	return d, nil
}

// TestMarkup holds the page to what makes it one file that people of all kinds
// can use: links that lead somewhere, headings in order, tables that say what
// their cells belong to, nothing loaded, nothing of an account's text run.
func TestMarkup(t *testing.T) {
	for name, make := range samples() {
		t.Run(name, func(t *testing.T) {
			d, inputs := make()
			page := print(t, name, d, inputs)
			root, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			c := &checker{t: t, ids: map[string]bool{}}
			c.collect(root)
			c.check(root)
			c.finish(page)
		})
	}
}

type checker struct {
	t        *testing.T
	ids      map[string]bool
	sections []string
	heading  int
	scripts  int
	policy   string
}

func (c *checker) collect(n *html.Node) {
	if id, ok := attr(n, "id"); ok {
		if c.ids[id] || id == "" || strings.ContainsFunc(id, unicode.IsSpace) {
			c.t.Errorf("id %q stands twice or is no id", id)
		}
		c.ids[id] = true
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.collect(k)
	}
}

func (c *checker) check(n *html.Node) {
	if n.Type == html.ElementNode {
		c.element(n)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.check(k)
	}
}

func (c *checker) element(n *html.Node) {
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" || a.Key == "action" {
			c.t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
		}
		if slices.Contains([]string{"aria-labelledby", "aria-describedby", "for"}, a.Key) && !c.ids[a.Val] {
			c.t.Errorf("<%s %s=%q> names nothing", n.Data, a.Key, a.Val)
		}
	}
	switch n.Data {
	case "meta":
		if kind, _ := attr(n, "http-equiv"); kind == "Content-Security-Policy" {
			c.policy, _ = attr(n, "content")
		}
	case "script", "style":
		c.scripts++
	case "link", "img", "iframe", "object", "embed", "base", "form":
		if n.Data != "form" {
			c.t.Errorf("<%s> in the page", n.Data)
		}
	case "a":
		c.link(n)
	case "section":
		id, _ := attr(n, "id")
		c.sections = append(c.sections, id)
	case "table":
		c.table(n)
	case "h1", "h2", "h3", "h4":
		level := int(n.Data[1] - '0')
		if level > c.heading+1 {
			c.t.Errorf("<%s> %q after a heading of level %d", n.Data, text(n), c.heading)
		}
		c.heading = level
		if strings.TrimSpace(text(n)) == "" {
			c.t.Errorf("empty <%s>", n.Data)
		}
	}
}

func (c *checker) link(n *html.Node) {
	href, ok := attr(n, "href")
	switch {
	case !ok:
		c.t.Errorf("link %q without an address", text(n))
	case strings.HasPrefix(href, "#"):
		if !c.ids[href[1:]] {
			c.t.Errorf("link %q leads to %s, which is not there", text(n), href)
		}
	case !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "http://"):
		c.t.Errorf("link %q leads to %s", text(n), href)
	}
	if _, named := attr(n, "aria-label"); !named && strings.TrimSpace(text(n)) == "" {
		c.t.Errorf("link to %s says nothing", href)
	}
}

func (c *checker) table(n *html.Node) {
	caption, headers := 0, 0
	walk(n, func(k *html.Node) {
		switch k.Data {
		case "caption":
			caption++
		case "th":
			headers++
			if scope, _ := attr(k, "scope"); scope == "" {
				c.t.Errorf("header %q without scope", text(k))
			}
		}
	})
	if caption == 0 || headers == 0 {
		c.t.Errorf("table with %d captions and %d headers", caption, headers)
	}
}

func (c *checker) finish(page []byte) {
	want := []string{"", "said", "disputes", "origins", "utterances", "when", "omissions", "wording", "doubts", "accounts"}
	if !slices.Equal(c.sections, want) {
		c.t.Errorf("sections %q, want %q", c.sections, want)
	}
	if c.scripts != 2 {
		c.t.Errorf("%d scripts and styles, want one of each", c.scripts)
	}
	if !strings.Contains(c.policy, "script-src '"+digest(script)+"'") || !strings.Contains(c.policy, "style-src '"+digest(style)+"'") ||
		!bytes.Contains(page, []byte(">"+script+"<")) || !bytes.Contains(page, []byte(">"+style+"<")) {
		c.t.Error("the policy does not name the digests of script and style")
	}
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		c.t.Error("the style loads something")
	}
}

// FuzzReport holds that no dossier, however broken, stops the page, doubles an
// anchor or leaves a link that leads nowhere. The bytes say which values of a
// sound dossier are broken, and how.
func FuzzReport(f *testing.F) {
	for i := range byte(40) {
		f.Add([]byte{i, i * 7, i * 13, i * 29, i * 31, i * 3, i * 17, i * 41})
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		d, _ := ferry()
		breakage(reflect.ValueOf(d).Elem(), choices)
		var b bytes.Buffer
		if err := Report(&b, d, nil); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		c := &checker{t: t, ids: map[string]bool{}}
		c.collect(root)
		walk(root, func(n *html.Node) {
			if n.Data == "a" {
				if href, _ := attr(n, "href"); strings.HasPrefix(href, "#") && !c.ids[href[1:]] {
					t.Errorf("link to %s, which is not there", href)
				}
			}
		})
	})
}

// breakage changes one value for every two bytes: the first says how far to
// walk, the second what to put there.
func breakage(root reflect.Value, choices []byte) {
	var leaves []reflect.Value
	var collect func(v reflect.Value)
	collect = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				collect(v.Field(i))
			}
		case reflect.Slice:
			leaves = append(leaves, v)
			for i := range v.Len() {
				collect(v.Index(i))
			}
		case reflect.Pointer:
			leaves = append(leaves, v)
			if !v.IsNil() {
				collect(v.Elem())
			}
		default:
			leaves = append(leaves, v)
		}
	}
	at := 0
	for len(choices) >= 2 {
		leaves = leaves[:0]
		collect(root)
		at = (at*31 + int(choices[0])*127 + 11) % len(leaves)
		breakOne(leaves[at], choices[1])
		choices = choices[2:]
	}
}

func breakOne(v reflect.Value, how byte) {
	odd := []string{"", "a1", "a2", "s1", "c1", "e1", "t1", "x", "<script>", "2031-99", "../..", "denies", "near-copy", "متن"}
	switch v.Kind() {
	case reflect.String:
		v.SetString(odd[int(how)%len(odd)])
	case reflect.Int, reflect.Int32:
		v.SetInt(int64([]int{0, -1, 1, 7, 1 << 30}[int(how)%5]))
	case reflect.Float64:
		v.SetFloat(float64(how) - 100)
	case reflect.Pointer:
		v.SetZero()
	case reflect.Slice:
		if n := v.Len(); n > 0 && how%2 == 0 {
			v.Set(reflect.AppendSlice(v.Slice(n-1, n), v))
		} else {
			v.SetZero()
		}
	}
}

// TestSerif holds the law: what the class for source text encloses is the text
// of some account, and links to a place that holds it.
func TestSerif(t *testing.T) {
	for _, name := range []string{"ferry", "archive", "damaged"} {
		d, inputs := samples()[name]()
		var b bytes.Buffer
		if err := Report(&b, d, inputs); err != nil {
			t.Fatal(err)
		}
		root, _ := html.Parse(&b)
		texts := map[string]string{}
		for _, a := range newIndex(d).accounts {
			texts[a.Anchor] = a.Article.Text
		}
		cells := 0
		walk(root, func(n *html.Node) {
			class, _ := attr(n, "class")
			if n.Data != "a" || class != "q" {
				return
			}
			cells++
			href, _ := attr(n, "href")
			var account string
			var start, end int
			if _, err := fmt.Sscanf(strings.ReplaceAll(href, "-", " "), "#%s %d %d", &account, &start, &end); err != nil {
				if strings.HasPrefix(href, "#s") || strings.Contains(href, "-raw-") {
					return
				}
				t.Fatalf("%s: a cell leads to %s", name, href)
			}
			if got := string([]rune(texts[account])[start:end]); got != text(n) {
				t.Errorf("%s: cell %q leads to %q", name, text(n), got)
			}
		})
		if cells < 50 {
			t.Errorf("%s: only %d cells", name, cells)
		}
	}
}

// TestAccountsWhole holds that every account is shown with every character of
// its text, in order, whatever stands over it.
func TestAccountsWhole(t *testing.T) {
	for name, make := range samples() {
		d, inputs := make()
		for _, v := range newPage(d, inputs).Articles {
			var shown strings.Builder
			for _, b := range v.Blocks {
				for _, k := range b.Tokens {
					shown.WriteString(k.Text)
				}
			}
			if got, want := squeeze(shown.String()), squeeze(v.Article.Text); got != want {
				t.Errorf("%s: %s shows %q of %q", name, v.Label, got, want)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	d, inputs := ferry()
	first := print(t, "ferry", d, inputs)
	for range 5 {
		if !bytes.Equal(first, print(t, "ferry", d, inputs)) {
			t.Fatal("two pages of one dossier differ")
		}
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		b.WriteString(text(k))
	}
	return b.String()
}

func walk(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		walk(k, visit)
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
