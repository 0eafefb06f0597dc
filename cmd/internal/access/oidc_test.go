package access_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
)

// issuer is a small OpenID Connect provider: everybody who asks is logged in
// with the claims it is told.
type issuer struct {
	t      *testing.T
	key    *rsa.PrivateKey
	server *httptest.Server
	claims map[string]any
	// challenge and nonce are of the last question.
	challenge, nonce string
}

func newIssuer(t *testing.T) *issuer {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &issuer{t: t, key: key, claims: map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, r *http.Request) {
		p.json(w, map[string]any{
			"issuer": p.server.URL, "authorization_endpoint": p.server.URL + "/auth", "token_endpoint": p.server.URL + "/token",
			"jwks_uri": p.server.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"},
		})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, r *http.Request) {
		p.json(w, map[string]any{"keys": []any{map[string]string{
			"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "1",
			"n": b64(key.N.Bytes()), "e": b64(big.NewInt(int64(key.E)).Bytes()),
		}}})
	})
	mux.HandleFunc("/token", p.token)
	p.server = httptest.NewServer(mux)
	t.Cleanup(p.server.Close)
	return p
}

func b64(data []byte) string { return base64.RawURLEncoding.EncodeToString(data) }

func (p *issuer) json(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		p.t.Error(err)
	}
}

// token changes the code for a signed token, if client and proof are right.
func (p *issuer) token(w http.ResponseWriter, r *http.Request) {
	proof := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	_, secret, _ := r.BasicAuth()
	if secret == "" {
		secret = r.FormValue("client_secret")
	}
	if r.FormValue("code") != "the-code" || b64(proof[:]) != p.challenge || secret != "the-secret" {
		http.Error(w, `{"error":"invalid_grant","error_description":"code the-code, secret the-secret"}`, http.StatusBadRequest)
		return
	}
	claims := map[string]any{
		"iss": p.server.URL, "aud": "rapporteur", "sub": "1", "nonce": p.nonce,
		"iat": time.Now().Unix(), "exp": time.Now().Add(time.Minute).Unix(),
	}
	for k, v := range p.claims {
		claims[k] = v
	}
	p.json(w, map[string]any{"access_token": "the-token", "token_type": "Bearer", "id_token": p.sign(claims)})
}

func (p *issuer) sign(claims map[string]any) string {
	head, err1 := json.Marshal(map[string]string{"alg": "RS256", "kid": "1"})
	body, err2 := json.Marshal(claims)
	if err1 != nil || err2 != nil {
		p.t.Fatal(err1, err2)
	}
	text := b64(head) + "." + b64(body)
	sum := sha256.Sum256([]byte(text))
	sig, err := rsa.SignPKCS1v15(rand.Reader, p.key, crypto.SHA256, sum[:])
	if err != nil {
		p.t.Fatal(err)
	}
	return text + "." + b64(sig)
}

