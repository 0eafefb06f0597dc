package web

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus/codebook"
)

// manyPassages is how many passages the workspace of speeches has at least.
const manyPassages = 100_000

// speechesRecipe names what the workspace of speeches is made of: a kept one of
// another recipe is made anew.
const speechesRecipe = "speeches 1"

// speechesWorkspace gives the folder of a workspace of real speeches, topped up
// with altered ones to at least manyPassages. It is made once where
// RAPPORTEUR_BENCH_CACHE names a folder to keep it in; that takes some minutes.
func speechesWorkspace(b *testing.B) string {
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		b.Skip("RAPPORTEUR_SHARED names no folder of real data")
	}
	found, err := filepath.Glob(filepath.Join(shared, "data", "ungdc", "*.tar.gz"))
	if err != nil || len(found) == 0 {
		b.Skipf("no speeches in %s: %v", shared, err)
	}
	cache := os.Getenv("RAPPORTEUR_BENCH_CACHE")
	if cache == "" {
		cache = b.TempDir()
	}
	dir, done := filepath.Join(cache, "workspace"), filepath.Join(cache, "done")
	recipe := fmt.Sprintf("%s, %d passages, codebook %s\n", speechesRecipe, manyPassages, codebook.Default().Hash())
	if kept, err := os.ReadFile(done); err == nil && string(kept) == recipe {
		return dir
	}
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(cache, 0o755), workspace.Init(dir)); err != nil {
		b.Fatal(err)
	}
	b.Logf("making a workspace of %d passages in %s", manyPassages, dir)
	if err := ingestSpeeches(dir, found[0]); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(done, []byte(recipe), 0o644); err != nil {
		b.Fatal(err)
	}
	return dir
}

func ingestSpeeches(dir, archive string) error {
	speeches, err := readSpeeches(archive)
	if err != nil {
		return err
	}
	w, err := workspace.Open(dir, func(string, ...any) {})
	if err != nil {
		return err
	}
	defer w.Close()
	for round := 0; ; round++ {
		passages, _, err := w.Store.Sizes(context.Background())
		if err != nil || passages >= manyPassages {
			return err
		}
		files, sidecar := speeches.round(round, manyPassages-passages)
		if err := ingest(w, files, sidecar); err != nil {
			return err
		}
	}
}

// speeches are the texts of an archive by name, such as AFG_70_2015.txt.
type speeches struct {
	texts map[string]string
	words []string
}

func readSpeeches(archive string) (*speeches, error) {
	f, err := os.Open(archive)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	s := &speeches{texts: make(map[string]string)}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, err
		}
		name := path.Base(h.Name)
		if strings.Count(name, "_") != 2 || strings.HasPrefix(name, ".") {
			continue
		}
		text, err := io.ReadAll(t)
		if err != nil {
			return nil, err
		}
		s.texts[name] = string(text)
		s.words = append(s.words, strings.Fields(string(text))[:20]...)
	}
}

// round gives the speeches as files with their table of metadata: as they are in
// round 0, in later ones to other meetings and with every tenth word or so
// exchanged, and only as many as have some number of lines.
func (s *speeches) round(n, lines int) (fstest.MapFS, []byte) {
	files := fstest.MapFS{}
	var table bytes.Buffer
	rows := csv.NewWriter(&table)
	rows.Write([]string{"file", "symbol", "meeting", "date", "source", "title", "language"})
	for i, name := range slices.Sorted(maps.Keys(s.texts)) {
		parts := strings.Split(strings.TrimSuffix(name, ".txt"), "_")
		session, err := strconv.Atoi(parts[1])
		if err != nil || lines <= 0 {
			break
		}
		text := s.texts[name]
		if n > 0 {
			text = s.altered(text, rand.New(rand.NewPCG(uint64(n), uint64(i))))
		}
		lines -= strings.Count(text, "\n") + 1
		file := fmt.Sprintf("%d/%s", n, name)
		files[file] = &fstest.MapFile{Data: []byte(text)}
		meeting := fmt.Sprintf("CWG-Internet-%d", session+20*n)
		rows.Write([]string{file, fmt.Sprintf("%s/%d", meeting, i+1), meeting, parts[2] + "-09-20", parts[0], "Statement of " + parts[0], "en"})
	}
	rows.Flush()
	return files, table.Bytes()
}

func (s *speeches) altered(text string, r *rand.Rand) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		words := strings.Fields(line)
		for j := range words {
			if r.IntN(10) == 0 {
				words[j] = s.words[r.IntN(len(s.words))]
			}
		}
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "\n")
}
