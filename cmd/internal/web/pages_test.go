package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// TestEmptyWorkspace: before anything is ingested every page says so.
func TestEmptyWorkspace(t *testing.T) {
	dir := t.TempDir()
	if err := workspace.Init(dir); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	s, err := New(Options{Workspace: w, Version: "test", Log: slog.New(slog.NewTextHandler(testLog{t}, nil))})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/search", "/search?q=internet", "/matrix", "/matrix?mode=change", "/matrix?list=1", "/matrix.svg", "/theme/1", "/report"} {
		if got := get(t, s.Handler(), path); got.Code != 200 {
			t.Errorf("%s: status %d: %.300s", path, got.Code, got.Body)
		}
	}
}

// TestOddAddresses: an address that asks for what is not there is answered.
func TestOddAddresses(t *testing.T) {
	h := sampleServer(t).Handler()
	for path, want := range map[string]int{
		"/theme/13": 404, "/theme/x": 404, "/theme/2?meeting=none": 404, "/matrix?meeting=none": 404, "/matrix?mode=odd": 200,
		"/submission/none": 404, "/submission/": 404, "/submission/CWG-Internet-30/3?page=99&at=none": 200,
		"/submission/CWG-Internet-30/3?page=x": 200, "/page/0/CWG-Internet-30/3": 404, "/page/9/CWG-Internet-30/3": 404,
		"/page/x/CWG-Internet-30/3": 404, "/page/1/CWG-Internet-30/1": 404, "/original/none": 404, "/search?page=4000": 200,
		"/report?theme=99": 400, "/report?part=none": 400, "/report?meeting=none": 404, "/report?language=xx": 200,
	} {
		if got := get(t, h, path).Code; got != want {
			t.Errorf("%s: status %d, want %d", path, got, want)
		}
	}
}

// TestPageImage gives a page as PNG, and not again to who has it.
func TestPageImage(t *testing.T) {
	h := sampleServer(t).Handler()
	w := get(t, h, "/page/1/CWG-Internet-30/3")
	if w.Code != 200 || w.Header().Get("Content-Type") != "image/png" || !strings.HasPrefix(w.Body.String(), "\x89PNG") {
		t.Fatalf("status %d, %s", w.Code, w.Header().Get("Content-Type"))
	}
	if again := get(t, h, "/page/1/CWG-Internet-30/3", "If-None-Match", w.Header().Get("ETag")); again.Code != 304 {
		t.Errorf("a picture that the browser has: status %d", again.Code)
	}
	o := get(t, h, "/original/CWG-Internet-30/3")
	if o.Code != 200 || !strings.HasPrefix(o.Header().Get("Content-Disposition"), "attachment") || o.Header().Get("Content-Type") != "application/octet-stream" {
		t.Errorf("the original is given as %d %v", o.Code, o.Header())
	}
}

// TestMatrixFollowsDecisions: what somebody rejects is not counted any more, on
// the next look.
func TestMatrixFollowsDecisions(t *testing.T) {
	s := sampleServer(t)
	h := s.Handler()
	const cell = `href="/search?not-kind=citation&amp;not-kind=procedural&amp;not-kind=other&amp;source=XFR&amp;theme=8" title="addressed"><bdi>`
	count := func() string {
		_, after, ok := strings.Cut(get(t, h, "/matrix").Body.String(), cell)
		if !ok {
			return "none"
		}
		n, _, _ := strings.Cut(after, "<")
		return n
	}
	before := count()
	found, err := s.options.Workspace.Search(t.Context(), corpus.Query{Themes: []corpus.Theme{8}, Sources: []string{"XFR"}, Kinds: []corpus.Kind{corpus.KindProposal}})
	if err != nil || len(found.Hits) == 0 {
		t.Fatalf("no proposal to reject: %v", err)
	}
	_, err = s.options.Workspace.Decide(t.Context(), workspace.Decision{
		Reader: "anna", Passage: found.Hits[0].ID, Action: corpus.DecisionReject, Time: "2031-02-01T00:00:00Z", Program: "test",
		Subject: corpus.Subject{About: corpus.AboutTheme, Theme: 8},
	})
	if err != nil {
		t.Fatal(err)
	}
	if after := count(); before == "none" || after == before {
		t.Errorf("%s passages before the decision, %s after", before, after)
	}
}

// TestSpansAreTheText: cut in pieces and put together a text is the same.
func TestSpansAreTheText(t *testing.T) {
	s := sampleServer(t)
	renditions, err := s.options.Workspace.Store.Renditions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	evidence := 0
	for _, r := range renditions {
		reading, err := s.options.Workspace.Store.Reading(t.Context(), r.Ref)
		if err != nil {
			t.Fatal(err)
		}
		passages, _ := shownPassages(reading, nil, nil, "")
		for _, p := range passages {
			text := ""
			for _, span := range p.Spans {
				text += span.Text
				if span.Evidence {
					evidence++
				}
			}
			if text != p.Text {
				t.Errorf("%s: the pieces give %q, the text is %q", p.ID, text, p.Text)
			}
		}
	}
	if evidence < 50 {
		t.Errorf("only %d pieces are evidence", evidence)
	}
}

func TestPicturesAreDrawnOnce(t *testing.T) {
	p := newPictures()
	var drawn atomic.Int32
	var wait sync.WaitGroup
	for range 20 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			got, err := p.get("one", func() (picture, error) { drawn.Add(1); return picture{png: []byte("x")}, nil })
			if err != nil || string(got.png) != "x" {
				t.Errorf("got %q, %v", got.png, err)
			}
		}()
	}
	wait.Wait()
	if n := drawn.Load(); n != 1 {
		t.Errorf("drawn %d times", n)
	}
	for range 2 { // a failure is not kept
		if _, err := p.get("bad", func() (picture, error) { drawn.Add(1); return picture{}, errors.New("no") }); err == nil {
			t.Error("a failure is forgotten")
		}
	}
	if n := drawn.Load(); n != 3 {
		t.Errorf("after two failures %d were drawn", n)
	}
	for i := range 2 * mostPictures {
		_, _ = p.get(fmt.Sprint(i), func() (picture, error) { return picture{}, nil })
	}
	if n := len(p.byKey); n > mostPictures || n != p.order.Len() {
		t.Errorf("%d pictures are kept, %d in order", n, p.order.Len())
	}
}

// TestComparisonIsMadeOnce: many who ask at a time wait for one.
func TestComparisonIsMadeOnce(t *testing.T) {
	s := sampleServer(t)
	var wait sync.WaitGroup
	got := make([]*comparison, 16)
	for i := range got {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var err error
			if got[i], err = s.comparisons.get(context.Background(), workspace.ReportOptions{Language: "en"}); err != nil {
				t.Error(err)
			}
		}()
	}
	wait.Wait()
	for _, c := range got {
		if c != got[0] {
			t.Fatal("two comparisons were made of one state")
		}
	}
	for _, lang := range []string{"fr", "es", "ru", "ar", "zh", "en"} {
		if _, err := s.comparisons.get(t.Context(), workspace.ReportOptions{Language: lang, Meetings: []string{"CWG-Internet-30"}}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(s.comparisons.kept); n > mostComparisons {
		t.Errorf("%d comparisons are kept", n)
	}
}
