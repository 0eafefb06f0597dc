package access

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// ErrLogin is a name and password that do not belong together; it does not say
// which of them is wrong.
var ErrLogin = errors.New("name or password is wrong")

// TooManyError is a login that has to wait.
type TooManyError struct{ After time.Duration }

func (e *TooManyError) Error() string {
	return fmt.Sprintf("too many failed logins: try again in %d minutes", int(e.After.Minutes())+1)
}

// Login begins a session for a user of the users file. It gives [ErrLogin], or
// a [*TooManyError] after too many failures.
func (a *Access) Login(r *http.Request, name, password string) error {
	host := a.remote(r)
	if wait := a.limit.wait(host, name); wait > 0 {
		a.c.Log("login from %s refused: too many failures", host)
		return &TooManyError{After: wait}
	}
	users, err := a.users.get()
	if err != nil {
		return err
	}
	account, known := users.Find(name)
	hash, err := parsePHC(account.Hash)
	if !known || err != nil {
		hash = nobodyHash()
	}
	select {
	case a.hashing <- struct{}{}:
	case <-r.Context().Done():
		return r.Context().Err()
	}
	ok := hash.matches(password)
	<-a.hashing
	if !ok || !known {
		a.limit.failed(host, name)
		a.c.Log("login from %s failed", host) // a mistyped name may be a password
		return ErrLogin
	}
	a.limit.succeeded(host, name)
	a.c.Log("%s logged in from %s", account.Name, host)
	return a.begin(r, map[string]string{keyName: account.Name, keyMark: markOf(account.Hash)})
}

// begin starts a session under a new token, so that one that was planted
// before is worth nothing.
func (a *Access) begin(r *http.Request, values map[string]string) error {
	ctx := r.Context()
	if err := a.sessions.Clear(ctx); err != nil {
		return err
	}
	if err := a.sessions.RenewToken(ctx); err != nil {
		return err
	}
	for key, value := range values {
		a.sessions.Put(ctx, key, value)
	}
	return nil
}

// Logout ends the session.
func (a *Access) Logout(r *http.Request) error {
	if a.c.Settings.Login == "" {
		return nil
	}
	return a.sessions.Destroy(r.Context())
}

// remote is the address that a request comes from. A proxy on this machine may
// say which one it serves; nobody else is believed.
func (a *Access) remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if a.c.Settings.URL == "" || !isLoopback(host) {
		return host
	}
	hops := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
	if last, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1])); err == nil {
		return last.String()
	}
	return host
}

// Back gives the page of ours that a login should lead to, "/" where to is no
// path of ours.
func Back(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") || strings.HasPrefix(to, LoginPath) {
		return "/"
	}
	return to
}
