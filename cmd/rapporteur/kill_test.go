package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestKill kills an ingest three times; `make kill` does it ten times.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("kills take some seconds")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// Under this name the test binary is the program: see TestMain.
	program := filepath.Join(t.TempDir(), "rapporteur")
	if err := os.Symlink(exe, program); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("bash", filepath.Join("testdata", "kill.sh"), program, "3").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}
