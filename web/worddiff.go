package web

import "strings"

// edit is a run of words that both versions have, or only one of them.
type edit struct {
	Kind string // "same", "only-first", "only-second"
	Text string
}

// mostCompared bounds the table of the comparison; longer versions are compared
// as far as that and the rest is shown as it stands.
const mostCompared = 1200

func words(text string) []string { return strings.Fields(text) }

// compare is the difference by longest common subsequence of words, which count
// as equal without their punctuation and case. Shown words are those of the
// second version, with the first's where they are missing.
func compare(a, b []string) []edit {
	a, b = a[:min(len(a), mostCompared)], b[:min(len(b), mostCompared)]
	common := lcs(a, b)
	var out []edit
	add := func(kind, word string) {
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			out[n-1].Text += " " + word
			return
		}
		out = append(out, edit{kind, word})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && sameWord(a[i], b[j]):
			add("same", b[j])
			i++
			j++
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			add("only-first", a[i])
			i++
		default:
			add("only-second", b[j])
			j++
		}
	}
	return out
}

// lcs holds at [i][j] how many words a[i:] and b[j:] have in common, in order.
func lcs(a, b []string) [][]int32 {
	t := make([][]int32, len(a)+1)
	for i := range t {
		t[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if sameWord(a[i], b[j]) {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	x := bareWord(a)
	return x != "" && x == bareWord(b)
}

func unchanged(all []edit) bool {
	for _, e := range all {
		if e.Kind != "same" {
			return false
		}
	}
	return true
}
