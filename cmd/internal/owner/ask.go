package owner

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// ErrNobody says that no process answers for the index: it may be opened. An
// owner that is just closing gives it too.
var ErrNobody = errors.New("nobody answers for the search index")

// Search asks the owner of the index of the workspace in dir.
func Search(ctx context.Context, dir string, q corpus.Query) (corpus.Result, error) {
	a, err := ask(ctx, dir, question{Ask: askSearch, Query: q})
	return a.Result, err
}

// Refresh asks the owner to take in what the store has and the index has not.
// When it returns nil that is done.
func Refresh(ctx context.Context, dir string) error {
	_, err := ask(ctx, dir, question{Ask: askRefresh})
	return err
}

// VerifyIndex asks the owner to compare its index with the store.
func VerifyIndex(ctx context.Context, dir string) ([]store.Fault, error) {
	a, err := ask(ctx, dir, question{Ask: askVerify})
	return a.Faults, err
}

// ask sends a question and waits for the answer.
func ask(ctx context.Context, dir string, q question) (a answer, err error) {
	q.Protocol = protocol
	conn, err := dial(ctx, dir)
	if err != nil {
		return a, err
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	if err := deadline(conn, workWait+writeWait); err != nil {
		return a, err
	}
	if err = send(conn, q, maxQuestion); err == nil {
		err = receive(conn, &a, maxAnswer)
	}
	var slow net.Error
	switch {
	case ctx.Err() != nil:
		return a, ctx.Err()
	case errors.As(err, &slow) && slow.Timeout():
		return a, Busy(dir)
	case corpus.ErrorCode(err) == corpus.CodeUsage:
		return a, err
	case err != nil:
		return a, fmt.Errorf("%w: %w", ErrNobody, err) // it died, or closed, while it was asked
	}
	return a, a.Error.err()
}

// dial connects to the owner.
func dial(ctx context.Context, dir string) (conn net.Conn, err error) {
	err = within(dir, func(short string) error {
		d := net.Dialer{Timeout: dialWait}
		conn, err = d.DialContext(ctx, "unix", filepath.Join(short, socketName))
		return err
	})
	switch {
	case err == nil:
		return conn, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, fs.ErrPermission):
		return nil, ErrNobody // a socket of another user may be in use or not: the claim tells
	case errors.Is(err, syscall.EAGAIN), os.IsTimeout(err):
		return nil, Busy(dir)
	}
	return nil, fmt.Errorf("ask the owner of the search index: %w", err)
}
