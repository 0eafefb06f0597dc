package access_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
)

// certificate writes a certificate for 127.0.0.1 and its key into a folder, and
// gives who trusts it.
func certificate(t *testing.T, dir string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	made := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "127.0.0.1"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, made, made, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{"cert.pem": {Type: "CERTIFICATE", Bytes: der}, "key.pem": {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return pool
}

// TestHandshake serves by TLS from the files that the settings name: who trusts
// the certificate is answered, with a cookie for TLS only; an old protocol, a
// stranger's trust and plain HTTP are not.
func TestHandshake(t *testing.T) {
	s := local
	s.Certificate, s.Key = "cert.pem", "key.pem"
	h := open(t, s, access.Account{Name: "rea", Role: "reader", Collections: []string{"all"}})
	pool := certificate(t, h.dir)
	config, err := access.TLS(s, h.dir)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: h.access.Wrap(h.routes())}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(tls.NewListener(plain, config)) }()
	t.Cleanup(func() { server.Close(); <-ended })
	ask := func(config *tls.Config, scheme string) (*http.Response, error) {
		client := &http.Client{Transport: &http.Transport{TLSClientConfig: config}, Timeout: 10 * time.Second}
		body := strings.NewReader("name=rea&password=" + strings.ReplaceAll(password, " ", "+"))
		return client.Post(scheme+"://"+plain.Addr().String()+"/login", "application/x-www-form-urlencoded", body)
	}
	answer, err := ask(&tls.Config{RootCAs: pool}, "https")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := io.ReadAll(answer.Body)
	answer.Body.Close()
	cookie := answer.Header.Get("Set-Cookie")
	if answer.StatusCode != 200 || answer.TLS.Version < tls.VersionTLS12 || !strings.HasPrefix(cookie, "__Host-rapporteur=") || !strings.Contains(cookie, "Secure") {
		t.Errorf("%d %s, TLS %x, cookie %q", answer.StatusCode, text, answer.TLS.Version, cookie)
	}
	if answer.Header.Get("Strict-Transport-Security") == "" {
		t.Error("the browser is not told to keep to TLS")
	}
	for name, c := range map[string]struct {
		config *tls.Config
		scheme string
	}{
		"a stranger":  {&tls.Config{}, "https"},
		"TLS 1.1":     {&tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}, "https"},
		"no TLS":      {nil, "http"},
		"another key": {&tls.Config{RootCAs: certificate(t, t.TempDir())}, "https"},
	} {
		if answer, err := ask(c.config, c.scheme); err == nil && answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%s is answered with %d", name, answer.StatusCode)
		}
	}
	if _, err := access.TLS(workspace.Access{Certificate: "cert.pem", Key: "none.pem"}, h.dir); err == nil || !strings.Contains(err.Error(), "none.pem") {
		t.Errorf("a key that is not there: %v", err)
	}
}
