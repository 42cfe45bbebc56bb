package hearsay

// Tag is a Penn Treebank part-of-speech tag as Universal Dependencies' English
// treebanks use them (XPOS). The zero value means untagged.
type Tag uint8

const (
	TagNone Tag = iota
	TagNN
	TagIN
	TagDT
	TagNNP
	TagPRP
	TagJJ
	TagStop
	TagRB
	TagComma
	TagNNS
	TagVB
	TagCC
	TagVBP
	TagVBD
	TagVBZ
	TagCD
	TagVBN
	TagVBG
	TagTO
	TagMD
	TagPRPS
	TagUH
	TagColon
	TagRRB
	TagWDT
	TagLRB
	TagWRB
	TagWP
	TagOpenQuote
	TagCloseQuote
	TagRP
	TagHYPH
	TagPOS
	TagNNPS
	TagJJR
	TagJJS
	TagEX
	TagRBR
	TagNFP
	TagADD
	TagSYM
	TagGW
	TagDollar
	TagFW
	TagPDT
	TagRBS
	TagLS
	TagAFX
	TagWPS
	TagXX
	TagCount
)

var tagNames = [TagCount]string{"_",
	"NN", "IN", "DT", "NNP", "PRP", "JJ", ".", "RB", ",", "NNS", "VB", "CC", "VBP", "VBD", "VBZ", "CD", "VBN", "VBG", "TO", "MD", "PRP$", "UH", ":", "-RRB-", "WDT", "-LRB-", "WRB", "WP", "``", "''", "RP", "HYPH", "POS", "NNPS", "JJR", "JJS", "EX", "RBR", "NFP", "ADD", "SYM", "GW", "$", "FW", "PDT", "RBS", "LS", "AFX", "WP$", "XX"}

func (t Tag) String() string { return tagNames[t] }

// ParseTag is the inverse of String.
func ParseTag(s string) (Tag, bool) {
	for i, n := range tagNames {
		if n == s {
			return Tag(i), true
		}
	}
	return TagNone, false
}

// Dep is a Universal Dependencies v2 relation with its English subtype. The zero
// value means unparsed.
type Dep uint8

const (
	DepNone Dep = iota
	DepPunct
	DepCase
	DepNsubj
	DepDet
	DepRoot
	DepAdvmod
	DepAmod
	DepObj
	DepObl
	DepConj
	DepNmod
	DepCompound
	DepCc
	DepMark
	DepAux
	DepCop
	DepNmodPoss
	DepAdvcl
	DepXcomp
	DepFlat
	DepAclRelcl
	DepCcomp
	DepParataxis
	DepAcl
	DepAppos
	DepNummod
	DepAuxPass
	DepNsubjPass
	DepDiscourse
	DepOblUnmarked
	DepNmodUnmarked
	DepCompoundPrt
	DepExpl
	DepFixed
	DepIobj
	DepList
	DepOblAgent
	DepReparandum
	DepNmodDesc
	DepCsubj
	DepDep
	DepNsubjOuter
	DepDetPredet
	DepAdvclRelcl
	DepVocative
	DepGoeswith
	DepCcPreconj
	DepOrphan
	DepDislocated
	DepCsubjPass
	DepCsubjOuter
	DepCount
)

var depNames = [DepCount]string{"_",
	"punct", "case", "nsubj", "det", "root", "advmod", "amod", "obj", "obl", "conj", "nmod", "compound", "cc", "mark", "aux", "cop", "nmod:poss", "advcl", "xcomp", "flat", "acl:relcl", "ccomp", "parataxis", "acl", "appos", "nummod", "aux:pass", "nsubj:pass", "discourse", "obl:unmarked", "nmod:unmarked", "compound:prt", "expl", "fixed", "iobj", "list", "obl:agent", "reparandum", "nmod:desc", "csubj", "dep", "nsubj:outer", "det:predet", "advcl:relcl", "vocative", "goeswith", "cc:preconj", "orphan", "dislocated", "csubj:pass", "csubj:outer"}

func (d Dep) String() string { return depNames[d] }

// ParseDep is the inverse of String.
func ParseDep(s string) (Dep, bool) {
	for i, n := range depNames {
		if n == s {
			return Dep(i), true
		}
	}
	return DepNone, false
}
