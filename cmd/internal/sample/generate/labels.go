package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/cmd/internal/sample"
	"rapporteur/corpus"
)

var labelWord = regexp.MustCompile(`(\w+)="([^"]*)"|\S+`)

// parseLabels reads a label line: themes or "-", the kind, then any of process,
// added, act=, to=, when="", group=, stance=.
//
//	3,4 proposal act=propose to=council when="Council 2031" group=summary stance=propose
func parseLabels(line string) (p sample.Paragraph, added bool, err error) {
	words := labelWord.FindAllString(line, -1)
	if len(words) < 2 {
		return p, false, fmt.Errorf("labels %q: want themes and a kind", line)
	}
	if p.Themes, err = parseThemes(words[0]); err != nil {
		return p, false, err
	}
	p.Kind = corpus.Kind(words[1])
	if !slices.Contains(corpus.Kinds(), p.Kind) {
		return p, false, fmt.Errorf("labels %q: %q is no kind", line, words[1])
	}
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, "=")
		value = strings.Trim(value, `"`)
		switch key {
		case "process":
			p.Process = true
		case "added":
			added = true
		case "act":
			p.Act = corpus.Act(value)
		case "to":
			p.Addressee = value
		case "when":
			p.Timing = value
		case "group":
			p.Group = value
		case "stance":
			p.Stance = value
		default:
			return p, false, fmt.Errorf("labels %q: unknown word %q", line, w)
		}
	}
	return p, added, checkLabels(p)
}

func checkLabels(p sample.Paragraph) error {
	if p.Act != "" && !slices.Contains(corpus.Acts(), p.Act) {
		return fmt.Errorf("%q is no act", p.Act)
	}
	if !slices.Contains([]string{"", "council", "group", "secretary-general", "members"}, p.Addressee) {
		return fmt.Errorf("%q is no addressee", p.Addressee)
	}
	if (p.Group == "") != (p.Stance == "") {
		return fmt.Errorf("group and stance come together, have %q and %q", p.Group, p.Stance)
	}
	return nil
}

func parseThemes(s string) ([]corpus.Theme, error) {
	if s == "-" {
		return nil, nil
	}
	var themes []corpus.Theme
	for _, n := range strings.Split(s, ",") {
		t, err := strconv.Atoi(n)
		if err != nil || !corpus.Theme(t).Valid() {
			return nil, fmt.Errorf("%q is no theme from 1 to %d", n, corpus.ThemeCount)
		}
		themes = append(themes, corpus.Theme(t))
	}
	return themes, nil
}
