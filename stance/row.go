package stance

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
