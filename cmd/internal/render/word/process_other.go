//go:build !unix

package word

import "os/exec"

// ownGroup has no process groups to use here: only the command itself is ended.
func ownGroup(*exec.Cmd) {}
