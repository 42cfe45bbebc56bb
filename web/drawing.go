package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// drawing is the funnel with places: all lengths are units of the view box.
type drawing struct {
	Width, Height int
	Columns       []drawnColumn
	Links         []drawnLink
	Nodes         []drawnNode
}

type drawnColumn struct {
	X     int
	Label string
}

// drawnNode is a bar with its label, in lines that fit.
type drawnNode struct {
	X, Y, H int
	Lines   []drawnLine
	Serif   bool // the label is source text
	Href    string
	Kind    string // origin, relay, ghost, text, outlet
	Note    string // under the label
	NoteY   int
	LabelX  int
	Full    string // the whole label with the number of claims

	key    string
	column int
	weight float64 // the larger of what comes in and what goes out, in claims
	slot   float64 // height with label
	in     float64
	out    float64
}

type drawnLine struct {
	Y    int
	Text string
}

// drawnLink is a ribbon between two nodes.
type drawnLink struct {
	Path     string
	Width    string
	Circular bool // part of a way that leads back; never from a text to its own account
	Title    string
	from, to *drawnNode
	claims   float64
}

const (
	drawnWidth  = 1120
	barWidth    = 10
	labelWidth  = 24 // characters of a label's line
	lineHeight  = 16
	nodeGap     = 12
	flowHeight  = 300 // of the fullest column, without gaps
	drawnTop    = 34  // for the column heads
	mostOrigins = 14  // drawn apart; the others share one bar
)

// funnelGraph collects nodes and links before they are placed.
type funnelGraph struct {
	nodes []*drawnNode
	links []*drawnLink
	node  map[string]*drawnNode
	link  map[string]*drawnLink
}

func draw(paths []flow, texts []textGroup) drawing {
	if len(paths) == 0 {
		return drawing{}
	}
	relays := 0
	for _, p := range paths {
		relays = max(relays, len(p.Relays))
	}
	g := &funnelGraph{node: map[string]*drawnNode{}, link: map[string]*drawnLink{}}
	apart := widestOrigins(paths)
	for _, p := range paths {
		g.addFlow(p, texts, relays, apart)
	}
	columns := relays + 3
	height := g.place(columns)
	d := drawing{Width: drawnWidth, Height: height}
	for i := range columns {
		d.Columns = append(d.Columns, drawnColumn{columnX(i, columns), columnLabel(i, relays)})
	}
	for _, l := range g.links {
		d.Links = append(d.Links, *l)
	}
	for _, n := range g.nodes {
		d.Nodes = append(d.Nodes, *n)
	}
	return d
}

func columnLabel(i, relays int) string {
	switch {
	case i == 0:
		return "Origins"
	case i == 1 && relays > 0:
		return "Through"
	case i <= relays:
		return ""
	case i == relays+1:
		return "Texts"
	}
	return "Accounts"
}

func columnX(i, columns int) int {
	const last = drawnWidth - 190
	return i * last / max(columns-1, 1)
}

// widestOrigins are the keys of the origins that are drawn apart.
func widestOrigins(paths []flow) map[string]bool {
	weight := map[string]int{}
	var keys []string
	for _, p := range paths {
		if weight[p.keys[0]] == 0 {
			keys = append(keys, p.keys[0])
		}
		weight[p.keys[0]] += len(p.Claims)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(weight[b], weight[a]) })
	apart := map[string]bool{}
	for i, k := range keys {
		apart[k] = i < mostOrigins || len(keys) == mostOrigins+1
	}
	return apart
}

func (g *funnelGraph) addFlow(p flow, texts []textGroup, relays int, apart map[string]bool) {
	w := float64(len(p.Claims))
	var at *drawnNode
	if apart[p.keys[0]] {
		at = g.named(p.keys[0]+" origin", 0, "origin", p.Origin)
		if strings.HasPrefix(p.keys[0], "?") {
			at.Note = "in text " + strconv.Itoa(p.Text)
		}
	} else {
		at = g.named("others", 0, "origin", voice{Label: "other origins"})
	}
	for i, r := range p.Relays {
		kind := "relay"
		if r.Ghost {
			kind = "ghost"
		}
		next := g.named(p.keys[i+1]+" relay", i+1, kind, r.voice)
		if next.column <= at.column { // seen before, nearer to an origin
			next = g.named(p.keys[i+1]+" relay "+strconv.Itoa(i+1), i+1, kind, r.voice)
		}
		g.join(at, next, w, p.Circular)
		at = next
	}
	t := texts[p.Text-1]
	text := g.named("text "+strconv.Itoa(t.Number), relays+1, "text", voice{Label: "text " + strconv.Itoa(t.Number)})
	if len(t.Accounts) > 1 {
		text.Note = plural(len(t.Accounts), "account", "accounts")
	}
	g.join(at, text, w, p.Circular)
	for _, a := range p.Accounts {
		outlet := g.named(a.Anchor, relays+2, "outlet", voice{Label: strconv.Itoa(a.Number) + " " + a.Label})
		outlet.Href = "#" + a.Anchor
		g.join(text, outlet, w, false)
	}
}

func (g *funnelGraph) named(key string, column int, kind string, v voice) *drawnNode {
	n := g.node[key]
	if n != nil {
		return n
	}
	n = &drawnNode{key: key, column: column, Kind: kind, Full: v.Label}
	if v.Cell != nil {
		n.Serif, n.Href = true, v.Cell.Href
	}
	if kind == "ghost" {
		n.Note = "not in your set"
	}
	for _, l := range wrap(v.Label, labelWidth, 3) {
		n.Lines = append(n.Lines, drawnLine{Text: l})
	}
	g.node[key] = n
	g.nodes = append(g.nodes, n)
	return n
}

