//go:build !unix

package libreoffice

import "os/exec"

// ownGroup does nothing here: there are no process groups to end.
func ownGroup(*exec.Cmd) {}
