package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Limits of an archive. The largest real contributions have some hundreds of
// entries and 20 MB of XML; deflate reaches 1,032:1 on nothing but repetition.
const (
	maxEntries  = 20_000
	maxPart     = 96 << 20  // bytes of one part, inflated
	maxInflated = 256 << 20 // bytes of all parts read, inflated
	maxRatio    = 400       // inflated to packed, for parts over ratioFrom
	ratioFrom   = 8 << 20
)

// archive is a zip file of which parts are read by name. Names are compared
// without regard to case, as OPC asks; of entries that share a name the first
// counts.
type archive struct {
	files map[string]*zip.File
	left  int64
}

func openArchive(data []byte) (*archive, error) {
	// The signature of a directory entry; the directory is not even read where
	// there are too many.
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > maxEntries {
		return nil, block.Skip(corpus.ReasonTooLarge, "the zip archive has %d entries, more than %d", n, maxEntries)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, block.Skip(corpus.ReasonBroken, "the zip archive has no readable directory (%v); the file is cut off or damaged: ask for it again", err)
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), left: maxInflated}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := a.files[name]; !twice {
			a.files[name] = f
		}
	}
	return a, nil
}

// partName is how a part is known: slashes forward, no leading one, small
// letters.
func partName(s string) string {
	s = path.Clean("/" + strings.ReplaceAll(s, `\`, "/"))
	return strings.ToLower(strings.TrimPrefix(s, "/"))
}

func (a *archive) has(name string) bool { return a.files[partName(name)] != nil }

// read inflates one part. A part that does not exist is nil without error.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, block.Skip(corpus.ReasonPassword, "%s in the archive is encrypted; save the file without a password", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, block.Skip(corpus.ReasonBroken, "%s in the archive cannot be opened (%v); save the file anew", name, err)
	}
	defer r.Close()
	limit := min(int64(maxPart), a.left)
	if packed := int64(f.CompressedSize64); packed < limit/maxRatio {
		limit = min(limit, max(packed*maxRatio, ratioFrom))
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, block.Skip(corpus.ReasonTooLarge, "%s in the archive inflates from %d bytes to more than %d, as an archive made to exhaust memory does", name, f.CompressedSize64, limit)
	}
	if err != nil {
		return nil, block.Skip(corpus.ReasonBroken, "%s in the archive is damaged after %d bytes (%v); ask for the file again", name, len(data), err)
	}
	a.left -= int64(len(data))
	return data, nil
}
