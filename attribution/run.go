package attribution

// run is a half-open range of tokens; the zero value is empty.
type run struct{ from, to int32 }

func single(t int32) run { return run{t, t + 1} }

func (a run) empty() bool         { return a.to <= a.from }
func (a run) has(t int32) bool    { return a.from <= t && t < a.to }
func (a run) len() int32          { return max(a.to-a.from, 0) }
func (a run) contains(b run) bool { return a.from <= b.from && b.to <= a.to }
func (a run) overlaps(b run) bool { return a.from < b.to && b.from < a.to }
func (a run) after(t int32) run   { return run{max(a.from, t+1), max(a.to, t+1)} }
func (a run) join(b run) run {
	switch {
	case a.empty():
		return b
	case b.empty():
		return a
	}
	return run{min(a.from, b.from), max(a.to, b.to)}
}

// without is what remains of a on both sides of b.
func (a run) without(b run) []run {
	if !a.overlaps(b) {
		return []run{a}
	}
	var rest []run
	if a.from < b.from {
		rest = append(rest, run{a.from, b.from})
	}
	if b.to < a.to {
		rest = append(rest, run{b.to, a.to})
	}
	return rest
}

// cover is the smallest run that holds all of runs.
func cover(runs []run) (c run) {
	for _, r := range runs {
		c = c.join(r)
	}
	return c
}

func anyHas(runs []run, t int32) bool {
	for _, r := range runs {
		if r.has(t) {
			return true
		}
	}
	return false
}

func total(runs []run) (n int32) {
	for _, r := range runs {
		n += r.len()
	}
	return n
}

// subtract removes the runs of b from those of a.
func subtract(a, b []run) []run {
	for _, x := range b {
		var rest []run
		for _, r := range a {
			rest = append(rest, r.without(x)...)
		}
		a = rest
	}
	return a
}
