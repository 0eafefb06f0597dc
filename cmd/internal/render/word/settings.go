package word

import (
	"encoding/xml"
	"slices"
	"strings"
	"time"
)

// settings asks Word to fill the fields when it opens the file: the page
// numbers of the table of contents first of all.
func (l *layout) settings() error {
	names, err := l.pack.related(l.main, "settings")
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{l.pack.free(l.main, "settings")}
		err := l.pack.attach(l.main, names[0], "settings", wordType+"settings+xml", defaultPack().parts["word/settings.xml"])
		if err != nil {
			return err
		}
	}
	data := l.pack.parts[names[0]]
	root, err := parse(data)
	if err != nil {
		return templateFault(names[0], err)
	}
	const update = `<w:updateFields w:val="true"/>`
	e := root.insert(data, nil, update)
	if old := root.child("w:updateFields"); old != nil {
		e = edit{old.start, old.end, update}
	} else if i := slices.IndexFunc(root.kids, func(k *node) bool {
		return slices.Contains(afterUpdate, k.name) || strings.HasPrefix(k.name, "w1")
	}); i >= 0 {
		e = root.insert(data, root.kids[i], update)
	}
	l.pack.put(names[0], apply(data, []edit{e}))
	return nil
}

const coreType = "application/vnd.openxmlformats-package.core-properties+xml"

// properties writes the title, which readers of a PDF are shown, and the
// cut-off as the date, so that the bytes know no clock.
func (l *layout) properties() error {
	var b strings.Builder
	b.WriteString(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	b.WriteString("<dc:title>" + escape(l.report.Title) + "</dc:title><dc:creator>rapporteur</dc:creator>")
	if day, err := time.Parse(time.DateOnly, l.report.Scope.Cutoff[:min(10, len(l.report.Scope.Cutoff))]); err == nil {
		at := day.Format(time.RFC3339)
		for _, name := range []string{"created", "modified"} {
			b.WriteString("<dcterms:" + name + ` xsi:type="dcterms:W3CDTF">` + at + "</dcterms:" + name + ">")
		}
	}
	b.WriteString("<dc:language>" + escape(l.report.Language) + "</dc:language></cp:coreProperties>")
	part := []byte(b.String())
	names, err := l.pack.related("", "core-properties")
	if err != nil {
		return err
	}
	if len(names) > 0 {
		l.pack.put(names[0], part)
		return l.pack.declare(names[0], coreType)
	}
	return l.pack.attach("", "docProps/core.xml", "core-properties", coreType, part)
}
