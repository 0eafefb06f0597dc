package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/pipeline/extract/block"
)

// TestSpeed compares pages per second with pdftotext, best of three for each file,
// which a loaded machine needs.
func TestSpeed(t *testing.T) {
	dir := shared(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	r := newTestReader(t)
	var files []string
	for _, pattern := range []string{"truth/pdf/*.pdf", "states/*.pdf"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		files = append(files, found...)
	}
	var ours, theirs, one, two time.Duration
	pages := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := r.Read(data, block.Options{})
		if err != nil || doc.Extractor != "pdfium" {
			continue
		}
		pages += doc.Pages
		a := best(func() { _, _ = r.Read(data, block.Options{}) })
		b := best(func() {
			text, err := Second(data, block.Options{})
			Judge(&doc, text, err)
		})
		ours += a + b
		one += a
		two += b
		theirs += best(func() { _ = exec.Command("pdftotext", file, os.DevNull).Run() })
	}
	per := func(d time.Duration) float64 { return float64(pages) / d.Seconds() }
	t.Logf("pages %d: both readings %.0f/s (first %.0f, second and grade %.0f), pdftotext %.0f/s, ratio %.2f",
		pages, per(ours), per(one), per(two), per(theirs), per(ours)/per(theirs))
	if per(ours) < 0.25*per(theirs) {
		t.Errorf("%.0f pages per second; want a quarter of %.0f", per(ours), per(theirs))
	}
}

func best(f func()) time.Duration {
	least := time.Hour
	for range 3 {
		start := time.Now()
		f()
		least = min(least, time.Since(start))
	}
	return least
}
