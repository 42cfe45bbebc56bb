package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"hearsay"
)

// Write prints a dossier or reading as JSON. Equal values print equal bytes.
func Write(w io.Writer, v any, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(v)
}

// Parse reads a dossier that Write printed.
func Parse(data []byte) (*Dossier, error) {
	var d Dossier
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("not a dossier: %w", err)
	}
	if d.Hearsay != Version {
		return nil, fmt.Errorf("not a dossier of version %d: member \"hearsay\" is %d", Version, d.Hearsay)
	}
	return &d, nil
}

// Encode turns what was found into the JSON shape.
func Encode(d *hearsay.Dossier) *Dossier {
	e := newEncoder(d.Readings)
	e.referents(d.Referents)
	out := &Dossier{Hearsay: Version, Model: model(d.Readings),
		Articles: []Article{}, Entities: e.entities(d.Referents), Statements: []Statement{},
		Copies: []Copy{}, Stories: []Story{}, Claims: []Claim{}, Contradictions: []Contradiction{},
		Quotes: []Quote{}, Timeline: []Event{}, Wording: []Wording{}, Doubts: []Doubt{}}
	for i := range d.Readings {
		out.Articles = append(out.Articles, e.article(int32(i)))
		out.Statements = append(out.Statements, e.statements(int32(i))...)
	}
	for i := range d.Copies {
		out.Copies = append(out.Copies, e.copy(&d.Copies[i]))
	}
	for i := range d.Stories {
		out.Stories = append(out.Stories, e.story(i, &d.Stories[i]))
	}
	for i := range d.Claims {
		out.Claims = append(out.Claims, e.claim(i, &d.Claims[i]))
	}
	for _, c := range d.Contradictions {
		out.Contradictions = append(out.Contradictions, Contradiction{Claim: id('c', c.Claim), Kind: c.Kind.String(),
			A: e.refs(c.A), B: e.refs(c.B)})
	}
	for _, r := range d.Renderings {
		out.Quotes = append(out.Quotes, Quote{Speaker: optional('e', r.Speaker), Relation: r.Relation.String(), Renderings: e.refs(r.Statements)})
	}
	for _, v := range d.Timeline {
		out.Timeline = append(out.Timeline, Event{Date: nonEmpty(v.Date), Precision: v.Precision.String(),
			Evidence: e.place(v.Evidence), Claims: ids('c', v.Claims), Statements: e.refs(v.Statements)})
	}
	for _, w := range d.Wording {
		out.Wording = append(out.Wording, e.wording(w))
	}
	for _, x := range d.Doubts {
		out.Doubts = append(out.Doubts, e.doubt(x))
	}
	return out
}

// EncodeReading turns one reading into its line of the jsonl format.
func EncodeReading(r *hearsay.Reading) *Reading {
	e := newEncoder([]*hearsay.Reading{r})
	alone := make([]hearsay.Referent, len(r.Entities))
	for i, x := range r.Entities {
		alone[i] = hearsay.Referent{Name: x.Name, Kind: x.Kind, Members: []hearsay.Ref{{Article: 0, Index: int32(i)}}}
	}
	e.referents(alone)
	out := &Reading{Hearsay: Version, Model: r.Model, Article: e.article(0), Entities: e.entities(alone), Statements: e.statements(0), Doubts: []Doubt{}}
	for _, x := range r.Doubts {
		x.Article = 0
		out.Doubts = append(out.Doubts, e.doubt(x))
	}
	return out
}

// encoder knows the ids of everything and counts code points.
type encoder struct {
	readings []*hearsay.Reading
	points   [][]int32 // per article: code points before each step of its text
	first    []int32   // per article: number of its first statement
	referent [][]int32 // per article and entity: index of its referent, -1 for none
}

// step is how many bytes of text lie between two entries of encoder.points.
const step = 128

func newEncoder(readings []*hearsay.Reading) *encoder {
	e := &encoder{readings: readings}
	var n int32
	for _, r := range readings {
		e.first = append(e.first, n)
		n += int32(len(r.Statements))
		e.points = append(e.points, countPoints(r.Article.Text))
	}
	return e
}

func countPoints(text string) []int32 {
	counts := make([]int32, 1, len(text)/step+1)
	for at := step; at <= len(text); at += step {
		counts = append(counts, counts[len(counts)-1]+runeStarts(text[at-step:at]))
	}
	return counts
}

// runeStarts counts the code points that begin in a stretch, which may itself
// begin or end inside one.
func runeStarts(stretch string) (n int32) {
	for i := range len(stretch) {
		if utf8.RuneStart(stretch[i]) {
			n++
		}
	}
	return n
}

// point turns a byte offset of an article's text into code points.
func (e *encoder) point(article, at int32) int {
	k := at / step
	return int(e.points[article][k] + runeStarts(e.readings[article].Article.Text[k*step:at]))
}

func (e *encoder) referents(all []hearsay.Referent) {
	for _, r := range e.readings {
		row := make([]int32, len(r.Entities))
		for i := range row {
			row[i] = -1
		}
		e.referent = append(e.referent, row)
	}
	for i, x := range all {
		for _, m := range x.Members {
			e.referent[m.Article][m.Index] = int32(i)
		}
	}
}

func model(readings []*hearsay.Reading) string {
	if len(readings) == 0 {
		return ""
	}
	return readings[0].Model
}

func id(kind byte, index int32) string { return fmt.Sprintf("%c%d", kind, index+1) }

func optional(kind byte, index int32) *string {
	if index < 0 {
		return nil
	}
	s := id(kind, index)
	return &s
}

func ids(kind byte, indexes []int32) []string {
	out := make([]string, len(indexes))
	for i, x := range indexes {
		out[i] = id(kind, x)
	}
	return out
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (e *encoder) refs(refs []hearsay.Ref) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = id('s', e.first[r.Article]+r.Index)
	}
	return out
}
