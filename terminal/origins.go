package terminal

import (
	"slices"
	"strings"

	"hearsay/schema"
)

// root is an origin with all that rests on it.
type root struct {
	schema.Origin
	claims int
	flow   string // "two officials → Press Agency"
}

// origins prints where it comes from: each root, the agencies that it came
// through, the accounts that it reached.
func (p *printer) origins() {
	roots := p.roots()
	if len(roots) == 0 {
		return
	}
	p.section("WHERE IT COMES FROM", count(len(roots), "root"))
	n := p.few(len(roots), 5)
	for _, r := range roots[:n] {
		p.line(2, 4, run{r.flow, voice}, note(" → "+p.refs(r.Articles)+" · "+count(r.claims, "claim")))
		if r.Reason != "" {
			p.line(4, 4, note(r.Reason))
		}
	}
	p.more(len(roots)-n, "root")
}

// roots gathers the origins of all claims, those that carry most in front.
func (p *printer) roots() []root {
	var out []root
	for _, c := range p.Claims {
		for _, o := range c.Origins.Items {
			flow := p.flow(o)
			at := slices.IndexFunc(out, func(r root) bool { return r.flow == flow })
			if at < 0 {
				out = append(out, root{Origin: o, flow: flow})
				at = len(out) - 1
			}
			out[at].claims++
			for _, a := range o.Articles {
				if !slices.Contains(out[at].Articles, a) {
					out[at].Articles = append(slices.Clip(out[at].Articles), a)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b root) int { return b.claims - a.claims })
	return out
}

// flow is the way from the root to the accounts; an agency whose own text is
// not among them is marked as such.
func (p *printer) flow(o schema.Origin) string {
	var steps []string
	switch {
	case o.Entity != nil:
		steps = append(steps, p.Name(*o.Entity))
	case len(o.Articles) == 1:
		steps = append(steps, p.Label(o.Articles[0])+" itself")
	default:
		steps = append(steps, "root unknown")
	}
	for _, t := range slices.Backward(o.Through) {
		steps = append(steps, p.Name(t)+p.ghost(t))
	}
	return strings.Join(steps, " → ")
}

func (p *printer) ghost(entity string) string {
	e := p.Entity(entity)
	if e == nil || e.Kind != "media" {
		return ""
	}
	for i := range p.Articles {
		if strings.EqualFold(p.labelOf(i), e.Name) {
			return ""
		}
	}
	return " (its text is not in your set)"
}
