package stance

import "math"

// Scores counts labels against the truth.
type Scores struct {
	All   int
	Count [stances + 1][stances + 1]int // truth, found
}

// Add counts a pair.
func (s *Scores) Add(truth, found Label) {
	s.All++
	s.Count[truth][found]++
}

// F1 is the harmonic mean of precision and recall of a label.
func (s *Scores) F1(l Label) float64 {
	truth, found := 0, 0
	for k := range s.Count {
		truth += s.Count[l][k]
		found += s.Count[k][l]
	}
	if truth+found == 0 {
		return 0
	}
	return 2 * float64(s.Count[l][l]) / float64(truth+found)
}

// MacroF1 is the mean F1 of the labels that the truth has.
func (s *Scores) MacroF1() float64 {
	sum, n := 0.0, 0.0
	for l := range Unrelated + 1 {
		if s.has(l) {
			sum += s.F1(l)
			n++
		}
	}
	return sum / max(n, 1)
}

func (s *Scores) has(l Label) bool {
	return s.Count[l] != [stances + 1]int{}
}

// Accuracy is the share of pairs that are labelled right.
func (s *Scores) Accuracy() float64 {
	right := 0
	for l := range s.Count {
		right += s.Count[l][l]
	}
	return float64(right) / float64(max(s.All, 1))
}

// RelatedAccuracy is the share of pairs that are rightly called related or not.
func (s *Scores) RelatedAccuracy() float64 {
	right := s.Count[Unrelated][Unrelated]
	for a := range Unrelated {
		for b := range Unrelated {
			right += s.Count[a][b]
		}
	}
	return float64(right) / float64(max(s.All, 1))
}

// Challenge is the score of the Fake News Challenge as a share of what can be
// had: a quarter for related or not, three more for the stance of what is.
func (s *Scores) Challenge() float64 {
	got, all := 0.0, 0.0
	for a := range Unrelated + 1 {
		for b := range Unrelated + 1 {
			n := float64(s.Count[a][b])
			switch {
			case a == Unrelated:
				all += .25 * n
				if b == a {
					got += .25 * n
				}
			default:
				all += n
				if b != Unrelated {
					got += .25 * n
				}
				if a == b {
					got += .75 * n
				}
			}
		}
	}
	if all == 0 {
		return 0
	}
	return got / all
}

func root(x float64) float64 { return math.Sqrt(x) }
