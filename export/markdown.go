package export

import (
	"fmt"
	"io"
	"strings"

	"hearsay/schema"
)

// Markdown prints a dossier in the order of the page. Quoted text is escaped,
// so that no account can add structure, links or HTML to the document.
func Markdown(w io.Writer, d *schema.Dossier) error {
	m := &markdown{Lookup: schema.NewLookup(d)}
	m.head()
	m.accounts()
	m.claims()
	m.disputes()
	m.origins()
	m.renderings()
	m.timeline()
	m.wording()
	m.doubts()
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdown struct {
	*schema.Lookup
	out strings.Builder
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(&m.out, format, args...) }

func (m *markdown) section(title string, n int) bool {
	if n > 0 {
		m.printf("\n## %s (%d)\n\n", title, n)
	}
	return n > 0
}

// escape makes text of an account literal within a line of Markdown.
func escape(s string) string {
	var out strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if strings.ContainsRune("\\`*_[]<>|#&~$", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

func quoted(s string) string { return "“" + escape(s) + "”" }

func (m *markdown) refs(articles []string) string {
	var out []string
	seen := map[string]bool{}
	for _, a := range articles {
		if !seen[a] {
			out = append(out, fmt.Sprint(m.Number(a)))
		}
		seen[a] = true
	}
	return "\\[" + strings.Join(out, " ") + "\\]"
}

func (m *markdown) head() {
	title := "A story without a headline"
	if h := m.Headline(); h != nil {
		title = quoted(h.Text) + " (" + escape(m.Label(h.Article)) + ")"
	}
	m.printf("# %s\n\n", title)
	m.printf("%d accounts, %d texts, %d statements, %d claims, %d doubts. ", len(m.Articles), len(m.Texts()), len(m.Statements), len(m.Claims), len(m.Doubts))
	m.printf("What stands in quotation marks is source text; the numbers in brackets are the accounts.\n")
}

func (m *markdown) accounts() {
	if !m.section("The accounts", len(m.Articles)) {
		return
	}
	m.printf("| | outlet | published | credits | headline | input |\n|---|---|---|---|---|---|\n")
	for i := range m.Articles {
		a := &m.Articles[i]
		published, headline := "undated", "none"
		if a.Published != nil {
			published = escape(schema.ReadableDate(a.Published.Value))
		}
		if a.Headline != nil {
			headline = quoted(a.Headline.Text)
		}
		var credits []string
		for _, c := range a.Credits {
			credits = append(credits, escape(c.Agency))
		}
		m.printf("| %d | %s | %s | %s | %s | %s |\n", i+1, escape(m.Label(a.ID)), published, strings.Join(credits, ", "), headline, escape(a.Input))
	}
	for _, c := range m.Copies {
		m.printf("\n- \\[%d\\] and \\[%d\\]: %s, similarity %.2f", m.Number(c.A), m.Number(c.B), c.Relation, c.Similarity)
	}
	if len(m.Copies) > 0 {
		m.printf("\n")
	}
}

func (m *markdown) claims() {
	if !m.section("What is said", len(m.Claims)) {
		return
	}
	for _, s := range m.MainFirst() {
		ranked := m.Ranked(s.ID)
		if len(ranked) == 0 {
			continue
		}
		if len(m.Stories) > 1 {
			m.printf("### The story told by %s\n\n", m.refs(s.Articles))
		}
		m.printf("| claim |")
		for i := range m.Articles {
			m.printf(" %d |", i+1)
		}
		m.printf(" origins |\n|---|%s---|\n", strings.Repeat("---|", len(m.Articles)))
		for _, c := range ranked {
			m.claim(c)
		}
		m.printf("\n")
	}
}

func (m *markdown) claim(c *schema.Claim) {
	m.printf("| %s |", quoted(c.Wording.Text))
	for i := range m.Articles {
		held := m.Stances(c, m.Articles[i].ID)
		if len(held) == 0 {
			held = []string{"·"}
		}
		m.printf(" %s |", strings.Join(held, ", "))
	}
	m.printf(" %s |\n", c.Origins.Between())
}

// said is one statement: its voices, its account, its words.
func (m *markdown) said(id string) string {
	s := m.Statement(id)
	if s == nil {
		return id
	}
	voices := m.Voices(s)
	if len(voices) == 0 {
		voices = []string{"no source named"}
	}
	words := s.Content
	if len(words) == 0 {
		words = s.Cue
	}
	return fmt.Sprintf("%s \\[%d\\]: %s", escape(strings.Join(voices, " ‹ ")), m.Number(s.Article), quoted(schema.Joined(words)))
}
