package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

const password = "correct horse battery"

// guardedServer gives the sample's pages behind a login: a reader, an analyst
// and the secretariat who see all, and "guest", who sees one meeting.
func guardedServer(t testing.TB) *Server {
	t.Helper()
	s := sampleServer(t)
	w := s.options.Workspace
	hash, err := access.HashPassword(password)
	if err != nil {
		t.Fatal(err)
	}
	var users access.Users
	for name, role := range map[string]string{"reader": "reader", "analyst": "analyst", "secretariat": "secretariat"} {
		users = users.Put(access.Account{Name: name, Role: role, Hash: hash, Collections: []string{"all"}})
	}
	users = users.Put(access.Account{Name: "guest", Role: "analyst", Hash: hash, Collections: []string{"later"}})
	if err := access.WriteUsers(w.Dir, users); err != nil {
		t.Fatal(err)
	}
	var out *Server
	a, err := access.New(access.Config{
		Settings: workspace.Access{Login: "local", Collections: map[string]workspace.Collection{"later": {Meetings: []string{"CWG-Internet-31"}}}},
		Dir:      w.Dir, Log: t.Logf,
		Deny: func(rw http.ResponseWriter, r *http.Request, status int) { out.Deny(rw, r, status) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Close)
	work := jobs.New(jobs.Options{Workspace: w, Worker: []string{os.Args[0], workerName}, Program: "test", Log: t.Logf})
	out, err = New(Options{Workspace: w, Version: "test", Log: slog.New(slog.NewTextHandler(testLog{t}, nil)), Access: a, Jobs: work})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// loginAs gives the cookie of a session, "" for nobody.
func loginAs(t testing.TB, h http.Handler, name string) string {
	t.Helper()
	if name == "" {
		return ""
	}
	w := post(h, "/login", url.Values{"name": {name}, "password": {password}, "to": {"/search"}})
	if w.Code != 303 || w.Header().Get("Location") != "/search" {
		t.Fatalf("%s cannot log in: %d", name, w.Code)
	}
	cookie, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
	return cookie
}

// rights say of every route who may ask it, and what it answers then.
var rights = map[string]struct {
	least  access.Role
	path   string
	answer int
}{
	"GET /{$}":                  {access.Reader, "/", 200},
	"GET /search":               {access.Reader, "/search", 200},
	"GET /theme/{theme}":        {access.Reader, "/theme/2", 200},
	"GET /matrix":               {access.Reader, "/matrix", 200},
	"GET /matrix.svg":           {access.Reader, "/matrix.svg", 200},
	"GET /matrix.xlsx":          {access.Reader, "/matrix.xlsx", 200},
	"GET /report":               {access.Reader, "/report", 200},
	"GET /report/built":         {access.Reader, "/report/built", 200},
	"GET /report/{id}/{name}":   {access.Reader, "/report/99/report.md", 404},
	"POST /report":              {access.Analyst, "/report", 303},
	"GET /submission/{ref...}":  {access.Reader, "/submission/CWG-Internet-30/3", 200},
	"POST /search/saved":        {access.Analyst, "/search/saved", 400},
	"POST /search/forget":       {access.Analyst, "/search/forget", 404},
	"POST /chosen":              {access.Analyst, "/chosen", 404},
	"POST /correct/{ref...}":    {access.Analyst, "/correct/CWG-Internet-30/3", 400},
	"GET /page/{page}/{ref...}": {access.Reader, "/page/0/CWG-Internet-30/3", 404},
	"GET /original/{ref...}":    {access.Reader, "/original/CWG-Internet-30/3", 200},
	"GET /review":               {access.Analyst, "/review", 200},
	"POST /review/decide":       {access.Analyst, "/review/decide", 400},
	"POST /review/undo":         {access.Analyst, "/review/undo", 400},
	"GET /jobs":                 {access.Secretariat, "/jobs", 200},
	"POST /jobs":                {access.Secretariat, "/jobs", 400},
	"GET /jobs/{id}":            {access.Secretariat, "/jobs/99", 404},
	"POST /jobs/{id}/retry":     {access.Secretariat, "/jobs/99/retry", 404},
	"POST /jobs/{id}/cancel":    {access.Secretariat, "/jobs/99/cancel", 404},
	"GET /codebook":             {access.Reader, "/codebook", 200},
	"POST /codebook":            {access.Reader, "/codebook", 200},
	"GET /audit":                {access.Secretariat, "/audit", 200},
	"GET /metrics":              {access.Secretariat, "/metrics", 200}, // or from this machine
	"GET /login":                {access.Nobody, "/login", 0},          // who is logged in is led on
	"POST /login":               {access.Nobody, "/login", 403},
	"POST /login/provider":      {access.Nobody, "/login/provider", 404},
	"GET /login/callback":       {access.Nobody, "/login/callback", 404},
	"POST /logout":              {access.Nobody, "/logout", 303},
	"POST /language":            {access.Nobody, "/language", 400},
	"GET /healthz":              {access.Nobody, "/healthz", 200},
}

// TestEveryRouteAndEveryRole asks each route as each role.
func TestEveryRouteAndEveryRole(t *testing.T) {
	h := guardedServer(t).Handler()
	for _, role := range access.Roles() {
		name := role.String()
		if role == access.Nobody {
			name = ""
		}
		for _, route := range Routes() {
			right, ok := rights[route.Pattern]
			if !ok {
				t.Errorf("%s is not in the table of rights", route.Pattern)
				continue
			}
			want := right.answer
			if role < right.least {
				want = 403
			}
			cookie := loginAs(t, h, name) // a logout ends the session before
			w := httptest.NewRecorder()
			r := httptest.NewRequest(route.Method(), right.path, nil)
			r.Header.Set("Cookie", cookie)
			h.ServeHTTP(w, r)
			if want != 0 && w.Code != want {
				t.Errorf("%s as %s: %d, want %d", route.Pattern, role, w.Code, want)
			}
			if want == 403 && role == access.Nobody && route.Method() == "GET" && route.page != nil && right.least > role {
				w := get(t, h, right.path, "Accept", "text/html")
				if w.Code != 303 || !strings.HasPrefix(w.Header().Get("Location"), "/login?to=") {
					t.Errorf("%s in a browser: %d %s", route.Pattern, w.Code, w.Header().Get("Location"))
				}
			}
		}
	}
	if len(rights) != len(Routes()) {
		t.Errorf("the table of rights has %d routes, and there are %d", len(rights), len(Routes()))
	}
}

// TestHiddenMeetings: who sees one meeting finds no word of the other on any
// page.
func TestHiddenMeetings(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	hidden, shown := textsByMeeting(t, s.options.Workspace)
	cookie := loginAs(t, h, "guest")
	paths := []string{"/", "/search?q=internet", "/search?meeting=CWG-Internet-30", "/matrix", "/matrix.svg", "/matrix.xlsx", "/report", "/review", "/review?second=1", "/codebook", "/search?older=1"}
	for n := range corpus.ThemeCount {
		paths = append(paths, fmt.Sprintf("/theme/%d", n+1))
	}
	found := 0
	for _, path := range paths {
		body := get(t, h, path, "Cookie", cookie).Body.String()
		for text := range hidden {
			if strings.Contains(body, text) {
				t.Errorf("%s shows %.80q", path, text)
			}
		}
		for text := range shown {
			if strings.Contains(body, text) {
				found++
			}
		}
	}
	if found < 10 || len(hidden) < 50 {
		t.Errorf("%d texts are seen of those that may be, %d are hidden: the test sees nothing", found, len(hidden))
	}
	id := "CWG-Internet-30/1#3.1"
	for _, path := range []string{"/submission/CWG-Internet-30/1", "/original/CWG-Internet-30/1", "/page/1/CWG-Internet-30/3", "/review?at=" + url.QueryEscape(id), "/search?like=" + url.QueryEscape(id),
		"/matrix?meeting=CWG-Internet-30", "/report?meeting=CWG-Internet-30", "/theme/2?meeting=CWG-Internet-30"} {
		if w := get(t, h, path, "Cookie", cookie); w.Code != 404 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := post(h, "/review/decide", url.Values{"passage": {id}, "theme": {"3"}, "action": {"accept"}}, "Cookie", cookie); w.Code != 404 {
		t.Errorf("deciding on what is hidden: %d", w.Code)
	}
}

// textsByMeeting are the longer passages that were submitted to the thirtieth
// meeting alone, and those of the next; plain ones, that need no escaping.
func textsByMeeting(t *testing.T, w *workspace.Workspace) (hidden, shown map[string]bool) {
	t.Helper()
	hidden, shown = map[string]bool{}, map[string]bool{}
	renditions, err := w.Store.Renditions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range renditions {
		reading, err := w.Store.Reading(t.Context(), r.Ref)
		if err != nil {
			t.Fatal(err)
		}
		subs, err := w.Store.SubmissionsOf(t.Context(), r.Symbol.Work())
		if err != nil {
			t.Fatal(err)
		}
		into := hidden
		for _, sub := range subs {
			if sub.Meeting == "CWG-Internet-31" {
				into = shown
			}
		}
		for _, p := range reading.Passages {
			if len(p.Text) > 70 && !strings.ContainsAny(p.Text, `'"&<>+`) {
				into[p.Text] = true
			}
		}
	}
	for text := range shown {
		delete(hidden, text)
	}
	for _, theme := range corpus.Themes() { // every page names the themes
		for _, lang := range corpus.Languages {
			delete(hidden, w.Book.Label(theme, lang))
		}
	}
	return hidden, shown
}

// TestLoginPage logs in with a browser, and out.
func TestLoginPage(t *testing.T) {
	site := httptest.NewServer(guardedServer(t).Handler())
	t.Cleanup(site.Close)
	b := openTab(t, site.URL)
	b.open("/review")
	b.until("location.pathname === '/login'")
	axe := axeSource(t)
	for _, lang := range []string{"ar", "en"} {
		b.speak(lang)
		b.open("/login?to=%2Freview")
		b.do(chromedp.Evaluate(axe, nil))
		for _, fault := range axeFaults(b) {
			t.Errorf("%s: %s", lang, fault)
		}
	}
	b.do(chromedp.SendKeys("input[name=name]", "analyst", chromedp.ByQuery), chromedp.SendKeys("input[name=password]", password+"\r", chromedp.ByQuery))
	b.until("location.pathname === '/review' && document.querySelector('.decide-on') !== null")
	b.do(chromedp.Click(".person button", chromedp.ByQuery))
	b.until("location.pathname === '/login'")
	b.quiet("login")
}
