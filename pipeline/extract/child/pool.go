package child

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// defaultDeadline bounds a request where the caller of [NewPool] gave none.
const defaultDeadline = 30 * time.Second

// Pool is a set of child processes that run one command. It starts them when
// they are needed. It is safe for concurrent use.
type Pool struct {
	command  []string
	env      []string
	deadline time.Duration
	// slots holds one entry per child that may run: the child, or nil where
	// none has been started or the last one died.
	slots chan *process
	done  chan struct{}
	close sync.Once
}

// NewPool makes a pool of at most size children that each run command, a
// program and its arguments, with env added to this process's environment. A
// request that takes longer than deadline costs its child's life; 0 means 30
// seconds.
func NewPool(command []string, env []string, size int, deadline time.Duration) *Pool {
	if size < 1 {
		size = 1
	}
	if deadline <= 0 {
		deadline = defaultDeadline
	}
	p := &Pool{
		command: command, env: env, deadline: deadline,
		slots: make(chan *process, size), done: make(chan struct{}),
	}
	for range size {
		p.slots <- nil
	}
	return p
}

var errClosed = errors.New("the pool of readers is closed")

// Do has a child answer q. It waits for a free child as long as ctx lasts, and
// from then on no longer than the pool's deadline. Its error is a
// [block.SkipError] where q's file is to blame: reason timeout, memory or
// broken. Other errors are ctx's, or say that no child could be started.
func (p *Pool) Do(ctx context.Context, q Request) (Response, error) {
	if err := ctx.Err(); err != nil {
		return Response{}, err
	}
	var c *process
	select {
	case <-ctx.Done():
		return Response{}, ctx.Err()
	case <-p.done:
		return Response{}, errClosed
	case c = <-p.slots:
	}
	r, c, err := p.serve(ctx, c, q)
	select {
	case <-p.done:
		c.dismiss()
		c = nil
	default:
	}
	p.slots <- c
	return r, err
}

// serve tries the child c, or a new one where c is nil, and gives back the child
// to keep. A child that had served others may have died of what they left
// behind, so its request gets a second chance in a fresh one.
func (p *Pool) serve(ctx context.Context, c *process, q Request) (Response, *process, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, p.deadline, errDeadline)
	defer cancel()
	for {
		if c == nil {
			var err error
			if c, err = start(p.command, p.env); err != nil {
				return Response{}, nil, fmt.Errorf("start a reader: %w", err)
			}
		}
		r, err := c.ask(ctx, p.done, q)
		switch {
		case err == nil && !c.last:
			return r, c, nil
		case err == nil:
			c.dismiss()
			return r, nil, nil
		}
		used := c.served > 0
		skip := c.bury()
		c = nil
		if ctx.Err() != nil {
			return Response{}, nil, p.late(ctx)
		}
		if p.closed() {
			return Response{}, nil, errClosed
		}
		if !used {
			return Response{}, nil, skip
		}
	}
}

var errDeadline = errors.New("deadline of the request")

// late says whose time was up: the file's or the caller's.
func (p *Pool) late(ctx context.Context) error {
	if !errors.Is(context.Cause(ctx), errDeadline) {
		return ctx.Err()
	}
	return &block.SkipError{
		Reason: corpus.ReasonTimeout,
		Detail: fmt.Sprintf("reading the file takes longer than %v; open and save it again, or split it", p.deadline),
	}
}

func (p *Pool) closed() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// Close ends the children. Requests under way fail.
func (p *Pool) Close() {
	p.close.Do(func() {
		close(p.done)
		for range cap(p.slots) {
			c := <-p.slots
			c.dismiss()
		}
	})
}
