//go:build !unix

package usage

import (
	"os"
	"time"
)

var begun = time.Now()

// CPU is the time since the program began, where that of the processor is not
// to be had.
func CPU() time.Duration { return time.Since(begun) }

// Peak is 0 where the system does not tell.
func Peak(*os.ProcessState) float64 { return 0 }
