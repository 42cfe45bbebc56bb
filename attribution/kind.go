package attribution

import (
	"hearsay"
)

// kindOf is the kind of a source: its entity's where it is known, else by the
// noun that heads it.
func (v *view) kindOf(f *found, entity int32) hearsay.SourceKind {
	if entity >= 0 {
		switch v.r.Entities[entity].Kind {
		case hearsay.KindPerson:
			return hearsay.SourcePerson
		case hearsay.KindRole:
			return hearsay.SourceRole
		case hearsay.KindOrganisation, hearsay.KindPlace:
			return hearsay.SourceOrganisation
		case hearsay.KindGroup, hearsay.KindUnnamed:
			return hearsay.SourceUnnamed
		case hearsay.KindMedia:
			return hearsay.SourceMedia
		case hearsay.KindDocument:
			return hearsay.SourceDocument
		}
	}
	if f.speaker < 0 || len(f.source) == 0 {
		return hearsay.SourceUnknown
	}
	w := v.word[f.speaker]
	switch {
	case documents[w]:
		return hearsay.SourceDocument
	case anonymous[w]:
		return hearsay.SourceUnnamed
	case media[w]:
		return hearsay.SourceMedia
	case offices[w]:
		return hearsay.SourceRole
	case bodies[w]:
		return hearsay.SourceOrganisation
	}
	return hearsay.SourceUnknown
}

var (
	anonymous = wordSet(`source sources official officials insider insiders witness witnesses expert experts analyst analysts resident residents people
		critics supporters activists neighbours neighbors diplomats diplomat interlocutors interlocutor aide aides person many some others`)
	media   = wordSet(`agency newspaper outlet magazine broadcaster network media press publication website channel daily`)
	offices = wordSet(`spokesman spokeswoman spokesperson minister president mayor governor chairman chairwoman secretary director chief head leader judge
		prosecutor lawyer attorney coach captain doctor professor ambassador senator commissioner officer manager sheriff`)
	bodies = wordSet(`ministry government company court party union club council parliament commission police army military department university
		hospital bank committee association board administration office`)
)

// unattributed are the quotations of a sentence's length that no statement holds.
func (v *view) unattributed() (out []hearsay.Span) {
	for _, q := range v.sentenceLong() {
		if !v.held(q) {
			out = append(out, q)
		}
	}
	return out
}

// sentenceLong are the outermost quotations of the body that are a sentence or
// more.
func (v *view) sentenceLong() (out []hearsay.Span) {
	s := speech{view: v}
	for q, quotation := range v.r.Quotations {
		if quotation.Depth == 0 && v.quoted[q].len() >= 5 && s.whole(q) && s.ends(v.quoted[q]) && v.r.Article.Blocks[v.block(v.quoted[q].from)].Role.Body() {
			out = append(out, quotation.Outer)
		}
	}
	return out
}

func (v *view) held(q hearsay.Span) bool {
	for i := range v.r.Statements {
		if overlapsAny(v.r.Statements[i].Content, q) {
			return true
		}
	}
	return false
}
