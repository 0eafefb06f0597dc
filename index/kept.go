package index

import (
	linked "container/list"
	"sync"
)

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
	lists map[keptKey]*linked.Element // of *keptList
	// order has the one used last in front.
	order linked.List
	// size is that of all lists, in bytes, limit what it may be.
	size, limit int
}

// keptKey is a term in one segment, with its places or without.
type keptKey struct {
	segment *columns
	term
	places bool
}

type keptList struct {
	key keptKey
	// unpacked is nil where a list was only asked for.
	unpacked
	bytes int
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
	at := k.lists[key]
	if at == nil {
		return nil
	}
	k.order.MoveToFront(at)
	return at.Value.(*keptList).unpacked
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
		k.lists = make(map[keptKey]*linked.Element)
	}
	k.drop(key)
	for k.size+bytes > k.limit && len(k.lists) > 0 {
		k.drop(k.order.Back().Value.(*keptList).key)
	}
	k.lists[key] = k.order.PushFront(&keptList{key, u, bytes})
	k.size += bytes
}

func (k *kept) drop(key keptKey) {
	if at := k.lists[key]; at != nil {
		k.size -= k.order.Remove(at).(*keptList).bytes
		delete(k.lists, key)
	}
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
