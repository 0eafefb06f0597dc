// Package asset serves the files that every page needs: one style sheet, one
// script and the icon. Each is packed once at the start and named with its hash,
// so that a browser asks for it once for each version of the program.
//
// The script is htmx 4.0.1 as npm publishes it (its licence, which asks for
// nothing, is beside it) followed by our own lines.
package asset

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
)

//go:embed file
var files embed.FS

// bundles are the files served, and what each is made of.
var bundles = []struct {
	name, media string
	parts       []string
}{
	{"app.css", "text/css; charset=utf-8", []string{"app.css", "office.css"}},
	{"app.js", "text/javascript; charset=utf-8", []string{"htmx.min.js", "app.js", "office.js"}},
	{"icon.svg", "image/svg+xml", []string{"icon.svg"}},
}

// Folder is the path under which the files are served.
const Folder = "/assets/"

type file struct {
	media, tag  string
	plain, gzip []byte
}

// Set is the files, packed.
type Set struct{ files map[string]file }

// Load packs the embedded files.
func Load() (*Set, error) {
	s := &Set{files: make(map[string]file)}
	for _, b := range bundles {
		var all bytes.Buffer
		for _, part := range b.parts {
			data, err := files.ReadFile("file/" + part)
			if err != nil {
				return nil, fmt.Errorf("assets: %w", err)
			}
			all.Write(data)
			all.WriteByte('\n')
		}
		sum := sha256.Sum256(all.Bytes())
		packed, err := pack(all.Bytes())
		if err != nil {
			return nil, fmt.Errorf("assets: pack %s: %w", b.name, err)
		}
		s.files[b.name] = file{media: b.media, tag: hex.EncodeToString(sum[:8]), plain: all.Bytes(), gzip: packed}
	}
	return s, nil
}

func pack(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Path is where a page finds a file.
func (s *Set) Path(name string) string { return Folder + name + "?v=" + s.files[name].tag }

// ServeHTTP serves the files under [Folder].
func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := s.files[strings.TrimPrefix(r.URL.Path, Folder)]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("ETag", `"`+f.tag+`"`)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if r.URL.Query().Get("v") == f.tag {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.Contains(r.Header.Get("If-None-Match"), `"`+f.tag+`"`) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = f.gzip
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method != http.MethodHead {
		w.Write(body) // the client may have gone
	}
}
