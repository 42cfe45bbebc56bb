// Package marked reads and writes test texts whose expected spans stand in the
// text itself:
//
//	{1:source Reuters} {1:cue reported} that {1:content {2:source officials} {2:cue said} {2:content it was safe}}.
//
// A mark is "{", a number, ":", a label of letters, digits and "-" or "_", and a
// space; it ends at its "}". A mark without content is "{1:label}". Braces that
// do not open a mark are plain text as long as they balance.
package marked

import (
	"fmt"
	"sort"
	"strings"
)

// Mark is one labelled stretch; a discontinuous span is several marks with the
// same number and label.
type Mark struct {
	Number     int
	Label      string
	Start, End int // bytes of the plain text
}

// Parse separates a marked text into the plain text and its marks, in order of
// their start, outer before inner.
func Parse(s string) (string, []Mark, error) {
	var plain strings.Builder
	var open []int // indexes into marks; -1 for a plain brace
	var marks []Mark
	for i := 0; i < len(s); {
		switch s[i] {
		case '{':
			m, n := head(s[i:])
			if n == 0 {
				open = append(open, -1)
				plain.WriteByte('{')
				i++
				continue
			}
			m.Start = plain.Len()
			marks = append(marks, m)
			open = append(open, len(marks)-1)
			i += n
		case '}':
			if len(open) == 0 {
				return "", nil, fmt.Errorf("marked: } without { at byte %d", i)
			}
			k := open[len(open)-1]
			open = open[:len(open)-1]
			if k < 0 {
				plain.WriteByte('}')
			} else {
				marks[k].End = plain.Len()
			}
			i++
		default:
			plain.WriteByte(s[i])
			i++
		}
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("marked: %d braces not closed", len(open))
	}
	return plain.String(), marks, nil
}

// head reads "{12:label " and returns its length, 0 when s opens no mark.
func head(s string) (Mark, int) {
	i, n := 1, 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == 1 || i >= len(s) || s[i] != ':' {
		return Mark{}, 0
	}
	i++
	from := i
	for i < len(s) && (s[i] == '-' || s[i] == '_' || s[i] >= '0' && s[i] <= '9' || s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z') {
		i++
	}
	if i == from || i >= len(s) {
		return Mark{}, 0
	}
	m := Mark{Number: n, Label: s[from:i]}
	switch s[i] {
	case ' ':
		return m, i + 1
	case '}':
		return m, i
	}
	return Mark{}, 0
}

// Format writes marks into a plain text. Marks that cross are cut at the
// crossing, so that the result always nests.
func Format(text string, marks []Mark) string {
	ms := append([]Mark(nil), marks...)
	order := func() {
		sort.SliceStable(ms, func(i, j int) bool {
			if ms[i].Start != ms[j].Start {
				return ms[i].Start < ms[j].Start
			}
			if ms[i].End != ms[j].End {
				return ms[i].End > ms[j].End
			}
			return ms[i].Number < ms[j].Number
		})
	}
	order()
	for i := 0; i < len(ms); i++ {
		for j := i + 1; j < len(ms); j++ {
			if a, b := ms[i], ms[j]; b.Start > a.Start && b.Start < a.End && b.End > a.End {
				ms[j].End = a.End
				b.Start = a.End
				ms = append(ms, b)
			}
		}
		order()
	}
	var out strings.Builder
	var open []int
	next := 0
	for at := 0; at <= len(text); at++ {
		for len(open) > 0 && open[len(open)-1] == at {
			out.WriteByte('}')
			open = open[:len(open)-1]
		}
		for next < len(ms) && ms[next].Start == at {
			m := ms[next]
			next++
			if m.End == m.Start {
				fmt.Fprintf(&out, "{%d:%s}", m.Number, m.Label)
				continue
			}
			fmt.Fprintf(&out, "{%d:%s ", m.Number, m.Label)
			open = append(open, m.End)
		}
		if at < len(text) {
			out.WriteByte(text[at])
		}
	}
	return out.String()
}
