package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur/cmd/internal/owner"
	"rapporteur/corpus"
	"rapporteur/index"
)

// patience is how long a process tries to reach an index that another one is
// just opening or closing.
const patience = 5 * time.Second

// shadow is the index as this process has it.
type shadow struct {
	// mu is held to use the index, and alone to open, change or close it.
	mu    sync.RWMutex
	index *index.Index
	claim *owner.Claim
	// leveling lets one goroutine bring the index level with the store.
	leveling sync.Mutex
	// rebuilding is set while a new index is being made: the old one answers
	// as it is.
	rebuilding atomic.Bool
	// readOnly is set where the index cannot be written; told once the missing
	// documents have been spoken of.
	readOnly, told bool
	// fresh is set where opening the index has built it anew.
	fresh bool
}

// indexDir is where the index lies.
func (w *Workspace) indexDir() string { return filepath.Join(w.Dir, "index") }

// through does one thing with the index: directly where this process has it
// open or can open it, otherwise by asking the process that has.
func (w *Workspace) through(ctx context.Context, direct, remote func(context.Context) error) error {
	for start := time.Now(); ; {
		if !w.holds() {
			if err := remote(ctx); !errors.Is(err, owner.ErrNobody) {
				return err
			}
		}
		err := w.hold(ctx)
		if err == nil {
			return direct(ctx)
		}
		if corpus.ErrorCode(err) != corpus.CodeBusy || time.Since(start) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (w *Workspace) holds() bool {
	w.shadow.mu.RLock()
	defer w.shadow.mu.RUnlock()
	return w.shadow.index != nil
}

// hold opens the index and begins to answer for it. It builds the index anew
// from the store where it is missing, damaged or of an older kind.
func (w *Workspace) hold(ctx context.Context) error {
	s := &w.shadow
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index != nil {
		return nil
	}
	if w.Store.ReadOnly() {
		return w.holdReadOnly()
	}
	claim, err := owner.Take(w.Dir)
	if err != nil {
		return err
	}
	if err := w.openIndex(ctx); err != nil {
		return errors.Join(err, claim.Close(func() error { return nil }))
	}
	s.claim = claim
	if err := claim.Serve(w); err != nil {
		w.Log("other processes cannot search meanwhile: %v", err)
	}
	return nil
}

// openIndex opens the index, which this process has the claim to.
func (w *Workspace) openIndex(ctx context.Context) error {
	missing := !index.Exists(w.indexDir())
	if !missing {
		x, err := index.Open(w.indexDir())
		switch {
		case err == nil:
			w.use(x)
			return nil
		case !errors.Is(err, index.ErrRebuild):
			return err
		}
		w.Log("the index cannot be used (%v): building it anew from the store", err)
	}
	err := w.build(ctx, w.swap)
	w.shadow.fresh = err == nil
	return err
}

func (w *Workspace) use(x *index.Index) {
	x.SetExpander(expander{w.Book})
	w.shadow.index = x
}

// holdReadOnly opens an index that cannot be written.
func (w *Workspace) holdReadOnly() error {
	claim, err := owner.Share(w.Dir)
	if err != nil {
		return err
	}
	x, err := index.OpenReadOnly(w.indexDir())
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, index.ErrRebuild) {
		err = corpus.Errorf(corpus.CodeReadOnly,
			"%s has no search index that can be used, and none can be built, as the workspace cannot be written by this user: run \"rapporteur -w %s reindex\" as a user who may (%w)", w.Dir, w.Dir, err)
	}
	if err != nil {
		return errors.Join(err, claim.Close(func() error { return nil }))
	}
	w.shadow.claim, w.shadow.readOnly = claim, true
	w.use(x)
	return nil
}

// release closes the index, once what others have asked is answered.
func (w *Workspace) release() error {
	s := &w.shadow
	s.mu.RLock()
	claim := s.claim
	s.mu.RUnlock()
	if claim == nil {
		return nil
	}
	return claim.Close(func() error {
		s.mu.Lock()
		defer s.mu.Unlock()
		x := s.index
		s.index, s.claim = nil, nil
		if x == nil {
			return nil
		}
		return x.Close()
	})
}

// Search asks the index, brought level with the store first. What the query
// names and nobody knows, such as a source, is [corpus.CodeUsage].
func (w *Workspace) Search(ctx context.Context, q corpus.Query) (r corpus.Result, err error) {
	if q, err = w.Check(ctx, q); err != nil {
		return r, err
	}
	err = w.through(ctx, func(ctx context.Context) (err error) {
		if err := w.level(ctx); err != nil {
			return err
		}
		w.shadow.mu.RLock()
		defer w.shadow.mu.RUnlock()
		r, err = w.shadow.index.Search(ctx, q)
		return err
	}, func(ctx context.Context) (err error) {
		r, err = owner.Search(ctx, w.Dir, q)
		return err
	})
	return r, err
}

// Refresh brings the index level with the store: it takes in what was saved
// since, also by a process that was killed before it could. Where another
// process has the index and does not answer, what was saved stays flagged, and
// the next one to open the index takes it in.
func (w *Workspace) Refresh(ctx context.Context) error {
	err := w.through(ctx, w.level, func(ctx context.Context) error { return owner.Refresh(ctx, w.Dir) })
	if corpus.ErrorCode(err) == corpus.CodeBusy {
		w.Log("%v; what was saved is kept, and the next search takes it in", err)
		return nil
	}
	return err
}

// Reindex builds the index anew from the store and gives the number of its
// passages.
func (w *Workspace) Reindex(ctx context.Context) (int, error) {
	held := w.holds()
	if err := w.hold(ctx); err != nil {
		return 0, err
	}
	s := &w.shadow
	if s.readOnly {
		return 0, corpus.Errorf(corpus.CodeReadOnly, "%s cannot be written by this user, so its index cannot be built anew", w.Dir)
	}
	if held || !s.fresh {
		s.leveling.Lock()
		defer s.leveling.Unlock()
		s.rebuilding.Store(true)
		defer s.rebuilding.Store(false)
		err := w.build(ctx, func() error {
			s.mu.Lock()
			defer s.mu.Unlock()
			return w.swap()
		})
		if err != nil {
			return 0, fmt.Errorf("reindex: %w", err)
		}
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.index.Count()
}
