package access

import (
	"crypto/tls"
	"net"
	"path/filepath"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// TLS gives the server's configuration, nil where the settings name no
// certificate.
func TLS(s workspace.Access, dir string) (*tls.Config, error) {
	if s.Certificate == "" {
		return nil, nil
	}
	cert, err := tls.LoadX509KeyPair(within(dir, s.Certificate), within(dir, s.Key))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "access: certificate %s: %w", s.Certificate, err)
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, Certificates: []tls.Certificate{cert}}, nil
}

// within resolves a path of the settings, which is relative to the workspace.
func within(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// MayListen refuses an address at which strangers could read, or passwords
// could be overheard.
func MayListen(addr string, s workspace.Access) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return corpus.Errorf(corpus.CodeUsage, "--addr %s: %w: give it as 127.0.0.1:8080", addr, err)
	}
	switch {
	case isLoopback(host):
		return nil
	case s.Login == "":
		return corpus.Errorf(corpus.CodeUsage, "--addr %s serves other machines, and rapporteur.yaml asks nobody to log in: set access.login, or serve 127.0.0.1", addr)
	case s.Certificate == "":
		return corpus.Errorf(corpus.CodeUsage, "--addr %s serves other machines without TLS: set access.certificate and access.key, or put a proxy before 127.0.0.1", addr)
	}
	return nil
}
