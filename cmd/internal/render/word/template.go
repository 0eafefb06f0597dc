package word

import (
	"bytes"
	"embed"
	"io/fs"
)

// The default template lies as its parts, so that a change to it can be read.
//
//go:embed all:template
var templateParts embed.FS

// Template gives the default template, so that a secretariat can start from it.
func Template() []byte {
	p := defaultPack()
	var b bytes.Buffer
	if err := p.write(&b); err != nil {
		panic("default template: " + err.Error()) // memory and embedded files do not fail
	}
	return b.Bytes()
}

func defaultPack() *pack {
	p := &pack{parts: make(map[string][]byte)}
	root, err := fs.Sub(templateParts, "template")
	if err != nil {
		panic("default template: " + err.Error())
	}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		part, err := fs.ReadFile(root, name)
		p.put(name, part)
		return err
	})
	if err != nil {
		panic("default template: " + err.Error())
	}
	return p
}
