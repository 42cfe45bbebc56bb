package report

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// speakers tells whose words statements are.
type speakers struct {
	d         *hearsay.Dossier
	referents map[hearsay.Ref]int32
}

func newSpeakers(d *hearsay.Dossier) speakers {
	s := speakers{d, map[hearsay.Ref]int32{}}
	for i := range d.Referents {
		for _, m := range d.Referents[i].Members {
			s.referents[m] = int32(i)
		}
	}
	return s
}

// of is the referent of a statement's voice; -1 when it is not known.
func (s speakers) of(ref hearsay.Ref) int32 {
	e := s.voice(ref)
	if i, ok := s.referents[hearsay.Ref{Article: ref.Article, Index: e}]; ok && e >= 0 {
		return i
	}
	return -1
}

// voice is the entity whose words a statement gives: its source or, where that is
// not named, the innermost voice that it came through; -1 for none.
func (s speakers) voice(ref hearsay.Ref) int32 {
	list := s.d.Readings[ref.Article].Statements
	for range 4 {
		t := &list[ref.Index]
		switch {
		case t.Source.Entity >= 0:
			return t.Source.Entity
		case len(t.Chain) > 0:
			return t.Chain[len(t.Chain)-1]
		case t.Within < 0:
			return -1
		}
		ref.Index = t.Within
	}
	return -1
}

// agree reports whether two statements can have one speaker: the same referent,
// or unnamed voices that reach both articles through one medium.
func (s speakers) agree(a, b hearsay.Ref) bool {
	p, q := s.of(a), s.of(b)
	if p >= 0 && p == q {
		return true
	}
	e, f := s.entity(a), s.entity(b)
	if e == nil || f == nil {
		return e == nil && f == nil
	}
	if !anonymous(e) || !anonymous(f) || e.Nation != "" && f.Nation != "" && e.Nation != f.Nation {
		return false
	}
	return slices.ContainsFunc(s.media(a), func(m string) bool { return slices.Contains(s.media(b), m) })
}

func anonymous(e *hearsay.Entity) bool {
	return e.Kind == hearsay.KindUnnamed || e.Kind == hearsay.KindGroup || e.Kind == hearsay.KindRole
}

func (s speakers) entity(ref hearsay.Ref) *hearsay.Entity {
	r := s.d.Readings[ref.Article]
	if e := s.voice(ref); e >= 0 {
		return &r.Entities[e]
	}
	return nil
}

// named reports whether a statement calls its speaker by name.
func (s speakers) named(ref hearsay.Ref) bool {
	r := s.d.Readings[ref.Article]
	source := &r.Statements[ref.Index].Source
	return slices.ContainsFunc(r.Mentions, func(m hearsay.Mention) bool {
		return m.Form == hearsay.MentionName && m.Entity >= 0 && m.Entity == source.Entity && slices.ContainsFunc(source.Spans, m.Overlaps)
	})
}

// media names the media between an article and a speaker, or the one that the
// article credits.
func (s speakers) media(ref hearsay.Ref) []string {
	r := s.d.Readings[ref.Article]
	var names []string
	for _, e := range r.Statements[ref.Index].Chain {
		if i, ok := s.referents[hearsay.Ref{Article: ref.Article, Index: e}]; ok && s.d.Referents[i].Kind == hearsay.KindMedia {
			names = append(names, s.d.Referents[i].Name)
		}
	}
	for _, c := range r.Article.Credits {
		names = append(names, c.Agency)
	}
	if len(names) == 0 {
		for i := range r.Entities {
			if r.Entities[i].Kind == hearsay.KindMedia && len(r.Entities[i].Mentions) > 1 {
				names = append(names, r.Entities[i].Name)
			}
		}
	}
	return names
}

// foreign reports whether what a speaker said is likely to have been translated:
// the accounts give him a nation whose people do not speak English.
func (s speakers) foreign(refs ...hearsay.Ref) bool {
	for _, ref := range refs {
		e := s.entity(ref)
		if e == nil {
			continue
		}
		nation := e.Nation
		for _, role := range e.Roles {
			for w := range strings.FieldsSeq(role) {
				if code, ok := en.Adjectives().Get(w); ok && nation == "" {
					nation = code
				}
			}
		}
		if nation != "" && !en.Anglophone(nation) {
			return true
		}
	}
	return false
}
