package word

import (
	"bytes"
	"os"
	"testing"
)

func TestPDF(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, sampleReport("en"), nil); err != nil {
		t.Fatal(err)
	}
	pdf, err := PDF(t.Context(), b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/look-pdf.pdf", pdf, 0o644)
}
