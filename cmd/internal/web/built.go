package web

import (
	"context"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/jobs"
	"rapporteur/corpus"
)

// builtReports are the reports that were built or are being built, the newest
// first.
type builtReports struct {
	Reports []builtReport
	// Live is set while one is being built: the list is asked for again.
	Live bool
}

// builtReport is one of them.
type builtReport struct {
	jobs.Task
	Spec  jobs.ReportSpec
	Files []builtFile
	// Again is the address of the page with the same choices.
	Again string
}

// builtFile is one file with its hash.
type builtFile struct {
	jobs.Built
	Path string
}

// reportsShown bounds the list.
const reportsShown = 20

func (s *Server) builtReports(ctx context.Context) (builtReports, error) {
	var out builtReports
	tasks, err := s.options.Jobs.Tasks(ctx)
	if err != nil {
		return out, err
	}
	for _, t := range tasks {
		if t.Kind != jobs.KindReport || len(out.Reports) == reportsShown {
			continue
		}
		b := builtReport{Task: t}
		if b.Spec, err = t.ReportSpec(); err != nil {
			return out, err
		}
		if !s.maySee(ctx, b.Spec) {
			continue
		}
		files, err := t.Built()
		if err != nil {
			return out, err
		}
		for _, f := range files {
			b.Files = append(b.Files, builtFile{f, "/report/" + strconv.Itoa(t.ID) + "/" + url.PathEscape(f.Name)})
		}
		b.Again = addressOf(b.Spec)
		out.Reports = append(out.Reports, b)
		out.Live = out.Live || !t.State.Ended()
	}
	return out, nil
}

// maySee reports whether a user may see all that a report was made of.
func (s *Server) maySee(ctx context.Context, spec jobs.ReportSpec) bool {
	user := access.From(ctx)
	return user.SeesAll() || len(spec.Meetings) > 0 && !slices.ContainsFunc(spec.Meetings, func(m string) bool { return !user.Sees(m) })
}

// addressOf is the page's address with the choices of a report.
func addressOf(spec jobs.ReportSpec) string {
	v := url.Values{"meeting": spec.Meetings, "language": {spec.Language}, "attribution": {spec.Attribution}}
	for _, t := range spec.Themes {
		v.Add("theme", themeID(t))
	}
	v.Set("chosen", spec.ChosenBy)
	for _, p := range spec.Parts {
		v.Add("part", string(p))
	}
	return "/report?" + v.Encode()
}

// built is the list alone, for a live update.
func (s *Server) built(r *http.Request) (response, error) {
	list, err := s.builtReports(r.Context())
	return view{name: "report", part: "built", page: list}, err
}

// build asks for a report in the background.
func (s *Server) build(r *http.Request) (response, error) {
	if err := r.ParseForm(); err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "the form cannot be read: %w", err)
	}
	o, err := s.reportOptions(r.Context(), r.PostForm, s.language(r))
	if err != nil {
		return nil, err
	}
	spec := jobs.ReportSpec{ReportOptions: o.ReportOptions, ChosenBy: o.by}
	for _, f := range unique(r.PostForm["format"]) {
		if !slices.Contains(formats, f) {
			return nil, corpus.Errorf(corpus.CodeUsage, "no format %q", f)
		}
		spec.Formats = append(spec.Formats, f)
	}
	if name := r.PostForm.Get("template"); name != "" {
		if !slices.Contains(s.wordTemplates(), name) {
			return nil, corpus.Errorf(corpus.CodeUsage, "no template %q in the workspace's folder %s", name, templateFolder)
		}
		spec.Template = filepath.Join(s.options.Workspace.Dir, templateFolder, name)
	}
	if _, err := s.options.Jobs.Report(r.Context(), access.From(r.Context()).Name, spec); err != nil {
		return nil, err
	}
	return redirect{addressOf(spec) + "#built"}, nil
}

// reportFile gives a file of a built report, checked against its hash.
func (s *Server) reportFile(r *http.Request) (response, error) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeNotFound, "no report %q", r.PathValue("id"))
	}
	task, err := s.options.Jobs.Task(r.Context(), id)
	if err != nil {
		return nil, err
	}
	spec, err := task.ReportSpec()
	if err != nil || task.Kind != jobs.KindReport || !s.maySee(r.Context(), spec) {
		return nil, corpus.Errorf(corpus.CodeNotFound, "no report %d", id)
	}
	name := r.PathValue("name")
	data, err := s.options.Jobs.File(r.Context(), id, name)
	if err != nil {
		return nil, err
	}
	return content{media: "application/octet-stream", name: name, body: data}, nil
}
