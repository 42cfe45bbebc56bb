package nlp

// ranker scores classes by the features of a decision. Each feature has a row
// of (class, weight) pairs: few features speak about more than a few classes.
type ranker struct {
	table table  // slots hold a fingerprint, then the place in rows, in pairs of bytes
	rows  string // a row: its number of classes in two bytes, then class and signed weight, a byte each
}

// maxClasses bounds the tags, and the labels, a power of two.
const maxClasses = 64

// rowBits are a ranker's bits of fingerprint.
const rowBits = 11

// score adds up the classes' weights.
func (r *ranker) score(sums *[maxClasses]int32, work *scratch, features []uint64) {
	slots := work.slots[:]
	r.table.gather(slots, features)
	n := 0
	for i, key := range features { // the places of the rows that there are
		slot := slots[i]
		slots[n&(maxTemplates-1)] = slot >> rowBits * 2
		n += int(held(slot, key, 1<<rowBits-1) & 1)
	}
	for _, at := range slots[:n] {
		for left := r.rows[at]; left > 0; left-- {
			at += 2
			sums[r.rows[at]&(maxClasses-1)] += int32(int8(r.rows[at+1]))
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

// second is the best class of n, from 1 on, other than top.
func second(sums *[maxClasses]int32, top, n int) int {
	next := 1
	if top == 1 {
		next = 2
	}
	for i := next + 1; i < n; i++ {
		if i != top && sums[i] > sums[next] {
			next = i
		}
	}
	return next
}
