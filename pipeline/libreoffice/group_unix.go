//go:build unix

package libreoffice

import (
	"os/exec"
	"syscall"
)

// ownGroup starts a command in a process group of its own, and ends the whole
// group when its time is up: LibreOffice works in a child of what is started.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
