package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"hearsay/schema"
)

// maker builds a dossier from texts: stretches are named by their words, so
// that every code point is counted and none is typed.
type maker struct {
	d      *schema.Dossier
	inputs map[string][]byte
}

func newMaker() *maker {
	return &maker{d: &schema.Dossier{Hearsay: schema.Version, Model: "en-sample"}, inputs: map[string][]byte{}}
}

// article adds an account. The text's first block is the headline when named
// is set; chrome stands before the text in the input.
func (m *maker) article(input, outlet, published, chrome, text string, named bool) string {
	id := fmt.Sprintf("a%d", len(m.d.Articles)+1)
	data := chrome + text
	sum := sha256.Sum256([]byte(data))
	a := schema.Article{ID: id, Input: input, SHA256: hex.EncodeToString(sum[:]), Language: "en", Text: text}
	m.inputs[input] = []byte(data)
	m.d.Articles = append(m.d.Articles, a)
	at := &m.d.Articles[len(m.d.Articles)-1]
	if outlet != "" {
		at.Outlet = &schema.Outlet{Name: outlet}
	}
	for i, block := range strings.Split(text, "\n\n") {
		s := m.span(id, block)
		if i == 0 && named {
			at.Headline = &s
			continue
		}
		at.Paragraphs = append(at.Paragraphs, s)
	}
	if chrome != "" {
		at.Chrome = []schema.Chrome{{Raw: [2]int32{0, int32(len(chrome))}, Reason: "navigation"}}
	}
	if published != "" {
		at.Published = &schema.Date{Value: published, Precision: "day", Evidence: schema.Span{Article: id, Text: published, Raw: [2]int32{0, int32(len(published))}}}
	}
	return id
}

// span is the first stretch of the article that reads so.
func (m *maker) span(article, words string) schema.Span { return m.nth(article, words, 0) }

func (m *maker) nth(article, words string, skip int) schema.Span {
	for i := range m.d.Articles {
		a := &m.d.Articles[i]
		if a.ID != article {
			continue
		}
		from := 0
		for ; skip >= 0; skip-- {
			at := strings.Index(a.Text[from:], words)
			if at < 0 {
				panic(fmt.Sprintf("%s does not say %q", article, words))
			}
			from += at
			if skip > 0 {
				from += len(words)
			}
		}
		start := len([]rune(a.Text[:from]))
		end := start + len([]rune(words))
		shift := len(m.inputs[a.Input]) - len(a.Text)
		return schema.Span{Article: article, Start: &start, End: &end, Text: words,
			Raw: [2]int32{int32(from + shift), int32(from + len(words) + shift)}}
	}
	panic("no article " + article)
}

// entity adds what the mentions, "a1: words", refer to.
func (m *maker) entity(name, kind string, mentions ...string) string {
	id := fmt.Sprintf("e%d", len(m.d.Entities)+1)
	e := schema.Entity{ID: id, Name: name, Kind: kind}
	for _, x := range mentions {
		article, words, _ := strings.Cut(x, ": ")
		e.Mentions = append(e.Mentions, m.span(article, words))
	}
	m.d.Entities = append(m.d.Entities, e)
	return id
}

// said adds a statement: source, cue and content by their words, any empty.
func (m *maker) said(article, form, act, entity, source, cue, content string, chain ...string) string {
	id := fmt.Sprintf("s%d", len(m.d.Statements)+1)
	s := schema.Statement{ID: id, Article: article, Form: form, Act: act, Chain: chain, Source: schema.Source{Kind: "unknown"}}
	if entity != "" {
		s.Source.Entity, s.Source.Kind = &entity, "person"
	}
	add := func(to *[]schema.Span, words string) {
		for _, w := range strings.Split(words, " | ") {
			if w != "" {
				*to = append(*to, m.span(article, w))
			}
		}
	}
	add(&s.Source.Spans, source)
	add(&s.Cue, cue)
	add(&s.Content, content)
	m.d.Statements = append(m.d.Statements, s)
	return id
}

