package attribution

// perceptron learns the tagger's weights; sums remember each weight over all
// steps, for the average.
type perceptron struct {
	row, rowSum   []float32
	turn, turnSum [turnCount][labelCount][labelCount]float32
	step          float32
	scores        [][labelCount]float32
}

func newPerceptron() *perceptron {
	n := int(labelCount) << tagBits
	return &perceptron{row: make([]float32, n), rowSum: make([]float32, n)}
}

// learn decodes one cue's window, with a bonus for wrong labels so that a margin
// is learnt, and corrects the weights; it returns the number of wrong labels.
func (p *perceptron) learn(x *staged) int {
	p.step++
	p.scores = p.scores[:0]
	for i, features := range x.features {
		var s [labelCount]float32
		for _, f := range features {
			at := int(f) * int(labelCount)
			for l := range s {
				s[l] += p.row[at+l]
			}
		}
		for l := range s {
			if Label(l) != x.truth[i] {
				s[l] += 0.5
			}
		}
		p.scores = append(p.scores, s)
	}
	got := Path(p.scores, x.turns, &p.turn, x.cue)
	wrong := 0
	for i, l := range x.truth {
		if got[i] != l {
			wrong++
			for _, f := range x.features[i] {
				p.change(int(f)*int(labelCount)+int(l), 1)
				p.change(int(f)*int(labelCount)+int(got[i]), -1)
			}
		}
		before, was := Outside, Outside
		if i > 0 {
			before, was = x.truth[i-1], got[i-1]
		}
		if before != was || got[i] != l {
			p.changeTurn(x.turns[i], before, l, 1)
			p.changeTurn(x.turns[i], was, got[i], -1)
		}
	}
	return wrong
}

func (p *perceptron) change(at int, by float32) {
	p.row[at] += by
	p.rowSum[at] += by * p.step
}

func (p *perceptron) changeTurn(k int, a, b Label, by float32) {
	p.turn[k][a][b] += by
	p.turnSum[k][a][b] += by * p.step
}

// average is the mean of the weights over all steps.
func (p *perceptron) average() ([]float32, [turnCount][labelCount][labelCount]float32) {
	out := make([]float32, len(p.row))
	for i := range out {
		out[i] = p.row[i] - p.rowSum[i]/(p.step+1)
	}
	turn := p.turn
	for k := range turn {
		for a := range turn[k] {
			for b := range turn[k][a] {
				turn[k][a][b] -= p.turnSum[k][a][b] / (p.step + 1)
			}
		}
	}
	return out, turn
}
