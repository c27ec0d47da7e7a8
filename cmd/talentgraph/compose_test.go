package main

import (
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// loadCompose loads the project's docker-compose.yml as Docker does, with these variables and no others.
func loadCompose(t *testing.T, env ...string) (*types.Project, error) {
	t.Helper()
	options, err := cli.NewProjectOptions([]string{"../../docker-compose.yml"}, cli.WithEnv(env))
	if err != nil {
		t.Fatal(err)
	}
	return options.LoadProject(t.Context())
}

func TestComposeNeedsAPassword(t *testing.T) {
	for _, env := range [][]string{nil, {"NEO4J_PASSWORD="}} {
		if _, err := loadCompose(t, env...); err == nil || !strings.Contains(err.Error(), "set NEO4J_PASSWORD to a password of 8 or more characters") {
			t.Errorf("with %q: %v; want to be told what to set", env, err)
		}
	}
}

func TestCompose(t *testing.T) {
	project, err := loadCompose(t, "NEO4J_PASSWORD=correct-horse")
	if err != nil {
		t.Fatal(err)
	}
	database, service := project.Services["neo4j"], project.Services["talentgraph"]
	for name, s := range project.Services {
		if s.HealthCheck == nil || len(s.HealthCheck.Test) == 0 {
			t.Errorf("%s has no health check", name)
		}
		for _, port := range s.Ports {
			if port.HostIP != "127.0.0.1" {
				t.Errorf("%s publishes port %s beyond this machine", name, port.Published)
			}
		}
	}
	if !strings.HasPrefix(database.Image, "neo4j:5") || !strings.HasSuffix(database.Image, "-community") {
		t.Errorf("image %s, want Neo4j 5 Community", database.Image)
	}
	if got := database.Environment["NEO4J_AUTH"]; got == nil || *got != "neo4j/correct-horse" {
		t.Error("the database does not take the password from NEO4J_PASSWORD")
	}
	for _, v := range database.Volumes {
		if _, named := project.Volumes[v.Source]; !named {
			t.Errorf("%s is not a named volume", v.Source)
		}
	}
	if len(database.Volumes) == 0 {
		t.Error("the database keeps nothing")
	}

	if d := service.DependsOn["neo4j"]; d.Condition != types.ServiceConditionHealthy {
		t.Errorf("the service starts on condition %q, before the database answers", d.Condition)
	}
	if got := strings.Join(service.Command, " "); got != "serve --store neo4j://neo4j:7687 --listen 0.0.0.0:8080" {
		t.Errorf("command %q", got)
	}
	if got := service.Environment["TALENTGRAPH_NEO4J_PASSWORD"]; got == nil || *got != "correct-horse" {
		t.Error("the service does not take the password from NEO4J_PASSWORD")
	}
	dockerfile := service.Build.DockerfileInline
	for _, want := range []string{"\nFROM alpine:", "CGO_ENABLED=0 go build", "\nUSER 10001\n"} {
		if !strings.Contains(dockerfile, want) {
			t.Errorf("the Dockerfile lacks %q", want)
		}
	}
}
