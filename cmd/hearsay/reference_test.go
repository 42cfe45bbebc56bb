package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"hearsay/schema"
)

var update = flag.Bool("update", false, "rewrite docs/reference.md")

const reference = "../../docs/reference.md"

// TestReferenceIsCurrent holds that docs/reference.md is what the program says
// of itself.
func TestReferenceIsCurrent(t *testing.T) {
	want, err := writeReference()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(reference, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(reference)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(have)); diff != "" {
		t.Errorf("go test ./cmd/hearsay -run Reference -update writes it anew (-program +file)\n%s", diff)
	}
}

func writeReference() (string, error) {
	var out strings.Builder
	parser, err := kong.New(&commands{}, kong.Name("hearsay"))
	if err != nil {
		return "", err
	}
	out.WriteString("# Reference\n\nWritten by the program: `go test ./cmd/hearsay -run Reference -update`.\n\n## Commands\n\n")
	for _, node := range parser.Model.Leaves(true) {
		describe(&out, node)
	}
	out.WriteString("Exit status: 0 done; 1 something asked for failed (named on standard error, the rest is done); 2 wrong usage.\n")
	_, table, _ := command("read", "--format", "csv", examples+"/1-estmere-post.txt")
	header, _, _ := strings.Cut(table, "\n")
	fmt.Fprintf(&out, "\n## Columns of the table of statements (`--format csv`)\n\n`%s`\n", strings.ReplaceAll(header, ",", "` `"))
	out.WriteString("\n## The dossier (`--format json`, JSON Schema by `hearsay schema`)\n\n")
	err = objects(&out)
	return out.String(), err
}

// describe prints one command with its arguments and flags.
func describe(out *strings.Builder, node *kong.Node) {
	fmt.Fprintf(out, "### hearsay %s\n\n%s\n\n", strings.TrimPrefix(node.FullPath(), "hearsay "), node.Help)
	if node.Detail != "" {
		fmt.Fprintf(out, "%s\n\n", node.Detail)
	}
	var rows []string
	for _, p := range node.Positional {
		rows = append(rows, fmt.Sprintf("| `%s` | %s |", p.Summary(), cell(p.Help)))
	}
	for _, f := range node.Flags {
		if f.Name != "help" {
			rows = append(rows, fmt.Sprintf("| `%s` | %s |", cell(f.String()), cell(f.Help)))
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(out, "| | |\n|---|---|\n%s\n\n", strings.Join(rows, "\n"))
	}
}

func cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", "\\|")
}

// shape is the part of JSON Schema that the dossier's schema is written in.
type shape struct {
	Description string
	Type        any
	Ref         string `json:"$ref"`
	Const       any
	Enum        []any
	Items       json.RawMessage
	PrefixItems []shape
	AnyOf       []shape
	OneOf       []shape
	Properties  json.RawMessage
	Defs        json.RawMessage `json:"$defs"`
}

// objects prints the members of each kind of object.
func objects(out *strings.Builder) error {
	var whole shape
	if err := json.Unmarshal([]byte(schema.JSONSchema), &whole); err != nil {
		return err
	}
	if err := members(out, "dossier", &whole); err != nil {
		return err
	}
	return each(whole.Defs, func(name string, s *shape) error {
		if s.Properties == nil {
			return nil
		}
		return members(out, name, s)
	})
}

func members(out *strings.Builder, name string, s *shape) error {
	fmt.Fprintf(out, "### %s\n\n%s\n\n| member | is | meaning |\n|---|---|---|\n", name, s.Description)
	err := each(s.Properties, func(member string, p *shape) error {
		is, err := p.is()
		if member == "" || is == "" {
			return fmt.Errorf("%s.%s: the reference cannot say what it is", name, member)
		}
		fmt.Fprintf(out, "| `%s` | %s | %s |\n", member, is, cell(p.Description))
		return err
	})
	out.WriteByte('\n')
	return err
}

// is says in words what a value may be.
func (s *shape) is() (string, error) {
	switch {
	case s.Ref != "":
		return s.Ref[strings.LastIndexByte(s.Ref, '/')+1:], nil
	case s.Const != nil:
		return fmt.Sprintf("`%v`", s.Const), nil
	case s.Enum != nil:
		return "`" + strings.Trim(strings.ReplaceAll(fmt.Sprintf("%q", s.Enum), `" "`, "` `"), `[]"`) + "`", nil
	case s.AnyOf != nil || s.OneOf != nil:
		return either(append(s.AnyOf, s.OneOf...))
	case s.PrefixItems != nil:
		return fmt.Sprintf("list of %d numbers", len(s.PrefixItems)), nil
	case len(s.Items) > 0 && s.Items[0] == '{':
		var item shape
		if err := json.Unmarshal(s.Items, &item); err != nil {
			return "", err
		}
		is, err := item.is()
		return "list of " + is, err
	}
	is := strings.Trim(strings.ReplaceAll(fmt.Sprint(s.Type), " ", " or "), "[]")
	if s.Properties == nil {
		return is, nil
	}
	inner, err := s.inline()
	return strings.Replace(is, "object", inner, 1), err
}

// inline lists the members of an object that has no name of its own.
func (s *shape) inline() (string, error) {
	var parts []string
	err := each(s.Properties, func(member string, p *shape) error {
		is, err := p.is()
		parts = append(parts, "`"+member+"` "+is)
		return err
	})
	return "{ " + strings.Join(parts, ", ") + " }", err
}

func either(all []shape) (string, error) {
	var parts []string
	for _, s := range all {
		is, err := s.is()
		if err != nil {
			return "", err
		}
		parts = append(parts, is)
	}
	return strings.Join(parts, " or "), nil
}

// each visits the members of an object in the order in which they stand.
func each(object json.RawMessage, visit func(name string, s *shape) error) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var s shape
		if err := d.Decode(&s); err != nil {
			return err
		}
		if err := visit(name.(string), &s); err != nil {
			return err
		}
	}
	return nil
}
