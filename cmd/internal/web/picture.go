package web

import (
	"bytes"
	"container/list"
	"context"
	"fmt"
	"image/png"
	"net/http"
	"strconv"
	"sync"

	"rapporteur/corpus"
)

// Drawer draws a page of a PDF as PNG, away from this process.
type Drawer interface {
	Draw(ctx context.Context, name string, data []byte, page, dpi int) ([]byte, error)
}

const (
	// pageDPI shows a page of A4 990 pixels wide.
	pageDPI = 120
	// mostPictures bounds what is kept: some 200 KB each.
	mostPictures = 200
)

// picture is a page as drawn, with its size in points.
type picture struct {
	png           []byte
	width, height float32
}

// pictures keeps the pages drawn last, and lets one request draw a page that
// several want.
type pictures struct {
	mu    sync.Mutex
	order *list.List // of keys, the one used last in front
	byKey map[string]*drawing
}

type drawing struct {
	place *list.Element
	once  sync.Once
	picture
	err error
}

func newPictures() *pictures { return &pictures{order: list.New(), byKey: make(map[string]*drawing)} }

// get gives the picture under a key, drawn by draw if it is not there. What
// failed is tried again the next time.
func (p *pictures) get(key string, draw func() (picture, error)) (picture, error) {
	p.mu.Lock()
	d := p.byKey[key]
	if d == nil {
		d = &drawing{}
		d.place = p.order.PushFront(key)
		p.byKey[key] = d
	}
	p.order.MoveToFront(d.place)
	for p.order.Len() > mostPictures {
		p.drop(p.order.Back().Value.(string))
	}
	p.mu.Unlock()
	d.once.Do(func() { d.picture, d.err = draw() })
	if d.err != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.byKey[key] == d {
			p.drop(key)
		}
	}
	return d.picture, d.err
}

func (p *pictures) drop(key string) {
	p.order.Remove(p.byKey[key].place)
	delete(p.byKey, key)
}

// pagePicture draws a page of a rendition.
func (s *Server) pagePicture(ctx context.Context, r corpus.Rendition, page int) (picture, error) {
	if s.options.Drawer == nil || r.MediaType != "application/pdf" || page < 1 || page > r.Pages {
		return picture{}, corpus.Errorf(corpus.CodeNotFound, "%s has no page %d that can be drawn", r.Ref, page)
	}
	return s.pictures.get(fmt.Sprintf("%s %d", r.Hash, page), func() (picture, error) {
		data, err := s.options.Workspace.Store.Original(r.Hash)
		if err != nil {
			return picture{}, err
		}
		// What one request draws others wait for: it is drawn though that one ends.
		drawn, err := s.options.Drawer.Draw(context.WithoutCancel(ctx), r.File, data, page, pageDPI)
		if err != nil {
			return picture{}, corpus.Errorf(corpus.CodeNotFound, "page %d of %s cannot be drawn: %w", page, r.Ref, err)
		}
		size, err := png.DecodeConfig(bytes.NewReader(drawn))
		if err != nil {
			return picture{}, fmt.Errorf("page %d of %s: %w", page, r.Ref, err)
		}
		return picture{drawn, float32(size.Width) * 72 / pageDPI, float32(size.Height) * 72 / pageDPI}, nil
	})
}

// pageImage serves the picture of a page.
func (s *Server) pageImage(r *http.Request) (response, error) {
	d, err := s.document(r.Context(), r.PathValue("ref"))
	if err != nil {
		return nil, err
	}
	page, err := strconv.Atoi(r.PathValue("page"))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeNotFound, "%q is no page", r.PathValue("page"))
	}
	p, err := s.pagePicture(r.Context(), d.Rendition, page)
	if err != nil {
		return nil, err
	}
	return content{media: "image/png", tag: fmt.Sprintf("%s-%d-%d", d.Rendition.Hash.Short(), page, pageDPI), body: p.png}, nil
}

// original gives the file as it was received, to be saved and not shown.
func (s *Server) original(r *http.Request) (response, error) {
	d, err := s.document(r.Context(), r.PathValue("ref"))
	if err != nil {
		return nil, err
	}
	data, err := s.options.Workspace.Store.Original(d.Rendition.Hash)
	if err != nil {
		return nil, err
	}
	return content{media: "application/octet-stream", name: d.Rendition.File, tag: d.Rendition.Hash.Short(), body: data}, nil
}
