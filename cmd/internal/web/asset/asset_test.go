package asset

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// htmxHash is that of dist/htmx.min.js in the npm package htmx.org 4.0.1.
const htmxHash = "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"

func TestHTMXIsAsPublished(t *testing.T) {
	data, err := files.ReadFile("file/htmx.min.js")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != htmxHash {
		t.Errorf("htmx.min.js has the hash %s, and as published %s", got, htmxHash)
	}
	if _, err := files.ReadFile("file/htmx.LICENSE"); err != nil {
		t.Error(err)
	}
}

// TestPackedIsPlain unpacks what a browser gets.
func TestPackedIsPlain(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range s.files {
		z, err := gzip.NewReader(bytes.NewReader(f.gzip))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		plain, err := io.ReadAll(z)
		if err != nil || !bytes.Equal(plain, f.plain) {
			t.Errorf("%s packed is not %s: %v", name, name, err)
		}
	}
}

func TestServing(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tag := `"` + s.files["app.css"].tag + `"`
	for _, c := range []struct {
		path    string
		headers map[string]string
		status  int
		want    map[string]string
	}{
		{s.Path("app.css"), nil, 200, map[string]string{"Cache-Control": "public, max-age=31536000, immutable", "ETag": tag}},
		{s.Path("app.js"), map[string]string{"Accept-Encoding": "gzip"}, 200, map[string]string{"Content-Encoding": "gzip"}},
		{Folder + "app.css", nil, 200, map[string]string{"Cache-Control": "no-cache"}},
		{Folder + "app.css", map[string]string{"If-None-Match": tag}, 304, nil},
		{Folder + "none.css", nil, 404, nil},
		{Folder + "htmx.LICENSE", nil, 404, nil},
	} {
		r := httptest.NewRequest(http.MethodGet, c.path, nil)
		for k, v := range c.headers {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != c.status {
			t.Errorf("%s %v: status %d, want %d", c.path, c.headers, w.Code, c.status)
		}
		for k, v := range c.want {
			if got := w.Header().Get(k); got != v {
				t.Errorf("%s: %s is %q, want %q", c.path, k, got, v)
			}
		}
	}
}
