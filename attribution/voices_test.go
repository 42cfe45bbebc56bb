package attribution

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/internal/txtcase"
	"hearsay/mentions"
)

// A case of voices is a text, and below it a line for each statement: the words by
// which its source is named, and whom they mean.
func TestVoices(t *testing.T) {
	txtcase.Run(t, "testdata/voices/*.txtar", func(t *testing.T, c txtcase.Case) string {
		text, _ := split(c.Want)
		r := read(text)
		r.Mentions, r.Entities = mentions.Find(r)
		r.Statements = Find(r)
		check(t, r)
		var out strings.Builder
		out.WriteString(text)
		for _, s := range r.Statements {
			name, words := "nobody known", "-"
			if s.Source.Entity >= 0 {
				name = r.Entities[s.Source.Entity].Name
			}
			if len(s.Source.Spans) > 0 {
				words = s.Source.Spans[0].Of(text)
			}
			fmt.Fprintf(&out, "= %s: %s\n", words, name)
		}
		return out.String()
	})
}
