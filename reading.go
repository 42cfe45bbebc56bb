package hearsay

// Reading is everything that was found in one article alone. Each stage fills
// its own fields; none is rewritten later.
type Reading struct {
	Article    *Article
	Model      string // name of the language model that read it
	Tokens     []Token
	Sentences  []Sentence
	Quotations []Quotation
	Times      []Time
	Mentions   []Mention
	Entities   []Entity
	Statements []Statement
	Doubts     []Doubt
}

// Token is a word or mark. Tag, Dep and Head follow Universal Dependencies
// (Penn tags as XPOS).
type Token struct {
	Span
	Head int32 // index into Reading.Tokens of the head; -1 for a root or an unparsed token
	Tag  Tag
	Dep  Dep
}

// Sentence is a view of a reading's tokens.
type Sentence struct {
	Span
	First, Last int32 // half-open range of Reading.Tokens
	Block       int32 // index into Article.Blocks; a sentence never crosses a block
	Parsed      bool  // Head and Dep of its tokens are set
}

// Quotation is a stretch between quotation marks within one block. A quotation
// that goes on in the next block is one Quotation a block, chained by Continues.
type Quotation struct {
	Span           // without the marks
	Outer     Span // with the marks that are there
	Depth     uint8
	Opened    bool // has its own opening mark
	Closed    bool // has its own closing mark
	Continues bool // carries on the quotation before it
}

// Time is an expression of time with the interval that it means.
type Time struct {
	Span
	Value     string // ISO 8601 or EDTF; empty when it cannot be resolved
	Precision Precision
}

// MentionForm tells a name from a description from a pronoun.
type MentionForm uint8

const (
	MentionName MentionForm = iota
	MentionNominal
	MentionPronoun
)

// Mention is an expression that refers to an entity.
type Mention struct {
	Span         // the whole noun phrase with its titles: "Kremlin spokesman Dmitry Peskov"
	Head   int32 // index into Reading.Tokens of its head word
	Form   MentionForm
	Entity int32 // index into Reading.Entities; -1 when unresolved
}

// EntityKind is what a mention refers to.
type EntityKind uint8

const (
	KindPerson EntityKind = iota
	KindRole
	KindOrganisation
	KindPlace
	KindGroup
	KindUnnamed
	KindMedia
	KindDocument
)

var entityKindNames = [...]string{"person", "role", "organisation", "place", "group", "unnamed", "media", "document"}

func (k EntityKind) String() string { return entityKindNames[k] }

// Entity is what some mentions of one article refer to.
type Entity struct {
	Name     string // clearest verbatim mention without titles: "Dmitry Peskov"
	Kind     EntityKind
	Mentions []int32  // into Reading.Mentions, in order of the text
	Roles    []string // lower-cased titles and descriptions: "kremlin spokesman"
	Nation   string   // ISO 3166-1 alpha-2 where the text tells: "RU" for "three Russian sources"
	Number   int16    // how many: 1, 3 for "three sources", 0 unknown
	Plural   bool
	Suits    [3]float32 // a name: how well the text suits a person's, an organisation's, a place's; only to be compared
}

// Form is how a statement is rendered.
type Form uint8

const (
	Indirect Form = iota
	Direct
	Mixed
)

var formNames = [...]string{"indirect", "direct", "mixed"}

func (f Form) String() string { return formNames[f] }

// Act is what a speaker does by a statement.
type Act uint8

const (
	ActAssert Act = iota
	ActDeny
	ActConfirm
	ActQuestion
	ActDemand
	ActWarn
	ActPromise
	ActDecline
	ActBelieve
)

var actNames = [...]string{"assert", "deny", "confirm", "question", "demand", "warn", "promise", "decline", "believe"}

func (a Act) String() string { return actNames[a] }

// ParseAct is the inverse of String.
func ParseAct(s string) (Act, bool) {
	for i, n := range actNames {
		if n == s {
			return Act(i), true
		}
	}
	return 0, false
}

// SourceKind is the kind of a statement's source.
type SourceKind uint8

const (
	SourceUnknown SourceKind = iota
	SourcePerson
	SourceRole
	SourceOrganisation
	SourceUnnamed
	SourceMedia
	SourceDocument
)

var sourceKindNames = [...]string{"unknown", "person", "role", "organisation", "unnamed", "media", "document"}

func (k SourceKind) String() string { return sourceKindNames[k] }

// Source is who a statement is attributed to.
type Source struct {
	Spans  []Span // empty when the source is only carried over or missing
	Entity int32  // index into Reading.Entities; -1 when unresolved or the outlet itself
	Kind   SourceKind
}

// Statement is one attribution: according to Source, Content.
type Statement struct {
	Source  Source
	Cue     []Span
	Content []Span // none crosses a block
	Form    Form
	Act     Act
	Within  int32   // the statement whose content holds or relays this one; -1 for none
	Chain   []int32 // entities, outermost voice to source, the outlet left out
	Carried int32   // the statement whose attribution it carries on; -1 for none
	Target  int32   // the statement that a denial, confirmation or answer is aimed at; -1 for none
	Time    int32   // index into Reading.Times of when it was said; -1 for none
	Lemma   string  // of the cue's head word: "deny"; empty without a verbal or nominal cue
	Hedged  bool    // "allegedly", "reportedly", or a cue that keeps its distance
}

// Anchor is where the statement stands in the text, for ordering.
func (s *Statement) Anchor() Span {
	all := make([]Span, 0, 4)
	all = append(append(append(all, s.Source.Spans...), s.Cue...), s.Content...)
	return Cover(all)
}

// DoubtKind is what could not be decided.
type DoubtKind uint8

const (
	DoubtNoHeadline DoubtKind = iota
	DoubtNoDate
	DoubtNoOutlet
	DoubtNoSource     // a statement or quotation without a source
	DoubtUnresolved   // a mention that could be several entities
	DoubtLanguage     // a text in a language that cannot be read
	DoubtCleaning     // a line that could be chrome or text; votes that disagree
	DoubtTime         // an expression of time that cannot be resolved
	DoubtStance       // a denial whose target is not found
	DoubtOrigin       // sources that may or may not be the same
	DoubtAlignment    // statements that may or may not say the same
	DoubtDisagreement // two pieces of evidence contradict one another
)

var doubtNames = [...]string{"no headline", "no date", "no outlet", "no source", "unresolved mention", "unread language",
	"cleaning", "unresolved time", "denial without target", "origin", "alignment", "conflicting evidence"}

func (k DoubtKind) String() string { return doubtNames[k] }

// Doubt is something that could not be decided, with its place.
type Doubt struct {
	Kind     DoubtKind
	Article  int32     // index into Dossier.Readings; set by pipeline.Compare
	Evidence *Evidence // nil when the doubt is about the article as a whole
	Note     string    // one plain sentence
}
