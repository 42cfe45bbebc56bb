//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the most memory that a finished process held, in MB.
func peak(p *os.ProcessState) float64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" { // counts in bytes there, in KB elsewhere
		return float64(usage.Maxrss) / 1e6
	}
	return float64(usage.Maxrss) / 1e3
}
