package web

import (
	"context"
	"testing"
	"time"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// decideOn accepts the first claim about a theme of a document, which makes
// another state of the corpus.
func decideOn(t *testing.T, s *Server, ref string) {
	t.Helper()
	w := s.options.Workspace
	r, err := w.Store.Reading(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Claims {
		if c.About != corpus.AboutTheme {
			continue
		}
		_, err := w.Decide(t.Context(), workspace.Decision{
			Reader: "reader", Passage: c.Passage, Time: "2031-02-01T00:00:00Z", Program: "test",
			Action: corpus.DecisionAccept, Subject: corpus.Subject{About: c.About, Theme: c.Theme},
		})
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("%s has no claim about a theme", ref)
}

func keptBy(c *comparisons) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.kept)
}

// TestEarlierComparisonSaysSo: while the comparison of the corpus as it stands is
// being made the one before is shown, marked as such, and one is made at a time.
func TestEarlierComparisonSaysSo(t *testing.T) {
	s := sampleServer(t)
	c, o := s.comparisons, workspace.ReportOptions{Language: comparisonLanguage}
	first, err := c.get(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	first.took = patience + 1 // as if the corpus were large
	for range mostMaking {
		c.making <- struct{}{} // others are being made
	}
	for _, ref := range []string{"CWG-Internet-30/1", "CWG-Internet-30/3"} {
		decideOn(t, s, ref)
		start := time.Now()
		got, err := c.get(t.Context(), o)
		if err != nil || !got.Old || got.Scope.Corpus != first.Scope.Corpus {
			t.Errorf("after a decision on %s: old %v, %v", ref, got != nil && got.Old, err)
		}
		if waited := time.Since(start); waited > patience {
			t.Errorf("it was waited %v for", waited)
		}
	}
	if n := keptBy(c); n != 2 {
		t.Errorf("%d comparisons are kept, want the one before and the one that is begun", n)
	}
	for range mostMaking {
		<-c.making
	}
	first.took = 0
	got, err := c.get(t.Context(), o)
	if err != nil || got.Old || got.Scope.Corpus == first.Scope.Corpus {
		t.Errorf("once it is made: %v, %v", got, err)
	}
	if n := keptBy(c); n != 1 {
		t.Errorf("%d comparisons are kept in the end", n)
	}
}

// TestComparisonIsKeptWarm: after a decision the comparison is made though
// nobody asks for it.
func TestComparisonIsKeptWarm(t *testing.T) {
	s := sampleServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { s.KeepWarm(ctx); close(ended) }()
	madeOf := func(version string) bool {
		s.comparisons.mu.Lock()
		defer s.comparisons.mu.Unlock()
		return len(s.comparisons.kept) == 1 && s.comparisons.kept[0].version == version && s.comparisons.kept[0].comparison != nil
	}
	for _, ref := range []string{"", "CWG-Internet-30/1"} {
		if ref != "" {
			decideOn(t, s, ref)
		}
		version, err := s.options.Workspace.Store.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(time.Minute); !madeOf(version); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("no comparison of state %s is made", version)
			}
		}
	}
	cancel()
	<-ended
}
