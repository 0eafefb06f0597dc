package child

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// modeVariable tells this test's binary to be a child, and of what kind.
const modeVariable = "RAPPORTEUR_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(modeVariable) {
	case "":
		os.Exit(m.Run())
	case "serve":
		if err := Serve(os.Stdin, os.Stdout, handle); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "last":
		answerOnce(flagLast)
	case "noise":
		_, _ = os.Stdout.WriteString(strings.Repeat("this is no frame ", 100))
		time.Sleep(time.Hour)
	case "deaf":
		time.Sleep(time.Hour)
	}
}

// answerOnce is a child that answers one request with the given flags.
func answerOnce(flags byte) {
	var q Request
	if _, _, err := readFrame(bufio.NewReader(os.Stdin), &q); err != nil {
		os.Exit(1)
	}
	_ = writeFrame(os.Stdout, flags, Response{Text: fmt.Sprint(os.Getpid())}, nil)
}

var sink [][]byte

// handle does what the operation says, most of it bad.
func handle(q Request) Response {
	switch q.Op {
	case "pid":
		return Response{Text: fmt.Sprint(os.Getpid())}
	case "echo":
		return Response{Text: string(q.Data), Document: block.Document{Blocks: []block.Block{{Text: q.Name, Cell: &block.Cell{Row: 1}}}}}
	case "skip":
		return Response{Skip: &block.SkipError{Reason: corpus.ReasonPassword, Detail: "locked"}}
	case "panic":
		panic("bad file")
	case "exit":
		fmt.Fprintln(os.Stderr, "last words")
		os.Exit(7)
	case "hang":
		for {
			time.Sleep(time.Hour)
		}
	case "memory":
		for {
			sink = append(sink, make([]byte, 1<<30))
		}
	case "deep":
		return Response{Text: fmt.Sprint(deep(0))}
	case "chatter":
		for range 1000 {
			fmt.Fprintln(os.Stderr, strings.Repeat("x", 1000))
		}
	case "much":
		return Response{Text: strings.Repeat("x", maxGob+1)}
	}
	return Response{}
}

func deep(n int) int {
	var pad [1024]byte
	if pad[n%1024] = 1; n > 1<<40 {
		return n
	}
	return deep(n+1) + int(pad[0])
}

func newPool(t *testing.T, mode string, size int, deadline time.Duration) *Pool {
	t.Helper()
	p := NewPool([]string{os.Args[0]}, []string{modeVariable + "=" + mode}, size, deadline)
	t.Cleanup(p.Close)
	return p
}

// patience is a deadline that no healthy child misses, even on a busy machine.
const patience = time.Minute

func ask(t *testing.T, p *Pool, op string) Response {
	t.Helper()
	r, err := p.Do(context.Background(), Request{Op: op})
	if err != nil {
		t.Fatalf("%s: %v", op, err)
	}
	return r
}

