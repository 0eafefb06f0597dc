// Package message holds every word that the pages say, in the six languages of
// the Union: three YAML files for each, with the same keys. The one with "office"
// in its name is for what stands behind the reading: review, jobs, codebook, audit;
// the one with "report" for the report and what is kept for it.
//
//	search:
//	  found: "Passages found: {0}"      # asked for as "search.found"
//
// {0}, {1} … stand for values. In a page each value is set in a <bdi>, so that a
// figure or a symbol keeps its order in a line that runs from right to left.
package message

import (
	"embed"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"rapporteur/corpus"
)

//go:embed *.yaml
var files embed.FS

// Book is the messages of every language.
type Book struct {
	byLanguage map[string]map[string]string
}

// Load reads the embedded files. It fails where a language lacks a key that
// another has, or names other values in it.
func Load() (*Book, error) {
	b := &Book{byLanguage: make(map[string]map[string]string)}
	for _, lang := range corpus.Languages {
		flat := make(map[string]string)
		for _, name := range []string{lang + ".yaml", lang + ".office.yaml", lang + ".report.yaml"} {
			if err := readInto(flat, name); err != nil {
				return nil, fmt.Errorf("messages: %s: %w", name, err)
			}
		}
		b.byLanguage[lang] = flat
	}
	return b, b.check()
}

// readInto adds the messages of one file under their sections.
func readInto(flat map[string]string, name string) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	var sections map[string]map[string]string
	if err := yaml.UnmarshalWithOptions(data, &sections, yaml.Strict()); err != nil {
		return err
	}
	for section, texts := range sections {
		for key, text := range texts {
			if _, twice := flat[section+"."+key]; twice {
				return fmt.Errorf("%s.%s stands twice", section, key)
			}
			flat[section+"."+key] = text
		}
	}
	return nil
}

// check compares every language with English.
func (b *Book) check() error {
	english := b.byLanguage["en"]
	for _, lang := range corpus.Languages {
		for _, key := range slices.Sorted(maps.Keys(english)) {
			text, ok := b.byLanguage[lang][key]
			switch {
			case !ok || strings.TrimSpace(text) == "":
				return fmt.Errorf("messages: %s.yaml has no %s", lang, key)
			case !slices.Equal(values(text), values(english[key])):
				return fmt.Errorf("messages: %s.yaml, %s: the values are %v and in en.yaml %v", lang, key, values(text), values(english[key]))
			}
		}
		for _, key := range slices.Sorted(maps.Keys(b.byLanguage[lang])) {
			if _, ok := english[key]; !ok {
				return fmt.Errorf("messages: %s.yaml has %s, and en.yaml has not", lang, key)
			}
		}
	}
	return nil
}

// values are the places for values in a text, sorted.
func values(text string) []string {
	var out []string
	for _, piece := range strings.Split(text, "{")[1:] {
		if n, _, ok := strings.Cut(piece, "}"); ok {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Keys gives every key, sorted.
func (b *Book) Keys() []string { return slices.Sorted(maps.Keys(b.byLanguage["en"])) }

// Has reports whether there is a message under a key.
func (b *Book) Has(key string) bool { _, ok := b.byLanguage["en"][key]; return ok }

// Text gives a message as plain text; a key that is not there gives itself in
// brackets, which the checks at the start keep from happening.
func (b *Book) Text(lang, key string, args ...any) string {
	return b.fill(lang, key, args, func(s string) string { return s })
}

// HTML gives a message for a page: escaped, each value in a <bdi>. In an
// attribute html/template takes the tags away again.
func (b *Book) HTML(lang, key string, args ...any) template.HTML {
	return template.HTML(b.fill(lang, key, args, template.HTMLEscapeString)) // every part is escaped
}

func (b *Book) fill(lang, key string, args []any, escape func(string) string) string {
	text, ok := b.byLanguage[lang][key]
	if !ok {
		return "[" + escape(key) + "]"
	}
	html := escape("<") != "<"
	text = escape(text)
	for i, arg := range args {
		value := escape(fmt.Sprint(arg))
		if html {
			value = "<bdi>" + value + "</bdi>"
		}
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", value)
	}
	return text
}
