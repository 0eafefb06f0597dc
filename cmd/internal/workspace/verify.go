package workspace

import (
	"context"
	"maps"
	"slices"

	"rapporteur/corpus/store"
	"rapporteur/index"
)

// VerifyIndex compares the index with the store, passage by passage.
func (w *Workspace) VerifyIndex(ctx context.Context) ([]store.Fault, error) {
	if err := w.Refresh(ctx); err != nil {
		return nil, err
	}
	want, err := w.hashes(ctx)
	if err != nil {
		return nil, err
	}
	var faults []store.Fault
	err = w.index.Each(ctx, func(id string, hash uint64) error {
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
