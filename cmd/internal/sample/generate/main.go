// Command generate makes the files of the sample corpus, and its labels, from
// the texts in folder sources. Run it from the root of the repository:
//
//	go run ./cmd/internal/sample/generate
//
// Word and text files come out the same, byte for byte, every time. PDFs are
// made by LibreOffice, only where their source has changed.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"rapporteur/cmd/internal/sample"
)

const home = "cmd/internal/sample"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := generate(ctx, home); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(ctx context.Context, dir string) error {
	texts, err := readSources(filepath.Join(dir, "sources"))
	if err != nil {
		return err
	}
	if len(texts) == 0 {
		return fmt.Errorf("no texts in %s/sources: run this from the root of the repository", dir)
	}
	groups, err := readGroups(filepath.Join(dir, "sources", "groups.yaml"))
	if err != nil {
		return err
	}
	for _, t := range texts {
		if err := writeFiles(ctx, t, filepath.Join(dir, "files")); err != nil {
			return err
		}
	}
	return writeTruth(filepath.Join(dir, "truth.yaml"), texts, groups)
}

func readGroups(path string) ([]sample.Group, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("groups of views: %w", err)
	}
	var groups []sample.Group
	if err := yaml.UnmarshalWithOptions(raw, &groups, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return groups, nil
}

func writeFiles(ctx context.Context, t text, dir string) error {
	for _, format := range t.Formats {
		path := filepath.Join(dir, t.Name+"."+format)
		if format == "pdf" {
			if err := makePDF(ctx, t, path); err != nil {
				return err
			}
			continue
		}
		content, err := render(t, format)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return fmt.Errorf("write file: %w", err)
		}
	}
	return nil
}

// render gives a text in one of the formats that we write ourselves.
func render(t text, format string) ([]byte, error) {
	switch format {
	case "txt":
		return writeTXT(t)
	case "docx":
		content, err := writeDOCX(t, officeFonts)
		if err == nil && t.Cut > 0 {
			content = content[:len(content)*t.Cut/100]
		}
		return content, err
	}
	return nil, fmt.Errorf("unknown format %q", format)
}
