package extract

import "hearsay"

// teaserDate is the day that a list of the site's articles gives beside the
// headline of this one: "10.11.2021 / Council approves new pier".
func (d *document) teaserDate() *hearsay.Date {
	if d.draft.head < 0 {
		return nil
	}
	title := d.lines[d.draft.head].plain()
	var best *hearsay.Date
	for i := range d.lines {
		if i == d.draft.head || d.lines[i].plain() != title {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(d.lines) || d.out[k].parent != d.out[i].parent {
				continue
			}
			found := d.loneDate(k)
			switch {
			case found == nil:
			case best == nil:
				best = found
			case best.Value != found.Value:
				return nil
			}
		}
	}
	return best
}

// loneDate is the day of a line that holds little else.
func (d *document) loneDate(i int) *hearsay.Date {
	l := &d.lines[i]
	if len(l.text) > 60 {
		return nil
	}
	found := datesIn(l.text, d.dayOrder)
	if len(found) != 1 || found[0].day == 0 {
		return nil
	}
	if lab := labelOf(split(l.text), found[0].from); lab == revision || lab == otherDay {
		return nil
	}
	value, precision := found[0].value("")
	return &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(found[0].from, found[0].to)}
}

// describedDate is the day in the page's description that it calls that of the
// report: "(Press release of 14 January 2020)".
func (d *document) describedDate() *hearsay.Date {
	m, ok := d.markup.meta("description", "og:description")
	if !ok || m.raw.End <= m.raw.Start {
		return nil
	}
	found := datesIn(m.value, d.order())
	if len(found) != 1 || found[0].day == 0 || !reportBefore(m.value[:found[0].from]) {
		return nil
	}
	value, precision := found[0].value("")
	return &hearsay.Date{Value: value, Precision: precision, Evidence: d.evidence(m.raw)}
}

// reportBefore reports whether s ends with a word for a report and at most one
// more: "Notizia del".
func reportBefore(s string) bool {
	ws := split(s)
	for i := len(ws) - 1; i >= 0 && i >= len(ws)-2; i-- {
		if dateWords.reports[ws[i].lower] {
			return true
		}
	}
	return false
}
