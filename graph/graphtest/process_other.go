//go:build !unix

package graphtest

import "time"

// ProcessorTime is not known on this system.
func ProcessorTime() time.Duration { return 0 }

// PeakMemory is not known on this system.
func PeakMemory() float64 { return 0 }
