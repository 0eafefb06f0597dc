package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// need finds an optional helper, or skips the test by its name; with
// RAPPORTEUR_REQUIRE_ALL nothing may be skipped.
func need(t *testing.T, programs ...string) string {
	t.Helper()
	for _, p := range programs {
		if path, err := exec.LookPath(p); err == nil {
			return path
		}
	}
	if os.Getenv("RAPPORTEUR_REQUIRE_ALL") != "" {
		t.Fatalf("%s is required and not installed", programs[0])
	}
	t.Skipf("%s is not installed", programs[0])
	return ""
}

// demo runs the demo in a folder of its own and gives the folder.
func demo(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	a := &app{in: strings.NewReader(""), out: io.Discard, err: os.Stderr, getenv: os.Getenv, worker: workerCommand()}
	if err := runDemo(context.Background(), a, dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestReportInBrowser opens the report in a real browser: it must draw, ask
// nothing of the network, and leave the console silent.
func TestReportInBrowser(t *testing.T) {
	chromium := need(t, "chromium", "chromium-browser", "google-chrome")
	page, err := filepath.Abs(filepath.Join(demo(t), "report", "report.html"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--disable-component-update", "--no-first-run", "--user-data-dir="+t.TempDir(), "--enable-logging=stderr", "--v=0",
		"--virtual-time-budget=5000", "--dump-dom", "file://"+page)
	var dom, log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &dom, &log
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, log.String())
	}
	for _, want := range []string{"Who addressed what", "Register of proposals", `dir="rtl"`, "Cited passages"} {
		if !strings.Contains(dom.String(), want) {
			t.Errorf("the drawn page has no %q", want)
		}
	}
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "CONSOLE") || strings.Contains(line, "Refused to") {
			t.Errorf("the browser complains: %s", line)
		}
	}
}
