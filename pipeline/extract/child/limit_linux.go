package child

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// limitAddressSpace lets this process map at most more bytes beyond what it has
// mapped now. What it has now differs greatly: the race detector alone maps
// terabytes.
func limitAddressSpace(more uint64) error {
	limit := statm(0) + more
	old := unix.Rlimit{}
	if err := unix.Getrlimit(unix.RLIMIT_AS, &old); err != nil {
		return err
	}
	if old.Cur < limit {
		return nil
	}
	return unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: limit, Max: old.Max})
}

// residentSize is this process's resident memory in bytes, 0 where unknown.
func residentSize() uint64 { return statm(1) }

// statm reads a field of /proc/self/statm, in bytes; 0 where unknown.
func statm(field int) uint64 {
	raw, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(raw))
	if field >= len(fields) {
		return 0
	}
	pages, err := strconv.ParseUint(fields[field], 10, 64)
	if err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize())
}

// tie makes the child die with this process, and gives it a process group so
// that what it starts can be killed with it.
func tie(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// slay kills the child and what it started.
func slay(p *os.Process) {
	_ = unix.Kill(-p.Pid, unix.SIGKILL)
	_ = p.Kill()
}
