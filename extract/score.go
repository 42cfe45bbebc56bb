package extract

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hearsay"
)

// PageTruth is what is known of a page: stretches that must and that must not
// stand in its main text, and its metadata, empty where it has none.
type PageTruth struct {
	ID      string   `json:"id"`
	URL     string   `json:"url"`
	With    []string `json:"with"`
	Without []string `json:"without"`
	Title   string   `json:"title"`
	Author  authors  `json:"author"`
	Date    string   `json:"date"` // ISO 8601 day
}

// authors are given as one string or as several.
type authors []string

// UnmarshalJSON takes a string for a list of one.
func (a *authors) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		if *a = nil; one != "" {
			*a = authors{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(a))
}

// Scores count how often reading pages came out as the truth says.
type Scores struct {
	Pages, Failed                  int
	Kept, Missed, Wrong, Left      int // stretches: must be and is, must be and is not, must not and is, must not and is not
	Title, TitleAll                int
	Author, AuthorGiven, AuthorAll int // right, given, with truth
	AuthorExtra                    int // given for a page without an author in its truth
	Date, DateGiven, DateAll       int // right, given, with truth
	DateInvented                   int // given for a page without a date in its truth
	MissedTitles, WrongDates       []string
}

// ParseTruth reads a JSON array of pages' truths.
func ParseTruth(file []byte) ([]PageTruth, error) {
	var list []PageTruth
	if err := json.Unmarshal(file, &list); err != nil {
		return nil, fmt.Errorf("truth of pages: %w", err)
	}
	return list, nil
}

// Score reads the pages that truth names, each by its bytes, and compares.
func Score(truth []byte, page func(id string) ([]byte, error)) (*Scores, error) {
	list, err := ParseTruth(truth)
	if err != nil {
		return nil, err
	}
	s := &Scores{}
	for _, t := range list {
		data, err := page(t.ID)
		if err != nil {
			return nil, err
		}
		a, _, err := Clean(&hearsay.Page{Name: t.ID, Media: hearsay.MediaHTML, Bytes: data})
		if err != nil {
			s.Failed++
			a = &hearsay.Article{}
		}
		s.Add(t, a)
	}
	return s, nil
}

// Add compares one article with its truth.
func (s *Scores) Add(t PageTruth, a *hearsay.Article) {
	s.Pages++
	body := spaced(Body(a))
	for _, w := range t.With {
		count(strings.Contains(body, spaced(w)), &s.Kept, &s.Missed)
	}
	for _, w := range t.Without {
		count(strings.Contains(body, spaced(w)), &s.Wrong, &s.Left)
	}
	if t.Title != "" {
		s.TitleAll++
		if similar(a.Headline.Of(a.Text), t.Title) {
			s.Title++
		} else {
			s.MissedTitles = append(s.MissedTitles, t.ID+": "+t.Title+" | "+a.Headline.Of(a.Text))
		}
	}
	s.addAuthor(t, a)
	s.addDate(t, a)
}

func count(yes bool, a, b *int) {
	if yes {
		*a++
	} else {
		*b++
	}
}

func (s *Scores) addAuthor(t PageTruth, a *hearsay.Article) {
	if len(t.Author) == 0 {
		if a.Byline != nil && t.Title != "" {
			s.AuthorExtra++
		}
		return
	}
	if a.Byline != nil {
		s.AuthorGiven++
	}
	s.AuthorAll++
	if a.Byline != nil && slices.ContainsFunc(t.Author, func(name string) bool { return similar(a.Byline.Text, name) }) {
		s.Author++
	}
}

func (s *Scores) addDate(t PageTruth, a *hearsay.Article) {
	given := a.Published != nil && !a.Published.Guessed
	switch {
	case t.Date == "" && given && t.Title != "":
		s.DateInvented++
	case t.Date == "":
		return
	}
	if t.Date != "" {
		s.DateAll++
	}
	if !given || t.Date == "" {
		if t.Date != "" {
			s.WrongDates = append(s.WrongDates, t.ID+": "+t.Date+" none")
		}
		return
	}
	s.DateGiven++
	if strings.HasPrefix(a.Published.Value, t.Date) {
		s.Date++
	} else {
		s.WrongDates = append(s.WrongDates, t.ID+": "+t.Date+" "+a.Published.Value+" "+a.Published.Evidence.Text)
	}
}

// Body is the text of an article's body blocks, its standfirst with them.
func Body(a *hearsay.Article) string {
	var b strings.Builder
	for _, block := range a.Blocks {
		if block.Role != hearsay.RoleHeadline {
			b.WriteString(block.Of(a.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// similar reports whether one of two names holds the other, letters and digits
// alone.
func similar(a, b string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	x, y := bare(a), bare(b)
	return x != "" && y != "" && (strings.Contains(x, y) || strings.Contains(y, x))
}

// Precision is the share of the stretches kept that must be.
func (s *Scores) Precision() float64 { return share(s.Kept, s.Kept+s.Wrong) }

// Recall is the share of the stretches that must be kept that are.
func (s *Scores) Recall() float64 { return share(s.Kept, s.Kept+s.Missed) }

// F1 is the harmonic mean of precision and recall.
func (s *Scores) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// String is the table that `hearsay eval extract` prints.
func (s *Scores) String() string {
	return fmt.Sprintf("pages %d, without text %d\nstretches P %.3f R %.3f F1 %.3f (%d judged)\nheadline %.3f of %d\nauthor P %.3f R %.3f of %d, given where the truth has none %d\ndate exact %.3f of %d, precision %.3f, stated where the truth has none %d\n",
		s.Pages, s.Failed, s.Precision(), s.Recall(), s.F1(), s.Kept+s.Missed+s.Wrong+s.Left, share(s.Title, s.TitleAll), s.TitleAll,
		share(s.Author, s.AuthorGiven), share(s.Author, s.AuthorAll), s.AuthorAll, s.AuthorExtra, share(s.Date, s.DateAll), s.DateAll, share(s.Date, s.DateGiven), s.DateInvented)
}
