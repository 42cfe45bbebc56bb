package claims

import (
	"strings"

	"hearsay"
)

// split divides a content into its coordinated clauses: "they offered a truce,
// but the rebels refused" is two. A content of one clause gives nil.
func split(r *hearsay.Reading, spans []hearsay.Span) [][]hearsay.Span {
	tokens := within(r, spans)
	var cuts []int
	for k := 2; k < len(tokens)-2; k++ {
		if boundary(r, tokens, k) {
			cuts = append(cuts, k)
		}
	}
	var clauses [][]hearsay.Span
	first := 0
	for n, cut := range append(cuts, len(tokens)) {
		end := len(tokens)
		if n+1 < len(cuts) {
			end = cuts[n+1]
		}
		if cut < len(tokens) && !(clause(r, tokens[first:cut]) && clause(r, tokens[cut:end])) {
			continue
		}
		clauses = append(clauses, stretch(r, spans, tokens[first:cut]))
		first = cut
	}
	if len(clauses) < 2 {
		return nil
	}
	return clauses
}

// boundary reports whether a clause can begin at a token: a sentence, or a
// conjunction after a comma or a semicolon, or "but" anywhere.
func boundary(r *hearsay.Reading, tokens []int32, k int) bool {
	text := r.Article.Text
	before := r.Tokens[tokens[k-1]].Of(text)
	switch w := strings.ToLower(r.Tokens[tokens[k]].Of(text)); w {
	case "but", "while", "although", "whereas", "because", "after":
		return true
	case "and", "yet", "though", "so":
		return before == "," || before == ";" || w == "and" && ownSubject(r, tokens[k])
	}
	return before == ";" || before == "." || before == "!" || before == "?"
}

// ownSubject reports whether "and" joins a clause that has a subject of its own.
func ownSubject(r *hearsay.Reading, and int32) bool {
	head := r.Tokens[and].Head
	if head <= and || !verbal(r.Tokens[head].Tag) {
		return false
	}
	for i := and + 1; i < head; i++ {
		if t := r.Tokens[i]; t.Head == head && (t.Dep == hearsay.DepNsubj || t.Dep == hearsay.DepNsubjPass) {
			return true
		}
	}
	return false
}

// clause reports whether tokens hold a subject and, after it, a finite verb.
func clause(r *hearsay.Reading, tokens []int32) bool {
	subject := false
	for _, i := range tokens {
		t := r.Tokens[i]
		if subject && finite(t.Tag) {
			return true
		}
		subject = subject || nominal(t.Tag) || t.Tag == hearsay.TagEX || t.Tag == hearsay.TagDT
	}
	return false
}

// stretch is what tokens cover of spans, without a conjunction at the beginning
// and marks at either end.
func stretch(r *hearsay.Reading, spans []hearsay.Span, tokens []int32) []hearsay.Span {
	text := r.Article.Text
	for len(tokens) > 1 {
		w := r.Tokens[tokens[0]].Of(text)
		if wordlike(w) && !conjunction(strings.ToLower(w)) {
			break
		}
		tokens = tokens[1:]
	}
	for len(tokens) > 1 && !wordlike(r.Tokens[tokens[len(tokens)-1]].Of(text)) {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return nil
	}
	cover := hearsay.Span{Start: r.Tokens[tokens[0]].Start, End: r.Tokens[tokens[len(tokens)-1]].End}
	var out []hearsay.Span
	for _, s := range spans {
		s = hearsay.Span{Start: max(s.Start, cover.Start), End: min(s.End, cover.End)}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

func conjunction(w string) bool {
	switch w {
	case "but", "while", "although", "whereas", "and", "yet", "though", "so", "that", "because", "after":
		return true
	}
	return false
}
