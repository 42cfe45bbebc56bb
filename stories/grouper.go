package stories

import (
	"cmp"
	"slices"
)

// Grouper groups texts as they arrive. It keeps loose groups of texts that have
// names and rare words in common, and splits each into stories by what tells
// texts of the group apart; a text may change its story while its group grows.
// Its memory depends on the live texts only. The zero value is ready; texts are
// numbered from 0 in the order in which they are added.
type Grouper struct {
	Window int // most live texts; older ones are dropped; 0 for no limit

	first   int32
	live    []*member
	groups  int32 // made so far
	stories int32 // made so far
	rulings []ruling
	lists   postings
	seen    []float32
}

// member is a live text with its loose group and its story in it.
type member struct {
	text  *Text
	keys  []weight // heaviest words, which it is found by
	group *loose
	story int32 // -1 while it is not settled
}

// loose is a loose group: its texts in order of arrival.
type loose struct {
	id      int32
	members []int32
	sum     map[uint32]float32 // of the vectors of the texts
	split   int                // size when it was last split into stories; 0 for never
}

const (
	looseLike   = .10 // mean likeness from which texts and groups are in one loose group
	shortLike   = .07 // the same for headlines alone
	shortText   = 16  // words below which a text is a headline alone
	mostKeys    = 32  // heaviest words by which a text is found
	farLike     = .04 // likeness by the heaviest words below which a text's group is not tried
	mostGroups  = 8   // groups that are tried
	shortGroups = 24  // the same for headlines alone
	mostGroup   = 400 // texts, above which a loose group is parted for good
	regrown     = 1.4 // growth after which a group is split again
	nearLike    = .2  // likeness to its nearest text from which a new text first joins its story
)

// Add takes in a text and returns its number.
func (g *Grouper) Add(t *Text) int32 {
	id := g.first + int32(len(g.live))
	m := &member{text: t, keys: heaviest(t.all), story: -1}
	if near, like := g.enter(id, m); like >= nearLike && g.member(near).group == m.group {
		m.story = g.member(near).story
	} else {
		m.story = g.newStory()
	}
	if s := m.group; float64(len(s.members)) >= regrown*float64(s.split) {
		g.part(s)
	}
	if g.Window > 0 && len(g.live) > g.Window {
		g.dropOldest()
	}
	return id
}

// enter puts a new text into a loose group and lists it.
func (g *Grouper) enter(id int32, m *member) (near int32, like float64) {
	touched := g.candidates(m.keys)
	g.live = append(g.live, m)
	g.seen = append(g.seen, 0)
	g.lists.add(id, m.keys)
	return g.place(id, m, touched)
}

func (g *Grouper) member(id int32) *member { return g.live[id-g.first] }

func (g *Grouper) newStory() int32 {
	g.stories++
	return g.stories - 1
}

// Story returns the number of the story of a live text. A story that is split
// again keeps its number with most of its texts, and outlives those dropped.
func (g *Grouper) Story(id int32) int32 { return g.member(id).story }

// Settle reconsiders the group of every text and splits every group that changed,
// so that Story answers from all that arrived.
func (g *Grouper) Settle() {
	for i := range g.live {
		g.reconsider(g.first + int32(i))
	}
	for _, r := range g.rulings {
		g.gather(r)
	}
	for _, m := range g.live {
		if s := m.group; s.split != len(s.members) {
			g.part(s)
		}
	}
}

// heaviest are the mostKeys heaviest words of a vector, by word.
func heaviest(v vector) []weight {
	keys := slices.Clone(v)
	slices.SortFunc(keys, func(a, b weight) int { return cmp.Or(cmp.Compare(b.x, a.x), compare(a.word, b.word)) })
	keys = slices.Clip(keys[:min(len(keys), mostKeys)])
	slices.SortFunc(keys, func(a, b weight) int { return compare(a.word, b.word) })
	return slices.Clone(keys)
}