// claim adds a claim with positions "s1 asserts"; accounts without a position
// are absent, and whether they could have known alternates.
func (m *maker) claim(wording schema.Span, lower, upper int, positions ...string) *schema.Claim {
	c := schema.Claim{ID: fmt.Sprintf("c%d", len(m.d.Claims)+1), Story: "t1", Wording: wording, Origins: schema.Origins{Lower: lower, Upper: upper}}
	present := map[string]bool{}
	for _, p := range positions {
		id, stance, _ := strings.Cut(p, " ")
		c.Positions = append(c.Positions, schema.Position{Statement: id, Stance: stance})
		for _, s := range m.d.Statements {
			if s.ID == id && !present[s.Article] {
				present[s.Article] = true
				c.Present = append(c.Present, s.Article)
			}
		}
	}
	for i, a := range m.d.Articles {
		if present[a.ID] {
			continue
		}
		ab := schema.Absence{Article: a.ID}
		if i%3 != 2 {
			could := i%2 == 0
			ab.CouldHaveKnown = &could
		}
		c.Absent = append(c.Absent, ab)
	}
	m.d.Claims = append(m.d.Claims, c)
	return &m.d.Claims[len(m.d.Claims)-1]
}

func (m *maker) doubt(kind, article string, span *schema.Span, note string) {
	m.d.Doubts = append(m.d.Doubts, schema.Doubt{Kind: kind, Article: article, Span: span, Note: note})
}

// ferry is a story in six accounts: a report by an agency whose text is not in
// the set, two accounts that are one text, a denial, an account in Arabic, and
// one that says neither its outlet nor its date.
func ferry() (*schema.Dossier, map[string][]byte) {
	m := newMaker()
	ferryArticles(m)
	ferryStatements(m)
	ferryAcross(m)
	return m.d, m.inputs
}

func ferryArticles(m *maker) {
	m.article("saved/harbour-post.txt", "Harbour Post", "2025-03-12T18:40+01:00", "2025-03-12T18:40+01:00 Home News Weather Share this article\n\n",
		"Port of Velden offered to sell ferry line, report says; mayor denies it\n\n"+
			"The port of Velden offered last month to sell its only ferry line to a rival operator, Nordwire reported on Tuesday, citing two officials with knowledge of the talks.\n\n"+
			"“There was an offer, and it was turned down,” one of the officials told the agency. A second official said the price named was 40 million euros.\n\n"+
			"Mayor Ines Okafor rejected the report on Wednesday. “No offer was made, not by me and not by the port,” she told reporters. The rival operator, Blue Strait, declined to comment.\n\n"+
			"The line has carried fewer passengers every year since 2019, according to the port’s annual report.", true)
	m.article("saved/coast-daily.html", "Coast Daily", "2025-03-12", "",
		"Port of Velden offered to sell ferry line, report says; mayor denies it\n\n"+
			"The port of Velden offered last month to sell its only ferry line to a rival operator, Nordwire reported on Tuesday, citing three officials with knowledge of the talks.\n\n"+
			"“There was an offer, and it was turned down,” one of the officials told the agency. A second official said the price named was 40 million euros.\n\n"+
			"Mayor Ines Okafor rejected the report on Wednesday. “No offer was made, not by me and not by the port,” she told reporters.", true)
	m.article("saved/island-radio.txt", "Island Radio", "2025-03-13", "",
		"Mayor: ferry line “was offered to nobody”\n\n"+
			"The mayor of Velden says the city’s ferry was never for sale. “An offer was made by nobody, neither me nor the port,” Ines Okafor told Island Radio.\n\n"+
			"Nordwire had reported that the port named a price of 45 million euros in late 2024. The union’s chairman, Tomas Brandt, warned that 210 jobs would go. He asked whether the council knew.", true)
	m.article("feeds/items.jsonl", "صحيفة الميناء", "2025-03-13", "",
		"ميناء فيلدن ينفي بيع خط العبّارات\n\nقالت رئيسة البلدية إينيس أوكافور: «لم يُقدَّم أي عرض». وذكرت وكالة Nordwire أن السعر بلغ 40 مليون يورو.", true)
	m.article("inbox/3f9a1c77e20b4d58.txt", "", "", "",
		"Blue Strait, the operator, confirmed on Friday that it had received a letter from Velden. “We did get a letter. We did not answer it,” its spokeswoman said.\n\nThe letter dates from February 2025, the spokeswoman said.", false)
	m.article("saved/strait-times.txt", "Strait Times", "2025-03-14", "",
		"Ferry sale: what is known\n\nHarbour Post wrote that the port had offered the line. The council will sit on 20 March 2025. Readers should treat <script>alert('offer')</script> lines in mails with care.\n\nThe harbour master said he “had heard nothing of Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft plans”.", true)
	m.d.Articles[3].Language = "ar"
	m.d.Articles[0].Address = "https://harbour-post.example/news/ferry?id=7#top"
	m.d.Articles[2].Address = "javascript:alert(1)"
	credit := m.span("a2", "Nordwire")
	m.d.Articles[1].Credits = []schema.Credit{{Agency: "Nordwire", Evidence: credit}}
	m.d.Articles[1].Byline = &schema.Span{Article: "a2", Text: "By our harbour desk", Raw: [2]int32{11, 30}}
}

