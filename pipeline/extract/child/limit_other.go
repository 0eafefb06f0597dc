//go:build !linux

package child

import (
	"os"
	"os/exec"
)

// limitAddressSpace does nothing here: the deadline is what stops a child.
func limitAddressSpace(uint64) error { return nil }

// residentSize is unknown here.
func residentSize() uint64 { return 0 }

// tie does nothing here: a child ends when its standard input does.
func tie(*exec.Cmd) {}

// slay kills the child.
func slay(p *os.Process) { _ = p.Kill() }
