package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/internal/txtcase"
)

// A case is a text, one block a line, and the voices of each of its statements from
// the outermost to the source:
//
//	Daily Post ‹ two officials: the bridge was safe
func TestChains(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		a := Plain(c.Name, c.In)
		a.Outlet.Name = "Varland Standard"
		r := ReadArticle(a, nil)
		var b strings.Builder
		for _, s := range r.Statements {
			var voices, content []string
			for _, e := range s.Chain {
				voices = append(voices, r.Entities[e].Name)
			}
			for _, span := range s.Content {
				content = append(content, span.Of(a.Text))
			}
			fmt.Fprintf(&b, "%s: %s\n", strings.Join(voices, " ‹ "), strings.Join(content, " … "))
		}
		return b.String()
	})
}
