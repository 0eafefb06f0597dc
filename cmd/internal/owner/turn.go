package owner

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"rapporteur/corpus"
)

const (
	turnName = "turn.lock"
	// turnWait is how long a process waits for its turn: far longer than any
	// document takes to be saved.
	turnWait = 2 * time.Minute
	turnPoll = 3 * time.Millisecond
)

// Turn waits until no other process has the turn to give documents their place
// in the corpus of the workspace in dir. The caller has it until it calls end,
// or is killed.
func Turn(ctx context.Context, dir string) (end func() error, err error) {
	f, err := os.OpenFile(filepath.Join(dir, turnName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("wait for a turn to save: %w", err)
	}
	for start := time.Now(); ; {
		free, err := lock(f, false)
		if free && err == nil {
			return f.Close, nil
		}
		if err == nil && time.Since(start) > turnWait {
			err = corpus.Errorf(corpus.CodeBusy, "another process has been saving a document in %s for more than %s: stop it", dir, turnWait)
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(turnPoll):
		}
	}
}
