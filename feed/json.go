package feed

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"hearsay"
)

// json reads the objects of a JSON document, of a list, or of one line each.
func (in *intake) json(name string, br *bufio.Reader) {
	o := &objects{br: br}
	first := true
	for n := 1; !in.done; {
		data, err := o.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			f := &Fault{Name: recordName(name, n), Err: err}
			if !o.going(err) {
				f.Name = name
			}
			if !in.fault(f.Name, f) || !o.going(err) {
				return
			}
			first = false
			n++
			continue
		}
		if first && o.alone() {
			in.document(name, data)
			return
		}
		first = false
		in.object(recordName(name, n), data)
		n++
	}
	if first && !in.done {
		in.fault(name, errors.New("is JSON without an object; it should hold one object an article"))
	}
}

// document reads a JSON file that is one object: an article, or a wrapping
// around a list of them.
func (in *intake) document(name string, data []byte) {
	v, err := parseJSON(data)
	if err != nil {
		in.fault(name, err)
		return
	}
	r := jsonRecord(name, data, v)
	if _, dossier := v.at("hearsay"); dossier {
		in.fault(name, errors.New("is a dossier that hearsay made, no account; hearsay export shows it"))
		return
	}
	list := v.list(3)
	if list == nil || r.body(in).Text != "" {
		in.record(r)
		return
	}
	given := in.given
	for i, item := range list {
		if item.members == nil {
			continue
		}
		bytes := data[item.from:item.to]
		if r := jsonRecord(recordName(name, i+1), bytes, item.moved(-item.from)); r.field(in, fieldTitle).Text != "" || r.body(in).Text != "" {
			if !in.record(r) {
				return
			}
		}
	}
	if in.given == given {
		in.record(r)
	}
}

// object reads one object of a file of many.
func (in *intake) object(name string, data []byte) {
	v, err := parseJSON(data)
	if err != nil {
		in.fault(name, err)
		return
	}
	in.record(jsonRecord(name, data, v))
}

func jsonRecord(name string, data []byte, v value) *record {
	return &record{name: name, bytes: data, wrap: hearsay.WrapJSON, keys: memberNames,
		get: func(path string) (hearsay.Field, bool) {
			found, ok := v.at(path)
			if !ok || found.members != nil || found.items != nil {
				return hearsay.Field{}, false
			}
			return found.field(data), true
		},
		names: func() []string {
			var names []string
			for _, m := range v.members {
				names = append(names, m.shown)
			}
			return names
		}}
}

// objects cuts a stream of JSON into its outermost objects. In a file of one
// object a line a broken line costs no other.
type objects struct {
	br     *bufio.Reader
	count  int
	lines  bool // one object a line
	listed bool // the objects stand in a list
}

var (
	errNoObject = errors.New("is not a JSON object; every record should be one, on a line of its own")
	errRecord   = fmt.Errorf("is a record of more than %s; leave it out", size(maxRecord))
	errDocument = fmt.Errorf("holds an object of more than %s; give the articles as one JSON object a line", size(MaxBytes))
)

// going reports whether objects may follow after the error.
func (o *objects) going(err error) bool {
	return errors.Is(err, errNoObject) || errors.Is(err, errRecord) && o.lines
}

// next returns the next object, io.EOF after the last.
func (o *objects) next() ([]byte, error) {
	if o.lines {
		return o.line()
	}
	for {
		c, err := o.br.ReadByte()
		switch {
		case err != nil:
			return nil, err
		case c == '{':
			o.br.UnreadByte()
			return o.object()
		case c == '[':
			o.listed = true
		case c > ' ' && c != ',' && c != ']' && c != 0xef && c != 0xbb && c != 0xbf:
			return nil, errors.New("is not JSON; check that the file is what its name says")
		}
	}
}

// object reads to the brace that closes the object.
func (o *objects) object() ([]byte, error) {
	var data []byte
	depth, inString, escaped := 0, false, false
	for {
		c, err := o.br.ReadByte()
		if err == io.EOF {
			return nil, errors.New("is JSON that ends too early; fetch it again")
		}
		if err != nil {
			return nil, err
		}
		if data = append(data, c); len(data) > MaxBytes {
			return nil, errDocument
		}
		switch {
		case escaped:
			escaped = false
		case inString && c == '\n' && o.count == 0 && bytes.IndexByte(data, '\n') == len(data)-1:
			o.lines = true
			o.count++
			return data, nil
		case inString:
			escaped, inString = c == '\\', c != '"'
		case c == '"':
			inString = true
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				if o.count++; o.count == 1 && !o.listed && bytes.IndexByte(data, '\n') < 0 {
					rest, _ := o.br.Peek(2)
					o.lines = len(rest) > 0 && (rest[0] == '\n' || rest[0] == '\r')
				}
				return data, nil
			}
		}
	}
}

