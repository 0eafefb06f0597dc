package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"

	"rapporteur/corpus"
)

// TestSnapshotHash compares the hash that is made piece by piece with that of
// the whole JSON.
func TestSnapshotHash(t *testing.T) {
	reading := corpus.Reading{
		Rendition: corpus.Rendition{Ref: "CWG-Internet-30/1", Language: "en"},
		Passages:  []corpus.Passage{{ID: "CWG-Internet-30/1#1", Text: "Ruritania & “Freedonia” <agree>"}},
		Claims:    []corpus.Claim{{Passage: "CWG-Internet-30/1#1", About: corpus.AboutTheme, Theme: 3}},
		Current:   true,
	}
	for name, snap := range map[string]corpus.Snapshot{
		"nothing": {},
		"empty":   {Submissions: []corpus.Submission{}, Readings: []corpus.Reading{}},
		"one":     {Submissions: []corpus.Submission{{ID: "a"}}, Readings: []corpus.Reading{reading}},
		"all": {
			Submissions: []corpus.Submission{{ID: "a"}, {ID: "b"}}, Readings: []corpus.Reading{reading, reading},
			Copies: []corpus.Rendition{{Ref: "c"}}, Unread: []corpus.LedgerLine{{File: "d"}, {File: "e"}},
			Groups: []corpus.Decision{{Seq: 1}, {Seq: 2}},
		},
	} {
		body, err := json.Marshal(snap)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(append(body, '\n'))
		got, err := hashOf(snap)
		if want := corpus.Hash("sha256:" + hex.EncodeToString(sum[:])); err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", name, got, err, want)
		}
	}
}
