package sample

import (
	"bytes"
	"embed"
	"io/fs"

	"github.com/goccy/go-yaml"

	"rapporteur/corpus"
)

// A pattern that names the folder alone would leave out nothing here: no file
// of the corpus begins with a dot or an underscore.
//
//go:embed files
var received embed.FS

//go:embed metadata.csv
var metadata []byte

//go:embed members.yaml
var members []byte

//go:embed truth.yaml
var truth []byte

// FS holds the files as received, in one flat folder, and nothing else.
func FS() fs.FS {
	files, err := fs.Sub(received, "files")
	if err != nil { // only an invalid name could do this, and the name is a constant
		return received
	}
	return files
}

// Metadata is the sidecar for the files that do not say enough of themselves:
// CSV with the columns file, symbol, meeting, date, source, title, language and
// attribution.
func Metadata() []byte { return bytes.Clone(metadata) }

// Members declares the invented Member States and their group, as YAML.
func Members() []byte { return bytes.Clone(members) }

// Truth gives the labels that the authors of the corpus put on its paragraphs.
// An error means that the file was edited by hand and broken; it has
// [corpus.CodeInvalid].
func Truth() (Labels, error) {
	var l Labels
	if err := yaml.UnmarshalWithOptions(truth, &l, yaml.Strict()); err != nil {
		return Labels{}, corpus.Errorf(corpus.CodeInvalid, "sample truth.yaml: %w; run go run ./cmd/internal/sample/generate", err)
	}
	return l, nil
}
