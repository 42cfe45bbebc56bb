// Package schema is the one JSON shape of a dossier: its Go types, its JSON
// Schema, the code points it counts in, and the proof that every cell holds.
//
// All faces are made from [Dossier] alone, so that what is shown on a page, in a
// terminal or by a server is what stands in the JSON.
package schema

// Version is the value of the member "hearsay". It changes when a reader of the
// JSON would have to change.
const Version = 1

// Dossier is what many accounts show together. Spans carry code points of an
// article's text and bytes of its input; see [Span].
type Dossier struct {
	Hearsay        int             `json:"hearsay"`
	Model          string          `json:"model"`
	Articles       []Article       `json:"articles"`
	Entities       []Entity        `json:"entities"`
	Statements     []Statement     `json:"statements"`
	Copies         []Copy          `json:"copies"`
	Stories        []Story         `json:"stories"`
	Claims         []Claim         `json:"claims"`
	Contradictions []Contradiction `json:"contradictions"`
	Quotes         []Quote         `json:"quotes"`
	Timeline       []Event         `json:"timeline"`
	Wording        []Wording       `json:"wording"`
	Doubts         []Doubt         `json:"doubts"`
}

// Span is a stretch of an article. Start and End are code points, half-open,
// into the article's text, or nil when the stretch is not part of it (a byline,
// a date in the page chrome). Raw are bytes of the input as it was read; of a
// record of a container (FILE#3), of that record alone.
type Span struct {
	Article string   `json:"article"`
	Start   *int     `json:"start"`
	End     *int     `json:"end"`
	Text    string   `json:"text"`
	Raw     [2]int32 `json:"raw"`
}

// Article is one account as published, cleaned.
type Article struct {
	ID         string   `json:"id"`
	Input      string   `json:"input"`
	SHA256     string   `json:"sha256"`
	Language   string   `json:"language"`
	Address    string   `json:"address,omitempty"`
	Outlet     *Outlet  `json:"outlet"`
	Headline   *Span    `json:"headline"`
	Standfirst *Span    `json:"standfirst"`
	Byline     *Span    `json:"byline"`
	Credits    []Credit `json:"credits"`
	Section    *Span    `json:"section,omitempty"`
	Published  *Date    `json:"published"`
	Modified   *Date    `json:"modified,omitempty"`
	Text       string   `json:"text"`
	Paragraphs []Span   `json:"paragraphs"`
	Chrome     []Chrome `json:"chrome"`
}

// Outlet is who publishes an article.
type Outlet struct {
	Name     string `json:"name"`
	Evidence []Span `json:"evidence"`
}

// Credit names an agency that supplied copy.
type Credit struct {
	Agency   string `json:"agency"`
	Evidence Span   `json:"evidence"`
}

// Date is a point or interval of time: ISO 8601, or EDTF where it is vague.
type Date struct {
	Value     string `json:"value"`
	Precision string `json:"precision"`
	Evidence  Span   `json:"evidence"`
}

// Chrome is a stretch of the input that is not part of the account.
type Chrome struct {
	Raw    [2]int32 `json:"raw"`
	Reason string   `json:"reason"`
}

// Entity is what mentions of one or more articles refer to.
type Entity struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Mentions []Span `json:"mentions"`
}

// Statement is one attribution.
type Statement struct {
	ID      string   `json:"id"`
	Article string   `json:"article"`
	Form    string   `json:"form"`
	Act     string   `json:"act"`
	Source  Source   `json:"source"`
	Cue     []Span   `json:"cue"`
	Content []Span   `json:"content"`
	Within  *string  `json:"within"`
	Chain   []string `json:"chain"`
	Time    *Date    `json:"time"`
}

// Source is who a statement is attributed to.
type Source struct {
	Entity *string `json:"entity"`
	Spans  []Span  `json:"spans"`
	Kind   string  `json:"kind"`
}

// Copy says that passages of one article are reproduced in another.
type Copy struct {
	A           string       `json:"a"`
	B           string       `json:"b"`
	Relation    string       `json:"relation"`
	Similarity  float64      `json:"similarity"`
	From        *string      `json:"from"`
	Reason      string       `json:"reason"`
	Differences []Difference `json:"differences"`
}

// Difference is what the two articles of a copy word differently; nil where one
// lacks it.
type Difference struct {
	A *Span `json:"a"`
	B *Span `json:"b"`
}

// Story is a set of articles about one event.
type Story struct {
	ID        string   `json:"id"`
	Articles  []string `json:"articles"`
	Storyline string   `json:"storyline"`
	Reasons   []Span   `json:"reasons"`
	Links     []Link   `json:"links"`
}

// Link is a sentence that sets a story beside an earlier event or a follow-up, or
// mentions an event of the background, which has no story.
type Link struct {
	Story    *string `json:"story"`
	Relation string  `json:"relation"`
	Sentence Span    `json:"sentence"`
}

// Claim is one checkable proposition, aligned over statements.
type Claim struct {
	ID        string     `json:"id"`
	Story     string     `json:"story"`
	Parent    *string    `json:"parent"`
	Wording   Span       `json:"wording"`
	Positions []Position `json:"positions"`
	Origins   Origins    `json:"origins"`
	Present   []string   `json:"present"`
	Absent    []Absence  `json:"absent"`
}

// Position is the stance of one statement.
type Position struct {
	Statement string `json:"statement"`
	Stance    string `json:"stance"`
}

// Origins bounds the number of independent roots of a claim.
type Origins struct {
	Lower int      `json:"lower"`
	Upper int      `json:"upper"`
	Items []Origin `json:"items"`
}

// Origin is one root of information.
type Origin struct {
	Entity   *string  `json:"entity"`
	Through  []string `json:"through"`
	Articles []string `json:"articles"`
	Reason   string   `json:"reason"`
	Evidence []Span   `json:"evidence"`
}

// Absence says that an article lacks a claim. CouldHaveKnown is nil when the
// dates do not tell.
type Absence struct {
	Article        string `json:"article"`
	CouldHaveKnown *bool  `json:"could_have_known"`
}

// Contradiction sets statements against statements.
type Contradiction struct {
	Claim string   `json:"claim"`
	Kind  string   `json:"kind"`
	A     []string `json:"a"`
	B     []string `json:"b"`
}

// Quote is one utterance as several statements render it.
type Quote struct {
	Speaker    *string  `json:"speaker"`
	Relation   string   `json:"relation"`
	Renderings []string `json:"renderings"`
}

// Event is a dated point of the timeline; Date is nil when the expression
// cannot be resolved.
type Event struct {
	Date       *string  `json:"date"`
	Precision  string   `json:"precision"`
	Evidence   Span     `json:"evidence"`
	Claims     []string `json:"claims"`
	Statements []string `json:"statements"`
}

// Wording collects the labels that accounts use for one referent.
type Wording struct {
	Referent string  `json:"referent"`
	Labels   []Label `json:"labels"`
}

// Label is one expression with all its places.
type Label struct {
	Text  string `json:"text"`
	Voice string `json:"voice"`
	Spans []Span `json:"spans"`
}

// Doubt is something that could not be decided.
type Doubt struct {
	Kind    string `json:"kind"`
	Article string `json:"article"`
	Span    *Span  `json:"span"`
	Note    string `json:"note"`
}

// Reading is one article read alone: a line of the jsonl format.
type Reading struct {
	Hearsay    int         `json:"hearsay"`
	Model      string      `json:"model"`
	Article    Article     `json:"article"`
	Entities   []Entity    `json:"entities"`
	Statements []Statement `json:"statements"`
	Doubts     []Doubt     `json:"doubts"`
}
