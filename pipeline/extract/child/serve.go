package child

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const (
	// addressSpace is what a child may map beyond what it has mapped when it
	// starts. The WebAssembly runtime fails below 3 GiB.
	addressSpace = 6 << 30
	// heapLimit makes the collector work harder above it; it stops nothing.
	heapLimit = 768 << 20
	// restBytes is the resident size above which a child is not used again.
	restBytes = 1 << 30
	// maxStack ends endless recursion early.
	maxStack = 256 << 20
)

// Handler does the work of one request. It may panic: the panic becomes a
// response, and the child carries on.
type Handler func(Request) Response

// Serve answers the requests that come in on r until r ends, which is how a
// parent dismisses its children. It limits the memory of its own process, so a
// process that serves is good for nothing else. It returns nil where r ended, or
// where the process has grown so large that its parent had better start another.
func Serve(r io.Reader, w io.Writer, h Handler) error {
	if err := limitAddressSpace(addressSpace); err != nil {
		return fmt.Errorf("limit the child's memory: %w", err)
	}
	debug.SetMemoryLimit(heapLimit)
	debug.SetMaxStack(maxStack)
	in := bufio.NewReaderSize(r, 64<<10)
	for {
		var q Request
		_, bulk, err := readFrame(in, &q)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read request: %w", err)
		}
		q.Data = bulk
		last, err := respond(w, answer(h, q))
		if err != nil || last {
			return err
		}
	}
}

// answer runs the handler and turns its panic into a response.
func answer(h Handler, q Request) (p Response) {
	defer func() {
		if v := recover(); v != nil {
			p = Response{Skip: &block.SkipError{
				Reason: corpus.ReasonBroken,
				Detail: fmt.Sprintf("the file breaks its reader (%.200v); open and save it again in the program that made it", v),
			}}
		}
	}()
	return h(q)
}

// respond sends p, or says that it is too large to send, and reports whether
// this process should end.
func respond(w io.Writer, p Response) (last bool, err error) {
	var flags byte
	if residentSize() > restBytes {
		flags = flagLast
	}
	err = writeFrame(w, flags, p, nil)
	if errors.Is(err, errFrame) {
		p = Response{Skip: &block.SkipError{
			Reason: corpus.ReasonTooLarge,
			Detail: "the file holds more text than can be handled; split it",
		}}
		err = writeFrame(w, flags, p, nil)
	}
	return flags == flagLast, err
}
