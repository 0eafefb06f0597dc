package codebook

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

// compiledFile is the embedded book as read and stemmed before, so that the
// program need not do either when it starts: three parts after each other, deflated,
// each ended by a zero byte. They are the hash of the YAML files that it was made of, the
// content as JSON, and the forms of the words of its phrases. Where the hash is another the
// files are read instead. The tests make it anew with -update and refuse a
// stale one.
//
//go:embed book.bin
var compiledFile []byte

// compiledParts is how many parts the file has.
const compiledParts = 3

// compiled gives the book of the compiled file; ok is false where that is not
// the book of these YAML files.
func compiled(file []byte, files fs.FS) (b *Book, ok bool) {
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(file)), largestFile))
	if err != nil {
		return nil, false
	}
	parts := bytes.Split(data, []byte{0})
	sources, err := sourcesHash(files)
	if len(parts) != compiledParts+1 || err != nil || string(parts[0]) != string(sources) {
		return nil, false
	}
	b = &Book{hash: corpus.HashOf(parts[1]), stemmer: &word.Stemmer{}}
	if err := json.Unmarshal(parts[1], &b.content); err != nil {
		return nil, false
	}
	b.stemmer.Learn(string(parts[2]))
	b.compile()
	return b, true
}

// compileFile writes what [compiled] reads, for a book just made of the files.
func compileFile(b *Book, files fs.FS) ([]byte, error) {
	sources, err := sourcesHash(files)
	if err != nil {
		return nil, err
	}
	content, err := json.Marshal(b.content)
	if err != nil {
		return nil, err
	}
	for _, lang := range slices.Concat([]string{"any"}, corpus.Languages) {
		b.concepts.of(lang)
		b.cues.of(lang)
	}
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = z.Write(slices.Concat([]byte(sources), []byte{0}, content, []byte{0}, []byte(b.stemmer.Forms()), []byte{0}))
	err = errors.Join(err, z.Close())
	return out.Bytes(), err
}

// sourcesHash is over the names and bytes of the YAML files.
func sourcesHash(files fs.FS) (corpus.Hash, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return "", err
	}
	slices.Sort(names)
	var all bytes.Buffer
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		all.WriteString(name + "\n")
		all.Write(data)
	}
	return corpus.HashOf(all.Bytes()), nil
}
