package en

import _ "embed"

// Chrome lists the wording of web pages around an article: reason, place, words.
//
//go:embed chrome.txt
var Chrome string

// Zones lists abbreviations of time zones: abbreviation, offset, country.
//
//go:embed zones.txt
var Zones string

// Stopwords lists the function words that tell running English text from labels.
//
//go:embed stopwords.txt
var Stopwords string
