package owner

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// desk answers with what it was asked.
type desk struct {
	// slow, where set, is closed when an answer may be given.
	slow  chan struct{}
	asked chan corpus.Query
}

func (d desk) Search(ctx context.Context, q corpus.Query) (corpus.Result, error) {
	if d.asked != nil {
		d.asked <- q
	}
	if d.slow != nil {
		select {
		case <-d.slow:
		case <-ctx.Done():
			return corpus.Result{}, ctx.Err()
		}
	}
	if q.Text == "(" {
		return corpus.Result{}, corpus.Errorf(corpus.CodeUsage, "query, character 1")
	}
	return corpus.Result{Query: q.Text, Total: 3, Hits: []corpus.Hit{{ID: "A/1#1", Score: 0.1, Text: strings.Repeat("é", q.Limit)}}}, nil
}

func (desk) Refresh(context.Context) error { return nil }

func (desk) VerifyIndex(context.Context) ([]store.Fault, error) {
	return []store.Fault{{Where: "A/1#1", What: "differs"}}, nil
}

func serve(t *testing.T, dir string, d Desk) *Claim {
	t.Helper()
	c, err := Take(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Serve(d); err != nil {
		t.Fatal(err)
	}
	return c
}

func closed(t *testing.T, c *Claim) {
	t.Helper()
	if err := c.Close(func() error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestTheOwnerAnswers(t *testing.T) {
	ctx := context.Background()
	for name, dir := range map[string]string{"short": t.TempDir(), "long": filepath.Join(t.TempDir(), strings.Repeat("long/", 60))} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if _, err := Search(ctx, dir, corpus.Query{}); !errors.Is(err, ErrNobody) {
			t.Fatalf("%s: before there is an owner: %v", name, err)
		}
		c := serve(t, dir, desk{})
		q := corpus.Query{Text: "coût", Limit: 1000}
		want, _ := desk{}.Search(ctx, q)
		got, err := Search(ctx, dir, q)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v", name, got.Total, err)
		}
		if _, err := Search(ctx, dir, corpus.Query{Text: "("}); corpus.ErrorCode(err) != corpus.CodeUsage || err.Error() != "query, character 1" {
			t.Errorf("%s: an error comes over as %v", name, err)
		}
		if err := Refresh(ctx, dir); err != nil {
			t.Error(err)
		}
		if faults, err := VerifyIndex(ctx, dir); err != nil || len(faults) != 1 || faults[0].What != "differs" {
			t.Errorf("%s: faults %v, %v", name, faults, err)
		}
		if info, err := os.Stat(filepath.Join(dir, socketName)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: the socket has mode %v, %v", name, info.Mode(), err)
		}
		closed(t, c)
		if _, err := Search(ctx, dir, corpus.Query{}); !errors.Is(err, ErrNobody) {
			t.Errorf("%s: after the owner has gone: %v", name, err)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".owner-*")); len(left) > 0 {
			t.Errorf("%s: left behind: %v", name, left)
		}
	}
}

func TestThereIsOneOwner(t *testing.T) {
	dir := t.TempDir()
	c := serve(t, dir, desk{})
	_, err := Take(dir)
	if corpus.ErrorCode(err) != corpus.CodeBusy || !strings.Contains(err.Error(), fmt.Sprintf("in use by PID %d", os.Getpid())) {
		t.Errorf("a second claim: %v", err)
	}
	if _, err := Share(dir); corpus.ErrorCode(err) != corpus.CodeBusy {
		t.Errorf("a shared claim beside the owner: %v", err)
	}
	closed(t, c)
	a, errA := Share(dir)
	b, errB := Share(dir)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if _, err := Take(dir); corpus.ErrorCode(err) != corpus.CodeBusy || !strings.Contains(err.Error(), "another process") {
		t.Errorf("a claim beside readers: %v", err)
	}
	closed(t, a)
	closed(t, b)
	closed(t, serve(t, dir, desk{}))
}

