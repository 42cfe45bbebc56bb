package stance

import "sync"

// row collects the evidence on one pair. Names are kept only where somebody asks
// for them.
type row struct {
	values []float32
	names  []string
	naming bool
}

func (r *row) add(name string, value float64) {
	r.values = append(r.values, float32(value))
	if r.naming {
		r.names = append(r.names, name)
	}
}

func (r *row) flag(name string, set bool) {
	value := 0.0
	if set {
		value = 1
	}
	r.add(name, value)
}

// columns are the names of the evidence on a pair alone.
var columns = sync.OnceValue(func() []string {
	r := row{naming: true}
	evidence(newMatch(&Text{}, &Text{}), &r)
	return r.names
})
