package claims

import (
	"slices"

	"hearsay"
)

// toll is a number of people to whom something befell, or an age, as a claim gives it.
type toll struct {
	measure
	claim int32
	count
}

// tolls finds the numbers of people, and the ages, that different claims of a story give for one
// thing and that no value fits: what else they say differs, so that words alone did
// not make them one claim.
func (v voices) tolls() []hearsay.Contradiction {
	var out []hearsay.Contradiction
	for s := range v.d.Stories {
		all := v.counted(int32(s))
		var done []string
		for i := range all {
			if slices.Contains(done, all[i].of) {
				continue
			}
			if x, ok := v.atOdds(all, i); ok {
				done = append(done, all[i].of)
				out = append(out, x)
			}
		}
	}
	return out
}

func (v voices) counted(story int32) []toll {
	var out []toll
	for i := range v.d.Claims {
		if v.d.Claims[i].Story != story {
			continue
		}
		for _, p := range v.d.Claims[i].Positions {
			if p.Stance != hearsay.StanceAsserts && p.Stance != hearsay.StanceConfirms && p.Stance != hearsay.StanceRelays {
				continue
			}
			r := v.d.Readings[p.Statement.Article]
			for _, m := range v.tallies(p.Statement.Article, within(r, r.Statements[p.Statement.Index].Content)) {
				if m.ref = p.Statement; v.worded(&v.d.Claims[i], m.of) {
					out = append(out, toll{m, int32(i), count{article: p.Statement.Article, words: around(r, &r.Statements[p.Statement.Index])}})
				}
			}
		}
	}
	return out
}

// worded reports whether a claim is about the number: its wording counts the same.
func (v voices) worded(c *hearsay.Claim, of string) bool {
	r := v.d.Readings[c.Wording.Article]
	return slices.ContainsFunc(v.tallies(c.Wording.Article, within(r, []hearsay.Span{c.Wording.Span})), func(m measure) bool { return m.of == of })
}

// atOdds sets the statements that give one number against those of other claims
// that give one which excludes it.
func (v voices) atOdds(all []toll, first int) (hearsay.Contradiction, bool) {
	a := &all[first]
	x := hearsay.Contradiction{Claim: a.claim, Kind: hearsay.ByNumber}
	for i := range all {
		b := &all[i]
		switch {
		case b.of != a.of:
		case b.claim == a.claim && !b.measure.value.disjoint(a.measure.value):
			x.A = append(x.A, b.ref)
		case b.claim != a.claim && !v.one(a.ref, b.ref) && b.article != a.article && b.measure.value.disjoint(a.measure.value) && a.like(&b.count, a.of) &&
			!v.update(a.ref, b.ref) && !v.otherTime(a.ref, b.ref) && !v.otherScope(a.measure, b.measure):
			x.B = append(x.B, b.ref)
		}
	}
	x.A, x.B = slices.Compact(x.A), slices.Compact(x.B)
	return x, len(x.A) > 0 && len(x.B) > 0
}
