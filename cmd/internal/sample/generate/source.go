package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"rapporteur/cmd/internal/sample"
)

// text is one source file: the front matter and the body under it.
type text struct {
	// Name is the file name without its ending.
	Name string `yaml:"name"`
	// Formats are the endings to make: docx, pdf, txt.
	Formats  []string `yaml:"formats"`
	Language string   `yaml:"language"`
	// Number is what running heads print, with the language letter.
	Number string `yaml:"number"`
	Header header `yaml:"header"`
	// Box is the Purpose / Action required box: odd lines are its headings.
	Box []string `yaml:"box"`
	// Numbering is "auto" for numbers that Word computes, "typed" for numbers
	// in the text.
	Numbering string `yaml:"numbering"`
	// Scheme is "sections" (1, 1.1), "roman" (I, then 1. in each section),
	// "continuous" (1. throughout, headings unnumbered).
	Scheme string `yaml:"scheme"`
	// Encoding is for plain text: utf-8, windows-1251, utf-16le. Wrap is the
	// column at which its lines break, 0 for one line a paragraph.
	Encoding string `yaml:"encoding"`
	Wrap     int    `yaml:"wrap"`
	// Footer is the printer's line at the foot of Word pages.
	Footer string `yaml:"footer"`
	// Editor and EditedOn sign tracked changes.
	Editor   string `yaml:"editor"`
	EditedOn string `yaml:"edited_on"`
	// Cut keeps only that many per cent of the DOCX's bytes.
	Cut int `yaml:"cut"`
	// Truth is what the labels say of the document as a whole.
	Truth sample.Document `yaml:"truth"`

	blocks []block
	digest string
}

// header is what the top of the first page prints; empty lines are left out.
type header struct {
	// Layout is "table" (two columns, as the Union's templates have it),
	// "lines" or "none".
	Layout  string `yaml:"layout"`
	Body    string `yaml:"body"`
	Meeting string `yaml:"meeting"`
	Agenda  string `yaml:"agenda"`
	// Document is one or more lines: "Revision 1 to", "Document …".
	Document []string `yaml:"document"`
	Date     string   `yaml:"date"`
	Original string   `yaml:"original"`
	// Nature is the lines between the block and the title.
	Nature []string `yaml:"nature"`
	Title  string   `yaml:"title"`
}

// readSources reads every text of the folder, by name.
func readSources(dir string) ([]text, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	texts := make([]text, 0, len(names))
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read source: %w", err)
		}
		t, err := parseSource(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// parseSource splits a file at its "---" lines and reads both halves.
func parseSource(data []byte) (text, error) {
	parts := bytes.SplitN(data, []byte("---\n"), 3)
	if len(parts) != 3 || len(bytes.TrimSpace(parts[0])) != 0 {
		return text{}, fmt.Errorf("no front matter between two lines of ---")
	}
	var t text
	if err := yaml.UnmarshalWithOptions(parts[1], &t, yaml.Strict()); err != nil {
		return text{}, fmt.Errorf("front matter: %w", err)
	}
	blocks, err := parseBody(string(parts[2]))
	if err != nil {
		return text{}, err
	}
	t.blocks = number(blocks, t.Scheme)
	t.digest = digest(data)
	return t, nil
}