// place puts a text that is in no group into the loose group that it is most
// like on average, or a new one, and joins groups that it brings together. It
// returns the nearest of the touched texts by the words that texts are found by.
func (g *Grouper) place(id int32, m *member, touched []int32) (near int32, like float64) {
	near = -1
	var nearest []found
	for _, t := range touched {
		s := g.seen[t-g.first]
		g.seen[t-g.first] = 0
		if t == id {
			continue
		}
		if s > float32(like) {
			near, like = t, float64(s)
		}
		if s >= farLike {
			nearest = append(nearest, found{t, s})
		}
	}
	most := mostGroups
	if m.text.short() {
		most = shortGroups
	}
	options := m.options(g.groupsOf(nearest, most))
	if len(options) == 0 {
		m.group = &loose{id: g.groups, sum: map[uint32]float32{}}
		g.groups++
	} else {
		m.group = options[0].group
	}
	m.group.add(id, m.text.all)
	for _, o := range options[min(1, len(options)):] {
		if g.alike(m.group, o.group) {
			g.join(m.group, o.group)
		}
	}
	return near, like
}

// found is a live text with its likeness by the words that texts are found by.
type found struct {
	text int32
	like float32
}

// groupsOf are the groups of the nearest texts, so many at most.
func (g *Grouper) groupsOf(nearest []found, most int) []*loose {
	slices.SortFunc(nearest, func(a, b found) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.text, b.text)) })
	var out []*loose
	for _, f := range nearest {
		if s := g.member(f.text).group; !slices.Contains(out, s) {
			if out = append(out, s); len(out) == most {
				break
			}
		}
	}
	return out
}

// option is a group with its mean likeness to a text.
type option struct {
	group *loose
	mean  float64
}

// options are those of the groups that m is like enough, the likest first.
func (m *member) options(groups []*loose) []option {
	var out []option
	for _, s := range groups {
		if mean := s.mean(m.text.all); mean >= m.text.needed() {
			out = append(out, option{s, mean})
		}
	}
	slices.SortStableFunc(out, func(a, b option) int { return cmp.Compare(b.mean, a.mean) })
	return out
}

// reconsider takes a text out of its group and places it again.
func (g *Grouper) reconsider(id int32) {
	m := g.member(id)
	s := m.group
	if len(s.members) == 1 {
		return
	}
	s.remove(id, m.text.all)
	g.place(id, m, g.candidates(m.keys))
	if m.group != s {
		m.story = -1 // its number stays behind
		s.split, m.group.split = 0, 0
	}
}

// candidates adds to seen the likeness of live texts by their heaviest words, and
// returns the texts that share any.
func (g *Grouper) candidates(keys []weight) []int32 {
	var touched []int32
	g.lists.each(keys, func(text int32, like float32) {
		at := &g.seen[text-g.first]
		if *at == 0 {
			touched = append(touched, text)
		}
		*at += like
	})
	return touched
}

// mean is the mean likeness of v to the texts of s.
func (s *loose) mean(v vector) float64 {
	sum := float32(0)
	for _, w := range v {
		sum += w.x * s.sum[w.word]
	}
	return float64(sum) / float64(len(s.members))
}

func (s *loose) add(id int32, v vector) {
	at, _ := slices.BinarySearch(s.members, id)
	s.members = slices.Insert(s.members, at, id)
	for _, w := range v {
		s.sum[w.word] += w.x
	}
}

// nothing is a sum that is left by rounding alone.
const nothing = 1e-6

func (s *loose) remove(id int32, v vector) {
	s.members = slices.DeleteFunc(s.members, func(t int32) bool { return t == id })
	for _, w := range v {
		if s.sum[w.word] -= w.x; s.sum[w.word] < nothing {
			delete(s.sum, w.word)
		}
	}
}

// alike reports whether two groups may be one: their mean likeness suffices and
// they are not too large together.
func (g *Grouper) alike(a, b *loose) bool {
	if len(a.members)+len(b.members) > mostGroup && !g.member(a.members[0]).text.short() {
		return false
	}
	if len(a.members) > len(b.members) {
		a, b = b, a
	}
	sum := 0.0
	for _, t := range a.members {
		sum += b.mean(g.member(t).text.all)
	}
	first := g.member(a.members[0]).text
	return sum/float64(len(a.members)) >= first.needed()
}

