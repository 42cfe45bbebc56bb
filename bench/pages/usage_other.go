//go:build !unix

package main

import (
	"os"
	"time"
)

var begun = time.Now()

// seconds is the time since the program began, where that of the processor is
// not to be had.
func seconds() float64 { return time.Since(begun).Seconds() }

func peak(*os.ProcessState) float64 { return 0 }
