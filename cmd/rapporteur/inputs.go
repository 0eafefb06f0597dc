package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"rapporteur/corpus"
	"rapporteur/pipeline"
)

// inputs lists the files under the paths given, folders in order of name. The
// sidecar itself is no contribution and is left out.
func inputs(paths []string, sidecar string) ([]pipeline.Input, error) {
	var list []pipeline.Input
	missing := 0
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			list = append(list, pipeline.Input{Name: p, Path: filepath.Base(p), Err: err})
			missing++
			continue
		}
		if !info.IsDir() {
			list = append(list, pipeline.Input{
				Name: p, FS: os.DirFS(filepath.Dir(p)), Path: filepath.Base(p), Size: sizeOf(info),
			})
			continue
		}
		more, err := folderInputs(p, sidecar)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	if missing == len(paths) {
		return nil, corpus.Errorf(corpus.CodeUsage, "nothing to read: %w", list[0].Err)
	}
	return list, nil
}

func folderInputs(folder, sidecar string) ([]pipeline.Input, error) {
	var list []pipeline.Input
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		name := path.Join(filepath.ToSlash(folder), p)
		if err != nil { // a folder that cannot be listed, or a file that went away
			list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Err: err})
			return nil
		}
		if d.IsDir() || sameFile(filepath.Join(folder, p), sidecar) {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Err: err})
			return nil
		}
		list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Size: sizeOf(info)})
		return nil
	})
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", folder, err)
	}
	return list, nil
}

// sizeOf is -1 for what is not a regular file: a link, a pipe, a device.
func sizeOf(info fs.FileInfo) int64 {
	if !info.Mode().IsRegular() {
		return -1
	}
	return info.Size()
}

func sameFile(a, b string) bool {
	if b == "" {
		return false
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
