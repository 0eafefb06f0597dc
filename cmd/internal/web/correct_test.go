package web

import (
	"net/url"
	"strings"
	"testing"

	"rapporteur/cmd/internal/workspace"
)

// TestHeaderIsCorrected: a correction counts at once in search, report and
// matrix, stands in the audit, and is taken back.
func TestHeaderIsCorrected(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	reader, analyst, office := loginAs(t, h, "reader"), loginAs(t, h, "analyst"), loginAs(t, h, "secretariat")
	page := func(path, cookie string) string { return get(t, h, path, "Cookie", cookie).Body.String() }
	if body := page("/submission/CWG-Internet-30/6", reader); strings.Contains(body, "headerform") {
		t.Error("a reader is given the form")
	}
	form := url.Values{"symbol": {"CWG-Internet-31/6"}, "meeting": {"CWG-Internet-31"}, "date": {"2031-01-30"}, "source": {"Severia؛ XHA"},
		"on_behalf_of": {""}, "note": {"telephoned"}}
	w := post(h, "/correct/CWG-Internet-30/6", form, "Cookie", analyst)
	if w.Code != 303 || w.Header().Get("Location") != "/submission/CWG-Internet-31/6" {
		t.Fatalf("%d %s %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	for path, want := range map[string]string{
		"/submission/CWG-Internet-31/6":                       "person&#39;s correction",
		"/search?source=XHA&meeting=CWG-Internet-31":          "CWG-Internet-31/6",
		"/report?meeting=CWG-Internet-31&part=documents":      "30 January 2031",
		"/matrix?meeting=CWG-Internet-31&list=1":              "Halvia",
		"/search?q=symbol%3ACWG-Internet-31%2F6&source=XSE":   "Halvia",
		"/submission/CWG-Internet-31/6?at=1#no-such-fragment": "telephoned",
	} {
		if !strings.Contains(page(path, analyst), want) {
			t.Errorf("%s has no %q", path, want)
		}
	}
	audit := page("/audit?action=correct", office)
	for _, want := range []string{"analyst", "<del><bdi>2030-08-21</bdi></del> → <ins><bdi>2031-01-30</bdi></ins>", "telephoned", "<bdi>CWG-Internet-30/6</bdi>"} {
		if !strings.Contains(audit, want) {
			t.Errorf("the audit has no %q", want)
		}
	}
	w = post(h, "/correct/CWG-Internet-31/6", url.Values{"undo": {"1"}}, "Cookie", office)
	if w.Code != 303 || w.Header().Get("Location") != "/submission/CWG-Internet-30/6" {
		t.Fatalf("undo: %d %s", w.Code, w.Body)
	}
	if r, err := s.options.Workspace.Report(t.Context(), workspace.ReportOptions{Meetings: []string{"CWG-Internet-31"}}); err != nil || addressed(r, 3, "XHA") {
		t.Errorf("the report still has it: %v", err)
	}
}

// TestCorrectionsAreRefused: nonsense, and what would take a document where its
// reader may not look.
func TestCorrectionsAreRefused(t *testing.T) {
	h := guardedServer(t).Handler()
	analyst, guest := loginAs(t, h, "analyst"), loginAs(t, h, "guest")
	for _, c := range []struct {
		cookie, ref string
		form        url.Values
		status      int
	}{
		{analyst, "CWG-Internet-30/6", url.Values{"date": {"12/09/2030"}}, 400},
		{analyst, "CWG-Internet-30/6", url.Values{"symbol": {"six"}}, 400},
		{analyst, "CWG-Internet-30/6", url.Values{"source": {""}}, 400},
		{analyst, "CWG-Internet-30/6", url.Values{}, 400},
		{analyst, "CWG-Internet-30/6", url.Values{"date": {"2030-08-22"}, "note": {strings.Repeat("x", 3000)}}, 400},
		{analyst, "CWG-Internet-30/6", url.Values{"undo": {"1"}}, 400},
		{analyst, "CWG-Internet-30/99", url.Values{"date": {"2030-08-22"}}, 404},
		{guest, "CWG-Internet-30/6", url.Values{"date": {"2030-08-22"}}, 404},
		{guest, "CWG-Internet-31/2", url.Values{"meeting": {"CWG-Internet-30"}}, 404},
		{guest, "CWG-Internet-31/2", url.Values{"symbol": {"CWG-Internet-30/6"}, "meeting": {"CWG-Internet-31"}}, 404},
		{guest, "CWG-Internet-31/2", url.Values{"symbol": {"CWG-Internet-30/66"}}, 404},
	} {
		if w := post(h, "/correct/"+c.ref, c.form, "Cookie", c.cookie); w.Code != c.status {
			t.Errorf("%s %v: %d, want %d", c.ref, c.form, w.Code, c.status)
		}
	}
}