func (g *funnelGraph) join(from, to *drawnNode, claims float64, circular bool) {
	key := from.key + "\x00" + to.key
	l := g.link[key]
	if l == nil {
		l = &drawnLink{from: from, to: to}
		g.link[key] = l
		g.links = append(g.links, l)
	}
	l.claims += claims
	l.Circular = l.Circular || circular
	from.out += claims
	to.in += claims
}

// place gives every node its bar and every link its curve, and returns the
// height of the whole.
func (g *funnelGraph) place(columns int) int {
	most := 0.0
	totals := make([]float64, columns)
	for _, n := range g.nodes {
		n.weight = max(n.in, n.out)
		totals[n.column] += n.weight
		most = max(most, totals[n.column])
	}
	unit := min(flowHeight/most, 14)
	height := 0
	for c := range columns {
		height = max(height, g.placeColumn(c, columns, unit))
	}
	for c := range columns {
		g.centre(c, height)
	}
	g.placeLinks(unit)
	for _, n := range g.nodes {
		n.label()
	}
	return height + 8
}

// placeColumn stacks a column's nodes in the order of what they come from.
func (g *funnelGraph) placeColumn(c, columns int, unit float64) int {
	in := g.column(c)
	if c > 0 {
		slices.SortStableFunc(in, func(a, b *drawnNode) int { return cmp.Compare(g.meanSource(a), g.meanSource(b)) })
	} else {
		slices.SortStableFunc(in, func(a, b *drawnNode) int { return cmp.Compare(b.weight, a.weight) })
	}
	y := float64(drawnTop)
	for _, n := range in {
		lines := len(n.Lines)
		if n.Note != "" {
			lines++
		}
		bar := max(n.weight*unit, 3)
		n.slot = max(bar, float64(lines*lineHeight)) + nodeGap
		n.X, n.H = columnX(c, columns), int(bar+0.5)
		n.Y = int(y + (n.slot-nodeGap-bar)/2)
		y += n.slot
	}
	return int(y)
}

func (g *funnelGraph) column(c int) []*drawnNode {
	var in []*drawnNode
	for _, n := range g.nodes {
		if n.column == c {
			in = append(in, n)
		}
	}
	return in
}

func (g *funnelGraph) meanSource(n *drawnNode) float64 {
	sum, weight := 0.0, 0.0
	for _, l := range g.links {
		if l.to == n {
			sum += float64(l.from.Y+l.from.H/2) * l.claims
			weight += l.claims
		}
	}
	return sum / max(weight, 1)
}

func (g *funnelGraph) centre(c, height int) {
	in := g.column(c)
	total := 0.0
	for _, n := range in {
		total += n.slot
	}
	shift := (height - drawnTop - int(total)) / 2
	for _, n := range in {
		n.Y += max(shift, 0)
	}
}

func (g *funnelGraph) placeLinks(unit float64) {
	slices.SortStableFunc(g.links, func(a, b *drawnLink) int {
		return cmp.Or(cmp.Compare(a.from.column, b.from.column), cmp.Compare(a.from.Y, b.from.Y), cmp.Compare(a.to.Y, b.to.Y))
	})
	left, right := map[*drawnNode]float64{}, map[*drawnNode]float64{}
	for _, l := range g.links {
		w := max(l.claims*unit, 1.5)
		y1 := float64(l.from.Y) + left[l.from] + w/2
		y2 := float64(l.to.Y) + right[l.to] + w/2
		left[l.from] += l.claims * unit
		right[l.to] += l.claims * unit
		x1, x2 := l.from.X+barWidth, l.to.X
		mid := (x1 + x2) / 2
		l.Path = fmt.Sprintf("M%d %.1fC%d %.1f %d %.1f %d %.1f", x1, y1, mid, y1, mid, y2, x2, y2)
		l.Width = strconv.FormatFloat(w, 'f', 1, 64)
		l.Title = l.from.Full + " → " + l.to.Full + ": " + plural(int(l.claims), "claim", "claims")
		if l.Circular {
			l.Title += " (circular)"
		}
	}
}

// label sets the lines of the node beside the middle of its bar.
func (n *drawnNode) label() {
	lines := len(n.Lines)
	if n.Note != "" {
		lines++
	}
	n.LabelX = n.X + barWidth + 6
	y := n.Y + n.H/2 - lines*lineHeight/2 + 12
	for i := range n.Lines {
		n.Lines[i].Y = y
		y += lineHeight
	}
	n.NoteY = y
}

// wrap divides a label into lines of about width characters, at most lines of
// them; what does not fit is cut with an ellipsis, the whole being in the title.
func wrap(label string, width, lines int) []string {
	var out []string
	line := ""
	flush := func() {
		if line != "" {
			out = append(out, line)
			line = ""
		}
	}
	for _, w := range strings.Fields(label) {
		for len([]rune(w)) > width {
			flush()
			r := []rune(w)
			out = append(out, string(r[:width]))
			w = string(r[width:])
		}
		if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
			flush()
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	flush()
	if len(out) > lines {
		out = out[:lines]
		out[lines-1] = strings.TrimRight(out[lines-1], " ") + "…"
	}
	return out
}
