package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
)

// defaultWorkspace is where a command looks when nothing tells it.
const defaultWorkspace = "./workspace"

// globalOptions belong to every command.
type globalOptions struct {
	workspace string
}

func (o *globalOptions) addFlags(c *cobra.Command, getenv func(string) string) {
	dir := getenv("RAPPORTEUR_WORKSPACE")
	if dir == "" {
		dir = defaultWorkspace
	}
	c.PersistentFlags().StringVarP(&o.workspace, "workspace", "w", dir, "folder of the workspace (env RAPPORTEUR_WORKSPACE)")
}

// open opens the workspace; warnings go to standard error.
func (a *app) open(o *globalOptions) (*workspace.Workspace, error) {
	return workspace.Open(o.workspace, a.warn)
}

// warn tells people something on standard error.
func (a *app) warn(format string, args ...any) {
	fmt.Fprintf(a.err, "rapporteur: "+format+"\n", args...)
}
