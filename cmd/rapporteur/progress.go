package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"rapporteur/corpus"
)

// Manners of progress: with --json each file is a line on standard output; on
// a terminal one line on standard error is rewritten, in colour unless NO_COLOR
// is set; in a pipe nothing is said, for the ledger at the end says all.

// reporter gives the function that is called after each of n files.
func (a *app) reporter(asJSON bool, n int) func(corpus.LedgerLine) {
	if asJSON {
		return func(line corpus.LedgerLine) { _ = writeLine(a.out, line) }
	}
	if !isTerminal(a.err) || a.getenv("TERM") == "dumb" {
		return nil
	}
	p := progress{total: n, colour: a.getenv("NO_COLOR") == ""}
	started := time.Now()
	fmt.Fprint(a.err, "\r"+p.line(0, widthOf(a.err)))
	return func(line corpus.LedgerLine) {
		p.add(line)
		if p.files == n {
			fmt.Fprint(a.err, "\r\x1b[K")
			return
		}
		fmt.Fprint(a.err, "\r\x1b[K"+p.line(time.Since(started), widthOf(a.err)))
	}
}

// progress counts what a job has done so far.
type progress struct {
	total, files, pages, unread int
	colour                      bool
}

func (p *progress) add(line corpus.LedgerLine) {
	p.files++
	p.pages += line.Pages
	if line.Status == corpus.FileNotRead || line.Status == corpus.FileFailed {
		p.unread++
	}
}

// barWidth is that of the bar between its brackets, in characters.
const barWidth = 20

// line draws the bar for a terminal of so many columns: what is done of how
// many files, pages where the formats have some, the rate, the time that is
// left at this rate, and what could not be read.
func (p *progress) line(spent time.Duration, columns int) string {
	full := barWidth * p.files / max(p.total, 1)
	bar := strings.Repeat("#", full) + strings.Repeat(".", barWidth-full)
	text := fmt.Sprintf(" %d/%d files", p.files, p.total)
	if p.pages > 0 {
		text += fmt.Sprintf(", %s", plural(p.pages, "page", "pages"))
	}
	if seconds := spent.Seconds(); p.files > 0 && seconds > 0 {
		left := time.Duration(float64(spent) / float64(p.files) * float64(p.total-p.files)).Round(time.Second)
		text += fmt.Sprintf(", %.1f files/s, %s left", float64(p.files)/seconds, left)
	}
	unread := fmt.Sprintf(", %d unread", p.unread)
	if room := columns - barWidth - 3; columns > 0 && len(text)+len(unread) > room {
		text, unread = (text + unread)[:max(room, 0)], ""
	}
	if !p.colour {
		return "[" + bar + "]" + text + unread
	}
	if p.unread > 0 && unread != "" {
		unread = ", \x1b[31m" + unread[2:] + "\x1b[0m"
	}
	return "[\x1b[32m" + bar[:full] + "\x1b[0m" + bar[full:] + "]" + text + unread
}

// widthOf is a terminal's width in columns, 0 where it does not tell.
func widthOf(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}
