package access_test

import (
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestLoginsThatAreOnlyBegun cost the server nothing, end with time, and belong
// to the browser that began them.
func TestLoginsThatAreOnlyBegun(t *testing.T) {
	p := newIssuer(t)
	h := organisation(t, p)
	p.claims = map[string]any{"email": "rea@example.int", "groups": []string{"staff"}}
	_, headers, _ := h.ask(h.plainBrowser(), http.MethodGet, "/begin?to="+strings.Repeat("/x", 5000), "")
	if cookies := headers.Values("Set-Cookie"); len(cookies) != 1 || !strings.HasPrefix(cookies[0], "__Host-rapporteur-login=") || len(cookies[0]) > 4000 ||
		!strings.Contains(cookies[0], "Max-Age=600; HttpOnly; Secure; SameSite=Lax") {
		t.Errorf("a login begins with %q", cookies)
	}
	if status, _, text := h.visit(h.plainBrowser(), p, func(url.Values) {}); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, text)
	}
	late := func(after time.Duration) int {
		status, _, _ := h.visit(h.plainBrowser(), p, func(url.Values) {
			h.mu.Lock()
			defer h.mu.Unlock()
			h.now = h.now.Add(after)
		})
		return status
	}
	if status := late(9 * time.Minute); status != http.StatusSeeOther {
		t.Errorf("after nine minutes: %d", status)
	}
	if status := late(11 * time.Minute); status != http.StatusForbidden {
		t.Errorf("after eleven minutes: %d", status)
	}
	// The cookie of another process, or one that somebody has touched.
	other := organisation(t, p)
	c := h.plainBrowser()
	status, _, _ := h.visit(c, p, func(url.Values) {
		here, _ := url.Parse(h.server.URL)
		_, headers, _ := other.ask(other.plainBrowser(), http.MethodGet, "/begin", "")
		name, value, _ := strings.Cut(strings.SplitN(headers.Get("Set-Cookie"), ";", 2)[0], "=")
		c.Jar.SetCookies(here, []*http.Cookie{{Name: name, Value: value, Path: "/"}})
	})
	if status != http.StatusForbidden {
		t.Errorf("with the cookie of another server: %d", status)
	}
}

// TestManyLoginsAreBegun: memory does not grow with them.
func TestManyLoginsAreBegun(t *testing.T) {
	h := organisation(t, newIssuer(t))
	begin := func(n int) uint64 {
		c := h.browser() // which keeps no cookie that is for TLS only
		for range n {
			if status, _, text := h.ask(c, http.MethodGet, "/begin", ""); status != http.StatusSeeOther {
				t.Fatalf("%d %s", status, text)
			}
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapObjects
	}
	before := begin(200)
	if after := begin(2000); after > before+4000 {
		t.Errorf("2000 logins that are begun leave %d objects", after-before)
	}
}
