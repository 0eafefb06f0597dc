package access_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
)

// house is a server with a few routes and what its operator reads.
type house struct {
	t      *testing.T
	dir    string
	server *httptest.Server
	access *access.Access

	mu  sync.Mutex
	log bytes.Buffer
	now time.Time
}

// open starts a server; accounts go into its users file, password for all.
func open(t *testing.T, s workspace.Access, accounts ...access.Account) *house {
	t.Helper()
	h := &house{t: t, dir: t.TempDir(), now: time.Date(2031, 1, 2, 3, 4, 5, 0, time.UTC)}
	h.setUsers(accounts...)
	a, err := access.New(access.Config{
		Settings: s, Dir: h.dir, Person: "me", Log: h.logf,
		Deny: func(w http.ResponseWriter, r *http.Request, status int) { http.Error(w, "denied", status) },
		Now: func() time.Time {
			h.mu.Lock()
			defer h.mu.Unlock()
			return h.now
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	h.access = a
	h.server = httptest.NewServer(a.Wrap(h.routes()))
	t.Cleanup(func() { h.server.Close(); a.Close() })
	return h
}

func (h *house) logf(format string, args ...any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	fmt.Fprintf(&h.log, format+"\n", args...)
}

func (h *house) logged() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.log.String()
}

func (h *house) setUsers(accounts ...access.Account) {
	h.t.Helper()
	var users access.Users
	for _, a := range accounts {
		if a.Hash == "" {
			a.Hash = hashed(h.t)
		}
		users = users.Put(a)
	}
	if len(users) == 0 {
		return
	}
	if err := access.WriteUsers(h.dir, users); err != nil {
		h.t.Fatal(err)
	}
	// The cache looks at the time of change, which two writes may share.
	later := time.Now().Add(time.Duration(len(users)) * time.Second)
	if err := os.Chtimes(filepath.Join(h.dir, "users.yaml"), later, later); err != nil {
		h.t.Fatal(err)
	}
}

func hashed(t *testing.T) string {
	t.Helper()
	hash, err := hashOnce()
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// routes are one page for each role, the login, and what the user is.
func (h *house) routes() http.Handler {
	mux := http.NewServeMux()
	for _, role := range access.Roles() {
		page := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u := access.From(r.Context())
			fmt.Fprintf(w, "%s %s 30:%v 31:%v", u.Name, u.Role, u.Sees("CWG-Internet-30"), u.Sees("CWG-Internet-31"))
		})
		mux.Handle("/"+role.String(), h.access.Require(role)(page))
	}
	mux.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
		if err := h.access.Login(r, r.FormValue("name"), r.FormValue("password")); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
		}
	})
	mux.HandleFunc("POST /logout", func(w http.ResponseWriter, r *http.Request) {
		if err := h.access.Logout(r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	mux.HandleFunc("GET /begin", func(w http.ResponseWriter, r *http.Request) {
		if err := h.access.Begin(w, r, r.FormValue("to")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	mux.HandleFunc("GET "+access.CallbackPath, func(w http.ResponseWriter, r *http.Request) {
		to, err := h.access.Finish(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
	})
	return mux
}

// browser is a client that keeps cookies and shows redirects.
func (h *house) browser() *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// ask sends a request and gives its status, headers and body.
func (h *house) ask(c *http.Client, method, path, body string, headers ...string) (int, http.Header, string) {
	h.t.Helper()
	r, err := http.NewRequest(method, h.server.URL+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := c.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer answer.Body.Close()
	var text bytes.Buffer
	if _, err := text.ReadFrom(answer.Body); err != nil {
		h.t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, text.String()
}

func (h *house) login(c *http.Client, name, word string) int {
	h.t.Helper()
	status, _, _ := h.ask(c, http.MethodPost, "/login", url.Values{"name": {name}, "password": {word}}.Encode())
	return status
}

func second(t *testing.T) string {
	t.Helper()
	hash, err := access.HashPassword("quite another one")
	if err != nil {
		t.Fatal(err)
	}
	return hash
}
