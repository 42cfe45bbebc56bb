package claims

import (
	"strings"

	"hearsay"
)

// base is the base form of a word, lower-cased.
func base(word string, _ hearsay.Tag) string {
	w := strings.ToLower(word)
	for _, r := range [...][2]string{{"ies", "y"}, {"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"}, {"xes", "x"}} {
		if s, ok := strings.CutSuffix(w, r[0]); ok && len(s) > 2 {
			return s + r[1]
		}
	}
	switch {
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}
