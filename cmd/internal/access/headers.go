package access

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// strict tells browsers to come by TLS only, where they do so already.
func (a *Access) strict(next http.Handler) http.Handler {
	if !a.Secure() {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		next.ServeHTTP(w, r)
	})
}

// checkHost answers only under names that are ours. Without it a page of
// another site whose name was made to point at this machine could read what is
// served here without a login.
func (a *Access) checkHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !a.ours(r.Host) {
			a.c.Deny(w, r, http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *Access) ours(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	if base, err := url.Parse(a.c.Settings.URL); err == nil && base.Host != "" {
		return strings.EqualFold(host, base.Host) || isLoopback(name) // health checks come from here
	}
	return a.c.Settings.Login != "" || isLoopback(name)
}

// isLoopback reports whether a host's name is this machine's own.
func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}

// FromHere reports whether a request comes from this machine itself, and not
// through a proxy on it.
func FromHere(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	return err == nil && isLoopback(host) && r.Header.Get("X-Forwarded-For") == "" && r.Header.Get("Forwarded") == ""
}
