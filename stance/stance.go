// Package stance holds a headline against an account, or against a single line
// such as a claim: does the account agree with it, disagree, discuss it without
// taking sides, or tell of something else?
//
// "Mayor to resign" against an account in which her spokesman calls the rumour
// false: the account disagrees.
package stance

// Label is how an account bears on a headline.
type Label uint8

const (
	Agree Label = iota
	Disagree
	Discuss
	Unrelated
)

var labelNames = [...]string{"agree", "disagree", "discuss", "unrelated"}

func (l Label) String() string { return labelNames[l] }

// ParseLabel is the inverse of String.
func ParseLabel(s string) (Label, bool) {
	for i, n := range labelNames {
		if n == s {
			return Label(i), true
		}
	}
	return 0, false
}

// Set is headlines and accounts with the pairs of them that are judged together.
type Set struct {
	Headlines, Bodies []*Text
	Pairs             []Pair
}

// Pair holds a headline against an account, by their places in the set.
type Pair struct{ Headline, Body int }

// view is what one pair alone shows.
type view struct {
	related float64
	shares  shares
}
