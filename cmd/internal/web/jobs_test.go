package web

import (
	"bytes"
	"context"
	"fmt"
	"mime/multipart"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// sent is a form with files.
func sent(t testing.TB, names ...string) (body *bytes.Buffer, media string) {
	t.Helper()
	body = &bytes.Buffer{}
	w := multipart.NewWriter(body)
	for i, name := range names {
		part, err := w.CreateFormFile("files", name)
		if err == nil {
			_, err = fmt.Fprintf(part, "Document CWG-Internet-32/%d-E\n12 August 2032\nContribution by Ruritania\nTITLE %d\n\n1. We propose that exchange points lower the price of transit number %d.\n", i+1, i, i)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return body, w.FormDataContentType()
}

// TestFilesComeIn sends files to the page and watches them.
func TestFilesComeIn(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.options.Jobs.Run(ctx) }()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()
	cookie := loginAs(t, h, "secretariat")
	body, media := sent(t, "one.txt", "../two.txt")
	r := httptest.NewRequest("POST", "/jobs", body)
	r.Header.Set("Cookie", cookie)
	r.Header.Set("Content-Type", media)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 303 || w.Header().Get("Location") != "/jobs/1" {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	page := ""
	for start := time.Now(); !strings.Contains(page, `class="state done"`) && time.Since(start) < time.Minute; time.Sleep(50 * time.Millisecond) {
		page = get(t, h, "/jobs/1", "Cookie", cookie, "HX-Request", "true").Body.String()
	}
	for _, want := range []string{"<bdi>two.txt</bdi>", "CWG-Internet-32/2", "<bdi>2</bdi> of <bdi>2</bdi> files", "secretariat"} {
		if !strings.Contains(page, want) {
			t.Errorf("the task's page has no %q", want)
		}
	}
	if strings.Contains(page, "hx-trigger") || strings.Contains(page, "<html") {
		t.Error("a task that has ended is asked for again, or comes as a whole page")
	}
	if body := get(t, h, "/search?q=transit&meeting=CWG-Internet-32", "Cookie", cookie).Body.String(); !strings.Contains(body, "CWG-Internet-32/1") {
		t.Error("what came in is not found")
	}
}
