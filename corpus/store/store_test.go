package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

func open(t *testing.T) *store.Store {
	t.Helper()
	dir := t.TempDir()
	if err := store.Init(dir); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// paper is a dossier whose file holds only its text.
func paper(number, suffix, text string) (corpus.Dossier, []byte) {
	original := []byte(number + suffix + text)
	symbol := corpus.Symbol{Series: "CWG-Internet-30", Number: number, Suffix: suffix}
	passages := []corpus.Passage{{Label: "1", Role: corpus.RoleBody, Language: "en", Text: text}}
	corpus.AssignIDs(symbol.String(), passages)
	hash := corpus.HashOf(original)
	return corpus.Dossier{
		File:       corpus.File{Hash: hash, Name: number + ".txt", MediaType: "text/plain", Size: int64(len(original))},
		Rendition:  corpus.Rendition{Ref: symbol.String(), Symbol: symbol, Hash: hash, File: number + ".txt", Language: "en", Grade: corpus.GradeA},
		Submission: corpus.Submission{ID: symbol.Work(), Work: symbol.Work(), Meeting: symbol.Series, Sources: []corpus.Source{{ID: "XRU", Name: "Ruritania", Kind: corpus.SourceMember}}},
		Passages:   passages,
		Claims: []corpus.Claim{{
			Passage: passages[0].ID, About: corpus.AboutProcess, Score: 1, Status: corpus.StatusTagged,
			Maker: corpus.Maker{Kind: "rule", Name: "test"}, Evidence: []corpus.Evidence{corpus.QuoteEvidence(text, 0, 1)},
		}},
	}, original
}

func save(t *testing.T, s *store.Store, d corpus.Dossier, original []byte) {
	t.Helper()
	ctx := context.Background()
	job, err := s.BeginJob(ctx, "2031-01-02", "test")
	if err != nil {
		t.Fatal(err)
	}
	line := corpus.LedgerLine{File: d.File.Name, Status: corpus.FileRead, Rendition: d.File.Hash, Symbol: d.Rendition.Ref}
	if err := s.Save(ctx, d, original, store.Place{Job: job, Seq: 1}, line); err != nil {
		t.Fatal(err)
	}
}

func TestSaveAndRead(t *testing.T) {
	s, ctx := open(t), context.Background()
	d, original := paper("1", "", "Ruritania welcomes the agenda.")
	save(t, s, d, original)
	got, err := s.Reading(ctx, "CWG-Internet-30/1")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Passages) != 1 || got.Passages[0].Text != d.Passages[0].Text || len(got.Claims) != 1 || !got.Current {
		t.Errorf("read back %+v", got)
	}
	kept, err := s.Original(d.File.Hash)
	if err != nil || string(kept) != string(original) {
		t.Errorf("original %q, %v", kept, err)
	}
	if faults, err := s.Verify(ctx); err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}

func TestSaveRefusesWhatIsNotVerbatim(t *testing.T) {
	s, ctx := open(t), context.Background()
	d, original := paper("1", "", "Ruritania welcomes the agenda.")
	d.Claims[0].Evidence[0].Quote = "F"
	err := s.Save(ctx, d, original, store.Place{Job: 1, Seq: 1}, corpus.LedgerLine{File: "1.txt"})
	if corpus.ErrorCode(err) != corpus.CodeInvalid {
		t.Fatalf("got %v", err)
	}
	if status, err := s.Status(ctx); err != nil || status.Renditions+status.Submissions+status.Passages > 0 {
		t.Errorf("something was kept: %+v, %v", status, err)
	}
}

func TestRevisionSupersedes(t *testing.T) {
	s, ctx := open(t), context.Background()
	first, a := paper("2", "", "Ruritania proposes one meeting.")
	second, b := paper("2", "(Rev.1)", "Ruritania proposes two meetings.")
	save(t, s, first, a)
	save(t, s, second, b)
	old, err := s.Reading(ctx, "CWG-Internet-30/2")
	if err != nil || old.Current {
		t.Errorf("the original is still current: %v, %v", old.Current, err)
	}
	status, err := s.Status(ctx)
	if err != nil || status.Works != 1 || status.Versions != 2 || status.Submissions != 1 {
		t.Errorf("%+v, %v", status, err)
	}
}

func TestSaveAgainReplaces(t *testing.T) {
	s, ctx := open(t), context.Background()
	d, original := paper("3", "", "Freedonia reports on cables.")
	save(t, s, d, original)
	moved, _ := paper("4", "", "Freedonia reports on cables.")
	moved.File, moved.Rendition.Hash = d.File, d.File.Hash // the sidecar corrects the number
	save(t, s, moved, original)
	if _, err := s.Reading(ctx, "CWG-Internet-30/3"); corpus.ErrorCode(err) != corpus.CodeNotFound {
		t.Errorf("the wrong number is still there: %v", err)
	}
	status, err := s.Status(ctx)
	if err != nil || status.Works != 1 || status.Submissions != 1 || status.Passages != 1 {
		t.Errorf("%+v, %v", status, err)
	}
	if faults, err := s.Verify(ctx); err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}

func TestVerifyFindsFaults(t *testing.T) {
	s, ctx := open(t), context.Background()
	d, original := paper("1", "", "Ruritania welcomes the agenda.")
	save(t, s, d, original)
	path := filepath.Join(s.Dir(), "originals", d.File.Hash.Hex()[:2], d.File.Hash.Hex()[2:])
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("other"), 0o644); err != nil {
		t.Fatal(err)
	}
	faults, err := s.Verify(ctx)
	if err != nil || len(faults) != 1 || !strings.Contains(faults[0].What, "bytes have changed") {
		t.Errorf("faults %v, %v", faults, err)
	}
}

func TestUnreadIsTheLatestWord(t *testing.T) {
	s, ctx := open(t), context.Background()
	d, original := paper("1", "", "Ruritania welcomes the agenda.")
	line := corpus.LedgerLine{File: "1.txt", Status: corpus.FileNotRead, Reason: corpus.ReasonScanned, Rendition: d.File.Hash}
	for range 2 {
		job, err := s.BeginJob(ctx, "2031-01-01", "test")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Note(ctx, store.Place{Job: job, Seq: 1}, line); err != nil {
			t.Fatal(err)
		}
	}
	if unread, err := s.Unread(ctx); err != nil || len(unread) != 1 {
		t.Fatalf("unread %v, %v", unread, err)
	}
	jobs, err := s.Jobs(ctx)
	if err != nil || !jobs[0].Changed || jobs[1].Changed {
		t.Errorf("jobs %+v, %v", jobs, err)
	}
	save(t, s, d, original)
	if unread, err := s.Unread(ctx); err != nil || len(unread) != 0 {
		t.Errorf("still unread: %v, %v", unread, err)
	}
}

func TestOpenTellsWhatToDo(t *testing.T) {
	_, err := store.Open(t.TempDir())
	if corpus.ErrorCode(err) != corpus.CodeNotFound || !strings.Contains(err.Error(), "rapporteur init") {
		t.Errorf("got %v", err)
	}
}
