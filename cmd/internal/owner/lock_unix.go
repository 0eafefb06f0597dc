//go:build unix

package owner

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a lock on a file unless another process has one that excludes it.
func lock(f *os.File, shared bool) (free bool, err error) {
	how := syscall.LOCK_EX
	if shared {
		how = syscall.LOCK_SH
	}
	err = syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}
