// Command rapporteur reads what Member States submit to an ITU Council Working
// Group, finds what each of them says on each theme of Council Resolution 1305
// and writes the comparison that a rapporteur needs before Council.
//
// There is one file for each subcommand: a constructor, the options that own
// its flags, and a run function that tests can call. Commands return errors;
// only this file knows exit statuses. Results go to standard output, progress
// and warnings to standard error.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
)

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitGaps   = 3 // done, but some files were not read, or verification found faults
)

// errGaps is returned by a command that did its work and found gaps, which it
// has reported.
var errGaps = errors.New("done with gaps")

// app is the program without its process: tests give it other streams.
type app struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	// worker is the command line that starts a child which reads files.
	worker []string
}

func main() { os.Exit(run()) }

// run is main with an exit status instead of an exit.
func run() int {
	if isWorker(os.Args) {
		return serveWorker()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, worker: workerCommand()}
	return a.exit(a.root().ExecuteContext(ctx))
}

// exit reports an error and gives its status.
func (a *app) exit(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errGaps):
		return exitGaps
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.err, "rapporteur: interrupted; what was acknowledged is kept")
		return exitFailed
	}
	fmt.Fprintf(a.err, "rapporteur: %s\n", strings.TrimSpace(err.Error()))
	if corpus.ErrorCode(err) == corpus.CodeUsage || isCobraUsage(err) {
		return exitUsage
	}
	return exitFailed
}

// usageError marks what cobra finds wrong with a command line.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func isCobraUsage(err error) bool {
	var u usageError
	return errors.As(err, &u) || strings.HasPrefix(err.Error(), "unknown command")
}

// root builds the command tree.
func (a *app) root() *cobra.Command {
	var o globalOptions
	root := &cobra.Command{
		Use:   "rapporteur",
		Short: "Read, compare and cite contributions to an ITU Council Working Group",
		Long: `rapporteur reads contributions (PDF, Word, text, six languages), tags every
passage against the 12 themes of Council Resolution 1305, and writes comparison
reports in which every sentence leads back to a paragraph of a document.

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done with gaps (some files were
not read, or verify found faults).`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	o.addFlags(root, a.getenv)
	root.AddCommand(
		newDemo(a, &o), newInit(a, &o), newIngest(a, &o), newStatus(a, &o), newList(a, &o), newShow(a, &o),
		newSearch(a, &o), newExtract(a, &o), newTag(a, &o), newCompare(a, &o), newReport(a, &o), newVerify(a, &o),
		newReview(a, &o), newTrain(a, &o), newExport(a, &o), newEval(a, &o), newCodebook(a, &o), newReindex(a, &o), newServe(a, &o), newUsers(a, &o), newDoctor(a, &o), newVersion(a), newMan(a),
	)
	for _, c := range root.Commands() {
		wrapArgs(c)
	}
	return root
}

// wrapArgs makes a wrong number of arguments a usage error, at every depth.
func wrapArgs(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(cmd *cobra.Command, args []string) error {
			if err := check(cmd, args); err != nil {
				return usageError{fmt.Errorf("%s: %w; see %q", cmd.CommandPath(), err, cmd.CommandPath()+" --help")}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		wrapArgs(sub)
	}
}
