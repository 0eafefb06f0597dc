package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"rapporteur/corpus"
)

// Suffixes of the directories beside an index while it is being replaced.
const (
	newSuffix = ".new"
	oldSuffix = ".old"
)

// Rebuild makes a new index of all that next gives until [io.EOF], and puts it
// in the place of the one in dir, which may be damaged or missing. Until then
// the old one stays as it is. The index must not be open: that is
// [corpus.CodeBusy], also in this process.
func Rebuild(ctx context.Context, dir string, next func() ([]Entry, error)) error {
	if err := free(dir); err != nil {
		return err
	}
	if err := Build(ctx, dir, next); err != nil {
		return err
	}
	return Swap(dir)
}

// Build is the first half of [Rebuild]: it makes the new index beside the one
// in dir, which may be open and answering meanwhile.
func Build(ctx context.Context, dir string, next func() ([]Entry, error)) error {
	fresh := dir + newSuffix
	if err := free(fresh); err != nil {
		return err
	}
	if err := os.RemoveAll(fresh); err != nil {
		return fmt.Errorf("remove unfinished search index: %w", err)
	}
	if err := fill(ctx, fresh, next); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	return nil
}

// free makes sure that no process has an index open.
func free(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	x, err := Open(dir)
	if err == nil {
		return x.Close()
	}
	if corpus.ErrorCode(err) == corpus.CodeBusy {
		return err
	}
	return nil
}

func fill(ctx context.Context, dir string, next func() ([]Entry, error)) error {
	x, err := Open(dir)
	if err != nil {
		return err
	}
	for err == nil {
		var entries []Entry
		if entries, err = next(); err == nil {
			err = x.Put(ctx, entries)
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, x.Close())
}

// Swap is the second half of [Rebuild]: it moves what [Build] made to its
// place. The index in dir must not be open. A crash between the two moves
// leaves the old one, which [Open] puts back.
func Swap(dir string) error {
	old, fresh := dir+oldSuffix, dir+newSuffix
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("remove old search index: %w", err)
	}
	if err := os.Rename(dir, old); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("move old search index away: %w", err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(fmt.Errorf("move new search index to its place: %w", err), os.Rename(old, dir))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("remove old search index: %w", err)
	}
	return nil
}
