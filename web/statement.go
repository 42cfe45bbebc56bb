package web

import (
	"slices"
	"strings"

	"hearsay/schema"
)

// voice is one link of a chain. Cell is where its name stands; without it the
// name is hearsay's own label.
type voice struct {
	Label string
	Cell  *cell
}

// spoken is one statement, ready to be shown.
type spoken struct {
	Anchor  string
	Account *account
	Chain   []voice // outermost first, the outlet left out, the source last
	Form    string
	Act     sign
	Stance  *sign // towards the claim it is shown under
	Cue     []cell
	Content []cell
	Said    string // when, if the text says
	SaidAt  *cell
	Where   string
	Also    []*spoken // that have the same source say the same words, elsewhere
}

// Source is the last voice of the chain.
func (s *spoken) Source() voice { return s.Chain[len(s.Chain)-1] }

// sign is a word that always stands with its sign, so that colour is never
// alone in telling.
type sign struct{ Mark, Word, Class string }

var stances = map[string]sign{
	"asserts":   {"●", "asserts", "asserts"},
	"denies":    {"✕", "denies", "denies"},
	"confirms":  {"◉", "confirms", "confirms"},
	"questions": {"?", "questions", "questions"},
	"declines":  {"–", "declines", "declines"},
	"relays":    {"○", "relays", "relays"},
}

var acts = map[string]sign{
	"assert":   {"●", "asserts", "asserts"},
	"deny":     {"✕", "denies", "denies"},
	"confirm":  {"◉", "confirms", "confirms"},
	"question": {"?", "questions", "questions"},
	"decline":  {"–", "declines", "declines"},
	"demand":   {"!", "demands", "demands"},
	"warn":     {"⚠", "warns", "warns"},
	"promise":  {"→", "promises", "promises"},
	"believe":  {"≈", "believes", "believes"},
}

func signOf(all map[string]sign, word string) sign {
	if s, ok := all[word]; ok {
		return s
	}
	return sign{"·", word, "other"}
}

// spoken finds the statement; nil when the dossier has none of that id or its
// account is missing.
func (x *index) spoken(id, stance string) *spoken {
	s := x.Statement(id)
	if s == nil || x.account[s.Article] == nil {
		return nil
	}
	a := x.account[s.Article]
	out := &spoken{Anchor: x.statementAnchor(s), Account: a, Chain: x.chain(s), Form: s.Form, Act: signOf(acts, s.Act),
		Cue: x.cells(s.Cue), Content: x.cells(s.Content)}
	if stance != "" {
		g := signOf(stances, stance)
		out.Stance = &g
	}
	if s.Time != nil {
		c := x.cell(&s.Time.Evidence)
		out.Said, out.SaidAt = schema.ReadableDate(s.Time.Value), &c
	}
	if first := firstSpan(s); first != nil && first.Start != nil {
		out.Where = a.blockName(*first.Start)
	}
	return out
}

func (x *index) spokenAll(ids []string) []*spoken {
	var out []*spoken
	for _, id := range ids {
		if s := x.spoken(id, ""); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// together keeps of statements in which one voice says the same words the
// first, with the others beside it, so that copies are not read as more voices.
func together(all []*spoken) []*spoken {
	var out []*spoken
	first := map[string]*spoken{}
	for _, s := range all {
		key := s.Source().Label + "\x00" + s.Act.Word + "\x00" + s.stanceWord() + "\x00" + bareText(s.Content)
		if f := first[key]; f != nil && len(s.Content) > 0 {
			f.Also = append(f.Also, s)
			continue
		}
		first[key] = s
		out = append(out, s)
	}
	return out
}

func (s *spoken) stanceWord() string {
	if s.Stance == nil {
		return ""
	}
	return s.Stance.Word
}

// bareText is the words of the content without marks and case.
func bareText(content []cell) string {
	all := words(contentText(content))
	for i, w := range all {
		all[i] = bareWord(w)
	}
	return strings.Join(all, " ")
}

// statementAnchor is "s12": statements keep their ids as permanent links.
func (x *index) statementAnchor(s *schema.Statement) string {
	if simpleID.MatchString(s.ID) && s.ID[0] == 's' {
		return s.ID
	}
	return anchor('s', s.ID, slices.IndexFunc(x.Statements, func(t schema.Statement) bool { return t.ID == s.ID }))
}

// firstSpan is where a statement's words begin: its content, or else its cue or
// source.
func firstSpan(s *schema.Statement) *schema.Span {
	for _, spans := range [][]schema.Span{s.Content, s.Cue, s.Source.Spans} {
		if len(spans) > 0 {
			return &spans[0]
		}
	}
	return nil
}

// chain names the voices of a statement. A source without an entity is named by
// the words that stand for it.
func (x *index) chain(s *schema.Statement) []voice {
	var out []voice
	for _, id := range x.Chain(s) {
		if e := x.Entity(id); e != nil {
			out = append(out, x.voice(e, s.Article))
		}
	}
	if s.Source.Entity != nil && len(out) == 0 {
		if e := x.Entity(*s.Source.Entity); e != nil {
			return append(out, x.voice(e, s.Article))
		}
	}
	if s.Source.Entity == nil && len(s.Source.Spans) > 0 {
		c := x.cell(&s.Source.Spans[0])
		return append(out, voice{c.Text, &c})
	}
	switch {
	case len(out) > 0:
	case x.Narrates(s):
		out = append(out, voice{Label: x.Label(s.Article)})
	default:
		out = append(out, voice{Label: "source not named"})
	}
	return out
}

// voice is an entity as the account names it, or else as another does.
func (x *index) voice(e *schema.Entity, article string) voice {
	key := article + " " + e.ID
	c, known := x.names[key]
	if !known {
		if s := nameSpan(e, article); s != nil {
			c = x.cell(s)
		}
		x.names[key] = c
	}
	if c.Href == "" || c.Broken {
		return voice{Label: e.Name}
	}
	return voice{e.Name, &c}
}

// nameSpan is the stretch of a mention that is the entity's name; nil when no
// mention holds the name.
func nameSpan(e *schema.Entity, article string) *schema.Span {
	var elsewhere *schema.Span
	for i := range e.Mentions {
		m := &e.Mentions[i]
		at := strings.Index(m.Text, e.Name)
		if at < 0 || e.Name == "" || m.Start == nil {
			continue
		}
		if m.Article != article && elsewhere != nil {
			continue
		}
		start := *m.Start + len([]rune(m.Text[:at]))
		end := start + len([]rune(e.Name))
		s := &schema.Span{Article: m.Article, Start: &start, End: &end, Text: e.Name}
		if m.Article == article {
			return s
		}
		elsewhere = s
	}
	return elsewhere
}
