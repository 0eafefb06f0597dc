package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/corpus"
)

func (s *Store) originalPath(h corpus.Hash) string {
	x := h.Hex()
	return filepath.Join(s.dir, "originals", x[:2], x[2:])
}

// keepOriginal puts data on disk under its hash, synced, unless it is there.
func (s *Store) keepOriginal(h corpus.Hash, data []byte) error {
	path := s.originalPath(h)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		return nil
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("keep original: %w", err)
	}
	tmp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return fmt.Errorf("keep original: %w", err)
	}
	defer os.Remove(tmp.Name()) // fails, and may, once renamed
	_, err = tmp.Write(data)
	if err := errors.Join(err, tmp.Sync(), tmp.Chmod(0o444), tmp.Close()); err != nil {
		return fmt.Errorf("keep original: %w", err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return fmt.Errorf("keep original: %w", err)
	}
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// Original gives the bytes received under a hash.
func (s *Store) Original(h corpus.Hash) ([]byte, error) {
	if !h.Valid() {
		return nil, corpus.Errorf(corpus.CodeInvalid, "%q is no hash", h)
	}
	data, err := os.ReadFile(s.originalPath(h))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, corpus.Errorf(corpus.CodeNotFound, "no original %s in %s", h, s.dir)
	}
	return data, err
}
