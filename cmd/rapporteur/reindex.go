package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newReindex(a *app, g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "reindex",
		Short: "Build the search index anew from the store",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			n, err := w.Reindex(c.Context())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s indexed\n", plural(n, "passage", "passages"))
			return err
		},
	}
}
