package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"talentgraph/ingest/extract"
)

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			v := struct {
				Version   string `json:"version"`
				Revision  string `json:"revision,omitempty"`
				Extractor string `json:"extractor"`
				Go        string `json:"go"`
				Platform  string `json:"platform"`
			}{"devel", "", extract.Version, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
			if info, ok := debug.ReadBuildInfo(); ok {
				if info.Main.Version != "" && info.Main.Version != "(devel)" {
					v.Version = info.Main.Version
				}
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						v.Revision = s.Value
					}
				}
			}
			return p.print(v, func() []string {
				return []string{fmt.Sprintf("talentgraph %s, extractor %s, %s %s", v.Version, v.Extractor, v.Go, v.Platform)}
			})
		},
	}
}
