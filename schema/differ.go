package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// Compare returns the first cell in which a dossier differs from the one that
// was made again from the same inputs, or nil.
func Compare(have, again *Dossier) error {
	a, err := tree(have)
	if err != nil {
		return err
	}
	b, err := tree(again)
	if err != nil {
		return err
	}
	if f := differ("", a, b); f != nil {
		return f
	}
	return nil
}

func tree(d *Dossier) (any, error) {
	var buf bytes.Buffer
	if err := Write(&buf, d, ""); err != nil {
		return nil, err
	}
	var v any
	return v, json.Unmarshal(buf.Bytes(), &v)
}

func differ(cell string, a, b any) *Failure {
	if x, ok := a.(map[string]any); ok {
		if y, ok := b.(map[string]any); ok {
			return differMembers(cell, x, y)
		}
	}
	if x, ok := a.([]any); ok {
		if y, ok := b.([]any); ok {
			return differElements(cell, x, y)
		}
	}
	if !reflect.DeepEqual(a, b) {
		return &Failure{cell, fmt.Sprintf("is %s, but reading the inputs again gives %s", brief(a), brief(b))}
	}
	return nil
}

func differMembers(cell string, a, b map[string]any) *Failure {
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		at := name
		if cell != "" {
			at = cell + "." + name
		}
		if f := differ(at, a[name], b[name]); f != nil {
			return f
		}
	}
	return nil
}

func differElements(cell string, a, b []any) *Failure {
	for i := range min(len(a), len(b)) {
		if f := differ(fmt.Sprintf("%s[%d]", cell, i), a[i], b[i]); f != nil {
			return f
		}
	}
	if len(a) != len(b) {
		return &Failure{cell, fmt.Sprintf("has %d elements, but reading the inputs again gives %d", len(a), len(b))}
	}
	return nil
}

// brief is a value in at most 60 bytes of JSON.
func brief(v any) string {
	s, _ := json.Marshal(v)
	if len(s) > 60 {
		return string(bytes.ToValidUTF8(s[:57], nil)) + "..."
	}
	return string(s)
}
