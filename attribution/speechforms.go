package attribution

import "strings"

// speechForms are the word forms that make a cue one of saying, for scores by
// type; "according" is among them.
var speechForms = func() map[string]bool {
	forms := map[string]bool{}
	for _, w := range strings.Fields(speechWords) {
		forms[w] = true
	}
	return forms
}()

const speechWords = `
according accuse accused accuses accusing acknowledge acknowledged acknowledges acknowledging add added adding
adds admit admits admitted admitting advise advised advises advising allege alleged alleges alleging announce
announced announces announcing answer answered answering answers apologize apologized apologizes apologizing
argue argued argues arguing ask asked asking asks assert asserted asserting asserts assure assured assures
assuring blame blamed blames blaming blast blasted blasting blasts boast boasted boasting boasts brag bragged
bragging brags call called calling calls caution cautioned cautioning cautions chant chanted chanting chants
cite cited cites citing claim claimed claiming claims comment commented commenting comments complain
complained complaining complains concede conceded concedes conceding conclude concluded concludes concluding
condemn condemned condemning condemns confirm confirmed confirming confirms contend contended contending
contends continue continued continues continuing counter countered countering counters criticize criticized
criticizes criticizing declare declared declares declaring demand demanded demanding demands denied denies
deny denying describe described describes describing disclose disclosed discloses disclosing dismiss dismissed
dismisses dismissing emphasize emphasized emphasizes emphasizing exclaim exclaimed exclaiming exclaims explain
explained explaining explains fume fumed fumes fuming gush gushed gushes gushing hint hinted hinting hints
inform informed informing informs insist insisted insisting insists joke joked jokes joking lament lamented
lamenting laments maintain maintained maintaining maintains mention mentioned mentioning mentions muse mused
muses musing note noted notes noting observe observed observes observing opine opined opines opining pledge
pledged pledges pledging praise praised praises praising predict predicted predicting predicts proclaim
proclaimed proclaiming proclaims promise promised promises promising propose proposed proposes proposing
question questioned questioning questions quip quipped quipping quips quote quoted quotes quoting read reads
rebut rebuts rebutted rebutting recall recalled recalling recalls recommend recommended recommending
recommends recount recounted recounting recounts reiterate reiterated reiterates reiterating remark remarked
remarking remarks repeat repeated repeating repeats replied replies reply replying report reported reporting
reports respond responded responding responds retort retorted retorting retorts reveal revealed revealing
reveals said say saying says shout shouted shouting shouts speak speaking speaks spoke spoken state stated
states stating stress stressed stresses stressing suggest suggested suggesting suggests tell telling tells
testified testifies testify testifying told tweet tweeted tweeting tweets urge urged urges urging vow vowed
vowing vows warn warned warning warns write writes writing written wrote yell yelled yelling yells
`
