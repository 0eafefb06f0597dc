package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/web"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/extract"
)

type serveOptions struct {
	addr string
}

func newServe(a *app, g *globalOptions) *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "The analysts' pages, in a browser",
		Long: `Serves the pages: search, reading beside the original, comparing, deciding on
tags, bringing files in, building the report.

Without settings nobody needs to log in, and only this computer is served. For an
organisation "access" in rapporteur.yaml chooses who may come in ("rapporteur users"
keeps a users file, or an OpenID Connect provider says who somebody is), and the
certificate; only then is an address taken that others can reach.

An interrupt stops the pages and the job under way, which goes on at the next start.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return runServe(c.Context(), a, g, o) },
	}
	c.Flags().StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to answer on")
	return c
}

func runServe(ctx context.Context, a *app, g *globalOptions, o serveOptions) error {
	settings, err := workspace.ReadSettings(g.workspace)
	if err != nil {
		return err
	}
	if err := access.MayListen(o.addr, settings.Access); err != nil {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	if err := w.Refresh(ctx); err != nil { // here, and not in the first search
		return err
	}
	reader := extract.NewReader(a.worker, 1) // for the pictures of pages
	defer reader.Close()
	work := jobs.New(jobs.Options{Workspace: w, Worker: a.worker, Program: version, Log: a.warn, Build: buildReport(w)})
	var pages *web.Server
	doors, err := access.New(access.Config{
		Settings: settings.Access, Dir: w.Dir, Person: defaultReader(a.getenv), Log: a.warn,
		Deny: func(w http.ResponseWriter, r *http.Request, status int) { pages.Deny(w, r, status) },
	})
	if err != nil {
		return err
	}
	defer doors.Close()
	pages, err = web.New(web.Options{
		Workspace: w, Drawer: reader, Version: version, Log: slog.New(slog.NewTextHandler(a.err, nil)), Access: doors, Jobs: work,
	})
	if err != nil {
		return err
	}
	go pages.KeepWarm(ctx)
	return a.listen(ctx, o.addr, settings.Access, w.Dir, pages.Handler(), work)
}

// listen answers until ctx ends, with the jobs running beside.
func (a *app) listen(ctx context.Context, addr string, s workspace.Access, dir string, h http.Handler, work *jobs.Manager) error {
	secure, err := access.TLS(s, dir)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return corpus.Errorf(corpus.CodeBusy, "serve: %w: choose another address with --addr", err)
	}
	scheme := "http"
	if secure != nil {
		listener, scheme = tls.NewListener(listener, secure), "https"
	}
	fmt.Fprintf(a.out, "%s://%s\n", scheme, listener.Addr())
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	worked := make(chan error, 1)
	go func() {
		err := work.Run(ctx)
		stop() // without its jobs a server is none
		worked <- err
	}()
	err = web.Serve(ctx, web.HTTPServer(h), listener)
	stop()
	return errors.Join(err, <-worked)
}

// buildReport builds a report as the command does.
func buildReport(w *workspace.Workspace) func(context.Context, jobs.ReportSpec, string) ([]string, error) {
	return func(ctx context.Context, spec jobs.ReportSpec, dir string) ([]string, error) {
		o := reportOptions{
			meetings: spec.Meetings, formats: spec.Formats, language: spec.Language, attribution: spec.Attribution,
			cutoff: spec.Cutoff, template: spec.Template, out: dir, choice: spec.Chosen,
		}
		for _, t := range spec.Themes {
			o.themes = append(o.themes, fmt.Sprint(int(t)))
		}
		for _, p := range spec.Parts {
			o.parts = append(o.parts, string(p))
		}
		if len(o.formats) == 0 {
			o.formats = defaultFormats
		}
		paths, err := writeReport(ctx, w, o)
		for i, p := range paths {
			paths[i] = filepath.Base(p)
		}
		return paths, err
	}
}
