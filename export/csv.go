package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"hearsay/schema"
)

// columns of the table of statements. Offsets are those of the whole content:
// code points of the article's text, bytes of the input; empty without content.
var columns = []string{"statement", "article", "outlet", "input", "published", "form", "act", "source_kind", "voices",
	"source", "cue", "content", "within", "time", "stances", "start", "end", "raw_start", "raw_end"}

// CSV prints one row a statement. Voices are joined outermost first by " ‹ ",
// the parts of a cell by " … ", stances are "claim stance" joined by "; ".
//
// A cell that a spreadsheet would compute ("=1+1", "+", "-", "@") gets an
// apostrophe in front; every other cell is the text itself.
func CSV(w io.Writer, d *schema.Dossier) error {
	l := schema.NewLookup(d)
	held := map[string][]string{}
	for _, c := range d.Claims {
		for _, p := range c.Positions {
			held[p.Statement] = append(held[p.Statement], c.ID+" "+p.Stance)
		}
	}
	table := csv.NewWriter(w)
	if err := table.Write(columns); err != nil {
		return err
	}
	for i := range d.Statements {
		row := row(l, &d.Statements[i], held[d.Statements[i].ID])
		for k, cell := range row {
			row[k] = inert(cell)
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

func row(l *schema.Lookup, s *schema.Statement, stances []string) []string {
	var input, published, within, time string
	if a := l.Article(s.Article); a != nil {
		input = a.Input
		if a.Published != nil {
			published = a.Published.Value
		}
	}
	if s.Within != nil {
		within = *s.Within
	}
	if s.Time != nil {
		time = s.Time.Value
	}
	cells := []string{s.ID, s.Article, l.Label(s.Article), input, published, s.Form, s.Act, s.Source.Kind,
		strings.Join(l.Voices(s), " ‹ "), schema.Joined(s.Source.Spans), schema.Joined(s.Cue), schema.Joined(s.Content),
		within, time, strings.Join(stances, "; ")}
	return append(cells, offsets(s.Content)...)
}

func offsets(spans []schema.Span) []string {
	out := make([]string, 4)
	if len(spans) == 0 {
		return out
	}
	first, last := spans[0], spans[len(spans)-1]
	if first.Start != nil && last.End != nil {
		out[0], out[1] = strconv.Itoa(*first.Start), strconv.Itoa(*last.End)
	}
	out[2], out[3] = strconv.Itoa(int(first.Raw[0])), strconv.Itoa(int(last.Raw[1]))
	return out
}

// inert keeps a spreadsheet from computing a cell.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
