package main

import (
	"os"
	"path/filepath"

	"rapporteur/cmd/internal/workspace"
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
				Name: p, FS: os.DirFS(filepath.Dir(p)), Path: filepath.Base(p), Size: workspace.SizeOf(info),
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
	list, err := workspace.FolderInputs(os.DirFS(folder), filepath.ToSlash(folder), func(p string) bool {
		return sameFile(filepath.Join(folder, p), sidecar)
	})
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", folder, err)
	}
	return list, nil
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
