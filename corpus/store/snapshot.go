package store

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"

	"rapporteur/corpus"
)

// Snapshot gives all that was submitted to these meetings, or to any where
// none is named, for a comparison.
func (s *Store) Snapshot(ctx context.Context, meetings []string) (corpus.Snapshot, error) {
	var snap corpus.Snapshot
	inScope := func(meeting string) bool { return len(meetings) == 0 || slices.Contains(meetings, meeting) }
	subs, err := s.Submissions(ctx)
	if err != nil {
		return snap, err
	}
	works := make(map[string]bool)
	for _, sub := range subs {
		if inScope(sub.Meeting) {
			snap.Submissions = append(snap.Submissions, sub)
			works[sub.Work] = true
		}
	}
	if err := s.fillReadings(ctx, &snap, works); err != nil {
		return snap, err
	}
	unread, err := s.Unread(ctx)
	if err != nil {
		return snap, err
	}
	for _, line := range unread {
		if line.Meeting == "" || inScope(line.Meeting) {
			line.File = path.Base(line.File) // where it lay is nobody's business
			snap.Unread = append(snap.Unread, line)
		}
	}
	log, err := s.Decisions(ctx)
	if err != nil {
		return snap, err
	}
	if snap.Groups, err = s.groups(ctx, log); err != nil {
		return snap, err
	}
	snap.Hash, err = hashOf(snap)
	return snap, err
}

// groups are the standing decisions about groups of views, their paragraphs in
// the works as these are numbered now.
func (s *Store) groups(ctx context.Context, log []corpus.Decision) ([]corpus.Decision, error) {
	out := corpus.StandingGroups(log)
	for i, d := range out {
		edit := *d.Group
		edit.Paragraphs = slices.Clone(edit.Paragraphs)
		for j := range edit.Paragraphs {
			p := &edit.Paragraphs[j]
			var err error
			if p.Work, err = s.WorkNow(ctx, *p); err != nil {
				return nil, err
			}
		}
		out[i].Group = &edit
	}
	return out, nil
}

func (s *Store) fillReadings(ctx context.Context, snap *corpus.Snapshot, works map[string]bool) error {
	renditions, err := s.Renditions(ctx)
	if err != nil {
		return err
	}
	for _, r := range renditions {
		switch {
		case !works[r.Symbol.Work()]:
		case r.Copy:
			snap.Copies = append(snap.Copies, r)
		default:
			reading, err := s.reading(ctx, r)
			if err != nil {
				return err
			}
			snap.Readings = append(snap.Readings, reading)
		}
	}
	return nil
}

// hashOf is over the snapshot's JSON, whose order is fixed. It is written piece
// by piece: of a large corpus the whole would take as much memory again.
func hashOf(snap corpus.Snapshot) (corpus.Hash, error) {
	h := sha256.New()
	w := bufio.NewWriterSize(h, 1<<16)
	err := writeSnapshot(w, snap)
	if err := errors.Join(err, w.Flush()); err != nil {
		return "", err
	}
	return corpus.Hash("sha256:" + hex.EncodeToString(h.Sum(nil))), nil
}

// writeSnapshot writes what [json.Encoder] would.
func writeSnapshot(w io.Writer, snap corpus.Snapshot) error {
	begin := func(name string) error { _, err := io.WriteString(w, name); return err }
	err := cmp.Or(
		begin(`{"Submissions":`), writeList(w, snap.Submissions),
		begin(`,"Readings":`), writeList(w, snap.Readings),
		begin(`,"Copies":`), writeList(w, snap.Copies),
		begin(`,"Unread":`), writeList(w, snap.Unread))
	if err == nil && len(snap.Groups) > 0 {
		err = cmp.Or(begin(`,"Groups":`), writeList(w, snap.Groups))
	}
	return cmp.Or(err, begin(`,"Hash":""}`+"\n"))
}

func writeList[T any](w io.Writer, list []T) error {
	if list == nil {
		_, err := io.WriteString(w, "null")
		return err
	}
	for i, v := range list {
		body, err := json.Marshal(v)
		if err != nil {
			return err
		}
		before := []byte(",")
		if i == 0 {
			before = []byte("[")
		}
		if _, err := w.Write(append(before, body...)); err != nil {
			return err
		}
	}
	end := "]"
	if len(list) == 0 {
		end = "[]"
	}
	_, err := io.WriteString(w, end)
	return err
}

// Cutoff is the day of the last job that changed the corpus, "" before any.
func (s *Store) Cutoff(ctx context.Context) (string, error) {
	var day string
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(date), '') FROM jobs WHERE changed = 1`).Scan(&day)
	return day, err
}
