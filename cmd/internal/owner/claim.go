package owner

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// Names of the files in a workspace.
const (
	pidName    = "owner.pid"
	socketName = "owner.sock"
)

// Claim is the right to have a workspace's index open.
type Claim struct {
	dir string
	// file is locked; nil where a shared claim found none to lock.
	file   *os.File
	shared bool
	server *server
}

// Take takes the claim to the index of the workspace in dir. Where another
// process has it, that is [corpus.CodeBusy] with its PID.
func Take(dir string) (*Claim, error) {
	path := filepath.Join(dir, pidName)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("claim the search index: %w", err)
	}
	if err := claim(dir, f, false); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Truncate(0), write(f, strconv.Itoa(os.Getpid())+"\n")); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Claim{dir: dir, file: f}, nil
}

// Share takes a claim to read the index of a workspace that cannot be written,
// beside others who only read. Where a process writes it, that is
// [corpus.CodeBusy].
func Share(dir string) (*Claim, error) {
	f, err := os.Open(filepath.Join(dir, pidName))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return &Claim{dir: dir, shared: true}, nil // the index has a lock of its own
	}
	if err != nil {
		return nil, fmt.Errorf("claim the search index: %w", err)
	}
	if err := claim(dir, f, true); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Claim{dir: dir, file: f, shared: true}, nil
}

func claim(dir string, f *os.File, shared bool) error {
	free, err := lock(f, shared)
	if err == nil && !free {
		err = Busy(dir)
	}
	return err
}

func write(f *os.File, text string) error {
	_, err := f.WriteAt([]byte(text), 0)
	return err
}

// Close stops answering, waits for what is being answered, calls closing, which
// closes the index, and gives the claim back.
func (c *Claim) Close(closing func() error) error {
	var err error
	if c.server != nil {
		err = c.server.close()
	}
	err = errors.Join(err, closing())
	if c.file == nil {
		return err
	}
	if !c.shared {
		err = errors.Join(err, c.file.Truncate(0))
	}
	return errors.Join(err, c.file.Close())
}

// PID gives the process that has the claim, or had it when it was killed; 0
// where that is not known.
func PID(dir string) int {
	data, err := os.ReadFile(filepath.Join(dir, pidName))
	if err != nil || len(data) > 32 {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// Busy is the error that says who has the index.
func Busy(dir string) error {
	who := "another process"
	if pid := PID(dir); pid > 0 {
		who = fmt.Sprintf("PID %d", pid)
	}
	return corpus.Errorf(corpus.CodeBusy,
		"the search index of %s is in use by %s, which does not answer here: wait until it is done, or stop it", dir, who)
}
