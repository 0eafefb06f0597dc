package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
	"rapporteur/index/query"
)

// op is a part of a compiled query. Its match gives the documents of a segment
// that it finds; what it says about documents outside within is not used. The
// result must not be changed.
type op interface {
	match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error)
	// describe says what is looked for, for people.
	describe() corpus.Understood
}

// all finds everything.
type all struct{}

func (all) match(_ *part, within *roaring.Bitmap) (*roaring.Bitmap, error) { return within, nil }

// not finds what its kid does not.
type not struct{ kid op }

func (o not) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	found, err := o.kid.match(p, within)
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(within, found), nil
}

// or finds what one of its kids finds.
type or struct{ kids []op }

func (o or) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	out := roaring.New()
	for _, k := range o.kids {
		found, err := k.match(p, within)
		if err != nil {
			return nil, err
		}
		out.Or(found)
	}
	return out, nil
}

// and finds what all of its kids find.
type and struct {
	kids []op
	// passed are, for each kid, the classes in whose documents it is passed
	// over, being a stop word there.
	passed []classes
}

func (o and) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	out := within
	for i, k := range o.kids {
		if out.IsEmpty() {
			return out, nil
		}
		found, err := k.match(p, out)
		if err != nil {
			return nil, err
		}
		if o.passed[i] != 0 {
			found = roaring.Or(found, p.among(o.passed[i]))
		}
		out = roaring.And(out, found)
	}
	return out, nil
}

// cheapFirst puts kids that read places of words last, so that they read few.
func (o *and) cheapFirst() {
	order := make([]int, len(o.kids))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cost(o.kids[a]) - cost(o.kids[b]) })
	kids, passed := make([]op, len(order)), make([]classes, len(order))
	for i, at := range order {
		kids[i], passed[i] = o.kids[at], o.passed[at]
	}
	o.kids, o.passed = kids, passed
}

// cost says how much reading an op does: 0 for keywords, 1 for words, 2 for
// places, 3 for texts.
func cost(o op) int {
	switch o := o.(type) {
	case keywordOp:
		return 0
	case wordOp:
		for _, alt := range o.alternatives {
			if len(alt.slots) > 1 {
				return 2
			}
		}
	case near:
		return 2
	case literal:
		return 3
	case atLeast:
		return 2
	case or:
		return costOf(o.kids)
	case and:
		return costOf(o.kids)
	case not:
		return cost(o.kid)
	}
	return 1
}

func costOf(kids []op) int {
	n := 0
	for _, k := range kids {
		n = max(n, cost(k))
	}
	return n
}

// keywordOp finds documents one of whose values in a field is wanted.
type keywordOp struct {
	field string
	wants func(value string) bool
	// says is what is wanted, for people.
	says string
}

func (o keywordOp) match(p *part, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	var sets []*roaring.Bitmap
	for _, c := range p.keywords[o.field] {
		if o.wants(c.value) {
			sets = append(sets, c.docs)
		}
	}
	return roaring.FastOr(sets...), nil
}

// fieldOp makes the op of a field in the query.
func fieldOp(n query.Field) op {
	return keywordOp{field: n.Name, says: n.String(), wants: func(v string) bool {
		return slices.ContainsFunc(n.Values, func(w string) bool { return wanted(n.Name, w, v) })
	}}
}
