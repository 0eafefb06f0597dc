package index

import (
	"bytes"

	"github.com/RoaringBitmap/roaring/v2"
)

// slot is one place of a phrase and the terms that may stand there.
type slot struct {
	field string
	terms []string
	// place is the slot's place in its row, from 0.
	place int32
	// many marks terms that stand for a beginning or a spelling. They are
	// scored as one.
	many bool
	// share marks a term that weighs the same wherever it stands, so many
	// thousandths of its weight; 0 for words.
	share int
}

// flat reports whether a slot adds the same to the score of all that it finds.
func (s slot) flat() bool { return s.many || s.share > 0 }

// alternative is one way to match a word: slots in a row, in documents of
// some classes.
type alternative struct {
	slots []slot
	in    classes
}

// wordOp finds documents in which one of its alternatives stands.
type wordOp struct{ alternatives []alternative }

func (o wordOp) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	out := roaring.New()
	for _, alt := range o.alternatives {
		found, err := alt.match(p, within)
		if err != nil {
			return nil, err
		}
		out.Or(found)
	}
	return out, nil
}

func (alt alternative) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	if len(alt.slots) == 0 {
		return roaring.New(), nil
	}
	if alt.in != everyone && alt.slots[0].field == fieldExact {
		within = roaring.And(within, p.among(alt.in))
	}
	sets := make([]*roaring.Bitmap, len(alt.slots))
	for i, s := range alt.slots {
		docs, err := p.slot(s)
		if err != nil {
			return nil, err
		}
		sets[i] = docs
		within = roaring.And(within, docs)
	}
	if len(alt.slots) == 1 || within.IsEmpty() {
		return within, nil
	}
	return p.phrase(alt.slots, sets, within)
}

// slot gives the documents that have one of the terms of a slot.
func (p *part) slot(s slot) (*roaring.Bitmap, error) {
	if len(s.terms) == 1 {
		found, err := p.posting(term{s.field, s.terms[0]})
		return found.docs, err
	}
	sets := make([]*roaring.Bitmap, len(s.terms))
	for i, t := range s.terms {
		found, err := p.posting(term{s.field, t})
		if err != nil {
			return nil, err
		}
		sets[i] = found.docs
	}
	return roaring.FastOr(sets...), nil
}

// literal finds documents whose text has the bytes in it.
type literal struct {
	words wordOp
	text  []byte
}

func (o literal) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	found, err := o.words.match(p, within)
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	for it := roaring.And(found, within).Iterator(); it.HasNext(); {
		doc := it.Next()
		has := false
		err := p.segment.VisitStoredFields(uint64(doc), func(name string, _ byte, value []byte, _ []uint64) bool {
			if name == fieldBody {
				has = bytes.Contains(value, o.text)
			}
			return name != fieldBody
		})
		if err != nil {
			return nil, err
		}
		if has {
			out.Add(doc)
		}
	}
	return out, nil
}
