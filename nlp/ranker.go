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
	var slots [maxTemplates]uint32
	r.table.gather(slots[:], features)
	n := 0
	for i, key := range features { // the places of the rows that there are
		slot := slots[i]
		slots[n&(maxTemplates-1)] = slot >> 8
		n += int(held(slot, key) & 1)
	}
	for _, at := range slots[:n] {
		for left := r.rows[at]; left > 0; left-- {
			sums[r.rows[at+1]&(maxClasses-1)] += int32(int8(r.rows[at+2]))
			at += 2
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
