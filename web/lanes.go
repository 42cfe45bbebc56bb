package web

import (
	"cmp"
	"math"
	"slices"
	"time"

	"hearsay/schema"
)

// lanes is time twice: what happened, as the accounts date it, and when it was
// reported.
type lanes struct {
	Chart   chart
	Shown   []moment
	Folded  []moment
	Undated []happened // expressions that could not be resolved
	Silent  []*account // without a date of publication
}

// moment is one date with what lies on it.
type moment struct {
	Date     string // in words
	Machine  string // for <time>; empty when HTML has no form for it
	Vague    bool
	Happened []happened
	Reported []reported
	when     interval
}

// happened is an event as one account dates it.
type happened struct {
	Evidence cell  // the words that date it
	Before   *cell // of their sentence, what stands before the words
	After    *cell // and after
	Account  *account
	Claims   []claimLink
	Also     []*account // that give the same sentence

	sentence string // its words, to know it again
}

type claimLink struct {
	Href, Number string
}

type reported struct {
	Account  *account
	Evidence cell
}

// momentTable is some of the dates, as a table.
type momentTable struct {
	Caption string
	Rows    []moment
}

// First are the dates that are always listed.
func (l lanes) First() momentTable {
	return momentTable{"What happened and when it was reported", l.Shown}
}

// Others are the dates that unfold.
func (l lanes) Others() momentTable { return momentTable{"The other dates", l.Folded} }

// shownMoments is how many dates are listed before the others are folded.
const shownMoments = 16

func (x *index) lanes() lanes {
	l := lanes{}
	at := map[string]int{}
	var all []moment
	on := func(value string) *moment {
		i, there := at[value]
		if !there {
			when, _ := parseEDTF(value)
			i = len(all)
			at[value] = i
			all = append(all, newMoment(value, when))
		}
		return &all[i]
	}
	for i := range x.Timeline {
		e := &x.Timeline[i]
		h := x.happened(e)
		if h.Account == nil {
			continue
		}
		if e.Date == nil || !readable(*e.Date) {
			l.Undated = append(l.Undated, h)
			continue
		}
		on(*e.Date).add(h)
	}
	for _, a := range x.accounts {
		if a.Published == nil || !readable(a.Published.Value) {
			l.Silent = append(l.Silent, a)
			continue
		}
		m := on(a.Published.Value)
		m.Reported = append(m.Reported, reported{a, x.cell(&a.Published.Evidence)})
	}
	slices.SortStableFunc(all, func(a, b moment) int {
		return cmp.Or(a.when.From.Compare(b.when.From), a.when.To.Compare(b.when.To))
	})
	l.Chart = drawChart(all)
	cut := len(all)
	if cut > shownMoments+3 {
		cut = shownMoments
	}
	l.Shown, l.Folded = all[:cut], all[cut:]
	return l
}

// add puts a sentence that is there already, in a copy, to the first.
func (m *moment) add(h happened) {
	for i := range m.Happened {
		first := &m.Happened[i]
		if first.sentence != "" && first.sentence == h.sentence && first.Account != h.Account &&
			first.Account.Text == h.Account.Text && !slices.Contains(first.Also, h.Account) {
			first.Also = append(first.Also, h.Account)
			return
		}
	}
	m.Happened = append(m.Happened, h)
}

func readable(date string) bool {
	_, ok := parseEDTF(date)
	return ok
}

func newMoment(value string, when interval) moment {
	m := moment{Date: schema.ReadableDate(value), when: when, Vague: when.Vague()}
	for _, form := range []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04Z07:00", time.RFC3339} {
		if _, err := time.Parse(form, value); err == nil {
			m.Machine = value
		}
	}
	return m
}

func (x *index) happened(e *schema.Event) happened {
	h := happened{Evidence: x.cell(&e.Evidence), Account: x.account[e.Evidence.Article]}
	for _, id := range e.Claims {
		if href := x.claimHref[id]; href != "" {
			h.Claims = append(h.Claims, claimLink{href, id})
		}
	}
	if h.Account == nil || h.Evidence.Broken || e.Evidence.Start == nil || e.Evidence.End == nil {
		return h
	}
	a, from, to := h.Account, *e.Evidence.Start, *e.Evidence.End
	start, end := a.around(from, to)
	h.sentence = bareText([]cell{{Text: string(a.runes[start:end])}})
	if start < from {
		c := a.cellAt(start, from)
		h.Before = &c
	}
	if to < end {
		c := a.cellAt(to, end)
		h.After = &c
	}
	return h
}

