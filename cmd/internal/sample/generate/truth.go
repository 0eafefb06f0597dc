package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"rapporteur/cmd/internal/sample"
	"rapporteur/corpus"
)

// artefact is what other extractors leave in text files.
var artefact = regexp.MustCompile(`\[bookmark: \w+\]|\[footnoteRef:\d+\]`)

// truthOf collects what the labels say of one text.
func truthOf(t text) sample.Document {
	d := t.Truth
	d.Language, d.Title = t.Language, t.Header.Title
	if d.Attribution == "" {
		d.Attribution = corpus.AttributionNamed
	}
	for _, format := range t.Formats {
		d.Files = append(d.Files, t.Name+"."+format)
	}
	if d.Unread != "" {
		return d
	}
	for i := 1; i < len(t.Box); i += 2 {
		d.Paragraphs = append(d.Paragraphs, sample.Paragraph{Section: t.Box[i-1], Role: corpus.RoleBox,
			Text: t.Box[i], Kind: corpus.KindProcedural, Process: true})
	}
	for _, b := range t.blocks {
		d.Paragraphs = append(d.Paragraphs, paragraphsOf(b)...)
	}
	return d
}

// paragraphsOf gives the labelled paragraphs of a block: a table's labels are
// those of the cells of its last column.
func paragraphsOf(b block) []sample.Paragraph {
	if b.truth == nil {
		return nil
	}
	p := *b.truth
	p.Label, p.Section, p.Role = b.label, b.section, corpus.RoleBody
	if b.style == quote {
		p.Role = corpus.RoleQuotation
	}
	if b.style != table {
		p.Text = artefact.ReplaceAllString(plainText(b.runs), "")
		return []sample.Paragraph{p}
	}
	var out []sample.Paragraph
	p.Role = corpus.RoleTable
	for _, row := range b.rows[1:] {
		p.Text = row[len(row)-1]
		out = append(out, p)
	}
	return out
}

// groupsOf fills the groups' sources from the labels of the current texts.
func groupsOf(groups []sample.Group, documents []sample.Document) ([]sample.Group, error) {
	for _, d := range documents {
		if d.Superseded {
			continue
		}
		sources := d.Sources
		if len(d.OnBehalfOf) > 0 {
			sources = d.OnBehalfOf
		}
		for _, p := range d.Paragraphs {
			if p.Group == "" {
				continue
			}
			i := slices.IndexFunc(groups, func(g sample.Group) bool { return g.ID == p.Group })
			if i < 0 {
				return nil, fmt.Errorf("%s: unknown group %q", d.Files[0], p.Group)
			}
			list, err := stanceList(&groups[i], p.Stance)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", d.Files[0], err)
			}
			*list = append(*list, sources...)
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
	}
	return groups, nil
}

func stanceList(g *sample.Group, stance string) (*[]string, error) {
	switch stance {
	case "propose":
		return &g.Proposes, nil
	case "support":
		return &g.Supports, nil
	case "reserve":
		return &g.Reserves, nil
	case "oppose":
		return &g.Opposes, nil
	}
	return nil, fmt.Errorf("%q is no stance", stance)
}

// writeTruth writes the labels of all texts to path.
func writeTruth(path string, texts []text, groups []sample.Group) error {
	var l sample.Labels
	for _, t := range texts {
		l.Documents = append(l.Documents, truthOf(t))
	}
	var err error
	if l.Groups, err = groupsOf(groups, l.Documents); err != nil {
		return err
	}
	data, err := yaml.MarshalWithOptions(l, yaml.UseLiteralStyleIfMultiline(true))
	if err != nil {
		return fmt.Errorf("write labels: %w", err)
	}
	head := "# Made from sources by go run ./cmd/internal/sample/generate; do not edit.\n"
	return os.WriteFile(path, []byte(head+strings.TrimLeft(string(data), "\n")), 0o644)
}
