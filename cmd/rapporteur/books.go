package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// builtIn names the embedded codebook where a folder is asked for.
const builtIn = "built-in"

func newCodebookDiff(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff A B",
		Short: "Show which passages of the corpus two codebooks tag differently",
		Long: `Compares two codebooks over the workspace's current texts. A and B are folders
of YAML files laid over the built-in codebook, or "built-in" for that alone.`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			var books [2]*codebook.Book
			for i, name := range args {
				book, err := namedBook(name)
				if err != nil {
					return err
				}
				books[i] = book
			}
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			found, err := w.Differences(c.Context(), books[0], books[1])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, found)
			}
			for _, d := range found {
				fmt.Fprintf(a.out, "%s  only %s %v, only %s %v\n    %s\n", d.Passage, args[0], d.OnlyA, args[1], d.OnlyB, d.Text)
			}
			fmt.Fprintln(a.out, plural(len(found), "passage differs", "passages differ"))
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func namedBook(name string) (*codebook.Book, error) {
	if name == builtIn {
		return codebook.Default(), nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s is no folder of codebook files; %q names the one inside", name, builtIn)
	}
	book, err := codebook.Load(os.DirFS(name))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", name, err)
	}
	return book, nil
}

func newCodebookGaps(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "gaps",
		Short: "Show the phrases that explain what analysts added or rejected",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			gaps, err := w.Gaps(c.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, gaps)
			}
			for _, x := range gaps {
				fmt.Fprintf(a.out, "theme %-2d  %-6s  %d  %s\n", x.Theme, x.Action, x.Passages, x.Phrase)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
