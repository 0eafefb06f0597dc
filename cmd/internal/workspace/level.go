package workspace

import (
	"context"
	"io"

	"rapporteur/index"
)

// batch is how many passages are given to the index at a time.
const batch = 1000

// level brings the index that this process has open level with the store. While
// a new one is being made the old one stays as it is.
func (w *Workspace) level(ctx context.Context) error {
	s := &w.shadow
	if s.rebuilding.Load() {
		return nil
	}
	s.leveling.Lock()
	defer s.leveling.Unlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.readOnly {
		return w.tellMissing(ctx)
	}
	if err := w.dropStale(ctx); err != nil {
		return err
	}
	refs, err := w.Store.TakeUnindexed(ctx)
	if err != nil {
		return err
	}
	return w.put(ctx, refs)
}

// tellMissing says once what an index that cannot be written does not hold.
func (w *Workspace) tellMissing(ctx context.Context) error {
	refs, err := w.Store.Unindexed(ctx)
	if err == nil && len(refs) > 0 && !w.shadow.told {
		w.shadow.told = true
		w.Log("%d documents are not in the search index, and the workspace cannot be written by this user: they are not found", len(refs))
	}
	return err
}

// dropStale takes out of the index what has been replaced in the store; what
// has come back under the same ID is put in again after it.
func (w *Workspace) dropStale(ctx context.Context) error {
	stale, err := w.Store.Stale(ctx)
	if err != nil || len(stale) == 0 {
		return err
	}
	if err := w.shadow.index.Delete(ctx, stale); err != nil {
		return err
	}
	return w.Store.ForgetStale(ctx, stale...)
}

// put gives the index the passages of these renditions, then marks them.
func (w *Workspace) put(ctx context.Context, refs []string) error {
	next := w.batches(ctx, refs)
	for {
		entries, done, err := next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = w.shadow.index.Put(ctx, entries)
		}
		if err == nil {
			err = w.Store.MarkIndexed(ctx, done...)
		}
		if err != nil {
			return err
		}
	}
}

// batches gives the entries of renditions some at a time, with the references
// that they complete, and [io.EOF] after the last.
func (w *Workspace) batches(ctx context.Context, refs []string) func() ([]index.Entry, []string, error) {
	return func() (entries []index.Entry, done []string, err error) {
		if len(refs) == 0 {
			return nil, nil, io.EOF
		}
		for len(refs) > 0 && len(entries) < batch {
			more, err := w.entries(ctx, refs[0])
			if err != nil {
				return nil, nil, err
			}
			entries, done, refs = append(entries, more...), append(done, refs[0]), refs[1:]
		}
		return entries, done, nil
	}
}

// build makes a new index of all that the store has, puts it in its place by
// swap, and then marks what it holds. What is saved meanwhile stays flagged.
func (w *Workspace) build(ctx context.Context, swap func() error) error {
	stale, err := w.Store.Stale(ctx)
	if err != nil {
		return err
	}
	refs, err := w.Store.TakeAll(ctx)
	if err != nil {
		return err
	}
	next := w.batches(ctx, refs)
	err = index.Build(ctx, w.indexDir(), func() ([]index.Entry, error) {
		entries, _, err := next()
		return entries, err
	})
	if err != nil {
		return err
	}
	if err := swap(); err != nil {
		return err
	}
	if err := w.Store.ForgetStale(ctx, stale...); err != nil {
		return err
	}
	return w.Store.MarkIndexed(ctx, refs...)
}

// swap puts the index that was built in the place of the one that is open, if
// one is.
func (w *Workspace) swap() error {
	if x := w.shadow.index; x != nil {
		w.shadow.index = nil
		if err := x.Close(); err != nil {
			return err
		}
	}
	if err := index.Swap(w.indexDir()); err != nil {
		return err
	}
	x, err := index.Open(w.indexDir())
	if err != nil {
		return err
	}
	w.use(x)
	return nil
}
