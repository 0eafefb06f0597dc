package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// Search finds passages. The hits come by score, then by ID; facets count all
// hits. A query that cannot be read has [corpus.CodeUsage], and its error shows
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
	result, err = x.search(ctx, q, node)
	if err != nil {
		return corpus.Result{}, err
	}
	if _, everything := node.(query.All); !everything {
		result.Query = node.String()
	}
	result.TookMS = float64(time.Since(start).Microseconds()) / 1000
	return result, nil
}

func (x *Index) search(ctx context.Context, q corpus.Query, node query.Node) (result corpus.Result, err error) {
	v, err := x.view()
	if err != nil {
		return corpus.Result{}, err
	}
	defer func() { err = errors.Join(err, v.close()) }()
	s := x.stemmers.Get().(*words.Stemmer)
	defer x.stemmers.Put(s)
	c := &compiler{view: v, stemmer: s}
	if q.AllLanguages {
		c.expander = x.expander
	}
	found, err := c.find(ctx, q, node)
	if err != nil {
		return corpus.Result{}, err
	}
	page, err := found.page(q.Offset, q.Limit)
	if err != nil {
		return corpus.Result{}, err
	}
	result = corpus.Result{Total: found.total, Facets: found.facets.counts(), Hits: []corpus.Hit{}}
	m := &marker{leaves: c.leaves, stemmer: s}
	for _, h := range page {
		hit, err := h.read(m)
		if err != nil {
			return corpus.Result{}, err
		}
		result.Hits = append(result.Hits, hit)
	}
	return result, nil
}

// find compiles a query and looks for it in all segments.
func (c *compiler) find(ctx context.Context, q corpus.Query, node query.Node) (*finding, error) {
	o, err := c.compile(node)
	if err != nil {
		return nil, err
	}
	scorers, err := c.view.scorers(c.leaves)
	if err != nil {
		return nil, err
	}
	found := &finding{op: o, filters: filters(q), scorers: scorers, want: q.Offset + q.Limit, facets: tally{}}
	for _, p := range c.view.parts {
		if err := cmp.Or(ctx.Err(), found.add(p)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// finding gathers the hits of one search over the segments.
type finding struct {
	op      op
	filters []op
	scorers []scorer
	// want is how many hits are needed at most.
	want   int
	total  int
	facets tally
	best   []ranked
}

// ranked is one hit.
type ranked struct {
	part  *part
	doc   uint32
	score float64
	id    string
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
	f.facets.add(p, docs)
	var top []ranked
	if len(f.scorers) == 0 {
		top = p.first(docs, f.want)
	} else {
		scores, err := p.score(f.scorers, docs)
		if err != nil {
			return err
		}
		top = p.best(docs, scores, f.want)
	}
	f.best = append(f.best, top...)
	return nil
}

// page sorts what the segments gave and cuts out one page. IDs are read only
// of hits that may be on it or before it.
func (f *finding) page(offset, limit int) ([]ranked, error) {
	slices.SortFunc(f.best, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	if len(f.best) > f.want {
		bar := f.best[f.want-1].score
		f.best = slices.DeleteFunc(f.best, func(r ranked) bool { return r.score < bar })
	}
	for i, r := range f.best {
		id, err := r.part.segment.DocID(uint64(r.doc))
		if err != nil {
			return nil, fmt.Errorf("read document %d: %w", r.doc, err)
		}
		f.best[i].id = string(id)
	}
	slices.SortFunc(f.best, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.id, b.id))
	})
	from := min(offset, len(f.best))
	return f.best[from:min(from+limit, len(f.best))], nil
}

// first gives the first documents in the order of IDs.
func (p *part) first(docs *roaring.Bitmap, want int) []ranked {
	var out []ranked
	for _, doc := range p.byRank {
		if len(out) == want {
			break
		}
		if docs.Contains(doc) {
			out = append(out, ranked{part: p, doc: doc})
		}
	}
	return out
}

// best gives the documents with the highest scores, and of equal ones the
// first by ID.
func (p *part) best(docs *roaring.Bitmap, scores []float64, want int) []ranked {
	worse := func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(p.rank[a.doc], p.rank[b.doc]))
	}
	// The list is cut back to what is wanted whenever it has twice as many;
	// bar is the worst that is still wanted.
	want = min(want, len(scores))
	out := make([]ranked, 0, 2*want)
	bar := ranked{score: -1}
	i := 0
	for it := docs.Iterator(); it.HasNext(); i++ {
		r := ranked{part: p, doc: it.Next(), score: scores[i]}
		if bar.part != nil && worse(r, bar) >= 0 {
			continue
		}
		if out = append(out, r); len(out) == 2*want {
			slices.SortFunc(out, worse)
			out = out[:want]
			bar = out[want-1]
		}
	}
	slices.SortFunc(out, worse)
	return out[:want]
}
