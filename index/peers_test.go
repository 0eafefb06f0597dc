package index

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the peer that is in every build

	"rapporteur/corpus"
)

// BenchmarkPeers asks the same questions of this index and of SQLite's FTS5, in
// one run and in turns, so that the ratio means something on a busy machine;
// BenchmarkLucenePeer does so with Lucene.
// FTS5 gives ten hits by BM25 with a fragment each, and counts no facets.
func BenchmarkPeers(b *testing.B) {
	s := readSpeeches(b)
	size := benchSize()
	x, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	_, ours := s.load(b, x, 0, size)
	x = settled(b, x)
	defer func() { x.Close() }()
	db, theirs := s.fts5(b, size)
	b.Run("indexing", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ours/fts5-cpu")
	})
	for _, k := range s.shapes() {
		if match, ok := fts5Query(k.make().Text); !ok || match == "" {
			continue
		}
		b.Run(k.name, func(b *testing.B) {
			var mine, other []time.Duration
			for b.Loop() {
				for range 40 {
					q := k.make()
					match, _ := fts5Query(q.Text)
					start := cpuTime()
					if _, err := x.Search(context.Background(), q); err != nil {
						b.Fatal(err)
					}
					between := cpuTime()
					if err := askFTS5(db, match, q.Sort == corpus.SortDate); err != nil {
						b.Fatalf("%s: %v", match, err)
					}
					mine, other = append(mine, between-start), append(other, cpuTime()-between)
				}
			}
			slices.Sort(mine)
			slices.Sort(other)
			half := len(mine) / 2
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(mine[half].Microseconds())/1000, "ours-cpu-p50-ms")
			b.ReportMetric(float64(other[half].Microseconds())/1000, "fts5-cpu-p50-ms")
			b.ReportMetric(float64(mine[half])/float64(max(1, other[half])), "ours/fts5")
		})
	}
}

// fts5 makes a full-text table of n passages and gives the processor time
// that took.
func (s *speeches) fts5(b *testing.B, n int) (*sql.DB, time.Duration) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "fts.db")+"?_pragma=journal_mode(WAL)")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	if _, err := db.Exec(`CREATE VIRTUAL TABLE p USING fts5(text, id UNINDEXED, date UNINDEXED, tokenize = 'porter unicode61')`); err != nil {
		b.Fatal(err)
	}
	before := cpuTime()
	for at := 0; at < n; at += batchSize {
		tx, err := db.Begin()
		if err != nil {
			b.Fatal(err)
		}
		for i := at; i < min(at+batchSize, n); i++ {
			e := s.entry(i)
			if _, err := tx.Exec(`INSERT INTO p (text, id, date) VALUES (?,?,?)`, e.Passage.Text, e.Passage.ID, e.Date); err != nil {
				b.Fatal(err)
			}
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
	return db, cpuTime() - before
}

// fts5Query writes a query of words, OR, quotes and asterisks as FTS5 has it;
// ok is false for what it lacks.
func fts5Query(text string) (match string, ok bool) {
	if strings.Contains(text, "~") {
		return "", false
	}
	return text, true
}

func askFTS5(db *sql.DB, match string, byDate bool) error {
	order := "rank"
	if byDate {
		order = "date DESC"
	}
	rows, err := db.Query(`SELECT id, snippet(p, 0, '<mark>', '</mark>', '…', 30) FROM p WHERE p MATCH ? ORDER BY `+order+` LIMIT 10`, match)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, fragment string
		if err := rows.Scan(&id, &fragment); err != nil {
			return err
		}
	}
	return rows.Err()
}
