package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
)

func newInit(a *app, g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Make an empty workspace",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := g.workspace
			if len(args) == 1 {
				dir = args[0]
			}
			if err := workspace.Init(dir); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "%s is ready: rapporteur -w %s ingest PATH…\n", dir, dir)
			return err
		},
	}
}
