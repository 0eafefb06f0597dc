package main

import (
	"fmt"
	"os/exec"

	"github.com/spf13/cobra"
)

// helper is an optional program that makes more possible.
type helper struct {
	Name    string `json:"name"`
	For     string `json:"for"`
	Install string `json:"install"`
	Found   string `json:"found"`
	program []string
}

// helpers are all optional; without one the product says so where it matters.
var helpers = []helper{
	{Name: "tesseract", For: "reading scanned pages", program: []string{"tesseract"},
		Install: "apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-rus tesseract-ocr-ara tesseract-ocr-chi-sim"},
	{Name: "LibreOffice", For: "making PDF files for tests and from reports", program: []string{"soffice", "libreoffice"},
		Install: "apt install libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-core fonts-noto-cjk"},
	{Name: "Chromium", For: "testing the HTML report", program: []string{"chromium", "chromium-browser", "google-chrome"},
		Install: "apt install chromium"},
}

func newDoctor(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Say which optional helpers are installed and what they are for",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			found := make([]helper, len(helpers))
			for i, h := range helpers {
				found[i] = h
				for _, p := range h.program {
					if path, err := exec.LookPath(p); err == nil && found[i].Found == "" {
						found[i].Found = path
					}
				}
			}
			if asJSON {
				return writeJSON(a.out, found)
			}
			for _, h := range found {
				state := "found at " + h.Found
				if h.Found == "" {
					state = "not installed: " + h.Install
				}
				fmt.Fprintf(a.out, "%-12s for %s: %s\n", h.Name, h.For, state)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