func ferryStatements(m *maker) {
	wire := m.entity("Nordwire", "media", "a1: Nordwire", "a2: Nordwire", "a3: Nordwire", "a4: Nordwire")
	two := m.entity("two officials with knowledge of the talks", "unnamed", "a1: two officials with knowledge of the talks")
	three := m.entity("three officials with knowledge of the talks", "unnamed", "a2: three officials with knowledge of the talks")
	mayor := m.entity("Ines Okafor", "person", "a1: Mayor Ines Okafor", "a2: Mayor Ines Okafor", "a3: Ines Okafor")
	rival := m.entity("Blue Strait", "organisation", "a1: Blue Strait", "a5: Blue Strait")
	union := m.entity("Tomas Brandt", "person", "a3: Tomas Brandt")
	master := m.entity("The harbour master", "role", "a6: The harbour master")
	post := m.entity("Harbour Post", "media", "a6: Harbour Post")
	report := m.entity("the port’s annual report", "document", "a1: the port’s annual report")
	offer := "The port of Velden offered last month to sell its only ferry line to a rival operator"
	m.said("a1", "indirect", "assert", two, "two officials with knowledge of the talks", "citing", offer, wire, two)
	m.said("a1", "direct", "assert", two, "one of the officials", "told", "There was an offer, and it was turned down", wire, two)
	m.said("a1", "indirect", "assert", "", "A second official", "said", "the price named was 40 million euros", wire)
	m.said("a1", "mixed", "deny", mayor, "Mayor Ines Okafor", "rejected", "the report", mayor)
	m.said("a1", "direct", "deny", mayor, "she", "told", "No offer was made, not by me and not by the port", mayor)
	m.said("a1", "indirect", "decline", rival, "Blue Strait", "declined to comment", "", rival)
	m.said("a1", "indirect", "assert", report, "the port’s annual report", "according to", "The line has carried fewer passengers every year since 2019", report)
	m.said("a2", "indirect", "assert", three, "three officials with knowledge of the talks", "citing", offer, wire, three)
	m.said("a2", "direct", "assert", three, "one of the officials", "told", "There was an offer, and it was turned down", wire, three)
	m.said("a2", "direct", "deny", mayor, "she", "told", "No offer was made, not by me and not by the port", mayor)
	m.said("a3", "indirect", "deny", mayor, "The mayor of Velden", "says", "the city’s ferry was never for sale", mayor)
	m.said("a3", "direct", "deny", mayor, "Ines Okafor", "told", "An offer was made by nobody, neither me nor the port", mayor)
	m.said("a3", "indirect", "assert", wire, "Nordwire", "had reported", "the port named a price of 45 million euros in late 2024", wire)
	m.said("a3", "indirect", "warn", union, "The union’s chairman, Tomas Brandt", "warned", "210 jobs would go", union)
	m.said("a3", "indirect", "question", union, "He", "asked", "whether the council knew", union)
	m.said("a4", "direct", "deny", "", "رئيسة البلدية إينيس أوكافور", "قالت", "لم يُقدَّم أي عرض")
	m.said("a4", "indirect", "assert", wire, "Nordwire", "ذكرت", "السعر بلغ 40 مليون يورو", wire)
	m.said("a5", "indirect", "confirm", rival, "Blue Strait, the operator", "confirmed", "it had received a letter from Velden", rival)
	m.said("a5", "direct", "confirm", "", "its spokeswoman", "said", "We did get a letter. | We did not answer it")
	m.said("a6", "indirect", "assert", post, "Harbour Post", "wrote", "the port had offered the line", post)
	m.said("a6", "mixed", "assert", master, "The harbour master", "said", "he “had heard nothing of Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft plans”", master)
	m.said("a5", "indirect", "assert", "", "the spokeswoman", "said", "The letter dates from February 2025")
	m.said("a1", "indirect", "assert", wire, "Nordwire", "reported", offer+", Nordwire reported on Tuesday, citing two officials with knowledge of the talks", wire)
	within := "s23"
	m.d.Statements[0].Within = &within
	m.d.Statements[12].Time = &schema.Date{Value: "2025-03-11", Precision: "day", Evidence: m.span("a1", "on Tuesday")}
	m.d.Statements[10].Time = &schema.Date{Value: "2025-03-12", Precision: "day", Evidence: m.span("a1", "on Wednesday")}
}

