package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"rapporteur/corpus"
)

// auditPage says who decided what, and when.
type auditPage struct {
	// Total is the length of the log, Fault what is wrong with its chain, "" for
	// nothing; Last is the hash that proves it.
	Total int
	Fault string
	Last  corpus.Hash
	// Reader and Action narrow the list.
	Reader  string
	Action  corpus.DecisionAction
	Readers []string
	Actions []corpus.DecisionAction
	Lines   []auditLine
	// Earlier and Later are the addresses of the pages beside.
	Earlier, Later string
}

// auditLine is one decision, in the words of what it is about; Undone is set
// where another took it back.
type auditLine struct {
	corpus.Decision
	Undone bool
}

// auditSize is how many decisions a page shows.
const auditSize = 50

func (s *Server) audit(r *http.Request) (response, error) {
	log, err := s.options.Workspace.Store.Decisions(r.Context())
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	page := auditPage{
		Total: len(log), Reader: q.Get("reader"), Action: corpus.DecisionAction(q.Get("action")),
		Actions: []corpus.DecisionAction{
			corpus.DecisionAccept, corpus.DecisionReject, corpus.DecisionAdd, corpus.DecisionUndo, corpus.DecisionCorrect,
			corpus.DecisionMerge, corpus.DecisionSplit, corpus.DecisionRename,
		},
	}
	if err := corpus.VerifyDecisions(log); err != nil {
		page.Fault = err.Error()
	}
	if len(log) > 0 {
		page.Last = log[len(log)-1].Hash
	}
	undone := make(map[int]bool)
	var lines []auditLine
	for _, d := range log {
		undone[d.Undoes] = true
		if !slices.Contains(page.Readers, d.Reader) {
			page.Readers = append(page.Readers, d.Reader)
		}
		if (page.Reader == "" || d.Reader == page.Reader) && (page.Action == "" || d.Action == page.Action) {
			lines = append(lines, auditLine{Decision: d})
		}
	}
	slices.Sort(page.Readers)
	slices.Reverse(lines)
	for i := range lines {
		lines[i].Undone = undone[lines[i].Seq]
	}
	page.cut(lines, q)
	return view{name: "audit", page: page}, nil
}

// cut takes one page of the lines.
func (p *auditPage) cut(lines []auditLine, q url.Values) {
	n, err := strconv.Atoi(q.Get("page"))
	last := max(1, (len(lines)+auditSize-1)/auditSize)
	if err != nil || n < 1 {
		n = 1
	}
	n = min(n, last)
	at := func(n int) string {
		v := url.Values{"page": {strconv.Itoa(n)}}
		if p.Reader != "" {
			v.Set("reader", p.Reader)
		}
		if p.Action != "" {
			v.Set("action", string(p.Action))
		}
		return "/audit?" + v.Encode()
	}
	if n < last {
		p.Earlier = at(n + 1)
	}
	if n > 1 {
		p.Later = at(n - 1)
	}
	p.Lines = lines[(n-1)*auditSize : min(n*auditSize, len(lines))]
}
