package owner

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// maxAsking is how many are answered at a time; more wait.
const maxAsking = 16

// Desk is what the owner of an index does for others. Its methods are called
// from several goroutines.
type Desk interface {
	Search(ctx context.Context, q corpus.Query) (corpus.Result, error)
	// Refresh brings the index level with the store.
	Refresh(ctx context.Context) error
	VerifyIndex(ctx context.Context) ([]store.Fault, error)
}

// server answers on a socket.
type server struct {
	desk     Desk
	listener net.Listener
	path     string
	stop     context.CancelFunc
	asking   sync.WaitGroup
}

// Serve begins to answer others, until the claim is closed.
func (c *Claim) Serve(d Desk) error {
	l, err := listen(c.dir)
	if err != nil {
		return fmt.Errorf("answer other processes: %w", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	c.server = &server{desk: d, listener: l, path: filepath.Join(c.dir, socketName), stop: stop}
	c.server.asking.Go(func() { c.server.accept(ctx) })
	return nil
}

// listen makes the socket in a folder that only this user can enter, and puts
// it in its place once its mode is right, over one that a killed owner left.
func listen(dir string) (l net.Listener, err error) {
	err = within(dir, func(short string) error {
		private, err := os.MkdirTemp(short, ".owner-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(private)
		path := filepath.Join(private, "s")
		made, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
		if err != nil {
			return err
		}
		made.SetUnlinkOnClose(false)
		if err := errors.Join(os.Chmod(path, 0o600), os.Rename(path, filepath.Join(short, socketName))); err != nil {
			return errors.Join(err, made.Close())
		}
		l = made
		return nil
	})
	return l, err
}

// accept takes connections until the socket is closed.
func (s *server) accept(ctx context.Context) {
	places := make(chan struct{}, maxAsking)
	for {
		conn, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			time.Sleep(10 * time.Millisecond) // out of file descriptors, most likely
			continue
		}
		places <- struct{}{}
		s.asking.Go(func() {
			defer func() { <-places }()
			s.converse(ctx, conn)
		})
	}
}

// close ends the answering. Who is waiting for an answer is told to ask again.
func (s *server) close() error {
	err := errors.Join(os.Remove(s.path), s.listener.Close())
	s.stop()
	s.asking.Wait()
	return err
}

// converse reads a question and writes its answer. Errors of the connection
// are the other side's to see.
func (s *server) converse(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	if deadline(conn, readWait) != nil {
		return
	}
	var q question
	err := receive(conn, &q, maxQuestion)
	if err != nil {
		err = corpus.Errorf(corpus.CodeUsage, "the owner of the index cannot read the question, which may be of another version of this program: %w", err)
	}
	var a answer
	if err == nil {
		a, err = s.answer(ctx, conn, q)
	}
	if ctx.Err() != nil {
		return // closing: the one who asks finds nobody, and tries again
	}
	a.Error = faultOf(err)
	if deadline(conn, writeWait) != nil {
		return
	}
	if err := send(conn, a, maxAnswer); corpus.ErrorCode(err) == corpus.CodeUsage {
		_ = send(conn, answer{Error: faultOf(err)}, maxAnswer)
	}
}

// answer does what is asked, and stops where nobody waits for it any more.
func (s *server) answer(ctx context.Context, conn net.Conn, q question) (a answer, err error) {
	if q.Protocol != protocol {
		return a, corpus.Errorf(corpus.CodeUsage,
			"the search index is in use by PID %d, which is another version of this program: stop it first", os.Getpid())
	}
	ctx, cancel := context.WithTimeout(ctx, workWait)
	defer cancel()
	if err := deadline(conn, workWait); err != nil {
		return a, err
	}
	go func() {
		// Nothing more is sent: what ends this read is the other side's going.
		_, _ = conn.Read(make([]byte, 1))
		cancel()
	}()
	switch q.Ask {
	case askSearch:
		a.Result, err = s.desk.Search(ctx, q.Query)
	case askRefresh:
		err = s.desk.Refresh(ctx)
	case askVerify:
		a.Faults, err = s.desk.VerifyIndex(ctx)
	default:
		err = corpus.Errorf(corpus.CodeUsage, "%q is nothing that can be asked", q.Ask)
	}
	return a, err
}