// organisation is a server whose users log in at a provider.
func organisation(t *testing.T, p *issuer) *house {
	t.Helper()
	secret := filepath.Join(t.TempDir(), "oidc.secret")
	if err := os.WriteFile(secret, []byte("the-secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := local
	s.Login, s.URL = "oidc", "https://rapporteur.example.int"
	s.OIDC = workspace.OIDC{
		Issuer: p.server.URL, ClientID: "rapporteur", SecretFile: secret,
		Roles:  map[string]string{"staff": "reader", "officers": "secretariat"},
		Grants: map[string][]string{"staff": {"thirty"}, "officers": {"group"}},
	}
	return open(t, s)
}

// visit goes to the provider and comes back with its answer; change may spoil
// the answer's values.
func (h *house) visit(c *http.Client, p *issuer, change func(url.Values)) (int, http.Header, string) {
	h.t.Helper()
	status, headers, text := h.ask(c, http.MethodGet, "/begin?to=/reader", "")
	if status != http.StatusSeeOther {
		h.t.Fatalf("%d %s", status, text)
	}
	question, err := url.Parse(headers.Get("Location"))
	if err != nil {
		h.t.Fatal(err)
	}
	q := question.Query()
	p.challenge, p.nonce = q.Get("code_challenge"), q.Get("nonce")
	if q.Get("redirect_uri") != "https://rapporteur.example.int/login/callback" || q.Get("code_challenge_method") != "S256" {
		h.t.Errorf("asks %s", question)
	}
	answer := url.Values{"state": {q.Get("state")}, "code": {"the-code"}}
	change(answer)
	return h.ask(c, http.MethodGet, access.CallbackPath+"?"+answer.Encode(), "")
}

// secureJar sends cookies marked Secure to the plain test server too.
type secureJar struct{ http.CookieJar }

func (j secureJar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	for _, c := range cookies {
		c.Secure = false
	}
	j.CookieJar.SetCookies(u, cookies)
}

func (h *house) plainBrowser() *http.Client {
	c := h.browser()
	c.Jar = secureJar{c.Jar}
	return c
}

func TestProviderSaysWhoSomebodyIs(t *testing.T) {
	p := newIssuer(t)
	h := organisation(t, p)
	for name, x := range map[string]struct {
		claims map[string]any
		want   string
	}{
		"reader":      {map[string]any{"email": "rea@example.int", "groups": []string{"staff", "canteen"}}, "rea@example.int reader 30:true 31:false"},
		"secretariat": {map[string]any{"email": "sec@example.int", "groups": "officers"}, "sec@example.int secretariat 30:true 31:true"},
	} {
		c := h.plainBrowser()
		p.claims = x.claims
		status, headers, text := h.visit(c, p, func(url.Values) {})
		if status != http.StatusSeeOther || headers.Get("Location") != "/reader" {
			t.Fatalf("%s: %d %s\n%s", name, status, text, h.logged())
		}
		if _, _, text := h.ask(c, http.MethodGet, "/reader", ""); text != x.want {
			t.Errorf("%s: %q, want %q", name, text, x.want)
		}
	}
}

func TestProviderAnswersThatAreRefused(t *testing.T) {
	p := newIssuer(t)
	h := organisation(t, p)
	good := map[string]any{"email": "rea@example.int", "groups": []string{"staff"}}
	for name, x := range map[string]struct {
		claims map[string]any
		spoil  func(url.Values)
	}{
		"no group of ours":   {map[string]any{"email": "rea@example.int", "groups": []string{"canteen"}}, func(url.Values) {}},
		"no address":         {map[string]any{"groups": []string{"staff"}}, func(url.Values) {}},
		"unverified address": {map[string]any{"email": "rea@example.int", "email_verified": false, "groups": []string{"staff"}}, func(url.Values) {}},
		"for another client": {map[string]any{"email": "rea@example.int", "aud": "other", "groups": []string{"staff"}}, func(url.Values) {}},
		"expired":            {map[string]any{"email": "rea@example.int", "exp": 1, "groups": []string{"staff"}}, func(url.Values) {}},
		"another nonce":      {map[string]any{"email": "rea@example.int", "nonce": "old", "groups": []string{"staff"}}, func(url.Values) {}},
		"wrong state":        {good, func(v url.Values) { v.Set("state", "x") }},
		"wrong code":         {good, func(v url.Values) { v.Set("code", "stolen") }},
		"refused there":      {good, func(v url.Values) { v.Del("code"); v.Set("error", "access_denied") }},
	} {
		c := h.plainBrowser()
		p.claims = x.claims
		if status, _, text := h.visit(c, p, x.spoil); status != http.StatusForbidden {
			t.Errorf("%s: %d %s", name, status, text)
		}
		if status, _, _ := h.ask(c, http.MethodGet, "/reader", ""); status != http.StatusForbidden {
			t.Errorf("%s: reads afterwards", name)
		}
	}
	// An answer that nobody asked for, such as a link in a mail.
	if status, _, _ := h.ask(h.plainBrowser(), http.MethodGet, access.CallbackPath+"?state=&code=the-code", ""); status != http.StatusForbidden {
		t.Errorf("an unasked answer gets %d", status)
	}
	for _, secret := range []string{"the-code", "the-secret", "the-token", "eyJ", "stolen"} {
		if strings.Contains(h.logged(), secret) {
			t.Errorf("the log holds %q:\n%s", secret, h.logged())
		}
	}
}

func TestProviderIsDown(t *testing.T) {
	p := newIssuer(t)
	p.server.Close()
	h := organisation(t, p) // starts all the same
	if status, _, text := h.ask(h.plainBrowser(), http.MethodGet, "/begin", ""); status != http.StatusBadGateway || !strings.Contains(text, "does not answer") {
		t.Errorf("%d %s", status, text)
	}
}
