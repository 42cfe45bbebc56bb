package nlp

// rankers decides on a class in stages.
type rankers struct {
	agenda  *agenda
	classes int // with class 0, which is none
	stages  [rankStages]ranker
	sure    [rankStages]int32 // the lead over the second best with which a stage decides
}

const rankStages = 2

// choose returns the best class for the atoms in work, over sums that are given.
func (r *rankers) choose(sums *[maxClasses]int32, work *scratch) (class int) {
	for stage := range r.stages {
		var lead int32
		if class, lead = r.weigh(stage, sums, work); lead > r.sure[stage] {
			break
		}
	}
	return class
}

// weigh adds a stage to the sums and returns the best class and its lead.
func (r *rankers) weigh(stage int, sums *[maxClasses]int32, work *scratch) (class int, lead int32) {
	from, to := r.agenda.stage(stage)
	r.stages[stage].score(sums, work, r.agenda.features(work, from, to))
	class, second := best(sums, r.classes)
	return class, sums[class] - sums[second]
}

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
	counts := work.counts[:n]
	for i, at := range slots[:n] { // as in gather: many requests at once
		counts[i] = r.rows[at]
	}
	for i, count := range counts {
		row := r.rows[slots[i]+2:]
		row = row[:2*int(count)]
		for k := 0; k+1 < len(row); k += 2 {
			sums[row[k]&(maxClasses-1)] += int32(int8(row[k+1]))
		}
	}
}

// best is the class with the highest sum, the first of equals, from class 1 up
// to classes, and the one that would be best without it.
func best(sums *[maxClasses]int32, classes int) (first, second int) {
	first, second = 1, 2
	if sums[2] > sums[1] {
		first, second = 2, 1
	}
	for i, sum := range sums[:classes] {
		if i > 2 && sum > sums[second&(maxClasses-1)] {
			if second = i; sum > sums[first&(maxClasses-1)] {
				first, second = second, first
			}
		}
	}
	return first, second
}
