package pipeline

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// submissionOf is the act of contributing that a header tells of.
func submissionOf(symbol corpus.Symbol, h corpus.Header) corpus.Submission {
	attribution := h.Attribution.Value
	if attribution == "" {
		attribution = corpus.AttributionNamed
	}
	return corpus.Submission{
		ID: symbol.Work(), Work: symbol.Work(), Meeting: h.Meeting.Value, Date: h.Date.Value, Title: h.Title.Value,
		Sources: h.Sources.Value, OnBehalfOf: h.OnBehalfOf.Value, Attribution: attribution,
	}
}

// sameAct reports whether b adds nothing to a: the same sources and meeting.
func sameAct(a, b corpus.Submission) bool {
	return a.Meeting == b.Meeting && (len(b.Sources) == 0 || sameSources(a.Sources, b.Sources))
}

func sameSources(a, b []corpus.Source) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x corpus.Source) bool {
		return !slices.ContainsFunc(b, func(y corpus.Source) bool { return x.ID == y.ID })
	})
}

// joined gives the submission that a new rendition of a work belongs to: the
// one to the same meeting where there is one, with its sources, date and title
// brought to those of the latest revision.
func joined(sub corpus.Submission, symbol corpus.Symbol, renditions []corpus.Rendition, subs []corpus.Submission) corpus.Submission {
	for _, old := range subs {
		if old.Meeting != sub.Meeting {
			continue
		}
		sub.ID = old.ID
		later := slices.ContainsFunc(renditions, func(k corpus.Rendition) bool {
			return k.Symbol.Branch() != symbol.Branch() || k.Symbol.Revision() >= symbol.Revision()
		})
		if later || len(sub.Sources) == 0 {
			sub.Sources, sub.OnBehalfOf = old.Sources, old.OnBehalfOf
		}
		if later && old.Date != "" {
			sub.Date = old.Date
		}
		if later && old.Title != "" {
			sub.Title = old.Title
		}
		if old.Attribution == corpus.AttributionAggregate {
			sub.Attribution = old.Attribution
		}
		return sub
	}
	if len(subs) > 0 {
		sub.ID = fmt.Sprintf("%s+%d", sub.Work, len(subs)+1)
	}
	return sub
}

// corrected gives the submission that a correction is about with the fields
// that are corrected; where the document has become one of another work, the
// submission that was found for it. Date and title are those of the latest
// revision.
func (in *Ingester) corrected(ctx context.Context, s spot, r reading, renditions []corpus.Rendition) (corpus.Submission, error) {
	subs, err := in.Corpus.SubmissionsOf(ctx, s.symbol.Work())
	i := slices.IndexFunc(subs, func(sub corpus.Submission) bool { return sub.ID == r.act.Submission })
	if err != nil || i < 0 {
		return s.submission, err
	}
	out, now := subs[i], submissionOf(s.symbol, r.header)
	replaced := slices.ContainsFunc(renditions, func(k corpus.Rendition) bool {
		return k.Symbol.Branch() == s.symbol.Branch() && k.Symbol.Revision() > s.symbol.Revision()
	})
	for _, field := range r.act.Fields[r.hash] {
		switch {
		case field == "meeting":
			out.Meeting = now.Meeting
		case field == "source":
			out.Sources = now.Sources
		case field == "on_behalf_of":
			out.OnBehalfOf = now.OnBehalfOf
		case field == "attribution":
			out.Attribution = now.Attribution
		case field == "date" && !replaced:
			out.Date = now.Date
		case field == "title" && !replaced:
			out.Title = now.Title
		}
	}
	return out, nil
}

// freshID names a further submission of a known document: by its own meeting
// where the document has no printed number, else by the work with a count.
func freshID(sub corpus.Submission, known corpus.Rendition, subs []corpus.Submission) string {
	taken := func(id string) bool {
		return slices.ContainsFunc(subs, func(s corpus.Submission) bool { return s.ID == id })
	}
	if known.Header.Symbol.Basis == corpus.BasisAssigned {
		if id := sub.Meeting + "/src-" + known.Hash.Short(); !taken(id) {
			return id
		}
	}
	for n := 2; ; n++ {
		if id := fmt.Sprintf("%s+%d", sub.Work, n); !taken(id) {
			return id
		}
	}
}
