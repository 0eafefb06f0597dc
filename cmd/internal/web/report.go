package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// reportPage is the report as chosen: a preview of it, what to mind before it is
// built, and what was built before.
type reportPage struct {
	Choices reportChoices
	Preview preview
	// Warnings are what to mind before the report is built.
	Warnings []warning
	Built    builtReports
	// Basket is what the user has chosen to be quoted.
	Basket basket
}

// reportAsk is what an address or a form asks of a report.
type reportAsk struct {
	workspace.ReportOptions
	// by is who has chosen what is quoted besides, "" for nobody.
	by string
}

// reportChoices are what can be chosen, with what is.
type reportChoices struct {
	Meetings, Themes, Parts, Attributions, Languages, Templates, Formats []choice
}

// choice is one value of a list.
type choice struct {
	Value  string
	Chosen bool
}

// warning is something that a rapporteur should know, with its number.
type warning struct {
	// Key is the last part of the message's key.
	Key   string
	Count int
	Path  string
}

// formats are what a report is written as.
var formats = []string{"docx", "xlsx", "html", "md", "json", "pdf"}

// templateFolder of the workspace holds the secretariat's own Word files.
const templateFolder = "templates"

func (s *Server) report(r *http.Request) (response, error) {
	v := r.URL.Query()
	o, err := s.reportOptions(r.Context(), v, s.language(r))
	if err != nil {
		return nil, err
	}
	page := reportPage{}
	if page.Choices, err = s.choices(r.Context(), v, o); err != nil {
		return nil, err
	}
	c, err := s.compare(r.Context(), o.ReportOptions)
	if err != nil {
		return nil, err
	}
	page.Preview = c.preview(r.URL)
	if page.Basket, err = s.basket(r.Context(), o); err != nil {
		return nil, err
	}
	page.Basket.Here = r.URL.RequestURI()
	if page.Basket.In {
		page.Basket.Left = len(o.Chosen) - len(c.Chosen)
	}
	if page.Warnings, err = s.warnings(r.Context(), c); err != nil {
		return nil, err
	}
	if page.Built, err = s.builtReports(r.Context()); err != nil {
		return nil, err
	}
	out := view{name: "report", page: page}
	if r.Header.Get("HX-Request-Type") == "partial" {
		out.part = "preview"
	}
	return out, nil
}

// reportOptions reads what an address or a form chooses.
func (s *Server) reportOptions(ctx context.Context, v url.Values, lang string) (reportAsk, error) {
	o := reportAsk{ReportOptions: workspace.ReportOptions{Language: lang, Attribution: compare.Named, Program: s.options.Version}}
	asked := unique(v["meeting"])
	meetings, none, err := s.within(ctx, asked)
	if err != nil {
		return o, err
	}
	if none {
		return o, corpus.Errorf(corpus.CodeNotFound, "nothing was submitted to %v", asked)
	}
	o.Meetings = meetings
	if code := v.Get("language"); corpus.LanguageLetter(code) != "" {
		o.Language = code
	}
	if v.Get("attribution") == compare.Unnamed {
		o.Attribution = compare.Unnamed
	}
	for _, id := range unique(v["theme"]) {
		t, ok := corpus.ParseTheme(id)
		if !ok {
			return o, corpus.Errorf(corpus.CodeUsage, "theme %q: themes are 1 to %d", id, corpus.ThemeCount)
		}
		o.Themes = append(o.Themes, t)
	}
	for _, p := range unique(v["part"]) {
		o.Parts = append(o.Parts, compare.Part(p))
	}
	o.by = chosenBy(ctx, v)
	o.Chosen, err = s.options.Workspace.Choice(ctx, o.by)
	return o, err
}

// chosenBy is whose choice of passages the report quotes: the user's own where
// the address says nothing, nobody's where it says so.
func chosenBy(ctx context.Context, v url.Values) string {
	if user := access.From(ctx); !v.Has("chosen") && user.May(access.Analyst) {
		return user.Name
	}
	by := ""
	for _, name := range v["chosen"] {
		by = cmp.Or(name, by)
	}
	return by
}

func (s *Server) choices(ctx context.Context, v url.Values, o reportAsk) (reportChoices, error) {
	var c reportChoices
	meetings, err := s.meetings(ctx)
	if err != nil {
		return c, err
	}
	asked := unique(v["meeting"])
	for _, m := range meetings {
		c.Meetings = append(c.Meetings, choice{m.ID, slices.Contains(asked, m.ID)})
	}
	for _, t := range corpus.Themes() {
		c.Themes = append(c.Themes, choice{themeID(t), slices.Contains(o.Themes, t)})
	}
	for _, p := range compare.Parts() {
		c.Parts = append(c.Parts, choice{string(p), slices.Contains(o.Parts, p)})
	}
	for _, a := range []string{compare.Named, compare.Unnamed} {
		c.Attributions = append(c.Attributions, choice{a, o.Attribution == a})
	}
	for _, l := range interfaceLanguages() {
		c.Languages = append(c.Languages, choice{l, o.Language == l})
	}
	for _, name := range s.wordTemplates() {
		c.Templates = append(c.Templates, choice{name, v.Get("template") == name})
	}
	for _, f := range formats {
		c.Formats = append(c.Formats, choice{f, f != "pdf"})
	}
	return c, nil
}

// wordTemplates are the Word files in the workspace's folder of templates.
func (s *Server) wordTemplates() []string {
	paths, err := filepath.Glob(filepath.Join(s.options.Workspace.Dir, templateFolder, "*.docx"))
	if err != nil {
		return nil
	}
	var names []string
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			names = append(names, filepath.Base(p))
		}
	}
	return names
}

// warnings are what is not settled in what the report stands on.
func (s *Server) warnings(ctx context.Context, c *comparison) ([]warning, error) {
	log, err := s.options.Workspace.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	decided := make(map[corpus.Hash]bool)
	for _, d := range corpus.Standing(log) {
		decided[d.Text] = true
	}
	unreviewed := 0
	for _, p := range c.Passages {
		if !decided[corpus.HashOf([]byte(p.Text))] {
			unreviewed++
		}
	}
	var out []warning
	for _, w := range []warning{
		{"unread", len(c.Scope.NotRead), "/"},
		{"unreviewed", unreviewed, "/review"},
		{"uncertain", len(c.Uncertain), "/review"},
	} {
		if w.Count > 0 {
			out = append(out, w)
		}
	}
	return out, nil
}
