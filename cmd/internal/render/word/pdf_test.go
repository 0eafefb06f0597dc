package word

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
)

// needs skips a test by name where a program is not installed; with
// RAPPORTEUR_REQUIRE_ALL=1 that is a failure.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err == nil {
			continue
		}
		if os.Getenv("RAPPORTEUR_REQUIRE_ALL") == "1" {
			t.Fatalf("%s is not installed, and RAPPORTEUR_REQUIRE_ALL=1", program)
		}
		t.Skipf("%s is not installed", program)
	}
}

func TestPDF(t *testing.T) {
	needs(t, "soffice", "pdftotext", "pdfinfo")
	var b bytes.Buffer
	if err := Write(&b, sampleReport("en"), nil); err != nil {
		t.Fatal(err)
	}
	pdf, err := PDF(t.Context(), b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	text := output(t, "pdftotext", "-layout", file, "-")
	for _, want := range []string{
		`What was received\.+ ?2\n`, `Who addressed what\.+ ?3\n`, `Cited passages\.+ ?\d\n`, // page numbers are filled
		`Page 1 of \d`, `Ruritania`, `2026`, `CWG-Internet-30/1, II.1; II.2 · CWG-Internet-30/3, 4`,
		"互联网交换点", `التوصيل|ﺍﻟﺘﻮﺻﻴﻞ`,
	} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("the PDF's text lacks %s:\n%s", want, text)
		}
	}
	info := output(t, "pdfinfo", file)
	for _, want := range []string{`Tagged: +yes`, `Title: +Comparison of contributions & views`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("pdfinfo lacks %s:\n%s", want, info)
		}
	}
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

func TestPDFWithoutOffice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := PDF(t.Context(), Template())
	if corpus.ErrorCode(err) != corpus.CodeUsage || !strings.Contains(err.Error(), "apt install libreoffice-writer-nogui fonts-noto-core fonts-noto-cjk") {
		t.Errorf("error is %v", err)
	}
}

// A converter that hangs is ended with its children; one that writes nothing
// is an error although it says nothing.
func TestPDFOfBadOffice(t *testing.T) {
	needs(t, "sh", "sleep")
	dir := t.TempDir()
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	fake := func(script string) {
		if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	fake("echo started\nexit 0\n")
	if _, err := PDF(t.Context(), Template()); err == nil || !strings.Contains(err.Error(), "wrote no PDF") || !strings.Contains(err.Error(), "started") {
		t.Errorf("no PDF: error is %v", err)
	}
	child := filepath.Join(dir, "child")
	fake("sleep 60 &\necho $! > " + child + "\nwait\n")
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := PDF(ctx, Template()); err == nil || !strings.Contains(err.Error(), "was ended") {
		t.Errorf("timeout: error is %v", err)
	}
	if data, err := os.ReadFile(child); err == nil && alive(strings.TrimSpace(string(data)), 30*time.Second) {
		t.Error("a child of the converter went on")
	}
}

// alive says whether a process still runs after so long; a zombie does not.
func alive(pid string, patience time.Duration) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		stat, err := os.ReadFile("/proc/" + pid + "/stat")
		if err != nil || strings.Contains(string(stat), ") Z ") {
			return false
		}
	}
	return true
}

// A template that was opened and saved elsewhere still works.
func TestTemplateOfAnotherEditor(t *testing.T) {
	needs(t, "soffice")
	dir := t.TempDir()
	file := filepath.Join(dir, "own.docx")
	if err := os.WriteFile(file, Template(), 0o644); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(dir, "saved")
	output(t, "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", saved, file)
	template, err := os.ReadFile(filepath.Join(saved, "own.docx"))
	if err != nil {
		t.Fatal(err)
	}
	parts := written(t, sampleReport("ar"), template)
	for name, part := range parts {
		if strings.HasSuffix(name, ".xml") && strings.Contains(part, "{{") {
			t.Errorf("%s still has a placeholder", name)
		}
	}
	if !strings.Contains(plain(parts["word/document.xml"]), arabicQuote) || !strings.Contains(parts["word/document.xml"], `w:orient="landscape"`) {
		t.Error("the content is not there")
	}
}
