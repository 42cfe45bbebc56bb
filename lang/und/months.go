package und

import _ "embed"

// Months are the names of months in lower case, one language a line.
//
//go:embed months.txt
var Months string
