package index

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// passage makes an entry of an invented document.
func passage(id, language, text string) Entry {
	return Entry{
		Ref: "CWG-Internet-22/3", Symbol: "CWG-Internet-22/3(Rev.1)", Meeting: "CWG-Internet-22", Date: "2025-09-12",
		Sources: []string{"XRU"}, Kind: corpus.KindProposal, Status: "tagged",
		Passage: corpus.Passage{ID: id, Language: language, Text: text, Role: corpus.RoleBody},
	}
}

func ask(t *testing.T, x *Index, q corpus.Query) corpus.Result {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%s: %v", q.Text, err)
	}
	return r
}

func hitIDs(r corpus.Result) string {
	var ids []string
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	return strings.Join(ids, " ")
}

func TestPutIsSeenAtOnceAndReplaces(t *testing.T) {
	x := open(t, t.TempDir())
	put(t, x, []Entry{passage("a", "en", "the cost of cables"), passage("b", "en", "the price of masts")})
	if got := hitIDs(ask(t, x, corpus.Query{Text: "costs"})); got != "a" {
		t.Errorf("costs found %q", got)
	}
	put(t, x, []Entry{passage("a", "en", "the price of cables")})
	if got := hitIDs(ask(t, x, corpus.Query{Text: "costs"})); got != "" {
		t.Errorf("after a was replaced costs found %q", got)
	}
	if got := hitIDs(ask(t, x, corpus.Query{Text: "prices"})); got != "a b" {
		t.Errorf("prices found %q", got)
	}
	if err := x.Delete(context.Background(), []string{"b", "unknown"}); err != nil {
		t.Fatal(err)
	}
	if got := hitIDs(ask(t, x, corpus.Query{Text: "prices"})); got != "a" {
		t.Errorf("after b was deleted prices found %q", got)
	}
	if n, err := x.Count(); n != 1 || err != nil {
		t.Errorf("count is %d, %v", n, err)
	}
	err := x.Put(context.Background(), []Entry{passage("", "en", "x")})
	if corpus.ErrorCode(err) != corpus.CodeInvalid {
		t.Errorf("a passage without an ID: %v", err)
	}
}

func TestEachGivesWhatEntryHashGives(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	entries := []Entry{passage("a", "en", "one"), passage("b", "fr", "deux"), passage("c", "zh", "三")}
	entries[1].Themes, entries[2].Sources = []corpus.Theme{3, 4}, []string{}
	put(t, x, entries)
	want := map[string]uint64{}
	for _, e := range entries {
		want[e.Passage.ID] = EntryHash(e)
	}
	err := x.Each(context.Background(), func(id string, hash uint64) error {
		if want[id] != hash {
			t.Errorf("%s has hash %x, want %x", id, hash, want[id])
		}
		delete(want, id)
		return nil
	})
	if err != nil || len(want) != 0 {
		t.Errorf("%v; not visited: %v", err, want)
	}
	for name, change := range map[string]func(*Entry){
		"text": func(e *Entry) { e.Passage.Text += "." }, "theme": func(e *Entry) { e.Themes = nil },
		"superseded": func(e *Entry) { e.Superseded = true }, "status": func(e *Entry) { e.Status = "" },
	} {
		e := entries[1]
		change(&e)
		if EntryHash(e) == EntryHash(entries[1]) {
			t.Errorf("the hash does not see a change of %s", name)
		}
	}
	stop := errors.New("stop")
	if err := x.Each(context.Background(), func(string, uint64) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("Each went on after an error: %v", err)
	}
}

func TestOpenASecondTimeIsBusy(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	_, err := Open(dir)
	if corpus.ErrorCode(err) != corpus.CodeBusy || !strings.Contains(err.Error(), "in use by another process") {
		t.Errorf("second opening: %v", err)
	}
	if err := Rebuild(context.Background(), dir, nothing); corpus.ErrorCode(err) != corpus.CodeBusy {
		t.Errorf("rebuilding an open index: %v", err)
	}
}

func nothing() ([]Entry, error) { return nil, io.EOF }

