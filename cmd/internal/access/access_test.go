package access_test

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
)

const password = "correct horse battery"

// hashed is made once: it costs what it should.
var hashOnce = sync.OnceValues(func() (string, error) { return access.HashPassword(password) })

var local = workspace.Access{Login: "local", Collections: map[string]workspace.Collection{
	"thirty": {Meetings: []string{"CWG-Internet-30"}}, "group": {Bodies: []string{"CWG-Internet"}},
}}

func TestOnePersonAtOneMachine(t *testing.T) {
	h := open(t, workspace.Access{})
	status, headers, text := h.ask(h.browser(), http.MethodGet, "/secretariat", "")
	if status != http.StatusOK || text != "me secretariat 30:true 31:true" {
		t.Errorf("%d %s", status, text)
	}
	if len(headers.Values("Set-Cookie")) > 0 {
		t.Error("a cookie is set where nobody logs in")
	}
	// A site whose name was made to point here reads nothing.
	if status, _, text := h.ask(h.browser(), http.MethodGet, "/reader", "", "Host", "evil.example"); status != http.StatusMisdirectedRequest || text != "denied\n" {
		t.Errorf("a foreign name gets %d %s", status, text)
	}
}

func TestEveryRoleAtEveryPage(t *testing.T) {
	h := open(t, local,
		access.Account{Name: "rea", Role: "reader", Collections: []string{"thirty"}},
		access.Account{Name: "ana", Role: "analyst", Collections: []string{"group"}},
		access.Account{Name: "sec", Role: "secretariat"})
	for name, has := range map[string]access.Role{"": access.Nobody, "rea": access.Reader, "ana": access.Analyst, "sec": access.Secretariat} {
		c := h.browser()
		if name != "" && h.login(c, name, password) != http.StatusOK {
			t.Fatalf("%s cannot log in", name)
		}
		for _, page := range access.Roles() {
			want := http.StatusOK
			if page > has {
				want = http.StatusForbidden
			}
			if got, _, _ := h.ask(c, http.MethodGet, "/"+page.String(), ""); got != want {
				t.Errorf("%q at the page of %s gets %d, want %d", name, page, got, want)
			}
		}
	}
}

func TestCollections(t *testing.T) {
	h := open(t, local,
		access.Account{Name: "none", Role: "reader"},
		access.Account{Name: "one", Role: "reader", Collections: []string{"thirty"}},
		access.Account{Name: "body", Role: "reader", Collections: []string{"group"}},
		access.Account{Name: "every", Role: "reader", Collections: []string{"all"}})
	for name, want := range map[string]string{"none": "30:false 31:false", "one": "30:true 31:false", "body": "30:true 31:true", "every": "30:true 31:true"} {
		c := h.browser()
		h.login(c, name, password)
		if _, _, text := h.ask(c, http.MethodGet, "/reader", ""); text != name+" reader "+want {
			t.Errorf("%s: %q, want %s", name, text, want)
		}
	}
}

func TestNobodyIsLedToTheLogin(t *testing.T) {
	h := open(t, local, access.Account{Name: "rea", Role: "reader"})
	status, headers, _ := h.ask(h.browser(), http.MethodGet, "/reader?q=a%26b", "", "Accept", "text/html")
	if want := "/login?to=%2Freader%3Fq%3Da%2526b"; status != http.StatusSeeOther || headers.Get("Location") != want {
		t.Errorf("%d %q, want %q", status, headers.Get("Location"), want)
	}
	for _, to := range []string{"", "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/login?to=/login", "/a\r\nSet-Cookie: x=y"} {
		if got := access.Back(to); got != "/" {
			t.Errorf("Back(%q) is %q", to, got)
		}
	}
	if got := access.Back("/search?q=x"); got != "/search?q=x" {
		t.Errorf("Back gives %q", got)
	}
}

func TestSessionEndsWithWhatItStoodOn(t *testing.T) {
	for name, end := range map[string]func(h *house, c *http.Client){
		"logout":  func(h *house, c *http.Client) { h.ask(c, http.MethodPost, "/logout", "") },
		"removed": func(h *house, c *http.Client) { h.setUsers(access.Account{Name: "other", Role: "reader"}) },
		"new password": func(h *house, c *http.Client) {
			h.setUsers(access.Account{Name: "rea", Role: "reader", Hash: second(t)})
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, c := open(t, local, access.Account{Name: "rea", Role: "reader"}, access.Account{Name: "z", Role: "reader"}), (*http.Client)(nil)
			c = h.browser()
			h.login(c, "rea", password)
			if status, _, _ := h.ask(c, http.MethodGet, "/reader", ""); status != http.StatusOK {
				t.Fatalf("logged in and gets %d", status)
			}
			end(h, c)
			if status, _, _ := h.ask(c, http.MethodGet, "/reader", ""); status != http.StatusForbidden {
				t.Errorf("afterwards gets %d", status)
			}
		})
	}
}

