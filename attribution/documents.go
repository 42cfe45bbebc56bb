package attribution

import "hearsay"

// documents lets a report that is not named stand for the outlet that says the
// same elsewhere in the article: "responds to report ..." and later "Reuters
// reported ...".
func (v *view) documents(all []found, out []hearsay.Statement) {
	for i := range out {
		if out[i].Source.Entity >= 0 || all[i].speaker < 0 || len(all[i].source) != 1 || !relayed[v.word[all[i].speaker]] {
			continue
		}
		if j := v.saidAlso(all, out, i); j >= 0 {
			out[i].Source.Entity, out[i].Source.Kind = out[j].Source.Entity, hearsay.SourceMedia
		}
	}
}

// relayed are documents by which one outlet can mean another.
var relayed = wordSet("report reports article story dispatch")

// saidAlso is the first statement of a named outlet that shares most of its
// words with the content of statement i, -1 for none.
func (v *view) saidAlso(all []found, out []hearsay.Statement, i int) int {
	words := map[string]bool{}
	for _, r := range all[i].content {
		for t := r.from; t < r.to; t++ {
			if len(v.word[t]) > 3 {
				words[v.word[t]] = true
			}
		}
	}
	for j := range out {
		e := out[j].Source.Entity
		if j == i || e < 0 || v.r.Entities[e].Kind != hearsay.KindMedia {
			continue
		}
		shared := map[string]bool{}
		for _, r := range all[j].content {
			for t := r.from; t < r.to; t++ {
				if words[v.word[t]] {
					shared[v.word[t]] = true
				}
			}
		}
		if len(shared) >= 2 && len(shared)*5 >= len(words)*2 {
			return j
		}
	}
	return -1
}
