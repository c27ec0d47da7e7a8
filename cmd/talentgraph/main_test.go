package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
)

// TestMain lets tests run this program as a process of its own: the test binary, with the variable set, is it.
func TestMain(m *testing.M) {
	if os.Getenv("TALENTGRAPH_TEST_MAIN") == "1" {
		main()
	}
	os.Exit(m.Run())
}

// ran is what a command line did.
type ran struct {
	code     int
	out, err string
}

// command runs a command line in this process, with no environment.
func command(t *testing.T, stdin string, args ...string) ran {
	t.Helper()
	return commandIn(t, nil, stdin, args...)
}

func commandIn(t *testing.T, env map[string]string, stdin string, args ...string) ran {
	t.Helper()
	return commandWith(t.Context(), env, strings.NewReader(stdin), args...)
}

func commandWith(ctx context.Context, env map[string]string, stdin io.Reader, args ...string) ran {
	var out, err bytes.Buffer
	code := run(ctx, args, streams{stdin, &out, &err}, func(name string) (string, bool) {
		value, ok := env[name]
		return value, ok
	})
	return ran{code, out.String(), err.String()}
}

// oneLine checks that a command said exactly one line on standard error, and that this has all of the parts.
func (r ran) oneLine(t *testing.T, parts ...string) {
	t.Helper()
	if strings.Count(r.err, "\n") != 1 || !strings.HasPrefix(r.err, "talentgraph: ") {
		t.Errorf("standard error is not one line of ours: %q", r.err)
	}
	r.says(t, parts...)
}

func (r ran) says(t *testing.T, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(r.err, part) {
			t.Errorf("standard error lacks %q: %q", part, r.err)
		}
	}
}