func ferryAcross(m *maker) {
	number := schema.Difference{}
	two, three := m.span("a1", "two"), m.span("a2", "three")
	number.A, number.B = &two, &three
	extra := m.span("a1", "The rival operator, Blue Strait, declined to comment.")
	from := "a1"
	m.d.Copies = []schema.Copy{
		{A: "a1", B: "a2", Relation: "near-copy", Similarity: 0.8312, From: &from, Reason: "published earlier, and names the hour", Differences: []schema.Difference{number, {A: &extra}}},
		{A: "a1", B: "a6", Relation: "partial", Similarity: 0.04},
	}
	m.d.Stories = []schema.Story{{ID: "t1", Articles: []string{"a1", "a2", "a3", "a4", "a5", "a6"}, Storyline: "l1"}}
	e := func(i int) *string { s := fmt.Sprintf("e%d", i); return &s }
	offer := m.claim(m.span("a1", "The port of Velden offered last month to sell its only ferry line to a rival operator"), 1, 2,
		"s23 relays", "s1 asserts", "s2 asserts", "s4 denies", "s5 denies", "s6 declines", "s8 asserts", "s9 asserts", "s10 denies", "s11 denies", "s12 denies", "s16 denies", "s18 confirms", "s20 relays")
	offer.Origins.Items = []schema.Origin{
		{Entity: e(2), Through: []string{"e1"}, Articles: []string{"a1"}, Reason: "officials that only the agency heard", Evidence: []schema.Span{m.span("a1", "citing two officials with knowledge of the talks")}},
		{Entity: e(3), Through: []string{"e1"}, Articles: []string{"a2"}, Reason: "another number of officials, in a copy of the same text"},
		{Entity: e(2), Through: []string{"e8", "e1"}, Articles: []string{"a6"}, Reason: "the same officials, twice removed"},
	}
	price := m.claim(m.span("a1", "the price named was 40 million euros"), 1, 1, "s3 asserts", "s13 asserts", "s17 relays")
	price.Origins.Items = []schema.Origin{{Through: []string{"e1"}, Articles: []string{"a1", "a2", "a3", "a4"}, Reason: "one official whom nobody names"}}
	price.Parent = &offer.ID
	letter := m.claim(m.span("a5", "it had received a letter from Velden"), 1, 1, "s18 confirms", "s19 confirms")
	letter.Origins.Items = []schema.Origin{{Entity: e(5), Articles: []string{"a5"}, Reason: "speaks for itself"}}
	jobs := m.claim(m.span("a3", "210 jobs would go"), 1, 1, "s14 asserts")
	jobs.Origins.Items = []schema.Origin{{Entity: e(6), Articles: []string{"a3"}, Reason: "speaks for itself"}}
	fewer := m.claim(m.span("a1", "The line has carried fewer passengers every year since 2019"), 1, 1, "s7 asserts")
	fewer.Origins.Items = []schema.Origin{{Entity: e(9), Articles: []string{"a1"}, Reason: "a document"}}
	knew := m.claim(m.span("a3", "whether the council knew"), 0, 1, "s15 questions")
	knew.Origins.Items = []schema.Origin{{Entity: e(4), Through: []string{"e8"}, Articles: []string{"a1"}, Reason: "leads back to the account itself"}}
	m.d.Contradictions = []schema.Contradiction{
		{Claim: "c1", Kind: "denial", A: []string{"s1", "s2"}, B: []string{"s5"}},
		{Claim: "c2", Kind: "number", A: []string{"s3"}, B: []string{"s13"}},
		{Claim: "c1", Kind: "date", A: []string{"s13"}, B: []string{"s11"}},
	}
	m.d.Quotes = []schema.Quote{
		{Speaker: e(4), Relation: "altered", Renderings: []string{"s5", "s10", "s12"}},
		{Relation: "translated", Renderings: []string{"s5", "s16"}},
		{Speaker: e(1), Relation: "indirect", Renderings: []string{"s3", "s13"}},
	}
	date := func(s string) *string { return &s }
	m.d.Timeline = []schema.Event{
		{Date: date("2019"), Precision: "year", Evidence: m.span("a1", "2019"), Claims: []string{"c5"}},
		{Date: date("2024-10/2024-12"), Precision: "interval", Evidence: m.span("a3", "late 2024"), Claims: []string{"c2"}},
		{Date: date("2025-02"), Precision: "month", Evidence: m.span("a1", "last month"), Claims: []string{"c1"}, Statements: []string{"s1"}},
		{Date: date("2025-02"), Precision: "month", Evidence: m.span("a5", "February 2025"), Claims: []string{"c3"}},
		{Date: date("2025-03-11"), Precision: "day", Evidence: m.span("a1", "on Tuesday")},
		{Date: date("2025-03-12"), Precision: "day", Evidence: m.span("a1", "on Wednesday")},
		{Date: date("2025-03-20"), Precision: "day", Evidence: m.span("a6", "on 20 March 2025")},
		{Evidence: m.span("a5", "on Friday"), Precision: "unknown"},
	}
	m.d.Wording = []schema.Wording{
		{Referent: "offer", Labels: []schema.Label{
			{Text: "offer", Voice: "quoted", Spans: []schema.Span{m.span("a1", "offer, and"), m.span("a2", "offer, and")}},
			{Text: "An offer", Voice: "quoted", Spans: []schema.Span{m.span("a3", "An offer")}},
			{Text: "letter", Voice: "own", Spans: []schema.Span{m.span("a5", "letter"), m.nth("a5", "letter", 2)}}}},
		{Referent: "ferry line", Labels: []schema.Label{
			{Text: "ferry line", Voice: "own", Spans: []schema.Span{m.span("a1", "ferry line"), m.nth("a1", "ferry line", 1), m.span("a2", "ferry line")}},
			{Text: "the city’s ferry", Voice: "own", Spans: []schema.Span{m.span("a3", "the city’s ferry")}}}},
	}
	friday, he, second := m.span("a5", "on Friday"), m.span("a3", "He asked"), m.span("a1", "A second official")
	m.doubt("no outlet", "a5", nil, "The input does not say who published it.")
	m.doubt("no date", "a5", nil, "The input does not say when it was published.")
	m.doubt("unresolved time", "a5", &friday, "Without a date of publication, the day is not known.")
	m.doubt("unresolved mention", "a3", &he, "“He” may be the chairman.")
	m.doubt("origin", "a1", &second, "May be one of the two officials or a third.")
}

