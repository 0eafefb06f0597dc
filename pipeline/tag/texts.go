package tag

import (
	"bytes"
	"encoding/json"
	"io"

	"rapporteur/corpus"
)

// WithTexts gives labels with the texts that they lack. Labels of documents
// that may not be passed on name a passage by the SHA-256 of its text alone,
// "sha256"; texts are JSON Lines with "text", as export writes them, of whoever
// has the documents. Labels that have a text stay as they are. Errors have
// [corpus.CodeInvalid] and say what is missing.
func WithTexts(labels, texts io.Reader) ([]byte, error) {
	have, err := textsByHash(texts)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	missing, first := 0, ""
	err = eachLine(labels, "labels: ", func(n int, line []byte) error {
		var l struct {
			ID, Text, SHA256 string
		}
		if err := json.Unmarshal(line, &l); err != nil {
			return corpus.Errorf(corpus.CodeInvalid, "labels line %d: %w", n, err)
		}
		if l.Text != "" || l.SHA256 == "" {
			out.Write(line)
			return out.WriteByte('\n')
		}
		text, ok := have[corpus.Hash("sha256:"+l.SHA256)]
		if !ok {
			if missing++; first == "" {
				first = l.ID
			}
			return nil
		}
		return putText(&out, line, text)
	})
	if err == nil && missing > 0 {
		err = corpus.Errorf(corpus.CodeInvalid, "labels: %d passages have no text, first %q; name the export of the documents that they were read in with --texts", missing, first)
	}
	return out.Bytes(), err
}

// putText writes a label's line with its text at the end.
func putText(out *bytes.Buffer, line []byte, text string) error {
	quoted, err := json.Marshal(text)
	if err != nil {
		return err
	}
	line = bytes.TrimRight(line, " \r\t")
	out.Write(line[:len(line)-1])
	out.WriteString(`,"text":`)
	out.Write(quoted)
	out.WriteString("}\n")
	return nil
}

func textsByHash(r io.Reader) (map[corpus.Hash]string, error) {
	have := map[corpus.Hash]string{}
	err := eachLine(r, "texts: ", func(n int, line []byte) error {
		var p struct{ Text string }
		if err := json.Unmarshal(line, &p); err != nil {
			return corpus.Errorf(corpus.CodeInvalid, "texts line %d: %w", n, err)
		}
		if p.Text != "" {
			have[corpus.HashOf([]byte(p.Text))] = p.Text
		}
		return nil
	})
	return have, err
}
