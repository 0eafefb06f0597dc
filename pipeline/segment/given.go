package segment

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/segment/cover"
)

// Given is what the sidecar and the flags alone tell of a file: all that is
// known of one that is not read, or not read again.
func (s Segmenter) Given(side Sidecar, flags Flags) corpus.Header {
	return cover.Merge(s.sidecarHeader(side), s.flagHeader(flags))
}
