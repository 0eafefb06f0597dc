package access

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// ErrNoRole is somebody whom the provider knows and rapporteur.yaml gives no
// role.
var ErrNoRole = errors.New("no role for any of the user's groups")

// providerWait bounds every request to the provider.
const providerWait = 10 * time.Second

// provider is the organisation's OpenID Connect provider. It is asked for its
// addresses when somebody first logs in, so that the pages start without it.
type provider struct {
	s      workspace.OIDC
	client *http.Client
	oauth  oauth2.Config

	mu    sync.Mutex
	found *oidc.Provider
}

func (p *provider) configure(s workspace.Access, dir string) error {
	p.s, p.client = s.OIDC, &http.Client{Timeout: providerWait}
	p.oauth = oauth2.Config{
		ClientID: s.OIDC.ClientID, RedirectURL: strings.TrimSuffix(s.URL, "/") + CallbackPath,
		Scopes: []string{oidc.ScopeOpenID, "profile", "email"},
	}
	for group, role := range s.OIDC.Roles {
		if _, err := ParseRole(role); err != nil {
			return corpus.Errorf(corpus.CodeUsage, "access: oidc.roles of %s: %w", group, err)
		}
	}
	if s.OIDC.SecretFile == "" {
		return nil // a public client; PKCE protects the code
	}
	path := within(dir, s.OIDC.SecretFile)
	info, err := os.Stat(path)
	if err != nil {
		return corpus.Errorf(corpus.CodeUsage, "access: oidc.secret_file: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return corpus.Errorf(corpus.CodeUsage, "access: oidc.secret_file %s can be read by others (%#o): run chmod 600 on it", path, info.Mode().Perm())
	}
	secret, err := os.ReadFile(path)
	p.oauth.ClientSecret = strings.TrimSpace(string(secret))
	return err
}

// discover gives the provider and what to ask it with.
func (p *provider) discover() (*oidc.Provider, oauth2.Config, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found == nil {
		// Not the request's context: the provider's keys are fetched later too.
		found, err := oidc.NewProvider(oidc.ClientContext(context.Background(), p.client), p.s.Issuer)
		if err != nil {
			return nil, p.oauth, err
		}
		p.found = found
	}
	config := p.oauth
	config.Endpoint = p.found.Endpoint()
	return p.found, config, nil
}

// Begin sends somebody to the provider; to is the page he wants afterwards.
func (a *Access) Begin(w http.ResponseWriter, r *http.Request, to string) error {
	_, config, err := a.provider.discover()
	if err != nil {
		return corpus.Errorf(corpus.CodeBusy, "the provider %s does not answer", a.provider.s.Issuer)
	}
	state, nonce, verifier := rand.Text(), rand.Text(), oauth2.GenerateVerifier()
	sealed, err := a.sealer.seal(start{State: state, Nonce: nonce, Verifier: verifier, To: Back(to), Until: a.c.Now().Add(startAge).Unix()})
	if err != nil {
		return err
	}
	a.keepStart(w, sealed)
	http.Redirect(w, r, config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier)), http.StatusSeeOther)
	return nil
}

// Finish takes the provider's answer and begins the session. It gives the page
// to go to, or [ErrLogin] or [ErrNoRole]. What the provider says in an error is
// not passed on: it may quote the code.
func (a *Access) Finish(r *http.Request) (string, error) {
	ctx, q := r.Context(), r.URL.Query()
	begun, ok := a.started(r)
	if !ok || subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(begun.State)) != 1 || q.Get("code") == "" {
		a.c.Log("login from %s failed: the provider's answer belongs to no question of ours", a.remote(r))
		return "", ErrLogin
	}
	claims, err := a.provider.redeem(ctx, q.Get("code"), begun.Verifier, begun.Nonce)
	if err != nil {
		a.c.Log("login from %s failed: %v", a.remote(r), err)
		return "", ErrLogin
	}
	role, collections := rights(a.c.Settings.OIDC, claims.groups)
	if role == Nobody {
		a.c.Log("%s is known to the provider and has no role here", claims.name)
		return "", ErrNoRole
	}
	a.c.Log("%s logged in from %s", claims.name, a.remote(r))
	return begun.To, a.begin(r, map[string]string{keyName: claims.name, keyRole: role.String(), keyCollections: strings.Join(collections, "\n")})
}

// claims are what we want to know of somebody.
type claims struct {
	name   string
	groups []string
}

// redeem changes a code for the claims of a token that is proved. Its errors
// hold nothing that the provider said.
func (p *provider) redeem(ctx context.Context, code, verifier, nonce string) (claims, error) {
	found, config, err := p.discover()
	if err != nil {
		return claims{}, errors.New("the provider does not answer")
	}
	ctx, stop := context.WithTimeout(oidc.ClientContext(ctx, p.client), providerWait)
	defer stop()
	token, err := config.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	if err != nil {
		return claims{}, errors.New("the provider does not take the code")
	}
	raw, _ := token.Extra("id_token").(string)
	id, err := found.Verifier(&oidc.Config{ClientID: config.ClientID}).Verify(ctx, raw)
	if err != nil {
		return claims{}, errors.New("the provider's token is not valid")
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(nonce)) != 1 {
		return claims{}, errors.New("the provider's token is an answer to another login")
	}
	var all map[string]any
	if err := id.Claims(&all); err != nil {
		return claims{}, errors.New("the provider's token cannot be understood")
	}
	return p.read(all)
}

// read takes the name and the groups out of a token's claims.
func (p *provider) read(all map[string]any) (claims, error) {
	nameClaim, groupsClaim := cmp.Or(p.s.NameClaim, "email"), cmp.Or(p.s.GroupsClaim, "groups")
	var c claims
	c.name, _ = all[nameClaim].(string)
	if !userName.MatchString(c.name) {
		return c, errors.New("the provider's token has no usable claim " + nameClaim)
	}
	if verified, said := all["email_verified"].(bool); nameClaim == "email" && said && !verified {
		return c, errors.New("the provider has not verified the address")
	}
	switch groups := all[groupsClaim].(type) {
	case string:
		c.groups = []string{groups}
	case []any:
		for _, g := range groups {
			if s, ok := g.(string); ok {
				c.groups = append(c.groups, s)
			}
		}
	}
	return c, nil
}
