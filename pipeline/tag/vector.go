package tag

import (
	"cmp"
	"math"
	"slices"
)

// The scales in which a feature's rarity and its count enter a value; values
// are whole numbers, so that a score is the same on every machine.
const (
	rarityScale = 16
	countScale  = 32
	mostCounted = 31 // occurrences beyond these say no more
)

// countValue is 1 + ln n in units of 1/countScale.
func countValue(n int) int64 {
	return countTable[min(n, mostCounted)]
}

// countTable is round(countScale * (1 + ln n)), written out: logarithms may
// differ in the last digit between machines.
var countTable = [mostCounted + 1]int64{0, 32, 54, 67, 76, 84, 89, 94, 99, 102, 106, 109, 112, 114, 116, 119, 121, 123, 124,
	126, 128, 129, 131, 132, 134, 135, 136, 137, 139, 140, 141, 142}

// short is a feature's key as models store it.
func short(key uint64) uint32 { return uint32(key ^ key>>32) }

// counted is how often each key of a passage occurs, by key.
type counted struct {
	key   uint32
	group group
	n     int
}

// count brings the occurrences of each key together, sorted by key.
func count(features []feature) []counted {
	keys := make([]counted, len(features))
	for i, f := range features {
		keys[i] = counted{short(f.key), f.group, 1}
	}
	slices.SortFunc(keys, func(a, b counted) int {
		if c := cmp.Compare(a.key, b.key); c != 0 {
			return c
		}
		return cmp.Compare(a.group, b.group)
	})
	out := keys[:0]
	for _, k := range keys {
		if n := len(out); n > 0 && out[n-1].key == k.key {
			out[n-1].n++
			continue
		}
		out = append(out, k)
	}
	return out
}

// length is the integer square root of a sum of squares, at least 1.
func length(squares int64) int64 {
	root := int64(math.Sqrt(float64(squares)))
	for root > 0 && root*root > squares {
		root--
	}
	return max(root, 1)
}

// rowTable leads from a key to its row: open addressing, at most half full.
type rowTable struct {
	slots []rowSlot
	shift uint
}

type rowSlot struct {
	key uint32
	row int32 // one more than the row, so that 0 is empty
}

func newRowTable(keys []uint32) rowTable {
	bits := uint(4)
	for 1<<bits < 2*len(keys) {
		bits++
	}
	t := rowTable{slots: make([]rowSlot, 1<<bits), shift: 32 - bits}
	for i, key := range keys {
		at := t.home(key)
		for t.slots[at].row != 0 {
			at = (at + 1) & uint32(len(t.slots)-1)
		}
		t.slots[at] = rowSlot{key, int32(i + 1)}
	}
	return t
}

// home is where a key is looked for first (Knuth's multiplicative hashing).
func (t *rowTable) home(key uint32) uint32 { return key * 2654435769 >> t.shift }

// find gives a key's row, -1 where it has none.
func (t *rowTable) find(key uint32) int32 {
	for at := t.home(key); ; at = (at + 1) & uint32(len(t.slots)-1) {
		s := t.slots[at]
		if s.row == 0 || s.key == key {
			return s.row - 1
		}
	}
}
