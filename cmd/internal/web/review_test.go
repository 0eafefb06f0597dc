package web

import (
	"context"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// TestDecisionsCountAtOnce: what an analyst decides changes search and report,
// and stands in the audit; undo takes it back.
func TestDecisionsCountAtOnce(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	cookie := loginAs(t, h, "analyst")
	id := "CWG-Internet-30/4#8"
	total := func(theme int) string {
		body := get(t, h, fmt.Sprintf("/search?theme=%d", theme), "Cookie", cookie).Body.String()
		_, rest, _ := strings.Cut(body, "Passages: <bdi>")
		n, _, _ := strings.Cut(rest, "</bdi>")
		return n
	}
	before := total(6)
	w := post(h, "/review/decide", url.Values{"passage": {id}, "theme": {"6"}, "action": {"add"}, "note": {"unsolicited <calls>"}, "back": {"/review?theme=2"}}, "Cookie", cookie)
	if w.Code != 303 || !strings.HasPrefix(w.Header().Get("Location"), "/review?") || !strings.Contains(w.Header().Get("Location"), "theme=2") {
		t.Fatalf("%d %s", w.Code, w.Header().Get("Location"))
	}
	if after := total(6); after == before {
		t.Errorf("search still finds %s passages", after)
	}
	if r, err := s.options.Workspace.Report(t.Context(), workspace.ReportOptions{Language: "en"}); err != nil || !addressed(r, 6, "XAR") {
		t.Errorf("the report does not know it: %v", err)
	}
	other := loginAs(t, h, "secretariat")
	second := func() bool { // it waits for a second reader
		return strings.Contains(get(t, h, "/review?second=1&theme=6", "Cookie", other).Body.String(), "CWG-Internet-30/4?at=8#at-8")
	}
	if !second() {
		t.Error("the decision does not wait for a second reader")
	}
	audit := get(t, h, "/audit", "Cookie", other).Body.String()
	for _, want := range []string{"analyst", id, "unsolicited &lt;calls&gt;", "<bdi>not claimed</bdi> → <bdi>accepted</bdi>", "The log is whole"} {
		if !strings.Contains(audit, want) {
			t.Errorf("the audit has no %q", want)
		}
	}
	if w := post(h, "/review/undo", url.Values{"back": {"/review"}}, "Cookie", cookie); w.Code != 303 {
		t.Errorf("undo: %d", w.Code)
	}
	if second() {
		t.Error("what was undone waits for a second reader")
	}
	if after := total(6); after != before {
		t.Errorf("after undo search finds %s passages, before %s", after, before)
	}
	for _, form := range []url.Values{
		{"passage": {id}, "theme": {"13"}, "action": {"accept"}}, {"passage": {id}, "theme": {"2"}, "action": {"burn"}},
		{"passage": {id}, "theme": {"2"}, "action": {"accept"}, "note": {strings.Repeat("x", 3000)}}, {"passage": {"none"}, "theme": {"2"}, "action": {"accept"}},
	} {
		if w := post(h, "/review/decide", form, "Cookie", cookie); w.Code != 400 && w.Code != 404 {
			t.Errorf("%v: %d", form, w.Code)
		}
	}
}

func addressed(r corpus.Report, theme corpus.Theme, source string) bool {
	for _, c := range r.Matrix.Cells {
		if c.Theme == theme && c.Source == source {
			return c.State == corpus.CellAddressed
		}
	}
	return false
}

// busyOffice leaves work in the pages: a task, decisions of two readers, a
// corrected header, chosen passages and a saved search.
func busyOffice(t testing.TB, s *Server) {
	t.Helper()
	ctx := context.Background()
	w := s.options.Workspace
	_, err := s.options.Jobs.Correct(ctx, workspace.Correction{
		Reader: "anna", Ref: "CWG-Internet-30/3", Set: map[string]string{"date": "2030-08-20"}, Note: "seen",
	})
	for _, id := range []string{"CWG-Internet-30/4#8", "CWG-Internet-30/7#4.1"} {
		err = errors.Join(err, w.Choose(ctx, "reader", id))
	}
	if err = errors.Join(err, w.SaveSearch(ctx, "Exchange points", corpus.Query{Text: "exchange points"})); err != nil {
		t.Fatal(err)
	}
	body, media := sent(t, "one.txt")
	_, boundary, _ := strings.Cut(media, "boundary=")
	if _, err := s.options.Jobs.Receive(context.Background(), "anna", multipart.NewReader(body, boundary)); err != nil {
		t.Fatal(err)
	}
	for _, reader := range []string{"anna", "bob"} {
		_, err := s.options.Workspace.Decide(context.Background(), workspace.Decision{
			Reader: reader, Passage: "CWG-Internet-30/4#8", Action: corpus.DecisionAccept, Time: "2031-03-01T10:00:00Z", Program: "test",
			Subject: corpus.Subject{About: corpus.AboutTheme, Theme: 2},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestReviewByKeys decides on ten tags without a mouse.
func TestReviewByKeys(t *testing.T) {
	s := sampleServer(t)
	site := httptest.NewServer(s.Handler())
	t.Cleanup(site.Close)
	b := openTab(t, site.URL)
	b.open("/review")
	decisions := func() []corpus.Decision {
		log, err := s.options.Workspace.Store.Decisions(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return log
	}
	// desk changes with every answer.
	desk := `document.querySelector('.question.current, .decide-on').textContent + document.querySelector('.steps').textContent`
	for n := range 10 {
		before := eval[string](b, desk)
		b.do(chromedp.KeyEvent(map[bool]string{true: "a", false: "r"}[n%3 != 2]))
		b.until(fmt.Sprintf("%s !== %q", desk, before))
		if got := decisions(); len(got) != n+1 || got[n].Action != map[bool]corpus.DecisionAction{true: corpus.DecisionAccept, false: corpus.DecisionReject}[n%3 != 2] {
			t.Fatalf("after %d keys the log is %+v", n+1, got)
		}
	}
	b.do(chromedp.KeyEvent("z"))
	b.until("document.querySelector('.reviewhead').textContent.includes('today: 9')")
	b.do(chromedp.KeyEvent("m"))
	b.until("document.activeElement.id === 'note'")
	eval[string](b, "document.getElementById('note').value = ''") // this driver types the key itself too
	b.do(chromedp.KeyEvent("seen"), chromedp.KeyEvent("\u001b"))
	b.until("document.activeElement === document.body")
	b.do(chromedp.KeyEvent("7"))
	b.until("document.activeElement.id === 'addtheme' && document.activeElement.value === '7'")
	b.do(chromedp.KeyEvent("\r"))
	b.until("document.querySelector('.steps').textContent.includes('7')")
	log := decisions()
	for end := time.Now().Add(20 * time.Second); len(log) < 12 && time.Now().Before(end); log = decisions() {
		time.Sleep(50 * time.Millisecond)
	}
	if last := log[len(log)-1]; len(log) != 12 || log[10].Action != corpus.DecisionUndo || last.Subject.Theme != 7 || last.Note != "seen" {
		t.Errorf("the log ends with %+v", log[max(0, len(log)-2):])
	}
	if err := corpus.VerifyDecisions(log); err != nil {
		t.Error(err)
	}
	b.quiet("review")
}
