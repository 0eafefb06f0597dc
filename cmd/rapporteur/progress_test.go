package main

import (
	"testing"
	"time"

	"rapporteur/corpus"
)

func TestProgressLine(t *testing.T) {
	p := progress{total: 40}
	for range 9 {
		p.add(corpus.LedgerLine{Status: corpus.FileRead, Pages: 4})
	}
	p.add(corpus.LedgerLine{Status: corpus.FileNotRead})
	want := "[#####...............] 10/40 files, 36 pages, 2.0 files/s, 15s left, 1 unread"
	if got := p.line(5*time.Second, 120); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := p.line(5*time.Second, 50); got != want[:49] {
		t.Errorf("narrow: %q, want %q", got, want[:49])
	}
	p.colour = true
	want = "[\x1b[32m#####\x1b[0m...............] 10/40 files, 36 pages, 2.0 files/s, 15s left, \x1b[31m1 unread\x1b[0m"
	if got := p.line(5*time.Second, 120); got != want {
		t.Errorf("in colour: %q, want %q", got, want)
	}
	if got, want := (&progress{total: 3}).line(0, 0), "[....................] 0/3 files, 0 unread"; got != want {
		t.Errorf("at the start: %q, want %q", got, want)
	}
}
