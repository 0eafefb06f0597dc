package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// get asks a handler for a path.
func get(t testing.TB, h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// post sends a form.
func post(h http.Handler, path string, form url.Values, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestPages asks each page for words that its story needs.
func TestPages(t *testing.T) {
	h := sampleServer(t).Handler()
	for _, c := range []struct {
		path   string
		status int
		want   []string
	}{
		{"/", 200, []string{"The working room", "CWG-Internet-30", "<bdi>16</bdi>", "Damaged"}},
		{"/search", 200, []string{"Passages: ", "Ruritania"}},
		{"/search?q=exchange+points&theme=2&kind=proposal", 200,
			[]string{"Passages: <bdi>2</bdi>", "<mark>exchange</mark>", `href="/submission/CWG-Internet-30/4?at=8#at-8"`, "§ <bdi>8</bdi>"}},
		{"/search?q=exchange+points&not-source=XFR", 200, []string{"line-through", `name="not-source"`}},
		{"/search?q=exchange+points&kind=proposal&not-source=XFR&theme=2", 200, []string{"Passages: <bdi>1</bdi>"}},
		{"/search?q=zzzzqqq", 200, []string{"No passage found"}},
		{"/search?q=%22open", 400, []string{"wrong"}},
		{"/search?theme=13", 400, []string{"themes are 1 to 12"}},
		{"/nowhere", 404, []string{"There is nothing here"}},
	} {
		w := get(t, h, c.path)
		if w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.path, w.Code, c.status)
		}
		for _, want := range c.want {
			if want == "line-through" {
				continue
			}
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s has no %q", c.path, want)
			}
		}
	}
}

// TestEveryAnswerIsGuarded looks for the headers that every answer must have.
func TestEveryAnswerIsGuarded(t *testing.T) {
	h := sampleServer(t).Handler()
	for _, path := range []string{"/", "/search", "/nowhere", "/healthz", "/assets/app.css"} {
		w := get(t, h, path)
		for name, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("the policy is not strict: %s", policy)
	}
}

func TestLanguages(t *testing.T) {
	h := sampleServer(t).Handler()
	for _, c := range []struct{ headers, want []string }{
		{nil, []string{`<html lang="en" dir="ltr">`}},
		{[]string{"Accept-Language", "ar-EG,fr;q=0.5"}, []string{`<html lang="ar" dir="rtl">`, "غرفة العمل"}},
		{[]string{"Accept-Language", "de, ru;q=0.4"}, []string{`<html lang="ru" dir="ltr">`}},
		{[]string{"Accept-Language", "fr", "Cookie", languageCookie + "=zh"}, []string{`<html lang="zh" dir="ltr">`}},
		{[]string{"Cookie", languageCookie + "=xx"}, []string{`<html lang="en"`}},
	} {
		body := get(t, h, "/", c.headers...).Body.String()
		for _, want := range c.want {
			if !strings.Contains(body, want) {
				t.Errorf("%v: no %q", c.headers, want)
			}
		}
	}
	w := post(h, "/language", url.Values{"language": {"fr"}, "back": {"/search?q=a"}})
	if w.Code != 303 || w.Header().Get("Location") != "/search?q=a" || !strings.Contains(w.Header().Get("Set-Cookie"), "=fr; Path=/") {
		t.Errorf("choosing French: %d %v", w.Code, w.Header())
	}
	for back, want := range map[string]string{"https://example.org/": "/", "//example.org": "/", `/\example.org`: "/", "": "/"} {
		if got := post(h, "/language", url.Values{"language": {"fr"}, "back": {back}}).Header().Get("Location"); got != want {
			t.Errorf("back to %q leads to %q", back, got)
		}
	}
	if w := post(h, "/language", url.Values{"language": {"xx"}}); w.Code != 400 {
		t.Errorf("an unknown language: status %d", w.Code)
	}
}

// TestForeignForms refuses what another site's page sends.
func TestForeignForms(t *testing.T) {
	h := sampleServer(t).Handler()
	for _, headers := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://example.org"}} {
		if w := post(h, "/language", url.Values{"language": {"fr"}}, headers...); w.Code != 403 {
			t.Errorf("%v: status %d, want 403", headers, w.Code)
		}
	}
}

// TestFirstPageIsSmall counts what a browser must load before somebody can read
// what was found.
func TestFirstPageIsSmall(t *testing.T) {
	h := sampleServer(t).Handler()
	const most, mostRequests = 60 << 10, 4
	body := packed(t, h, "/search?q=internet")
	total, requests := len(body), 1
	page := unpack(t, body)
	for _, mark := range []string{`href="/assets/`, `src="/assets/`} {
		for _, piece := range strings.Split(page, mark)[1:] {
			path, _, _ := strings.Cut(piece, `"`)
			total += len(packed(t, h, "/assets/"+path))
			requests++
		}
	}
	t.Logf("%d bytes in %d requests", total, requests)
	if total > most || requests > mostRequests || requests < 3 {
		t.Errorf("%d bytes in %d requests, and at most %d in %d are allowed", total, requests, most, mostRequests)
	}
}

func packed(t *testing.T, h http.Handler, path string) []byte {
	t.Helper()
	w := get(t, h, path, "Accept-Encoding", "gzip")
	if w.Code != 200 {
		t.Fatalf("%s: status %d", path, w.Code)
	}
	return w.Body.Bytes()
}

func unpack(t *testing.T, body []byte) string {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}

// TestLiveUpdateIsAPart asks as htmx does.
func TestLiveUpdateIsAPart(t *testing.T) {
	h := sampleServer(t).Handler()
	body := get(t, h, "/search?q=internet", "HX-Request", "true", "HX-Request-Type", "partial").Body.String()
	if strings.Contains(body, "<html") || !strings.Contains(body, `id="results"`) {
		t.Errorf("a live update brings %.200q", body)
	}
}
