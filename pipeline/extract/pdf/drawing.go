package pdf

// Types of page objects, fpdf_edit.h.
const (
	objectPath  = 2
	objectImage = 3
)

const (
	// thin is the greatest thickness of a ruling line, in points.
	thin = 3
	// shortRule is the least length of one.
	shortRule = 8
)

// readDrawings notes the ruling lines of a page and how much of it is covered by
// pictures. Curves and fillings are of no interest.
func (g *guest) readDrawings(handle uint64, p *page, v view) {
	n := min(int(int32(g.call("FPDFPage_CountObjects", handle))), maxObjects)
	get, kind, bounds := g.function("FPDFPage_GetObject"), g.function("FPDFPageObj_GetType"), g.function("FPDFPageObj_GetBounds")
	var covered float32
	for i := 0; i < n && g.err == nil; i++ {
		object := g.do(get, handle, uint64(i))
		if object == 0 {
			continue
		}
		k := g.do(kind, object)
		if k != objectPath && k != objectImage {
			continue
		}
		if g.do(bounds, object, g.scratch, g.scratch+4, g.scratch+8, g.scratch+12) == 0 {
			continue
		}
		box := v.rect(g.float(0), g.float(4), g.float(8), g.float(12))
		if !sane(box) {
			continue
		}
		if k == objectImage {
			covered += box.width() * box.height()
			continue
		}
		p.rules = append(p.rules, g.rulesOf(object, box)...)
	}
	if area := p.width * p.height; area > 0 {
		p.images = min(covered/area, 1)
	}
}

// rulesOf gives the straight lines of a path with the given bounds: itself where
// it is thin, its four edges where it is a rectangle.
func (g *guest) rulesOf(object uint64, box rect) []rect {
	w, h := box.width(), box.height()
	switch {
	case w <= thin && h <= thin:
		return nil
	case w <= thin && h >= shortRule, h <= thin && w >= shortRule:
		return []rect{box}
	case w < shortRule || h < shortRule:
		return nil
	}
	segments := int32(g.call("FPDFPath_CountSegments", object))
	if segments < 4 || segments > 6 {
		return nil
	}
	// A filled rectangle without an outline is shading.
	if g.call("FPDFPath_GetDrawMode", object, g.scratch, g.scratch+4) == 0 {
		return nil
	}
	if stroke, _ := g.memory.ReadUint32Le(uint32(g.scratch) + 4); stroke == 0 {
		return nil
	}
	return []rect{
		{box.left, box.bottom, box.right, box.bottom},
		{box.left, box.top, box.right, box.top},
		{box.left, box.bottom, box.left, box.top},
		{box.right, box.bottom, box.right, box.top},
	}
}
