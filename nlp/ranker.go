package nlp

// ranker scores classes by the features of a decision. Each feature has a row
// of (class, weight) pairs: few features speak about more than a few classes.
type ranker struct {
	table table  // slots hold the row's place in rows
	rows  string // a row: its length in pairs, then class and signed weight, a byte each
}

// maxClasses bounds the tags, and the labels, a power of two.
const maxClasses = 64

// score adds up the classes' weights.
func (r *ranker) score(sums *[maxClasses]int32, features []uint64) {
	for _, key := range features {
		slot, ok := r.table.find4(key)
		if !ok {
			continue
		}
		at := int(slot >> 8)
		n := int(r.rows[at])
		row := r.rows[at+1 : at+1+2*n]
		for ; len(row) >= 2; row = row[2:] {
			sums[row[0]&(maxClasses-1)] += int32(int8(row[1]))
		}
	}
}

// best is the class of n with the highest sum, the first of equals, from class
// from on.
func best(sums *[maxClasses]int32, from, n int) int {
	top := from
	for i := from + 1; i < n; i++ {
		if sums[i] > sums[top] {
			top = i
		}
	}
	return top
}
