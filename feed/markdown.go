package feed

import "hearsay"

func isMarkdown(name, media string) bool { return false }
func unmark(p *hearsay.Page)             {}
