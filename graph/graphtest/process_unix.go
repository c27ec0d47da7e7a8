//go:build unix

package graphtest

import (
	"runtime"
	"syscall"
	"time"
)

// ProcessorTime is what the process has used so far, on all processors.
func ProcessorTime() time.Duration {
	u := usage()
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// PeakMemory is the most that the process ever held, in MB.
func PeakMemory() float64 {
	if runtime.GOOS == "darwin" { // counts bytes, others kilobytes
		return float64(usage().Maxrss) / (1 << 20)
	}
	return float64(usage().Maxrss) / (1 << 10)
}

// usage is empty where the system does not tell.
func usage() (u syscall.Rusage) {
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return syscall.Rusage{}
	}
	return u
}
