package index

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"rapporteur/corpus"
)

// crashDir tells the test binary, run a second time, to write until it is
// killed.
const crashDir = "RAPPORTEUR_INDEX_CRASH_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		writeForEver(dir)
	}
	os.Exit(m.Run())
}

// writeForEver writes batches and says so after each.
func writeForEver(dir string) {
	x, err := Open(dir)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	r := newRand()
	for n := 0; ; {
		var batch []Entry
		for range 40 {
			batch = append(batch, sampleEntry(r, n))
			n++
		}
		if err := x.Put(context.Background(), batch); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

func TestNothingWrittenIsLostWhenTheProcessIsKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for round := range 2 {
		dir := t.TempDir()
		written := killWhileWriting(t, self, dir, 3+4*round)
		x := open(t, dir)
		n, err := x.Count()
		if err != nil || n < written {
			t.Fatalf("%d passages were acknowledged and %d are there, %v", written, n, err)
		}
		r := newRand()
		for i := range written {
			e := sampleEntry(r, i)
			hash, found := uint64(0), false
			if i%40 != 0 {
				continue
			}
			err := x.Each(context.Background(), func(id string, h uint64) error {
				if id == e.Passage.ID {
					hash, found = h, true
				}
				return nil
			})
			if err != nil || !found || hash != EntryHash(e) {
				t.Errorf("passage %s: found %v, hash %x, %v", e.Passage.ID, found, hash, err)
			}
		}
		if got, err := x.Search(context.Background(), corpus.Query{Superseded: true}); err != nil || got.Total != n {
			t.Errorf("the search finds %d of %d, %v", got.Total, n, err)
		}
	}
}

// killWhileWriting runs this binary as a writer, kills it after some batches,
// and gives how many passages it had acknowledged.
func killWhileWriting(t *testing.T, self, dir string, batches int) int {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), crashDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	written := 0
	for s := bufio.NewScanner(out); s.Scan(); {
		n, err := strconv.Atoi(s.Text())
		if err != nil {
			t.Fatalf("the writer says %q", s.Text())
		}
		written = n
		if batches--; batches == 0 {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return written
}
