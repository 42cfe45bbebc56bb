package main

import (
	"math/rand/v2"
	"slices"
)

// draws is how often the bootstrap draws groups.
const draws = 1000

// interval is where 95 % of the scores lie of groups of items drawn with repetition
// (bootstrap; Efron 1979). Items of one group are not independent: texts of one
// story, pairs that share texts.
func interval(groups [][]int, score func(items []int) float64) (low, high float64) {
	if len(groups) == 0 {
		return 0, 0
	}
	r := rand.New(rand.NewPCG(1, 1))
	scores := make([]float64, draws)
	var items []int
	for i := range scores {
		items = items[:0]
		for range groups {
			items = append(items, groups[r.IntN(len(groups))]...)
		}
		scores[i] = score(items)
	}
	slices.Sort(scores)
	return scores[draws*25/1000], scores[draws*975/1000-1]
}
