package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	"go.etcd.io/bbolt"
)

// Bleve opens an index that lacks a segment as if it were older, or empty, and
// only logs that. So the files of the last state are looked for beforehand, and
// must all be open afterwards.

// lastFiles gives the names of the segment files of the last state that was
// written; none for a new index. A file that is missing or empty is an error.
func lastFiles(dir string) (names []string, err error) {
	path := filepath.Join(dir, "root.bolt")
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.View(func(tx *bbolt.Tx) error {
		states := tx.Bucket(util.BoltSnapshotsBucket)
		if states == nil {
			return nil
		}
		last, _ := states.Cursor().Last()
		state := states.Bucket(last)
		if state == nil {
			return nil
		}
		return state.ForEachBucket(func(k []byte) error {
			if name := state.Bucket(k).Get(util.BoltPathKey); name != nil {
				names = append(names, string(bytes.Clone(name)))
				info, err := os.Stat(filepath.Join(dir, string(name)))
				if err != nil || info.Size() == 0 {
					return fmt.Errorf("segment %s is missing or empty", name)
				}
			}
			return nil
		})
	})
	return names, err
}

// checkFiles makes sure that an open index has the segments named.
func checkFiles(core bleveindex.Index, names []string) (err error) {
	r, err := core.Reader()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	have := map[string]bool{}
	if s, ok := r.(*scorch.IndexSnapshot); ok {
		for _, seg := range s.Segments() {
			if f, ok := seg.Segment().(segment.PersistedSegment); ok {
				have[filepath.Base(f.Path())] = true
			}
		}
	}
	for _, n := range names {
		if !have[n] {
			return fmt.Errorf("segment %s cannot be read", n)
		}
	}
	return nil
}

// checkSum compares a segment's file with the checksum in its last four bytes.
func (p *part) checkSum() (err error) {
	f, ok := p.segment.(segment.PersistedSegment)
	if !ok {
		return nil
	}
	file, err := os.Open(f.Path())
	if err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, file, info.Size()-4); err != nil {
		return fmt.Errorf("check segment %s: %w", f.Path(), err)
	}
	var want uint32
	if err := binary.Read(file, binary.BigEndian, &want); err != nil {
		return fmt.Errorf("check segment %s: %w", f.Path(), err)
	}
	if want != sum.Sum32() {
		return fmt.Errorf("segment %s has checksum %08x and not %08x: %w", f.Path(), sum.Sum32(), want, ErrRebuild)
	}
	return nil
}

// lockWait is how long Open waits for another process to let go.
const lockWait = 2 * time.Second
