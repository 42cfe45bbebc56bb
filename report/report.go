// Package report reads a compared dossier along the lines people ask about:
// renderings of one utterance, time, omissions and wording.
//
//	Herald   "We will not pay," Ode said.        one utterance, altered:
//	Post     "We won't pay," said Mayor Ode.     Herald's and Post's statement
package report
