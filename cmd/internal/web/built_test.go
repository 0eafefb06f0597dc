package web

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/render"
)

// TestReportIsBuilt asks for a report as the form does, waits for it, and saves
// its files.
func TestReportIsBuilt(t *testing.T) {
	s := sampleServer(t)
	w := s.options.Workspace
	s.options.Jobs = jobs.New(jobs.Options{Workspace: w, Program: "test", Log: t.Logf,
		Build: func(ctx context.Context, spec jobs.ReportSpec, dir string) ([]string, error) {
			r, err := w.Report(ctx, spec.ReportOptions)
			if err != nil {
				return nil, err
			}
			f, err := os.Create(filepath.Join(dir, "report.html"))
			if err != nil {
				return nil, err
			}
			defer f.Close()
			return []string{"report.html"}, render.HTML(f, r)
		}})
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan error)
	go func() { ran <- s.options.Jobs.Run(ctx) }()
	defer func() { stop(); <-ran }()
	h := s.Handler()
	if got := post(h, "/report", url.Values{"format": {"exe"}}).Code; got != 400 {
		t.Errorf("a format that is none: status %d", got)
	}
	if got := post(h, "/report", url.Values{"template": {"../x.docx"}}).Code; got != 400 {
		t.Errorf("a template outside of the folder: status %d", got)
	}
	post(h, "/chosen", url.Values{"add": {"CWG-Internet-31/2#5"}})
	answer := post(h, "/report", url.Values{"meeting": {"CWG-Internet-31"}, "language": {"fr"}, "format": {"html"}})
	if to := answer.Header().Get("Location"); answer.Code != 303 || !strings.Contains(to, "language=fr") || !strings.Contains(to, "meeting=CWG-Internet-31") {
		t.Fatalf("the form is answered by %d %s", answer.Code, to)
	}
	body := ""
	for start := time.Now(); !strings.Contains(body, "report.html") && time.Since(start) < 2*time.Minute; time.Sleep(20 * time.Millisecond) {
		body = get(t, h, "/report/built").Body.String()
	}
	if !strings.Contains(body, `href="/report/1/report.html"`) || strings.Contains(body, "hx-get") {
		t.Fatalf("the list of what was built: %s", body)
	}
	file := get(t, h, "/report/1/report.html")
	if file.Code != 200 || !strings.Contains(file.Body.String(), `<html lang="fr"`) || !strings.Contains(file.Body.String(), "Annexe: passages choisis") || !strings.Contains(file.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("the file: %d %v", file.Code, file.Header())
	}
	for _, path := range []string{"/report/1/corpus.db", "/report/1/..%2fcorpus.db", "/report/2/report.html", "/report/x/y"} {
		if got := get(t, h, path).Code; got != 404 {
			t.Errorf("%s: status %d", path, got)
		}
	}
}
