package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"

	"rapporteur/cmd/internal/sample"
)

// style is what a block of the body is.
type style int

const (
	plain    style = iota // an unnumbered paragraph
	heading               // "# " and "## "
	numbered              // "+ "
	item                  // "++ ": a), b)
	bullet                // "- "
	quote                 // "> "
	table                 // "| a | b" lines, the first one the head
	rule                  // "____"
)

// block is one paragraph or table of the body.
type block struct {
	style style
	// level is a heading's depth.
	level int
	// printed is the number as a reader sees it, label as a citation has it.
	printed, label string
	section        string
	runs           []run
	rows           [][]string
	// added is set where the whole paragraph is a tracked insertion.
	added bool
	// truth is nil for headings and for tables and paragraphs without labels.
	truth *sample.Paragraph
}

// run is text of one kind inside a paragraph.
type run struct {
	text string
	// mark is "ins", "del" or "".
	mark string
	// note is a footnote that hangs on the end of the run.
	note string
}

var inline = regexp.MustCompile(`\{\+(.*?)\+\}|\{-(.*?)-\}|\[\^(.*?)\^\]`)

// parseBody reads blocks that empty lines part. A first line that begins with
// "@" holds the labels of its block.
func parseBody(body string) ([]block, error) {
	var blocks []block
	for _, chunk := range strings.Split(strings.TrimSpace(body), "\n\n") {
		b, err := parseBlock(strings.Trim(chunk, "\n"))
		if err != nil {
			return nil, fmt.Errorf("paragraph %q: %w", firstRunes(chunk, 60), err)
		}
		blocks = append(blocks, b)
	}
	return blocks, nil
}

func parseBlock(chunk string) (block, error) {
	var b block
	if strings.HasPrefix(chunk, "@") {
		labels, rest, _ := strings.Cut(chunk, "\n")
		p, added, err := parseLabels(strings.TrimSpace(labels[1:]))
		if err != nil {
			return block{}, err
		}
		b.truth, b.added, chunk = &p, added, rest
	}
	mark, rest, _ := strings.Cut(chunk, " ")
	switch {
	case mark == "#" || mark == "##":
		b.style, b.level = heading, len(mark)
	case mark == "+":
		b.style = numbered
	case mark == "++":
		b.style = item
	case mark == "-":
		b.style = bullet
	case mark == ">":
		b.style = quote
	case mark == "|":
		b.style, b.rows = table, parseRows(chunk)
		return b, nil
	case strings.HasPrefix(chunk, "____"):
		b.style, rest = rule, chunk
	default:
		rest = chunk
	}
	b.runs = parseRuns(rest, b.added)
	return b, nil
}

func parseRows(chunk string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(chunk, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// parseRuns reads {+inserted+}, {-deleted-} and [^footnote^].
func parseRuns(s string, added bool) []run {
	mark := ""
	if added {
		mark = "ins"
	}
	var runs []run
	at := 0
	for _, m := range inline.FindAllStringSubmatchIndex(s, -1) {
		if m[0] > at {
			runs = append(runs, run{text: s[at:m[0]], mark: mark})
		}
		switch {
		case m[2] >= 0:
			runs = append(runs, run{text: s[m[2]:m[3]], mark: "ins"})
		case m[4] >= 0:
			runs = append(runs, run{text: s[m[4]:m[5]], mark: "del"})
		default:
			runs = append(runs, run{note: s[m[6]:m[7]], mark: mark})
		}
		at = m[1]
	}
	if at < len(s) {
		runs = append(runs, run{text: s[at:], mark: mark})
	}
	return runs
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func firstRunes(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
