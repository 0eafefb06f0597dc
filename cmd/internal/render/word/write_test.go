package word

import (
	"bytes"
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		var b bytes.Buffer
		r := sampleReport(lang)
		if lang == "ar" {
			r.Title = "مقارنة المساهمات المقدمة إلى الفريق"
		}
		if err := Write(&b, r, nil); err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/look-"+lang+".docx", b.Bytes(), 0o644)
	}
}
