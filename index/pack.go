package index

import segment "github.com/blevesearch/scorch_segment_api/v2"

// Bleve keeps a term's frequency and, apart, a record of five numbers for each
// place at which it stands. Most words stand once or twice in a passage, and
// the records would be half of the index. So the places are packed into the
// number that Bleve keeps as frequency:
//
//	bit 0 set     the places follow as gaps, each in groups of three bits with
//	              a fourth that says that another group follows
//	bit 0 clear   the rest is the number of places, which are in Bleve's records
//
// The first form takes two bytes where a word stands once, and as many words
// as fit into 61 bits; the second is for those that stand more often.
const packedBits = 61

// countOnly is the second form.
func countOnly(n int) int { return n << 1 }

// packPlaces is the first form; ok is false where the places do not fit.
// Places are ascending, from 1.
func packPlaces(places []int) (packed int, ok bool) {
	shift, last := 0, 0
	for _, p := range places {
		gap := p - last
		last = p
		for {
			group := gap & 7
			if gap >>= 3; gap > 0 {
				group |= 8
			}
			if shift+4 > packedBits {
				return 0, false
			}
			packed |= group << shift
			shift += 4
			if gap == 0 {
				break
			}
		}
	}
	return packed<<1 | 1, true
}

// unpackPlaces appends the places of the first form, each less back.
func unpackPlaces(out []int32, packed uint64, back int32) []int32 {
	at := -back
	shift, gap := 0, int32(0)
	for packed >>= 1; packed > 0; packed >>= 4 {
		gap |= int32(packed&7) << shift
		shift += 3
		if packed&8 == 0 {
			at += gap
			out = append(out, at)
			shift, gap = 0, 0
		}
	}
	return out
}

// frequency gives how often a term stands in a document.
func frequency(p segment.Posting) int {
	packed := p.Frequency()
	if packed&1 == 0 {
		return int(packed >> 1)
	}
	n := 0
	for packed >>= 1; packed > 0; packed >>= 4 {
		if packed&8 == 0 {
			n++
		}
	}
	return n
}

// appendPlaces appends where a term stands in a document, each place less
// back.
func appendPlaces(out []int32, p segment.Posting, back int32) []int32 {
	if packed := p.Frequency(); packed&1 == 1 {
		return unpackPlaces(out, packed, back)
	}
	for _, l := range p.Locations() {
		out = append(out, int32(l.Pos())-back)
	}
	return out
}
