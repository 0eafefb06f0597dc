package web

import (
	"errors"
	"net/http"

	"rapporteur/corpus"
)

// problemPage says what went wrong.
type problemPage struct {
	Status int
	// Key is the message that says it in the reader's language.
	Key string
	// Detail is the error's own words, in English; empty where they are nobody's
	// business.
	Detail string
}

// statuses gives an error's code its status.
var statuses = map[corpus.Code]int{
	corpus.CodeUsage: http.StatusBadRequest, corpus.CodeNotFound: http.StatusNotFound,
	corpus.CodeInvalid: http.StatusUnprocessableEntity, corpus.CodeBusy: http.StatusServiceUnavailable,
}

// fail answers with the page for an error. What was not foreseen is logged, once
// and here, and shown as such without its words.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // the browser has gone
	}
	page := problemPage{Status: http.StatusInternalServerError, Key: "problem.internal"}
	var large *http.MaxBytesError
	code := corpus.ErrorCode(err)
	status, foreseen := statuses[code]
	switch {
	case errors.As(err, &large):
		page.Status, page.Key = http.StatusRequestEntityTooLarge, "problem.large"
	case foreseen:
		page = problemPage{Status: status, Key: "problem." + string(code), Detail: err.Error()}
	default:
		s.options.Log.Error("page failed", "path", r.URL.Path, "error", err.Error())
	}
	if err := (view{name: "problem", status: page.Status, page: page}).write(s, w, r); err != nil {
		s.options.Log.Error("error page failed", "path", r.URL.Path, "error", err.Error())
		http.Error(w, http.StatusText(page.Status), page.Status)
	}
}
