package main

import (
	"log/slog"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// program is what the subcommands share.
type program struct {
	streams
	lookup func(string) (string, bool) // of environment variables
	log    *slog.Logger

	store    storeFlags
	json     bool
	logLevel string
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "talentgraph",
		Short: "Who moved from where to where, and which sentence says so",
		Long: `talentgraph reads articles, finds who moved from which organization to which, and serves the graph of these moves
by GraphQL, each with the sentence that states it.

Every flag can also be given as an environment variable: --log-level as TALENTGRAPH_LOG_LEVEL. A flag wins over its variable.
Exit codes: 0 done, 1 failed or not all of the input could be taken, 2 wrong usage.`,
		Args:                       cobra.ArbitraryArgs,
		SuggestionsMinimumDistance: 2,
		SilenceErrors:              true,
		SilenceUsage:               true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				return wrongUsage("there is no command %.40q; did you mean %s?", args[0], strings.Join(near, " or "))
			}
			return wrongUsage("there is no command %.40q", args[0])
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := fromEnvironment(cmd.Flags(), p.lookup); err != nil {
				return err
			}
			return p.startLog()
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	flags := root.PersistentFlags()
	p.store.define(flags)
	flags.StringVar(&p.logLevel, "log-level", "info", "least level of log lines: debug, info, warn or error")
	flags.BoolVar(&p.json, "json", false, "write results and log lines as JSON")
	root.AddCommand(p.demo(), p.serve(), p.ingest(), p.extract(), p.eval(), p.version())
	root.CompletionOptions.HiddenDefaultCmd = true
	documentEnvironment(root)
	return root
}

// startLog makes the log as the flags say.
func (p *program) startLog() error {
	var level slog.Level
	if err := level.UnmarshalText([]byte(p.logLevel)); err != nil {
		return wrongUsage("--log-level %.20q: want debug, info, warn or error", p.logLevel)
	}
	options := &slog.HandlerOptions{Level: level}
	if p.json {
		p.log = slog.New(slog.NewJSONHandler(p.err, options))
	} else {
		p.log = slog.New(slog.NewTextHandler(p.err, options))
	}
	if p.err == os.Stderr {
		slog.SetDefault(p.log) // for packages that log by themselves
	}
	return nil
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "TALENTGRAPH_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// fromEnvironment sets the flags that the command line does not from their variables. An empty variable is none.
func fromEnvironment(flags *pflag.FlagSet, lookup func(string) (string, bool)) error {
	var wrong error
	flags.VisitAll(func(f *pflag.Flag) {
		value, _ := lookup(variable(f.Name))
		if value == "" || f.Changed || f.Name == "help" {
			return
		}
		if err := flags.Set(f.Name, value); err != nil && wrong == nil {
			wrong = wrongUsage("environment variable %s: %.40q is no %s", variable(f.Name), value, f.Value.Type())
		}
	})
	return wrong
}

// documentEnvironment adds the variables to the flags' descriptions.
func documentEnvironment(cmd *cobra.Command) {
	add := func(f *pflag.Flag) {
		if f.Name != "help" && !strings.HasSuffix(f.Usage, "]") {
			f.Usage += " [$" + variable(f.Name) + "]"
		}
	}
	cmd.PersistentFlags().VisitAll(add)
	cmd.LocalNonPersistentFlags().VisitAll(add)
	for _, sub := range cmd.Commands() {
		documentEnvironment(sub)
	}
}

// atLeast is cobra.MinimumNArgs in words that say what is missing.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return wrongUsage("name %s", what)
		}
		return nil
	}
}

func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUsage("unexpected argument %.40q", args[0])
	}
	return nil
}
