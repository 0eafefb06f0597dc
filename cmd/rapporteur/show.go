package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newShow(a *app, g *globalOptions) *cobra.Command {
	var asJSON, changes bool
	c := &cobra.Command{
		Use:   "show SYMBOL[#LABEL]",
		Short: "Show a document: its header with the basis of each field, its passages and claims",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if changes {
				return runChanges(c.Context(), a, g, args[0], asJSON)
			}
			return runShow(c.Context(), a, g, args[0], asJSON)
		},
	}
	c.Flags().BoolVar(&changes, "changes", false, "show what a revision changed, paragraph by paragraph")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// shownDocument is a rendition as show --json prints it.
type shownDocument struct {
	corpus.Rendition
	Submissions []corpus.Submission `json:"submissions"`
	Passages    []shownPassage      `json:"passages"`
}

type shownPassage struct {
	corpus.Passage
	Claims []corpus.Claim `json:"claims"`
}

func runShow(ctx context.Context, a *app, g *globalOptions, target string, asJSON bool) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	docs, err := findDocuments(ctx, w, target)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, docs)
	}
	for _, d := range docs {
		printDocument(a.out, d)
	}
	return nil
}

// findDocuments gives the rendition with this reference, or all renditions of
// the work or version with this symbol; after "#", only one passage of each.
func findDocuments(ctx context.Context, w *workspace.Workspace, target string) ([]shownDocument, error) {
	ref, label, one := strings.Cut(target, "#")
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	symbol, _, symbolErr := corpus.ParseSymbol(ref)
	var docs []shownDocument
	for _, r := range renditions {
		named := r.Ref == ref
		if !named && symbolErr == nil {
			named = r.Symbol == symbol || symbol.Suffix == "" && r.Symbol.Work() == symbol.Work() && !hasRef(renditions, ref)
		}
		if !named {
			continue
		}
		d, err := showRendition(ctx, w, r.Ref, label)
		if err != nil {
			return nil, err
		}
		if !one || len(d.Passages) > 0 {
			docs = append(docs, d)
		}
	}
	if len(docs) == 0 {
		return nil, corpus.Errorf(corpus.CodeNotFound, "%s is not in %s: \"rapporteur list submissions\" shows what there is", target, w.Dir)
	}
	return docs, nil
}

func hasRef(renditions []corpus.Rendition, ref string) bool {
	for _, r := range renditions {
		if r.Ref == ref {
			return true
		}
	}
	return false
}

func showRendition(ctx context.Context, w *workspace.Workspace, ref, label string) (shownDocument, error) {
	reading, err := w.Store.Reading(ctx, ref)
	if err != nil {
		return shownDocument{}, err
	}
	d := shownDocument{Rendition: reading.Rendition, Passages: []shownPassage{}}
	if d.Submissions, err = w.Store.SubmissionsOf(ctx, reading.Rendition.Symbol.Work()); err != nil {
		return d, err
	}
	claims := make(map[string][]corpus.Claim)
	for _, c := range reading.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	for _, p := range reading.Passages {
		if label == "" || p.ID == ref+"#"+label || p.Label == label {
			d.Passages = append(d.Passages, shownPassage{p, append([]corpus.Claim{}, claims[p.ID]...)})
		}
	}
	return d, nil
}

func printDocument(w io.Writer, d shownDocument) {
	fmt.Fprintf(w, "%s  (%s, %s, read by %s, grade %s)\n", d.Ref, d.File, d.Language, d.Extractor, d.Grade)
	printHeader(w, d.Header)
	for _, s := range d.Submissions {
		fmt.Fprintf(w, "  submission %s to %s by %s\n", s.ID, s.Meeting, sourceNames(s.Sources))
	}
	section := ""
	for _, p := range d.Passages {
		if p.Section != section && p.Role != corpus.RoleHeading {
			section = p.Section
			fmt.Fprintf(w, "\n  — %s —\n", section)
		}
		printPassage(w, p)
	}
	fmt.Fprintln(w)
}

func printHeader(w io.Writer, h corpus.Header) {
	line := func(name, value string, basis corpus.Basis, conflict string) {
		if basis == "" {
			return
		}
		if conflict != "" {
			conflict = "; " + conflict
		}
		fmt.Fprintf(w, "  %-18s %s  [%s%s]\n", name, value, basis, conflict)
	}
	line("symbol", h.Symbol.Value.String(), h.Symbol.Basis, h.Symbol.Conflict)
	line("meeting", h.Meeting.Value, h.Meeting.Basis, h.Meeting.Conflict)
	line("date", h.Date.Value, h.Date.Basis, h.Date.Conflict)
	line("place", h.Place.Value, h.Place.Basis, h.Place.Conflict)
	line("original language", strings.Join(h.OriginalLanguages.Value, ", "), h.OriginalLanguages.Basis, h.OriginalLanguages.Conflict)
	line("nature", h.Nature.Value, h.Nature.Basis, h.Nature.Conflict)
	line("sources", sourceNames(h.Sources.Value), h.Sources.Basis, h.Sources.Conflict)
	line("on behalf of", sourceNames(h.OnBehalfOf.Value), h.OnBehalfOf.Basis, h.OnBehalfOf.Conflict)
	line("title", h.Title.Value, h.Title.Basis, h.Title.Conflict)
	line("agenda item", h.AgendaItem.Value, h.AgendaItem.Basis, h.AgendaItem.Conflict)
	line("attribution", string(h.Attribution.Value), h.Attribution.Basis, h.Attribution.Conflict)
}

func printPassage(w io.Writer, p shownPassage) {
	_, label, _ := strings.Cut(p.ID, "#")
	place := ""
	if p.Page > 0 {
		place = fmt.Sprintf(" p. %d", p.Page)
	}
	fmt.Fprintf(w, "\n  #%s%s [%s]\n  %s\n", label, place, p.Role, strings.ReplaceAll(p.Text, "\n", "\n  "))
	for _, c := range p.Claims {
		fmt.Fprintf(w, "      %s\n", describe(c))
	}
}

// describe puts a claim and its evidence into one line.
func describe(c corpus.Claim) string {
	var what string
	switch c.About {
	case corpus.AboutTheme:
		what = fmt.Sprintf("theme %d, %s %d", c.Theme, c.Status, c.Score)
	case corpus.AboutKind:
		what = "kind " + string(c.Kind)
	case corpus.AboutProcess:
		what = "the group's own work"
	case corpus.AboutAct:
		what = fmt.Sprintf("%s by %s", c.Act.Act, c.Act.Holder)
		if c.Act.Addressee != "" {
			what += " to " + c.Act.Addressee
		}
		if c.Act.Timing != "" {
			what += ", " + c.Act.Timing
		}
	}
	var quotes []string
	for _, e := range c.Evidence {
		q := e.Quote
		if r := []rune(q); len(r) > 60 {
			q = string(r[:57]) + "…"
		}
		quotes = append(quotes, "“"+strings.ReplaceAll(q, "\n", " ")+"”")
	}
	return what + ": " + strings.Join(quotes, ", ")
}