// archive is a story of many accounts with many claims, each of which some of
// the accounts carry.
func archive(accounts, claims int) (*schema.Dossier, map[string][]byte) {
	m := newMaker()
	for i := range accounts {
		text := fmt.Sprintf("Dam works resume after flood, paper %d says", i+1)
		for k := range claims {
			if (i+k)%3 != 0 {
				text += fmt.Sprintf("\n\nEngineer %d said on day %d that gate %d of the upper dam had moved by %d millimetres since spring.", k%9, k, k, k*3+1)
			}
		}
		m.article(fmt.Sprintf("archive/%04d.txt", i), fmt.Sprintf("Paper %d", i+1), fmt.Sprintf("2025-04-%02d", i%28+1), "", text, true)
	}
	var engineers []string
	for k := range min(9, claims) {
		var mentions []string
		for i := range accounts {
			if (i+k)%3 != 0 {
				mentions = append(mentions, fmt.Sprintf("a%d: Engineer %d", i+1, k))
			}
		}
		engineers = append(engineers, m.entity(fmt.Sprintf("Engineer %d", k), "person", mentions...))
	}
	for k := range claims {
		wording := fmt.Sprintf("gate %d of the upper dam had moved by %d millimetres since spring", k, k*3+1)
		var positions []string
		origin := schema.Origin{Entity: &engineers[k%9], Reason: "speaks for itself"}
		for i := range accounts {
			if (i+k)%3 == 0 {
				continue
			}
			a := fmt.Sprintf("a%d", i+1)
			s := m.said(a, "indirect", "assert", engineers[k%9], fmt.Sprintf("Engineer %d", k%9), "said", wording, engineers[k%9])
			positions = append(positions, s+[...]string{" asserts", " asserts", " denies"}[(k+i)%7%3])
			origin.Articles = append(origin.Articles, a)
		}
		if len(positions) == 0 {
			continue
		}
		first := strings.Fields(positions[0])[0]
		for _, s := range m.d.Statements {
			if s.ID == first {
				m.claim(s.Content[0], 1, 1+k%2, positions...).Origins.Items = []schema.Origin{origin}
			}
		}
	}
	return m.d, m.inputs
}
