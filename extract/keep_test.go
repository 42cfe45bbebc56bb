package extract

import (
	"slices"
	"testing"
)

func TestKeep(t *testing.T) {
	got := Keep([]string{"Home > News", "Council approves new pier", "", "The council of Marlow Bay approved the plan\non Tuesday night, the mayor said.", "Share",
		"Opponents said they would ask a court to stop the work.", "Comments"})
	if want := []bool{false, false, false, true, false, true, false}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Keep(nil); len(got) != 0 {
		t.Error(got)
	}
}
