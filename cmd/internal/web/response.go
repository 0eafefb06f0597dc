package web

import (
	"bytes"
	"net/http"
	"strconv"
)

// response is what a page answers. Nothing of it is written before all of it is
// there.
type response interface {
	write(s *Server, w http.ResponseWriter, r *http.Request) error
}

// view is a page, or one part of it for a live update.
type view struct {
	// name is the template's, part that of a part of it, "" for the whole page.
	name, part string
	status     int // 0 means 200
	page       any
}

func (v view) write(s *Server, w http.ResponseWriter, r *http.Request) error {
	f := s.frame(r, v.name)
	var body bytes.Buffer
	if err := s.templates.render(&body, f, v); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", f.Language)
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Accept-Language, Cookie, HX-Request")
	return sendPacked(w, r, v.status, body.Bytes())
}

// redirect sends the browser on after a form was posted.
type redirect struct{ to string }

func (d redirect) write(_ *Server, w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, d.to, http.StatusSeeOther)
	return nil
}

// content is bytes that are no page: an image, a download, a plain word.
type content struct {
	media string
	// name is that under which it is saved, "" where it is shown.
	name string
	// tag names these very bytes, "" where they are not to be kept.
	tag  string
	body []byte
}

func (c content) write(_ *Server, w http.ResponseWriter, r *http.Request) error {
	h := w.Header()
	h.Set("Content-Type", c.media)
	h.Set("Cache-Control", "private, no-cache")
	if c.name != "" {
		h.Set("Content-Disposition", disposition(c.name))
	}
	if c.tag != "" {
		h.Set("ETag", strconv.Quote(c.tag))
		if r.Header.Get("If-None-Match") == strconv.Quote(c.tag) {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(c.body)))
	_, err := w.Write(c.body)
	return err
}
