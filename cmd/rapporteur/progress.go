package main

import (
	"fmt"
	"time"

	"rapporteur/corpus"
)

// Manners of progress: with --json each file is a line on standard output; on
// a terminal one line on standard error is rewritten; in a pipe nothing is
// said, for the ledger at the end says all.

// reporter gives the function that is called after each of n files.
func (a *app) reporter(asJSON bool, n int) func(corpus.LedgerLine) {
	if asJSON {
		return func(line corpus.LedgerLine) { _ = writeLine(a.out, line) }
	}
	if !isTerminal(a.err) {
		return nil
	}
	started := time.Now()
	files, unread := 0, 0
	return func(line corpus.LedgerLine) {
		files++
		if line.Status == corpus.FileNotRead || line.Status == corpus.FileFailed {
			unread++
		}
		spent := time.Since(started)
		left := time.Duration(float64(spent) / float64(files) * float64(n-files)).Round(time.Second)
		fmt.Fprintf(a.err, "\r\x1b[K%d of %d files, %.1f a second, %s left, %d unread",
			files, n, float64(files)/spent.Seconds(), left, unread)
		if files == n {
			fmt.Fprint(a.err, "\r\x1b[K")
		}
	}
}
