package terminal

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/internal/txtcase"
	"hearsay/schema"
)

// TestRender lays each dossier out at several widths.
func TestRender(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		d, err := schema.Parse([]byte(c.In))
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, o := range []Options{{Width: 110}, {Width: 72}, {Width: 44}, {Width: 80, Full: true}} {
			fmt.Fprintf(&out, "== width %d full %v ==\n%s", o.Width, o.Full, render(t, d, o))
		}
		return out.String()
	})
}

func render(t *testing.T, d *schema.Dossier, o Options) string {
	t.Helper()
	o.Width = max(o.Width, narrowest)
	var out strings.Builder
	if err := Render(&out, d, o); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if w := width(strings.TrimSuffix(uncoloured(line), "\n")); w > o.Width {
			t.Errorf("width %d: a line of %d columns: %s", o.Width, w, line)
		}
	}
	return out.String()
}
