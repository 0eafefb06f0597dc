package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newReviewGroup(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	var meetings []string
	c := &cobra.Command{
		Use:   "group merge|split|rename|undo|list",
		Short: "Decide which proposals make a group of views",
		Long: `Groups and proposals are named as "rapporteur compare" shows them (G3, P7), or
by the ID of a passage; with --meeting, as it shows them for these meetings. A
decision is about the paragraphs' words: it survives another reading, and holds
in every report on their meetings.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return corpus.Errorf(corpus.CodeUsage, "review group needs merge, split, rename, undo or list; see \"rapporteur review group --help\"")
		},
	}
	c.PersistentFlags().StringSliceVar(&meetings, "meeting", nil, "meetings that the numbers of groups and proposals are of (default: all)")
	change := func(use, short string, action corpus.DecisionAction, args cobra.PositionalArgs) *cobra.Command {
		cmd := &cobra.Command{Use: use, Short: short, Args: args}
		cmd.Flags().StringVar(&o.note, "note", "", "why")
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			in := workspace.GroupChange{Action: action, Items: args, Meetings: meetings}
			if action == corpus.DecisionRename {
				in.Items, in.Name = args[:1], args[1]
			}
			return runGroup(cmd.Context(), a, g, *o, in)
		}
		return cmd
	}
	c.AddCommand(
		change("merge ITEM ITEM…", "Make one group of groups and proposals", corpus.DecisionMerge, cobra.MinimumNArgs(1)),
		change("split PROPOSAL…", "Take proposals out of their group", corpus.DecisionSplit, cobra.MinimumNArgs(1)),
		change("rename GROUP NAME", "Give a group a name", corpus.DecisionRename, cobra.ExactArgs(2)),
		newUndo(a, g, o, "Take back a decision about groups: your last one, or the one with --seq", undoOne((*workspace.Workspace).UndoGroup)),
		newGroupList(a, g, o))
	return c
}

func runGroup(ctx context.Context, a *app, g *globalOptions, o reviewOptions, in workspace.GroupChange) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	in.Reader, in.Note, in.Program, in.Time = o.reader, o.note, version, timestamp()
	d, err := w.EditGroup(ctx, in)
	if err != nil {
		return err
	}
	return a.printDecisions([]corpus.Decision{d}, o.json)
}

func newGroupList(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "Show the decisions about groups that stand",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			standing, err := w.GroupDecisions(c.Context())
			if err != nil {
				return err
			}
			if o.json {
				return writeJSON(a.out, standing)
			}
			for _, d := range standing {
				a.printGroupDecision(d.Decision)
				for _, id := range d.Gone {
					fmt.Fprintf(a.out, "      %s is in no current text any more\n", id)
				}
			}
			fmt.Fprintf(a.out, "%s about groups of views\n", plural(len(standing), "decision", "decisions"))
			return nil
		},
	}
}

func (a *app) printGroupDecision(d corpus.Decision) {
	var ids []string
	for _, p := range d.Group.Paragraphs {
		ids = append(ids, p.Passage)
	}
	what := fmt.Sprintf("%s %s", d.Action, strings.Join(ids, " "))
	switch {
	case d.Action == corpus.DecisionUndo:
		what = fmt.Sprintf("undo decision %d (%s)", d.Undoes, strings.Join(ids, " "))
	case d.Group.Name != "":
		what = fmt.Sprintf("%s as %q", what, d.Group.Name)
	}
	fmt.Fprintf(a.out, "%4d  %s  %s: %s\n", d.Seq, d.Time, d.Reader, what)
}
