package hearsay

// Dossier is what many readings show together. Indexes named Article point into
// Readings, indexes named Entity into Referents.
type Dossier struct {
	Readings       []*Reading // input order
	Referents      []Referent
	Copies         []Copy
	Stories        []Story
	Claims         []Claim
	Contradictions []Contradiction
	Renderings     []Rendering
	Timeline       []Event
	Wording        []Wording
	Doubts         []Doubt
}

// Referent is one entity over all readings.
type Referent struct {
	Name    string
	Kind    EntityKind
	Members []Ref // entities of the readings, in order
}

// CopyRelation is how two articles share text.
type CopyRelation uint8

const (
	CopyExact   CopyRelation = iota // "copy"
	CopyNear                        // "near-copy"
	CopyPartial                     // "partial"
	CopyRewrite                     // "rewrite"
)

var copyNames = [...]string{"copy", "near-copy", "partial", "rewrite"}

func (r CopyRelation) String() string { return copyNames[r] }

// Copy says that passages of article A are reproduced in article B.
type Copy struct {
	A, B        int32 // A before B in input order
	Relation    CopyRelation
	Similarity  float64 // Jaccard of word 5-grams of the bodies
	Containment float64 // of the smaller in the larger
	From        int32   // A or B when the direction is known, else -1
	Reason      string  // why From, or why undecided
	Shared      []Shared
	Differences []Difference
}

// Shared is one run of words that both articles have.
type Shared struct{ A, B Span }

// Difference is a stretch of one article that the other words differently or
// lacks (empty span).
type Difference struct{ A, B Span }

// Story is a set of articles about one event; stories of one storyline continue
// or precede one another.
type Story struct {
	Articles  []int32
	Storyline int32
	Reasons   []Place // the names, numbers, dates and sentences that decided
	Links     []Link
}

// LinkRelation is what another event is to a story.
type LinkRelation uint8

const (
	LinkEarlier    LinkRelation = iota // "earlier": an event before it in the storyline
	LinkFollowUp                       // "follow-up": an event after it in the storyline
	LinkBackground                     // "background": a past event that is mentioned, of which there is no account
)

var linkNames = [...]string{"earlier", "follow-up", "background"}

func (r LinkRelation) String() string { return linkNames[r] }

// Link is a sentence that sets a story beside another event.
type Link struct {
	Story    int32 // -1 for a background event
	Relation LinkRelation
	Sentence Place
}

// Stance is how a statement bears on a claim.
type Stance uint8

const (
	StanceAsserts Stance = iota
	StanceDenies
	StanceConfirms
	StanceQuestions
	StanceDeclines
	StanceRelays
)

var stanceNames = [...]string{"asserts", "denies", "confirms", "questions", "declines", "relays"}

func (s Stance) String() string { return stanceNames[s] }

// Claim is one checkable proposition, aligned over statements.
type Claim struct {
	Story     int32
	Wording   Place // the clearest verbatim clause
	Parent    int32 // the claim of which it is a part; -1 for none
	Positions []Position
	Origins   Origins
	Present   []int32 // articles that carry it
	Absent    []Absence
}

// Position is the stance of one statement.
type Position struct {
	Statement Ref
	Stance    Stance
}

// Absence says that an article of the story lacks a claim.
type Absence struct {
	Article        int32
	CouldKnow      bool // published after the claim was out elsewhere
	CouldKnowKnown bool // whether CouldKnow could be decided
}

// Origins bounds the number of independent roots of a claim.
type Origins struct {
	Lower, Upper int
	Items        []Origin
}

// Origin is one root of information.
type Origin struct {
	Entity   int32   // into Referents; -1 when the root is an outlet's own reporting or unknown
	Through  []int32 // referents it was relayed by, outermost first
	Articles []int32
	Reason   string  // why it is, or may be, a root of its own
	Evidence []Place // what the reason rests on
}

// ContradictionKind is what two sides disagree by.
type ContradictionKind uint8

const (
	ByDenial ContradictionKind = iota
	ByNumber
	ByDate
	ByAccount
)

var contradictionNames = [...]string{"denial", "number", "date", "account"}

func (k ContradictionKind) String() string { return contradictionNames[k] }

// Contradiction sets statements against statements about one claim.
type Contradiction struct {
	Claim int32
	Kind  ContradictionKind
	A, B  []Ref // statements
}

// RenderingRelation is how renderings of one utterance differ.
type RenderingRelation uint8

const (
	RenderedIdentical RenderingRelation = iota
	RenderedAltered
	RenderedTranslated
	RenderedIndirect
)

var renderingNames = [...]string{"identical", "altered", "translated", "indirect"}

func (r RenderingRelation) String() string { return renderingNames[r] }

// Rendering is one utterance as several statements give it.
type Rendering struct {
	Speaker    int32 // into Referents; -1 unknown
	Relation   RenderingRelation
	Statements []Ref
}

// Event is a dated point of the timeline.
type Event struct {
	Date       string // EDTF; empty when the expression cannot be resolved
	Precision  Precision
	Evidence   Place
	Claims     []int32
	Statements []Ref
}

// Voice tells an outlet's own words from those it quotes.
type Voice uint8

const (
	VoiceOwn Voice = iota
	VoiceQuoted
)

var voiceNames = [...]string{"own", "quoted"}

func (v Voice) String() string { return voiceNames[v] }

// Wording collects the labels for one referent.
type Wording struct {
	Referent string // the commonest label, verbatim
	Labels   []Label
}

// Label is one expression with all its places.
type Label struct {
	Text   string
	Voice  Voice
	Places []Place
}
