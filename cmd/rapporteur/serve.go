package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/web"
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
		Long: `Serves the pages on this computer: search, reading beside the original, comparing,
building the report. Nobody needs to log in, so only this computer can ask: an
address that others can reach is refused.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return runServe(c.Context(), a, g, o) },
	}
	c.Flags().StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to answer on")
	return c
}

func runServe(ctx context.Context, a *app, g *globalOptions, o serveOptions) error {
	if err := onlyThisComputer(o.addr); err != nil {
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
	pages, err := web.New(web.Options{Workspace: w, Drawer: reader, Version: version, Log: slog.New(slog.NewTextHandler(a.err, nil))})
	if err != nil {
		return err
	}
	go func() {
		if err := pages.Warm(ctx); err != nil && ctx.Err() == nil {
			a.warn("the comparison cannot be made: %v", err)
		}
	}()
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return corpus.Errorf(corpus.CodeBusy, "serve: %w: choose another address with --addr", err)
	}
	fmt.Fprintf(a.out, "http://%s\n", listener.Addr())
	return web.Serve(ctx, web.HTTPServer(pages.Handler()), listener)
}

// onlyThisComputer refuses an address that others could reach.
func onlyThisComputer(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return corpus.Errorf(corpus.CodeUsage, "serve: %q is no address such as 127.0.0.1:8080", addr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return corpus.Errorf(corpus.CodeUsage, "serve: others could reach %s, and nobody needs to log in: use 127.0.0.1", addr)
	}
	return nil
}
