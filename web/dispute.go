package web

// dispute sets two sides of a contradiction against each other.
type dispute struct {
	Kind    string // denial, number, date, account
	Reason  string // the kind in words
	Wording *cell
	Href    string // of the claim's row
	A, B    side
	Dated   []dated // when the text dates both sides: they may speak of different times
}

// side is who says so; the first are shown, the others unfold.
type side struct{ Shown, Folded []*spoken }

// shownSpoken is how many statements of a side stand open.
const shownSpoken = 4

func newSide(all []*spoken) side {
	cut := len(all)
	if cut > shownSpoken+1 {
		cut = shownSpoken
	}
	return side{all[:cut], all[cut:]}
}

// dated is a side's time of speaking.
type dated struct {
	Said string
	At   *cell
	Who  voice
}

var disputeReasons = map[string]string{
	"denial":  "one side denies what the other says",
	"number":  "the numbers differ",
	"date":    "the dates differ",
	"account": "the accounts cannot both hold",
}

func (x *index) disputes() []dispute {
	var out []dispute
	for _, c := range x.Contradictions {
		a, b := together(x.spokenAll(c.A)), together(x.spokenAll(c.B))
		d := dispute{Kind: c.Kind, Reason: disputeReasons[c.Kind], A: newSide(a), B: newSide(b), Href: x.claimHref[c.Claim]}
		if claim := x.Claim(c.Claim); claim != nil {
			w := x.cell(&claim.Wording)
			d.Wording = &w
		}
		if left, right := firstDated(a), firstDated(b); left != nil && right != nil && left.Said != right.Said {
			d.Dated = []dated{*left, *right}
		}
		if len(a)+len(b) > 0 {
			out = append(out, d)
		}
	}
	return out
}

func firstDated(side []*spoken) *dated {
	for _, s := range side {
		if s.Said != "" {
			return &dated{s.Said, s.SaidAt, s.Source()}
		}
	}
	return nil
}
