package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/segment"
)

type extractOptions struct {
	language string
	original bool
	json     bool
}

func newExtract(a *app, _ *globalOptions) *cobra.Command {
	var o extractOptions
	c := &cobra.Command{
		Use:   "extract FILE…",
		Short: "Show what the reader sees in a file, without a workspace",
		Args:  cobra.MinimumNArgs(1),
		RunE:  func(c *cobra.Command, args []string) error { return runExtract(c.Context(), a, o, args) },
	}
	f := c.Flags()
	f.StringVar(&o.language, "lang", "", "language of scanned pages")
	f.BoolVar(&o.original, "original", false, "show the text before tracked changes")
	f.BoolVar(&o.json, "json", false, "one JSON object on one line for each file")
	return c
}

// extracted is what extract --json prints for one file.
type extracted struct {
	File      string           `json:"file"`
	MediaType string           `json:"media_type"`
	Language  string           `json:"language"`
	Grade     corpus.Grade     `json:"grade"`
	Extractor string           `json:"extractor"`
	Pages     int              `json:"pages"`
	Skip      *skipped         `json:"skip"`
	Warnings  []string         `json:"warnings,omitempty"`
	Header    *corpus.Header   `json:"header,omitempty"`
	Passages  []corpus.Passage `json:"passages"`
}

type skipped struct {
	Reason corpus.Reason `json:"reason"`
	Detail string        `json:"detail"`
}

func runExtract(ctx context.Context, a *app, o extractOptions, files []string) error {
	reader := extract.NewReader(a.worker, 1)
	defer reader.Close()
	gaps := false
	for _, file := range files {
		x, err := extractFile(ctx, reader, o, file)
		if err != nil {
			return err
		}
		gaps = gaps || x.Skip != nil
		if o.json {
			err = writeLine(a.out, x)
		} else {
			a.printExtracted(x)
		}
		if err != nil {
			return err
		}
	}
	if gaps {
		return errGaps
	}
	return nil
}

func extractFile(ctx context.Context, reader *extract.Reader, o extractOptions, file string) (extracted, error) {
	x := extracted{File: file, Passages: []corpus.Passage{}}
	data, err := os.ReadFile(file)
	if err != nil {
		return x, corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	doc, err := reader.Read(ctx, filepath.Base(file), data, extract.Options{Language: o.language, Original: o.original})
	var skip *extract.SkipError
	if errors.As(err, &skip) {
		x.Skip = &skipped{skip.Reason, skip.Detail}
		return x, nil
	}
	if err != nil {
		return x, fmt.Errorf("%s: %w", file, err)
	}
	s := segment.Segmenter{Names: member.Default()}
	header, passages, err := s.Submission(file, corpus.HashOf(data), doc, segment.Sidecar{Language: o.language}, segment.Flags{})
	if err != nil {
		return x, fmt.Errorf("%s: %w", file, err)
	}
	corpus.AssignIDs(header.Symbol.Value.String(), passages)
	x.MediaType, x.Language, x.Grade, x.Extractor = doc.MediaType, header.Language.Value, doc.Grade, doc.Extractor
	x.Pages, x.Warnings, x.Header = doc.Pages, doc.Warnings, &header
	x.Passages = append(x.Passages, passages...)
	return x, nil
}

func (a *app) printExtracted(x extracted) {
	if x.Skip != nil {
		fmt.Fprintf(a.out, "%s: not read: %s: %s\n", x.File, x.Skip.Reason, x.Skip.Detail)
		return
	}
	d := shownDocument{Rendition: corpus.Rendition{
		Ref: x.Header.Symbol.Value.String(), File: x.File, Language: x.Language, Extractor: x.Extractor, Grade: x.Grade, Header: *x.Header,
	}}
	for _, p := range x.Passages {
		d.Passages = append(d.Passages, shownPassage{Passage: p})
	}
	printDocument(a.out, d)
	for _, w := range x.Warnings {
		a.warn("%s: %s", x.File, w)
	}
}
