package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newReviewQueue(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	q := workspace.QueueOptions{}
	theme := 0
	c := &cobra.Command{
		Use:   "queue",
		Short: "List what waits for a decision, the least certain first",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			q.Theme, q.Reader = corpus.Theme(theme), o.reader
			waiting, err := w.Queue(c.Context(), q)
			if err != nil {
				return err
			}
			if o.json {
				return writeJSON(a.out, append([]workspace.Waiting{}, waiting...))
			}
			for _, x := range waiting {
				fmt.Fprintf(a.out, "%s  %s  [%s]\n  %s\n", x.Passage.ID, strings.Join(x.Sources, "+"), x.Passage.Language, x.Passage.Text)
				for _, claim := range x.Claims {
					fmt.Fprintf(a.out, "      %s\n", describe(claim))
				}
			}
			fmt.Fprintln(a.out, plural(len(waiting), "passage waits", "passages wait"))
			return nil
		},
	}
	f := c.Flags()
	f.IntVar(&theme, "theme", 0, "only claims about this theme")
	f.StringVar(&q.Language, "lang", "", "only documents in this language")
	f.IntVar(&q.Limit, "limit", 10, "passages to show")
	f.BoolVar(&q.Second, "second", false, "what others have decided and you have not")
	return c
}

func newReviewMoved(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "moved",
		Short: "List decisions whose paragraph has changed since, with the nearest one",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			moved, err := w.Moved(c.Context())
			if err != nil {
				return err
			}
			if o.json {
				return writeJSON(a.out, append([]workspace.Moved{}, moved...))
			}
			for _, m := range moved {
				fmt.Fprintf(a.out, "%d  %s %s of %s\n", m.Decision.Seq, m.Decision.Action, describeSubject(m.Decision.Subject), m.Decision.Passage)
				if m.Nearest != "" {
					fmt.Fprintf(a.out, "    nearest, %d of 1000 alike: %s\n    %s\n", m.Likeness, m.Nearest, m.Text)
				}
			}
			fmt.Fprintln(a.out, plural(len(moved), "decision needs a look", "decisions need a look"))
			return nil
		},
	}
}

func newReviewAgreement(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "agreement",
		Short: "Measure how far readers agree (Cohen's kappa)",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			log, err := w.Store.Decisions(c.Context())
			if err != nil {
				return err
			}
			found := workspace.Agreements(corpus.Standing(log))
			if o.json {
				return writeJSON(a.out, found)
			}
			for _, x := range found {
				fmt.Fprintf(a.out, "%s and %s: %d of %d the same, kappa %.2f\n", x.Readers[0], x.Readers[1], x.Same, x.Both, x.Kappa)
			}
			return nil
		},
	}
}
