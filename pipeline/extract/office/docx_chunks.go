package office

// altChunk reads a document of another format that is to be merged in.
func (r *docxReader) altChunk(k *node, s *story) {
	r.out.warn("an imported part is not read")
}
