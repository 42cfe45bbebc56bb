package extract

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// highestMasthead is the number of lines at the top of a text among which an
// outlet's own name may stand.
const highestMasthead = 12

// findMasthead drops the line on which an outlet's name stands by itself, above
// or below the date or the byline: "Marlow Valley Echo".
func (d *draft) findMasthead() {
	for i := 0; i < len(d.lines) && i < highestMasthead; i++ {
		l := &d.lines[i]
		if l.as != undecided && (l.as != dropped || l.proof) || !l.bareName() || !mastheadName(l.body()) {
			continue
		}
		for _, step := range []int{-1, 1} {
			if n := d.neighbour(i, step); n != nil && n.as == dropped && (n.reason == "date" || n.reason == "byline") {
				d.masthead = ptr(l.evidence(l.from, l.to))
				l.as, l.reason, l.proof = dropped, "outlet", true
				return
			}
		}
	}
}

// mastheadName reports whether a name is a listed outlet or ends as the names
// of newspapers do, and is nobody's.
func mastheadName(name string) bool {
	if o, ok := outletNames()[strings.ToLower(name)]; ok {
		return o.Kind != "agency" && o.Kind != "network"
	}
	first, last, _ := strings.Cut(name, " ")
	_, given := en.GivenNames()[first]
	return papers[strings.ToLower(last[strings.LastIndexByte(last, ' ')+1:])] && !(given && !strings.Contains(last, " "))
}

// papers are last words of the names of newspapers that head no section of one.
var papers = map[string]bool{"echo": true, "times": true, "post": true, "herald": true, "tribune": true, "gazette": true, "journal": true, "chronicle": true,
	"courier": true, "observer": true, "standard": true, "mirror": true, "telegraph": true, "examiner": true, "bulletin": true, "argus": true, "sentinel": true,
	"dispatch": true, "inquirer": true, "enquirer": true, "advertiser": true, "mercury": true, "independent": true, "messenger": true}

// mastheadOutlet: the outlet's name beside the date of the text.
func (d *draft) mastheadOutlet() hearsay.Outlet {
	if d.masthead == nil {
		return hearsay.Outlet{}
	}
	return hearsay.Outlet{Name: canonicalOutlet(d.masthead.Text), Evidence: []hearsay.Evidence{*d.masthead}}
}