// chart is both lanes drawn over one axis, on which long gaps are shortened.
type chart struct {
	Width, Height int
	Ticks         []tick
	Bars          []bar
	Divide        int // y of the line between the lanes
	ReportedY     int // y of the lower lane's label
	Base          int // y of the axis
}

type tick struct {
	X              int
	Bottom, LabelY int
	Label          string
}

// bar is a date: a bar as long as the date is vague, a dot for a day or less.
type bar struct {
	X, Y, W  int
	MidY     int
	CountX   int
	CountY   int
	Dot      bool
	Reported bool
	Label    string
	Count    int
}

const (
	chartWidth = 1120
	chartEdge  = 60
	barHeight  = 14
	barStep    = 20
)

func drawChart(all []moment) chart {
	if len(all) == 0 {
		return chart{}
	}
	c := chart{Width: chartWidth}
	place := timeScale(all)
	top := 30
	rows := c.lane(all, place, top, false)
	c.Divide = top + max(rows, 1)*barStep + 12
	c.ReportedY = c.Divide + 20
	lower := c.Divide + 34
	rows = c.lane(all, place, lower, true)
	c.Base = lower + max(rows, 1)*barStep + 10
	c.Height = c.Base + 34
	last := math.Inf(-1)
	for _, m := range all {
		t := tick{X: int(place(m.when.From)), Bottom: c.Base, LabelY: c.Base + 18}
		if float64(t.X)-last > 92 && !m.Vague {
			t.Label = m.when.From.Format("2 Jan 2006")
			last = float64(t.X)
		} else if float64(t.X)-last > 92 {
			t.Label = m.Date
			last = float64(t.X)
		}
		if t.Label != "" {
			c.Ticks = append(c.Ticks, t)
		}
	}
	return c
}

// lane stacks the bars of one lane from the top and returns how many rows they
// take.
func (c *chart) lane(all []moment, place func(time.Time) float64, top int, reported bool) int {
	var ends []int // of each row, the end of its last bar
	for _, m := range all {
		n := len(m.Happened)
		if reported {
			n = len(m.Reported)
		}
		if n == 0 {
			continue
		}
		x1, x2 := int(place(m.when.From)), int(place(m.when.To))
		b := bar{X: x1, W: max(x2-x1, 10), Dot: !m.Vague, Reported: reported, Label: m.Date, Count: n}
		if b.Dot {
			b.W = 12
		}
		row := slices.IndexFunc(ends, func(end int) bool { return end+8 < x1 })
		if row < 0 {
			row = len(ends)
			ends = append(ends, 0)
		}
		ends[row] = x1 + b.W
		if n > 1 {
			ends[row] += 26
		}
		b.Y = top + row*barStep
		b.MidY, b.CountX, b.CountY = b.Y+barHeight/2, b.X+b.W+4, b.Y+12
		c.Bars = append(c.Bars, b)
	}
	return len(ends)
}

// timeScale places times so that neighbouring dates stay apart and long gaps do
// not push all else together: a gap is as long as the logarithm of its days.
func timeScale(all []moment) func(time.Time) float64 {
	var marks []time.Time
	for _, m := range all {
		marks = append(marks, m.when.From)
		if m.Vague {
			marks = append(marks, m.when.To)
		}
	}
	slices.SortFunc(marks, time.Time.Compare)
	marks = slices.CompactFunc(marks, time.Time.Equal)
	at := make([]float64, len(marks))
	for i := 1; i < len(marks); i++ {
		days := marks[i].Sub(marks[i-1]).Hours() / 24
		at[i] = at[i-1] + 0.4 + math.Log2(1+days)
	}
	whole := at[len(at)-1]
	return func(t time.Time) float64 {
		i, found := slices.BinarySearchFunc(marks, t, time.Time.Compare)
		if whole == 0 {
			return chartWidth / 2
		}
		position := at[min(i, len(at)-1)]
		if !found && i > 0 && i < len(at) {
			share := float64(t.Sub(marks[i-1])) / float64(marks[i].Sub(marks[i-1]))
			position = at[i-1] + share*(at[i]-at[i-1])
		}
		return chartEdge + position/whole*(chartWidth-2*chartEdge-40)
	}
}
