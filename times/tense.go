package times

// reachBack and reachOn are how many words before and after an expression are
// searched for a verb that looks forward.
const (
	reachBack = 12
	reachOn   = 9
)

// looksForward reports whether the clause around words i to n speaks of what is
// to come: "will meet on Friday", "On Friday the court will decide".
func (s *scan) looksForward(i, n int) bool {
	start := i
	for s.at(start-1).class == prep || s.is(start-1, "the") {
		start--
	}
	for k := start - 1; k >= max(0, start-reachBack) && !s.stops(k); k-- {
		if s.reports(k) {
			return false
		}
		if s.at(k).class == future {
			return !s.is(k-1, "was", "were", "had", "been")
		}
	}
	if k := start - 1; k >= 0 && !s.stops(k) && !s.at(start).newline {
		return false
	}
	for k := s.skip(n, ","); k < n+reachOn && !s.stops(k); k++ {
		if s.reports(k) || s.pastTense(k) || s.is(k, "that", "which", "who") {
			return false
		}
		if s.is(k, "will", "ll", "shall") {
			return true
		}
	}
	return false
}

// stops reports whether word k ends a clause.
func (s *scan) stops(k int) bool {
	w := s.at(k)
	return w.Len() == 0 || w.class == mark && s.is(k, ".", "?", "!", ";", ":", ",", "\"", "“", "”", "(", ")", "—", "–")
}

func (s *scan) reports(k int) bool {
	return s.at(k).class == said && !s.is(k-1, "be", "is", "are", "been")
}

func (s *scan) pastTense(k int) bool {
	w := s.at(k).Of(s.text)
	return len(w) > 3 && w[len(w)-2:] == "ed" && !s.is(k-1, "be")
}
