package child

import (
	"strings"
	"sync"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// tailBytes is how much of each end of a child's standard error is kept: the Go
// runtime says why it dies first, and what it did last.
const tailBytes = 4 << 10

// tail keeps the first and the last bytes written to it. It never fails, so
// that a child is never stopped by its own chatter.
type tail struct {
	mu         sync.Mutex
	head, last []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(p)
	if room := tailBytes - len(t.head); room > 0 {
		k := min(room, len(p))
		t.head = append(t.head, p[:k]...)
		p = p[k:]
	}
	if len(p) > tailBytes {
		p = p[len(p)-tailBytes:]
	}
	t.last = append(t.last, p...)
	if over := len(t.last) - tailBytes; over > 0 {
		t.last = append(t.last[:0], t.last[over:]...)
	}
	return n, nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.head) + string(t.last)
}

// memorySigns are the last words of a process that ran out of memory: the Go
// runtime's, the C library's, the race detector's.
var memorySigns = []string{
	"out of memory", "cannot allocate memory", "failed to create new OS thread",
	"pthread_create failed", "mmap failed", "failed to allocate",
}

// autopsy says why a child died. Killed is set where something other than us
// sent it a signal that cannot be caught, as the kernel does when memory is short.
func autopsy(words string, killed bool) *block.SkipError {
	for _, sign := range memorySigns {
		if strings.Contains(words, sign) {
			return outOfMemory()
		}
	}
	if killed {
		return outOfMemory()
	}
	return &block.SkipError{
		Reason: corpus.ReasonBroken,
		Detail: "the file ends the process that reads it; open and save it again in the program that made it",
	}
}

func outOfMemory() *block.SkipError {
	return &block.SkipError{
		Reason: corpus.ReasonMemory,
		Detail: "reading the file needs more memory than a reader may have; open and save it again, or split it",
	}
}