// made makes a closed index with one passage.
func made(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	put(t, x, []Entry{passage("a", "en", "the cost of cables")})
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestDamagedIndexMustBeRebuilt(t *testing.T) {
	segments := func(dir string) string {
		found, err := filepath.Glob(filepath.Join(dir, "*.zap"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no segments: %v", err)
		}
		return found[0]
	}
	for name, damage := range map[string]func(dir string) error{
		"segment cut":     func(dir string) error { return os.Truncate(segments(dir), 20) },
		"segment emptied": func(dir string) error { return os.Truncate(segments(dir), 0) },
		"segment lost":    func(dir string) error { return os.Remove(segments(dir)) },
		"root lost":       func(dir string) error { return os.Remove(filepath.Join(dir, "root.bolt")) },
		"root overwritten": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "root.bolt"), make([]byte, 70000), 0o600)
		},
		"root cut": func(dir string) error { return os.Truncate(filepath.Join(dir, "root.bolt"), 100) },
		"older version": func(dir string) error {
			x, err := Open(dir)
			if err != nil {
				return err
			}
			return errors.Join(x.core.SetInternal(versionKey, []byte("rapporteur index 0")), x.Close())
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := made(t)
			if err := damage(dir); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
				t.Fatalf("Open: %v", err)
			}
			rebuildOf(t, dir, passage("b", "en", "the cost of masts"))
			x := open(t, dir)
			if got := hitIDs(ask(t, x, corpus.Query{Text: "costs"})); got != "b" {
				t.Errorf("after the rebuild costs found %q", got)
			}
		})
	}
}

func TestEachSeesAChangedByte(t *testing.T) {
	dir := made(t)
	found, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	if err != nil || len(found) != 1 {
		t.Fatalf("segments %v, %v", found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/8] ^= 1 // in a stored text
	if err := os.WriteFile(found[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, dir)
	if err := x.Each(context.Background(), func(string, uint64) error { return nil }); !errors.Is(err, ErrRebuild) {
		t.Errorf("Each: %v", err)
	}
}

func rebuildOf(t *testing.T, dir string, entries ...Entry) {
	t.Helper()
	err := Rebuild(context.Background(), dir, func() ([]Entry, error) {
		if len(entries) == 0 {
			return nil, io.EOF
		}
		e := entries[:1]
		entries = entries[1:]
		return e, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(dir + ".*")
	if err != nil || len(left) > 0 {
		t.Errorf("the rebuild left %v, %v", left, err)
	}
}

func TestFailedRebuildLeavesTheOldIndex(t *testing.T) {
	dir := made(t)
	broken := errors.New("the store is gone")
	err := Rebuild(context.Background(), dir, func() ([]Entry, error) { return nil, broken })
	if !errors.Is(err, broken) {
		t.Fatalf("Rebuild: %v", err)
	}
	if got := hitIDs(ask(t, open(t, dir), corpus.Query{Text: "costs"})); got != "a" {
		t.Errorf("costs found %q", got)
	}
}

func TestOpenFinishesAnInterruptedRebuild(t *testing.T) {
	dir := made(t)
	if err := os.Rename(dir, dir+oldSuffix); err != nil {
		t.Fatal(err)
	}
	if got := hitIDs(ask(t, open(t, dir), corpus.Query{Text: "costs"})); got != "a" {
		t.Errorf("costs found %q", got)
	}
}

func TestStrayFilesDoNotPreventOpening(t *testing.T) {
	dir := made(t)
	for _, name := range []string{"._000000000001.zap", "._root.bolt", ".DS_Store"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := hitIDs(ask(t, open(t, dir), corpus.Query{Text: "costs"})); got != "a" {
		t.Errorf("costs found %q", got)
	}
}

func TestSearchAfterCloseIsAnError(t *testing.T) {
	x, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Search(context.Background(), corpus.Query{}); err == nil {
		t.Error("a closed index answered")
	}
}

func TestPagesFitTogether(t *testing.T) {
	x := open(t, t.TempDir())
	r := newRand()
	var entries []Entry
	for i := range 300 {
		entries = append(entries, sampleEntry(r, i))
	}
	for part := range slices.Chunk(entries, 50) {
		put(t, x, part)
	}
	for _, text := range []string{"", "costs OR internet", "-costs"} {
		whole := ask(t, x, corpus.Query{Text: text, Limit: 300})
		var paged []string
		for at := 0; at < whole.Total; at += 7 {
			for _, h := range ask(t, x, corpus.Query{Text: text, Offset: at, Limit: 7}).Hits {
				paged = append(paged, h.ID)
			}
		}
		if got := strings.Join(paged, " "); got != hitIDs(whole) {
			t.Errorf("%q: pages give %s, the whole %s", text, got, hitIDs(whole))
		}
		for i := 1; i < len(whole.Hits); i++ {
			a, b := whole.Hits[i-1], whole.Hits[i]
			if a.Score < b.Score || a.Score == b.Score && a.Kind != corpus.KindProposal && compareNatural(a.ID, b.ID) >= 0 {
				t.Errorf("%q: %s (%v) stands before %s (%v)", text, a.ID, a.Score, b.ID, b.Score)
			}
		}
	}
	for _, q := range []corpus.Query{{Offset: -1}, {Limit: -1}, {Limit: 5000}} {
		if _, err := x.Search(context.Background(), q); corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%+v: %v", q, err)
		}
	}
}
