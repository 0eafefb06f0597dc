package index

import "sync"

const (
	// keepFrom is the number of postings from which an unpacked list is kept for
	// the next search.
	keepFrom = 256
	// keptLeast bounds the memory of the lists that are kept, in bytes, with keptEach
	// more for each passage and keptMost for all.
	keptLeast, keptEach, keptMost = 64 << 20, 256, 512 << 20
	// askedSize is what it takes to remember that a list was asked for.
	askedSize = 200
)

// kept is unpacked lists of the segments in use. Those not used for longest are
// dropped when there are too many.
type kept struct {
	mu    sync.Mutex
	lists map[keptKey]*keptList
	// size is that of all lists, in bytes, limit what it may be.
	size, limit int
	// uses counts what has been asked for: a clock.
	uses uint64
}

// keptKey is a term in one segment, with its places or without.
type keptKey struct {
	segment *columns
	term
	places bool
}

type keptList struct {
	// unpacked is nil where a list was only asked for.
	unpacked
	bytes int
	used  uint64
}

// unpacked is a list that may be kept.
type unpacked interface {
	// size is about how many bytes it takes.
	size() int
}

// get gives what is kept, or nil.
func (k *kept) get(key keptKey) unpacked {
	k.mu.Lock()
	defer k.mu.Unlock()
	l := k.lists[key]
	if l == nil {
		return nil
	}
	k.uses++
	l.used = k.uses
	return l.unpacked
}

// again reports whether a list that is not kept has been asked for before. Then
// it pays to unpack all of it.
func (k *kept) again(key keptKey) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	known := k.lists[key] != nil
	if !known {
		k.add(key, nil, askedSize)
	}
	return known
}

// put keeps a list, which must not change any more.
func (k *kept) put(key keptKey, u unpacked) {
	bytes := u.size()
	k.mu.Lock()
	defer k.mu.Unlock()
	if bytes > k.limit/4 {
		return
	}
	k.add(key, u, bytes)
}

func (k *kept) add(key keptKey, u unpacked, bytes int) {
	if k.lists == nil {
		k.lists = make(map[keptKey]*keptList)
	}
	k.drop(key)
	for k.size+bytes > k.limit && len(k.lists) > 0 {
		k.drop(k.oldest())
	}
	k.uses++
	k.lists[key] = &keptList{u, bytes, k.uses}
	k.size += bytes
}

func (k *kept) drop(key keptKey) {
	if l := k.lists[key]; l != nil {
		k.size -= l.bytes
		delete(k.lists, key)
	}
}

func (k *kept) oldest() (key keptKey) {
	first := k.uses + 1
	for other, l := range k.lists {
		if l.used < first {
			key, first = other, l.used
		}
	}
	return key
}

// forget sets the limit for the segments in use, and drops the lists of others.
func (k *kept) forget(current map[uint64]*columns) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.limit = keptLeast
	for _, c := range current {
		k.limit = min(keptMost, k.limit+keptEach*int(c.count))
	}
	used := make(map[*columns]bool, len(current))
	for _, c := range current {
		used[c] = true
	}
	for key := range k.lists {
		if !used[key.segment] {
			k.drop(key)
		}
	}
}
