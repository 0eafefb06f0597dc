package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
	"rapporteur/index/query"
	"rapporteur/index/words"
)

const (
	// defaultLimit is how many hits a query gives that does not say.
	defaultLimit = 20
	maxLimit     = 1000
	maxOffset    = 1000000
)

// Search finds passages. The hits come in the order asked for, and where that
// leaves them equal as in their documents; facets count all hits. A query that cannot be read has [corpus.CodeUsage], and its error shows
// where.
func (x *Index) Search(ctx context.Context, q corpus.Query) (result corpus.Result, err error) {
	start := time.Now()
	defer func() {
		if p := recover(); p != nil {
			err = corpus.Errorf(corpus.CodeInternal, "search index %s is damaged (%v): rebuild it", x.dir, p)
		}
	}()
	node, err := query.Parse(q.Text)
	if err != nil {
		return corpus.Result{}, err
	}
	if q.Offset < 0 || q.Offset > maxOffset || q.Limit < 0 || q.Limit > maxLimit {
		return corpus.Result{}, corpus.Errorf(corpus.CodeUsage, "search: offset %d or limit %d is outside 0-%d and 0-%d",
			q.Offset, q.Limit, maxOffset, maxLimit)
	}
	if q.Limit == 0 {
		q.Limit = defaultLimit
	}
	o, err := orderOf(q)
	if err != nil {
		return corpus.Result{}, err
	}
	if o.after != nil {
		q.Offset = 0
	}
	result, err = x.search(ctx, q, node, o)
	if err != nil {
		return corpus.Result{}, err
	}
	if _, everything := node.(query.All); !everything {
		result.Query = node.String()
	}
	result.TookMS = float64(time.Since(start).Microseconds()) / 1000
	return result, nil
}

func (x *Index) search(ctx context.Context, q corpus.Query, node query.Node, o order) (result corpus.Result, err error) {
	v, err := x.view()
	if err != nil {
		return corpus.Result{}, err
	}
	defer func() { err = errors.Join(err, v.close()) }()
	s := x.stemmers.Get().(*words.Stemmer)
	defer x.stemmers.Put(s)
	c := &compiler{view: v, stemmer: s}
	if q.AllLanguages || q.Like != "" {
		c.expander = x.expander
	}
	found, err := c.find(ctx, q, node, o)
	if err != nil {
		return corpus.Result{}, err
	}
	page, more, err := found.page(q.Offset, q.Limit)
	if err != nil {
		return corpus.Result{}, err
	}
	result = corpus.Result{Total: found.total, Related: found.related, Facets: found.facets.counts(), Hits: []corpus.Hit{}}
	if more {
		result.Next = found.cursor(page[len(page)-1]).String()
	}
	if q.Explain {
		result.Understood = found.understood()
	}
	m := &marker{leaves: c.leaves, stemmer: s}
	for _, h := range page {
		hit, err := found.read(h, m, q.Explain)
		if err != nil {
			return corpus.Result{}, err
		}
		result.Hits = append(result.Hits, hit)
	}
	return result, nil
}

// find compiles a query and looks for it in all segments.
func (c *compiler) find(ctx context.Context, q corpus.Query, node query.Node, o order) (*finding, error) {
	what, err := c.compileAll(q, node)
	if err != nil {
		return nil, err
	}
	scorers, err := c.view.scorers(c.leaves)
	if err != nil {
		return nil, err
	}
	o.scored = len(scorers) > 0
	found := &finding{op: what, filters: filters(q), scorers: scorers, order: o, query: hashOf(q, scorers),
		want: q.Offset + q.Limit + 1, facets: tally{}}
	if o.after != nil {
		if err := found.resume(); err != nil {
			return nil, err
		}
	}
	for _, p := range c.view.parts {
		if err := cmp.Or(ctx.Err(), found.add(p)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// compileAll compiles the text, and the passage that hits are to be like.
func (c *compiler) compileAll(q corpus.Query, node query.Node) (op, error) {
	if q.Like == "" && c.expander != nil && !q.ConceptOnly {
		return c.compileNamed(node)
	}
	if q.Like == "" {
		return c.compile(node)
	}
	like, err := c.like(q.Like)
	if err != nil {
		return nil, err
	}
	if !q.AllLanguages {
		c.expander = nil
	}
	what, err := c.compile(node)
	return and{kids: []op{what, like}, passed: make([]classes, 2)}, err
}

// finding gathers the hits of one search over the segments.
type finding struct {
	op      op
	filters []op
	scorers []scorer
	order   order
	// query tells the query of a cursor from others.
	query uint64
	// want is how many hits are needed at most: one more than are shown, which
	// tells whether there are more.
	want int
	// total counts the hits, related those of them that only belong to the
	// theme of what was asked for.
	total, related int
	facets         tally
	best           []ranked
	// least is the score below which no further hit is wanted.
	least float64
}

func (f *finding) add(p *part) error {
	within, err := p.filtered(f.filters)
	if err != nil {
		return err
	}
	docs, err := f.op.match(p, within)
	if err != nil {
		return err
	}
	docs = roaring.And(docs, within)
	n := int(docs.GetCardinality())
	if n == 0 {
		return nil
	}
	f.total += n
	if p.named != nil {
		f.related += n - int(docs.AndCardinality(p.named))
	}
	f.facets.add(p, docs)
	top, err := f.top(p, docs)
	f.best = append(f.best, top...)
	f.raise()
	return err
}

// raise finds the worst score still wanted, once there are enough hits.
func (f *finding) raise() {
	if len(f.best) < f.want {
		return
	}
	scores := make([]float64, len(f.best))
	for i, r := range f.best {
		scores[i] = r.score
	}
	slices.Sort(scores)
	f.least = scores[len(scores)-f.want]
}

// page sorts what the segments gave and cuts out one page; more tells whether
// another follows. IDs are read only of hits that may be on it or before it.
func (f *finding) page(offset, limit int) (page []ranked, more bool, err error) {
	slices.SortFunc(f.best, func(a, b ranked) int { return f.order.compare(a.key, b.key) })
	if len(f.best) > f.want {
		bar := f.best[f.want-1].key
		f.best = slices.DeleteFunc(f.best, func(r ranked) bool { return f.order.compare(r.key, bar) > 0 })
	}
	for i, r := range f.best {
		id, err := r.part.segment.DocID(uint64(r.doc))
		if err != nil {
			return nil, false, fmt.Errorf("read document %d: %w", r.doc, err)
		}
		f.best[i].place = place{string(id), r.part.ordinals[r.doc]}
	}
	slices.SortFunc(f.best, func(a, b ranked) int {
		return cmp.Or(f.order.compare(a.key, b.key), comparePlaces(a.place, b.place))
	})
	from := min(offset, len(f.best))
	to := min(from+limit, len(f.best))
	return f.best[from:to], to < len(f.best) && to > from, nil
}
