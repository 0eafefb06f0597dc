package main

import (
	"context"
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// reviewOptions say who decides what.
type reviewOptions struct {
	reader  string
	theme   int
	kind    string
	process bool
	note    string
	json    bool
}

func newReview(a *app, g *globalOptions) *cobra.Command {
	var o reviewOptions
	c := &cobra.Command{
		Use:   "review queue|accept|reject|add|undo|log|moved|agreement|group|header|choose",
		Short: "Decide on what the machine claims",
		Long: `Analysts' decisions win over the machine's claims at once, in search and in
reports. They are kept in a log that is only ever added to, each line with the
hash of the one before. A decision is about a paragraph's words within its
contribution: it survives another reading and holds in a later revision where the
paragraph is the same; where it is not, "review moved" asks for a look. "review
group" is about groups of views: which proposals belong together; "review header"
about what is recorded of a document; "review choose" collects passages for a
report.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return corpus.Errorf(corpus.CodeUsage, "review needs queue, accept, reject, add, undo, log, moved, agreement, group, header or choose; see \"rapporteur review --help\"")
		},
	}
	c.PersistentFlags().StringVar(&o.reader, "reader", defaultReader(a.getenv), "who decides (env RAPPORTEUR_READER)")
	c.PersistentFlags().BoolVar(&o.json, "json", false, "as JSON")
	c.AddCommand(newReviewQueue(a, g, &o), newUndo(a, g, &o, "Take back a decision: your last one, or the one with --seq", undoOne((*workspace.Workspace).Undo)), newReviewLog(a, g, &o), newReviewMoved(a, g, &o), newReviewAgreement(a, g, &o), newReviewGroup(a, g, &o), newReviewHeader(a, g, &o), newReviewChoose(a, g, &o))
	for _, action := range []corpus.DecisionAction{corpus.DecisionAccept, corpus.DecisionReject, corpus.DecisionAdd} {
		c.AddCommand(newReviewDecide(a, g, &o, action))
	}
	return c
}

func defaultReader(getenv func(string) string) string {
	if name := getenv("RAPPORTEUR_READER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "analyst"
}

func newReviewDecide(a *app, g *globalOptions, o *reviewOptions, action corpus.DecisionAction) *cobra.Command {
	c := &cobra.Command{
		Use:   string(action) + " PASSAGE",
		Short: map[corpus.DecisionAction]string{"accept": "Accept a claim", "reject": "Reject a claim", "add": "Claim what the machine did not see"}[action],
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			subject, err := o.subject()
			if err != nil {
				return err
			}
			return runDecide(c.Context(), a, g, *o, action, args[0], subject)
		},
	}
	f := c.Flags()
	f.IntVar(&o.theme, "theme", 0, "about this theme")
	f.StringVar(&o.kind, "kind", "", "about this kind")
	f.BoolVar(&o.process, "process", false, "about the group's own work")
	f.StringVar(&o.note, "note", "", "why")
	return c
}

// subject is the one thing that the flags name.
func (o reviewOptions) subject() (corpus.Subject, error) {
	var named []corpus.Subject
	if o.theme != 0 {
		named = append(named, corpus.Subject{About: corpus.AboutTheme, Theme: corpus.Theme(o.theme)})
	}
	if o.kind != "" {
		named = append(named, corpus.Subject{About: corpus.AboutKind, Kind: corpus.Kind(o.kind)})
	}
	if o.process {
		named = append(named, corpus.Subject{About: corpus.AboutProcess})
	}
	if len(named) != 1 || !named[0].Valid() {
		return corpus.Subject{}, corpus.Errorf(corpus.CodeUsage, "a decision is about one of --theme 1 to 12, --kind KIND or --process")
	}
	return named[0], nil
}

func runDecide(ctx context.Context, a *app, g *globalOptions, o reviewOptions, action corpus.DecisionAction, id string, subject corpus.Subject) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	d, err := w.Decide(ctx, workspace.Decision{
		Reader: o.reader, Action: action, Passage: id, Subject: subject, Note: o.note,
		Time: timestamp(), Program: version,
	})
	if err != nil {
		return err
	}
	return a.printDecisions([]corpus.Decision{d}, o.json)
}

// undoing is how a workspace takes decisions back: the one with a number, or the
// reader's last where it is 0.
type undoing func(ctx context.Context, w *workspace.Workspace, reader string, seq int) ([]corpus.Decision, error)

// undoOne takes back a decision that is about one thing.
func undoOne(undo func(w *workspace.Workspace, ctx context.Context, reader string, seq int, time, program string) (corpus.Decision, error)) undoing {
	return func(ctx context.Context, w *workspace.Workspace, reader string, seq int) ([]corpus.Decision, error) {
		d, err := undo(w, ctx, reader, seq, timestamp(), version)
		return []corpus.Decision{d}, err
	}
}

// timestamp is the time of a decision that is taken now.
func timestamp() string { return time.Now().UTC().Format(time.RFC3339) }

func newUndo(a *app, g *globalOptions, o *reviewOptions, short string, undo undoing) *cobra.Command {
	var seq int
	c := &cobra.Command{
		Use:   "undo",
		Short: short,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			taken, err := undo(c.Context(), w, o.reader, seq)
			if err != nil {
				return err
			}
			return a.printDecisions(taken, o.json)
		},
	}
	c.Flags().IntVar(&seq, "seq", 0, "number of the decision (default: your last)")
	return c
}

func newReviewLog(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "log",
		Short: "Show who decided what, and when",
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
			return a.printDecisions(log, o.json)
		},
	}
}

func (a *app) printDecisions(log []corpus.Decision, asJSON bool) error {
	if asJSON {
		return writeJSON(a.out, append([]corpus.Decision{}, log...))
	}
	for _, d := range log {
		if d.Group != nil {
			a.printGroupDecision(d)
			continue
		}
		if d.Header != nil {
			a.printHeaderDecision(d)
			continue
		}
		what := describeSubject(d.Subject)
		if d.Action == corpus.DecisionUndo {
			what = fmt.Sprintf("decision %d (%s)", d.Undoes, what)
		}
		before := string(d.Before)
		if before == "" {
			before = "not claimed"
		}
		fmt.Fprintf(a.out, "%4d  %s  %s: %s %s of %s (%s → %s)\n", d.Seq, d.Time, d.Reader, d.Action, what, d.Passage, before, orNone(d.After))
	}
	return nil
}

func orNone(s corpus.Status) string {
	if s == "" {
		return "as the machine had it"
	}
	return string(s)
}

func describeSubject(s corpus.Subject) string {
	switch s.About {
	case corpus.AboutTheme:
		return fmt.Sprintf("theme %d", s.Theme)
	case corpus.AboutKind:
		return "kind " + string(s.Kind)
	}
	return "the group's own work"
}
