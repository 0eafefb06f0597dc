package child

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"

	"rapporteur/pipeline/extract/block"
)

// grace is how long a dismissed child may take to end before it is killed.
const grace = 2 * time.Second

// process is one child. A nil process is none.
type process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	errs   tail
	gone   chan struct{} // closed when the child has ended
	served int           // requests answered
	last   bool          // it said that it ends now
}

// start runs the command. The fork happens on a goroutine of its own: a child
// that is tied to its parent is tied to the thread that made it, and the
// caller's thread may be locked and short-lived.
func start(command, env []string) (*process, error) {
	if len(command) == 0 {
		return nil, errors.New("no command")
	}
	c := &process{gone: make(chan struct{})}
	c.cmd = exec.Command(command[0], command[1:]...)
	c.cmd.Env = append(os.Environ(), env...)
	c.cmd.Stderr = &c.errs
	c.cmd.WaitDelay = grace
	tie(c.cmd)
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.cmd.Stdout = w
	c.out = bufio.NewReaderSize(out, 64<<10)
	started := make(chan error)
	go func() {
		err := c.cmd.Start()
		_ = w.Close()
		started <- err
		if err == nil {
			_ = c.cmd.Wait()
		}
		close(c.gone)
	}()
	if err := <-started; err != nil {
		_ = out.Close()
		return nil, err
	}
	go func() {
		<-c.gone
		// Whatever still holds the other end, nobody waits for it.
		time.AfterFunc(grace, func() { _ = out.Close() })
	}()
	return c, nil
}

// ask sends q and waits for the answer, for ctx's end or for stop. After an
// error the child is of no more use.
func (c *process) ask(ctx context.Context, stop <-chan struct{}, q Request) (Response, error) {
	bulk := q.Data
	q.Data = nil
	over, watched := make(chan struct{}), make(chan struct{})
	// The watch has ended before the caller cancels ctx, which would kill a child
	// that has done its work.
	defer func() {
		close(over)
		<-watched
	}()
	go func() {
		defer close(watched)
		select {
		case <-over:
		case <-ctx.Done():
			slay(c.cmd.Process)
		case <-stop:
			slay(c.cmd.Process)
		}
	}()
	var r Response
	if err := writeFrame(c.in, 0, q, bulk); err != nil {
		return r, err
	}
	flags, _, err := readFrame(c.out, &r)
	if err != nil {
		return r, err
	}
	c.served++
	c.last = flags&flagLast != 0
	return r, nil
}

// bury waits for the end of a child that failed and says what it died of.
func (c *process) bury() *block.SkipError {
	_ = c.in.Close()
	killed := false
	select {
	case <-c.gone:
		s, ok := c.cmd.ProcessState.Sys().(syscall.WaitStatus)
		killed = ok && s.Signaled() && s.Signal() == syscall.SIGKILL
	case <-time.After(grace):
		slay(c.cmd.Process)
		<-c.gone
	}
	return autopsy(c.errs.String(), killed)
}

// dismiss ends a child that is no longer wanted.
func (c *process) dismiss() {
	if c == nil {
		return
	}
	_ = c.in.Close()
	select {
	case <-c.gone:
	case <-time.After(grace):
		slay(c.cmd.Process)
		<-c.gone
	}
}