// TestASocketThatNobodyListensTo is what a killed owner leaves.
func TestASocketThatNobodyListensTo(t *testing.T) {
	dir := t.TempDir()
	l, err := listen(dir)
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if _, err := os.Stat(filepath.Join(dir, socketName)); err != nil {
		t.Fatal(err)
	}
	if err := Refresh(context.Background(), dir); !errors.Is(err, ErrNobody) {
		t.Errorf("asked: %v", err)
	}
	c := serve(t, dir, desk{})
	if err := Refresh(context.Background(), dir); err != nil {
		t.Errorf("the next owner: %v", err)
	}
	closed(t, c)
}

func TestClosingWhileSomebodyAsks(t *testing.T) {
	dir, d := t.TempDir(), desk{slow: make(chan struct{}), asked: make(chan corpus.Query, 1)}
	c := serve(t, dir, d)
	got := make(chan error)
	go func() {
		_, err := Search(context.Background(), dir, corpus.Query{})
		got <- err
	}()
	<-d.asked
	closed(t, c)
	if err := <-got; !errors.Is(err, ErrNobody) {
		t.Errorf("who asks a closing owner sees %v", err)
	}
}

func TestWhoAsksMayGoAway(t *testing.T) {
	dir, d := t.TempDir(), desk{slow: make(chan struct{}), asked: make(chan corpus.Query, 1)}
	c := serve(t, dir, d)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-d.asked
		cancel()
	}()
	if _, err := Search(ctx, dir, corpus.Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	closed(t, c) // returns only once the answering has stopped
}

func TestStrangersOnTheSocket(t *testing.T) {
	dir := t.TempDir()
	c := serve(t, dir, desk{})
	for _, said := range []string{
		"", "\n", "GET / HTTP/1.1\r\n\r\n", `{"protocol":2,"ask":"search"}`, `{"protocol":1,"ask":"burn"}`,
		`{"protocol":1,"ask":"search","query":{"color":1}}`, strings.Repeat("[", 10000), `{"protocol":1,"ask":"` + strings.Repeat("x", maxQuestion),
	} {
		conn, err := net.Dial("unix", filepath.Join(dir, socketName))
		if err != nil {
			t.Fatal(err)
		}
		conn.SetDeadline(time.Now().Add(10 * time.Second))
		conn.Write([]byte(said)) // may fail, once the owner has read enough
		conn.(*net.UnixConn).CloseWrite()
		var a answer
		if err := receive(conn, &a, maxAnswer); err == nil && a.Error == nil {
			t.Errorf("%.40q is answered without an error", said)
		}
		conn.Close()
	}
	if _, err := Search(context.Background(), dir, corpus.Query{}); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	closed(t, c)
}

func TestTurnsFollowEachOther(t *testing.T) {
	dir := t.TempDir()
	end, err := Turn(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Turn(ctx, dir); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("two have the turn: %v", err)
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
	if end, err = Turn(context.Background(), dir); err != nil || end() != nil {
		t.Errorf("the next turn: %v", err)
	}
}

// FuzzReceive holds that no bytes from another process do harm.
func FuzzReceive(f *testing.F) {
	f.Add([]byte(`{"protocol":1,"ask":"search","query":{"text":"a","themes":[1]}}`))
	f.Add([]byte("{\"protocol\":1e400}\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var q question
		if receive(bytes.NewReader(data), &q, maxQuestion) != nil {
			return
		}
		var out bytes.Buffer
		if err := send(&out, q, 2*maxQuestion); err != nil {
			t.Fatal(err)
		}
		sent := out.String()
		var again question
		if err := receive(&out, &again, 2*maxQuestion); err != nil {
			t.Fatal(err)
		}
		if err := send(&out, again, 2*maxQuestion); err != nil || !strings.HasSuffix(sent, out.String()) {
			t.Fatalf("%s comes over as %s, %v", sent, out.String(), err)
		}
	})
}
