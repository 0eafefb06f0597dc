package access

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/alexedwards/scs/v2/memstore"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// Paths that the pages serve for us.
const (
	LoginPath    = "/login"
	CallbackPath = "/login/callback"
)

// How long a login lasts where the settings do not say, and how long a user may
// be silent.
const (
	defaultHours = 10
	idle         = 2 * time.Hour
)

// Config is what access is made of.
type Config struct {
	Settings workspace.Access
	// Dir is the workspace, with the users file and the client's secret.
	Dir string
	// Person is the name under which decisions are taken where nobody logs in.
	Person string
	// Log tells the operator of logins; it is given no secret.
	Log func(format string, args ...any)
	// Deny answers a request that may not be, with 403 or 421.
	Deny func(w http.ResponseWriter, r *http.Request, status int)
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// Access decides who may do what.
type Access struct {
	c        Config
	sessions *scs.SessionManager
	memory   *memstore.MemStore
	limit    *limiter
	// hashing bounds how many passwords are compared at a time: each takes
	// tens of megabytes.
	hashing  chan struct{}
	users    usersCache
	provider provider
	sealer   sealer
}

// New reads what the settings name, and fails where it cannot be used.
func New(c Config) (*Access, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	a := &Access{
		c: c, sessions: scs.New(), memory: memstore.New(), hashing: make(chan struct{}, 2),
		limit: &limiter{now: c.Now, counters: make(map[string]counter)}, users: usersCache{dir: c.Dir},
	}
	a.sessions.Store = a.memory
	hours := c.Settings.Hours
	if hours == 0 {
		hours = defaultHours
	}
	a.sessions.Lifetime, a.sessions.IdleTimeout = time.Duration(hours)*time.Hour, idle
	a.sessions.HashTokenInStore = true
	a.sessions.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		c.Log("session: %v", err)
		c.Deny(w, r, http.StatusForbidden)
	}
	a.cookie()
	switch c.Settings.Login {
	case "local":
		users, err := a.users.get()
		if err != nil {
			return nil, err
		}
		if len(users) == 0 {
			return nil, corpus.Errorf(corpus.CodeUsage, "login is local and there is no user: make one with \"rapporteur users add NAME --role secretariat\"")
		}
	case "oidc":
		if err := a.provider.configure(c.Settings, c.Dir); err != nil {
			return nil, err
		}
		var err error
		if a.sealer, err = newSealer(); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// cookie says how the session's cookie is kept. SameSite is Lax and not Strict,
// for the provider's answer and a colleague's link come from another site.
func (a *Access) cookie() {
	k := &a.sessions.Cookie
	k.Name, k.HttpOnly, k.SameSite, k.Path, k.Persist = "rapporteur", true, http.SameSiteLaxMode, "/", false
	if a.Secure() {
		k.Secure, k.Name = true, "__Host-rapporteur"
	}
}

// Close ends what runs in the background.
func (a *Access) Close() { a.memory.StopCleanup() }

// Secure reports whether browsers reach the pages by TLS, here or at a proxy.
func (a *Access) Secure() bool {
	return a.c.Settings.Certificate != "" || strings.HasPrefix(a.c.Settings.URL, "https://")
}

// LoginKind is "", "local" or "oidc": what the login page shows.
func (a *Access) LoginKind() string { return a.c.Settings.Login }

// Wrap stands around all routes.
func (a *Access) Wrap(next http.Handler) http.Handler {
	foreign := http.NewCrossOriginProtection()
	foreign.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { a.c.Deny(w, r, http.StatusForbidden) }))
	if u := a.c.Settings.URL; u != "" {
		if base, err := url.Parse(u); err == nil {
			_ = foreign.AddTrustedOrigin(base.Scheme + "://" + base.Host) // refused only without a host, which checkHost refuses too
		}
	}
	h := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(With(r.Context(), a.identify(r))))
	}))
	if a.c.Settings.Login != "" {
		h = a.sessions.LoadAndSave(h)
	}
	return a.strict(a.checkHost(foreign.Handler(h)))
}

// Require gives what stands before a route of this role. Somebody who is not
// logged in and opens a page is led to the login; everything else gets 403.
func (a *Access) Require(role Role) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			user := From(r.Context())
			switch {
			case user.May(role):
				next.ServeHTTP(w, r)
			case user.Role == Nobody && opensPage(r):
				http.Redirect(w, r, LoginPath+"?to="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
			default:
				a.c.Deny(w, r, http.StatusForbidden)
			}
		})
	}
}

// opensPage reports whether a person waits for a whole page.
func opensPage(r *http.Request) bool {
	return r.Method == http.MethodGet && r.Header.Get("HX-Request") == "" && strings.Contains(r.Header.Get("Accept"), "text/html")
}

// usersCache reads the users file again when it has changed.
type usersCache struct {
	dir string

	mu    sync.Mutex
	stamp string
	users Users
}
