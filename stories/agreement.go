package stories

// Agree compares two partitions of texts (BCubed; Bagga and Baldwin 1998): p is,
// for each text, the share of its found story that tells its true one, and r the
// share of the true one that is found with it.
func Agree(truth, found []string) (p, r []float64) {
	type both struct{ truth, found string }
	of, ofTruth, ofFound := map[both]float64{}, map[string]float64{}, map[string]float64{}
	for i := range truth {
		of[both{truth[i], found[i]}]++
		ofTruth[truth[i]]++
		ofFound[found[i]]++
	}
	for i := range truth {
		n := of[both{truth[i], found[i]}]
		p = append(p, n/ofFound[found[i]])
		r = append(r, n/ofTruth[truth[i]])
	}
	return p, r
}

// BCubed is the means of what Agree gives and their harmonic mean.
func BCubed(p, r []float64) (meanP, meanR, f float64) {
	for i := range p {
		meanP += p[i] / float64(len(p))
		meanR += r[i] / float64(len(r))
	}
	if meanP+meanR > 0 {
		f = 2 * meanP * meanR / (meanP + meanR)
	}
	return meanP, meanR, f
}
