package main

import (
	"errors"
	"runtime/debug"

	"github.com/spf13/cobra"
)

const defaultListen = "127.0.0.1:8080"

func (p *program) serve() *cobra.Command {
	var listen string
	var sets setFlags
	var answers answerFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the graph by GraphQL",
		Long: `serve answers GraphQL at /graphql and shows GraphiQL, a page to write queries in, at / and /graphiql, and the API guide at /docs. /healthz says that the
program runs, /readyz that its store answers; /metrics is for Prometheus. Ctrl-C finishes the requests that are running and ends it.

Nobody is asked who they are: listen on other addresses than the loopback only where all who reach them may read the graph.
GOGC and GOMEMLIMIT in the environment win over what suits a server: a heap of about 64 MiB while no more is held, and a soft bound of 1 GiB.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			defer func() { err = stopped(ctx, err) }()
			defer p.serverMemory()()
			l, err := bind(ctx, listen)
			if err != nil {
				return err
			}
			defer l.Close()
			saved, err := sets.option()
			if err != nil {
				return err
			}
			p.store.pageMemory = servedPages
			g, created, err := p.openGraph(ctx, 0, saved)
			if err != nil {
				return err
			}
			debug.FreeOSMemory() // what is left of reading the tables
			defer func() { err = errors.Join(err, g.Close()) }()
			if created {
				p.log.Warn("the graph is new and empty; talentgraph ingest fills it", "store", p.store.address)
			}
			s := p.newServer(g, newMetrics(g), answers)
			if err := p.print(urlsOf(l), urlsOf(l).text); err != nil {
				return err
			}
			return s.run(ctx, l)
		},
	}
	sets.define(cmd.Flags())
	answers.define(cmd.Flags())
	cmd.Flags().StringVar(&listen, "listen", defaultListen, "address to listen on, HOST:PORT; port 0 takes a free one")
	return cmd
}
