package web

import (
	"html/template"
	"net/url"
	"strings"

	"rapporteur/cmd/internal/web/message"
)

// documentPath is the address of a rendition's page.
func documentPath(ref string) string { return (&url.URL{Path: "/submission/" + ref}).String() }

// passagePath is the address of a passage: its document's page, opened there.
func passagePath(id string) string {
	ref, label, ok := strings.Cut(id, "#")
	if !ok {
		return documentPath(ref)
	}
	u := url.URL{Path: "/submission/" + ref, RawQuery: url.Values{"at": {label}}.Encode(), Fragment: anchorOf(id)}
	return u.String()
}

// anchorOf is the element of a passage in its document's page.
func anchorOf(id string) string {
	_, label, _ := strings.Cut(id, "#")
	return "at-" + strings.Join(strings.Fields(label), "_")
}

// placeOf is where a passage stands in its document, for people.
func placeOf(words *message.Book, lang, label string, page int) template.HTML {
	out := words.HTML(lang, "word.paragraph", label)
	if strings.HasPrefix(label, "¶") {
		out = template.HTML("<bdi>" + template.HTMLEscapeString(label) + "</bdi>")
	}
	if page > 0 {
		out += " " + words.HTML(lang, "word.page", page)
	}
	return out
}

// labelOf is the last part of a passage's ID, as people cite it.
func labelOf(id string) string {
	_, label, _ := strings.Cut(id, "#")
	return label
}
