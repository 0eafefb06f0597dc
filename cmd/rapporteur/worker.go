package main

import (
	"fmt"
	"os"

	"rapporteur/pipeline/extract"
)

// workerName is the hidden subcommand under which a child of this program
// reads files; a file can end such a child and nothing else.
const workerName = "read-worker"

// workerCommand starts a child of this very program.
func workerCommand() []string {
	exe, err := os.Executable()
	if err != nil {
		exe = os.Args[0]
	}
	return []string{exe, workerName}
}

func isWorker(args []string) bool { return len(args) == 2 && args[1] == workerName }

// serveWorker is main in a child.
func serveWorker() int {
	if err := extract.Serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFailed
	}
	return exitDone
}
