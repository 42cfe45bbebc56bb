package mentions

import (
	"sync"

	"hearsay/lang/en"
)

// calendar lists the months and weekdays, which are capitalised without being
// names that act.
var calendar = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range en.Calendar() {
		switch w.Class {
		case "month", "monthabbr", "namemonth", "weekday", "weekdayabbr":
			out[w.Word] = true
		}
	}
	return out
})
