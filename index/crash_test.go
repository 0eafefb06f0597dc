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
	rounds := 2
	if n, err := strconv.Atoi(os.Getenv("RAPPORTEUR_KILLS")); err == nil {
		rounds = n
	}
	random := newRand()
	acknowledged := 0
	for round := range rounds {
		dir := t.TempDir()
		written := killWhileWriting(t, self, dir, 1+random.IntN(12), time.Duration(random.IntN(30))*time.Millisecond)
		acknowledged += written
		checkWritten(t, dir, round, written)
	}
	t.Logf("%d kills, %d passages acknowledged, 0 lost, 0 doubled", rounds, acknowledged)
}

// checkWritten compares what a killed writer left with what it acknowledged:
// each passage once, as it was given.
func checkWritten(t *testing.T, dir string, round, written int) {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	defer x.Close()
	have := map[string]uint64{}
	err = x.Each(context.Background(), func(id string, h uint64) error {
		if _, twice := have[id]; twice {
			t.Errorf("round %d: %s is there twice", round, id)
		}
		have[id] = h
		return nil
	})
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	r := newRand()
	for i := range written {
		if e := sampleEntry(r, i); have[e.Passage.ID] != EntryHash(e) {
			t.Fatalf("round %d: %s was acknowledged and is lost", round, e.Passage.ID)
		}
	}
	if got, err := x.Search(context.Background(), corpus.Query{Superseded: true}); err != nil || got.Total != len(have) {
		t.Errorf("round %d: the search finds %d of %d, %v", round, got.Total, len(have), err)
	}
}

// killWhileWriting runs this binary as a writer, kills it some time after some
// batches, and gives how many passages it had acknowledged.
func killWhileWriting(t *testing.T, self, dir string, batches int, later time.Duration) int {
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
			time.AfterFunc(later, func() { _ = cmd.Process.Kill() }) // fails where it has died already
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return written
}
