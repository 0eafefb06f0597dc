package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/corpus"
)

func TestExcerptOf(t *testing.T) {
	passages := make([]corpus.Passage, 2*passagesShown+10)
	for i := range passages {
		passages[i] = corpus.Passage{ID: fmt.Sprintf("CWG-Internet-30/90#p%d", i+1), Ordinal: i + 1, Page: 1 + i/20}
	}
	tests := []struct {
		query          string
		part, from, to int
	}{
		{"", 1, 0, passagesShown},
		{"part=2", 2, passagesShown, 2 * passagesShown},
		{"part=3", 3, 2 * passagesShown, len(passages)},
		{"part=99", 3, 2 * passagesShown, len(passages)},
		{"part=-1", 1, 0, passagesShown},
		{"at=p1", 1, 0, passagesShown},
		{fmt.Sprintf("at=p%d", passagesShown+1), 2, passagesShown, 2 * passagesShown},
		{"at=nowhere", 1, 0, passagesShown},
		{"page=1", 1, 0, passagesShown},
		{"page=9", 2, passagesShown, 2 * passagesShown},
		{"page=9&part=1", 1, 0, passagesShown},
	}
	for _, tt := range tests {
		v, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		if e := excerptOf(v, passages); e.number != tt.part || e.from != tt.from || e.to != tt.to || e.parts != 3 {
			t.Errorf("%q: %+v, want part %d, %d to %d", tt.query, e, tt.part, tt.from, tt.to)
		}
	}
	if e := excerptOf(nil, nil); e != (excerpt{number: 1, parts: 1}) {
		t.Errorf("of no passages: %+v", e)
	}
}

// TestLongDocumentIsShownInParts: all parts together show every passage once.
func TestLongDocumentIsShownInParts(t *testing.T) {
	s := sampleServer(t)
	const paragraphs = 2*passagesShown + 20
	var text strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&text, "Ruritania reports that measure number %d has brought more schools of its regions onto the Internet.\n\n", i+1)
	}
	files := fstest.MapFS{"long.txt": {Data: []byte(text.String())}}
	table := "file,symbol,meeting,date,source,title,language\nlong.txt,CWG-Internet-30/90,CWG-Internet-30,2030-09-01,XRU,Schools,en\n"
	if err := ingest(s.options.Workspace, files, []byte(table)); err != nil {
		t.Fatal(err)
	}
	h := s.Handler()
	seen := 0
	for part := 1; part <= 3; part++ {
		body := get(t, h, fmt.Sprintf("/submission/CWG-Internet-30/90?part=%d", part)).Body.String()
		n := strings.Count(body, `<article class="passage`)
		if n > passagesShown {
			t.Errorf("part %d shows %d passages", part, n)
		}
		seen += n
		if next := strings.Contains(body, fmt.Sprintf("part=%d\"", part+1)); next != (part < 3) {
			t.Errorf("part %d leads on: %v", part, next)
		}
	}
	if seen != paragraphs {
		t.Errorf("%d passages are shown, want %d", seen, paragraphs)
	}
	label := fmt.Sprintf("p%d", paragraphs)
	if body := get(t, h, "/submission/CWG-Internet-30/90?at="+label).Body.String(); !strings.Contains(body, `id="at-`+label+`"`) {
		t.Errorf("the part with %s is not shown", label)
	}
}
