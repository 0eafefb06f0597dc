package plain

import (
	"bytes"
	"testing"

	"rapporteur/pipeline/extract/block"
)

func BenchmarkText(b *testing.B) {
	data := bytes.Repeat([]byte(wrapped), 400)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Text(data, block.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