// line reads an object that stands on a line of its own.
func (o *objects) line() ([]byte, error) {
	var data []byte
	long := false
	for {
		part, err := o.br.ReadSlice('\n')
		if !long {
			data = append(data, part...)
		}
		if len(data) > maxRecord {
			data, long = nil, true
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && err != io.EOF {
			return nil, err
		}
		record := bytes.TrimSpace(data)
		switch {
		case long:
			return nil, errRecord
		case len(record) == 0 && err == nil:
			data = data[:0]
			continue
		case len(record) == 0:
			return nil, io.EOF
		case record[0] != '{':
			return nil, errNoObject
		}
		o.count++
		return record, nil
	}
}

// alone reports whether the one object that was read is the whole file.
func (o *objects) alone() bool {
	if o.count != 1 || o.listed {
		return false
	}
	for {
		next, err := o.br.Peek(1)
		if err != nil {
			return true
		}
		if next[0] > ' ' {
			return false
		}
		o.br.Discard(1)
	}
}

// value is a JSON value with its place.
type value struct {
	from, to int
	members  []member
	items    []value
}

type member struct {
	name  string // plain
	shown string // as written
	value value
}

// parseJSON reads an object with the places of all that is in it.
func parseJSON(data []byte) (value, error) {
	if !json.Valid(data) {
		var none struct{}
		err := json.Unmarshal(data, &none)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return value{}, fmt.Errorf("is not JSON: %w at byte %d of the record; mend or leave out that record", err, syntax.Offset)
		}
		return value{}, fmt.Errorf("is not JSON: %w; mend or leave out that record", err)
	}
	p := places{data: data}
	return p.value(), nil
}

// places walks over valid JSON.
type places struct {
	data []byte
	at   int
}

func (p *places) space() {
	for p.at < len(p.data) && (p.data[p.at] <= ' ' || p.data[p.at] == ',' || p.data[p.at] == ':') {
		p.at++
	}
}

func (p *places) value() value {
	p.space()
	v := value{from: p.at}
	switch p.data[p.at] {
	case '{':
		v.members = []member{}
		for p.at++; ; {
			if p.space(); p.data[p.at] == '}' {
				break
			}
			from := p.at + 1
			p.string()
			name := unescaped(p.data, from, p.at-1).Text
			v.members = append(v.members, member{plainName(name), name, p.value()})
		}
		p.at++
	case '[':
		v.items = []value{}
		for p.at++; ; {
			if p.space(); p.data[p.at] == ']' {
				break
			}
			v.items = append(v.items, p.value())
		}
		p.at++
	case '"':
		p.string()
	default:
		for p.at < len(p.data) && !strings.ContainsRune(" \t\r\n,]}", rune(p.data[p.at])) {
			p.at++
		}
	}
	v.to = p.at
	return v
}

// string passes over a string.
func (p *places) string() {
	for p.at++; p.data[p.at] != '"'; p.at++ {
		if p.data[p.at] == '\\' {
			p.at++
		}
	}
	p.at++
}

// at finds a value by the names of members, parted by dots; a list stands for
// its first item.
func (v value) at(path string) (value, bool) {
	for len(v.items) > 0 {
		v = v.items[0]
	}
	if path == "" {
		return v, true
	}
	for _, m := range v.members {
		if m.name == path {
			return m.value.at("")
		}
		if rest, ok := strings.CutPrefix(path, m.name+"."); ok && m.name != "" {
			if found, ok := m.value.at(rest); ok {
				return found, true
			}
		}
	}
	return value{}, false
}

// list is the longest list of objects in v, at most levels deep; nil for none.
func (v value) list(levels int) []value {
	var best []value
	for _, m := range v.members {
		switch {
		case len(m.value.items) > 0 && m.value.items[0].members != nil:
			if len(m.value.items) > len(best) {
				best = m.value.items
			}
		case levels > 0 && m.value.members != nil:
			if l := m.value.list(levels - 1); len(l) > len(best) {
				best = l
			}
		}
	}
	return best
}

// moved is v with all its places moved by n.
func (v value) moved(n int) value {
	out := value{from: v.from + n, to: v.to + n}
	if v.members != nil {
		out.members = make([]member, len(v.members))
		for i, m := range v.members {
			out.members[i] = member{m.name, m.shown, m.value.moved(n)}
		}
	}
	if v.items != nil {
		out.items = make([]value, len(v.items))
		for i, x := range v.items {
			out.items[i] = x.moved(n)
		}
	}
	return out
}

// field is the text of a string or number.
func (v value) field(data []byte) hearsay.Field {
	if data[v.from] != '"' {
		if string(data[v.from:v.to]) == "null" {
			return hearsay.Field{}
		}
		return identity(data, v.from, v.to)
	}
	return unescaped(data, v.from+1, v.to-1)
}

// unescaped is the content of a string, data[from:to].
func unescaped(data []byte, from, to int) hearsay.Field {
	var w writer
	for at := from; at < to; {
		n := bytes.IndexByte(data[at:to], '\\')
		if n < 0 {
			n = to - at
		}
		w.put(string(data[at:at+n]), hearsay.Raw{Start: int32(at), End: int32(at + n)})
		if at += n; at == to {
			break
		}
		text, size := escape(data[at:to])
		w.put(text, hearsay.Raw{Start: int32(at), End: int32(at + size)})
		at += size
	}
	return w.done()
}

// escape decodes the escape that s begins with.
func escape(s []byte) (string, int) {
	if s[1] != 'u' {
		return string("\"\\/\b\f\n\r\t"[strings.IndexByte(`"\/bfnrt`, s[1])]), 2
	}
	r := unit(s)
	if utf16.IsSurrogate(r) {
		if pair := utf16.DecodeRune(r, unit(s[6:])); pair != utf8.RuneError {
			return string(pair), 12
		}
	}
	return string(r), 6
}

// unit is the number of a \u escape, U+FFFD where none stands.
func unit(s []byte) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
