package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

func newCodebook(a *app, g *globalOptions) *cobra.Command {
	c := &cobra.Command{
		Use:   "codebook lint|list|try|diff|gaps",
		Short: "Look into the codebook: its concepts, its flaws, what it sees in a text",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return corpus.Errorf(corpus.CodeUsage, "codebook needs lint, list, try, diff or gaps; see \"rapporteur codebook --help\"")
		},
	}
	c.AddCommand(newCodebookList(a, g), newCodebookLint(a, g), newCodebookTry(a, g), newCodebookDiff(a, g), newCodebookGaps(a, g))
	return c
}

// book gives the workspace's codebook where it has one, else the built-in.
func (g *globalOptions) book() (*codebook.Book, error) {
	folder := filepath.Join(g.workspace, "codebook")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return codebook.Default(), nil
	}
	book, err := codebook.Load(os.DirFS(folder))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", folder, err)
	}
	return book, nil
}

func newCodebookList(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the concepts",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			book, err := g.book()
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, map[string]any{"hash": book.Hash(), "content": book.Content()})
			}
			t := newTable(a.out, []int{0, 0, 70}, "Concept", "Weights", "English phrases")
			for _, k := range book.Concepts() {
				t.AppendRow([]any{k.ID, weights(k), strings.Join(k.Phrases["en"], "; ")})
			}
			t.Render()
			fmt.Fprintf(a.out, "%s, %s\n", plural(len(book.Concepts()), "concept", "concepts"), book.Hash())
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// weights writes a concept's weights, theme by theme.
func weights(k codebook.Concept) string {
	var parts []string
	for _, t := range corpus.Themes() {
		if w := k.Weights[t]; w != 0 {
			parts = append(parts, fmt.Sprintf("%d:%d", t, w))
		}
	}
	if k.Process != 0 {
		parts = append(parts, fmt.Sprintf("process:%d", k.Process))
	}
	return strings.Join(parts, " ")
}

func newCodebookLint(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "lint",
		Short: "Find stem collisions, swallowed and dead phrases, missing languages",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			book, err := g.book()
			if err != nil {
				return err
			}
			findings := book.Lint()
			if asJSON {
				return writeJSON(a.out, append([]codebook.Finding{}, findings...))
			}
			for _, f := range findings {
				fmt.Fprintf(a.out, "%-10s %-24s %s  %s\n", f.Rule, f.Concept, f.Language, f.Message)
			}
			fmt.Fprintln(a.out, plural(len(findings), "finding", "findings"))
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func newCodebookTry(a *app, g *globalOptions) *cobra.Command {
	var language string
	var asJSON bool
	c := &cobra.Command{
		Use:   "try TEXT",
		Short: "Show what the codebook sees in a text, and why",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			book, err := g.book()
			if err != nil {
				return err
			}
			return tryText(c.Context(), a, book, strings.Join(args, " "), language, asJSON)
		},
	}
	c.Flags().StringVar(&language, "lang", "", "language of the text (default: found from it)")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
