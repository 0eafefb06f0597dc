package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be three things: the tests, the program that
// the scripts call, and a child of it that reads files.
func TestMain(m *testing.M) {
	if isWorker(os.Args) {
		os.Exit(serveWorker())
	}
	testscript.Main(m, map[string]func(){
		"rapporteur": func() { os.Exit(run()) },
	})
}
