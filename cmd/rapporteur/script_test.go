package main

import (
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestScripts runs testdata/script/*.txtar: each is a story of the command
// line, with its input files and what must come out.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			// The compiled reader of PDF is kept between scripts.
			cache, err := os.UserCacheDir()
			if err != nil {
				return err
			}
			e.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": statusCmd,
			"count":  countCmd,
			"bytes":  bytesCmd,
		},
	})
}

// statusCmd runs a command and checks its exit status: status 3 rapporteur …
func statusCmd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [args]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		var exit interface{ ExitCode() int }
		ok := false
		if exit, ok = err.(interface{ ExitCode() int }); !ok {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit status %d, want %s\n%s", got, args[0], ts.ReadFile("stderr"))
	}
}

// countCmd counts the matches of a pattern in a file: count N pattern file.
func countCmd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: count N pattern file")
	}
	re, err := regexp.Compile(args[1])
	ts.Check(err)
	if got := len(re.FindAllString(ts.ReadFile(args[2]), -1)); fmt.Sprint(got) != args[0] {
		ts.Fatalf("%q stands %d times in %s, want %s", args[1], got, args[2], args[0])
	}
}

// bytesCmd writes a file of bytes given in base 16: bytes file 89504e47.
func bytesCmd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file hex")
	}
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}
