package extract

import (
	"strconv"
	"strings"

	"hearsay"
)

const dayLength = len("2024-02-14")

// witness is the part of a page that gives a date of publication, the most
// reliable first.
type witness uint8

const (
	byLinkedData witness = iota
	byMeta
	byTime   // a <time> element, or one of the hentry format
	byText   // beside the headline, or called so
	byWeak   // a meta element that may mean another day, a label far away
	byTitle  // at the front of the page's title
	byScript // in the data of the page's scripts, where all agree
	byAddress
)

// proposal is a date of publication by one witness.
type proposal struct {
	hearsay.Date
	by   witness
	rank int
}

// date is the day of publication on which most witnesses agree; among equals
// the most reliable decides. A witness that differs is a doubt.
func (d *document) date(country string) *hearsay.Date {
	all := d.proposals(country)
	home := country
	if base, _, _ := strings.Cut(strings.ToLower(d.markup.lang), "-"); home == "" {
		home = homeOf[base]
	}
	for i := range all {
		all[i].atHome(home)
	}
	if len(all) == 0 || len(all) == 1 && all[0].unset() {
		d.noDate(country)
		return nil
	}
	best, most := 0, -1
	for i := range all {
		if n := all[i].support(all); n > most {
			best, most = i, n
		}
	}
	chosen := all[best]
	for i := range all {
		p := &all[i]
		switch {
		case p.day() == chosen.day() && p.by < byWeak && len(p.Value) > len(chosen.Value) && len(chosen.Value) == dayLength:
			chosen = *p
		case p.day() == chosen.day() || chosen.by >= byText:
		case p.showsDay() && chosen.elsewhere(p) && all[best].alone(all), p.shownLater(&chosen), p.longBefore(&chosen):
			chosen = *p
		}
	}
	for i := range all {
		if p := &all[i]; p.by <= byText && p.day() != chosen.day() && !p.elsewhere(&chosen) && !chosen.elsewhere(p) {
			d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtDisagreement, Evidence: &p.Evidence,
				Note: "the page gives another date of publication, too: " + p.Value})
			break
		}
	}
	return &chosen.Date
}

// proposals asks every witness; the weak ones only when no other speaks.
func (d *document) proposals(country string) []proposal {
	var all []proposal
	ask := func(by witness, found *hearsay.Date, rank int) {
		if found != nil {
			all = append(all, proposal{*found, by, rank})
		}
	}
	ask(byLinkedData, d.markedDate(d.ld.published.value, d.ld.published.raw), 0)
	ask(byMeta, d.metaDate(dateKeys), 0)
	ask(byTime, d.timeDate(), 0)
	shown, rank := d.visibleDate(country)
	if rank >= leastShown || len(all) > 0 {
		ask(byText, shown, rank)
	}
	ask(byWeak, d.metaDate(weakKeys), 0)
	ask(byAddress, d.addressDate(), 0)
	if len(all) == 0 {
		ask(byText, shown, rank)
	}
	if len(all) == 0 {
		ask(byText, d.labelledDate(country), belowText)
	}
	if len(all) == 0 {
		ask(byText, d.teaserDate(), belowText)
	}
	if len(all) == 0 {
		ask(byTime, d.onlyTime(), 0)
	}
	if len(all) == 0 {
		ask(byTitle, d.titleDate(), 0)
	}
	if len(all) == 0 {
		ask(byTitle, d.describedDate(), 0)
	}
	if len(all) == 0 {
		ask(byScript, d.scriptDate(), 0)
	}
	return all
}

func (p *proposal) day() string { return p.Value[:min(len(p.Value), dayLength)] }

// support counts the witnesses that name the day of p: those that page and
// markup state count double.
func (p *proposal) support(all []proposal) int {
	n := 0
	for i := range all {
		q := &all[i]
		if q.day() != p.day() && !q.elsewhere(p) && !p.elsewhere(q) {
			continue
		}
		if n += 2; q.by >= byWeak || q.by == byText && q.rank < leastShown {
			n--
		}
	}
	if p.by >= byWeak {
		n--
	}
	if p.unset() {
		n -= 4
	}
	return n
}

