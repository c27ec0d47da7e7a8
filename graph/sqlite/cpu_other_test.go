//go:build !unix

package sqlite

import "time"

func cpuTime() time.Duration { return 0 }

func peakMemory() float64 { return 0 }
