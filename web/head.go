package web

import (
	"strconv"

	"hearsay/schema"
)

// head is the first section: what the story is called, when it was told, and
// the figures.
type head struct {
	Title   *cell // nil when no account has a headline
	Account *account
	Label   string // instead of Title
	Dates   string
	Undated int
	Figures []figure
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
	if s := x.Headline(); s != nil && x.account[s.Article] != nil {
		c := x.cell(s)
		h.Title, h.Account = &c, x.account[s.Article]
	}
	h.Figures = x.figures(p)
	return h
}

func (x *index) figures(p *page) []figure {
	out := []figure{
		number(len(x.accounts), "account", "accounts", "#accounts"),
		number(len(x.texts), "text", "texts", "#accounts"),
	}
	if len(x.Stories) > 1 {
		out = append(out, number(len(x.Stories), "story", "stories", "#said"))
	}
	out = append(out, number(len(x.Claims), "claim", "claims", "#said"))
	if c := x.MostTold(); c != nil {
		n, label := originRange(c.Origins)
		out = append(out, figure{n, label + " behind the most told claim", x.claimHref[c.ID]})
	}
	switch n := x.Disputers(); n {
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
			first, from = &v, schema.ReadableDay(a.Published.Value)
		}
		if last == nil || last.To.Before(v.To) {
			last, to = &v, schema.ReadableDay(a.Published.Value)
		}
	}
	if from == to {
		return from
	}
	return from + " – " + to
}