func TestEcho(t *testing.T) {
	p := newPool(t, "serve", 1, patience)
	data := bytes.Repeat([]byte("0123456789"), 300_000)
	r, err := p.Do(context.Background(), Request{Op: "echo", Name: "a.pdf", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if r.Text != string(data) || len(r.Document.Blocks) != 1 || r.Document.Blocks[0].Text != "a.pdf" || r.Document.Blocks[0].Cell.Row != 1 {
		t.Errorf("the request did not come back whole: %d bytes, %+v", len(r.Text), r.Document)
	}
}

func TestChildStaysAlive(t *testing.T) {
	p := newPool(t, "serve", 1, patience)
	first := ask(t, p, "pid").Text
	if r := ask(t, p, "panic"); r.Skip == nil || r.Skip.Reason != corpus.ReasonBroken || !strings.Contains(r.Skip.Detail, "bad file") {
		t.Errorf("a panic gave %+v", r.Skip)
	}
	if r := ask(t, p, "much"); r.Skip == nil || r.Skip.Reason != corpus.ReasonTooLarge {
		t.Errorf("too large a response gave %+v", r.Skip)
	}
	if r := ask(t, p, "skip"); r.Skip == nil || r.Skip.Reason != corpus.ReasonPassword {
		t.Errorf("a skip came back as %+v", r.Skip)
	}
	ask(t, p, "chatter")
	if now := ask(t, p, "pid").Text; now != first {
		t.Errorf("child %s was replaced by %s", first, now)
	}
}

func TestDeaths(t *testing.T) {
	for _, c := range []struct {
		op   string
		want corpus.Reason
	}{
		{"exit", corpus.ReasonBroken},
		{"memory", corpus.ReasonMemory},
		{"deep", corpus.ReasonBroken},
	} {
		t.Run(c.op, func(t *testing.T) {
			p := newPool(t, "serve", 1, patience)
			ask(t, p, "pid")
			_, err := p.Do(context.Background(), Request{Op: c.op})
			var skip *block.SkipError
			if !errors.As(err, &skip) || skip.Reason != c.want {
				t.Fatalf("got %v, want reason %s", err, c.want)
			}
			ask(t, p, "pid") // the pool has a new child
		})
	}
}

func TestDeadline(t *testing.T) {
	for _, mode := range []string{"serve", "deaf"} {
		t.Run(mode, func(t *testing.T) {
			p := newPool(t, mode, 1, 500*time.Millisecond)
			start := time.Now()
			_, err := p.Do(context.Background(), Request{Op: "hang", Data: make([]byte, 1<<20)})
			var skip *block.SkipError
			if !errors.As(err, &skip) || skip.Reason != corpus.ReasonTimeout {
				t.Fatalf("got %v, want a timeout", err)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("a deadline of half a second took %v", took)
			}
		})
	}
}

func TestNoise(t *testing.T) {
	p := newPool(t, "noise", 1, patience)
	_, err := p.Do(context.Background(), Request{Op: "pid"})
	var skip *block.SkipError
	if !errors.As(err, &skip) || skip.Reason != corpus.ReasonBroken {
		t.Fatalf("a child that talks nonsense gave %v", err)
	}
}

func TestLastResponse(t *testing.T) {
	p := newPool(t, "last", 1, patience)
	first, second := ask(t, p, "pid").Text, ask(t, p, "pid").Text
	if first == second {
		t.Errorf("child %s was used again after it said that it ends", first)
	}
}

func TestCancel(t *testing.T) {
	p := newPool(t, "serve", 1, patience)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := p.Do(ctx, Request{Op: "hang"}); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want the context's error", err)
	}
	ask(t, p, "pid")
}

func TestWaitForChild(t *testing.T) {
	p := newPool(t, "serve", 2, patience)
	var wg sync.WaitGroup
	pids := make([]string, 12)
	for i := range pids {
		wg.Go(func() {
			if r, err := p.Do(context.Background(), Request{Op: "pid"}); err == nil {
				pids[i] = r.Text
			}
		})
	}
	wg.Wait()
	distinct := map[string]bool{}
	for i, pid := range pids {
		if pid == "" {
			t.Errorf("request %d failed", i)
		}
		distinct[pid] = true
	}
	if len(distinct) > 2 {
		t.Errorf("a pool of two used %d children", len(distinct))
	}
}

func TestClose(t *testing.T) {
	p := newPool(t, "serve", 1, patience)
	ask(t, p, "pid")
	failed := make(chan error, 1)
	go func() {
		_, err := p.Do(context.Background(), Request{Op: "hang"})
		failed <- err
	}()
	time.Sleep(100 * time.Millisecond)
	p.Close()
	if err := <-failed; err == nil {
		t.Error("a request outlived its pool")
	}
	if _, err := p.Do(context.Background(), Request{Op: "pid"}); err == nil {
		t.Error("a closed pool answered")
	}
}

func TestNoProgram(t *testing.T) {
	p := NewPool([]string{"/no/such/program"}, nil, 1, patience)
	defer p.Close()
	_, err := p.Do(context.Background(), Request{})
	var skip *block.SkipError
	if err == nil || errors.As(err, &skip) {
		t.Errorf("a missing program gave %v; it is no file's fault", err)
	}
}