// join moves the texts of b into a.
func (g *Grouper) join(a, b *loose) {
	for _, t := range b.members {
		x := g.member(t)
		x.group = a
		a.add(t, x.text.all)
	}
	a.split = 0
}

// part splits a group into stories, and into groups when it is too large.
func (g *Grouper) part(s *loose) {
	texts := make([]*Text, len(s.members))
	for i, t := range s.members {
		texts[i] = g.member(t).text
	}
	s.split = len(s.members)
	ruled, any := g.ruled(s.members)
	rest := 0.0 // evidence where nothing is ruled
	if mostShort(texts) {
		if !any {
			g.name(s.members, [][]int{all(len(texts))})
			return
		}
		rest = surely
	}
	tree := newGroup(texts, learnt(), func(like, _ square) {
		for i, say := range ruled.x {
			if say != 0 {
				like.x[i] = say * surely
			}
		}
	})
	g.name(s.members, tree.stories(&learnt().joins, func(k int) float64 {
		if !any {
			return rest
		}
		return tree.leanRuled(k, ruled, rest)
	}))
	if len(s.members) > mostGroup {
		g.divide(s, tree)
	}
}

// name numbers the stories of a group. A number stays with the story that has most
// of the texts that had it.
func (g *Grouper) name(members []int32, found [][]int) {
	type claim struct{ n, number, story int }
	var claims []claim
	for k, story := range found {
		had := map[int32]int{}
		for _, i := range story {
			if number := g.member(members[i]).story; number >= 0 {
				had[number]++
			}
		}
		for number, n := range had {
			claims = append(claims, claim{n, int(number), k})
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(b.n-a.n, a.number-b.number, a.story-b.story)
	})
	numbers := make([]int32, len(found))
	for k := range numbers {
		numbers[k] = -1
	}
	taken := map[int]bool{}
	for _, c := range claims {
		if numbers[c.story] < 0 && !taken[c.number] {
			numbers[c.story], taken[c.number] = int32(c.number), true
		}
	}
	for k, story := range found {
		if numbers[k] < 0 {
			numbers[k] = g.newStory()
		}
		for _, i := range story {
			g.member(members[i]).story = numbers[k]
		}
	}
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// mostShort reports whether most texts are headlines alone: too little to split
// a group by.
func mostShort(texts []*Text) bool {
	n := 0
	for _, t := range texts {
		if t.short() {
			n++
		}
	}
	return 2*n > len(texts)
}

// divide makes a group of each half of the tree, unless a story would be cut.
func (g *Grouper) divide(s *loose, tree *group) {
	root := tree.tree[len(tree.tree)-1]
	stories := map[int32]bool{}
	for _, i := range tree.tree[root.a].docs {
		stories[g.member(s.members[i]).story] = true
	}
	half := &loose{id: g.groups, sum: map[uint32]float32{}}
	rest := &loose{id: s.id, sum: map[uint32]float32{}}
	for _, t := range s.members {
		m := g.member(t)
		if stories[m.story] {
			half.add(t, m.text.all)
		} else {
			rest.add(t, m.text.all)
		}
	}
	if len(rest.members) == 0 {
		return
	}
	for _, t := range half.members {
		g.member(t).group = half
	}
	g.groups++
	half.split = len(half.members)
	s.members, s.sum, s.split = rest.members, rest.sum, len(rest.members)
}

func (g *Grouper) dropOldest() {
	m := g.live[0]
	g.lists.drop(m.keys)
	m.group.remove(g.first, m.text.all)
	g.forget(g.first)
	g.live[0] = nil
	g.live, g.seen = g.live[1:], g.seen[1:]
	g.first++
}

// looseGroups are the loose groups of texts that arrive in order, each
// reconsidered once.
func looseGroups(texts []*Text) [][]int {
	var g Grouper
	for i, t := range texts {
		g.enter(int32(i), &member{text: t, keys: heaviest(t.all), story: int32(i)})
	}
	for i := range g.live {
		g.reconsider(int32(i))
	}
	var out [][]int
	for i, m := range g.live {
		if int(m.group.members[0]) != i {
			continue
		}
		members := make([]int, len(m.group.members))
		for k, t := range m.group.members {
			members[k] = int(t)
		}
		out = append(out, members)
	}
	return out
}
