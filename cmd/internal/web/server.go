package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/web/asset"
	"rapporteur/cmd/internal/web/message"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// maxForm bounds what a form may send; uploads have a bound of their own.
const maxForm = 1 << 20

// maxUpload is how long an upload may take.
const maxUpload = time.Hour

// Options are what the pages stand on.
type Options struct {
	Workspace *workspace.Workspace
	// Version is that of the program.
	Version string
	Log     *slog.Logger
	// Drawer draws pages of PDFs; nil shows none.
	Drawer Drawer
	// Access says who may do what; nil lets everybody do everything, as a test
	// or a person's own computer does.
	Access *access.Access
	// Jobs are the background work.
	Jobs *jobs.Manager
}

// Server is the pages. It may serve many requests at a time.
type Server struct {
	options   Options
	words     *message.Book
	templates *templates
	assets    *asset.Set
	pictures  *pictures
	// comparisons are those of the corpus as it stands.
	comparisons *comparisons
	metrics     *metrics
}

// New makes the server. It fails where a template, a message or a route is wrong.
func New(o Options) (*Server, error) {
	words, err := message.Load()
	if err != nil {
		return nil, err
	}
	assets, err := asset.Load()
	if err != nil {
		return nil, err
	}
	if o.Jobs == nil { // nobody runs them, but they can be looked at
		o.Jobs = jobs.New(jobs.Options{Workspace: o.Workspace, Program: o.Version, Log: o.Workspace.Log})
	}
	s := &Server{options: o, words: words, assets: assets, pictures: newPictures(), metrics: newMetrics(),
		comparisons: newComparisons(o.Workspace, o.Version, o.Jobs.Busy)}
	s.templates, err = loadTemplates(words, assets, o.Workspace.Members, o.Workspace.Book)
	return s, err
}

// Warm makes the comparison that the matrix and the themes show, so that the
// first who asks for them need not wait.
func (s *Server) Warm(ctx context.Context) error {
	_, err := s.comparisons.get(ctx, workspace.ReportOptions{Language: comparisonLanguage})
	return err
}

// KeepWarm keeps that comparison on the corpus as it stands, until ctx ends: after
// an ingest or a decision no reader need wait for it.
func (s *Server) KeepWarm(ctx context.Context) {
	s.comparisons.keepWarm(ctx, workspace.ReportOptions{Language: comparisonLanguage}, func(err error) {
		s.options.Log.Warn("the comparison cannot be made", "error", err)
	})
}

// Handler is all routes, behind what stands before each.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, route := range Routes() {
		var h http.Handler = s.page(route)
		if s.options.Access != nil {
			h = s.options.Access.Require(route.Role)(h)
		}
		mux.Handle(route.Pattern, s.metrics.watch(route.Pattern, h))
	}
	mux.Handle("GET "+asset.Folder, s.assets)
	mux.Handle("GET /favicon.ico", http.RedirectHandler(s.assets.Path("icon.svg"), http.StatusMovedPermanently))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, corpus.Errorf(corpus.CodeNotFound, "there is no page %s", r.URL.Path))
	})
	if s.options.Access == nil {
		return s.secured(http.NewCrossOriginProtection().Handler(unguarded(mux)))
	}
	return s.secured(s.options.Access.Wrap(mux))
}

// unguarded lets everybody do everything.
func unguarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), access.Everything("reader"))))
	})
}

// page serves one route: it asks for the answer, then writes it.
func (s *Server) page(route Route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !route.upload {
			r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		} else if err := http.NewResponseController(w).SetReadDeadline(time.Now().Add(maxUpload)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			s.fail(w, r, err)
			return
		}
		answer, err := route.serve(s, r)
		if err == nil {
			err = answer.write(s, w, r)
		}
		if err != nil {
			s.fail(w, r, err)
		}
	}
}

// health says that the corpus can be asked.
func (s *Server) health(r *http.Request) (response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	if _, err := s.options.Workspace.Store.Cutoff(ctx); err != nil {
		return nil, err
	}
	return content{media: "text/plain; charset=utf-8", body: []byte("ok\n")}, nil
}

// Serve answers on a listener until ctx ends, then lets what is under way finish.
func Serve(ctx context.Context, server *http.Server, on net.Listener) error {
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		done <- server.Shutdown(stop)
	}()
	if err := server.Serve(on); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-done
}

// HTTPServer sets the limits of a server for these pages.
func HTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, MaxHeaderBytes: 64 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 5 * time.Minute, // an upload may be long
		WriteTimeout: 5 * time.Minute, IdleTimeout: 2 * time.Minute,
	}
}
