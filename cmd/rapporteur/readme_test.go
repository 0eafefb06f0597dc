package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// consoleBlock is a piece of README that shows a command and what it prints.
var consoleBlock = regexp.MustCompile("(?s)```console\n\\$ rapporteur ([^\n]*)\n(.*?)```")

// seconds differ from run to run.
var seconds = regexp.MustCompile(`in \d+\.\d s`)

// TestReadme runs every command that README shows, in a folder with the demo,
// and compares what it prints; with -update README gets the truth.
func TestReadme(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if runLine(t, "demo "+demoDir) == "" {
		t.Fatal("the demo printed nothing")
	}
	blocks := 0
	told := consoleBlock.ReplaceAllFunc(readme, func(block []byte) []byte {
		blocks++
		m := consoleBlock.FindSubmatch(block)
		line, want := string(m[1]), string(m[2])
		got := shortened(runLine(t, line), want)
		if seconds.ReplaceAllString(got, "in N s") == seconds.ReplaceAllString(want, "in N s") {
			return block
		}
		if !*update {
			t.Errorf("README says of %q:\n%s\nand it prints:\n%s", line, want, got)
		}
		return []byte("```console\n$ rapporteur " + line + "\n" + got + "```")
	})
	if blocks < 10 {
		t.Errorf("README shows %d commands, fewer than ten", blocks)
	}
	if *update && !bytes.Equal(told, readme) {
		if err := os.WriteFile(filepath.Join(originalDir(t), path), told, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// originalDir is this package's folder, whatever the working folder is now.
func originalDir(t *testing.T) string {
	t.Helper()
	if here == "" {
		t.Fatal("the test's folder is not known")
	}
	return here
}

// here is where the tests were started.
var here, _ = os.Getwd()

// shortened cuts an output where README does: at a line that is only "…".
func shortened(got, want string) string {
	lines := strings.Split(strings.TrimSuffix(want, "\n"), "\n")
	if lines[len(lines)-1] != "…" {
		return got
	}
	printed := strings.SplitAfter(got, "\n")
	return strings.Join(printed[:min(len(printed), len(lines)-1)], "") + "…\n"
}

// runLine runs a command line as a shell would split it, and gives what it
// prints on standard output.
func runLine(t *testing.T, line string) string {
	t.Helper()
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: io.Discard, getenv: os.Getenv, worker: workerCommand()}
	root := a.root()
	root.SetArgs(splitLine(line))
	if err := root.ExecuteContext(context.Background()); err != nil && err != errGaps {
		t.Errorf("rapporteur %s: %v", line, err)
	}
	return out.String()
}

// splitLine splits at spaces outside single quotes.
func splitLine(line string) []string {
	var args []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			args = append(args, part)
			continue
		}
		args = append(args, strings.Fields(part)...)
	}
	return args
}
