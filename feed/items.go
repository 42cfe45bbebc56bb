package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"hearsay"
)

// elementNames are how RSS and Atom call the fields of an item. Its description
// is the text of an item that has no other.
var elementNames = map[string][]string{
	fieldText:       {"content:encoded", "content", "atom:content"},
	fieldTitle:      {"title", "media:title"},
	fieldStandfirst: {"description", "summary", "itunes:summary", "media:description"},
	fieldAuthor:     {"dc:creator", "author/name", "author"},
	fieldDate:       {"pubdate", "published", "dc:date", "dcterms:issued", "issued", "date", "updated"},
	fieldOutlet:     {"source", "source/title", "dc:publisher"},
	fieldURL:        {"feedburner:origlink", "link", "guid", "id"},
}

// items reads the items of an RSS or Atom feed. A feed in another charset is
// first turned into UTF-8: the bytes of its items are those.
func (in *intake) items(name string, br *bufio.Reader) {
	r, err := decoded(br)
	if err != nil {
		in.fault(name, err)
		return
	}
	s := newItemStream(r)
	n := 0
	for !in.done {
		data, err := s.next()
		if err == io.EOF {
			break
		}
		n++
		if err != nil {
			if !in.fault(recordName(name, n), err) || !errors.Is(err, errItem) {
				return
			}
			continue
		}
		in.record(itemRecord(recordName(name, n), data))
	}
	if n == 0 && !in.done {
		in.fault(name, errors.New("is a feed without items; there is nothing to read in it"))
	}
}

// decoded is an XML document as UTF-8.
func decoded(br *bufio.Reader) (io.Reader, error) {
	head, _ := br.Peek(sniffed)
	label := declaredCharset(head)
	if label == "" {
		return br, nil
	}
	r, err := charset.NewReaderLabel(label, br)
	if err != nil {
		return nil, fmt.Errorf("is in the charset %q, which is not known; convert it to UTF-8", cut(label, 40))
	}
	return r, nil
}

// declaredCharset is the charset that an XML declaration names, empty for UTF-8.
func declaredCharset(head []byte) string {
	decl, _, ok := strings.Cut(string(head), "?>")
	_, label, named := strings.Cut(strings.ToLower(decl), "encoding=")
	if !ok || !named || len(label) < 3 {
		return ""
	}
	label, _, _ = strings.Cut(label[1:], label[:1])
	if label == "utf-8" || label == "utf8" {
		return ""
	}
	return label
}

// cut shortens a text that is repeated to the user.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}

var errItem = fmt.Errorf("is an item of more than %s, or one that does not end; leave it out", size(maxRecord))

// itemStream cuts a feed into its items, with any mistakes that it may have: a
// tokenizer of HTML reads on where an XML parser stops.
type itemStream struct {
	r    io.Reader
	z    *html.Tokenizer
	item string // name of the element whose start has been read already
	tag  []byte // that start
}

func newItemStream(r io.Reader) *itemStream {
	s := &itemStream{r: r}
	s.restart(r)
	return s
}

func (s *itemStream) restart(r io.Reader) {
	s.z = html.NewTokenizer(r)
	s.z.SetMaxBuf(maxRecord)
	s.z.AllowCDATA(true)
}

// next returns the next item with its tags, io.EOF after the last.
func (s *itemStream) next() ([]byte, error) {
	var data []byte
	inside, long := "", false
	if s.item != "" {
		inside, data = s.item, s.tag
		s.item = ""
	}
	for {
		kind := s.z.Next()
		raw := s.z.Raw()
		name := ""
		switch kind {
		case html.ErrorToken:
			err := s.z.Err()
			switch {
			case err == html.ErrBufferExceeded:
				s.restart(io.MultiReader(bytes.NewReader(bytes.Clone(s.z.Buffered())), s.r))
				return nil, errItem
			case err == io.EOF && inside != "":
				return nil, errors.New("is cut off: the feed ends inside this item; fetch it again")
			}
			return nil, err
		case html.StartTagToken:
			tag, _ := s.z.TagName()
			name = string(tag)
			s.z.NextIsNotRawText()
			if name != "item" && name != "entry" {
				break
			}
			if inside != "" {
				s.item, s.tag = name, bytes.Clone(raw)
				return data, nil
			}
			inside = name
		case html.EndTagToken:
			tag, _ := s.z.TagName()
			name = string(tag)
		}
		if inside == "" {
			continue
		}
		if len(data)+len(raw) > maxRecord {
			data, long = nil, true
		}
		if !long {
			data = append(data, raw...)
		}
		if kind == html.EndTagToken && name == inside {
			if long {
				return nil, errItem
			}
			return data, nil
		}
	}
}

// element is an element of an item with the place of its content.
type element struct {
	path     string // names from the item's own child down
	tag      int    // where its start tag begins
	from, to int
	attrs    map[string]string
}

