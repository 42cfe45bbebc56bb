package accounts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/marked"
)

// mostStatements bounds the statements of one account.
const mostStatements = 1000

// statements builds the statements of a reading in order of their number, which
// must run from 1.
func (b *builder) statements(r *hearsay.Reading, marks []marked.Mark, settings []string) error {
	last := 0
	for _, m := range marks {
		if m.Number < 1 || m.Number > mostStatements || m.Start == m.End {
			return fmt.Errorf("mark %d of %s: want a number from 1 and words", m.Number, m.Label)
		}
		last = max(last, m.Number)
	}
	for range last {
		r.Statements = append(r.Statements, hearsay.Statement{
			Source: hearsay.Source{Entity: -1}, Within: -1, Carried: -1, Target: -1, Time: -1})
	}
	for _, m := range marks {
		s := &r.Statements[m.Number-1]
		at := span(m.Start, m.End)
		switch m.Label {
		case "source":
			s.Source.Spans = append(s.Source.Spans, at)
			s.Source.Entity = mentioned(r, at)
		case "cue":
			s.Cue = append(s.Cue, at)
			f := strings.Fields(at.Of(r.Article.Text))
			if len(f) > 0 {
				s.Lemma = strings.ToLower(f[len(f)-1])
			}
		case "content":
			s.Content = append(s.Content, at)
			s.Form = form(r, at, s.Form)
		case "time":
			for i, t := range r.Times {
				if t.Overlaps(at) {
					s.Time = int32(i)
				}
			}
		default:
			return fmt.Errorf("unknown mark %s", m.Label)
		}
	}
	chains := map[int]string{}
	for _, line := range settings {
		if err := b.set(r, line, chains); err != nil {
			return fmt.Errorf("%s: %w", line, err)
		}
	}
	for i := range r.Statements {
		if err := b.chain(r, i, chains[i]); err != nil {
			return err
		}
	}
	return nil
}

// mentioned is the entity of the mention that shares most with a span.
func mentioned(r *hearsay.Reading, at hearsay.Span) int32 {
	best, length := int32(-1), 0
	for _, m := range r.Mentions {
		if m.Overlaps(at) && m.Len() > length {
			best, length = m.Entity, m.Len()
		}
	}
	return best
}

// form tells from the quotation marks in and around a content how it is given.
func form(r *hearsay.Reading, at hearsay.Span, so hearsay.Form) hearsay.Form {
	quoted := func(s string) bool { return strings.ContainsAny(s, `"“`) }
	before := r.Article.Text[max(0, at.Start-3):at.Start]
	switch {
	case quoted(before) || quoted(at.Of(r.Article.Text)[:1]):
		return hearsay.Direct
	case quoted(at.Of(r.Article.Text)):
		return hearsay.Mixed
	}
	return so
}

func (b *builder) set(r *hearsay.Reading, line string, chains map[int]string) error {
	f := strings.Fields(line + " ")
	if len(f) == 0 {
		return fmt.Errorf("no statement")
	}
	n, err := strconv.Atoi(f[0])
	if err != nil || n < 1 || n > len(r.Statements) {
		return fmt.Errorf("no statement %s", f[0])
	}
	s := &r.Statements[n-1]
	for _, w := range f[1:] {
		key, value, _ := strings.Cut(w, "=")
		number, _ := strconv.Atoi(value)
		if reference := key == "within" || key == "target" || key == "carried"; reference && (number < 1 || number > len(r.Statements) || number == n) {
			return fmt.Errorf("no other statement %s", value)
		}
		act, isAct := hearsay.ParseAct(key)
		switch {
		case isAct:
			s.Act = act
		case key == "within":
			s.Within = int32(number - 1)
		case key == "target":
			s.Target = int32(number - 1)
		case key == "carried":
			s.Carried = int32(number - 1)
		case key == "lemma":
			s.Lemma = value
		case key == "hedged":
			s.Hedged = true
		case key == "direct":
			s.Form = hearsay.Direct
		case key == "mixed":
			s.Form = hearsay.Mixed
		case key == "indirect":
			s.Form = hearsay.Indirect
		case key == "chain":
			chains[n-1] = value
		case key == "source":
			if s.Source.Entity, err = b.local(r, value); err != nil {
				return err
			}
		default:
			return fmt.Errorf("unknown setting %s", w)
		}
	}
	return nil
}

// chain fills a statement's chain and the kind of its source: as set, or the
// chain of the statement it is within and its own source.
func (b *builder) chain(r *hearsay.Reading, i int, set string) error {
	s := &r.Statements[i]
	if e := s.Source.Entity; e >= 0 {
		s.Source.Kind = [...]hearsay.SourceKind{hearsay.SourcePerson, hearsay.SourceRole, hearsay.SourceOrganisation, hearsay.SourceOrganisation,
			hearsay.SourceRole, hearsay.SourceUnnamed, hearsay.SourceMedia, hearsay.SourceDocument}[r.Entities[e].Kind]
	}
	if set != "" {
		for key := range strings.SplitSeq(set, ",") {
			e, err := b.local(r, key)
			if err != nil {
				return err
			}
			s.Chain = append(s.Chain, e)
		}
		return nil
	}
	if s.Within >= 0 {
		s.Chain = slices.Clone(r.Statements[s.Within].Chain)
	}
	if s.Source.Entity >= 0 && !slices.Contains(s.Chain, s.Source.Entity) {
		s.Chain = append(s.Chain, s.Source.Entity)
	}
	return nil
}

// local is the entity of the reading for a key, added when the text does not
// mention it.
func (b *builder) local(r *hearsay.Reading, key string) (int32, error) {
	k, ok := b.keys[key]
	if !ok {
		return -1, fmt.Errorf("no entity %s", key)
	}
	own := &b.owner[len(b.owner)-1]
	if i := slices.Index(*own, k); i >= 0 {
		return int32(i), nil
	}
	*own = append(*own, k)
	r.Entities = append(r.Entities, b.entities[k].Entity)
	return int32(len(r.Entities) - 1), nil
}
