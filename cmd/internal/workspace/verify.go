package workspace

import (
	"context"
	"maps"
	"slices"

	"rapporteur/cmd/internal/owner"
	"rapporteur/corpus/store"
	"rapporteur/index"
)

// VerifyIndex compares the index with the store, passage by passage.
func (w *Workspace) VerifyIndex(ctx context.Context) (faults []store.Fault, err error) {
	err = w.through(ctx, func(ctx context.Context) (err error) {
		faults, err = w.compareIndex(ctx)
		return err
	}, func(ctx context.Context) (err error) {
		faults, err = owner.VerifyIndex(ctx, w.Dir)
		return err
	})
	return faults, err
}

// compareIndex is [Workspace.VerifyIndex] where this process has the index. It
// begins again where the store was written to meanwhile.
func (w *Workspace) compareIndex(ctx context.Context) (faults []store.Fault, err error) {
	for range 5 {
		if err := w.level(ctx); err != nil {
			return nil, err
		}
		if faults, err = w.compareOnce(ctx); err != nil || len(faults) == 0 {
			return faults, err
		}
		if saved, err := w.Store.Unindexed(ctx); err != nil || len(saved) == 0 {
			return faults, err
		}
	}
	return faults, err
}

// compareOnce compares while nothing is indexed.
func (w *Workspace) compareOnce(ctx context.Context) ([]store.Fault, error) {
	w.shadow.leveling.Lock()
	defer w.shadow.leveling.Unlock()
	w.shadow.mu.RLock()
	defer w.shadow.mu.RUnlock()
	want, err := w.hashes(ctx)
	if err != nil {
		return nil, err
	}
	var faults []store.Fault
	err = w.shadow.index.Each(ctx, func(id string, hash uint64) error {
		switch expected, ok := want[id]; {
		case !ok:
			faults = append(faults, store.Fault{Where: id, What: "is in the index and not in the store: run reindex"})
		case expected != hash:
			faults = append(faults, store.Fault{Where: id, What: "differs between the index and the store: run reindex"})
		}
		delete(want, id)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(want)) {
		faults = append(faults, store.Fault{Where: id, What: "is in the store and not in the index: run reindex"})
	}
	return faults, nil
}

// hashes are those that every indexed passage should have.
func (w *Workspace) hashes(ctx context.Context) (map[string]uint64, error) {
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[string]uint64)
	for _, r := range renditions {
		if r.Copy {
			continue
		}
		entries, err := w.entries(ctx, r.Ref)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			out[e.Passage.ID] = index.EntryHash(e)
		}
	}
	return out, nil
}
