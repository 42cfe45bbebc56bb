package attribution

// Path is the best sequence of labels for tokens with the given scores, where
// token fixed heads the cue (Viterbi 1967).
func Path(scores [][labelCount]float32, turns []int, transitions *[turnCount][labelCount][labelCount]float32, fixed int) []Label {
	n := len(scores)
	back := make([][labelCount]Label, n)
	var best [labelCount]float32
	for i := range scores {
		var next [labelCount]float32
		for b := range next {
			s := scores[i][b]
			if i == fixed && Label(b) != InCue {
				s -= 1e6
			}
			if i == 0 {
				next[b] = s + transitions[0][0][b]
				continue
			}
			from := 0
			row := &transitions[turns[i]]
			for a := 1; a < int(labelCount); a++ {
				if best[a]+row[a][b] > best[from]+row[from][b] {
					from = a
				}
			}
			next[b] = best[from] + row[from][b] + s
			back[i][b] = Label(from)
		}
		best = next
	}
	last := Label(0)
	for l := range best {
		if best[l] > best[last] {
			last = Label(l)
		}
	}
	path := make([]Label, n)
	for i := n - 1; i >= 0; i-- {
		path[i] = last
		last = back[i][last]
	}
	return path
}

// parts reads the cue's runs, the source's and the content's off a path.
func (th *theatre) parts(path []Label) (cue, source, content []run) {
	for i := 0; i < len(path); {
		j := i
		for j < len(path) && path[j] == path[i] {
			j++
		}
		r := run{th.window.from + int32(i), th.window.from + int32(j)}
		switch path[i] {
		case InCue:
			cue = append(cue, r)
		case InSource:
			source = append(source, r)
		case InContent:
			content = append(content, r)
		}
		i = j
	}
	return cue, source, content
}