// itemRecord reads the elements of an item.
func itemRecord(name string, data []byte) *record {
	found := elementsOf(data)
	return &record{name: name, bytes: data, wrap: hearsay.WrapXML, keys: elementNames,
		get: func(path string) (hearsay.Field, bool) {
			for _, e := range found {
				if e.path != path {
					continue
				}
				if f := e.field(data, path); strings.TrimSpace(f.Text) != "" {
					return f, true
				}
			}
			return hearsay.Field{}, false
		},
		names: func() []string {
			var names []string
			for _, e := range found {
				names = append(names, e.path)
			}
			return names
		}}
}

// elementsOf lists the elements of an item, at most two levels deep.
func elementsOf(data []byte) []element {
	var found []element
	var open []int // indices in found, -1 for deeper ones
	z := html.NewTokenizer(bytes.NewReader(data))
	z.AllowCDATA(true)
	at, first := 0, true
	for {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			z.NextIsNotRawText()
			if first {
				first = false
				continue
			}
			e := element{path: t.Data, tag: from, from: at, to: at, attrs: map[string]string{}}
			for _, a := range t.Attr {
				e.attrs[a.Key] = a.Val
			}
			if n := len(open); n == 1 && open[0] >= 0 {
				e.path = found[open[0]].path + "/" + t.Data
			}
			if len(open) > 1 {
				if kind == html.StartTagToken {
					open = append(open, -1)
				}
				continue
			}
			found = append(found, e)
			if kind == html.StartTagToken {
				open = append(open, len(found)-1)
			}
		case html.EndTagToken:
			if n := len(open); n > 0 {
				if i := open[n-1]; i >= 0 {
					found[i].to = from
				}
				open = open[:n-1]
			}
		}
	}
}

// field is the content of an element. That of an Atom link is its address; an
// identifier counts only where it is an address.
func (e *element) field(data []byte, path string) hearsay.Field {
	if path == "link" && e.attrs["href"] != "" {
		if rel := e.attrs["rel"]; rel != "" && rel != "alternate" {
			return hearsay.Field{}
		}
		if at := bytes.Index(data[e.tag:e.from], []byte(e.attrs["href"])); at >= 0 {
			return identity(data, e.tag+at, e.tag+at+len(e.attrs["href"]))
		}
		return hearsay.Field{Text: e.attrs["href"]}
	}
	if e.attrs["type"] == "xhtml" {
		return identity(data, e.from, e.to)
	}
	return xmlText(data, e.from, e.to)
}

// xmlText is the text of data[from:to]: entities decoded, CDATA taken as it is,
// markup of its own left out.
func xmlText(data []byte, from, to int) hearsay.Field {
	var w writer
	for at := from; at < to; {
		rest := data[at:to]
		switch n := bytes.IndexAny(rest, "&<"); {
		case n < 0:
			w.put(string(rest), hearsay.Raw{Start: int32(at), End: int32(to)})
			at = to
		case n > 0:
			w.put(string(rest[:n]), hearsay.Raw{Start: int32(at), End: int32(at + n)})
			at += n
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			at += len("<![CDATA[")
			end := bytes.Index(data[at:to], []byte("]]>"))
			if end < 0 {
				end = to - at
			}
			w.put(string(data[at:at+end]), hearsay.Raw{Start: int32(at), End: int32(at + end)})
			at = min(to, at+end+len("]]>"))
		case rest[0] == '<':
			end := bytes.IndexByte(rest, '>')
			if end < 0 {
				end = len(rest) - 1
			}
			at += end + 1
		default:
			n, text := entity(string(rest[:min(len(rest), 40)]))
			if n == 0 {
				n, text = 1, "&"
			}
			w.put(text, hearsay.Raw{Start: int32(at), End: int32(at + n)})
			at += n
		}
	}
	return w.done()
}

// entity decodes the entity that s begins with; n is 0 when it begins with none.
func entity(s string) (n int, text string) {
	if s == "" || s[0] != '&' {
		return 0, ""
	}
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0, ""
	}
	if text = html.UnescapeString(s[:end+1]); text == s[:end+1] || strings.HasSuffix(text, ";") && text != ";" {
		return 0, ""
	}
	return end + 1, text
}

// outline reads a list of feeds, which names addresses alone.
func (in *intake) outline(name string, br *bufio.Reader) {
	r, err := decoded(br)
	if err != nil {
		in.fault(name, err)
		return
	}
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxRecord)
	n := 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		z.NextIsNotRawText()
		for _, a := range t.Attr {
			if t.Data != "outline" || a.Key != "xmlurl" || !fits(fieldURL, a.Val) {
				continue
			}
			n++
			if in.Follow && !in.fault(recordName(name, n), &Fault{Name: recordName(name, n), Err: errNoText, Address: a.Val}) {
				return
			}
		}
	}
	switch {
	case n == 0:
		in.fault(name, errors.New("is an outline without feeds; there is nothing to read in it"))
	case !in.Follow:
		in.fault(name, fmt.Errorf("names %d feeds; give --follow to fetch them", n))
	}
}
