package web

import (
	"strconv"
	"strings"
	"unicode"

	"hearsay/schema"
)

// head is the first section: what the story is called, when it was told, and
// the figures.
type head struct {
	Title    *cell // nil when no account has a headline
	Account  *account
	Label    string // instead of Title
	Dates    string
	Undated  int
	Figures  []figure
	Disputed bool
}

// figure is one number with the section that it is taken from.
type figure struct {
	Number, Label, Href string
}

func (x *index) head(p *page) head {
	h := head{Label: plural(len(x.accounts), "account", "accounts"), Dates: x.reportedSpan()}
	for _, a := range x.accounts {
		if a.Published == nil {
			h.Undated++
		}
	}
	if a := x.clearestHeadline(); a != nil {
		c := x.cell(a.Headline)
		h.Title, h.Account = &c, a
	}
	h.Figures = x.figures(p)
	return h
}

// clearestHeadline is the one that shares most words with the most told claim
// and with the other headlines, a text counting once however many accounts
// reproduce it; of equals the shorter, then the first.
func (x *index) clearestHeadline() *account {
	var best *account
	bestShared := -1.0
	for _, a := range x.accounts {
		if a.Headline == nil || strings.TrimSpace(a.Headline.Text) == "" {
			continue
		}
		shared := x.sharedWords(a)
		if best == nil || shared > bestShared || shared == bestShared && len(a.Headline.Text) < len(best.Headline.Text) {
			best, bestShared = a, shared
		}
	}
	return best
}

func (x *index) sharedWords(a *account) float64 {
	mine := wordSet(a.Headline.Text)
	sum := 0.0
	if c := x.mostTold(); c != nil {
		sum = jaccard(mine, wordSet(c.Wording.Text))
	}
	for _, t := range x.texts {
		b := t.Accounts[0]
		if a.Text == t.Number-1 || b.Headline == nil {
			continue
		}
		sum += jaccard(mine, wordSet(b.Headline.Text))
	}
	return sum
}

func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(max(len(a)+len(b)-both, 1))
}

// wordSet is the words of four letters or more, lower-cased.
func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len([]rune(w)) >= 4 {
			set[w] = true
		}
	}
	return set
}

func (x *index) figures(p *page) []figure {
	out := []figure{
		number(len(x.accounts), "account", "accounts", "#accounts"),
		number(len(x.texts), "text", "texts", "#accounts"),
	}
	if len(x.dossier.Stories) > 1 {
		out = append(out, number(len(x.dossier.Stories), "story", "stories", "#said"))
	}
	out = append(out, number(len(x.dossier.Claims), "claim", "claims", "#said"))
	if c := x.mostTold(); c != nil {
		n, label := originRange(c.Origins)
		out = append(out, figure{n, label + " behind the most told claim", x.claimHref[c.ID]})
	}
	switch n := x.disputingVoices(); n {
	case 0:
		out = append(out, figure{"0", "voices dispute a claim", "#disputes"})
	case 1:
		out = append(out, figure{"1", "voice disputes a claim", "#disputes"})
	default:
		out = append(out, figure{strconv.Itoa(n), "voices dispute a claim", "#disputes"})
	}
	return append(out, number(p.DoubtCount, "doubt", "doubts", "#doubts"))
}

func number(n int, one, many, href string) figure {
	if n == 1 {
		return figure{"1", one, href}
	}
	return figure{strconv.Itoa(n), many, href}
}

// mostTold is the claim that most texts carry; of equals the first.
func (x *index) mostTold() *schema.Claim {
	var best *schema.Claim
	most := 0
	for i := range x.dossier.Claims {
		c := &x.dossier.Claims[i]
		if n := x.textsOf(c); n > most && c.Origins.Upper > 0 {
			best, most = c, n
		}
	}
	return best
}

// textsOf is how many texts carry the claim.
func (x *index) textsOf(c *schema.Claim) int {
	seen := map[int]bool{}
	for _, id := range c.Present {
		if a := x.account[id]; a != nil {
			seen[a.Text] = true
		}
	}
	return len(seen)
}

// disputingVoices counts who denies or questions a claim: an entity once, a
// source that is not resolved once for each statement.
func (x *index) disputingVoices() int {
	seen := map[string]bool{}
	for _, c := range x.dossier.Claims {
		for _, p := range c.Positions {
			s := x.statement[p.Statement]
			if s == nil || p.Stance != "denies" && p.Stance != "questions" {
				continue
			}
			if s.Source.Entity != nil {
				seen[*s.Source.Entity] = true
			} else {
				seen["statement "+s.ID] = true
			}
		}
	}
	return len(seen)
}

// originRange is "1", "origin" or "1–2", "origins": a range is printed where
// the links do not decide.
func originRange(o schema.Origins) (string, string) {
	if o.Lower == o.Upper {
		if o.Upper == 1 {
			return "1", "origin"
		}
		return strconv.Itoa(o.Upper), "origins"
	}
	return strconv.Itoa(o.Lower) + "–" + strconv.Itoa(o.Upper), "origins"
}

// reportedSpan is the first and last date of publication.
func (x *index) reportedSpan() string {
	var first, last *interval
	var from, to string
	for _, a := range x.accounts {
		if a.Published == nil {
			continue
		}
		v, ok := parseEDTF(a.Published.Value)
		if !ok {
			continue
		}
		if first == nil || v.From.Before(first.From) {
			first, from = &v, readableDay(a.Published.Value)
		}
		if last == nil || last.To.Before(v.To) {
			last, to = &v, readableDay(a.Published.Value)
		}
	}
	if from == to {
		return from
	}
	return from + " – " + to
}