func TestRoleChangesAtOnce(t *testing.T) {
	h := open(t, local, access.Account{Name: "ana", Role: "reader"})
	c := h.browser()
	h.login(c, "ana", password)
	h.setUsers(access.Account{Name: "ana", Role: "analyst"}, access.Account{Name: "z", Role: "reader"})
	if status, _, _ := h.ask(c, http.MethodGet, "/analyst", ""); status != http.StatusOK {
		t.Errorf("promoted and gets %d", status)
	}
}

func TestLoginIsLimited(t *testing.T) {
	h := open(t, local, access.Account{Name: "rea", Role: "reader"}, access.Account{Name: "ana", Role: "reader"})
	c := h.browser()
	for range 5 {
		if status := h.login(c, "rea", "wrong word here"); status != http.StatusForbidden {
			t.Fatalf("a wrong password gets %d", status)
		}
	}
	if status := h.login(c, "rea", password); status != http.StatusForbidden {
		t.Errorf("the sixth login is answered with %d", status)
	}
	if status := h.login(h.browser(), "ana", password); status != http.StatusOK {
		t.Errorf("somebody else from there gets %d", status)
	}
	h.mu.Lock()
	h.now = h.now.Add(16 * time.Minute)
	h.mu.Unlock()
	if status := h.login(c, "rea", password); status != http.StatusOK {
		t.Errorf("after the window gets %d", status)
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	h := open(t, workspace.Access{})
	for headers, want := range map[[2]string]int{
		{"Sec-Fetch-Site", "cross-site"}:      http.StatusForbidden,
		{"Origin", "https://evil.example"}:    http.StatusForbidden,
		{"Sec-Fetch-Site", "same-origin"}:     http.StatusOK,
		{"Origin", h.server.URL}:              http.StatusOK,
		{"Referer", "https://other.example/"}: http.StatusOK, // no browser of today sends only this
	} {
		if got, _, _ := h.ask(h.browser(), http.MethodPost, "/analyst", "a=b", headers[0], headers[1]); got != want {
			t.Errorf("%v gets %d, want %d", headers, got, want)
		}
	}
}

func TestCookie(t *testing.T) {
	for url, want := range map[string][]string{
		"":                               {"rapporteur=", "HttpOnly", "SameSite=Lax", "Path=/"},
		"https://rapporteur.example.int": {"__Host-rapporteur=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"},
	} {
		s := local
		s.URL = url
		h := open(t, s, access.Account{Name: "rea", Role: "reader"})
		_, headers, _ := h.ask(h.browser(), http.MethodPost, "/login", "name=rea&password="+strings.ReplaceAll(password, " ", "+"))
		for _, part := range want {
			if !strings.Contains(headers.Get("Set-Cookie"), part) {
				t.Errorf("%q: cookie %q has no %s", url, headers.Get("Set-Cookie"), part)
			}
		}
		if got := headers.Get("Strict-Transport-Security") != ""; got != (url != "") {
			t.Errorf("%q: strict transport %v", url, got)
		}
	}
}

func TestNoSecretInTheLog(t *testing.T) {
	h := open(t, local, access.Account{Name: "rea", Role: "reader"})
	c := h.browser()
	h.login(c, "rea", "a wrong secret")
	h.login(c, "a password in the wrong box", "a wrong secret")
	h.login(c, "rea", password)
	base, err := url.Parse(h.server.URL)
	if err != nil {
		t.Fatal(err)
	}
	secrets := []string{password, "wrong secret", "wrong box", hashed(t)}
	for _, k := range c.Jar.Cookies(base) {
		secrets = append(secrets, k.Value)
	}
	if len(secrets) != 5 || !strings.Contains(h.logged(), "rea logged in") {
		t.Fatalf("no login: %s", h.logged())
	}
	for _, s := range secrets {
		if strings.Contains(h.logged(), s) {
			t.Errorf("the log holds %q:\n%s", s, h.logged())
		}
	}
}
