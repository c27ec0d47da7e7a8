// Command talentgraph reads articles, finds who moved from which organization to which, and serves the graph of these
// moves with the sentence behind each. Its flags and subcommands are described by talentgraph --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // from then on a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, os.LookupEnv))
}

// streams are where a command reads and writes: results to out, all else to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// run runs one command line and returns its exit code. Of what went wrong it writes one line.
func run(ctx context.Context, args []string, s streams, lookup func(string) (string, bool)) int {
	p := &program{streams: s, lookup: lookup}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	line := strings.Join(strings.Fields(err.Error()), " ")
	if ctx.Err() != nil && isEnd(err) {
		line = "stopped"
	}
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(s.err, "%s: %s (see %s --help)\n", root.Name(), line, cmd.CommandPath())
		return exitUsage
	}
	fmt.Fprintf(s.err, "%s: %s\n", root.Name(), line)
	return exitFailed
}

// usageError is a wrong command line.
type usageError struct{ error }

func wrongUsage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }
