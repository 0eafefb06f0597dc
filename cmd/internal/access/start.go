package access

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"
)

// start is a login between the question to the provider and its answer. The
// browser keeps it, sealed, in a cookie: whoever begins logins without end costs
// the server no memory.
type start struct {
	State, Nonce, Verifier, To string
	// Until is when it is too late for an answer, in seconds since 1970.
	Until int64
}

const (
	// startAge is how long somebody may take at the provider.
	startAge = 10 * time.Minute
	// longestTo bounds the page to come back to, in bytes: a cookie is small.
	longestTo = 1500
)

// sealer seals starts with a key that this process alone has: a login that was
// begun before a restart is begun again.
type sealer struct{ aead cipher.AEAD }

func newSealer() (sealer, error) {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return sealer{}, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return sealer{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return sealer{aead}, err
}

func (s sealer) seal(v start) (string, error) {
	if len(v.To) > longestTo {
		v.To = "/"
	}
	plain, err := json.Marshal(v)
	return base64.RawURLEncoding.EncodeToString(s.aead.Seal(nil, nil, plain, nil)), err
}

// open gives what was sealed; nothing where anybody has touched it, or it is too
// old.
func (s sealer) open(text string, now time.Time) (start, bool) {
	var v start
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return v, false
	}
	plain, err := s.aead.Open(nil, nil, data, nil)
	if err != nil || json.Unmarshal(plain, &v) != nil || now.Unix() > v.Until {
		return start{}, false
	}
	return v, true
}

// startCookie is the name of the cookie, beside that of the session.
func (a *Access) startCookie() string { return a.sessions.Cookie.Name + "-login" }

// keepStart gives the start to the browser.
func (a *Access) keepStart(w http.ResponseWriter, sealed string) {
	http.SetCookie(w, &http.Cookie{
		Name: a.startCookie(), Value: sealed, Path: "/", MaxAge: int(startAge.Seconds()),
		HttpOnly: true, Secure: a.Secure(), SameSite: http.SameSiteLaxMode,
	})
}

// started gives the start that the browser brings. The provider takes its code
// once, so it is worth nothing afterwards.
func (a *Access) started(r *http.Request) (start, bool) {
	c, err := r.Cookie(a.startCookie())
	if err != nil {
		return start{}, false
	}
	return a.sealer.open(c.Value, a.c.Now())
}
