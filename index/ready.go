package index

import (
	"errors"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"rapporteur/corpus"
)

// ready is the snapshot that searches use: the last of which all segments have
// their columns. So a search never waits for the columns of what others write or
// what has been merged; these are made by who writes, or in the background.
type ready struct {
	// making lets one snapshot at a time be made ready, so that they follow each
	// other.
	making sync.Mutex
	// mu guards the rest.
	mu       sync.Mutex
	snapshot *scorch.IndexSnapshot
	columns  []*columns
	// renewing is set while a newer snapshot is made ready in the background.
	renewing bool
	closed   bool
	work     sync.WaitGroup
}

// take gives the snapshot in use, which must be closed, and its columns. Where
// there is a newer one that holds the same passages, merged, it is made ready
// for later searches.
func (x *Index) take() (*scorch.IndexSnapshot, []*columns, error) {
	if s, columns := x.ready.take(); s != nil {
		return s, columns, x.renew(s)
	}
	if err := x.prepare(); err != nil {
		return nil, nil, err
	}
	if s, columns := x.ready.take(); s != nil {
		return s, columns, nil
	}
	return nil, nil, corpus.Errorf(corpus.CodeInternal, "search index %s is closed", x.dir)
}

func (r *ready) take() (*scorch.IndexSnapshot, []*columns) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.snapshot != nil {
		r.snapshot.AddRef()
	}
	return r.snapshot, r.columns
}

// newest gives Bleve's own snapshot, which must be closed.
func (x *Index) newest() (*scorch.IndexSnapshot, error) {
	r, err := x.core.Reader()
	if err != nil {
		return nil, fmt.Errorf("read search index %s: %w", x.dir, err)
	}
	s, ok := r.(*scorch.IndexSnapshot)
	if !ok || s == nil {
		return nil, corpus.Errorf(corpus.CodeInternal, "search index %s is closed", x.dir)
	}
	return s, nil
}

// renew begins to make a newer snapshot ready, if there is one.
func (x *Index) renew(old *scorch.IndexSnapshot) error {
	s, err := x.newest()
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil || s == old {
		return err
	}
	x.ready.mu.Lock()
	defer x.ready.mu.Unlock()
	if x.ready.renewing || x.ready.closed {
		return nil
	}
	x.ready.renewing = true
	x.ready.work.Go(func() {
		// What cannot be made ready is tried again by the next search, which says so.
		if x.prepare() != nil {
			x.ready.put(nil, nil)
		}
		x.ready.mu.Lock()
		x.ready.renewing = false
		x.ready.mu.Unlock()
	})
	return nil
}

// prepare makes the newest snapshot ready and puts it to use.
func (x *Index) prepare() (err error) {
	x.ready.making.Lock()
	defer x.ready.making.Unlock()
	s, err := x.newest()
	if err != nil {
		return err
	}
	columns, err := x.columns.of(s.Segments())
	if err != nil {
		return errors.Join(fmt.Errorf("read search index %s: %w (%w)", x.dir, ErrRebuild, err), s.Close())
	}
	return x.ready.put(s, columns)
}

// put puts a snapshot to use, or none, in the place of the one before.
func (r *ready) put(s *scorch.IndexSnapshot, columns []*columns) error {
	r.mu.Lock()
	old := r.snapshot
	if r.closed {
		old, s, columns = s, nil, nil
	}
	r.snapshot, r.columns = s, columns
	r.mu.Unlock()
	if old == nil {
		return nil
	}
	return old.Close()
}

// written makes what has been written visible. Until somebody has searched there
// is no need to.
func (x *Index) written() {
	x.ready.mu.Lock()
	used := x.ready.snapshot != nil
	x.ready.mu.Unlock()
	if used && x.prepare() != nil {
		x.ready.put(nil, nil)
	}
}

// close ends the work in the background and lets go of the snapshot.
func (r *ready) close() error {
	r.mu.Lock()
	r.closed = true
	old := r.snapshot
	r.snapshot, r.columns = nil, nil
	r.mu.Unlock()
	r.work.Wait()
	if old == nil {
		return nil
	}
	return old.Close()
}
