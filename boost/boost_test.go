package boost

import (
	"slices"
	"testing"

	"hearsay/flat"
)

// checkers are the fields of a board of 8 by 8: yes where the square is white.
func checkers() Course {
	c := Course{Trees: 40, Leaves: 8, Rate: .3, Penalty: 1, Least: 1, Uses: func(int, int) bool { return true }}
	for x := range 8 {
		for y := range 8 {
			c.Rows = append(c.Rows, []float32{float32(x), float32(y)})
			c.Yes = append(c.Yes, (x/4+y/4)%2 == 0)
			c.Weights = append(c.Weights, 1)
		}
	}
	c.Weights[0] = 2 // the four quarters are even otherwise, and no first cut gains
	return c
}

func TestGrow(t *testing.T) {
	c := checkers()
	f := Grow(c)
	for i, row := range c.Rows {
		if (f.Score(row) > .5) != c.Yes[i] {
			t.Errorf("%v scores %v", row, f.Score(row))
		}
	}
}

func TestTreeFile(t *testing.T) {
	f := Grow(checkers())
	var file []byte
	for _, tree := range f.Trees {
		file = AppendTree(file, tree)
	}
	r := flat.Of(string(file))
	for i, tree := range f.Trees {
		got, err := ReadTree(r, 2)
		if err != nil || !slices.Equal(got, tree) {
			t.Fatalf("tree %d: %v", i, err)
		}
	}
	if _, err := ReadTree(flat.Of(string(file)), 1); err == nil {
		t.Error("a tree over two features is read as one over one")
	}
	if _, err := ReadTree(flat.Of(string(file[:9])), 2); err == nil {
		t.Error("a tree that is cut short is read")
	}
}

func FuzzReadTree(f *testing.F) {
	f.Add(AppendTree(nil, Tree{{Value: 1}}))
	f.Fuzz(func(t *testing.T, file []byte) {
		if tree, err := ReadTree(flat.Of(string(file)), 2); err == nil {
			tree.value([]float32{1, 2})
		}
	})
}
