package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"rapporteur/cmd/internal/render"
	"rapporteur/cmd/internal/web/asset"
	"rapporteur/cmd/internal/web/message"
	"rapporteur/corpus"
)

//go:embed template/*.html
var templateFiles embed.FS

// templates are the pages' templates, one set for each language and page: the
// functions of a set speak its language.
type templates struct {
	sets map[string]*template.Template // by language and page, "ar search"
}

// parts.html holds what several pages share.
const sharedTemplates = "template/layout.html template/parts.html"

// loadTemplates parses every template in every language and tries it on the zero
// value of its page.
func loadTemplates(words *message.Book, assets *asset.Set, names sourceNames, labels themeLabels) (*templates, error) {
	t := &templates{sets: make(map[string]*template.Template)}
	for _, lang := range corpus.Languages {
		base := template.New("layout.html").Option("missingkey=error").Funcs(functions(lang, words, assets, names, labels))
		base, err := base.ParseFS(templateFiles, strings.Fields(sharedTemplates)...)
		if err != nil {
			return nil, err
		}
		for _, r := range append(Routes(), Route{view: "problem", page: problemPage{}}) {
			if r.view == "" || t.sets[lang+" "+r.view] != nil {
				continue
			}
			set, err := base.Clone()
			if err != nil {
				return nil, err
			}
			if set, err = set.ParseFS(templateFiles, "template/"+r.view+".html"); err != nil {
				return nil, err
			}
			t.sets[lang+" "+r.view] = set
			if err := t.render(io.Discard, frame{Language: lang}, view{name: r.view, page: r.page}); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// surrounded is what the layout shows.
type surrounded struct {
	frame
	Page any
}

func (t *templates) render(w io.Writer, f frame, v view) error {
	set := t.sets[f.Language+" "+v.name]
	if set == nil {
		return fmt.Errorf("no template %s in %s", v.name, f.Language)
	}
	if v.part != "" {
		return set.ExecuteTemplate(w, v.part, v.page)
	}
	return set.ExecuteTemplate(w, "layout.html", surrounded{f, v.page})
}

// sourceNames gives the names of sources, themeLabels those of themes.
type sourceNames interface {
	Name(id, language string) string
}

type themeLabels interface {
	Label(theme corpus.Theme, language string) string
}

// functions are what templates may call, in one language.
func functions(lang string, words *message.Book, assets *asset.Set, names sourceNames, labels themeLabels) template.FuncMap {
	return template.FuncMap{
		// t is a message, with its values; the last part of the key may be given
		// apart: t "kind." .Kind.
		"t": func(key string, args ...any) template.HTML {
			if strings.HasSuffix(key, ".") && len(args) > 0 {
				key, args = key+fmt.Sprint(args[0]), args[1:]
			}
			return words.HTML(lang, key, args...)
		},
		"theme":     func(t corpus.Theme) string { return labels.Label(t, lang) },
		"source":    func(id string) string { return names.Name(id, lang) },
		"asset":     assets.Path,
		"dir":       render.Direction,
		"document":  documentPath,
		"passage":   passagePath,
		"anchor":    anchorOf,
		"label":     labelOf,
		"fieldkey":  fieldKey,
		"place":     func(label string, page int) template.HTML { return placeOf(words, lang, label, page) },
		"marked":    markedFragment,
		"themes":    corpus.Themes,
		"format":    formatOf,
		"add":       func(a, b int) int { return a + b },
		"themeof":   func(id string) corpus.Theme { return Named{"theme", id}.Theme() },
		"blockkind": blockKind,
		"kilobytes": func(n int64) int64 { return (n + 1023) / 1024 },
		"pair":      func(a, b any) pair { return pair{a, b} },
		"key":       func(v any) string { return strings.ReplaceAll(fmt.Sprint(v), " ", "_") },
		"languages": interfaceLanguages,
		// language is the name of a language, its code where we have no name.
		"language": func(code string) template.HTML {
			if words.Has("language." + code) {
				return words.HTML(lang, "language."+code)
			}
			return template.HTML("<bdi>" + template.HTMLEscapeString(code) + "</bdi>")
		},
		"ours":    func() string { return lang },
		"when":    when,
		"percent": func(thousandths int) string { return fmt.Sprintf("%d %%", (thousandths+5)/10) },
		// status is the name of a claim's status, or of there being no claim.
		"status": func(s corpus.Status) string {
			if s == "" {
				return words.Text(lang, "audit.unclaimed")
			}
			return words.Text(lang, "status."+string(s))
		},
	}
}

// when is a time of the log, RFC 3339 in UTC, as people read it.
func when(stamp string) string {
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return stamp
	}
	return t.UTC().Format("2006-01-02 15:04")
}

// blockKind names a block's type for a template.
func blockKind(b any) string {
	switch b.(type) {
	case corpus.Heading:
		return "heading"
	case corpus.Paragraph:
		return "paragraph"
	case corpus.Quotation:
		return "quotation"
	case corpus.Table:
		return "table"
	}
	return ""
}

// pair hands two values to a template.
type pair struct{ First, Second any }

// markedFragment passes on a fragment of the index, which is escaped and holds
// no tag but <mark>.
func markedFragment(f string) (template.HTML, error) {
	rest := strings.NewReplacer("<mark>", "", "</mark>", "").Replace(f)
	if strings.ContainsAny(rest, "<>") {
		return "", fmt.Errorf("a fragment of the index is not escaped: %.80q", f)
	}
	return template.HTML(f), nil
}

// formatOf is a media type's short name, the last part of its message key.
func formatOf(media string) string {
	switch {
	case strings.Contains(media, "pdf"):
		return "pdf"
	case strings.Contains(media, "word"):
		return "word"
	case strings.Contains(media, "opendocument"):
		return "odt"
	case strings.Contains(media, "rtf"):
		return "rtf"
	case strings.Contains(media, "html"):
		return "html"
	}
	return "text"
}