// unset reports whether p is the first of January without a time, which stands
// for a year or for nothing.
func (p *proposal) unset() bool {
	return strings.HasSuffix(p.day(), "-01-01") && len(p.Value) <= len("2024-01-01")
}

// showsDay reports whether p is a day as the page shows it, without a zone.
func (p *proposal) showsDay() bool {
	return p.by == byText || p.by == byAddress || p.by == byTime && len(p.Value) == dayLength
}

// shownLater reports whether p is what the page shows its readers under the
// headline as its date, up to a week after the day of its markup, which may be
// that on which the text was begun.
func (p *proposal) shownLater(markup *proposal) bool {
	if p.by != byText || p.rank != calledUnderHead || len(markup.Value) < dayLength {
		return false
	}
	days := dayNumber(p.Value) - dayNumber(markup.Value)
	return days > 0 && days <= 7
}

// longBefore reports whether p is the day in the page's address, more than a
// month before that of its markup: the page was made anew, its address was not.
func (p *proposal) longBefore(markup *proposal) bool {
	return p.by == byAddress && len(markup.Value) >= dayLength && dayNumber(markup.Value)-dayNumber(p.Value) > 31
}

// atHome turns an instant in universal time that is midnight in the country of
// the page into the day that begins there: no time of day was known.
func (p *proposal) atHome(country string) {
	if !strings.HasSuffix(p.Value, ":00+00:00") || p.by >= byText || !strings.Contains(p.Evidence.Text, ":00:00") {
		return
	}
	east, ok := eastOf[country]
	if !ok {
		return
	}
	st := datesIn(p.Value, unknownOrder)[0]
	if st.europeanSummer() {
		east++
	}
	if st.hour+east != 24 {
		return
	}
	if st.day++; st.day > daysIn(st.year, st.month) {
		st.day, st.month = 1, st.month+1
	}
	if st.month > 12 {
		st.month, st.year = 1, st.year+1
	}
	st.hour = -1
	p.Value, p.Precision = st.value("")
}

// eastOf is how many hours countries with European summer time are ahead of
// universal time in winter.
var eastOf = map[string]int{"GB": 0, "IE": 0, "PT": 0, "DE": 1, "AT": 1, "CH": 1, "FR": 1, "BE": 1, "NL": 1, "LU": 1, "IT": 1, "ES": 1, "DK": 1, "SE": 1, "NO": 1, "PL": 1,
	"CZ": 1, "SK": 1, "HU": 1, "SI": 1, "HR": 1, "RS": 1, "FI": 2, "EE": 2, "LV": 2, "LT": 2, "GR": 2, "BG": 2, "RO": 2, "UA": 2}

// homeOf is the time zone of languages that are written in one zone, by country.
var homeOf = map[string]string{"de": "DE", "it": "IT", "nl": "NL", "da": "DK", "sv": "SE", "no": "NO", "nb": "NO", "pl": "PL", "cs": "CZ", "sk": "SK", "hu": "HU",
	"sl": "SI", "hr": "HR", "fi": "FI", "el": "GR", "bg": "BG", "ro": "RO", "uk": "UA"}

// alone reports whether no other witness names the day of p.
func (p *proposal) alone(all []proposal) bool {
	for i := range all {
		if q := &all[i]; q.by != p.by && q.by >= byText && q.day() == p.day() {
			return false
		}
	}
	return true
}

// elsewhere reports whether q may be the day of p, an instant in universal
// time, where the page is at home: up to ten hours east or twelve west.
func (p *proposal) elsewhere(q *proposal) bool {
	if !strings.HasSuffix(p.Value, "+00:00") || len(p.Value) < len("2024-02-14T10:08") || len(q.Value) < dayLength {
		return false
	}
	hour, err := strconv.Atoi(p.Value[11:13])
	if err != nil {
		return false
	}
	switch dayNumber(q.Value) - dayNumber(p.Value) {
	case 1:
		return hour >= 14
	case -1:
		return hour < 12
	}
	return false
}
