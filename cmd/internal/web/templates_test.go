package web

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"rapporteur/cmd/internal/web/message"
)

var (
	action    = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	tagMarkup = regexp.MustCompile(`(?s)<[^>]*>`)
	wordy     = regexp.MustCompile(`\pL{2,}`)
	shownAttr = regexp.MustCompile(`\s(?:title|alt|placeholder|aria-label|aria-description)="([^"]*)"`)
	messageOf = regexp.MustCompile(`\bt "([a-z_]+\.[a-z_]*)"`)
)

// eachTemplate calls f with every template.
func eachTemplate(t *testing.T, f func(name, text string)) {
	t.Helper()
	names, err := fs.Glob(templateFiles, "template/*.html")
	if err != nil || len(names) < 4 {
		t.Fatalf("templates %v: %v", names, err)
	}
	for _, name := range names {
		data, err := templateFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f(name, string(data))
	}
}

// TestNoWordsInTemplates looks for words outside the message files. The name of
// the program is the only one.
func TestNoWordsInTemplates(t *testing.T) {
	eachTemplate(t, func(name, text string) {
		// A quotation mark inside an action must not end an attribute.
		text = action.ReplaceAllString(text, "")
		for _, m := range shownAttr.FindAllStringSubmatch(text, -1) {
			if wordy.MatchString(m[1]) {
				t.Errorf("%s: the attribute %q holds words", name, m[0])
			}
		}
		for _, word := range wordy.FindAllString(tagMarkup.ReplaceAllString(text, " "), -1) {
			if word != "rapporteur" {
				t.Errorf("%s holds the word %q: put it into the message files", name, word)
			}
		}
	})
}

// TestNothingRunsInPages looks for what the policy would refuse, and for the
// attributes of htmx that evaluate their text.
func TestNothingRunsInPages(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\bhx-on|\bon[a-z]+\s*=|\bjs:|javascript:|hx-live|\bstyle\s*=|<style|<script>|hx-trigger="[^"]*\[`)
	eachTemplate(t, func(name, text string) {
		if found := forbidden.FindString(text); found != "" {
			t.Errorf("%s holds %q", name, found)
		}
		if n := strings.Count(text, "<script"); n > 0 && name != "template/layout.html" {
			t.Errorf("%s loads a script of its own", name)
		}
	})
}

// TestMessagesAndTemplatesAgree: what a template asks for is there, and what is
// there is asked for.
func TestMessagesAndTemplatesAgree(t *testing.T) {
	words, err := message.Load()
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]bool)
	eachTemplate(t, func(name, text string) {
		for _, m := range messageOf.FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
			if !strings.HasSuffix(m[1], ".") && !words.Has(m[1]) {
				t.Errorf("%s asks for the message %s, and there is none", name, m[1])
			}
		}
	})
	for _, r := range Routes() {
		used[r.nav] = true
	}
	for _, key := range words.Keys() {
		section, _, _ := strings.Cut(key, ".")
		if !used[key] && !used[section+"."] && section != "problem" && !usedInCode[key] {
			t.Errorf("nobody asks for the message %s", key)
		}
	}
}

// usedInCode are messages that functions ask for.
var usedInCode = map[string]bool{"audit.unclaimed": true}
