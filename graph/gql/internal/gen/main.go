// Command gen makes what graph/gql/internal/exec holds: gqlgen's execution of the schema, and beside it a writer of answers that does
// the same for queries without errors in a fraction of the time. Run it by go generate ./graph/gql.
package main

import (
	"fmt"
	"log"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	log.SetFlags(0)
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	c, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		return fmt.Errorf("gqlgen.yml: %w", err)
	}
	if err := api.Generate(c, api.AddPlugin(writer{})); err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	return nil
}
